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
import { isDayOrNone, isOneOf, isText, useFields } from './use-fields.ts';
import type { Keeping } from './use-fields.ts';

export type SavedOverride = { action: DeadlineAction; date: string | null; seen: string | null; reason: string; evidence: string };

type Fields = { action: DeadlineAction | null; date: string | null; reason: string; evidence: string };

/** A person's word that beats the rule. `standing`: the dates set by hand so far, by step. The rule's own date stays in the history. */
export function OverrideForm({ given, standing, today, isBusy, onSave, onClose, ...keeping }: Keeping & { given: DeadlineAction | null; standing: ReadonlyMap<string, string>; today: DayNumber; isBusy: boolean; onSave: (override: SavedOverride) => void; onClose: () => void }) {
  const [{ action, date, reason, evidence }, set] = useFields<Fields>(
    { action: given, date: null, reason: '', evidence: '' }, { action: isOneOf(clockOptions, true), date: isDayOrNone, reason: isText, evidence: isText }, keeping,
  );
  // As it stood when this form was opened: a date that somebody sets meanwhile is not replaced unseen.
  const [seenAtFirst] = useState(standing);
  const seen = action === null ? null : seenAtFirst.get(action) ?? null;
  const dateFault = date === null || isHandSetDay(date, isoOfDay(today)) ? null : rangeWords(today);
  const missing = [...(action === null ? ['what ends then'] : []), ...(date === null ? ['the last day'] : []), ...(reason.trim() === '' ? ['why'] : []), ...(evidence.trim() === '' ? ['the proof'] : [])];
  const isReady = action !== null && date !== null && dateFault === null && reason.trim() !== '' && evidence.trim() !== '';
  return (
    <DialogForm title={given === null ? 'Set a date' : `${clockWords(given)}: set another date`} save="Set date" isReady={isReady} missing={missing} isBusy={isBusy} onSave={() => { if (action !== null && date !== null) onSave({ action, date, seen, reason: reason.trim(), evidence: evidence.trim() }); }} onClose={onClose}>
      {given === null && <SelectField label="What ends then" options={clockOptions} value={action} onChange={(next) => set({ action: next })} />}
      <DateField label="Last day" value={date} onChange={(next) => set({ date: next })} today={today} autoFocus isRequired {...(dateFault === null ? {} : { error: dateFault })} />
      <TextField label="Why" value={reason} onChange={(next) => set({ reason: next })} maxLength={300} isRequired placeholder="The letter prints this date" />
      <TextField label="Proof" isRequired hint="A date without a source is a guess. Name the letter, the page or the call." value={evidence} onChange={(next) => set({ evidence: next })} maxLength={300} placeholder="Letter of 10/08/2026, page 2" />
    </DialogForm>
  );
}

function rangeWords(today: DayNumber): string {
  const { first, last } = handSetRange(isoOfDay(today));
  return `Check the year: a last day lies between ${numericDay(dayOfIso(first) ?? today)} and ${numericDay(dayOfIso(last) ?? today)}.`;
}
