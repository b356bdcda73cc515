import type { DayNumber } from '../domain/day-number.ts';

/** How a person's day stands, in counts. Nothing in it names a patient, a claim or a payer. */
export type Digest = {
  overdue: number; dueToday: number; dueSoon: number;
  /** Came past their day after the last digest: what nobody could be told of while the browser was closed. */
  passed: number;
  /** Back from a snooze since the last digest. */
  back: number;
  /** Due or overdue in the pool, which belongs to nobody yet. */
  pool: number;
  /** For a lead: claims of others that are past their day for longer than the practice allows. */
  escalated: number;
  /** Steps of prevention that are due or past: lines of the root-cause log, reviews of changes, open front-end checks. For a lead also those of nobody. */
  prevention: number;
};

const claims = (count: number): string => (count === 1 ? '1 claim' : `${count} claims`);

/** Whether there is anything to say. */
export function hasNews(digest: Digest): boolean {
  return Object.values(digest).some((count) => count > 0);
}

/** The lines of a digest, most pressing first. `since` is the day in words ("Friday") after which `passed` and `back` count; null at the first digest. */
export function digestLines(digest: Digest, since: string | null): string[] {
  const after = since === null ? '' : ` since ${since}`;
  const lines: [number, string][] = [
    [digest.passed, `${claims(digest.passed)} went past ${digest.passed === 1 ? 'its' : 'their'} day${after}`],
    [digest.overdue, `${digest.overdue} overdue in all`],
    [digest.dueToday, `${digest.dueToday} due today`],
    [digest.dueSoon, `${digest.dueSoon} due within 7 days`],
    [digest.back, `${digest.back} back from a snooze`],
    [digest.pool, `${digest.pool} in the pool ${digest.pool === 1 ? 'needs' : 'need'} an owner`],
    [digest.prevention, `${digest.prevention === 1 ? '1 step of prevention is' : `${digest.prevention} steps of prevention are`} due or past ${digest.prevention === 1 ? 'its' : 'their'} day`],
    [digest.escalated, `${claims(digest.escalated)} of others ${digest.escalated === 1 ? 'is' : 'are'} past ${digest.escalated === 1 ? 'its' : 'their'} day`],
  ];
  return lines.flatMap(([count, line]) => (count > 0 ? [line] : []));
}

/** What the morning's notification says; null when there is nothing to say. */
export function digestWords(digest: Digest, since: string | null): { title: string; message: string } | null {
  const lines = digestLines(digest, since);
  return lines.length === 0 ? null : { title: 'Overturn: your day', message: lines.slice(0, 5).join('\n') };
}

/** One person's digest as kept: the day of the newest, of the one before it, and of the one last put away. */
export type DigestMark = { lastDay: DayNumber; sinceDay: DayNumber | null; seenDay: DayNumber | null };

/** The mark after a digest on `day`; a second one on the same day changes nothing. */
export function markDigest(before: DigestMark | null, day: DayNumber): DigestMark {
  if (before === null) return { lastDay: day, sinceDay: null, seenDay: null };
  return before.lastDay >= day ? before : { lastDay: day, sinceDay: before.lastDay, seenDay: before.seenDay };
}
