import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Notice } from '../ui/Notice.tsx';
import { NoteCard } from './NoteCard.tsx';
import type { ShownNote } from './NoteCard.tsx';
import { PlaybookCard } from './PlaybookCard.tsx';
import type { ShownPlaybook } from './PlaybookCard.tsx';

export type ShownAbout = { notes: readonly ShownNote[]; playbooks: readonly ShownPlaybook[]; asks: number };

/** What the practice's library says about a claim: notes first, then the playbook, and a window somebody should decide about. */
export function AboutClaim({ about, isPlaybookOpen, onAsks }: { about: ShownAbout; isPlaybookOpen: boolean; onAsks: (() => void) | null }) {
  const [first, ...more] = about.playbooks;
  return (
    <div className="flex flex-col gap-2.5">
      {about.asks > 0 && (
        <Notice tone="caution" title={about.asks === 1 ? 'A text states another window than the library' : `${about.asks} windows stated otherwise than in the library`} action={onAsks === null ? undefined : <Button size="small" onPress={onAsks}>Look at both</Button>}>
          The dates here are still those of the library.
        </Notice>
      )}
      {about.notes.map((note) => <NoteCard key={note.id} note={note} />)}
      {first !== undefined && (isPlaybookOpen
        ? <PlaybookCard playbook={first} />
        : <Disclosure title={first.isOwn ? `Playbook: ${first.title}` : 'What usually helps'}><PlaybookCard playbook={first} /></Disclosure>)}
      {more.map((playbook) => <Disclosure key={playbook.id} title={playbook.title}><PlaybookCard playbook={playbook} /></Disclosure>)}
    </div>
  );
}
