import type { DayNumber } from '../../rules/domain/day-number.ts';
import { Choice } from '../ui/Choice.tsx';
import { DateField } from '../ui/DateField.tsx';
import { Notice } from '../ui/Notice.tsx';
import { dayOfIso, isKnownDay, isoOfDay, weekdayDay } from '../words/day-words.ts';
import { DialogForm } from './DialogForm.tsx';
import { isDayOrNone, useFields } from './use-fields.ts';
import type { Keeping } from './use-fields.ts';

const spans = [{ value: '1', label: '1 day' }, { value: '3', label: '3 days' }, { value: '7', label: '1 week' }, { value: '14', label: '2 weeks' }, { value: '30', label: '30 days' }] as const;

/** Puts a case out of sight until a day, which is never later than the next thing that must be done about it. */
export function SnoozeForm({ today, safeDay, isBusy, onSave, onClose, ...keeping }: Keeping & { today: DayNumber; safeDay: DayNumber; isBusy: boolean; onSave: (untilIso: string) => void; onClose: () => void }) {
  const [{ until }, set] = useFields<{ until: string | null }>({ until: isoOfDay(today + 3) }, { until: isDayOrNone }, keeping);
  const day = until === null ? null : dayOfIso(until);
  const span = spans.find((one) => day === today + Number(one.value))?.value ?? null;
  const isPast = day !== null && day <= today;
  const isTooLate = day !== null && isKnownDay(safeDay) && day > safeDay;
  return (
    <DialogForm title="Snooze" save="Snooze" isReady={day !== null && !isPast && !isTooLate} isBusy={isBusy} onSave={() => { if (until !== null) onSave(until); }} onClose={onClose}>
      <Choice label="For" options={spans} value={span} onChange={(value) => set({ until: isoOfDay(today + Number(value)) })} />
      <DateField label="Until" value={until} onChange={(next) => set({ until: next })} today={today} {...(isPast ? { error: 'Choose a day to come.' } : {})} />
      {isTooLate && <Notice tone="caution">{safeDay <= today ? 'Its day has come: it cannot be put out of sight.' : `Something must be done by ${weekdayDay(safeDay)}: it can sleep until then at most.`}</Notice>}
    </DialogForm>
  );
}
