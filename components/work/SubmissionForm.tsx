import type { DayNumber } from '../../rules/domain/day-number.ts';
import { sentLook } from '../../rules/appeals/next-look.ts';
import type { DeadlineAction } from '../../rules/domain/vocabulary.ts';
import type { Cadence } from '../../rules/work/payer-cadence.ts';
import { Choice } from '../ui/Choice.tsx';
import { DateField } from '../ui/DateField.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { clockOptions } from '../words/clock-words.ts';
import { isoOfDay, usDates } from '../words/day-words.ts';
import { DialogForm } from './DialogForm.tsx';
import { isDayOrNone, isOneOf, isText, useFields } from './use-fields.ts';
import type { Keeping } from './use-fields.ts';

export type SubmissionChannel = 'portal' | 'fax' | 'mail' | 'edi' | 'phone';
export type SavedSubmission = { action: DeadlineAction | 'records'; on: string; channel: SubmissionChannel; confirmation: string | null; noConfirmationReason: string | null; followUpOn: string; lateReason: string | null };

const channels = [{ value: 'portal', label: 'Portal' }, { value: 'fax', label: 'Fax' }, { value: 'mail', label: 'Mail' }, { value: 'edi', label: 'EDI' }, { value: 'phone', label: 'Phone' }] as const;
const routes = [...clockOptions, { value: 'records' as const, label: 'Records' }];

type Fields = { action: DeadlineAction | 'records' | null; on: string | null; channel: SubmissionChannel; confirmation: string; reason: string; followUpOn: string | null; lateReason: string };

/** What left the practice: which route, when, how, what number came back or why none, and when to look again. */
export function SubmissionForm({ suggested, serviceFrom, today, cadence, lastDays, rules, isBusy, onSave, onClose, ...keeping }: Keeping & { suggested: DeadlineAction | 'records' | null; serviceFrom: string | null; today: DayNumber; cadence: Cadence; lastDays?: ReadonlyMap<string, string>; /** The rule that dates each step, by which the payer's time to answer is known. */ rules?: ReadonlyMap<string, string>; isBusy: boolean; onSave: (submission: SavedSubmission) => void; onClose: () => void }) {
  const lookOf = (step: string | null, sentOn: string | null) => sentLook(sentOn ?? isoOfDay(today), step === null ? null : rules?.get(step) ?? null, cadence, today);
  const [{ action, on, channel, confirmation, reason, followUpOn, lateReason }, set] = useFields<Fields>(
    { action: suggested, on: isoOfDay(today), channel: 'portal', confirmation: '', reason: '', followUpOn: lookOf(suggested, isoOfDay(today)).day, lateReason: '' },
    { action: isOneOf(routes, true), on: isDayOrNone, channel: isOneOf(channels), confirmation: isText, reason: isText, followUpOn: isDayOrNone, lateReason: isText }, keeping,
  );
  const look = lookOf(action, on);
  /** The proposal goes with what it follows from, as long as nobody chose another day. */
  const follow = (step: Fields['action'], sentOn: string | null) => set({ action: step, on: sentOn, ...(followUpOn === look.day ? { followUpOn: lookOf(step, sentOn).day } : {}) });
  const lastDay = action === null ? undefined : lastDays?.get(action);
  const isLate = on !== null && lastDay !== undefined && on > lastDay;
  const fault = on === null ? null : on > isoOfDay(today) ? 'This day is still to come: record it once it went out.' : serviceFrom !== null && on < serviceFrom ? `It lies before the service of ${usDates(serviceFrom)}.` : null;
  const isReady = action !== null && on !== null && fault === null && followUpOn !== null && (confirmation.trim() !== '' || reason.trim() !== '');
  const save = () => {
    if (action === null || on === null || followUpOn === null) return;
    const number = confirmation.trim();
    onSave({ action, on, channel, confirmation: number === '' ? null : number, noConfirmationReason: number === '' ? reason.trim() : null, followUpOn, lateReason: isLate && lateReason.trim() !== '' ? lateReason.trim() : null });
  };
  return (
    <DialogForm title="Record what was sent" save="Save" isReady={isReady} isBusy={isBusy} onSave={save} onClose={onClose}>
      <SelectField label="What" options={routes} value={action} onChange={(next) => follow(next, on)} autoFocus />
      <Choice label="How" options={channels} value={channel} onChange={(next) => set({ channel: next })} />
      <DateField label="Sent on" value={on} onChange={(next) => follow(action, next)} today={today} {...(fault === null ? {} : { error: fault })} />
      {isLate && <TextField label="Good cause for being late" hint={`The last day was ${usDates(lastDay ?? '')}. Late filings are kept; say why it could not be in time.`} value={lateReason} onChange={(next) => set({ lateReason: next })} maxLength={300} />}
      <TextField label="Confirmation number" value={confirmation} onChange={(next) => set({ confirmation: next })} isIdentifier autoComplete="off" maxLength={300} />
      {confirmation.trim() === '' && <TextField label="Why there is none" value={reason} onChange={(next) => set({ reason: next })} maxLength={300} placeholder="None issued" />}
      <DateField label="Follow up on" value={followUpOn} onChange={(next) => set({ followUpOn: next })} today={today} hint="Choose when to look again." why={{ day: look.day, words: usDates(look.why) }} />
    </DialogForm>
  );
}
