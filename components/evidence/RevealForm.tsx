import { useState } from 'react';
import type { RevealReason } from '../../rules/domain/vocabulary.ts';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { revealReasonOptions } from '../words/evidence-words.ts';
import { DialogForm } from '../work/DialogForm.tsx';

/** Asks why covered identifiers are to be shown. The reason goes into the audit trail, the words into the case's history. */
export function RevealForm({ isBusy, onSave, onClose }: { isBusy: boolean; onSave: (reason: RevealReason, words: string) => void; onClose: () => void }) {
  const [reason, setReason] = useState<RevealReason | null>(null);
  const [words, setWords] = useState('');
  const isReady = reason !== null && (reason !== 'other' || words.trim() !== '');
  return (
    <DialogForm title="Show identifiers" save="Show" isReady={isReady} isBusy={isBusy} onSave={() => { if (reason !== null) onSave(reason, words.trim()); }} onClose={onClose}>
      <p className="text-ink-2">Name, member ID, account and claim number will be shown and printed in full. Who, when and why is kept in the audit trail.</p>
      <SelectField label="Why" options={revealReasonOptions} value={reason} onChange={setReason} autoFocus />
      <TextField label={reason === 'other' ? 'The reason' : 'More on it (optional)'} hint="Kept in the case's history." value={words} onChange={setWords} maxLength={300} />
    </DialogForm>
  );
}
