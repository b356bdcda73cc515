import type { PracticeSettings } from '../../rules/domain/practice.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import type { MaySet } from './SettingsForm.tsx';

const weekdays = [[1, 'Mon'], [2, 'Tue'], [3, 'Wed'], [4, 'Thu'], [5, 'Fri'], [6, 'Sat'], [7, 'Sun']] as const;
const clock = (minute: number): string => {
  const hour = Math.floor(minute / 60) % 24;
  return `${hour % 12 === 0 ? 12 : hour % 12}:${String(minute % 60).padStart(2, '0')} ${hour < 12 ? 'AM' : 'PM'}`;
};
/** The full hours, and whatever other minute is set. */
const hourOptions = (set: number) => [...new Set([...Array.from({ length: 24 }, (_unused, hour) => hour * 60), set])].sort((a, b) => a - b).map((minute) => ({ value: String(minute), label: clock(minute) }));
const escalateOptions = [0, 1, 2, 3, 5, 10].map((days) => ({ value: String(days), label: days === 0 ? 'At once' : days === 1 ? '1 working day' : `${days} working days` }));

/** When reminders may come, and to whom besides. Each change is saved at once. */
export function ReminderSettings({ settings, may, onChange, onCalendarFile }: { settings: PracticeSettings; may: MaySet; onChange: (change: Partial<PracticeSettings>) => void; onCalendarFile: () => void }) {
  const { workingDays, quietHours } = settings;
  const setWeekday = (day: number, isOn: boolean) => {
    const next = isOn ? [...workingDays, day].sort((a, b) => a - b) : workingDays.filter((one) => one !== day);
    if (next.length > 0) onChange({ workingDays: next });
  };
  return (
    <div className="flex max-w-md flex-col gap-4">
      <Checkbox isDisabled={may === 'nothing'} isSelected={settings.notifications} onChange={(notifications) => onChange({ notifications })} hint="A digest each working morning, then 14, 7, 3, 1 and 0 days before a date. They never name a patient.">Notify me of dates that come near</Checkbox>
      <fieldset className="flex flex-col gap-1">
        <legend className="mb-1 font-medium">Working days</legend>
        <div className="flex flex-wrap gap-x-4 gap-y-1">
          {weekdays.map(([day, name]) => <Checkbox key={day} isDisabled={may !== 'all'} isSelected={workingDays.includes(day)} onChange={(isOn) => setWeekday(day, isOn)}>{name}</Checkbox>)}
        </div>
        <p className="text-small text-ink-3">On other days and on federal holidays nothing is told; what falls on them is told on the last working day before.{may === 'all' ? '' : ' A lead changes this.'}</p>
      </fieldset>
      <SelectField label="Morning digest at" isDisabled={may === 'nothing'} options={hourOptions(settings.digestAt)} value={String(settings.digestAt)} onChange={(minute) => onChange({ digestAt: Number(minute) })} />
      <div className="grid grid-cols-2 gap-3">
        <SelectField label="Quiet from" isDisabled={may === 'nothing'} options={hourOptions(quietHours.from)} value={String(quietHours.from)} onChange={(minute) => onChange({ quietHours: { ...quietHours, from: Number(minute) } })} />
        <SelectField label="Quiet until" isDisabled={may === 'nothing'} options={hourOptions(quietHours.to)} value={String(quietHours.to)} onChange={(minute) => onChange({ quietHours: { ...quietHours, to: Number(minute) } })} hint="The same hour twice: never quiet." />
      </div>
      <SelectField label="Tell the leads of overdue claims after" isDisabled={may !== 'all'} options={escalateOptions} value={String(settings.escalateAfterDays)} onChange={(days) => onChange({ escalateAfterDays: Number(days) })} hint={may === 'all' ? 'In their morning digest, as a count.' : 'In their morning digest, as a count. A lead changes this.'} />
      <div>
        <Button onPress={onCalendarFile}>Save calendar file</Button>
        <p className="mt-1 text-small text-ink-3">My next 120 days, one entry a day with counts only: no patient, payer or amount.</p>
      </div>
    </div>
  );
}
