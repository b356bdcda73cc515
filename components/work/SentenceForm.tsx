import { useState } from 'react';
import { TextField } from '../ui/TextField.tsx';
import { DialogForm } from './DialogForm.tsx';

/** One text and a button: a note, a reason. */
export function SentenceForm({ title, label, save, rows = 1, maxLength = 300, isBusy, onSave, onClose }: { title: string; label: string; save: string; rows?: number; maxLength?: number; isBusy: boolean; onSave: (text: string) => void; onClose: () => void }) {
  const [text, setText] = useState('');
  return (
    <DialogForm title={title} save={save} isReady={text.trim() !== ''} isBusy={isBusy} onSave={() => onSave(text.trim())} onClose={onClose}>
      <TextField label={label} rows={rows} value={text} onChange={setText} maxLength={maxLength} autoFocus />
    </DialogForm>
  );
}
