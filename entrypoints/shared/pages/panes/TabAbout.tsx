import { AboutClaim } from '../../../../components/library/AboutClaim.tsx';
import { Disclosure } from '../../../../components/ui/Disclosure.tsx';
import { aboutCapture } from '../../../../storage/queries/about-claim.ts';
import type { OpenVault } from '../open-vault.ts';
import { useQuery } from '../use-query.ts';
import type { TabCapture } from '../use-tab-capture.ts';
import { openLibrary } from './AboutSection.tsx';

/** What the library says about the claim in the tab in front, before anybody saves it. Nothing where it says nothing of the practice's own. */
export function TabAbout({ session, capture, payerKey }: { session: OpenVault; capture: TabCapture; payerKey: string | null }) {
  const { db, vault } = session;
  const about = useQuery(() => aboutCapture({ db, vault }, capture.reading, payerKey), [db, vault, capture.reading, payerKey]);
  if (about.state !== 'ready') return null;
  const own = { ...about.value, playbooks: about.value.playbooks.filter(({ isOwn }) => isOwn) };
  const count = own.notes.length + own.playbooks.length;
  if (count === 0 && own.asks === 0) return null;
  return (
    <div className="border-b border-line bg-accent-soft px-3">
      <Disclosure level={2} title={count === 0 ? 'A window to decide about' : count === 1 ? 'Your library knows something about this' : `Your library knows ${count} things about this`}>
        <div className="max-h-72 overflow-y-auto rounded-md bg-ground px-2.5 py-2"><AboutClaim about={own} isPlaybookOpen onAsks={payerKey === null ? null : () => openLibrary(payerKey)} /></div>
      </Disclosure>
    </div>
  );
}
