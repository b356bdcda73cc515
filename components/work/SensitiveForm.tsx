import { useState } from 'react';
import type { SensitiveKind, SensitiveMark } from '../../rules/domain/sensitive.ts';
import { Notice } from '../ui/Notice.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { sensitiveOptions, sensitiveWords } from '../words/sensitive-words.ts';
import { DialogForm } from './DialogForm.tsx';

/** Marks a case that needs more care than others. A mark that stands is changed or taken away by a lead, with a reason; anybody else reads so. */
export function SensitiveForm({ mark, isLead, isBusy, onSave, onClose }: { mark: SensitiveMark | null; isLead: boolean; isBusy: boolean; onSave: (mark: { kind: SensitiveKind | null; reason: string }) => void; onClose: () => void }) {
  const [kind, setKind] = useState<SensitiveKind | 'no'>(mark?.kind ?? 'substance-use');
  const [reason, setReason] = useState('');
  const mayChange = mark === null || isLead;
  const isReady = mark === null ? kind !== 'no' : isLead && reason.trim() !== '';
  return (
    <DialogForm title="Sensitive records" save="Save" isReady={isReady} missing={mark !== null && isLead && reason.trim() === '' ? ['why it changes'] : []} isBusy={isBusy} onSave={() => onSave({ kind: kind === 'no' ? null : kind, reason: reason.trim() })} onClose={onClose}>
      <p className="text-ink-2">A sensitive case is worked as any other. It stays out of hand-over files, and of exports unless somebody says otherwise; its evidence and letters are saved to a file only after a question.</p>
      {mark !== null && <p>Marked: {sensitiveWords(mark.kind)}{mark.reason !== '' && <>. <span className="foreign">{mark.reason}</span></>}</p>}
      {!mayChange && <Notice>Anybody who works a case can mark it. Only a lead changes the mark or takes it off, with a reason.</Notice>}
      {mayChange && <SelectField label="What it is" options={sensitiveOptions} value={kind} onChange={setKind} autoFocus />}
      {mayChange && <TextField label={mark === null ? 'More on it (optional)' : 'Why it changes'} hint="Kept with the case, encrypted." value={reason} onChange={setReason} maxLength={300} />}
    </DialogForm>
  );
}
