import { useState } from 'react';
import { ClaimList } from '../../../components/numbers/ClaimList.tsx';
import { caseStateWords, resolutionWords } from '../../../components/words/case-words.ts';
import { categoryWords } from '../../../components/words/denial-words.ts';
import type { DenialRow } from '../../../rules/numbers/denial-row.ts';
import { openItems } from '../../../storage/queries/open-items.ts';
import type { OpenVault } from '../../shared/pages/open-vault.ts';
import { useQuery } from '../../shared/pages/use-query.ts';

const PAGE = 50;

/** The claims behind a figure, opened only for the ones on screen. */
export function ClaimsBehind({ session, rows, top, topWords, onOpen }: { session: OpenVault; rows: readonly DenialRow[]; top: ReadonlySet<string>; topWords: string | null; onOpen: (caseId: string) => void }) {
  const { db, vault } = session;
  const [shown, setShown] = useState(PAGE);
  const ordered = [...rows].sort((one, other) => other.deniedCents - one.deniedCents || (one.id < other.id ? -1 : 1));
  const page = ordered.slice(0, shown);
  const key = page.map(({ id }) => id).join(' ');
  const items = useQuery(async () => {
    const found = (await db.cases.bulkGet(page.map(({ id }) => id))).filter((row) => row !== undefined);
    return new Map((await openItems(db, vault, found)).map((item) => [item.id, item]));
  }, [db, vault, key]);
  if (items.state !== 'ready') return <div aria-busy="true" className="h-40" />;
  return (
    <ClaimList
      total={ordered.length} topWords={topWords} onOpen={onOpen} onMore={() => setShown(shown + PAGE)}
      lines={page.map((row) => {
        const item = items.value.get(row.id);
        return { id: row.id, patient: item?.patientName ?? null, claim: item?.claimControlNumber ?? null, payer: item?.payerName ?? row.payerKey, reason: categoryWords(row.category), deniedDay: row.deniedDay, deniedCents: row.deniedCents, recoveredCents: row.recoveredCents, state: row.outcome === null ? caseStateWords(item?.state ?? '') : resolutionWords(row.outcome), isTop: top.has(row.id) };
      })}
    />
  );
}
