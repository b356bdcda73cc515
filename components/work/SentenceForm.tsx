import { TextField } from '../ui/TextField.tsx';
import { DialogForm } from './DialogForm.tsx';
import { isText, useFields } from './use-fields.ts';
import type { Keeping } from './use-fields.ts';

/** One text and a button: a note, a reason. */
export function SentenceForm({ title, label, save, rows = 1, maxLength = 300, isBusy, onSave, onClose, ...keeping }: Keeping & { title: string; label: string; save: string; rows?: number; maxLength?: number; isBusy: boolean; onSave: (text: string) => void; onClose: () => void }) {
  const [{ text }, set] = useFields({ text: '' }, { text: isText }, keeping);
  return (
    <DialogForm title={title} save={save} isReady={text.trim() !== ''} isBusy={isBusy} onSave={() => onSave(text.trim())} onClose={onClose}>
      <TextField label={label} rows={rows} value={text} onChange={(next) => set({ text: next })} maxLength={maxLength} autoFocus />
    </DialogForm>
  );
}
