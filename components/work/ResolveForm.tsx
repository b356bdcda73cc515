import { typedCents } from '../../rules/review/typed-money.ts';
import { ALL_END_REASONS, END_REASONS } from '../../rules/domain/end-reason.ts';
import type { EndReason } from '../../rules/domain/end-reason.ts';
import type { Resolution } from '../../rules/domain/vocabulary.ts';
import { moneyWords } from '../words/money-words.ts';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { resolutionOptions } from '../words/case-words.ts';
import { endReasonWords } from '../words/work-words.ts';
import { DialogForm } from './DialogForm.tsx';
import { isOneOf, isText, useFields } from './use-fields.ts';
import type { Keeping } from './use-fields.ts';

export type Closing = { outcome: Resolution; reason: string; recoveredCents: number | null; endReason?: EndReason | null };

type Fields = { outcome: Resolution | null; endReason: EndReason | null; reason: string; money: string };

/** How a case ended, why, and what came back. `proposed` comes from a payment the payer shows: it fills the form, a person confirms it. */
export function ResolveForm({ proposed = null, isBusy, onSave, onClose, ...keeping }: Keeping & { proposed?: { outcome: Resolution; recoveredCents: number | null } | null; isBusy: boolean; onSave: (closing: Closing) => void; onClose: () => void }) {
  const [{ outcome, endReason, reason, money }, set] = useFields<Fields>(proposed === null ? { outcome: null, endReason: null, reason: '', money: '' } : { outcome: proposed.outcome, endReason: null, reason: 'Paid by the payer', money: proposed.recoveredCents === null || proposed.recoveredCents < 0 ? '' : moneyWords(proposed.recoveredCents) }, { outcome: isOneOf(resolutionOptions, true), endReason: (value) => value === null || ALL_END_REASONS.some((one) => one === value), reason: isText, money: isText }, keeping);
  const cents = money.trim() === '' ? null : typedCents(money);
  const moneyFault = money.trim() !== '' && cents === null ? 'Write an amount as 1,234.50.' : cents !== null && cents < 0 ? 'What came back cannot be less than nothing. Write it without a minus.' : null;
  return (
    <DialogForm title="Close the case" save="Close case" isReady={outcome !== null && reason.trim() !== '' && moneyFault === null} isBusy={isBusy} onSave={() => { if (outcome !== null) onSave({ outcome, reason: reason.trim(), recoveredCents: cents, ...(endReason === null ? {} : { endReason }) }); }} onClose={onClose}>
      <SelectField label="How it ended" options={resolutionOptions} value={outcome} onChange={(next) => set({ outcome: next, endReason: null })} autoFocus />
      {outcome !== null && <SelectField<EndReason> label="What decided it" options={END_REASONS[outcome].map((value) => ({ value, label: endReasonWords(value) }))} value={endReason} onChange={(next) => set({ endReason: next })} placeholder="Choose, if one fits" />}
      <TextField label="Reason" value={reason} onChange={(next) => set({ reason: next })} maxLength={300} />
      <TextField label="Recovered" aside="Optional" value={money} onChange={(next) => set({ money: next })} isIdentifier placeholder="$0.00" {...(moneyFault === null ? {} : { error: moneyFault })} />
    </DialogForm>
  );
}
