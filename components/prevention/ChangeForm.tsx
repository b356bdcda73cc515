import type { Dimension, NumbersFilter } from '../../rules/numbers/dimensions.ts';
import type { RecordOf } from '../../rules/prevention/prevention-record.ts';
import { categoryOptions } from '../words/denial-words.ts';
import { dimensionWords } from '../words/numbers-words.ts';
import type { EarlierState } from '../words/prevention-words.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { DateField } from '../ui/DateField.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { EarlierStates } from './EarlierStates.tsx';
import { IdentifierWarning } from './IdentifierWarning.tsx';
import type { Choices } from './LogForm.tsx';

type Change = RecordOf<'change'>;
const NONE = '-';
const states = [{ value: 'running', label: 'Running' }, { value: 'kept', label: 'Keep it' }, { value: 'adjusted', label: 'Adjust it' }, { value: 'retired', label: 'Retire it' }] as const;
const followed = [{ value: 'not-asked', label: 'Not asked yet' }, { value: 'yes', label: 'Yes' }, { value: 'partly', label: 'Partly' }, { value: 'no', label: 'No' }] as const;

/** A change of how work is done: what, for which pattern, by whom, and when it is looked at again. */
export function ChangeForm({ value, onChange, onSave, onCancel, choices, nameOf, isNew, earlier }: {
  value: Change; onChange: (next: Change) => void; onSave: () => void; onCancel: () => void; choices: Choices; nameOf: (dimension: Dimension, value: string) => string; isNew: boolean; earlier: readonly EarlierState[];
}) {
  const set = <K extends keyof Change>(key: K, next: Change[K]) => onChange({ ...value, [key]: next });
  const narrow = (key: 'payer' | 'reason', next: string) => { const filter: NumbersFilter = Object.fromEntries(Object.entries(value.filter).filter(([name]) => name !== key)); set('filter', next === NONE ? filter : { ...filter, [key]: next }); };
  const decided = value.state !== 'running';
  const others = (Object.entries(value.filter) as [Dimension, string][]).filter(([dimension]) => dimension !== 'payer' && dimension !== 'reason');
  const isForAll = Object.keys(value.filter).length === 0;
  return (
    <form className="flex flex-col gap-3 rounded-lg border border-line bg-raised p-3" aria-label={isNew ? 'New change' : 'Change'} onSubmit={(event) => { event.preventDefault(); onSave(); }}>
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField label="What is done differently" value={value.what} onChange={(next) => set('what', next)} rows={2} isRequired autoFocus />
        <TextField label="Why" value={value.why} onChange={(next) => set('why', next)} rows={2} />
        <SelectField label="For the payer" options={[{ value: NONE, label: 'Any payer' }, ...choices.payers]} value={value.filter.payer ?? NONE} onChange={(next) => narrow('payer', next)} />
        <SelectField label="For the reason" options={[{ value: NONE, label: 'Any reason' }, ...categoryOptions]} value={value.filter.reason ?? NONE} onChange={(next) => narrow('reason', next)} />
        <DateField label="Starts" value={value.startOn} onChange={(next) => { if (next !== null) set('startOn', next); }} today={choices.today} isRequired />
        <DateField label="Looked at again" value={value.reviewOn} onChange={(next) => { if (next !== null) set('reviewOn', next); }} today={choices.today} isRequired />
        <SelectField label="Owner" options={[{ value: NONE, label: 'Nobody yet' }, ...choices.people]} value={value.ownerId ?? NONE} onChange={(next) => set('ownerId', next === NONE ? null : next)} />
        {!isNew && <SelectField label="Was the step followed?" options={followed} value={value.followed} onChange={(next) => set('followed', next)} />}
        {!isNew && <SelectField label="Decision" options={states} value={value.state} onChange={(next) => set('state', next)} />}
        {!isNew && <TextField label="Why this decision" value={value.reason} onChange={(next) => set('reason', next)} isRequired={decided} />}
      </div>
      {others.length > 0 && <p className="foreign text-ink-2">Only {others.map(([dimension, one]) => `${dimensionWords(dimension).toLowerCase()} ${nameOf(dimension, one)}`).join(', ')}.</p>}
      {isForAll && <p className="text-ink-2">Choose a payer or a reason: before and after are read for that pattern, beside all other denials.</p>}
      {!isNew && <Checkbox isSelected={value.payerRuleMoved} onChange={(next) => set('payerRuleMoved', next)}>The payer changed its rule meanwhile</Checkbox>}
      {value.reviewOn <= value.startOn && <p className="text-over">The review comes after the start.</p>}
      <IdentifierWarning texts={[value.what, value.why, value.reason]} />
      <EarlierStates states={earlier} />
      <div className="flex gap-2"><Button type="submit" kind="primary" isDisabled={value.what.trim() === '' || value.reviewOn <= value.startOn || (decided && value.reason.trim() === '') || isForAll}>Save</Button><Button kind="quiet" onPress={onCancel}>Cancel</Button></div>
    </form>
  );
}
