import { Trash2 } from 'lucide-react';
import type { DayNumber } from '../../rules/domain/day-number.ts';
import type { ClosedDay, CountPause, PracticeCalendar } from '../../rules/domain/practice-calendar.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { DateField } from '../ui/DateField.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { dayOfIso, weekdayDay } from '../words/day-words.ts';

/** What is being typed and not added yet. */
export type CalendarDraft = {
  on: string | null; closedReason: string; list: ClosedDay['list'];
  from: string | null; to: string | null; pauseReason: string; source: string; state: string;
};
export const blankCalendarDraft: CalendarDraft = { on: null, closedReason: '', list: 'everywhere', from: null, to: null, pauseReason: '', source: '', state: '' };

const lists = [{ value: 'everywhere', label: 'Closed everywhere' }, { value: 'tmhp', label: 'On the Texas Medicaid list' }] as const;
const mailOptions = [3, 5, 7, 10, 14].map((days) => ({ value: String(days), label: days === 5 ? '5 days (usual)' : `${days} days` }));
const dayText = (iso: string) => { const day = dayOfIso(iso); return day === null ? iso : weekdayDay(day); };

export type CalendarSettingsProps = {
  calendar: PracticeCalendar; draft: CalendarDraft; today: DayNumber;
  /** Only a lead changes what every date of the practice is counted by. */
  canChange: boolean; error: string | null;
  onDraft: (draft: CalendarDraft) => void; onSave: (calendar: PracticeCalendar, added: 'closed-day' | 'pause' | null) => void;
};

/** Days nobody works, emergency pauses and the time paper takes: what the practice adds to every count. */
export function CalendarSettings({ calendar, draft, today, canChange, error, onDraft, onSave }: CalendarSettingsProps) {
  const { closedDays, pauses } = calendar;
  return (
    <div className="flex max-w-lg flex-col gap-5">
      <p className="text-ink-2">Weekends and federal holidays are known. What is added here is counted in every date, and open claims are dated again; their history shows was and now.</p>
      {!canChange && <p className="text-ink-2">A lead can change these.</p>}
      <SelectField label="Send paper ahead by" options={mailOptions} value={String(calendar.mailDays ?? 5)} isDisabled={!canChange} onChange={(days) => onSave({ ...calendar, mailDays: days === '5' ? null : Number(days) }, null)} hint="Taken off the day to work by when a filing goes by mail." />
      <section aria-labelledby="closed-days" className="flex flex-col gap-2">
        <h3 id="closed-days" className="font-medium">Extra closed days</h3>
        <Kept empty="None. A day closed by executive order goes here." rows={closedDays.map((one) => ({ key: `${one.on}:${one.list}`, text: `${dayText(one.on)} · ${one.reason}${one.list === 'tmhp' ? ' · Texas Medicaid list' : ''}`, remove: `Remove ${dayText(one.on)}` }))}
          canChange={canChange} onRemove={(key) => onSave({ ...calendar, closedDays: closedDays.filter((one) => `${one.on}:${one.list}` !== key) }, null)} />
        {canChange && <ClosedDayForm calendar={calendar} draft={draft} today={today} onDraft={onDraft} onSave={onSave} />}
      </section>
      <section aria-labelledby="pauses" className="flex flex-col gap-2">
        <h3 id="pauses" className="font-medium">Emergency pauses</h3>
        <Kept empty="None. Days that an emergency order takes out of the count go here." rows={pauses.map((one) => ({ key: pauseKey(one), text: `${dayText(one.from)} to ${dayText(one.to)} · ${one.reason}${one.state === null ? '' : ` · rules of ${one.state} only`}${one.source === '' ? '' : ` · ${one.source}`}`, remove: `Remove the pause from ${dayText(one.from)}` }))}
          canChange={canChange} onRemove={(key) => onSave({ ...calendar, pauses: pauses.filter((one) => pauseKey(one) !== key) }, null)} />
        {canChange && <PauseForm calendar={calendar} draft={draft} today={today} onDraft={onDraft} onSave={onSave} />}
      </section>
      {error !== null && <p role="alert" className="text-over">{error}</p>}
    </div>
  );
}

const pauseKey = ({ from, to, state }: CountPause) => `${from}:${to}:${state ?? ''}`;

