import { useState } from 'react';
import type { AppealChannel, AppealState } from '../../rules/domain/appeal.ts';
import type { Cadence } from '../../rules/work/payer-cadence.ts';
import type { DayNumber } from '../../rules/domain/day-number.ts';
import { answerLook, receiptLook } from '../../rules/appeals/next-look.ts';
import { typedCents, shownCents } from '../../rules/review/typed-money.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Choice } from '../ui/Choice.tsx';
import { DateField } from '../ui/DateField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { appealStateWords, channelOptions } from '../words/appeal-words.ts';
import { isoOfDay, usDates } from '../words/day-words.ts';
import { DialogForm } from '../work/DialogForm.tsx';
import { isDayOrNone, isOneOf, isText, useFields } from '../work/use-fields.ts';
import type { Keeping } from '../work/use-fields.ts';

type Shared = Keeping & { today: DayNumber; isBusy: boolean; onClose: () => void };

/** The second person's look: four things, each held against the claim, on exactly this version. */
export function CheckForm({ facts, isAlone, isBusy, onSave, onClose }: { facts: readonly { label: string; value: string }[]; isAlone: boolean; isBusy: boolean; onSave: () => void; onClose: () => void }) {
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  return (
    <DialogForm title="Check this packet" save="It is ready" isReady={done.size === facts.length} isBusy={isBusy} onSave={onSave} onClose={onClose}>
      <p className="text-ink-2">{isAlone ? 'Nobody else works here, so you may check your own work. It will be marked as that.' : 'Hold each against the claim, not against the letter. Any change after this voids the check.'}</p>
      {facts.map(({ label, value }) => (
        <Checkbox key={label} isSelected={done.has(label)} onChange={(on) => setDone((before) => { const next = new Set(before); if (on) next.add(label); else next.delete(label); return next; })}>
          <span className="font-medium">{label}</span> <span className="foreign figures text-ink-2">{value}</span>
        </Checkbox>
      ))}
    </DialogForm>
  );
}

export type SavedSending = { on: string; channel: AppealChannel; to: string; what: string; tracking: string | null; noTrackingReason: string | null; proof: string; lateReason: string | null; followUpOn: string };
/** What left, when, how, to whom, and what proves it. The day to ask comes with its reason and can be changed. */
export function SendForm({ what, to, dueOn, today, isBusy, onSave, onClose, ...keeping }: Shared & { what: string; to: string; dueOn: string | null; onSave: (sent: SavedSending) => void }) {
  type Fields = { on: string | null; channel: AppealChannel; to: string; what: string; tracking: string; reason: string; proof: string; lateReason: string; followUpOn: string | null };
  const [fields, set] = useFields<Fields>({ on: isoOfDay(today), channel: 'portal', to, what, tracking: '', reason: '', proof: '', lateReason: '', followUpOn: null },
    { on: isDayOrNone, channel: isOneOf(channelOptions), to: isText, what: isText, tracking: isText, reason: isText, proof: isText, lateReason: isText, followUpOn: isDayOrNone }, keeping);
  const { on, channel, tracking, reason, lateReason } = fields;
  const look = on === null ? null : receiptLook(on, channel);
  const followUpOn = fields.followUpOn ?? look?.day ?? null;
  const isLate = on !== null && dueOn !== null && on > dueOn;
  const number = tracking.trim();
  const isReady = on !== null && followUpOn !== null && fields.to.trim() !== '' && fields.what.trim() !== '' && (number !== '' || reason.trim() !== '') && (!isLate || lateReason.trim() !== '');
  return (
    <DialogForm title="Record that it was sent" save="Save" isReady={isReady} isBusy={isBusy} onClose={onClose} onSave={() => { if (on !== null && followUpOn !== null) onSave({ on, channel, to: fields.to, what: fields.what, tracking: number === '' ? null : number, noTrackingReason: number === '' ? reason : null, proof: fields.proof, lateReason: isLate ? lateReason : null, followUpOn }); }}>
      <DateField label="Sent on" value={on} onChange={(next) => set({ on: next })} today={today} autoFocus />
      <Choice label="How" options={channelOptions} value={channel} onChange={(next) => set({ channel: next })} />
      <TextField label="To" hint="Address, fax number or portal" value={fields.to} onChange={(next) => set({ to: next })} maxLength={300} />
      <TextField label="What was sent" value={fields.what} onChange={(next) => set({ what: next })} maxLength={300} />
      <TextField label="Tracking or confirmation number" value={tracking} onChange={(next) => set({ tracking: next })} isIdentifier autoComplete="off" maxLength={300} />
      {number === '' && <TextField label="Why there is none" value={reason} onChange={(next) => set({ reason: next })} maxLength={300} placeholder="None issued" />}
      <TextField label="What proves it" hint="Fax report, receipt, screenshot, and where it is kept" value={fields.proof} onChange={(next) => set({ proof: next })} maxLength={300} />
      {isLate && <TextField label="Good cause for being late" hint={`The last day was ${usDates(dueOn)}.`} value={lateReason} onChange={(next) => set({ lateReason: next })} maxLength={300} />}
      <DateField label="Ask whether it arrived" value={followUpOn} onChange={(next) => set({ followUpOn: next })} today={today} {...(look === null ? {} : { why: { day: look.day, words: look.why } })} />
    </DialogForm>
  );
}

