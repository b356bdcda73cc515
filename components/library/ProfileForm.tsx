import type { ReactNode } from 'react';
import { Plus, Trash2 } from 'lucide-react';
import { PROFILE_STEPS } from '../../rules/library/library-entry.ts';
import type { ProfileBody } from '../../rules/library/library-entry.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { isoOfDay } from '../words/day-words.ts';
import { channelOptions, stepWords } from '../words/library-words.ts';
import type { DayNumber } from '../../rules/domain/day-number.ts';
import { DialogForm } from '../work/DialogForm.tsx';

const stepOptions = PROFILE_STEPS.map((value) => ({ value, label: stepWords(value) }));
const isWeb = (text: string) => text.trim() === '' || /^https?:\/\/[^\s]+$/iu.test(text.trim());
const addressFault = (text: string) => (isWeb(text) ? null : 'Begins with https://');

/** What was typed, without rows nobody filled in. */
export function filledProfile(profile: ProfileBody): ProfileBody {
  return {
    ...profile, channels: profile.channels.filter(({ to }) => to.trim() !== ''), phones: profile.phones.filter(({ number }) => number.trim() !== '').map((phone) => ({ ...phone, label: phone.label.trim() === '' ? 'Phone' : phone.label })),
    links: profile.links.filter(({ url }) => url.trim() !== '').map((link) => ({ ...link, label: link.label.trim() === '' ? link.url.slice(0, 80) : link.label })), forms: profile.forms.filter(({ name }) => name.trim() !== ''), documents: profile.documents.filter(({ name }) => name.trim() !== ''),
  };
}

