import { useState } from 'react';
import { AboutForm } from '../../../components/appeals/AboutForm.tsx';
import type { MoveTo } from '../../../components/appeals/AppealSteps.tsx';
import { FactForm, ParagraphForm, PartForm, ProofForm } from '../../../components/appeals/PacketForms.tsx';
import { CheckForm, EscalateForm, MoveForm, OutcomeForm, SendForm, TalkForm } from '../../../components/appeals/StepForms.tsx';
import { SentenceForm } from '../../../components/work/SentenceForm.tsx';
import { appealStateWords, escalationWords, levelWords, requestWords } from '../../../components/words/appeal-words.ts';
import { dayOfIso, isoOfDay } from '../../../components/words/day-words.ts';
import { moneyWords } from '../../../components/words/money-words.ts';
import { escalationText } from '../../../rules/appeals/escalation-path.ts';
import type { LetterField } from '../../../rules/appeals/letter-fields.ts';
import { SHIPPED_TEMPLATES, templateKey } from '../../../rules/appeals/letter-template.ts';
import type { PacketPart } from '../../../rules/domain/appeal.ts';
import type { DayNumber } from '../../../rules/domain/day-number.ts';
import type { Cadence } from '../../../rules/work/payer-cadence.ts';
import type { PacketEdit } from '../../../rules/protocol/appeal-commands.ts';
import type { CommandName, CommandRequest } from '../../../rules/protocol/commands.ts';
import type { AppealFile } from '../../../storage/appeals/appeal-file.ts';
import { KeepHalfTyped } from '../../shared/pages/KeepHalfTyped.tsx';
import type { OpenVault } from '../../shared/pages/open-vault.ts';
import { useDraft } from '../../shared/pages/use-draft.ts';
import { useFormSave } from '../../shared/pages/use-form-save.ts';

export type PacketDialog =
  | { kind: 'about' | 'check' | 'send' | 'outcome' | 'stop' | 'talk' | 'escalate' | 'proof' } | { kind: 'fact'; field: LetterField } | { kind: 'paragraph'; id: string | null } | { kind: 'part'; part: PacketPart } | { kind: 'move'; to: MoveTo };

type Props = {
  session: OpenVault; file: AppealFile; dialog: PacketDialog; today: DayNumber; cadence: Cadence; timeZone: string; isAlone: boolean; onClose: () => void;
  send: <N extends CommandName>(command: N, request: CommandRequest<N>, done: string) => Promise<boolean>;
};

const asKept = (kept: unknown) => kept;
const blank = (): unknown => null;

/** The forms over a packet. What was typed in one is kept until it is saved. */
export function PacketDialogs(props: Props) {
  const { dialog, file } = props;
  const part = dialog.kind === 'fact' ? dialog.field : dialog.kind === 'paragraph' ? (dialog.id ?? 'new') : dialog.kind === 'part' ? dialog.part.documentId ?? dialog.part.id : dialog.kind === 'move' ? dialog.to : '';
  const draftKey = `appeal:${file.id}:${dialog.kind}:${part}`.slice(0, 120);
  return <KeepHalfTyped key={draftKey} session={props.session} draftKey={draftKey}><KeptDialog {...props} draftKey={draftKey} /></KeepHalfTyped>;
}

