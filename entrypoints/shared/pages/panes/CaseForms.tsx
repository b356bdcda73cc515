import { useEffect } from 'react';
import { letKeysGo } from '../../../../components/ui/held-keys.ts';
import { proposedOutcome } from '../../../../components/denial/PaidProposal.tsx';
import { AnswerLetterForm } from '../../../../components/work/AnswerLetterForm.tsx';
import { ClassifyForm } from '../../../../components/work/ClassifyForm.tsx';
import { LetterForm } from '../../../../components/work/LetterForm.tsx';
import { OverrideForm } from '../../../../components/work/OverrideForm.tsx';
import { PlanForm } from '../../../../components/work/PlanForm.tsx';
import { ResolveForm } from '../../../../components/work/ResolveForm.tsx';
import { AuthorizationForm, CoverageForm } from '../../../../components/work/MemberRecordForms.tsx';
import { RootCauseForm } from '../../../../components/work/RootCauseForm.tsx';
import { SensitiveForm } from '../../../../components/work/SensitiveForm.tsx';
import { SetAsideForm } from '../../../../components/work/SetAsideForm.tsx';
import { SentenceForm } from '../../../../components/work/SentenceForm.tsx';
import { SnoozeForm } from '../../../../components/work/SnoozeForm.tsx';
import { SplitForm } from '../../../../components/work/SplitForm.tsx';
import { DecisionDayForm } from '../../../../components/work/DecisionDayForm.tsx';
import { SubmissionForm } from '../../../../components/work/SubmissionForm.tsx';
import { lookSourceWords } from '../../../../components/words/evidence-words.ts';
import { momentWords, weekdayDay, dayOfIso } from '../../../../components/words/day-words.ts';
import type { WorkingDays } from '../../../../rules/calendar/working-days.ts';
import type { CaseAsk } from '../../../../rules/domain/case-ask.ts';
import type { DayNumber } from '../../../../rules/domain/day-number.ts';
import { DEADLINE_ACTIONS } from '../../../../rules/domain/vocabulary.ts';
import type { LetterKind } from '../../../../rules/domain/vocabulary.ts';
import type { CommandName, CommandRequest } from '../../../../rules/protocol/commands.ts';
import type { Cadence } from '../../../../rules/work/payer-cadence.ts';
import type { CaseFile } from '../../../../rules/work/case-file.ts';
import type { OpenVault } from '../open-vault.ts';
import { KeepHalfTyped } from '../KeepHalfTyped.tsx';
import { useDraft } from '../use-draft.ts';
import { useFormSave } from '../use-form-save.ts';
import { AskColleague } from './AskColleague.tsx';
import { NextPayerForm } from './NextPayerForm.tsx';

export type CaseForm = { kind: 'snooze' | 'plan' | 'submission' | 'resolve' | 'reopen' | 'note' | 'classify' | 'letter' | 'next-payer' | 'split' | 'root-cause' | 'set-aside' | 'coverage' | 'authorization' | 'sensitive' | 'hold' } | { kind: 'ask' } | { kind: 'answer-ask'; ask: CaseAsk } | { kind: 'override'; action: string | null } | { kind: 'rule-date'; action: string } | { kind: 'decision-day' | 'take-back'; atMs: number; sentOn: string } | { kind: 'answer-letter'; letter: LetterKind; letterOn: string };

export type CaseFormsProps = {
  session: OpenVault; form: CaseForm | null; file: CaseFile; isLead: boolean; today: DayNumber; cadence: Cadence; working: WorkingDays; onClose: () => void;
  send: <N extends CommandName>(command: N, request: CommandRequest<N>, done: string) => Promise<boolean>;
};

const asKept = (kept: unknown) => kept;
const blank = (): unknown => null;