/** Everything about how a payer is reached, in rows that are added as they are needed. Kept while it is typed. */
export function ProfileForm({ profile, payerName, today, save, isBusy, isHeld = false, notice = null, onChange, onSave, onClose }: { /** Another version was saved meanwhile: nothing is saved before that is settled. */ isHeld?: boolean; notice?: ReactNode; profile: ProfileBody; payerName: string; today: DayNumber; save: string; isBusy: boolean; onChange: (profile: ProfileBody) => void; onSave: () => void; onClose: () => void }) {
  const set = (part: Partial<ProfileBody>) => onChange({ ...profile, ...part });
  const isReady = !isHeld && profile.links.every(({ url }) => isWeb(url)) && profile.forms.every(({ url }) => isWeb(url));
  const iso = isoOfDay(today);
  return (
    <DialogForm wide title={`How to reach ${payerName}`} save={save} isReady={isReady} isBusy={isBusy} onSave={onSave} onClose={onClose}>
      {notice}
      <Rows title="Phone" add="Add a phone" rows={profile.phones} onRows={(phones) => set({ phones })} blank={{ label: '', number: '', path: '', hours: '' }}>
        {(row, change) => (
          <div className="grid min-w-0 flex-1 gap-2 sm:grid-cols-4">
            <TextField label="For" value={row.label} onChange={(label) => change({ label })} maxLength={80} placeholder="Claims" />
            <TextField label="Number" isIdentifier value={row.number} onChange={(number) => change({ number })} maxLength={40} />
            <TextField label="Keys to press" value={row.path} onChange={(path) => change({ path })} maxLength={300} placeholder="2, 1, NPI, 4" />
            <TextField label="Hours" value={row.hours} onChange={(hours) => change({ hours })} maxLength={120} placeholder="8 to 6 Eastern, Mon to Fri" />
          </div>
        )}
      </Rows>
      <Rows title="Where things go" add="Add a channel" rows={profile.channels} onRows={(rows) => set({ channels: rows })} blank={{ step: 'any', channel: 'fax', to: '', note: '' }}>
        {(row, change) => (
          <div className="grid min-w-0 flex-1 gap-2 sm:grid-cols-4">
            <SelectField label="What" options={stepOptions} value={row.step} onChange={(step) => change({ step })} />
            <SelectField label="By" options={channelOptions} value={row.channel} onChange={(channel) => change({ channel })} />
            <TextField label="To" value={row.to} onChange={(to) => change({ to })} maxLength={500} placeholder="Fax number, address, payer ID" />
            <TextField label="Remark" value={row.note} onChange={(note) => change({ note })} maxLength={300} />
          </div>
        )}
      </Rows>
      <Rows title="Portal links" add="Add a link" rows={profile.links} onRows={(links) => set({ links })} blank={{ label: '', url: '' }}>
        {(row, change) => (
          <div className="grid min-w-0 flex-1 gap-2 sm:grid-cols-2">
            <TextField label="Name" value={row.label} onChange={(label) => change({ label })} maxLength={80} placeholder="Appeal upload" />
            <TextField label="Address" value={row.url} onChange={(url) => change({ url })} maxLength={500} placeholder="https://" error={addressFault(row.url)} />
          </div>
        )}
      </Rows>
      <Rows title="Forms" add="Add a form" rows={profile.forms} onRows={(forms) => set({ forms })} blank={{ step: 'appeal-level-1', name: '', url: '' }}>
        {(row, change) => (
          <div className="grid min-w-0 flex-1 gap-2 sm:grid-cols-3">
            <SelectField label="For" options={stepOptions} value={row.step} onChange={(step) => change({ step })} />
            <TextField label="Form" value={row.name} onChange={(name) => change({ name })} maxLength={200} />
            <TextField label="Address" value={row.url} onChange={(url) => change({ url })} maxLength={500} placeholder="https://" error={addressFault(row.url)} />
          </div>
        )}
      </Rows>
      <Rows title="Documents wanted" add="Add a document" rows={profile.documents} onRows={(documents) => set({ documents })} blank={{ step: 'appeal-level-1', name: '' }}>
        {(row, change) => (
          <div className="grid min-w-0 flex-1 gap-2 sm:grid-cols-2">
            <SelectField label="For" options={stepOptions} value={row.step} onChange={(step) => change({ step })} />
            <TextField label="Document" value={row.name} onChange={(name) => change({ name })} maxLength={200} placeholder="Operative note" />
          </div>
        )}
      </Rows>
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField label="File limits" value={profile.fileLimits} onChange={(fileLimits) => set({ fileLimits })} maxLength={300} placeholder="PDF or TIFF, 20 MB each, 10 files" />
        <TextField label="Claims a call" isIdentifier inputMode="numeric" value={profile.claimsPerCall === null ? '' : String(profile.claimsPerCall)} onChange={(text) => set({ claimsPerCall: /^\d{1,2}$/u.test(text.trim()) && Number(text) > 0 ? Number(text) : null })} />
      </div>
      <Checkbox isSelected={profile.checkedOn === iso} onChange={(on) => set({ checkedOn: on ? iso : null })}>All of this was checked today</Checkbox>
    </DialogForm>
  );
}

function Rows<R extends object>({ title, add, rows, blank, onRows, children }: { title: string; add: string; rows: readonly R[]; blank: NoInfer<R>; onRows: (rows: R[]) => void; children: (row: R, change: (part: Partial<R>) => void) => ReactNode }) {
  return (
    <fieldset className="m-0 flex flex-col gap-2 border-0 p-0">
      <legend className="mb-1 p-0 text-small font-semibold text-ink-2">{title}</legend>
      {rows.map((row, at) => (
        <div key={at} role="group" aria-label={`${title} ${at + 1}`} className="flex items-end gap-2">
          {children(row, (part) => onRows(rows.map((one, index) => (index === at ? { ...one, ...part } : one))))}
          <IconButton label={`Remove ${title.toLowerCase()} ${at + 1}`} icon={<Trash2 aria-hidden className="size-4" />} onPress={() => onRows(rows.filter((_, index) => index !== at))} />
        </div>
      ))}
      <div><Button size="small" kind="quiet" icon={<Plus aria-hidden className="size-3.5" />} onPress={() => onRows([...rows, blank])}>{add}</Button></div>
    </fieldset>
  );
}
