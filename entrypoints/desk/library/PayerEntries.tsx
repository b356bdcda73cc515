import { useState } from 'react';
import { NoteCard } from '../../../components/library/NoteCard.tsx';
import { PlaybookCard } from '../../../components/library/PlaybookCard.tsx';
import { ProfileView } from '../../../components/library/ProfileView.tsx';
import { aboutWords } from '../../../components/library/tag-text.ts';
import { Button } from '../../../components/ui/Button.tsx';
import { Menu } from '../../../components/ui/Menu.tsx';
import { momentWords } from '../../../components/words/day-words.ts';
import { noteKindWords } from '../../../components/words/library-words.ts';
import type { LibraryItem } from '../../../rules/library/library-entry.ts';
import type { LibraryPayerPage } from '../../../storage/queries/library.ts';
import { copyText } from '../../shared/pages/copy-text.ts';
import type { OpenVault } from '../../shared/pages/open-vault.ts';
import { sendCommand } from '../../shared/send-command.ts';
import { ConfirmChange } from './ConfirmChange.tsx';
import type { Confirmation } from './ConfirmChange.tsx';
import { NoteEditor, PlaybookEditor, ProfileEditor } from './EntryEditors.tsx';
import { HistoryDialog } from './HistoryDialog.tsx';
import type { Reader } from './use-reader.ts';

type Props = { session: OpenVault; reader: Reader; page: LibraryPayerPage; nameOf: (payerKey: string) => string; onDone: (text: string) => void; onProblem: (text: string) => void };
type Open = { what: 'edit' | 'history'; id: string } | { what: 'new' } | null;

/** Notes, playbooks and the profile of a payer share this: what is open over the list, and how an entry is taken away. */
function useEntries({ session, reader, page, onDone, onProblem }: Props) {
  const [open, setOpen] = useState<Open>(null);
  const [removing, setRemoving] = useState<Confirmation | null>(null);
  const done = (text: string) => {
    setOpen(null);
    setRemoving(null);
    onDone(text);
  };
  const remove = (item: LibraryItem, title: string) => {
    const atOnce = reader.isLead || item.kind === 'note';
    setRemoving({
      title: `Take away: ${title}`, action: atOnce ? 'Take away' : 'Propose to a lead', items: [item], given: { reason: '', evidence: '' }, asks: 'reason', draftKey: `remove:${item.entryId}`,
      send: ({ reason }) => sendCommand('library:change', { items: [item], title: `Taken away: ${title}`.slice(0, 300), reason, evidence: '', approve: atOnce, askId: null, stamp: null }), done: atOnce ? 'Taken away. Its history stays.' : 'Proposed. A lead decides.',
    });
  };
  const editing = { session, reader, payerKey: page.key, payerName: page.name, onClose: () => setOpen(null), onDone: done, onProblem };
  const over = (
    <>
      {removing !== null && <ConfirmChange session={session} reader={reader} confirmation={removing} onClose={() => setRemoving(null)} onDone={done} />}
      {open?.what === 'history' && <HistoryDialog session={session} reader={reader} entryId={open.id} title={page.name} onClose={() => setOpen(null)} onDone={done} />}
    </>
  );
  const menuOf = (id: string, title: string, item: LibraryItem) => (
    <Menu
      label={`More for ${title === '' ? 'this note' : title}`}
      entries={[
        ...(reader.mayWork ? [{ id: 'edit', label: 'Change', onChoose: () => setOpen({ what: 'edit', id }) }] : []), { id: 'history', label: 'History', onChoose: () => setOpen({ what: 'history', id }) },
        ...(reader.mayWork ? [{ id: 'remove', label: 'Take away', onChoose: () => remove(item, title) }] : []),
      ]}
    />
  );
  return { open, setOpen, over, editing, menuOf };
}

export function PayerNotes(props: Props) {
  const { page, nameOf, reader } = props;
  const { open, setOpen, over, editing, menuOf } = useEntries(props);
  const entry = open?.what === 'edit' ? page.notes.find(({ id }) => id === open.id) ?? null : null;
  return (
    <div className="flex flex-col gap-3">
      {page.notes.length === 0 && <p className="text-ink-2">No notes yet. What did the last call teach you?</p>}
      {page.notes.map((note) => (
        <NoteCard
          key={note.id} note={{ id: note.id, kind: note.body.kind, title: note.body.title, text: note.body.text, userName: note.userName, atMs: note.atMs }} tags={aboutWords(note.body.about, nameOf)}
          actions={menuOf(note.id, note.body.title === '' ? noteKindWords(note.body.kind) : note.body.title, { kind: 'note', entryId: note.id, payerKey: page.key, body: null })}
        />
      ))}
      {reader.mayWork && <div><Button onPress={() => setOpen({ what: 'new' })}>Add a note</Button></div>}
      {(open?.what === 'new' || entry !== null) && <NoteEditor {...editing} entry={entry} />}
      {over}
    </div>
  );
}

export function PayerPlaybooks(props: Props) {
  const { page, nameOf, reader } = props;
  const { open, setOpen, over, editing, menuOf } = useEntries(props);
  const entry = open?.what === 'edit' ? page.playbooks.find(({ id }) => id === open.id) ?? null : null;
  return (
    <div className="flex flex-col gap-3">
      {page.playbooks.length === 0 && <p className="text-ink-2">None yet. On a claim the playbook that came with Overturn stands in its place.</p>}
      {page.playbooks.map((book) => (
        <PlaybookCard key={book.id} playbook={{ id: book.id, ...book.body, isOwn: true }} tags={aboutWords(book.body.about, nameOf)} actions={menuOf(book.id, book.body.title, { kind: 'playbook', entryId: book.id, payerKey: page.key, body: null })} />
      ))}
      {reader.mayWork && <div><Button onPress={() => setOpen({ what: 'new' })}>Add a playbook</Button></div>}
      {(open?.what === 'new' || entry !== null) && <PlaybookEditor {...editing} entry={entry} start={{}} />}
      {over}
    </div>
  );
}

export function PayerProfile(props: Props) {
  const { page, reader, onDone, onProblem } = props;
  const { open, setOpen, over, editing } = useEntries(props);
  const { profile } = page;
  const copy = async (text: string) => {
    if (await copyText(text)) onDone('Copied.');
    else onProblem('The browser did not allow copying.');
  };
  return (
    <div className="flex flex-col gap-3">
      {profile === null ? <p className="text-ink-2">Nothing yet: phone and fax numbers, addresses, forms, portal links, required documents.</p> : <ProfileView profile={profile.body} onCopy={copy} />}
      {profile !== null && <p className="figures text-small text-ink-3"><span className="foreign">{profile.userName}</span>, {momentWords(profile.atMs)}</p>}
      <div className="flex gap-2">
        {reader.mayWork && <Button onPress={() => setOpen({ what: 'new' })}>{profile === null ? 'Fill in' : 'Change'}</Button>}
        {profile !== null && <Button kind="quiet" onPress={() => setOpen({ what: 'history', id: profile.id })}>History</Button>}
      </div>
      {open?.what === 'new' && <ProfileEditor {...editing} entry={profile} />}
      {over}
    </div>
  );
}
