import { browser } from 'wxt/browser';
import { isoToDayNumber } from '../../rules/domain/day-number.ts';
import { fillTallies } from '../../storage/cases/fill-tallies.ts';
import { redateOpenCases } from '../../storage/cases/redate-open-cases.ts';
import { datingVersion } from '../../storage/dating.ts';
import { SCHEMA_V3 } from '../../storage/schema/v3.ts';
import type { OverturnDatabase } from '../../storage/db.ts';
import { noteDatesMoved } from '../../storage/library/change-library.ts';
import { listNoResponses } from '../../storage/queue/no-response.ts';
import type { WriteContext } from '../../storage/write.ts';
import { openWriteContext } from './services.ts';

/** The version of Overturn (and so of its rules), with the count of the practice's own changes to them, that dated every open case last. */
const DATED_BY = 'dated-by';
/** Payers whose terms changed and whose cases are not all dated by the new ones yet. */
const PAYERS_TO_DATE = 'redate-payers';

/** Stops the runs of one unlocking: those of the next one have a stopper of their own. */
let stopper = new AbortController();
let running: Promise<void> | null = null;

/**
 * Dates open cases anew where time, changed terms or an update call for it: windows that ended, snoozes that are over,
 * rules that came with a new version. Needs the open vault and does nothing without; asked at every sweep, and cheap when
 * there is nothing to do. A worker that dies half-way, or is locked, goes on where it was.
 */
export async function redateWhereNeeded(): Promise<void> {
  if (running === null) {
    const run = redateOnce(stopper.signal).finally(() => {
      if (running === run) running = null;
    });
    running = run;
  }
  return running;
}

async function redateOnce(signal: AbortSignal): Promise<void> {
  const ctx = await openWriteContext();
  if (ctx === null || signal.aborted) return;
  // Today's few first: the run over everything may take longer than this worker lives.
  if ((await ctx.db.meta.get('redated-day'))?.value !== isoToDayNumber(ctx.today)) await redateOpenCases(ctx, { what: 'day', signal });
  await listNoResponses(ctx, signal);
  for (const payerKey of await payersToDate(ctx.db)) await redateOnePayer(ctx, payerKey, signal);
  await fillTallies(ctx, signal); // once, before everything is ordered by the chances
  const changes = await datingVersion(ctx.db);
  const shipped = `${browser.runtime.getManifest().version}/${SCHEMA_V3}`; // a new schema's columns are filled in by the same run
  const version = changes === 0 ? shipped : `${shipped}+${changes}`;
  if (signal.aborted || (await ctx.db.meta.get(DATED_BY))?.value === version) return;
  await redateOpenCases(ctx, { what: 'all', run: version, signal });
  if (!signal.aborted) await ctx.db.meta.put({ key: DATED_BY, value: version });
}

/** A payer's terms changed: its open cases are dated anew, at the next chance where this one is cut short. */
export async function redatePayer(ctx: WriteContext, payerKey: string): Promise<void> {
  const { signal } = stopper;
  await changePayersToDate(ctx.db, (keys) => [...keys.filter((key) => key !== payerKey), payerKey]);
  await redateOnePayer(ctx, payerKey, signal);
}

/** Rules changed: the payers touched are noted, so that a worker that dies before `redateNoted` has ended goes on at the next sweep. */
export async function notePayersToDate(ctx: WriteContext, payerKeys: readonly string[]): Promise<void> {
  if (payerKeys.length > 0) await changePayersToDate(ctx.db, (keys) => [...keys.filter((key) => !payerKeys.includes(key)), ...payerKeys]);
}

/** Dates the open cases of the payers touched by a change of the library anew; the feed then tells how many dates moved. */
export async function redateNoted(ctx: WriteContext, changeId: string, payerKeys: readonly string[]): Promise<void> {
  const { signal } = stopper;
  let moved = 0;
  for (const key of payerKeys) moved += await redateOnePayer(ctx, key, signal);
  if (!signal.aborted) await noteDatesMoved(ctx, changeId, moved);
}

async function redateOnePayer(ctx: WriteContext, payerKey: string, signal: AbortSignal): Promise<number> {
  if (signal.aborted) return 0;
  const { changed } = await redateOpenCases(ctx, { what: 'all', payerKey, signal });
  if (!signal.aborted) await changePayersToDate(ctx.db, (keys) => keys.filter((key) => key !== payerKey));
  return changed;
}

async function payersToDate(db: OverturnDatabase): Promise<string[]> {
  return ((await db.meta.get(PAYERS_TO_DATE))?.value as string[] | undefined) ?? [];
}

async function changePayersToDate(db: OverturnDatabase, change: (keys: string[]) => string[]): Promise<void> {
  await db.transaction('rw', db.meta, async () => db.meta.put({ key: PAYERS_TO_DATE, value: change(await payersToDate(db)) }));
}

/** The vault was locked: every run that still holds its key ends after the batch it is at, and stays ended. */
export function stopRedating(): void {
  stopper.abort();
  stopper = new AbortController();
  running = null;
}
