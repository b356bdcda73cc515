import type { DayNumber } from '../../rules/domain/day-number.ts';
import type { LetterKind } from '../../rules/domain/vocabulary.ts';
import { handSetRange, isHandSetDay } from '../../rules/work/hand-set-day.ts';
import { DateField } from '../ui/DateField.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { letterOptions } from '../words/clock-words.ts';
import { dayOfIso, isoOfDay, numericDay } from '../words/day-words.ts';
import { DialogForm } from './DialogForm.tsx';
import { isDayOrNone, isOneOf, isText, useFields } from './use-fields.ts';
import type { Keeping } from './use-fields.ts';

export type SavedLetter = { kind: LetterKind; on: string; receivedOn: string | null; lastDay: string | null; evidence: string };

type Fields = { kind: LetterKind | null; on: string | null; receivedOn: string | null; lastDay: string | null; evidence: string };

/** A letter (or finding) with a clock of its own. The last day printed in it beats every rule. */
export function LetterForm({ today, isBusy, onSave, onClose, ...keeping }: Keeping & { today: DayNumber; isBusy: boolean; onSave: (letter: SavedLetter) => void; onClose: () => void }) {
  const [{ kind, on, receivedOn, lastDay, evidence }, set] = useFields<Fields>(
    { kind: null, on: null, receivedOn: null, lastDay: null, evidence: '' },
    { kind: isOneOf(letterOptions, true), on: isDayOrNone, receivedOn: isDayOrNone, lastDay: isDayOrNone, evidence: isText }, keeping,
  );
  const now = isoOfDay(today);
  const onFault = on !== null && on > now ? 'This day is still to come.' : null;
  const receivedFault = receivedOn !== null && on !== null && (receivedOn < on || receivedOn > now) ? 'It lies between the date of the letter and today.' : null;
  const lastFault = lastDay === null || (isHandSetDay(lastDay, now) && (on === null || lastDay >= on)) ? null : lastDayFault(today);
  const isReady = kind !== null && on !== null && onFault === null && receivedFault === null && lastFault === null;
  return (
    <DialogForm title="Record a letter" save="Save" isReady={isReady} isBusy={isBusy} onSave={() => { if (kind !== null && on !== null) onSave({ kind, on, receivedOn, lastDay, evidence: evidence.trim() }); }} onClose={onClose}>
      <SelectField label="What it is" options={letterOptions} value={kind} onChange={(next) => set({ kind: next })} autoFocus />
      <DateField label={kind === 'overpayment-found' ? 'Found on' : 'Date of the letter'} value={on} onChange={(next) => set({ on: next })} today={today} isRequired {...(onFault === null ? {} : { error: onFault })} />
      {kind !== 'overpayment-found' && <DateField label="Received on" value={receivedOn} onChange={(next) => set({ receivedOn: next })} today={today} {...(receivedFault === null ? {} : { error: receivedFault })} />}
      <DateField label="Last day printed in it" hint="It beats every rule. Leave it empty where none is printed." value={lastDay} onChange={(next) => set({ lastDay: next })} today={today} {...(lastFault === null ? {} : { error: lastFault })} />
      <TextField label="Where it is" value={evidence} onChange={(next) => set({ evidence: next })} maxLength={300} placeholder="Portal inbox, letter of 10/08/2026" />
    </DialogForm>
  );
}

function lastDayFault(today: DayNumber): string {
  const { first, last } = handSetRange(isoOfDay(today));
  return `Check the year: it lies after the letter, between ${numericDay(dayOfIso(first) ?? today)} and ${numericDay(dayOfIso(last) ?? today)}.`;
}