/** The small forms over a case, each with the command it sends. What was typed in one is kept until it is saved. */
export function CaseForms({ form, ...rest }: CaseFormsProps) {
  if (form === null) return null;
  const name = form.kind === 'answer-ask' ? `answer-ask:${form.ask.atMs}:${form.ask.ofUser}` : form.kind === 'answer-letter' ? `answer-letter:${form.letter}:${form.letterOn}` : form.kind === 'rule-date' ? `rule-date:${form.action}` : form.kind === 'override' ? `override:${form.action ?? 'any'}` : form.kind === 'decision-day' || form.kind === 'take-back' ? `${form.kind}:${form.atMs}` : form.kind;
  return <KeepHalfTyped key={name} session={rest.session} draftKey={`case-form:${rest.file.item.id}:${name}`}><KeptForm name={name} form={form} {...rest} /></KeepHalfTyped>;
}

function KeptForm({ session, name, form, file, isLead, today, cadence, working, onClose, send }: Omit<CaseFormsProps, 'form'> & { name: string; form: CaseForm }) {
  const caseId = file.item.id;
  const draft = useDraft<unknown>(session, `case-form:${caseId}:${name}`, asKept, blank);
  const { isBusy, save: work } = useFormSave(send, draft, onClose);
  const isThere = draft !== null;
  useEffect(() => { if (isThere) letKeysGo(); }, [isThere]);
  if (draft === null) return null;
  const shared = { isBusy, onClose, kept: draft.value, onKeep: draft.change };
  switch (form.kind) {
    case 'snooze': return <SnoozeForm {...shared} today={today} safeDay={Math.min(file.item.nextDay, file.item.dueDay)} working={working} onSave={(snooze) => work('case:snooze', { caseId, ...snooze }, `Snoozed to ${weekdayDay(dayOfIso(snooze.untilIso) ?? today)}.`)} />;
    case 'plan': return <PlanForm {...shared} item={file.item} today={today} onSave={(plan) => work('case:plan', { caseId, ...plan }, 'Plan saved.')} />;
    case 'submission': return <SubmissionForm {...shared} serviceFrom={file.sealed.facts.serviceFrom} today={today} cadence={cadence} lastDays={lastDaysOf(file)} rules={new Map(file.clocks.flatMap(({ action, rule }) => (rule === null ? [] : [[action, rule] as const])))} suggested={DEADLINE_ACTIONS.find((action) => action === file.item.nextKind) ?? null} onSave={(submission) => work('case:record-submission', { caseId, ...submission }, 'Recorded. The clocks were worked out again.')} />;
    case 'resolve': return <ResolveForm {...shared} proposed={file.sealed.suggestion?.kind === 'paid' ? { outcome: proposedOutcome(file.sealed), recoveredCents: file.sealed.facts.paid } : null} onSave={(closing) => work('case:resolve', { caseId, ...closing }, 'Case closed.')} />;
    case 'reopen': return <SentenceForm {...shared} title="Open the case again" label="Why" save="Open again" onSave={(reason) => work('case:reopen', { caseId, reason }, 'Case open again.')} />;
    case 'split': return <SplitForm looks={file.observations.filter(({ id }) => !(file.sealed.setAside ?? []).includes(id)).map(({ id, n, source, atMs, host }) => ({ id, words: `${n}. ${lookSourceWords(source)}`, detail: host === null ? momentWords(atMs) : `${momentWords(atMs)} · ${host}` }))} isBusy={isBusy} onClose={onClose} onSave={(chosen) => work('case:split', { caseId, ...chosen }, 'Split off. The new case is in the queue.')} />;
    case 'note': return <SentenceForm {...shared} title="Add a note" label="Note" save="Add note" rows={5} maxLength={20_000} onSave={(text) => work('case:add-note', { caseId, text }, 'Note added.')} />;
    case 'ask': return <AskColleague session={session} {...shared} onSave={(asking) => work('case:ask', { caseId, ...asking }, 'Asked. It stands in their queue until it is answered.')} />;
    case 'answer-ask': return <SentenceForm {...shared} title="Answer" label={form.ask.words} save="Answer" rows={3} onSave={(words) => work('case:answer-ask', { caseId, atMs: form.ask.atMs, byUser: form.ask.byUser, ofUser: form.ask.ofUser, words }, 'Answered.')} />;
    case 'classify': return <ClassifyForm {...shared} explanation={file.explanation} onSave={(chosen) => work('case:classify', { caseId, ...chosen }, 'Saved.')} />;
    case 'root-cause': return <RootCauseForm category={file.sealed.rootCauses?.at(-1)?.category ?? file.item.category} isBusy={isBusy} onClose={onClose} onSave={(found) => work('case:root-cause', { caseId, ...found }, 'Root cause saved.')} />;
    case 'set-aside': return <SetAsideForm {...shared} today={today} onSave={(aside) => work('case:set-aside', { caseId, ...aside }, `Set aside. Second look ${weekdayDay(dayOfIso(aside.secondLookOn) ?? today)}.`)} />;
    case 'sensitive': return <SensitiveForm isBusy={isBusy} isLead={isLead} mark={file.sealed.sensitive ?? null} onClose={onClose} onSave={(mark) => work('case:mark-sensitive', { caseId, ...mark }, mark.kind === null ? 'No longer marked.' : 'Marked sensitive: it stays out of files and letters unless somebody says so.')} />;
    case 'hold': return <SentenceForm {...shared} title={file.sealed.legalHold == null ? 'Set a legal hold' : 'End the legal hold'} label="Why" save={file.sealed.legalHold == null ? 'Set the hold' : 'End the hold'} onSave={(reason) => work('case:hold', { caseId, on: file.sealed.legalHold == null, reason }, file.sealed.legalHold == null ? 'On hold: nothing of this case is purged.' : 'Hold ended.')} />;
    case 'coverage': return <CoverageForm {...shared} facts={file.sealed.facts} today={today} onSave={(record) => work('member-record:add', { caseId, record }, 'Coverage check kept.')} />;
    case 'authorization': return <AuthorizationForm {...shared} facts={file.sealed.facts} today={today} onSave={(record) => work('member-record:add', { caseId, record }, 'Authorization kept.')} />;
    case 'letter': return <LetterForm {...shared} today={today} onSave={(letter) => work('case:record-letter', { caseId, ...letter }, 'Letter recorded. The clocks were worked out again.')} />;
    case 'answer-letter': return <AnswerLetterForm {...shared} kind={form.letter} letterOn={form.letterOn} today={today} onSave={(answer) => work('case:answer-letter', { caseId, kind: form.letter, letterOn: form.letterOn, ...answer }, 'Answer recorded. The clocks were worked out again.')} />;
    case 'next-payer': return <NextPayerForm session={session} {...shared} own={file.item.payerKey} onSave={(payerKey) => work('case:next-payer', { caseId, payerKey }, 'Next payer named.')} />;
    case 'rule-date': {
      const action = DEADLINE_ACTIONS.find((one) => one === form.action);
      const seen = file.sealed.overrides.filter((one) => one.action === form.action).at(-1)?.date ?? null;
      return action === undefined ? null : <SentenceForm {...shared} title="Back to the rule's date" label="Why the date set by hand no longer holds" save="Take it back" onSave={(reason) => work('case:override-deadline', { caseId, action, date: null, seen, reason, evidence: '' }, 'The date set by hand is taken back.')} />;
    }
    case 'decision-day': return <DecisionDayForm {...shared} sentOn={form.sentOn} today={today} onSave={(on) => work('case:change-submission', { caseId, atMs: form.atMs, change: { kind: 'decided', on } }, 'Day of the decision saved. The clocks were worked out again.')} />;
    case 'take-back': return <SentenceForm {...shared} title="Take back what was recorded" label="Why it was not sent like this" save="Take back" onSave={(reason) => work('case:change-submission', { caseId, atMs: form.atMs, change: { kind: 'taken-back', reason } }, 'Taken back. Its clock runs again.')} />;
    case 'override': return <OverrideForm {...shared} standing={new Map(file.sealed.overrides.map(({ action, date }) => [action, date]))} given={DEADLINE_ACTIONS.find((one) => one === form.action) ?? null} today={today} onSave={(override) => work('case:override-deadline', { caseId, ...override }, 'Date set.')} />;
  }
}

/** The last day of each window, for whoever records that something went out after it. */
function lastDaysOf(file: CaseFile): ReadonlyMap<string, string> {
  return new Map(file.clocks.flatMap((clock) => (clock.due === null ? [] : [[clock.action, clock.due] as const])));
}
