import { useState } from 'react';
import type { DatedSettings, NumbersSettings } from '../../rules/numbers/numbers-settings.ts';
import { isoMonth, monthOfIso } from '../../rules/numbers/period.ts';
import type { SubmittedFact } from '../../rules/numbers/denial-row.ts';
import { numericDay } from '../words/day-words.ts';
import { moneyWords } from '../words/money-words.ts';
import { monthWords, sourceWords } from '../words/numbers-words.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { TableBehind } from './TableBehind.tsx';

const ends = [{ value: 'any-close', label: 'Whatever closed the work' }, { value: 'payment-or-write-off', label: 'The payer\'s money or a final write-off' }, { value: 'payment', label: 'The payer\'s money only' }] as const;
const whole = (text: string): number | null => (/^\d{1,9}$/u.test(text.trim()) ? Number(text.trim()) : null);
const money = (text: string): number | null => { const plain = text.replaceAll(/[$,\s]/gu, ''); return /^\d{1,9}(\.\d{1,2})?$/u.test(plain) ? Math.round(Number(plain) * 100) : null; };

/** How figures are made; each change holds from today on, and lines break there. */
export function SettingsForm({ history, mayChange, onSave }: { history: readonly DatedSettings[]; mayChange: boolean; onSave: (settings: NumbersSettings) => void }) {
  const now = history.at(-1)?.settings;
  const [minimum, setMinimum] = useState(String(now?.minimumN ?? 10));
  const [repeat, setRepeat] = useState(String(now?.repeatDays ?? 90));
  const [small, setSmall] = useState(String(now?.smallCell ?? 5));
  const [hour, setHour] = useState(now?.hourlyCostCents == null ? '' : (now.hourlyCostCents / 100).toFixed(2));
  const [fees, setFees] = useState(now?.monthlyFeesCents == null ? '' : (now.monthlyFeesCents / 100).toFixed(2));
  const [partials, setPartials] = useState(now?.partialsCount ?? true);
  const [end, setEnd] = useState<NumbersSettings['endPoint']>(now?.endPoint ?? 'any-close');
  const wrong = (text: string, low: number, high: number): string | null => { const value = whole(text); return value === null || value < low || value > high ? `A whole number from ${low} to ${high}` : null; };
  const wrongMoney = (text: string): string | null => (text.trim() === '' || money(text) !== null ? null : 'An amount, or leave it empty');
  const problems = [wrong(minimum, 1, 200), wrong(repeat, 7, 730), wrong(small, 2, 50), wrongMoney(hour), wrongMoney(fees)];
  return (
    <section aria-label="How figures are made" className="flex max-w-2xl flex-col gap-3">
      <h2 className="text-lead font-semibold">How figures are made</h2>
      <p className="text-ink-2">A change holds from today. Months before keep the figures they were reported by, and charts show where the definition changed.</p>
      <div className="grid gap-3 sm:grid-cols-3">
        <TextField label="Smallest number with a percentage" value={minimum} onChange={setMinimum} error={problems[0] ?? null} isDisabled={!mayChange} />
        <TextField label="Days for repeats" value={repeat} onChange={setRepeat} error={problems[1] ?? null} isDisabled={!mayChange} />
        <TextField label="In reports, hide counts below" value={small} onChange={setSmall} error={problems[2] ?? null} isDisabled={!mayChange} />
        <TextField label="Cost of an hour, $" value={hour} onChange={setHour} error={problems[3] ?? null} isDisabled={!mayChange} />
        <TextField label="Tools and fees a month, $" value={fees} onChange={setFees} error={problems[4] ?? null} isDisabled={!mayChange} />
        <SelectField label="A claim is resolved by" options={ends} value={end} onChange={setEnd} isDisabled={!mayChange} />
      </div>
      <Checkbox isSelected={partials} onChange={setPartials} isDisabled={!mayChange}>Claims denied in part count as denied at first answer</Checkbox>
      {mayChange
        ? <div><Button kind="primary" isDisabled={problems.some((problem) => problem !== null)} onPress={() => onSave({ minimumN: whole(minimum) ?? 10, repeatDays: whole(repeat) ?? 90, smallCell: whole(small) ?? 5, hourlyCostCents: money(hour), monthlyFeesCents: money(fees), partialsCount: partials, endPoint: end })}>Use from today</Button></div>
        : <p className="text-ink-2">A lead decides this.</p>}
      {history.length > 1 && <TableBehind caption="How figures were made" texts={['Partials count', 'Resolved by']} headings={['From', 'Smallest number', 'Partials count', 'Resolved by', 'Repeat days', 'Hour']} rows={[...history].reverse().map(({ fromDay, settings }) => ({ key: String(fromDay), cells: [fromDay === 0 ? 'the start' : numericDay(fromDay), settings.minimumN, settings.partialsCount ? 'yes' : 'no', ends.find(({ value }) => value === settings.endPoint)?.label ?? '', settings.repeatDays, settings.hourlyCostCents === null ? '–' : moneyWords(settings.hourlyCostCents)] }))} />}
    </section>
  );
}

