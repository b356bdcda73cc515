import type { DayNumber } from '../domain/day-number.ts';
import type { DenialRow } from '../numbers/denial-row.ts';
import { valueOf } from '../numbers/dimensions.ts';
import type { Dimension, NumbersFilter } from '../numbers/dimensions.ts';
import { CHECKLIST_DAYS, FEWEST_FOR_ITEM } from './checklists.ts';

export type Recurring = { category: string; claims: number; cents: number; openCents: number };

/** Reasons that came three times or more in the last half year, the most money first: each of them needs one person who answers for it. */
export function recurringReasons(rows: readonly DenialRow[], today: DayNumber): Recurring[] {
  const recent = rows.filter(({ first, deniedDay }) => first !== 'rejection' && deniedDay > today - CHECKLIST_DAYS && deniedDay <= today);
  return [...Map.groupBy(recent, ({ category }) => category)].filter(([, group]) => group.length >= FEWEST_FOR_ITEM).map(([category, group]): Recurring => ({
    category, claims: group.length, cents: group.reduce((sum, { deniedCents }) => sum + deniedCents, 0), openCents: group.reduce((sum, { open, deniedCents }) => sum + (open ? deniedCents : 0), 0),
  })).sort((one, other) => other.cents - one.cents || (one.category < other.category ? -1 : 1));
}

export type Costly = { filter: NumbersFilter; claims: number; cents: number };

/** Payer and reason with the most money denied in the last `days`; what is smaller than a small cell is not named. */
export function costliest(rows: readonly DenialRow[], today: DayNumber, days: number, smallCell: number, most: number): Costly[] {
  const dimensions: readonly Dimension[] = ['payer', 'reason'];
  const recent = rows.filter(({ first, deniedDay }) => first !== 'rejection' && deniedDay > today - days && deniedDay <= today);
  return [...Map.groupBy(recent, (row) => dimensions.map((dimension) => valueOf(row, dimension)).join('\u0000')).values()].flatMap((group): Costly[] => {
    const [first] = group;
    if (first === undefined || group.length < smallCell) return [];
    return [{ filter: Object.fromEntries(dimensions.map((dimension) => [dimension, valueOf(first, dimension)])), claims: group.length, cents: group.reduce((sum, { deniedCents }) => sum + deniedCents, 0) }];
  }).sort((one, other) => other.cents - one.cents).slice(0, most);
}
