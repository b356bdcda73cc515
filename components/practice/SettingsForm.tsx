import type { PracticeSettings } from '../../rules/domain/practice.ts';
import type { ManagedPolicy } from '../../rules/policy/managed-policy-schema.ts';
import { Choice } from '../ui/Choice.tsx';
import { SelectField } from '../ui/SelectField.tsx';

const idleOptions = (own: number, most: number | null) => [...new Set([5, 10, 15, 30, 60, own, ...(most === null ? [] : [most])])].filter((minutes) => minutes <= (most ?? 120)).sort((a, b) => a - b).map((minutes) => ({ value: String(minutes), label: minutes === 1 ? '1 minute' : `${minutes} minutes` }));
const coverOptions = [{ value: 'member', label: 'Member ID and birth date' }, { value: 'numbers', label: 'All numbers' }] as const;
const followUpOptions = [7, 14, 21, 30, 45].map((days) => ({ value: String(days), label: `${days} days` }));
const themeOptions = [{ value: 'system', label: 'As the system' }, { value: 'light', label: 'Light' }, { value: 'dark', label: 'Dark' }, { value: 'high-contrast', label: 'High contrast' }] as const;
const zones = ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Phoenix', 'America/Los_Angeles', 'America/Anchorage', 'Pacific/Honolulu', 'America/Puerto_Rico'];

/** What somebody may set: a lead everything, a biller what binds nobody else, an auditor nothing. */
export type MaySet = 'all' | 'own' | 'nothing';

const OF_LEAD = 'A lead changes this.';

/** What the practice decides once. Each change is saved at once. */
export function SettingsForm({ settings, policy, may, onChange }: { settings: PracticeSettings; policy: ManagedPolicy; may: MaySet; onChange: (change: Partial<PracticeSettings>) => void }) {
  const zoneOptions = [...new Set([settings.timeZone, ...zones])].map((value) => ({ value, label: value.replaceAll('_', ' ') }));
  return (
    <div className="flex max-w-md flex-col gap-4">
      <SelectField label="Lock after" isDisabled={may !== 'all'} options={idleOptions(settings.idleMinutes, policy.idleMinutes)} value={String(settings.idleMinutes)} onChange={(minutes) => onChange({ idleMinutes: Number(minutes) })} hint={`Without a touch of mouse or keyboard. It also locks with the screen.${policy.idleMinutes === null ? '' : ` Set by your organization: ${policy.idleMinutes} minutes at most.`}${may === 'all' ? '' : ` ${OF_LEAD}`}`} />
      <SelectField label="Look again after" isDisabled={may === 'nothing'} options={followUpOptions} value={String(settings.followUpDays)} onChange={(days) => onChange({ followUpDays: Number(days) })} hint="The follow-up date that is offered after a call or a submission." />
      <SelectField label="Time zone of the practice" isDisabled={may !== 'all'} options={zoneOptions} value={settings.timeZone} onChange={(timeZone) => onChange({ timeZone })} hint={may === 'all' ? 'Decides when a day ends.' : `Decides when a day ends. ${OF_LEAD}`} />
      {may === 'all' && policy.coverIdentifiers !== 'numbers'
        ? <Choice label="Covered on a case" options={coverOptions} value={settings.cover} onChange={(cover) => onChange({ cover })} hint="Until somebody shows them with a reason: the key i." />
        : <p><span className="block text-small font-medium text-ink-2">Covered on a case</span>{settings.cover === 'numbers' ? 'All numbers' : 'Member ID and birth date'}. {policy.coverIdentifiers === 'numbers' ? 'Set by your organization.' : OF_LEAD}</p>}
      {may !== 'nothing' && <Choice label="Look" options={themeOptions} value={settings.theme} onChange={(theme) => onChange({ theme })} />}
    </div>
  );
}
