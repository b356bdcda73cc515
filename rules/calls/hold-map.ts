import type { Contact } from '../domain/contact.ts';
import { callTimes } from './call-timers.ts';

/** A call of which the wait was timed. `weekday` 1 = Monday … 7 = Sunday; `hour` 0 … 23, where the practice is. */
export type TimedCall = { weekday: number; hour: number; holdSeconds: number; talkSeconds: number | null; dropped: boolean };

export type HoldCell = { weekday: number; hour: number; n: number; medianHoldSeconds: number };
export type HoldMap = {
  n: number; dropped: number; medianHoldSeconds: number | null; medianTalkSeconds: number | null;
  /** Only hours with enough calls; the others are not shown, because two calls say nothing of a payer. */
  cells: HoldCell[];
  /** The hour with the shortest usual wait, where at least two can be compared. */
  best: HoldCell | null;
};

/** Calls a cell needs before its median is shown. Below five one long wait moves it by more than half. */
export const ENOUGH_PER_HOUR = 5;
/** Calls a payer needs before a best hour is named. */
export const ENOUGH_FOR_BEST = 20;
/** How much shorter the best hour must be than the usual wait, so that it is more than chance among few calls. */
const CLEARLY_SHORTER = 0.75;

/** The timed calls among contacts. Nothing is guessed: a call nobody timed, or whose timer ran on over night, is left out. */
export function timedCalls(contacts: readonly (Pick<Contact, 'channel' | 'holdSeconds' | 'talkSeconds' | 'dropped' | 'startedAtMs' | 'endedAtMs' | 'moments'>)[], timeZone: string): TimedCall[] {
  return contacts.flatMap((one): TimedCall[] => {
    if (one.channel !== 'phone' || one.holdSeconds === null) return [];
    if (one.moments !== undefined && callTimes(one.moments, one.endedAtMs ?? one.startedAtMs).isDoubtful) return [];
    const began = Temporal.Instant.fromEpochMilliseconds(one.moments?.[0]?.atMs ?? one.startedAtMs).toZonedDateTimeISO(timeZone);
    return [{ weekday: began.dayOfWeek, hour: began.hour, holdSeconds: one.holdSeconds, talkSeconds: one.talkSeconds ?? null, dropped: one.dropped === true }];
  });
}

export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] ?? null : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** The wait of the practice's own calls to one payer, by weekday and hour. */
export function holdMap(calls: readonly TimedCall[]): HoldMap {
  const groups = Map.groupBy(calls, ({ weekday, hour }) => weekday * 24 + hour);
  const cells = [...groups.values()].flatMap((group): HoldCell[] => {
    const [first] = group;
    const middle = median(group.map(({ holdSeconds }) => holdSeconds));
    return first === undefined || middle === null || group.length < ENOUGH_PER_HOUR ? [] : [{ weekday: first.weekday, hour: first.hour, n: group.length, medianHoldSeconds: middle }];
  }).sort((a, b) => a.weekday - b.weekday || a.hour - b.hour);
  const usual = median(calls.map(({ holdSeconds }) => holdSeconds));
  const [shortest] = [...cells].sort((a, b) => a.medianHoldSeconds - b.medianHoldSeconds || b.n - a.n);
  const isTold = calls.length >= ENOUGH_FOR_BEST && cells.length >= 2 && shortest !== undefined && usual !== null && shortest.medianHoldSeconds <= usual * CLEARLY_SHORTER;
  return {
    n: calls.length, dropped: calls.filter(({ dropped }) => dropped).length, medianHoldSeconds: usual, medianTalkSeconds: median(calls.flatMap(({ talkSeconds }) => (talkSeconds === null ? [] : [talkSeconds]))),
    cells, best: isTold ? shortest : null,
  };
}
