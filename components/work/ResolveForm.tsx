import { useState } from 'react';
import { typedCents } from '../../rules/review/typed-money.ts';
import type { Resolution } from '../../rules/domain/vocabulary.ts';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { resolutionOptions } from '../words/case-words.ts';
import { DialogForm } from './DialogForm.tsx';

export type Closing = { outcome: Resolution; reason: string; recoveredCents: number | null };

/** How a case ended, why, and what came back. */
export function ResolveForm({ isBusy, onSave, onClose }: { isBusy: boolean; onSave: (closing: Closing) => void; onClose: () => void }) {
  const [outcome, setOutcome] = useState<Resolution | null>(null);
  const [reason, setReason] = useState('');
  const [money, setMoney] = useState('');
  const cents = money.trim() === '' ? null : typedCents(money);
  const moneyFault = money.trim() !== '' && cents === null ? 'Write an amount as 1,234.50.' : cents !== null && cents < 0 ? 'What came back cannot be less than nothing. Write it without a minus.' : null;
  return (
    <DialogForm title="Close the case" save="Close case" isReady={outcome !== null && reason.trim() !== '' && moneyFault === null} isBusy={isBusy} onSave={() => { if (outcome !== null) onSave({ outcome, reason: reason.trim(), recoveredCents: cents }); }} onClose={onClose}>
      <SelectField label="How it ended" options={resolutionOptions} value={outcome} onChange={setOutcome} autoFocus />
      <TextField label="Reason" value={reason} onChange={setReason} maxLength={300} />
      <TextField label="Recovered" aside="Optional" value={money} onChange={setMoney} isIdentifier placeholder="$0.00" {...(moneyFault === null ? {} : { error: moneyFault })} />
    </DialogForm>
  );
}
