import type { AppealRequest } from '../../rules/domain/appeal.ts';
import type { DayNumber } from '../../rules/domain/day-number.ts';
import { shownCents, typedCents } from '../../rules/review/typed-money.ts';
import { DateField } from '../ui/DateField.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { requestOptions } from '../words/appeal-words.ts';
import { DialogForm } from '../work/DialogForm.tsx';
import { isDayOrNone, isOneOf, isText, useFields } from '../work/use-fields.ts';
import type { Keeping } from '../work/use-fields.ts';

export type LetterAbout = { letterDate: string; signer: string; signerTitle: string; request: AppealRequest; requestedCents: number | null };

/** Date, signature and what is asked. */
export function AboutForm({ was, texts, textId, today, isBusy, onSave, onText, onClose, ...keeping }: Keeping & { was: LetterAbout; texts: readonly { value: string; label: string }[]; textId: string; today: DayNumber; isBusy: boolean; onSave: (about: LetterAbout) => void; onText: (id: string) => void; onClose: () => void }) {
  type Fields = { letterDate: string | null; signer: string; signerTitle: string; request: AppealRequest; amount: string };
  const [fields, set] = useFields<Fields>({ letterDate: was.letterDate, signer: was.signer, signerTitle: was.signerTitle, request: was.request, amount: was.requestedCents === null ? '' : shownCents(was.requestedCents) },
    { letterDate: isDayOrNone, signer: isText, signerTitle: isText, request: isOneOf(requestOptions), amount: isText }, keeping);
  const { letterDate, amount } = fields;
  const cents = amount.trim() === '' ? null : typedCents(amount);
  const isAmountGood = amount.trim() === '' || (cents !== null && cents >= 0);
  return (
    <DialogForm title="Date, signature, request, text" save="Save" isReady={letterDate !== null && fields.signer.trim() !== '' && isAmountGood} isBusy={isBusy} onClose={onClose} onSave={() => { if (letterDate !== null) onSave({ letterDate, signer: fields.signer.trim(), signerTitle: fields.signerTitle.trim(), request: fields.request, requestedCents: cents }); }}>
      <SelectField label="Text of the letter" hint="Changing it keeps your own paragraphs." options={texts} value={textId} onChange={onText} />
      <DateField label="Date of the letter" value={letterDate} onChange={(next) => set({ letterDate: next })} today={today} />
      <TextField label="Signed by" value={fields.signer} onChange={(next) => set({ signer: next })} maxLength={300} />
      <TextField label="Title" value={fields.signerTitle} onChange={(next) => set({ signerTitle: next })} maxLength={300} />
      <SelectField label="What is asked" options={requestOptions} value={fields.request} onChange={(next) => set({ request: next })} />
      <TextField label="Amount in question" value={amount} onChange={(next) => set({ amount: next })} isIdentifier inputMode="decimal" error={isAmountGood ? null : 'Write it as 1,234.50.'} />
    </DialogForm>
  );
}
