import type { DayNumber } from '../domain/day-number.ts';
import { AGE_BUCKETS } from '../domain/queue-filter.ts';
import type { AgeBucket } from '../domain/queue-filter.ts';
import { awakeFrom } from './priority.ts';
import { daysOfAge, eachRow, hasNoDate, untouchedSince } from './queue-board.ts';
import type { QueueBoard } from './queue-board.ts';
import { DUE_SOON_DAYS } from '../reminders/badge-words.ts';

/** The load of one owner, a person or a pool. Cents are those denied; `atRiskCents` of cases past their day or due within a week. `minutes` by the practice's minutes per category. */
export type OwnerLoad = { ownerId: string; cases: number; cents: number; overdue: number; dueSoon: number; atRiskCents: number; noDate: number; untouched: number; minutes: number; snoozed: number };
export type AgeLoad = { age: AgeBucket; cases: number; cents: number };
/** How the practice's open work stands: by owner, by age, and what nobody looked at. Snoozed cases count as snoozed and in nothing else. */
export type TeamLoad = { owners: OwnerLoad[]; ages: AgeLoad[]; all: OwnerLoad };

const none = (ownerId: string): OwnerLoad => ({ ownerId, cases: 0, cents: 0, overdue: 0, dueSoon: 0, atRiskCents: 0, noDate: 0, untouched: 0, minutes: 0, snoozed: 0 });

/**
 * One walk over all open cases.
 *
 * @param untouchedDays days without a touch from which a case counts as untouched.
 * @param minutesOf minutes of work a case of a category takes.
 */
export function loadOf(board: QueueBoard, today: DayNumber, untouchedDays: number, minutesOf: (category: string) => number): TeamLoad {
  const owners = new Map<string, OwnerLoad>();
  const all = none('');
  const ages = AGE_BUCKETS.map((age): AgeLoad => ({ age, cases: 0, cents: 0 }));
  const limits = AGE_BUCKETS.map((age) => daysOfAge(age, today));
  const untouched = untouchedSince(untouchedDays, today);
  const awake = awakeFrom(today);
  const minutes = new Map<string, number>();
  const minutesKept = (category: string): number => {
    const known = minutes.get(category) ?? minutesOf(category);
    minutes.set(category, known);
    return known;
  };
  eachRow(board, ({ numbers, days, places, words }, row) => {
    const ownerId = words[places.ownerId[row] as number] ?? '';
    const load = owners.get(ownerId) ?? none(ownerId);
    owners.set(ownerId, load);
    if ((numbers.priority[row] as number) < awake) {
      load.snoozed += 1;
      all.snoozed += 1;
      return;
    }
    const cents = numbers.deniedCents[row] as number;
    const day = days.nextDay[row] as number;
    const age = days.ageDay[row] as number;
    const bucket = ages[limits.findIndex(([from, to]) => age >= from && age <= to)];
    if (bucket !== undefined) {
      bucket.cases += 1;
      bucket.cents += cents;
    }
    for (const sum of [load, all]) {
      sum.cases += 1;
      sum.cents += cents;
      sum.minutes += minutesKept(words[places.category[row] as number] ?? '');
      if (day < today) sum.overdue += 1;
      else if (day <= today + DUE_SOON_DAYS) sum.dueSoon += 1;
      if (day <= today + DUE_SOON_DAYS) sum.atRiskCents += cents;
      if (hasNoDate(day, words[places.nextKind[row] as number] ?? '')) sum.noDate += 1;
      if ((numbers.touchedMs[row] as number) <= untouched) sum.untouched += 1;
    }
  });
  return { owners: [...owners.values()].sort((one, other) => other.atRiskCents - one.atRiskCents || other.cases - one.cases), ages, all };
}
