import { isoToDayNumber, NO_DAY } from '../../rules/domain/day-number.ts';
import type { CommandReply } from '../../rules/protocol/commands.ts';
import type { Reading } from '../../rules/reading/reading.ts';
import { reviewFields } from '../../rules/review/review-fields.ts';
import { firstDayOfReading } from '../../rules/work/first-day.ts';
import { knownCases, payerOfReading } from '../../storage/cases/pending-capture.ts';
import type { KnownCase } from '../../storage/cases/pending-capture.ts';
import { readDating } from '../../storage/dating.ts';
import type { WriteContext } from '../../storage/write.ts';
import type { Capture } from './pending-captures.ts';

type Offer = CommandReply<'capture:offer'>;

const STATUS_WORDS: Partial<Record<string, string>> = { 'partially-denied': 'partly denied', 'information-requested': 'records requested', 'not-found': 'not found' };

/** While locked not one value of the page is kept: the pill says "locked", and the page is asked again after unlocking. */
export function lockedReply(claims: number): Offer {
  return { captureId: null, claims, tracked: 0, word: null, daysLeft: null, locked: true, marks: [] };
}

export const emptyReply: Offer = { captureId: null, claims: 0, tracked: 0, word: null, daysLeft: null, locked: false, marks: [] };

/** What a portal page may be told of itself: a status, days, counts. `frame` is what the asking frame itself had said, for the marks beside its rows. */
export async function offerReply(ctx: WriteContext, capture: Capture, frame: Reading | null): Promise<Offer> {
  const { reading } = capture;
  // A coverage check or an authorization: no claim, so nothing is tracked and nothing is due.
  if (reading.member !== undefined) return { ...emptyReply, captureId: capture.id, word: reading.member.kind };
  const known = await knownCases(ctx, reading, null);
  const rows = frame === null || frame.claims.length < 2 ? [] : frame === reading ? known : await knownCases(ctx, { ...frame, payer: frame.payer ?? reading.payer }, null);
  const days = await daysOfCases(ctx, [...known, ...rows]);
  const left = known.length > 0 ? Math.min(NO_DAY, ...known.map(({ caseId }) => days.get(caseId) ?? NO_DAY)) : await firstDayOfPage(ctx, reading);
  const today = isoToDayNumber(ctx.today);
  return {
    captureId: capture.id, claims: reading.claims.length, word: pillWord(reading), locked: false, tracked: known.length, daysLeft: left >= NO_DAY ? null : left - today,
    marks: rows.map((one) => {
      const day = days.get(one.caseId) ?? null;
      return { row: one.index, closed: day === null, daysLeft: day === null || day >= NO_DAY ? null : day - today, changed: frame !== null && saysSomethingElse(frame, one) };
    }),
  };
}

/** A status in a word for the pill; nothing of the claim itself, since portals carry analytics and session recorders. */
function pillWord(reading: Reading): string | null {
  const [claim, ...more] = reading.claims;
  const status = claim === undefined || more.length > 0 ? undefined : claim.status?.value;
  return status === undefined ? null : (STATUS_WORDS[status] ?? status);
}

/** The day by which each open case must be filed; closed ones are not in it. A follow-up is no such day: "30 d" beside a claim reads as time to appeal. */
async function daysOfCases(ctx: WriteContext, known: readonly KnownCase[]): Promise<Map<string, number>> {
  const rows = await ctx.db.cases.bulkGet([...new Set(known.map(({ caseId }) => caseId))]);
  return new Map(rows.flatMap((row): [string, number][] => (row === undefined || row.open === 0 ? [] : [[row.id, row.safeDay]])));
}

async function firstDayOfPage(ctx: WriteContext, reading: Reading): Promise<number> {
  const payer = await payerOfReading(ctx.db, reading);
  return payer === null ? NO_DAY : firstDayOfReading(reading, payer, Temporal.PlainDate.from(ctx.today), await readDating(ctx.db));
}

function saysSomethingElse(reading: Reading, { index, facts }: KnownCase): boolean {
  return reviewFields(reading, index, facts).some(({ was }) => was !== null);
}
