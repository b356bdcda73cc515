import type { DayNumber } from '../../rules/domain/day-number.ts';
import type { LetterKind } from '../../rules/domain/vocabulary.ts';
import { DateField } from '../ui/DateField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { clockWords } from '../words/clock-words.ts';
import { isoOfDay } from '../words/day-words.ts';
import { DialogForm } from './DialogForm.tsx';
import { isDayOrNone, isText, useFields } from './use-fields.ts';
import type { Keeping } from './use-fields.ts';

const examples: Readonly<Record<LetterKind, string>> = {
  'records-request': 'Chart notes uploaded, number 5512', 'recoupment-demand': 'Redetermination filed, or repaid by check 1044', 'refund-request': 'Disputed in writing, or repaid by check 1044', 'overpayment-found': 'Reported and returned, number 5512',
};

/** What a letter came to: its clock ends on the day it was answered. `letterOn` is the day of the letter. */
export function AnswerLetterForm({ kind, letterOn, today, isBusy, onSave, onClose, ...keeping }: Keeping & { kind: LetterKind; letterOn: string; today: DayNumber; isBusy: boolean; onSave: (answer: { answeredOn: string; words: string }) => void; onClose: () => void }) {
  const now = isoOfDay(today);
  const [{ answeredOn, words }, set] = useFields<{ answeredOn: string | null; words: string }>({ answeredOn: now, words: '' }, { answeredOn: isDayOrNone, words: isText }, keeping);
  const fault = answeredOn === null ? null : answeredOn > now ? 'This day is still to come.' : answeredOn < letterOn ? 'It lies before the letter.' : null;
  return (
    <DialogForm title={`${clockWords(kind)}: what was done`} save="Save" isReady={answeredOn !== null && fault === null && words.trim() !== ''} isBusy={isBusy} onSave={() => { if (answeredOn !== null) onSave({ answeredOn, words: words.trim() }); }} onClose={onClose}>
      <DateField label="Done on" value={answeredOn} onChange={(next) => set({ answeredOn: next })} today={today} isRequired {...(fault === null ? {} : { error: fault })} />
      <TextField label="What was done" value={words} onChange={(next) => set({ words: next })} maxLength={300} placeholder={examples[kind]} isRequired autoFocus />
    </DialogForm>
  );
}
