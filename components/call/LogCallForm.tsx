import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { KeyboardEvent } from 'react';
import { listFor } from '../../rules/calls/question-list.ts';
import type { ListedQuestion, QuestionList } from '../../rules/calls/question-list.ts';
import type { DayNumber } from '../../rules/domain/day-number.ts';
import { movedTo } from '../../rules/calls/call-timers.ts';
import type { ContactOutcome } from '../../rules/domain/vocabulary.ts';
import { Button } from '../ui/Button.tsx';
import { ComboField } from '../ui/ComboField.tsx';
import { DateField } from '../ui/DateField.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { KeyHint } from '../ui/KeyHint.tsx';
import { Notice } from '../ui/Notice.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { nextActionOptions } from '../words/case-words.ts';
import { CHANNEL_FORMS } from '../words/call-words.ts';
import { channelOptions, noReferenceOptions, outcomeOptions } from '../words/contact-words.ts';
import { errorWords } from '../words/error-words.ts';
import { CallClaims } from './CallClaims.tsx';
import type { CallClaimsProps } from './CallClaims.tsx';
import { CallerCard } from './CallerCard.tsx';
import type { CallerCardProps } from './CallerCard.tsx';
import { CallTimers, nextPhase } from './CallTimers.tsx';
import { claimOf, finishedCall, withClaim } from './call-draft.ts';
import type { CallContext, CallDraft, CallFault, ClaimDraft, SavedCall } from './call-draft.ts';
import type { Cadence } from '../../rules/work/payer-cadence.ts';
import { proposeFollowUp } from './call-proposal.ts';
import type { CallProposal } from './call-proposal.ts';
import { EarlierPromises } from './EarlierPromises.tsx';
import type { EarlierPromise } from './EarlierPromises.tsx';
import { MoreContactFields } from './MoreContactFields.tsx';
import { NotePreview } from './NotePreview.tsx';
import type { NotePreviewProps } from './NotePreview.tsx';
import { QuestionFields } from './QuestionFields.tsx';

/** What stands around the form during a call: card, claims, questions, note. */
export type Cockpit = {
  card: CallerCardProps; claims: CallClaimsProps; lists: readonly QuestionList[]; context: CallContext;
  phones: readonly { label: string; number: string; path: string }[]; promises: readonly EarlierPromise[]; note: NotePreviewProps;
};

export type LogCallFormProps = {
  draft: CallDraft; onDraft: (draft: CallDraft) => void;
  onSave: (call: SavedCall) => void; onBack: () => void;
  today: DayNumber; now: () => number;
  /** Days until the next look: the payer's own where they are kept, else the practice's. */
  cadence: Cadence;
  /** The earliest safe day of the chosen claim's clocks, or NO_DAY; and that of the claim the call was opened from. */
  safeDay: DayNumber; firstSafeDay?: DayNumber;
  isSaving: boolean; errorCode: string | null;
  cockpit?: Cockpit | null;
};

/**
 * A contact with the payer in the order in which it happens: who, what they said, what they promised, the number they gave.
 * Follow-up and next action fill themselves; F8 goes on from waiting to talk to wrap-up, Ctrl or Cmd with Enter saves, both from anywhere.
 */
