import type { DayNumber } from '../../rules/domain/day-number.ts';
import type { ClaimFacts } from '../../rules/domain/denial-case.ts';
import type { AuthorizationRecord, CoverageCheck } from '../../rules/domain/member-record.ts';
import { DateField } from '../ui/DateField.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { isoOfDay } from '../words/day-words.ts';
import { DialogForm } from './DialogForm.tsx';
import { isDayOrNone, isOneOf, isText, useFields } from './use-fields.ts';
import type { Keeping } from './use-fields.ts';

type Typed<T> = Omit<T, 'byUser' | 'atMs'>;
type FormProps<T> = Keeping & { facts: ClaimFacts; today: DayNumber; isBusy: boolean; onSave: (record: Typed<T>) => void; onClose: () => void };

const channels = [{ value: 'portal-page', label: 'Portal page' }, { value: 'phone', label: 'Phone' }, { value: 'ivr', label: 'Automated line' }, { value: 'fax', label: 'Fax' }, { value: 'letter', label: 'Letter' }] as const;
type Channel = (typeof channels)[number]['value'];
const statuses = [{ value: 'active', label: 'Active' }, { value: 'inactive', label: 'Not active' }, { value: 'unclear', label: 'Not clear' }] as const;
const orders = [{ value: 'primary', label: 'Pays first' }, { value: 'secondary', label: 'Pays second' }, { value: 'tertiary', label: 'Pays third' }, { value: 'unclear', label: 'Not clear' }] as const;
const approvals = [{ value: 'approved', label: 'Approved' }, { value: 'partly', label: 'Partly approved' }, { value: 'pending', label: 'Pending' }, { value: 'denied', label: 'Denied' }] as const;
const orNone = (text: string): string | null => (text.trim() === '' ? null : text.trim());

type CoverageFields = { memberId: string; plan: string; from: string | null; to: string | null; status: CoverageCheck['status']; order: CoverageCheck['order']; otherPayer: string; reference: string; channel: Channel; checkedOn: string | null };

/** What a payer said of a member's coverage. */
export function CoverageForm({ facts, today, isBusy, onSave, onClose, ...keeping }: FormProps<CoverageCheck>) {
  const [fields, set] = useFields<CoverageFields>(
    { memberId: facts.memberId ?? '', plan: '', from: null, to: null, status: 'unclear', order: 'unclear', otherPayer: '', reference: '', channel: 'portal-page', checkedOn: isoOfDay(today) },
    { memberId: isText, plan: isText, from: isDayOrNone, to: isDayOrNone, status: isOneOf(statuses), order: isOneOf(orders), otherPayer: isText, reference: isText, channel: isOneOf(channels), checkedOn: isDayOrNone }, keeping,
  );
  const { from, to, checkedOn } = fields;
  const isBackwards = from !== null && to !== null && to < from;
  return (
    <DialogForm title="Coverage check" save="Keep" isReady={fields.memberId.trim() !== '' && checkedOn !== null && !isBackwards} isBusy={isBusy} onClose={onClose} onSave={() => {
      if (checkedOn !== null) onSave({ kind: 'coverage', memberId: fields.memberId.trim(), patientName: facts.patientName, plan: orNone(fields.plan), from, to, status: fields.status, order: fields.order, otherPayer: orNone(fields.otherPayer), checkedOn, channel: fields.channel, reference: orNone(fields.reference), note: '' });
    }}>
      <TextField label="Member ID" value={fields.memberId} onChange={(memberId) => set({ memberId })} isIdentifier maxLength={80} />
      <TextField label="Plan" aside="Optional" value={fields.plan} onChange={(plan) => set({ plan })} maxLength={200} />
      <div className="grid grid-cols-2 gap-2">
        <DateField label="Covered from" value={from} onChange={(next) => set({ from: next })} today={today} />
        <DateField label="Covered to" value={to} onChange={(next) => set({ to: next })} today={today} {...(isBackwards ? { error: 'Ends before it begins.' } : {})} />
        <SelectField label="Coverage" options={statuses} value={fields.status} onChange={(status) => set({ status })} />
        <SelectField label="Order of payers" options={orders} value={fields.order} onChange={(order) => set({ order })} />
        <SelectField label="How it was checked" options={channels} value={fields.channel} onChange={(channel) => set({ channel })} />
        <DateField label="Checked on" value={checkedOn} onChange={(next) => set({ checkedOn: next })} today={today} isRequired />
      </div>
      <TextField label="Other payer" aside="Optional" value={fields.otherPayer} onChange={(otherPayer) => set({ otherPayer })} maxLength={200} />
      <TextField label="Reference number" aside="Optional" value={fields.reference} onChange={(reference) => set({ reference })} isIdentifier maxLength={80} />
    </DialogForm>
  );
}

