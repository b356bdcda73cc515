import { askedOf } from '../../rules/domain/case-ask.ts';
import { NO_DAY } from '../../rules/domain/day-number.ts';
import { isoOfDay } from '../../rules/calendar/calendar-day.ts';
import type { FactChange } from '../../rules/work/merge-facts.ts';
import { readDating } from '../dating.ts';
import { listPayers } from '../payers.ts';
import type { ClockRow } from '../schema/v1.ts';
import type { CaseRow } from '../schema/v3.ts';
import { clearTraits } from './case-facets.ts';
import { StorageFault } from '../storage-fault.ts';
import { addWoken } from '../woken.ts';
import { withWriter } from '../write.ts';
import type { WriteContext } from '../write.ts';
import { sealEvents } from './case-history.ts';
import { draftOf, todayOf, workOutDraft } from './case-row.ts';
import { openCase } from './open-case.ts';
import type { ComposedCase } from './case-row.ts';
import { commitCases } from './change-case.ts';
import type { CaseWrites } from './put-cases.ts';

export type Redated = { looked: number; changed: number; damaged: number };
export type RedateOptions = {
  /** `day`: only what a new day can change (a window that ended, a snooze that is over). `all`: rules or a payer changed. */
  what: 'day' | 'all';
  /** Only cases of this payer. */
  payerKey?: string;
  /** Of what this run over everything is, such as a version: one that was stopped goes on after its last batch. */
  run?: string;
  /** Ends the run after the batch it is at. */
  signal?: AbortSignal;
  batchCases?: number;
};

const BATCH_CASES = 250;

/**
 * Dates open cases anew, in batches under the writer's lock. A date that moves is shown in the timeline as was and now,
 * never changed silently. Needs the open vault; while locked the stored day numbers serve.
 */
export async function redateOpenCases(ctx: WriteContext, options: RedateOptions): Promise<Redated> {
  const total: Redated = { looked: 0, changed: 0, damaged: 0 };
  const ids = await idsToRedate(ctx, options);
  const size = options.batchCases ?? BATCH_CASES;
  for (let at = 0; at < ids.length && options.signal?.aborted !== true; at += size) {
    const batch = ids.slice(at, at + size);
    const part = await withWriter(ctx.db, async () => {
      const done = await redateBatch(ctx, batch);
      if (options.run !== undefined) await ctx.db.meta.put({ key: CURSOR, value: { run: options.run, after: batch.at(-1) ?? '' } satisfies Cursor });
      return done;
    });
    total.looked += part.looked;
    total.changed += part.changed;
    total.damaged += part.damaged;
  }
  if (options.signal?.aborted === true) return total;
  if (options.run !== undefined) await withWriter(ctx.db, () => ctx.db.meta.delete(CURSOR));
  if (options.what === 'day') await withWriter(ctx.db, () => ctx.db.meta.put({ key: LAST_DAY, value: todayOf(ctx.today).day }));
  return total;
}

/** The day up to which ended windows have been looked at: a window that has ended stays ended. */
const LAST_DAY = 'redated-day';

/** How far a run over everything has come, in the order of the ids: cases made meanwhile are dated by today's rules already. */
const CURSOR = 'redate-cursor';
type Cursor = { run: string; after: string };

/** Every open case, or those whose earliest clock has ended, or whose snooze is over, by `today`. */
async function idsToRedate(ctx: WriteContext, options: RedateOptions): Promise<string[]> {
  const ids = await idsAskedFor(ctx, options);
  if (options.run === undefined) return ids;
  const cursor = (await ctx.db.meta.get(CURSOR))?.value as Cursor | undefined;
  const after = cursor?.run === options.run ? cursor.after : '';
  return ids.filter((id) => id > after).sort();
}

async function idsAskedFor(ctx: WriteContext, { what, payerKey }: RedateOptions): Promise<string[]> {
  const { db } = ctx;
  const today = todayOf(ctx.today).day;
  if (payerKey !== undefined) return db.cases.where('[open+payerKey]').equals([1, payerKey]).primaryKeys();
  if (what === 'all') return db.cases.where('[open+nextDay]').between([1, -Infinity], [1, NO_DAY], true, true).primaryKeys();
  const last = (await db.meta.get(LAST_DAY))?.value;
  const since = typeof last === 'number' ? last : -Infinity;
  const [past, snoozed] = await Promise.all([
    // A window ends with its due day; the safe day before it leaves every clock as it is.
    db.clocks.where('[open+safeDay]').between([1, -Infinity], [1, today], true, false).toArray(),
    db.cases.where('[open+priority]').between([1, -today], [1, 0], true, false).primaryKeys(),
  ]);
  const ended = past.filter(({ dueDay }) => dueDay < today && dueDay >= since).map(({ caseId }) => caseId);
  return [...new Set([...ended, ...snoozed])];
}