export function LogCallForm({ draft, onDraft, onSave, onBack, today, now, cadence, safeDay, firstSafeDay = safeDay, isSaving, errorCode, cockpit = null }: LogCallFormProps) {
  const [faults, setFaults] = useState<readonly CallFault[]>([]);
  const form = useRef<HTMLFormElement>(null);
  const activeId = cockpit?.claims.activeId ?? '';
  const claim = claimOf(draft, activeId);
  const proposed = proposeFollowUp(claim.outcome, claim.promisedFor, today, cadence, safeDay);
  const change = (part: Partial<CallDraft>) => onDraft({ ...draft, ...part });
  const changeClaim = (part: Partial<ClaimDraft>, more: Partial<CallDraft> = {}) => onDraft({ ...withClaim(draft, activeId, part), ...more });
  const faultOf = (field: CallFault['field']) => faults.find((one) => one.field === field)?.text ?? null;
  const faultFields = (field: CallFault['field']) => (faultOf(field) === null ? {} : { error: faultOf(field) });
  const list = cockpit === null || claim.outcome === null ? null : listFor(claim.outcome, cockpit.lists);
  const { who, isTimed } = CHANNEL_FORMS[draft.channel];

  const save = () => {
    if (form.current?.checkValidity() === false) return;
    const first = proposeFollowUp(draft.outcome, draft.promisedFor, today, cadence, firstSafeDay);
    const finished = finishedCall(draft, first, now(), cockpit?.context);
    if ('call' in finished) {
      setFaults([]);
      onSave(finished.call);
      return;
    }
    // At once, or the next letters would go where the hand was before: Ctrl Enter is the short way to the number that is still missing.
    flushSync(() => setFaults(finished.faults));
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  };
  const step = () => {
    const next = nextPhase(draft.moments);
    if (next !== null) change({ moments: movedTo(draft.moments, next, now()) });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    save();
  };
  const onStep = useLatest(step);
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'F8' || event.repeat) return;
      event.preventDefault();
      onStep.current();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [onStep]);

  const chooseOutcome = (outcome: ContactOutcome | null) => changeClaim({ outcome }, {
    ...(outcome === 'disconnected' && draft.reference === '' ? { noReferenceReason: 'cut-off' as const, dropped: true } : {}), ...(outcome === 'refused' && draft.reference === '' ? { noReferenceReason: 'refused' as const } : {}),
  });
  const answer = (question: ListedQuestion, value: string) => changeClaim({
    answers: { ...claim.answers, [question.key]: value },
    ...(question.sets === 'promised-for' ? { promisedFor: value === '' ? null : value } : {}), ...(question.sets === 'follow-up' && value !== '' ? { followUpOn: value } : {}),
  });

  return (
    <form ref={form} noValidate className="flex min-h-0 flex-1 flex-col" onKeyDown={onKeyDown} onSubmit={(event) => { event.preventDefault(); save(); }}>
      {/* Stays in sight while the questions scroll. */}
      {isTimed && <div className="px-3 pt-2"><CallTimers moments={draft.moments} onMoments={(moments) => change({ moments })} now={now} /></div>}
      <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto px-3 py-3">
        {errorCode !== null && <Notice tone="problem">{errorWords(errorCode)}</Notice>}
        {faultOf('claims') !== null && <Notice tone="problem">{faultOf('claims')}</Notice>}
        {draft.typedElsewhere.length > 0 && (
          <Notice tone="caution" title="Also typed in another window" action={<Button size="small" onPress={() => change({ typedElsewhere: [] })}>I have it</Button>}>
            {draft.typedElsewhere.map((text) => <span key={text} className="foreign block">{text}</span>)}
          </Notice>
        )}
        {cockpit !== null && <Disclosure title="Caller card" level={2}><div className="-ml-5.5"><CallerCard {...cockpit.card} /></div></Disclosure>}
        {cockpit !== null && <EarlierPromises promises={cockpit.promises} states={draft.promises} onState={(id, state) => change({ promises: { ...draft.promises, [id]: state } })} />}
        {/* Above the names: from the representative, Tab goes on to what came of it. */}
        {cockpit !== null && <CallClaims {...cockpit.claims} />}
        <div className="grid grid-cols-[8.5rem_1fr] gap-2 max-[20rem]:grid-cols-1">
          <SelectField label="How" options={channelOptions} value={draft.channel} onChange={(channel) => change({ channel, ...(channel === 'ivr' && draft.reference === '' ? { noReferenceReason: 'automated-line' as const } : {}) })} />
          <TextField label={who} placeholder="Name, ID or last initial" value={draft.representative} onChange={(representative) => change({ representative })} autoFocus autoComplete="off" maxLength={300} />
        </div>
        <ComboField key={`outcome:${activeId}`} label="What came of it" options={outcomeOptions} value={claim.outcome} placeholder="Type part of it" {...faultFields('outcome')} onChange={chooseOutcome} />
        {list !== null && <QuestionFields key={`${activeId}:${list.id}`} list={list} answers={claim.answers} today={today} onAnswer={answer} />}
        <div className="grid grid-cols-2 gap-2 max-[20rem]:grid-cols-1">
          <TextField label="Reference number" value={draft.reference} onChange={(reference) => change({ reference })} isIdentifier autoComplete="off" spellCheck="false" maxLength={300} {...faultFields('reference')} />
          <SelectField label="Or why none" options={noReferenceOptions} value={draft.reference.trim() === '' ? draft.noReferenceReason : null} onChange={(noReferenceReason) => change({ noReferenceReason })} isDisabled={draft.reference.trim() !== ''} placeholder={draft.reference.trim() === '' ? 'Choose' : 'Not needed'} />
        </div>
        <div className="grid grid-cols-2 gap-2 max-[20rem]:grid-cols-1">
          <TextField label="Promised" aside="Optional" value={claim.promise} onChange={(promise) => changeClaim({ promise })} placeholder="What they will do" autoComplete="off" maxLength={300} />
          <DateField label="Promised for" value={claim.promisedFor} onChange={(promisedFor) => changeClaim({ promisedFor })} today={today} hint="12/3, +14 or fri" />
        </div>
        <NextStep claim={claim} proposed={proposed} today={today} onChange={changeClaim} />
        <TextField label="Note" aside="Optional" rows={2} value={claim.note} onChange={(note) => changeClaim({ note })} maxLength={20_000} />
        <MoreContactFields draft={draft} today={today} phones={cockpit?.phones ?? []} onChange={change} />
        {cockpit !== null && claim.outcome !== null && <NotePreview {...cockpit.note} />}
      </div>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 border-t border-line bg-ground px-3 py-2">
        <Button type="submit" kind="primary" isPending={isSaving}>Save call</Button>
        <span className="max-[22rem]:hidden"><KeyHint keys="Ctrl Enter" /></span>
        <span className="flex-1" />
        <Button kind="quiet" onPress={onBack}>Back, keep draft</Button>
      </div>
    </form>
  );
}

function NextStep({ claim, proposed, today, onChange }: { claim: ClaimDraft; proposed: CallProposal; today: DayNumber; onChange: (part: Partial<ClaimDraft>) => void }) {
  return (
    <div className="grid grid-cols-2 gap-2 max-[20rem]:grid-cols-1">
      <DateField label="Follow up on" value={claim.followUpOn ?? proposed.followUpOn} onChange={(followUpOn) => onChange({ followUpOn })} today={today} />
      <SelectField label="Then" options={nextActionOptions} value={claim.nextAction ?? proposed.nextAction} onChange={(nextAction) => onChange({ nextAction })} {...(claim.followUpOn === null ? { hint: proposed.why } : {})} />
    </div>
  );
}

/** What a listener that lives longer than one drawing must call. */
function useLatest<T>(value: T): { readonly current: T } {
  const latest = useRef(value);
  useEffect(() => { latest.current = value; });
  return latest;
}
