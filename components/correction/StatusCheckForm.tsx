import type { StatusCheck } from '../../rules/domain/correction.ts';
import type { DayNumber } from '../../rules/domain/day-number.ts';
import type { ContactOutcome } from '../../rules/domain/vocabulary.ts';
import { Choice } from '../ui/Choice.tsx';
import { ComboField } from '../ui/ComboField.tsx';
import { DateField } from '../ui/DateField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { outcomeOptions } from '../words/contact-words.ts';
import { isoOfDay } from '../words/day-words.ts';
import { DialogForm } from '../work/DialogForm.tsx';
import { isDayOrNone, isOneOf, isText, useFields } from '../work/use-fields.ts';
import type { Keeping } from '../work/use-fields.ts';

const ways = [{ value: 'portal', label: 'Portal' }, { value: 'phone', label: 'Phone' }, { value: 'ivr', label: 'Phone menu' }, { value: 'edi', label: 'EDI' }] as const;
export type StatusCheckWords = Omit<StatusCheck, 'byUser' | 'atMs'>;
type Fields = { on: string | null; how: StatusCheck['how']; outcome: ContactOutcome | null; reference: string };

/** What the payer says of the claim right before something is sent. */
export function StatusCheckForm({ today, isBusy, onSave, onClose, ...keeping }: Keeping & { today: DayNumber; isBusy: boolean; onSave: (check: StatusCheckWords) => void; onClose: () => void }) {
  const [{ on, how, outcome, reference }, set] = useFields<Fields>({ on: isoOfDay(today), how: 'portal', outcome: null, reference: '' }, { on: isDayOrNone, how: isOneOf(ways), outcome: isOneOf(outcomeOptions, true), reference: isText }, keeping);
  return (
    <DialogForm title="Check the status first" save="Save" isReady={on !== null && outcome !== null} isBusy={isBusy} onClose={onClose} onSave={() => { if (on !== null && outcome !== null) onSave({ on, how, outcome, reference: reference.trim() === '' ? null : reference.trim() }); }}>
      <Choice label="Where" options={ways} value={how} onChange={(next) => set({ how: next })} />
      <ComboField label="What it says" options={outcomeOptions} value={outcome} onChange={(next) => set({ outcome: next })} placeholder="Type part of it" />
      <DateField label="Looked at on" value={on} onChange={(next) => set({ on: next })} today={today} />
      <TextField label="Reference number" aside="If given" value={reference} onChange={(next) => set({ reference: next })} isIdentifier autoComplete="off" maxLength={300} />
    </DialogForm>
  );
}
