import type { ContactRowFact } from './denial-row.ts';
import { median, percentile } from './figure.ts';
import { isWithin } from './period.ts';
import type { Period } from './period.ts';

/** Below so many calls a time of day says nothing. */
export const FEWEST_CALLS = 5;

export type HoldTime = { payerKey: string; weekday: number; hour: number; calls: number; median: number; ninetieth: number };

/**
 * Minutes on hold by payer, weekday and hour: the median and the ninetieth percentile (nearest rank) of what was measured.
 * `fewer`: combinations that were left out because there were too few calls.
 */
export function holdTimes(contacts: readonly ContactRowFact[], period: Period): { times: HoldTime[]; fewer: number } {
  const calls = contacts.filter((contact) => contact.holdMinutes !== null && isWithin(contact.day, period));
  const groups = [...Map.groupBy(calls, ({ payerKey, weekday, hour }) => `${payerKey}\u0000${weekday}\u0000${hour}`).values()];
  const enough = groups.filter((group) => group.length >= FEWEST_CALLS);
  const times = enough.flatMap((group): HoldTime[] => {
    const [first] = group;
    const minutes = group.map(({ holdMinutes }) => holdMinutes ?? 0);
    return first === undefined ? [] : [{ payerKey: first.payerKey, weekday: first.weekday, hour: first.hour, calls: group.length, median: median(minutes) ?? 0, ninetieth: percentile(minutes, 0.9) ?? 0 }];
  });
  return { times: times.sort((one, other) => one.payerKey.localeCompare(other.payerKey) || one.weekday - other.weekday || one.hour - other.hour), fewer: groups.length - enough.length };
}
