import { useCallback, useState } from 'react';
import { browser } from 'wxt/browser';
import type { TabOffer } from '../../../components/capture/TabClaim.tsx';
import { errorWords } from '../../../components/words/error-words.ts';
import { termsForHost } from '../../../rules/portals/terms.ts';
import { knownCases } from '../../../storage/cases/pending-capture.ts';
import { sendCommand } from '../send-command.ts';
import type { OpenVault } from './open-vault.ts';
import { useQuery } from './use-query.ts';
import { useTabCapture } from './use-tab-capture.ts';
import type { TabCapture } from './use-tab-capture.ts';

export type TabOfferState = { offer: TabOffer; capture: TabCapture | null; isReading: boolean; read: () => void };

/** What the tab in front offers: a reading that waits, the case it belongs to, or why nothing can be read there. */
export function useTabOffer({ db, vault }: OpenVault, tabId: number | null): TabOfferState {
  const capture = useTabCapture(tabId);
  const [isReading, setReading] = useState(false);
  const [said, setSaid] = useState<{ tabId: number; offer: TabOffer } | null>(null);
  const claims = capture?.reading.claims ?? [];
  const known = useQuery(async () => {
    if (capture === null || claims.length !== 1) return null;
    const matches = await knownCases({ db, vault }, capture.reading, null);
    return matches[0]?.caseId ?? null;
  }, [db, vault, capture?.reading]);

  const read = useCallback(() => {
    if (tabId === null) return;
    setReading(true);
    setSaid(null);
    void sendCommand('portal:read-once', { tabId }).then(async (reply) => {
      setReading(false);
      if (reply.ok) {
        if (reply.value.captureId === null) setSaid({ tabId, offer: { kind: 'problem', text: errorWords('no-claim-here') } });
        return;
      }
      if (reply.error.code !== 'portal-hands-off') {
        setSaid({ tabId, offer: { kind: 'problem', text: errorWords(reply.error.code) } });
        return;
      }
      const { url } = await browser.tabs.get(tabId);
      const name = url === undefined ? null : termsForHost(new URL(url).host).name;
      setSaid({ tabId, offer: { kind: 'hands-off', portalName: name ?? 'This portal' } });
    });
  }, [tabId]);

  const offer: TabOffer = capture !== null && claims.length > 0
    ? { kind: 'pending', claims: claims.length, host: capture.host, caseId: known.state === 'ready' ? known.value : null }
    : said !== null && said.tabId === tabId ? said.offer : { kind: 'none' };
  return { offer, capture, isReading, read };
}