export type SavedMove = { on: string; note: string; reference: string | null; followUpOn: string | null };
/** A step the payer or the practice made. `ruleId` and `sentOn` give the payer's time to answer where a source knows it. */
export function MoveForm({ to, sentOn, ruleId, cadence, today, isBusy, onSave, onClose, ...keeping }: Shared & { to: AppealState; sentOn: string | null; ruleId: string | null; cadence: Cadence; onSave: (moved: SavedMove) => void }) {
  const look = sentOn === null ? null : to === 'information-requested' ? { day: isoOfDay(today), why: 'Answer what they ask for before anything else.' } : answerLook(sentOn, ruleId, cadence);
  const [{ on, note, reference, followUpOn }, set] = useFields<{ on: string | null; note: string; reference: string; followUpOn: string | null }>({ on: isoOfDay(today), note: '', reference: '', followUpOn: look?.day ?? null }, { on: isDayOrNone, note: isText, reference: isText, followUpOn: isDayOrNone }, keeping);
  const needsDay = sentOn !== null && to !== 'closed';
  return (
    <DialogForm title={appealStateWords(to)} save="Save" isReady={on !== null && (!needsDay || followUpOn !== null)} isBusy={isBusy} onClose={onClose} onSave={() => { if (on !== null) onSave({ on, note, reference: reference.trim() === '' ? null : reference.trim(), followUpOn: needsDay ? followUpOn : null }); }}>
      <DateField label="On" value={on} onChange={(next) => set({ on: next })} today={today} autoFocus />
      {sentOn !== null && <TextField label={to === 'receipt-confirmed' ? "Payer's number of the appeal" : 'Reference'} value={reference} onChange={(next) => set({ reference: next })} isIdentifier autoComplete="off" maxLength={300} />}
      <TextField label="Note" value={note} onChange={(next) => set({ note: next })} rows={3} maxLength={2000} />
      {needsDay && <DateField label="Look again on" value={followUpOn} onChange={(next) => set({ followUpOn: next })} today={today} {...(look === null ? {} : { why: { day: look.day, words: look.why } })} />}
    </DialogForm>
  );
}

const outcomes = [{ value: 'overturned', label: 'Overturned' }, { value: 'partly-overturned', label: 'Partly' }, { value: 'upheld', label: 'Upheld' }, { value: 'dismissed', label: 'Dismissed' }, { value: 'withdrawn', label: 'Withdrawn by us' }] as const;
const sources = [{ value: 'letter', label: 'Letter' }, { value: 'phone', label: 'Phone' }, { value: 'portal', label: 'Portal' }, { value: 'remittance', label: 'Remittance' }] as const;
type Outcome = (typeof outcomes)[number]['value'];
export type SavedOutcome = { outcome: Outcome; on: string; source: (typeof sources)[number]['value']; reference: string | null; reason: string; recoveredCents: number | null; stillDeniedCents: number | null; followUpOn: string };