export type MonthFigures = { month: number; payerKey: string; claims: number | null; cents: number | null; cleanClaims: number | null; receivablesCents: number | null; dailyChargesCents: number | null };

/** Figures of a month from the practice system: what no file here tells. */
export function MonthForm({ facts, payers, thisMonth, mayChange, payerName, onSave }: { facts: readonly SubmittedFact[]; payers: readonly { key: string; name: string }[]; thisMonth: number; mayChange: boolean; payerName: (key: string) => string; onSave: (figures: MonthFigures) => void }) {
  const [month, setMonth] = useState(isoMonth(thisMonth - 1));
  const [payer, setPayer] = useState('whole');
  const [text, setText] = useState({ claims: '', charges: '', clean: '', receivables: '', daily: '' });
  const set = (key: keyof typeof text) => (value: string) => setText({ ...text, [key]: value });
  const found = monthOfIso(month);
  const bad = (value: string, read: (one: string) => number | null): string | null => (value.trim() === '' || read(value) !== null ? null : 'A number, or leave it empty');
  const problems = { month: found === null ? 'As 2026-03' : null, claims: bad(text.claims, whole), charges: bad(text.charges, money), clean: bad(text.clean, whole), receivables: bad(text.receivables, money), daily: bad(text.daily, money) };
  const isEmpty = Object.values(text).every((value) => value.trim() === '');
  const months = [...Map.groupBy(facts, (fact) => `${fact.month} ${fact.payerKey} ${fact.source}`).values()].flatMap((list) => list.slice(-1)).sort((one, other) => other.month - one.month);
  return (
    <section aria-label="Claims submitted" className="flex max-w-3xl flex-col gap-3">
      <h2 className="text-lead font-semibold">Claims submitted, by month</h2>
      <p className="text-ink-2">Rates need to know how much was sent. Import the claims you send (837) under Remittances, or type the month&apos;s figures from your practice system. What was typed before stays on file; the newest holds.</p>
      {mayChange && (
        <>
          <div className="grid gap-3 sm:grid-cols-4">
            <TextField label="Month" value={month} onChange={setMonth} error={problems.month} />
            <SelectField label="Of" options={[{ value: 'whole', label: 'The whole practice' }, ...payers.map(({ key, name }) => ({ value: key, label: name }))]} value={payer} onChange={setPayer} />
            <TextField label="Claims sent" value={text.claims} onChange={set('claims')} error={problems.claims} />
            <TextField label="Charges sent, $" value={text.charges} onChange={set('charges')} error={problems.charges} />
            <TextField label="Clean claims" value={text.clean} onChange={set('clean')} error={problems.clean} />
            <TextField label="Receivables at month's end, $" value={text.receivables} onChange={set('receivables')} error={problems.receivables} />
            <TextField label="Average charges a day, $" value={text.daily} onChange={set('daily')} error={problems.daily} />
          </div>
          <div>
            <Button isDisabled={found === null || isEmpty || Object.values(problems).some((problem) => problem !== null)} onPress={() => { if (found === null) return; onSave({ month: found, payerKey: payer === 'whole' ? '' : payer, claims: whole(text.claims), cents: money(text.charges), cleanClaims: whole(text.clean), receivablesCents: money(text.receivables), dailyChargesCents: money(text.daily) }); setText({ claims: '', charges: '', clean: '', receivables: '', daily: '' }); }}>Keep these figures</Button>
          </div>
        </>
      )}
      {months.length === 0 ? <p className="text-ink-2">Nothing is known yet: rates over claims submitted say so on their cards.</p> : (
        <TableBehind
          caption="Claims submitted by month" texts={['Of', 'From']} headings={['Month', 'Of', 'Claims', 'Charges', 'Clean', 'Receivables', 'A day', 'From']}
          rows={months.slice(0, 60).map((fact) => ({ key: `${fact.month} ${fact.payerKey} ${fact.source}`, cells: [monthWords(fact.month), fact.payerKey === '' ? 'The whole practice' : payerName(fact.payerKey), fact.claims ?? '–', fact.cents === null ? '–' : moneyWords(fact.cents), fact.cleanClaims ?? '–', fact.receivablesCents === null ? '–' : moneyWords(fact.receivablesCents), fact.dailyChargesCents === null ? '–' : moneyWords(fact.dailyChargesCents), sourceWords([fact.source])] }))}
        />
      )}
    </section>
  );
}
