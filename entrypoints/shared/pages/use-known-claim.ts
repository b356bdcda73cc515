import { useEffect, useState } from 'react';
import type { OpenVault } from './open-vault.ts';
import { useQuery } from './use-query.ts';
import type { TabCapture } from './use-tab-capture.ts';

type Matching = typeof import('../../../storage/cases/pending-capture.ts');
export type KnownClaim = { caseId: string | null; payerKey: string | null };

const nothing: KnownClaim = { caseId: null, payerKey: null };

/**
 * The case and the payer of the one claim in a tab. Matching brings the rule library with it, so it is fetched only where a claim
 * is in front; the popup's first picture does without.
 */
export function useKnownClaim({ db, vault }: OpenVault, capture: TabCapture | null): KnownClaim {
  const [matching, setMatching] = useState<Matching | null>(null);
  const isWanted = capture !== null;
  useEffect(() => {
    if (!isWanted) return;
    void import('../../../storage/cases/pending-capture.ts').then(setMatching);
  }, [isWanted]);
  const found = useQuery(async (): Promise<KnownClaim> => {
    if (matching === null || capture === null) return nothing;
    const payer = await matching.payerOfReading(db, capture.reading);
    const known = capture.reading.claims.length === 1 ? await matching.knownCases({ db, vault }, capture.reading, null) : [];
    return { caseId: known[0]?.caseId ?? null, payerKey: payer?.key ?? null };
  }, [db, vault, matching, capture?.reading]);
  return found.state === 'ready' && capture !== null ? found.value : nothing;
}