/** How it ended, with the money. */
export function OutcomeForm({ requestedCents, isSent, today, isBusy, onSave, onClose, ...keeping }: Shared & { requestedCents: number | null; isSent: boolean; onSave: (outcome: SavedOutcome) => void }) {
  type Fields = { outcome: Outcome | null; on: string | null; source: SavedOutcome['source']; reference: string; reason: string; recovered: string; followUpOn: string | null };
  const [fields, set] = useFields<Fields>({ outcome: isSent ? null : 'withdrawn', on: isoOfDay(today), source: 'letter', reference: '', reason: '', recovered: '', followUpOn: isoOfDay(today + 7) },
    { outcome: isOneOf(outcomes, true), on: isDayOrNone, source: isOneOf(sources), reference: isText, reason: isText, recovered: isText, followUpOn: isDayOrNone }, keeping);
  const { outcome, on, recovered, followUpOn } = fields;
  const isWon = outcome === 'overturned' || outcome === 'partly-overturned';
  const cents = recovered.trim() === '' ? null : typedCents(recovered);
  const isAmountGood = !isWon || (cents !== null && cents >= 0);
  const still = requestedCents === null || cents === null ? null : Math.max(0, requestedCents - cents);
  return (
    <DialogForm title="Outcome" save="Save" isReady={outcome !== null && on !== null && followUpOn !== null && isAmountGood} isBusy={isBusy} onClose={onClose} onSave={() => {
      if (outcome !== null && on !== null && followUpOn !== null) onSave({ outcome, on, source: fields.source, reference: fields.reference.trim() === '' ? null : fields.reference.trim(), reason: fields.reason, recoveredCents: isWon ? cents : null, stillDeniedCents: isWon ? still : requestedCents, followUpOn });
    }}>
      <Choice label="How it ended" options={isSent ? outcomes : outcomes.filter(({ value }) => value === 'withdrawn')} value={outcome} onChange={(next) => set({ outcome: next })} />
      <DateField label="Decided on" value={on} onChange={(next) => set({ on: next })} today={today} />
      <Choice label="Told by" options={sources} value={fields.source} onChange={(next) => set({ source: next })} />
      {isWon && <TextField label="Dollars the payer pays after it" value={recovered} onChange={(next) => set({ recovered: next })} isIdentifier inputMode="decimal" hint={still === null ? (requestedCents === null ? undefined : `Asked for: $${shownCents(requestedCents)}`) : `Still denied: $${shownCents(still)}`} error={recovered.trim() !== '' && cents === null ? 'Write it as 1,234.50.' : null} />}
      <TextField label="Reference of the decision" value={fields.reference} onChange={(next) => set({ reference: next })} isIdentifier autoComplete="off" maxLength={300} />
      <TextField label="The payer's reason" value={fields.reason} onChange={(next) => set({ reason: next })} rows={3} maxLength={4000} />
      <DateField label={isWon ? 'Look for the payment on' : 'Decide what comes next by'} value={followUpOn} onChange={(next) => set({ followUpOn: next })} today={today} />
    </DialogForm>
  );
}

