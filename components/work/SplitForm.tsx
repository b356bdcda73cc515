import { useState } from 'react';
import { Checkbox } from '../ui/Checkbox.tsx';
import { TextField } from '../ui/TextField.tsx';
import { DialogForm } from './DialogForm.tsx';

export type LookToSplit = { id: string; words: string; detail: string };

/** Which looks were of another claim. One at least stays. */
export function SplitForm({ looks, isBusy, onSave, onClose }: { looks: readonly LookToSplit[]; isBusy: boolean; onSave: (chosen: { observationIds: string[]; reason: string }) => void; onClose: () => void }) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const isReady = chosen.length > 0 && chosen.length < looks.length;
  return (
    <DialogForm title="Split off another claim" save="Make it a case of its own" isReady={isReady} isBusy={isBusy} onSave={() => onSave({ observationIds: [...chosen], reason: reason.trim() })} onClose={onClose}>
      <p className="text-ink-2">Choose what was said of another claim. It becomes a case of its own; this one goes back to what the others said. You can take it back.</p>
      <ul className="flex flex-col gap-1">
        {looks.map(({ id, words, detail }) => (
          <li key={id}><Checkbox isSelected={chosen.includes(id)} onChange={(isOn) => setChosen(isOn ? [...chosen, id] : chosen.filter((one) => one !== id))} hint={detail}>{words}</Checkbox></li>
        ))}
      </ul>
      {chosen.length === looks.length && <p role="alert" className="text-over">One at least must stay.</p>}
      <TextField label="Why" aside="Optional" value={reason} onChange={setReason} maxLength={300} />
    </DialogForm>
  );
}
