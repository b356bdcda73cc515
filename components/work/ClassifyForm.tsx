import { useState } from 'react';
import type { Explanation } from '../../rules/work/case-file.ts';
import { Choice } from '../ui/Choice.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { categoryOptions, pathOptions } from '../words/denial-words.ts';
import { DialogForm } from './DialogForm.tsx';

export type SavedClass = { category: string; path: string; avoidable: 'yes' | 'no' | 'undecided'; reason: string };
const avoidables = [{ value: 'yes', label: 'Avoidable' }, { value: 'no', label: 'Not avoidable' }, { value: 'undecided', label: 'Not clear' }] as const;

/** A person's reading of the denial where it differs from the rule's. */
export function ClassifyForm({ explanation, isBusy, onSave, onClose }: { explanation: Explanation; isBusy: boolean; onSave: (chosen: SavedClass) => void; onClose: () => void }) {
  const [category, setCategory] = useState<string | null>(explanation.category);
  const [path, setPath] = useState<string | null>(explanation.path);
  const [avoidable, setAvoidable] = useState<SavedClass['avoidable']>(explanation.avoidable);
  const [reason, setReason] = useState('');
  return (
    <DialogForm title="Why and what to do" save="Save" isReady={category !== null && path !== null && reason.trim() !== ''} isBusy={isBusy} onSave={() => { if (category !== null && path !== null) onSave({ category, path, avoidable, reason: reason.trim() }); }} onClose={onClose}>
      <SelectField<string> label="Reason of the denial" options={categoryOptions} value={category} onChange={setCategory} autoFocus />
      <SelectField<string> label="What to do" options={pathOptions} value={path} onChange={setPath} />
      <Choice label="Could it have been avoided" options={avoidables} value={avoidable} onChange={setAvoidable} />
      <TextField label="Why you see it so" value={reason} onChange={setReason} maxLength={300} />
    </DialogForm>
  );
}
