import { Button } from '../../../components/ui/Button.tsx';
import { EmptyState } from '../../../components/ui/EmptyState.tsx';
import { errorWords } from '../../../components/words/error-words.ts';
import { AbsentPane } from './panes/AbsentPane.tsx';
import { UnlockPane } from './panes/UnlockPane.tsx';
import { useVault } from './vault-session.ts';
import { Workbench } from './Workbench.tsx';

/** Popup and side panel: the same work, the panel with room and a memory for its place. */
export function WorkPage({ place }: { place: 'popup' | 'panel' }) {
  const session = useVault();
  switch (session.status) {
    case 'starting': return <main aria-busy="true" className="h-full" />;
    case 'absent': return <AbsentPane />;
    case 'locked': return <UnlockPane db={session.db} />;
    case 'failed': return (
      <main className="flex h-full flex-col justify-center">
        <h1 className="sr-only">Overturn</h1>
        <EmptyState title="Overturn cannot open its data" action={<Button onPress={() => location.reload()}>Try again</Button>}>{errorWords(session.code)}</EmptyState>
      </main>
    );
    case 'unlocked': return <Workbench session={session} place={place} />;
  }
}
