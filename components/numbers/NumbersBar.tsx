import { X } from 'lucide-react';
import { DIMENSIONS } from '../../rules/numbers/dimensions.ts';
import type { Dimension, NumbersFilter } from '../../rules/numbers/dimensions.ts';
import type { PeriodName } from '../../rules/numbers/period.ts';
import { dimensionWords, periodOptions } from '../words/numbers-words.ts';
import { Button } from '../ui/Button.tsx';
import { ComboField } from '../ui/ComboField.tsx';
import { SelectField } from '../ui/SelectField.tsx';

/** What the figures are of: a period, and one value after the other of payer, reason, place, person or step. What was chosen stays. */
export function NumbersBar({ period, filter, dimension, values, nameOf, onPeriod, onFilter, onDimension }: {
  period: PeriodName; filter: NumbersFilter; dimension: Dimension; values: readonly { value: string; claims: number }[]; nameOf: (dimension: Dimension, value: string) => string;
  onPeriod: (period: PeriodName) => void; onFilter: (filter: NumbersFilter) => void; onDimension: (dimension: Dimension) => void;
}) {
  const chosen = Object.entries(filter).filter(([, value]) => value !== undefined) as [Dimension, string][];
  const without = (dropped: Dimension): NumbersFilter => Object.fromEntries(chosen.filter(([name]) => name !== dropped));
  return (
    <div className="flex flex-wrap items-end gap-3 print:hidden">
      <div className="w-40"><SelectField label="Period" options={periodOptions} value={period} onChange={onPeriod} /></div>
      <div className="w-40"><SelectField label="Look at by" options={DIMENSIONS.map((value) => ({ value, label: dimensionWords(value) }))} value={dimension} onChange={onDimension} /></div>
      <div className="w-64"><ComboField label={`Only one ${dimensionWords(dimension).toLowerCase()}`} options={values.map(({ value, claims }) => ({ value, label: nameOf(dimension, value), hint: String(claims) }))} value={filter[dimension] ?? null} onChange={(value) => onFilter(value === null ? without(dimension) : { ...filter, [dimension]: value })} /></div>
      {chosen.map(([name, value]) => <Button key={name} size="small" icon={<X aria-hidden className="size-3.5" />} aria-label={`Drop: ${dimensionWords(name)} ${nameOf(name, value)}`} onPress={() => onFilter(without(name))}><span className="max-w-48 truncate">{dimensionWords(name)}: {nameOf(name, value)}</span></Button>)}
    </div>
  );
}
