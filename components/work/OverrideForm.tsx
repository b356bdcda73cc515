import { useState } from 'react';
import type { DayNumber } from '../../rules/domain/day-number.ts';
import type { DeadlineAction } from '../../rules/domain/vocabulary.ts';
import { DateField } from '../ui/DateField.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { handSetRange, isHandSetDay } from '../../rules/work/hand-set-day.ts';
import { clockOptions, clockWords } from '../words/clock-words.ts';
import { dayOfIso, isoOfDay, numericDay } from '../words/day-words.ts';
import { DialogForm } from './DialogForm.tsx';

export type SavedOverride = { action: DeadlineAction; date: string; reason: string; evidence: string };

/** A person's word that beats the rule. The rule's own date stays in the history. */
export function OverrideForm({ given, today, isBusy, onSave, onClose }: { given: DeadlineAction | null; today: DayNumber; isBusy: boolean; onSave: (override: SavedOverride) => void; onClose: () => void }) {
  const [action, setAction] = useState<DeadlineAction | null>(given);
  const [date, setDate] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [evidence, setEvidence] = useState('');
  const dateFault = date === null || isHandSetDay(date, isoOfDay(today)) ? null : rangeWords(today);
  const isReady = action !== null && date !== null && dateFault === null && reason.trim() !== '' && evidence.trim() !== '';
  return (
    <DialogForm title={given === null ? 'Set a date' : `${clockWords(given)}: set another date`} save="Set date" isReady={isReady} isBusy={isBusy} onSave={() => { if (action !== null && date !== null) onSave({ action, date, reason: reason.trim(), evidence: evidence.trim() }); }} onClose={onClose}>
      {given === null && <SelectField label="What ends then" options={clockOptions} value={action} onChange={setAction} />}
      <DateField label="Last day" value={date} onChange={setDate} today={today} autoFocus isRequired {...(dateFault === null ? {} : { error: dateFault })} />
      <TextField label="Why" value={reason} onChange={setReason} maxLength={300} isRequired placeholder="The letter prints this date" />
      <TextField label="Proof" isRequired hint="A date without a source is a guess. Name the letter, the page or the call." value={evidence} onChange={setEvidence} maxLength={300} placeholder="Letter of 10/08/2026, page 2" />
    </DialogForm>
  );
}

function rangeWords(today: DayNumber): string {
  const { first, last } = handSetRange(isoOfDay(today));
  return `Check the year: a last day lies between ${numericDay(dayOfIso(first) ?? today)} and ${numericDay(dayOfIso(last) ?? today)}.`;
}
