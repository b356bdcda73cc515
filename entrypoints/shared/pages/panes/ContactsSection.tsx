import { PromiseRow } from '../../../../components/call/PromiseRow.tsx';
import { SaidBefore } from '../../../../components/call/SaidBefore.tsx';
import { PostableNote } from '../../../../components/note/PostableNote.tsx';
import { Section } from '../../../../components/ui/Section.tsx';
import type { StatusMessage } from '../../../../components/ui/StatusLine.tsx';
import { saidToQuestions } from '../../../../rules/calls/contradictions.ts';
import type { CommandName, CommandRequest } from '../../../../rules/protocol/commands.ts';
import type { CaseFile } from '../../../../rules/work/case-file.ts';
import { notesOfCase } from '../../../../storage/calls/case-notes.ts';
import { promisesOfCase } from '../../../../storage/calls/promises.ts';
import { readWorkTexts } from '../../../../storage/calls/work-texts.ts';
import type { OpenVault } from '../open-vault.ts';
import { useCopy } from '../use-copy.ts';
import { useQuery } from '../use-query.ts';
import { useToday } from '../use-today.ts';

export type ContactsSectionProps = { session: OpenVault; file: CaseFile; send: <N extends CommandName>(command: N, request: CommandRequest<N>, done: string) => Promise<boolean>; onMessage: (message: StatusMessage) => void };

/** What came of the contacts about a case: notes to post, promises, and what was said to the same question. */
export function ContactsSection({ session, file, send, onMessage }: ContactsSectionProps) {
  const { db, vault } = session;
  const caseId = file.item.id;
  const today = useToday();
  const copy = useCopy(session, onMessage);
  const found = useQuery(async () => ({ notes: await notesOfCase(db, vault, caseId), promises: await promisesOfCase(db, vault, caseId), texts: await readWorkTexts(db, vault) }), [db, vault, caseId]);
  if (found.state !== 'ready') return null;
  const { notes, promises, texts } = found.value;
  const said = saidToQuestions(file.contacts, caseId);
  const choicesOf = (key: string) => texts.questions.flatMap(({ value }) => value.questions).find((one) => one.key === key)?.choices ?? [];
  const maxOf = (formatId: string) => texts.formats.find(({ value }) => value.id === formatId)?.value.maxLength ?? null;
  return (
    <>
      {notes.length > 0 && (
        <Section title="Notes to post" aside={notes.filter(({ state }) => state === 'unposted').length}>
          <ul>{notes.slice(0, 20).map((note) => <PostableNote key={note.id} note={note} maxLength={maxOf(note.formatId)} onCopy={async (text) => { await copy(text, 'Note copied.'); }} onState={(state) => void send('case-note:posted', { noteIds: [note.id], state }, state === 'posted' ? 'Marked as posted.' : 'Saved.')} />)}</ul>
        </Section>
      )}
      {promises.length > 0 && (
        <Section title="Promises" aside={promises.length}>
          <ul>{promises.map((promise) => <PromiseRow key={promise.id} promise={promise} today={today} onSettle={(state) => void send('promise:settle', { promiseId: promise.id, state, how: '' }, 'Saved.')} />)}</ul>
        </Section>
      )}
      {said.length > 0 && <Section title="What was said"><SaidBefore said={said} choicesOf={choicesOf} /></Section>}
    </>
  );
}
