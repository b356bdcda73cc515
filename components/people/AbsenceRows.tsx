import { X } from 'lucide-react';
import type { Absence } from '../../rules/domain/person.ts';
import { Button } from '../ui/Button.tsx';
import { DateField } from '../ui/DateField.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { SelectField } from '../ui/SelectField.tsx';

/** An absence while it is typed: either end may still be missing. */
export type AbsenceDraft = { n: number; from: string | null; to: string | null; coverId: string | null };
export const absenceDrafts = (away: readonly Absence[]): AbsenceDraft[] => away.map((one, n) => ({ ...one, n }));
const NOBODY = 'nobody';

/** The absences that are whole, or null where one is not. */
export function wholeAbsences(drafts: readonly AbsenceDraft[]): Absence[] | null {
  const whole: Absence[] = [];
  for (const { from, to, coverId } of drafts) {
    if (from === null || to === null || from > to) return null;
    whole.push({ from, to, coverId });
  }
  return whole;
}

/** Days away, each with who looks after the queue meanwhile. */
export function AbsenceRows({ rows, others, today, onChange }: { rows: readonly AbsenceDraft[]; others: readonly { id: string; name: string }[]; today: number; onChange: (rows: AbsenceDraft[]) => void }) {
  const covers = [{ value: NOBODY, label: 'Nobody named' }, ...others.map(({ id, name }) => ({ value: id, label: name }))];
  const put = (n: number, part: Partial<AbsenceDraft>) => onChange(rows.map((row) => (row.n === n ? { ...row, ...part } : row)));
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-small font-medium text-ink-2">Days away</legend>
      {rows.map((row) => (
        <div key={row.n} className="flex flex-wrap items-end gap-2">
          <div className="w-32"><DateField label="From" value={row.from} onChange={(from) => put(row.n, { from })} today={today} /></div>
          <div className="w-32"><DateField label="To" value={row.to} onChange={(to) => put(row.n, { to })} today={today} error={row.from !== null && row.to !== null && row.from > row.to ? 'Before the first day.' : null} /></div>
          <div className="min-w-36 flex-1"><SelectField label="Cover" options={covers} value={row.coverId ?? NOBODY} onChange={(cover) => put(row.n, { coverId: cover === NOBODY ? null : cover })} /></div>
          <IconButton label="Take these days away" icon={<X aria-hidden className="size-4" />} onPress={() => onChange(rows.filter(({ n }) => n !== row.n))} />
        </div>
      ))}
      <div><Button size="small" onPress={() => onChange([...rows, { n: Math.max(0, ...rows.map(({ n }) => n)) + 1, from: null, to: null, coverId: null }])}>Add days away</Button></div>
    </fieldset>
  );
}
