import { Plus, X } from 'lucide-react';
import { isNpi } from '../../rules/calls/caller-fields.ts';
import type { PracticeDetails } from '../../rules/calls/work-text.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';

const times = [{ value: 'never', label: 'Never' }, { value: '30', label: 'After 30 seconds' }, { value: '60', label: 'After 1 minute' }, { value: '120', label: 'After 2 minutes' }, { value: '300', label: 'After 5 minutes' }] as const;

export const npiFault = (npi: string) => (npi === '' || isNpi(npi) ? null : 'Ten digits; this one fails its check digit.');
export const taxIdFault = (taxId: string) => (taxId === '' || /^\d{9}$/u.test(taxId) ? null : 'Nine digits.');
const digits = (text: string) => text.replaceAll(/\D/gu, '').slice(0, 10);

/** The numbers payers ask for, how notes are written, and when the clipboard is cleared. */
export function PracticeDetailsForm({ details, formats, onChange }: { details: PracticeDetails; formats: readonly { id: string; name: string }[]; onChange: (details: PracticeDetails) => void }) {
  const set = (index: number, part: Partial<PracticeDetails['identities'][number]>) => onChange({ ...details, identities: details.identities.map((one, at) => (at === index ? { ...one, ...part } : one)) });
  const time = times.find(({ value }) => value === String(details.clearClipboardSeconds))?.value ?? (details.clearClipboardSeconds === null ? 'never' : '120');
  return (
    <div className="flex flex-col gap-2.5">
      <TextField label="Address" aside="For letters" rows={3} value={details.address ?? ''} onChange={(address) => onChange({ ...details, address })} maxLength={400} />
      <TextField label="Phone" aside="For letters" value={details.phone ?? ''} onChange={(phone) => onChange({ ...details, phone })} isIdentifier maxLength={60} />
      {details.identities.map((one, index) => (
        <div key={index} className="flex flex-col gap-1.5 rounded-md border border-line p-2">
          <div className="flex items-end gap-1"><div className="min-w-0 flex-1"><TextField label="Billing provider" value={one.label} onChange={(label) => set(index, { label })} maxLength={120} /></div><IconButton label={`Take away ${one.label === '' ? 'this provider' : one.label}`} icon={<X aria-hidden className="size-3.5" />} onPress={() => onChange({ ...details, identities: details.identities.filter((_one, at) => at !== index) })} /></div>
          <div className="grid grid-cols-2 gap-2"><TextField label="NPI" value={one.npi} onChange={(npi) => set(index, { npi: digits(npi) })} isIdentifier inputMode="numeric" autoComplete="off" error={npiFault(one.npi)} /><TextField label="Tax ID" value={one.taxId} onChange={(taxId) => set(index, { taxId: digits(taxId) })} isIdentifier inputMode="numeric" autoComplete="off" error={taxIdFault(one.taxId)} /></div>
        </div>
      ))}
      <div><Button size="small" icon={<Plus aria-hidden className="size-3.5" />} onPress={() => onChange({ ...details, identities: [...details.identities, { label: '', npi: '', taxId: '' }] })}>Add a billing provider</Button></div>
      <SelectField label="Notes are written as" options={formats.map(({ id, name }) => ({ value: id, label: name }))} value={details.noteFormatId} onChange={(noteFormatId) => onChange({ ...details, noteFormatId })} />
      <SelectField label="Clear the clipboard" options={times} value={time} onChange={(value) => onChange({ ...details, clearClipboardSeconds: value === 'never' ? null : Number(value) })} hint="Only what Overturn copied, and only while its window stays in front; the browser allows no more. Where it cannot, it says so." />
    </div>
  );
}