type ApprovalFields = { memberId: string; number: string; codes: string; units: string; from: string | null; to: string | null; provider: string; place: string; status: AuthorizationRecord['status']; channel: Channel };

/** An approval as the payer gave it. */
export function AuthorizationForm({ facts, today, isBusy, onSave, onClose, ...keeping }: FormProps<AuthorizationRecord>) {
  const [fields, set] = useFields<ApprovalFields>(
    { memberId: facts.memberId ?? '', number: '', codes: '', units: '', from: null, to: null, provider: '', place: '', status: 'approved', channel: 'portal-page' },
    { memberId: isText, number: isText, codes: isText, units: isText, from: isDayOrNone, to: isDayOrNone, provider: isText, place: isText, status: isOneOf(approvals), channel: isOneOf(channels) }, keeping,
  );
  const units = fields.units.trim() === '' ? null : Number(fields.units);
  const isNoNumber = units !== null && (!Number.isFinite(units) || units < 0);
  const { from, to } = fields;
  const isBackwards = from !== null && to !== null && to < from;
  return (
    <DialogForm title="Authorization" save="Keep" isReady={fields.memberId.trim() !== '' && fields.number.trim() !== '' && !isNoNumber && !isBackwards} isBusy={isBusy} onClose={onClose} onSave={() => onSave({
      kind: 'authorization', memberId: fields.memberId.trim(), patientName: facts.patientName, number: fields.number.trim(), codes: fields.codes.toUpperCase().split(/[^A-Z0-9]+/u).filter((code) => code !== '').slice(0, 40).map((code) => code.slice(0, 12)),
      units, from, to, provider: orNone(fields.provider), place: orNone(fields.place), status: fields.status, channel: fields.channel, reference: null, note: '',
    })}>
      <TextField label="Member ID" value={fields.memberId} onChange={(memberId) => set({ memberId })} isIdentifier maxLength={80} />
      <TextField label="Authorization number" value={fields.number} onChange={(number) => set({ number })} isIdentifier maxLength={80} />
      <TextField label="Codes" aside="Optional" value={fields.codes} onChange={(codes) => set({ codes })} isIdentifier maxLength={300} />
      <div className="grid grid-cols-2 gap-2">
        <TextField label="Units approved" aside="Optional" value={fields.units} onChange={(next) => set({ units: next })} isIdentifier {...(isNoNumber ? { error: 'Write a number.' } : {})} />
        <SelectField label="Answer" options={approvals} value={fields.status} onChange={(status) => set({ status })} />
        <DateField label="From" value={from} onChange={(next) => set({ from: next })} today={today} />
        <DateField label="To" value={to} onChange={(next) => set({ to: next })} today={today} {...(isBackwards ? { error: 'Ends before it begins.' } : {})} />
      </div>
      <TextField label="Provider" aside="Optional" value={fields.provider} onChange={(provider) => set({ provider })} maxLength={200} />
      <TextField label="Place" aside="Optional" value={fields.place} onChange={(place) => set({ place })} maxLength={200} />
      <SelectField label="How we know" options={channels} value={fields.channel} onChange={(channel) => set({ channel })} />
    </DialogForm>
  );
}
