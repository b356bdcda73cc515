import { useState } from 'react';
import type { SensitiveKind, SensitiveMark } from '../../rules/domain/sensitive.ts';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { sensitiveOptions } from '../words/sensitive-words.ts';
import { DialogForm } from './DialogForm.tsx';

/** Marks a case that needs more care than others, or takes the mark away. */
export function SensitiveForm({ mark, isBusy, onSave, onClose }: { mark: SensitiveMark | null; isBusy: boolean; onSave: (mark: { kind: SensitiveKind | null; reason: string }) => void; onClose: () => void }) {
  const [kind, setKind] = useState<SensitiveKind | 'no'>(mark?.kind ?? 'substance-use');
  const [reason, setReason] = useState(mark?.reason ?? '');
  return (
    <DialogForm title="Sensitive records" save="Save" isReady={mark === null ? kind !== 'no' : true} isBusy={isBusy} onSave={() => onSave({ kind: kind === 'no' ? null : kind, reason: reason.trim() })} onClose={onClose}>
      <p className="text-ink-2">A sensitive case is worked as any other. It stays out of hand-over files, and of exports unless somebody says otherwise; its evidence and letters are saved to a file only after a question.</p>
      <SelectField label="What it is" options={sensitiveOptions} value={kind} onChange={setKind} autoFocus />
      <TextField label="More on it (optional)" hint="Kept with the case, encrypted." value={reason} onChange={setReason} maxLength={300} />
    </DialogForm>
  );
}
