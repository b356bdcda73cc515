import { ComboField } from '../ui/ComboField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { DialogForm } from './DialogForm.tsx';
import { isOneOf, isText, useFields } from './use-fields.ts';
import type { Keeping } from './use-fields.ts';

export type Asking = { ofUser: string; words: string };

/** Asks something of a colleague on this case, chosen by the name. */
export function AskForm({ people, isBusy, onSave, onClose, ...keeping }: Keeping & { people: readonly { id: string; name: string; isElsewhere: boolean }[]; isBusy: boolean; onSave: (asking: Asking) => void; onClose: () => void }) {
  const options = people.map(({ id, name, isElsewhere }) => ({ value: id, label: name, ...(isElsewhere ? { hint: 'other computer' } : {}) }));
  const [{ ofUser, words }, set] = useFields<{ ofUser: string | null; words: string }>({ ofUser: null, words: '' }, { ofUser: isOneOf(options, true), words: isText }, keeping);
  const isAway = people.some(({ id, isElsewhere }) => id === ofUser && isElsewhere);
  return (
    <DialogForm title="Ask a colleague" save="Ask" isReady={ofUser !== null && words.trim() !== ''} isBusy={isBusy} onClose={onClose} onSave={() => { if (ofUser !== null) onSave({ ofUser, words: words.trim() }); }}>
      <ComboField label="Whom" options={options} value={ofUser} onChange={(next) => set({ ofUser: next })} autoFocus {...(isAway ? { hint: 'Works on another computer: the question goes along with the next hand-over file of this case.' } : {})} />
      <TextField label="What" rows={3} value={words} onChange={(next) => set({ words: next })} maxLength={300} />
    </DialogForm>
  );
}
