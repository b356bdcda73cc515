import { useEffect, useState } from 'react';
import { FocusBar } from '../../components/queue/FocusBar.tsx';
import { EmptyState } from '../../components/ui/EmptyState.tsx';
import { StatusLine } from '../../components/ui/StatusLine.tsx';
import { holdKeys } from '../../components/ui/held-keys.ts';
import { useKeys } from '../../components/ui/use-keys.ts';
import type { StatusMessage } from '../../components/ui/StatusLine.tsx';
import type { OpenVault } from '../shared/pages/open-vault.ts';
import { CallPane } from '../shared/pages/panes/CallPane.tsx';
import { CasePane } from '../shared/pages/panes/CasePane.tsx';
import { PastePane } from '../shared/pages/panes/PastePane.tsx';
import { PayerPane } from '../shared/pages/panes/PayerPane.tsx';
import { QueuePane } from '../shared/pages/panes/QueuePane.tsx';
import type { QueuePlace } from '../shared/pages/panes/QueuePane.tsx';
import { RunningCalls } from '../shared/pages/RunningCalls.tsx';
import { useFocus } from '../shared/pages/use-focus.ts';
import { PayerQuestions } from './PayerQuestions.tsx';
import { noteQueueFilter } from './queue-filter-now.ts';
import { isDrawnLater } from '../shared/pages/view.ts';
import type { View } from '../shared/pages/view.ts';
import { useWantedView } from './wanted-view.ts';

/** The queue with room: the list stays while a case is open beside it. The same panes as in popup and panel. */
export function QueueDeskPane({ session }: { session: OpenVault }) {
  const [place, setPlace] = useState<QueuePlace>({ active: 0, text: '', filter: { ownerId: session.userId, sort: 'priority' } });
  const [view, setView] = useState<View>({ name: 'queue' });
  const [message, setMessage] = useState<StatusMessage | null>(null);
  useEffect(() => noteQueueFilter(place.filter), [place.filter]);
  const go = (next: View) => {
    if (isDrawnLater(next, view)) holdKeys();
    setView(next);
  };
  const openCase = (caseId: string) => go({ name: 'case', caseId });
  const focus = useFocus(session, { place, openCase, onEmpty: () => setView({ name: 'queue' }), onMessage: setMessage });
  // Somebody asked for a view or a case from another part of the desk: followed once.
  const wanted = useWantedView();
  const [followed, setFollowed] = useState(0);
  if (wanted.n !== followed) {
    setFollowed(wanted.n);
    if (wanted.filter !== null) setPlace({ active: 0, text: '', filter: wanted.filter });
    if (wanted.caseId !== null) setView({ name: 'case', caseId: wanted.caseId });
  }
  const [searchCall, setSearchCall] = useState(0);
  useKeys({ '/': () => setSearchCall((call) => call + 1) }, view.name !== 'call' && view.name !== 'manual');
  const isFocused = focus.run !== null && view.name !== 'queue';
  return (
    <div className="-mx-4 -mb-4 grid border-line not-first:border-t first:-mt-4 md:-mx-8 md:-mb-6 md:first:-mt-6 lg:h-dvh lg:grid-cols-[26rem_1fr]">
      <section aria-label="Queue" className="flex h-[80dvh] min-h-0 min-w-0 flex-col border-line lg:h-auto lg:border-r">
        <h1 className="sr-only">Queue</h1>
        <QueuePane session={session} areKeysOn={view.name !== 'call' && view.name !== 'manual'} isFocused={isFocused} onFocus={focus.start} searchCall={searchCall} place={place} onPlace={setPlace} onOpen={openCase} onImport={() => { location.hash = '#/import'; }} onManual={() => setView({ name: 'manual' })} />
      </section>
      <section aria-label="Case" className="flex h-[90dvh] min-h-0 min-w-0 flex-col border-t border-line lg:h-auto lg:border-t-0">
        {focus.run !== null && <FocusBar run={focus.run} isAway={!isFocused} areKeysOn={view.name === 'case'} onDone={focus.next} onSkip={focus.skip} onLeave={focus.leave} onBack={focus.back} />}
        <RunningCalls session={session} besides={view.name === 'call' ? view.caseId : null} onOpen={(caseId) => go({ name: 'call', caseId })} />
        <div className="mx-auto flex min-h-0 w-full max-w-3xl flex-1 flex-col pt-2">
          {view.name === 'queue' && <PayerQuestions session={session} onMessage={setMessage} />}
          {view.name === 'queue' && <EmptyState title="No case open">Choose one on the left, or press w for the first.</EmptyState>}
          {view.name === 'case' && <CasePane key={view.caseId} session={session} caseId={view.caseId} areKeysOn onCall={() => go({ name: 'call', caseId: view.caseId })} onPayer={(payerKey) => setView({ name: 'payer', payerKey, from: view })} onCase={(caseId) => openCase(caseId)} onMessage={setMessage} />}
          {view.name === 'call' && <CallPane key={view.caseId} session={session} caseId={view.caseId} onDone={() => openCase(view.caseId)} onMessage={setMessage} />}
          {view.name === 'payer' && <PayerPane session={session} payerKey={view.payerKey} onMessage={setMessage} />}
          {view.name === 'manual' && <PastePane session={session} onSaved={openCase} onBack={() => setView({ name: 'queue' })} onMessage={setMessage} />}
        </div>
        <StatusLine message={message} />
      </section>
    </div>
  );
}
