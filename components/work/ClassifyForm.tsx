import type { Explanation } from '../../rules/work/case-file.ts';
import { Choice } from '../ui/Choice.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { categoryOptions, pathOptions } from '../words/denial-words.ts';
import { DialogForm } from './DialogForm.tsx';
import { isOneOf, isText, useFields } from './use-fields.ts';
import type { Keeping } from './use-fields.ts';

export type SavedClass = { category: string; path: string; avoidable: 'yes' | 'no' | 'undecided'; reason: string };
const avoidables = [{ value: 'yes', label: 'Avoidable' }, { value: 'no', label: 'Not avoidable' }, { value: 'undecided', label: 'Not clear' }] as const;

type Fields = { category: string | null; path: string | null; avoidable: SavedClass['avoidable']; reason: string };

/** A person's reading of the denial where it differs from the rule's. */
export function ClassifyForm({ explanation, isBusy, onSave, onClose, ...keeping }: Keeping & { explanation: Explanation; isBusy: boolean; onSave: (chosen: SavedClass) => void; onClose: () => void }) {
  const [{ category, path, avoidable, reason }, set] = useFields<Fields>(
    { category: explanation.category, path: explanation.path, avoidable: explanation.avoidable, reason: '' },
    { category: isOneOf(categoryOptions, true), path: isOneOf(pathOptions, true), avoidable: isOneOf(avoidables), reason: isText }, keeping,
  );
  return (
    <DialogForm title="Why and what to do" save="Save" isReady={category !== null && path !== null && reason.trim() !== ''} isBusy={isBusy} onSave={() => { if (category !== null && path !== null) onSave({ category, path, avoidable, reason: reason.trim() }); }} onClose={onClose}>
      <SelectField<string> label="Reason of the denial" options={categoryOptions} value={category} onChange={(next) => set({ category: next })} autoFocus />
      <SelectField<string> label="What to do" options={pathOptions} value={path} onChange={(next) => set({ path: next })} />
      <Choice label="Could it have been avoided" options={avoidables} value={avoidable} onChange={(next) => set({ avoidable: next })} />
      <TextField label="Why you see it so" value={reason} onChange={(next) => set({ reason: next })} maxLength={300} />
    </DialogForm>
  );
}
