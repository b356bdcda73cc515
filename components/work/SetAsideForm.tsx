import type { DayNumber } from '../../rules/domain/day-number.ts';
import { DateField } from '../ui/DateField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { dayOfIso, isoOfDay } from '../words/day-words.ts';
import { DialogForm } from './DialogForm.tsx';
import { isDayOrNone, isText, useFields } from './use-fields.ts';
import type { Keeping } from './use-fields.ts';

type Fields = { reason: string; on: string | null };

/** Not workable now: why, and when somebody looks again. */
export function SetAsideForm({ today, isBusy, onSave, onClose, ...keeping }: Keeping & { today: DayNumber; isBusy: boolean; onSave: (aside: { reason: string; secondLookOn: string }) => void; onClose: () => void }) {
  const [{ reason, on }, set] = useFields<Fields>({ reason: '', on: isoOfDay(today + 30) }, { reason: isText, on: isDayOrNone }, keeping);
  const day = on === null ? null : dayOfIso(on);
  const isLate = day !== null && day <= today;
  return (
    <DialogForm title="Not workable now" save="Set aside" isReady={reason.trim() !== '' && day !== null && !isLate} isBusy={isBusy} onSave={() => { if (on !== null) onSave({ reason: reason.trim(), secondLookOn: on }); }} onClose={onClose}>
      <TextField label="Why nothing can be done now" value={reason} onChange={(next) => set({ reason: next })} maxLength={300} autoFocus />
      <DateField label="Second look on" value={on} onChange={(next) => set({ on: next })} today={today} isRequired {...(isLate ? { error: 'Choose a day after today.' } : {})} hint="It comes back earlier where a date of the claim comes up." />
    </DialogForm>
  );
}
