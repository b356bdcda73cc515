import { useState } from 'react';
import { ArrowLeft, Download } from 'lucide-react';
import { LetterView } from '../../../components/appeals/LetterView.tsx';
import { ChecklistView, PacketParts } from '../../../components/appeals/PacketParts.tsx';
import { AppealSteps } from '../../../components/appeals/AppealSteps.tsx';
import { ProofList } from '../../../components/appeals/ProofList.tsx';
import { Button } from '../../../components/ui/Button.tsx';
import { Chip } from '../../../components/ui/Chip.tsx';
import { DropArea } from '../../../components/ui/DropArea.tsx';
import { EmptyState } from '../../../components/ui/EmptyState.tsx';
import { Money } from '../../../components/ui/Money.tsx';
import { Notice } from '../../../components/ui/Notice.tsx';
import { Section } from '../../../components/ui/Section.tsx';
import type { StatusMessage } from '../../../components/ui/StatusLine.tsx';
import { appealStateTone, appealStateWords, faultWords, levelWords, partOptions, refusalWords, requestWords, sizeWords } from '../../../components/words/appeal-words.ts';
import { isoOfDay, momentWords, usDates } from '../../../components/words/day-words.ts';
import { errorWords } from '../../../components/words/error-words.ts';
import { patientWords } from '../../../components/words/queue-words.ts';
import { isEditable } from '../../../rules/appeals/appeal-states.ts';
import type { PacketPart } from '../../../rules/domain/appeal.ts';
import type { PacketEdit } from '../../../rules/protocol/appeal-commands.ts';
import type { CommandName, CommandRequest } from '../../../rules/protocol/commands.ts';
import { appealFile, mayCheck } from '../../../storage/appeals/appeal-file.ts';
import type { AppealFile } from '../../../storage/appeals/appeal-file.ts';
import { readSettings } from '../../../storage/settings.ts';
import type { OpenVault } from '../../shared/pages/open-vault.ts';
import { useQuery } from '../../shared/pages/use-query.ts';
import { useToday } from '../../shared/pages/use-today.ts';
import { sendCommand } from '../../shared/send-command.ts';
import { cadenceOf } from '../../../rules/work/payer-cadence.ts';
import type { Cadence } from '../../../rules/work/payer-cadence.ts';
import { SensitiveWarning } from '../../../components/work/SensitiveWarning.tsx';
import { DialogForm } from '../../../components/work/DialogForm.tsx';
import { openAppeal } from './appeal-address.ts';
import { PacketDialogs } from './PacketDialogs.tsx';
import type { PacketDialog } from './PacketDialogs.tsx';
import { savePacket } from './save-packet.ts';
import { takeDocument } from './take-document.ts';

type Props = { session: OpenVault; appealId: string; onMessage: (message: StatusMessage) => void };

/** One appeal: its letter, its packet, what is missing, and what comes next. */
export function PacketPage({ session, appealId, onMessage }: Props) {
  const { db, vault } = session;
  const today = useToday();
  const answer = useQuery(async () => {
    const [file, settings] = await Promise.all([appealFile(db, vault, appealId, isoOfDay(today)), readSettings(db)]);
    return { file, settings };
  }, [db, vault, appealId, today]);
  if (answer.state === 'failed') return <EmptyState title="This appeal cannot be shown">{errorWords(answer.code)}</EmptyState>;
  if (answer.state !== 'ready') return <div aria-busy="true" />;
  if (answer.value.file === null) return <EmptyState title="This appeal is no longer here" action={<Button onPress={() => openAppeal(null)}>All appeals</Button>} />;
  return <OpenPacket session={session} file={answer.value.file} cadence={cadenceOf(answer.value.file.file.payer, answer.value.settings.followUpDays)} timeZone={answer.value.settings.timeZone} onMessage={onMessage} />;
}