const talkStates = [{ value: 'requested', label: 'Requested' }, { value: 'booked', label: 'Booked' }, { value: 'held', label: 'Held' }, { value: 'missed', label: 'Missed' }, { value: 'refused', label: 'Refused' }] as const;
export type SavedTalk = { state: (typeof talkStates)[number]['value']; on: string; at: string | null; timeZone: string; ownDoctor: string; payerDoctor: string; phone: string; reference: string | null; note: string };
/** A talk between the physicians: asked for, booked with its hour, held. */
export function TalkForm({ today, timeZone, isBusy, onSave, onClose, ...keeping }: Shared & { timeZone: string; onSave: (talk: SavedTalk) => void }) {
  type Fields = { state: SavedTalk['state']; on: string | null; at: string; ownDoctor: string; payerDoctor: string; phone: string; reference: string; note: string };
  const [fields, set] = useFields<Fields>({ state: 'requested', on: isoOfDay(today), at: '', ownDoctor: '', payerDoctor: '', phone: '', reference: '', note: '' }, { state: isOneOf(talkStates), on: isDayOrNone, at: isText, ownDoctor: isText, payerDoctor: isText, phone: isText, reference: isText, note: isText }, keeping);
  const time = /^([01]?\d|2[0-3]):[0-5]\d$/u.test(fields.at.trim()) ? fields.at.trim().padStart(5, '0') : null;
  const isReady = fields.on !== null && (fields.state !== 'booked' || time !== null);
  return (
    <DialogForm title="Talk between physicians" save="Save" isReady={isReady} isBusy={isBusy} onClose={onClose} onSave={() => { if (fields.on !== null) onSave({ ...fields, on: fields.on, at: time, timeZone, reference: fields.reference.trim() === '' ? null : fields.reference.trim() }); }}>
      <Choice label="Where it stands" options={talkStates} value={fields.state} onChange={(next) => set({ state: next })} />
      <DateField label={fields.state === 'booked' ? 'Booked for' : 'On'} value={fields.on} onChange={(next) => set({ on: next })} today={today} />
      {fields.state === 'booked' && <TextField label="At" hint={`As 14:30, ${timeZone}`} value={fields.at} onChange={(next) => set({ at: next })} isIdentifier error={fields.at.trim() !== '' && time === null ? 'Write it as 14:30.' : null} />}
      <TextField label="Our physician" value={fields.ownDoctor} onChange={(next) => set({ ownDoctor: next })} maxLength={300} />
      <TextField label="Payer's physician" value={fields.payerDoctor} onChange={(next) => set({ payerDoctor: next })} maxLength={300} />
      <TextField label="Number to call" value={fields.phone} onChange={(next) => set({ phone: next })} isIdentifier maxLength={300} />
      <TextField label="Reference" value={fields.reference} onChange={(next) => set({ reference: next })} isIdentifier maxLength={300} autoComplete="off" />
      <TextField label="What was said" value={fields.note} onChange={(next) => set({ note: next })} rows={3} maxLength={4000} />
    </DialogForm>
  );
}

export type SavedEscalation = { on: string; to: string; reference: string | null; answerBy: string | null; note: string };
/** A step above: its text to say or send, to whom it went, and by when they are to answer. */
export function EscalateForm({ title, when, text, answerBy, today, isBusy, onSave, onClose, ...keeping }: Shared & { title: string; when: string; text: string; answerBy: string; onSave: (step: SavedEscalation) => void }) {
  type Fields = { on: string | null; to: string; reference: string; answerBy: string | null; note: string };
  const [fields, set] = useFields<Fields>({ on: isoOfDay(today), to: '', reference: '', answerBy, note: '' }, { on: isDayOrNone, to: isText, reference: isText, answerBy: isDayOrNone, note: isText }, keeping);
  return (
    <DialogForm title={title} save="Record it" isReady={fields.on !== null} isBusy={isBusy} onClose={onClose} onSave={() => { if (fields.on !== null) onSave({ on: fields.on, to: fields.to, reference: fields.reference.trim() === '' ? null : fields.reference.trim(), answerBy: fields.answerBy, note: fields.note }); }} wide>
      <p className="text-ink-2">{when}</p>
      <TextField label="Words to use" value={text} rows={5} isReadOnly />
      <DateField label="On" value={fields.on} onChange={(next) => set({ on: next })} today={today} />
      <TextField label="To whom" value={fields.to} onChange={(next) => set({ to: next })} maxLength={300} />
      <TextField label="Reference" value={fields.reference} onChange={(next) => set({ reference: next })} isIdentifier maxLength={300} autoComplete="off" />
      <DateField label="They are to answer by" value={fields.answerBy} onChange={(next) => set({ answerBy: next })} today={today} hint="Our own habit, unless they gave a day" />
      <TextField label="What was said" value={fields.note} onChange={(next) => set({ note: next })} rows={3} maxLength={4000} />
    </DialogForm>
  );
}

