import type { ContactRowFact, DenialRow } from './denial-row.ts';
import { median } from './figure.ts';
import { isWithin } from './period.ts';
import type { Period } from './period.ts';

export type PersonWork = {
  userId: string; touches: number; contacts: number; closed: number; recoveredCents: number; minutes: number | null;
  /** The team's median minutes for the same mix of reasons ÷ own minutes; 1 is as the team. Null below the minimum or without minutes. */
  index: number | null;
  /** Closed claims with logged minutes: what the index is made of. */
  timed: number;
};

/**
 * Work by person, beside the team on the same mix: somebody who takes the hard claims is not measured against somebody who
 * takes the easy ones. Never a ranking by volume: sorted by name outside. Minutes are those a person logged on claims of their own.
 */
export function productivity(rows: readonly DenialRow[], contacts: readonly ContactRowFact[], period: Period, minimumN: number): PersonWork[] {
  const closed = rows.filter((row) => !row.open && isWithin(row.closedDay, period));
  const timed = closed.filter((row) => row.minutes !== null && row.minutes > 0);
  const usual = new Map([...Map.groupBy(timed, ({ category }) => category)].map(([category, group]) => [category, median(group.map(({ minutes }) => minutes ?? 0)) ?? 0]));
  const people = new Set([...rows.flatMap(({ work, ownerId }) => [...work.map(({ userId }) => userId), ownerId]), ...contacts.map(({ userId }) => userId)]);
  return [...people].flatMap((userId): PersonWork[] => {
    const own = closed.filter(({ ownerId }) => ownerId === userId);
    const ownTimed = timed.filter(({ ownerId }) => ownerId === userId);
    const touched = rows.filter((row) => isWithin(row.closedDay ?? row.firstActDay ?? row.openedDay, period)).flatMap(({ work }) => work.filter((one) => one.userId === userId));
    const minutes = touched.some((one) => one.minutes !== null) ? touched.reduce((sum, one) => sum + (one.minutes ?? 0), 0) : null;
    const ownMinutes = ownTimed.reduce((sum, row) => sum + (row.minutes ?? 0), 0);
    const expected = ownTimed.reduce((sum, row) => sum + (usual.get(row.category) ?? 0), 0);
    const calls = contacts.filter((contact) => contact.userId === userId && isWithin(contact.day, period)).length;
    const touches = touched.reduce((sum, one) => sum + one.touches, 0);
    if (own.length === 0 && calls === 0 && touches === 0) return [];
    return [{
      userId, touches, contacts: calls, closed: own.length, recoveredCents: own.reduce((sum, row) => sum + row.recoveredCents, 0), minutes, timed: ownTimed.length,
      index: ownTimed.length < minimumN || ownMinutes === 0 ? null : expected / ownMinutes,
    }];
  });
}
