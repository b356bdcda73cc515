import { CHECK_KINDS } from '../../rules/prevention/prevention-record.ts';
import type { RecordOf } from '../../rules/prevention/prevention-record.ts';
import { NO_REFERENCE_REASONS } from '../../rules/domain/vocabulary.ts';
import { Button } from '../ui/Button.tsx';
import { DateField } from '../ui/DateField.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { checkWords } from '../words/prevention-words.ts';
import type { EarlierState } from '../words/prevention-words.ts';
import { wordOf } from '../words/word-of.ts';
import { EarlierStates } from './EarlierStates.tsx';
import type { Choices } from './LogForm.tsx';

type Check = RecordOf<'check'>;
const NONE = '-';
const states = [{ value: 'fine', label: 'In order' }, { value: 'open', label: 'Something is open' }, { value: 'mended', label: 'Mended' }] as const;

/** A check before the service: what was asked, the reference number or why none, and who sees to what is open. */
export function CheckForm({ value, onChange, onSave, onCancel, choices, isNew, earlier }: { value: Check; onChange: (next: Check) => void; onSave: () => void; onCancel: () => void; choices: Choices; isNew: boolean; earlier: readonly EarlierState[] }) {
  const set = <K extends keyof Check>(key: K, next: Check[K]) => onChange({ ...value, [key]: next });
  const isShort = value.about.trim() === '' || value.result.trim() === '' || value.payerKey === '' || ((value.reference ?? '').trim() === '' && value.noReferenceReason === null) || (value.state === 'open' && value.exception.trim() === '');
  return (
    <form className="flex flex-col gap-3 rounded-lg border border-line bg-raised p-3" aria-label={isNew ? 'New check' : 'Check'} onSubmit={(event) => { event.preventDefault(); onSave(); }}>
      <div className="grid gap-3 sm:grid-cols-3">
        <SelectField label="What was checked" options={CHECK_KINDS.map((kind) => ({ value: kind, label: checkWords(kind) }))} value={value.what} onChange={(next) => set('what', next)} />
        <DateField label="On" value={value.on} onChange={(next) => { if (next !== null) set('on', next); }} today={choices.today} isRequired />
        <SelectField label="Payer" options={choices.payers} value={value.payerKey === '' ? null : value.payerKey} onChange={(next) => set('payerKey', next)} />
        <TextField label="Account or appointment" value={value.about} onChange={(next) => set('about', next)} isRequired isIdentifier hint="Kept sealed; in no report." />
        <TextField label="Reference number" value={value.reference ?? ''} onChange={(next) => onChange({ ...value, reference: next === '' ? null : next, noReferenceReason: next === '' ? value.noReferenceReason : null })} isIdentifier />
        {value.reference === null && <SelectField label="Why there is none" options={NO_REFERENCE_REASONS.map((reason) => ({ value: reason, label: wordOf({}, reason) }))} value={value.noReferenceReason} onChange={(next) => set('noReferenceReason', next)} />}
        <TextField label="Who answered" value={value.representative} onChange={(next) => set('representative', next)} />
      </div>
      <TextField label="What came of it" value={value.result} onChange={(next) => set('result', next)} rows={2} isRequired />
      <div className="grid gap-3 sm:grid-cols-3">
        <SelectField label="State" options={states} value={value.state} onChange={(next) => set('state', next)} />
        {value.state === 'open' && <SelectField label="Who sees to it" options={[{ value: NONE, label: 'Nobody yet' }, ...choices.people]} value={value.ownerId ?? NONE} onChange={(next) => set('ownerId', next === NONE ? null : next)} />}
        {value.state === 'open' && <DateField label="By" value={value.dueOn} onChange={(next) => set('dueOn', next)} today={choices.today} />}
      </div>
      {value.state === 'open' && <TextField label="What is open" value={value.exception} onChange={(next) => set('exception', next)} isRequired />}
      <EarlierStates states={earlier} />
      <div className="flex gap-2"><Button type="submit" kind="primary" isDisabled={isShort}>Save</Button><Button kind="quiet" onPress={onCancel}>Cancel</Button></div>
    </form>
  );
}
