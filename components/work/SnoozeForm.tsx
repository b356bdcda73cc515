import { addWorkingDays } from '../../rules/calendar/working-days.ts';
import type { WorkingDays } from '../../rules/calendar/working-days.ts';
import type { DayNumber } from '../../rules/domain/day-number.ts';
import { Choice } from '../ui/Choice.tsx';
import { DateField } from '../ui/DateField.tsx';
import { Notice } from '../ui/Notice.tsx';
import { dayOfIso, isKnownDay, isoOfDay, weekdayDay } from '../words/day-words.ts';
import { DialogForm } from './DialogForm.tsx';
import { isDayOrNone, isOneOf, useFields } from './use-fields.ts';
import type { Keeping } from './use-fields.ts';

export type Snooze = { untilIso: string; backTo: 'owner' | 'pool' };

const spans = [1, 3, 5, 10, 20] as const;
const spanOptions = spans.map((count) => ({ value: String(count), label: String(count) }));
const owners = [{ value: 'owner', label: 'Its owner' }, { value: 'pool', label: 'The pool' }] as const;

/** Puts a case out of sight for some working days, never beyond the next thing that must be done about it. */
export function SnoozeForm({ today, safeDay, working, isBusy, onSave, onClose, ...keeping }: Keeping & { today: DayNumber; safeDay: DayNumber; working: WorkingDays; isBusy: boolean; onSave: (snooze: Snooze) => void; onClose: () => void }) {
  const after = (count: number): DayNumber => addWorkingDays(today, count, working);
  const [{ until, backTo }, set] = useFields<{ until: string | null; backTo: Snooze['backTo'] }>({ until: isoOfDay(after(3)), backTo: 'owner' }, { until: isDayOrNone, backTo: isOneOf(owners) }, keeping);
  const day = until === null ? null : dayOfIso(until);
  const span = spans.find((count) => day === after(count));
  const isPast = day !== null && day <= today;
  const isTooLate = day !== null && isKnownDay(safeDay) && day > safeDay;
  return (
    <DialogForm title="Snooze" save="Snooze" isReady={day !== null && !isPast && !isTooLate} isBusy={isBusy} onSave={() => { if (until !== null) onSave({ untilIso: until, backTo }); }} onClose={onClose}>
      <Choice label="Working days" options={spanOptions} value={span === undefined ? null : String(span)} onChange={(value) => set({ until: isoOfDay(after(Number(value))) })} />
      <DateField label="Until" value={until} onChange={(next) => set({ until: next })} today={today} {...(isPast ? { error: 'Choose a day to come.' } : {})} />
      <Choice label="Comes back to" options={owners} value={backTo} onChange={(value) => set({ backTo: value })} />
      {isTooLate && <Notice tone="caution">{safeDay <= today ? 'Its day has come: it cannot be put out of sight.' : `Something must be done by ${weekdayDay(safeDay)}: it can sleep until then at most.`}</Notice>}
    </DialogForm>
  );
}
