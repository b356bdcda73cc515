import { useState } from 'react';
import { questionListFault, QuestionListEditor } from '../../components/call/QuestionListEditor.tsx';
import { NoteFormatEditor, templateFaults } from '../../components/note/NoteFormatEditor.tsx';
import { npiFault, PracticeDetailsForm, taxIdFault } from '../../components/practice/PracticeDetailsForm.tsx';
import { Button } from '../../components/ui/Button.tsx';
import { SelectField } from '../../components/ui/SelectField.tsx';
import { StatusLine } from '../../components/ui/StatusLine.tsx';
import type { StatusMessage } from '../../components/ui/StatusLine.tsx';
import { TextField } from '../../components/ui/TextField.tsx';
import { errorWords } from '../../components/words/error-words.ts';
import { momentWords } from '../../components/words/day-words.ts';
import { questionList } from '../../rules/calls/question-list.ts';
import { practiceDetails } from '../../rules/calls/work-text.ts';
import type { InForce, WorkTextBody } from '../../rules/calls/work-text.ts';
import { noteFormat } from '../../rules/notes/note-format.ts';
import { readWorkTexts, workTextHistory } from '../../storage/calls/work-texts.ts';
import type { OpenVault } from '../shared/pages/open-vault.ts';
import { useDraft } from '../shared/pages/use-draft.ts';
import { useQuery } from '../shared/pages/use-query.ts';
import { sendCommand } from '../shared/send-command.ts';

const DETAILS = 'practice-details';

/** The practice's numbers, question lists and note formats: a lead changes them, everybody works with them, every version is kept. */
export function CallSetupPane({ session }: { session: OpenVault }) {
  const { db, vault, userId } = session;
  const [key, setKey] = useState(DETAILS);
  const found = useQuery(async () => ({ texts: await readWorkTexts(db, vault), role: (await db.users.get(userId))?.role ?? 'biller' }), [db, vault, userId]);
  if (found.state !== 'ready') return null;
  const { texts, role } = found.value;
  const choices = [
    { value: DETAILS, label: 'Numbers, notes, clipboard' }, ...texts.formats.map(({ value }) => ({ value: `note-format:${value.id}`, label: `Note: ${value.name}` })), ...texts.questions.map(({ value }) => ({ value: `questions:${value.id}`, label: `Questions: ${value.title}` })),
  ];
  const inForce: InForce<WorkTextBody> | undefined = key === DETAILS ? texts.details : key.startsWith('questions:') ? texts.questions.find(({ value }) => `questions:${value.id}` === key) : texts.formats.find(({ value }) => `note-format:${value.id}` === key);
  return (
    <div className="flex max-w-xl flex-col gap-3">
      <h1 className="text-title font-semibold">Calls and notes</h1>
      <p className="text-ink-2">{role === 'lead' ? 'What everybody asks on a call and how notes are written. Each version is kept.' : 'A lead changes these. You can read them, and see who changed what.'}</p>
      <SelectField label="What to look at" options={choices} value={key} onChange={setKey} />
      {inForce !== undefined && <TextEditor key={`${key}:${inForce.n}`} session={session} textKey={key} inForce={inForce} formats={texts.formats.map(({ value }) => ({ id: value.id, name: value.name }))} isLead={role === 'lead'} />}
    </div>
  );
}

type EditorProps = { session: OpenVault; textKey: string; inForce: InForce<WorkTextBody>; formats: readonly { id: string; name: string }[]; isLead: boolean };
const asBody = (kept: unknown): { body: WorkTextBody } | null => (typeof kept === 'object' && kept !== null && 'body' in kept ? (kept as { body: WorkTextBody }) : null);

function TextEditor({ session, textKey, inForce, formats, isLead }: EditorProps) {
  const { db, vault } = session;
  const draft = useDraft<{ body: WorkTextBody }>(session, `work-text:${textKey}:${inForce.n}`, asBody, () => ({ body: inForce.value }));
  const history = useQuery(async () => workTextHistory(db, vault, textKey), [db, vault, textKey]);
  const [reason, setReason] = useState('');
  const [message, setMessage] = useState<StatusMessage | null>(null);
  if (draft === null) return null;
  const { body } = draft.value;
  const change = (next: WorkTextBody) => draft.change({ body: next });
  const save = async (next: WorkTextBody | null) => {
    const reply = await sendCommand('work-text:save', { key: textKey, base: inForce.n, body: next, reason: reason.trim() });
    if (reply.ok) await draft.drop();
    setMessage(reply.ok ? { tone: 'done', text: 'Saved for everybody.' } : { tone: 'problem', text: errorWords(reply.error.code) });
  };
  return (
    <div className="flex flex-col gap-3">
      {'questions' in body && <QuestionListEditor list={body} onChange={change} />}
      {'template' in body && <NoteFormatEditor format={body} onChange={change} />}
      {'identities' in body && <PracticeDetailsForm details={body} formats={formats} onChange={change} />}
      {isLead && <TextField label="Why" aside="Optional" value={reason} onChange={setReason} maxLength={300} />}
      {isLead && (
        <div className="flex flex-wrap gap-2">
          <Button kind="primary" isDisabled={!isSound(body) || JSON.stringify(body) === JSON.stringify(inForce.value)} onPress={() => void save(body)}>Save for everybody</Button>
          <Button isDisabled={JSON.stringify(body) === JSON.stringify(inForce.value)} onPress={() => draft.change({ body: inForce.value })}>Undo changes</Button>
          {!inForce.isShipped && textKey !== DETAILS && <Button kind="quiet" onPress={() => void save(null)}>Back to Overturn's own</Button>}
        </div>
      )}
      <StatusLine message={message} />
      {history.state === 'ready' && history.value.length > 0 && (
        <section aria-label="Versions">
          <h2 className="mb-1 text-small font-semibold text-ink-2">Versions</h2>
          <ul>
            {history.value.map((one) => (
              <li key={one.n} className="flex items-center justify-between gap-2 border-b border-line py-1 last:border-b-0">
                <span className="foreign min-w-0">{one.n}. {momentWords(one.atMs)} · {one.userName}{one.body === null ? ' · back to Overturn\'s own' : ''}{one.reason === '' ? '' : ` · ${one.reason}`}</span>
                {isLead && one.n !== inForce.n && one.body !== null && <Button size="small" onPress={() => change(one.body as WorkTextBody)}>Take up</Button>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function isSound(body: WorkTextBody): boolean {
  if ('questions' in body) return questionListFault(body) === null && questionList.safeParse(body).success;
  if ('template' in body) return templateFaults(body.template).length === 0 && noteFormat.safeParse(body).success;
  return practiceDetails.safeParse(body).success && body.identities.every(({ npi, taxId }) => npiFault(npi) === null && taxIdFault(taxId) === null);
}
