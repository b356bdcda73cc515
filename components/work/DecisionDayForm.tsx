import type { DayNumber } from '../../rules/domain/day-number.ts';
import { DateField } from '../ui/DateField.tsx';
import { isoOfDay } from '../words/day-words.ts';
import { DialogForm } from './DialogForm.tsx';
import { isDayOrNone, useFields } from './use-fields.ts';
import type { Keeping } from './use-fields.ts';

/** The day of a decision that nobody could say when it was logged; the next level counts from it. */
export function DecisionDayForm({ sentOn, today, isBusy, onSave, onClose, ...keeping }: Keeping & { sentOn: string; today: DayNumber; isBusy: boolean; onSave: (on: string) => void; onClose: () => void }) {
  const [{ on }, set] = useFields<{ on: string | null }>({ on: null }, { on: isDayOrNone }, keeping);
  const fault = on === null ? null : on > isoOfDay(today) ? 'This day is still to come.' : on < sentOn ? 'It lies before the day it was sent.' : null;
  return (
    <DialogForm title="On which day was it decided?" save="Save" isReady={on !== null && fault === null} isBusy={isBusy} onSave={() => { if (on !== null) onSave(on); }} onClose={onClose}>
      <DateField label="Decided on" value={on} onChange={(next) => set({ on: next })} today={today} autoFocus isRequired {...(fault === null ? {} : { error: fault })} />
    </DialogForm>
  );
}
