import { useCallback, useState } from 'react';
import { browser } from 'wxt/browser';
import type { TabOffer } from '../../../components/capture/TabClaim.tsx';
import { errorWords } from '../../../components/words/error-words.ts';
import { termsForHost } from '../../../rules/portals/terms.ts';
import { sendCommand } from '../send-command.ts';
import type { OpenVault } from './open-vault.ts';
import { grantOfferFor } from './portal-grant.ts';
import type { GrantOffer } from './portal-grant.ts';
import { useKnownClaim } from './use-known-claim.ts';
import { useTabCapture } from './use-tab-capture.ts';
import type { TabCapture } from './use-tab-capture.ts';

export type TabOfferState = {
  offer: TabOffer; capture: TabCapture | null; isReading: boolean; read: () => void;
  /** The portal that may be allowed for good, after a page of it was read once. */
  grant: GrantOffer | null; dropGrant: () => void;
};

/** What the tab in front offers: a reading that waits, the case it belongs to, or why nothing can be read there. */
export function useTabOffer(session: OpenVault, tabId: number | null): TabOfferState {
  const capture = useTabCapture(tabId);
  const [isReading, setReading] = useState(false);
  const [said, setSaid] = useState<{ tabId: number; offer: TabOffer } | null>(null);
  const [grant, setGrant] = useState<GrantOffer | null>(null);
  const { caseId, payerKey } = useKnownClaim(session, capture);
  const dropGrant = useCallback(() => setGrant(null), []);

  const read = useCallback(() => {
    if (tabId === null) return;
    setReading(true);
    setSaid(null);
    setGrant(null);
    void sendCommand('portal:read-once', { tabId }).then(async (reply) => {
      setReading(false);
      if (reply.ok) {
        if (reply.value.captureId === null) setSaid({ tabId, offer: { kind: 'problem', text: errorWords('no-claim-here') } });
        else if (!reply.value.granted && reply.value.mode !== 'read-only') setGrant(grantOfferFor(reply.value.host.replace(/:\d+$/u, '')));
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

  const offer: TabOffer = capture !== null && capture.reading.claims.length > 0
    ? { kind: 'pending', claims: capture.reading.claims.length, host: capture.host, caseId, payerKey }
    : capture?.reading.member !== undefined ? { kind: 'record', record: capture.reading.member.kind }
    : said !== null && said.tabId === tabId ? said.offer : { kind: 'none' };
  return { offer, capture, isReading, read, grant, dropGrant };
}