function Kept({ rows, empty, canChange, onRemove }: { rows: readonly { key: string; text: string; remove: string }[]; empty: string; canChange: boolean; onRemove: (key: string) => void }) {
  if (rows.length === 0) return <p className="text-small text-ink-3">{empty}</p>;
  return (
    <ul className="flex flex-col">
      {rows.map((row) => (
        <li key={row.key} className="figures flex items-center gap-2 border-b border-line py-1 last:border-b-0">
          <span className="foreign min-w-0 flex-1">{row.text}</span>
          {canChange && <IconButton label={row.remove} icon={<Trash2 aria-hidden className="size-3.5" />} onPress={() => onRemove(row.key)} />}
        </li>
      ))}
    </ul>
  );
}

type FormProps = Pick<CalendarSettingsProps, 'calendar' | 'draft' | 'today' | 'onDraft' | 'onSave'>;

function ClosedDayForm({ calendar, draft, today, onDraft, onSave }: FormProps) {
  const { on, closedReason, list } = draft;
  const isThere = calendar.closedDays.some((one) => one.on === on && one.list === list);
  const add = () => { if (on !== null) onSave({ ...calendar, closedDays: [...calendar.closedDays, { on, reason: closedReason.trim(), list }] }, 'closed-day'); };
  return (
    <form noValidate aria-label="Add a closed day" className="flex flex-col gap-2 rounded-md bg-sunken p-3" onSubmit={(event) => { event.preventDefault(); if (on !== null && closedReason.trim() !== '' && !isThere) add(); }}>
      <div className="grid gap-2 sm:grid-cols-2">
        <DateField label="Day" value={on} onChange={(next) => onDraft({ ...draft, on: next })} today={today} error={isThere ? 'This day is in the list.' : null} />
        <TextField label="Why it is closed" value={closedReason} onChange={(next) => onDraft({ ...draft, closedReason: next })} maxLength={300} placeholder="Executive order of 12/18/2026" />
      </div>
      <Choice label="Where" options={lists} value={list} onChange={(next) => onDraft({ ...draft, list: next })} />
      <div><Button type="submit" size="small" isDisabled={on === null || closedReason.trim() === '' || isThere}>Add day</Button></div>
    </form>
  );
}

function PauseForm({ calendar, draft, today, onDraft, onSave }: FormProps) {
  const { from, to, pauseReason, source, state } = draft;
  const isBackwards = from !== null && to !== null && to < from;
  const isReady = from !== null && to !== null && !isBackwards && pauseReason.trim() !== '' && source.trim() !== '' && (state === '' || /^[A-Z]{2}$/u.test(state));
  const add = () => {
    if (from === null || to === null) return;
    onSave({ ...calendar, pauses: [...calendar.pauses, { from, to, reason: pauseReason.trim(), source: source.trim(), state: state === '' ? null : state }] }, 'pause');
  };
  return (
    <form noValidate aria-label="Add a pause" className="flex flex-col gap-2 rounded-md bg-sunken p-3" onSubmit={(event) => { event.preventDefault(); if (isReady) add(); }}>
      <div className="grid gap-2 sm:grid-cols-2">
        <DateField label="First day" value={from} onChange={(next) => onDraft({ ...draft, from: next })} today={today} />
        <DateField label="Last day of the pause" value={to} onChange={(next) => onDraft({ ...draft, to: next })} today={today} error={isBackwards ? 'It ends before it begins.' : null} />
        <TextField label="Which order" value={pauseReason} onChange={(next) => onDraft({ ...draft, pauseReason: next })} maxLength={300} placeholder="Hurricane relief" />
        <TextField label="Where it is written" hint="A pause without a source is a guess." value={source} onChange={(next) => onDraft({ ...draft, source: next })} maxLength={300} placeholder="Federal Register, 11/08/2024" />
        <TextField label="Only rules of this state" hint="Leave empty for all." value={state} onChange={(next) => onDraft({ ...draft, state: next.trim().toUpperCase().slice(0, 2) })} maxLength={2} placeholder="FL" />
      </div>
      <div><Button type="submit" size="small" isDisabled={!isReady}>Add pause</Button></div>
    </form>
  );
}
