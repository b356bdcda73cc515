import { ORIGIN_STEPS } from '../../rules/denials/vocabulary.ts';
import type { RecordOf } from '../../rules/prevention/prevention-record.ts';
import { categoryOptions, originWords } from '../words/denial-words.ts';
import { Button } from '../ui/Button.tsx';
import { DateField } from '../ui/DateField.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { EarlierState } from '../words/prevention-words.ts';
import { EarlierStates } from './EarlierStates.tsx';
import { IdentifierWarning } from './IdentifierWarning.tsx';

export type Choices = { people: readonly { value: string; label: string }[]; payers: readonly { value: string; label: string }[]; today: number };
type Log = RecordOf<'log'>;
const states = [{ value: 'open', label: 'Open' }, { value: 'done', label: 'Done' }, { value: 'dropped', label: 'Dropped' }] as const;
const NONE = '-';

/** One line of the root-cause log. */
export function LogForm({ value, onChange, onSave, onCancel, choices, isNew, earlier }: { value: Log; onChange: (next: Log) => void; onSave: () => void; onCancel: () => void; choices: Choices; isNew: boolean; earlier: readonly EarlierState[] }) {
  const set = <K extends keyof Log>(key: K, next: Log[K]) => onChange({ ...value, [key]: next });
  return (
    <form className="flex flex-col gap-3 rounded-lg border border-line bg-raised p-3" aria-label={isNew ? 'New line of the log' : 'Line of the log'} onSubmit={(event) => { event.preventDefault(); onSave(); }}>
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField label="Cause" value={value.cause} onChange={(next) => set('cause', next)} rows={2} isRequired autoFocus hint="The first step that could have prevented it. No patient's name." />
        <TextField label="What is done about it" value={value.action} onChange={(next) => set('action', next)} rows={2} isRequired />
        <SelectField label="Payer" options={[{ value: NONE, label: 'Any payer' }, ...choices.payers]} value={value.payerKey ?? NONE} onChange={(next) => set('payerKey', next === NONE ? null : next)} />
        <SelectField label="Reason" options={[{ value: NONE, label: 'Any reason' }, ...categoryOptions]} value={value.category ?? NONE} onChange={(next) => set('category', next === NONE ? null : next)} />
        <SelectField label="Team" options={ORIGIN_STEPS.map((step) => ({ value: step, label: originWords(step) }))} value={value.team} onChange={(next) => set('team', next)} />
        <SelectField label="Owner" options={[{ value: NONE, label: 'Nobody yet' }, ...choices.people]} value={value.ownerId ?? NONE} onChange={(next) => set('ownerId', next === NONE ? null : next)} />
        <DateField label="Due" value={value.dueOn} onChange={(next) => set('dueOn', next)} today={choices.today} />
        <SelectField label="State" options={states} value={value.state} onChange={(next) => set('state', next)} />
      </div>
      <TextField label="Result" value={value.result} onChange={(next) => set('result', next)} rows={2} />
      <IdentifierWarning texts={[value.cause, value.action, value.result]} />
      <EarlierStates states={earlier} />
      <div className="flex gap-2"><Button type="submit" kind="primary" isDisabled={value.cause.trim() === '' || value.action.trim() === ''}>Save</Button><Button kind="quiet" onPress={onCancel}>Cancel</Button></div>
    </form>
  );
}
