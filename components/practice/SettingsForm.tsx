import type { PracticeSettings } from '../../rules/domain/practice.ts';
import { Choice } from '../ui/Choice.tsx';
import { SelectField } from '../ui/SelectField.tsx';

const idleOptions = [5, 10, 15, 30, 60].map((minutes) => ({ value: String(minutes), label: `${minutes} minutes` }));
const followUpOptions = [7, 14, 21, 30, 45].map((days) => ({ value: String(days), label: `${days} days` }));
const themeOptions = [{ value: 'system', label: 'As the system' }, { value: 'light', label: 'Light' }, { value: 'dark', label: 'Dark' }, { value: 'high-contrast', label: 'High contrast' }] as const;
const zones = ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Phoenix', 'America/Los_Angeles', 'America/Anchorage', 'Pacific/Honolulu', 'America/Puerto_Rico'];

/** What the practice decides once. Each change is saved at once. */
export function SettingsForm({ settings, onChange }: { settings: PracticeSettings; onChange: (change: Partial<PracticeSettings>) => void }) {
  const zoneOptions = [...new Set([settings.timeZone, ...zones])].map((value) => ({ value, label: value.replaceAll('_', ' ') }));
  return (
    <div className="flex max-w-md flex-col gap-4">
      <SelectField label="Lock after" options={idleOptions} value={String(settings.idleMinutes)} onChange={(minutes) => onChange({ idleMinutes: Number(minutes) })} hint="Without a touch of mouse or keyboard. It also locks with the screen." />
      <SelectField label="Look again after" options={followUpOptions} value={String(settings.followUpDays)} onChange={(days) => onChange({ followUpDays: Number(days) })} hint="The follow-up date that is offered after a call or a submission." />
      <SelectField label="Time zone of the practice" options={zoneOptions} value={settings.timeZone} onChange={(timeZone) => onChange({ timeZone })} hint="Decides when a day ends." />
      <Choice label="Look" options={themeOptions} value={settings.theme} onChange={(theme) => onChange({ theme })} />
    </div>
  );
}