async function redateBatch(ctx: WriteContext, ids: readonly string[]): Promise<Redated> {
  const rows = (await ctx.db.cases.bulkGet([...ids])).filter((row) => row !== undefined && row.open === 1) as CaseRow[];
  const payers = new Map((await listPayers(ctx.db)).map((payer) => [payer.key, payer]));
  const today = todayOf(ctx.today, await readDating(ctx.db));
  let damaged = 0;
  const composed = await Promise.all(rows.map(async (before): Promise<{ before: CaseRow; now: Omit<ComposedCase, 'worked'> }[]> => {
    try {
      const draft = draftOf(before, await openCase(ctx.vault, before), payers.get(before.payerKey) ?? null);
      if (draft.plan.snoozedUntilDay !== NO_DAY && draft.plan.snoozedUntilDay <= today.day) draft.plan.snoozedUntilDay = NO_DAY;
      const { worked, ...now } = workOutDraft(draft, today);
      // What is sealed stays as it is, so nothing is sealed anew: a run over everything mostly finds nothing to change.
      return [{ before, now: { ...now, row: { ...before, ...worked.columns, ...clearTraits(ctx.vault, worked, askedOf(draft.sealed.asks)), rev: before.rev + 1 } } }];
    } catch (error) {
      if (!(error instanceof StorageFault)) throw error;
      damaged += 1; // one record that cannot be opened must not hold up the others' dates
      return [];
    }
  }));
  const stored = await Promise.all(composed.flat().map(({ before }) => ctx.db.clocks.where('caseId').equals(before.id).toArray()));
  const moved = composed.flat().filter(({ before, now }, index) => differs(before, now.row) || clocksDiffer(stored[index] ?? [], now.clocks));
  if (moved.length === 0) return { looked: rows.length, changed: 0, damaged };
  const writes: CaseWrites = { cases: moved.map(({ before, now }) => ({ before, after: now.row, clocks: now.clocks })), observations: [], events: [] };
  for (const { before, now } of moved) {
    const events = [...now.events];
    const change = { field: now.row.nextKind === '' ? before.nextKind : now.row.nextKind, was: dayText(before.safeDay), now: dayText(now.row.safeDay) } as unknown as FactChange;
    if (before.safeDay !== now.row.safeDay || before.nextKind !== now.row.nextKind) events.unshift({ kind: 'redated', title: 'Dated anew', changes: [change] });
    writes.events.push(...await sealEvents(ctx.vault, ctx, before.id, events));
  }
  const woken = moved.filter(({ before, now }) => before.snoozedUntilDay <= today.day && now.row.snoozedUntilDay === NO_DAY).map(({ before }) => ({ ownerId: before.ownerId, day: before.snoozedUntilDay }));
  await commitCases(ctx, 'case:redate', [`${moved.length} cases`], writes, { tables: [ctx.db.meta], write: () => addWoken(ctx.db, woken, today.day) });
  return { looked: rows.length, changed: moved.length, damaged };
}

/** Rule, version or day of a clock is not as stored, or a clock came or went. */
function clocksDiffer(stored: readonly ClockRow[], now: readonly ClockRow[]): boolean {
  const text = (clocks: readonly ClockRow[]): string => clocks.map(({ id, safeDay, dueDay, ruleId, ruleVersion, overridden }) => [id, safeDay, dueDay, ruleId, ruleVersion, overridden].join(' ')).sort().join('|');
  return text(stored) !== text(now);
}

const dayText = (day: number): string | null => (day === NO_DAY ? null : isoOfDay(day));

function differs(before: CaseRow, after: CaseRow): boolean {
  const keys = ['safeDay', 'dueDay', 'nextDay', 'nextKind', 'undated', 'category', 'path', 'deniedCents', 'followUpDay', 'snoozedUntilDay', 'workKind', 'ageDay', 'originStep', 'avoidable', 'groupToken', 'providerToken', 'locationToken', 'specialtyToken'] as const;
  return keys.some((key) => before[key] !== after[key]) || before.score.value !== after.score.value || before.score.chance === undefined || (before.facets ?? []).join(' ') !== (after.facets ?? []).join(' ');
}