function OpenPacket({ session, file, cadence, timeZone, onMessage }: Omit<Props, 'appealId'> & { file: AppealFile; cadence: Cadence; timeZone: string }) {
  const today = useToday();
  const [dialog, setDialog] = useState<PacketDialog | null>(null);
  const [isTaking, setTaking] = useState(false);
  const [isSaving, setSaving] = useState(false);
  /** A file of a case marked sensitive that was asked for: it is saved only after a word. */
  const [sensitive, setSensitive] = useState<'pdf' | 'docx' | null>(null);
  const [refused, setRefused] = useState<{ name: string; refusal: string }[]>([]);
  const { appeal, letter, checklist, documents } = file;
  const canEdit = isEditable(file.state);
  const may = mayCheck(file, session.userId);
  const isSent = appeal.submission !== null;

  const send = async <N extends CommandName>(command: N, request: CommandRequest<N>, done: string): Promise<boolean> => {
    const reply = await sendCommand(command, request);
    const own = !reply.ok && reply.error.field === 'own-work';
    onMessage(reply.ok ? { tone: 'done', text: done } : { tone: 'problem', text: own ? 'Somebody else has to check this: you worked on it.' : errorWords(reply.error.code) });
    return reply.ok;
  };
  const edit = (change: PacketEdit, done: string) => send('appeal:edit', { appealId: file.id, rev: file.rev, edit: change }, done);
  const order = (parts: PacketPart[]) => void edit({ kind: 'parts', parts }, 'Order changed.');
  const take = async (files: readonly File[]) => {
    setTaking(true);
    setRefused([]);
    for (const one of files) {
      const taken = await takeDocument(file.id, one);
      if (taken.ok) onMessage({ tone: 'done', text: `${one.name} is kept, sealed. Say what it is.` });
      else setRefused((before) => [...before, { name: one.name, refusal: taken.refusal }]);
    }
    setTaking(false);
  };
  const save = async (form: 'pdf' | 'docx', sensitive = false) => {
    setSaving(true);
    const saved = await savePacket(session, file, form, isoOfDay(today), sensitive);
    setSaving(false);
    const isAsked = !saved.ok && saved.code === 'sensitive-record';
    setSensitive(isAsked ? form : null);
    if (isAsked) return;
    const limit = form === 'pdf' ? file.limits.bytes : null;
    const isTooLarge = saved.ok && limit !== null && saved.bytes > limit;
    if (isTooLarge) onMessage({ tone: 'problem', text: `${saved.fileName} saved, ${sizeWords(saved.bytes)}: larger than this payer takes (${sizeWords(limit)}). Send fewer pages, or in parts.` });
    else onMessage(saved.ok ? { tone: 'done', text: `${saved.fileName} saved, ${sizeWords(saved.bytes)}. It is not encrypted: keep it as you keep records.` } : { tone: 'problem', text: errorWords(saved.code) });
  };
  const why = new Map(checklist.items.map((item) => [item.kind, item.why]));
  const placed = new Set(appeal.parts.flatMap(({ documentId }) => documentId ?? []));
  const loose = documents.filter(({ id }) => !placed.has(id));
  const firstMissing = checklist.items.find((item) => !item.isThere && item.kind !== 'cover-letter' && item.kind !== 'filing-proof-list');
  const newPart = (documentId: string, name: string): PacketPart => {
    const kind = firstMissing?.kind ?? 'other';
    return { id: crypto.randomUUID(), kind, title: partOptions.find(({ value }) => value === kind)?.label ?? name, why: why.get(kind) ?? '', documentId };
  };
  const clock = file.file.clocks.find(({ action }) => action === file.level);

  return (
    <div className="max-w-6xl">
      <div className="flex flex-wrap items-center gap-2">
        <Button size="small" kind="quiet" icon={<ArrowLeft aria-hidden className="size-3.5" />} onPress={() => openAppeal(null)}>All appeals</Button>
      </div>
      <header className="flex flex-wrap items-start gap-3 border-b border-line pt-1 pb-3">
        <div className="min-w-0 flex-1">
          <h1 className="foreign text-title font-semibold">{levelWords(file.level)}: {patientWords(file.file.sealed.facts.patientName)}</h1>
          <p className="foreign figures text-ink-2">{file.file.item.payerName} · claim {file.file.sealed.facts.claimControlNumber ?? 'number not known'}</p>
          <div className="mt-1 flex flex-wrap items-center gap-1">
            <Chip tone={appealStateTone(file.state)}>{appealStateWords(file.state)}</Chip>
            {!isSent && (clock?.kind === 'dated' && clock.due !== null ? <Chip tone={(clock.daysLeft ?? 99) <= 14 ? 'soon' : 'plain'}>Last day {usDates(clock.due)}</Chip> : <Chip tone="soon">No last day known</Chip>)}
            {file.check.kind === 'valid' && <Chip tone="good">Checked by {file.check.byName}, {momentWords(file.check.atMs)}{file.check.isAlone ? ', alone' : ''}</Chip>}
            {file.check.kind === 'void' && <Chip tone="over">Check void: something changed</Chip>}
            {file.chain.length > 1 && file.chain.filter(({ id }) => id !== file.id).map((one) => <Button key={one.id} size="small" kind="quiet" onPress={() => openAppeal(one.id)}>{levelWords(one.level)}: {appealStateWords(one.state)}</Button>)}
          </div>
        </div>
        <p className="text-right text-title font-semibold"><Money cents={appeal.requestedCents} /><span className="block text-small font-normal text-ink-3">{requestWords(appeal.request)}</span></p>
      </header>
      <div className="grid gap-4 pt-3 lg:grid-cols-[minmax(0,1fr)_25rem]">
        <div className="min-w-0">
          <Section title="Letter" aside={file.template.template.title}>
            {canEdit && <div className="pb-2"><Button size="small" onPress={() => setDialog({ kind: 'about' })}>Date, signature, request, text</Button></div>}
            {appeal.sentLetter === null
              ? <LetterView letter={letter} isEditable={canEdit} nameOf={(id) => file.users.get(id) ?? ''} onFact={(field) => setDialog({ kind: 'fact', field })} onParagraph={(id) => setDialog({ kind: 'paragraph', id })} onRemoveParagraph={(id) => void edit({ kind: 'paragraph', id, text: null, source: '' }, 'Paragraph taken out.')} />
              : <article aria-label="Letter as sent" className="foreign flex flex-col gap-3 rounded-md border border-line bg-raised px-5 py-5 whitespace-pre-line">{appeal.sentLetter.map((text, at) => <p key={`${at}-${text.slice(0, 20)}`}>{text}</p>)}</article>}
          </Section>
        </div>
        <div className="min-w-0">
          <Section title="Next">
            <AppealSteps file={{ state: file.state, level: file.level, appeal, faults: checklist.faults.length, check: file.check.kind, may }} onMove={(to) => setDialog({ kind: 'move', to })} onCheck={() => setDialog({ kind: 'check' })} onSend={() => setDialog({ kind: 'send' })} onOutcome={() => setDialog({ kind: 'outcome' })} onStop={() => setDialog({ kind: 'stop' })} onTalk={() => setDialog({ kind: 'talk' })} onEscalate={isSent && file.escalation !== null && !['closed', 'withdrawn', 'overturned'].includes(file.state) ? () => setDialog({ kind: 'escalate' }) : null} />
          </Section>
          {canEdit && (
            <Section title="Before it is ready" aside={checklist.faults.length === 0 ? 'Nothing is missing' : `${checklist.faults.length} to do`}>
              {checklist.faults.length === 0 ? <p className="text-ink-2">Letter and packet are whole.</p> : <ul className="flex list-disc flex-col gap-1 pl-5">{checklist.faults.map((fault) => <li key={faultWords(fault)}>{faultWords(fault)}</li>)}</ul>}
            </Section>
          )}
          <Section title="Packet" aside={`${checklist.pages} pages, about ${sizeWords(checklist.bytes)}`}>
            <div className="flex flex-col gap-3">
              {file.limits.text !== '' && <p className="text-small text-ink-2">This payer takes: <span className="foreign">{file.limits.text}</span></p>}
              {file.limits.text === '' && <p className="text-small text-ink-3">No limits of this payer are on file. They can be written in its profile in the library.</p>}
              <PacketParts parts={appeal.parts} documents={documents} isEditable={canEdit} onOrder={order} onEdit={(part) => setDialog({ kind: 'part', part })} onRemove={(part) => order(appeal.parts.filter(({ id }) => id !== part.id))} />
              {loose.length > 0 && (
                <ul aria-label="Documents not placed yet" className="flex flex-col gap-1.5">
                  {loose.map((one) => (
                    <li key={one.id} className="flex flex-wrap items-center gap-2 rounded-md border border-dashed border-edge px-2 py-1.5">
                      <span className="foreign min-w-0 flex-1 truncate">{one.name}<span className="block text-small text-ink-3">{one.done ? `${one.pages} ${one.pages === 1 ? 'page' : 'pages'}, ${sizeWords(one.bytes)}` : 'Not whole'}</span></span>
                      {canEdit && one.done && <Button size="small" onPress={() => setDialog({ kind: 'part', part: newPart(one.id, one.name) })}>Put it in</Button>}
                      {canEdit && <Button size="small" kind="quiet" onPress={() => void send('document:remove', { documentId: one.id }, 'Document deleted.')}>Delete</Button>}
                    </li>
                  ))}
                </ul>
              )}
              {canEdit && <DropArea label={isTaking ? 'Looking through it…' : 'Drop or paste documents'} button="Choose files" accept={['application/pdf', 'image/png', 'image/jpeg']} onFiles={(files) => void take(files)}>PDF, PNG or JPEG. Kept sealed in the vault.</DropArea>}
              {refused.map(({ name, refusal }) => <Notice key={name} tone="problem" title="Not taken"><span className="foreign">{name}</span>: {refusalWords(refusal)}</Notice>)}
              <ChecklistView checklist={checklist} onAdd={canEdit ? (kind, reason) => order([...appeal.parts, { id: crypto.randomUUID(), kind, title: partOptions.find(({ value }) => value === kind)?.label ?? kind, why: reason, documentId: null }]) : null} />
            </div>
          </Section>
          {(file.template.template.category === 'timely-filing' || appeal.proofs.length > 0) && (
            <Section title="Proof of filing"><ProofList proofs={file.proofs} onAdd={canEdit ? () => setDialog({ kind: 'proof' }) : null} onRemove={canEdit ? (id) => void edit({ kind: 'proof', id, proof: null }, 'Proof taken out.') : null} /></Section>
          )}
          <Section title="Take it along">
            <div className="flex flex-wrap gap-2">
              <Button icon={<Download aria-hidden className="size-3.5" />} isPending={isSaving} onPress={() => void save('pdf')}>Packet as PDF</Button>
              <Button icon={<Download aria-hidden className="size-3.5" />} isPending={isSaving} onPress={() => void save('docx')}>Letter as Word file</Button>
            </div>
            {!isSent && !(file.state === 'ready' && file.check.kind === 'valid') && <p className="pt-1 text-small text-ink-3">Not checked yet: every page will say draft.</p>}
          </Section>
          <Section title="What happened">
            <ol className="flex flex-col gap-1.5">
              {[...appeal.steps].reverse().map((step) => <li key={`${step.atMs}-${step.state}`}><span className="font-medium">{appealStateWords(step.state)}</span> <span className="figures text-ink-2">{usDates(step.on)}, {file.users.get(step.byUser) ?? ''}</span>{(step.note !== '' || step.reference !== null) && <span className="foreign block text-small text-ink-2">{[step.reference ?? '', step.note].filter((text) => text !== '').join(' · ')}</span>}</li>)}
              {appeal.escalations.map((one) => <li key={`e-${one.atMs}`}><span className="font-medium">Escalated</span> <span className="foreign figures text-ink-2">{usDates(one.on)} {one.to} {one.reference ?? ''}{one.answerBy === null ? '' : `, answer by ${usDates(one.answerBy)}`}</span></li>)}
              {appeal.peerTalks.map((one) => <li key={`t-${one.atMs}`}><span className="font-medium">Talk between physicians: {one.state}</span> <span className="foreign figures text-ink-2">{usDates(one.on)} {one.at ?? ''} {one.payerDoctor}</span></li>)}
            </ol>
            {appeal.outcome !== null && <p className="foreign pt-2">{appealStateWords(appeal.outcome.outcome)}{appeal.outcome.recoveredCents !== null && <>: <Money cents={appeal.outcome.recoveredCents} /> recovered</>}{appeal.outcome.reason !== '' && <span className="block text-ink-2">{appeal.outcome.reason}</span>}</p>}
            {appeal.stop !== null && <p className="foreign pt-2">Not taken further: {appeal.stop.reason}</p>}
          </Section>
        </div>
      </div>
      {sensitive !== null && <DialogForm title="This case is marked sensitive" save="Save it all the same" isBusy={isSaving} onSave={() => void save(sensitive, true)} onClose={() => setSensitive(null)}><SensitiveWarning /></DialogForm>}
      {dialog !== null && <PacketDialogs session={session} file={file} dialog={dialog} today={today} cadence={cadence} timeZone={timeZone} isAlone={may === 'alone'} send={send} onClose={() => setDialog(null)} />}
    </div>
  );
}
