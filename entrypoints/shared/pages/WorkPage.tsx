import { lazy, Suspense, useEffect } from 'react';
import { Button } from '../../../components/ui/Button.tsx';
import { EmptyState } from '../../../components/ui/EmptyState.tsx';
import { letKeysGo } from '../../../components/ui/held-keys.ts';
import { errorWords } from '../../../components/words/error-words.ts';
import { sendCommand } from '../send-command.ts';
import { useVault } from './vault-session.ts';
import { PassphraseGate } from './PassphraseGate.tsx';
import { Workbench } from './Workbench.tsx';

const AbsentPane = lazy(async () => ({ default: (await import('./panes/AbsentPane.tsx')).AbsentPane }));
const RecoveryNotices = lazy(async () => ({ default: (await import('./RecoveryNotices.tsx')).RecoveryNotices }));
const UnlockPane = lazy(async () => ({ default: (await import('./panes/UnlockPane.tsx')).UnlockPane }));

/** Popup and side panel: the same work, the panel with room and a memory for its place. */
export function WorkPage({ place }: { place: 'popup' | 'panel' }) {
  const session = useVault();
  // Wakes the background: had it been stopped before it counted, the badge is right again from here.
  useEffect(() => void sendCommand('reminder:sweep', {}), []);
  const takesNoKeys = session.status === 'absent' || session.status === 'failed';
  useEffect(() => { if (takesNoKeys) letKeysGo(); }, [takesNoKeys]);
  switch (session.status) {
    case 'starting': return <main aria-busy="true" className="h-full" />;
    case 'absent': return <Suspense fallback={<main aria-busy="true" className="h-full" />}><AbsentPane /></Suspense>;
    case 'locked': return <Suspense fallback={<main aria-busy="true" className="h-full" />}><UnlockPane db={session.db} /></Suspense>;
    case 'failed': return (
      <main className="flex h-full flex-col justify-center">
        <h1 className="sr-only">Overturn</h1>
        <EmptyState title="Overturn cannot open its data" action={<Button onPress={() => location.reload()}>Try again</Button>}>{errorWords(session.code)}</EmptyState>
      </main>
    );
    case 'unlocked': return (
      <div className="flex h-full flex-col">
        <Suspense><div className="px-3 pt-3 empty:hidden"><RecoveryNotices session={session} reminds={false} /></div></Suspense>
        <div className="min-h-0 flex-1"><PassphraseGate session={session}><Workbench session={session} place={place} /></PassphraseGate></div>
      </div>
    );
  }
}