function KeptDialog({ session, file, dialog, today, cadence, timeZone, isAlone, onClose, send, draftKey }: Props & { draftKey: string }) {
  const [paragraphId] = useState(() => crypto.randomUUID());
  const draft = useDraft<unknown>(session, draftKey, asKept, blank);
  const { isBusy, save: run } = useFormSave(send, draft, onClose);
  if (draft === null) return null;
  const appealId = file.id;
  const { appeal } = file;
  const edit = (change: PacketEdit, done: string) => run('appeal:edit', { appealId, rev: file.rev, edit: change }, done);
  const shared = { isBusy, onClose, kept: draft.value, onKeep: draft.change };
  const sentOn = appeal.submission?.on ?? null;
  switch (dialog.kind) {
    case 'about': {
      const texts = [...SHIPPED_TEMPLATES.filter(({ category }) => category !== 'frame').map(({ category, title }) => ({ value: templateKey(category, null), label: title })), ...file.own.filter(({ payerKey, template }) => payerKey === file.file.item.payerKey && template.category !== 'frame').map(({ id, template }) => ({ value: id, label: `${template.title} (this payer)` }))];
      return <AboutForm {...shared} today={today} texts={texts} textId={appeal.templateId} was={appeal} onText={(templateId) => edit({ kind: 'template', templateId }, 'Text changed.')} onSave={(about) => edit({ kind: 'about', ...about }, 'Saved.')} />;
    }
    case 'fact': {
      const { field } = dialog;
      return <FactForm {...shared} field={field} was={appeal.typedFacts.find((one) => one.field === field) ?? null} onSave={(value, source) => edit({ kind: 'fact', field, value, source }, value === null ? 'Taken away.' : 'In the letter, with its source.')} />;
    }
    case 'paragraph': {
      const was = appeal.paragraphs.find(({ id }) => id === dialog.id) ?? null;
      return <ParagraphForm {...shared} was={was} onSave={(text, source) => edit({ kind: 'paragraph', id: was?.id ?? paragraphId, text, source }, 'Paragraph saved.')} />;
    }
    case 'part': {
      const { part } = dialog;
      const at = appeal.parts.findIndex(({ id }) => id === part.id);
      return <PartForm {...shared} part={part} wanted={new Map(file.checklist.items.map((item) => [item.kind, item.why]))} onSave={(next) => edit({ kind: 'parts', parts: at < 0 ? [...appeal.parts, next] : appeal.parts.with(at, next) }, 'In the packet.')} />;
    }
    case 'proof': return <ProofForm today={today} isBusy={isBusy} onClose={onClose} onSave={(proof) => edit({ kind: 'proof', id: paragraphId, proof }, 'Proof added.')} />;
    case 'check': {
      const value = (field: LetterField) => file.facts.get(field)?.value ?? 'not known';
      const facts = [{ label: 'Claim number', value: value('claim-number') }, { label: 'Member', value: `${value('patient-name')}, ${value('member-id')}` }, { label: 'Dates of service', value: value('service-dates') }, { label: 'Requested outcome', value: `${requestWords(appeal.request)}${appeal.requestedCents === null ? '' : `, ${moneyWords(appeal.requestedCents)}`}` }];
      return <CheckForm facts={facts} isAlone={isAlone} isBusy={isBusy} onClose={onClose} onSave={() => run('appeal:check', { appealId, hash: file.hash, claimNumber: true, member: true, dates: true, requestedOutcome: true }, 'Checked. It is ready to send.')} />;
    }
    case 'send': {
      const clock = file.file.clocks.find(({ action, kind }) => action === file.level && kind === 'dated');
      return <SendForm {...shared} today={today} what={`${levelWords(file.level)} packet, ${file.checklist.pages} pages`} to={file.addressFor?.value ?? ''} dueOn={clock?.due ?? null} onSave={(sent) => run('appeal:send', { appealId, ...sent }, 'Recorded. Overturn will remind you to ask whether it arrived.')} />;
    }
    case 'move': return <MoveForm {...shared} today={today} to={dialog.to} sentOn={sentOn} ruleId={file.ruleId} cadence={cadence} onSave={(moved) => run('appeal:move', { appealId, to: dialog.to, ...moved }, `${appealStateWords(dialog.to)}.`)} />;
    case 'outcome': return <OutcomeForm {...shared} today={today} requestedCents={appeal.requestedCents} isSent={sentOn !== null} onSave={(outcome) => run('appeal:decide', { appealId, ...outcome }, 'Outcome recorded.')} />;
    case 'stop': return <SentenceForm {...shared} title="Stop here" label="Why it is not taken further" save="Close the appeal" onSave={(reason) => run('appeal:stop', { appealId, reason }, 'Closed, with its reason.')} />;
    case 'talk': return <TalkForm {...shared} today={today} timeZone={timeZone} onSave={(talk) => run('appeal:peer-talk', { appealId, talk }, 'Recorded.')} />;
    case 'escalate': {
      const next = file.escalation;
      if (next === null) return null;
      const { text } = escalationText(next.step.text, file.facts);
      const day = dayOfIso(isoOfDay(today)) ?? today;
      return <EscalateForm {...shared} title={`Escalate: ${escalationWords(next.step.step).toLowerCase()}`} when={`${next.step.when}${next.from === null ? '' : ` From ${next.from.slice(5, 7)}/${next.from.slice(8)}/${next.from.slice(0, 4)}.`}`} text={text} answerBy={isoOfDay(day + next.step.waitDays)} today={today} onSave={(step) => run('appeal:escalate', { appealId, step: next.step.step, ...step }, 'Recorded.')} />;
    }
  }
}
