import { useState } from 'react';
import { Notice } from '../ui/Notice.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import type { Option } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { DialogForm } from '../work/DialogForm.tsx';

/** To whom a queue goes, and why. With `leaves`, the person leaves once everything has moved. `onSave` says what stood in the way, or null. */
export function HandOverForm({ name, openCases, leaves, takers, onSave, onClose }: { name: string; openCases: number; leaves: boolean; takers: readonly Option<string>[]; onSave: (toId: string | null, reason: string) => Promise<string | null>; onClose: () => void }) {
  const [toId, setToId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const cases = openCases === 1 ? '1 open case' : `${openCases.toLocaleString('en-US')} open cases`;
  return (
    <DialogForm
      title={leaves ? `${name} leaves` : `Hand over the queue of ${name}`} save={leaves ? 'They have left' : 'Hand over'} isReady={openCases === 0 || toId !== null} isBusy={isBusy} onClose={onClose}
      onSave={() => {
        setBusy(true);
        void onSave(openCases === 0 ? null : toId, reason.trim()).then((fault) => {
          setBusy(false);
          setProblem(fault);
        });
      }}
    >
      {openCases > 0 && <p className="text-ink-2">{cases} with every date, the most urgent first. What was half typed goes along.</p>}
      {openCases > 0 && <SelectField label="To" options={takers} value={toId} onChange={setToId} autoFocus />}
      {openCases > 0 && <TextField label="Why" value={reason} onChange={setReason} maxLength={300} placeholder="On leave until January 4" />}
      {leaves && <p className="text-ink-2">Their passphrase opens nothing here from then on. Their name stays on what they did. A backup made earlier still opens with what opened it then.</p>}
      {problem !== null && <Notice tone="problem">{problem}</Notice>}
    </DialogForm>
  );
}
