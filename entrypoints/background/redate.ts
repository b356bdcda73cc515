import { browser } from 'wxt/browser';
import { isoToDayNumber } from '../../rules/domain/day-number.ts';
import { redateOpenCases } from '../../storage/cases/redate-open-cases.ts';
import type { RedateOptions } from '../../storage/cases/redate-open-cases.ts';
import type { WriteContext } from '../../storage/write.ts';
import { openWriteContext } from './services.ts';

/** The version of Overturn (and so of its rules) that dated every open case last. */
const DATED_BY = 'dated-by';

let running: Promise<void> | null = null;
let isStopped = false;

/**
 * Dates open cases anew where time or an update calls for it: windows that ended, snoozes that are over, rules that came
 * with a new version. Needs the open vault and does nothing without; asked at every sweep, and cheap when there is
 * nothing to do. A worker that dies half-way starts again: what is dated already does not change a second time.
 */
export async function redateWhereNeeded(): Promise<void> {
  running ??= redateOnce().finally(() => { running = null; });
  return running;
}

async function redateOnce(): Promise<void> {
  const ctx = await openWriteContext();
  if (ctx === null) return;
  const version = browser.runtime.getManifest().version;
  if ((await ctx.db.meta.get(DATED_BY))?.value !== version) {
    await redate(ctx, { what: 'all' });
    if (!isStopped) await ctx.db.meta.put({ key: DATED_BY, value: version });
  }
  if ((await ctx.db.meta.get('redated-day'))?.value !== isoToDayNumber(ctx.today)) await redate(ctx, { what: 'day' });
}

/** A payer's terms changed: its open cases are dated anew. */
export async function redatePayer(ctx: WriteContext, payerKey: string): Promise<void> {
  await redate(ctx, { what: 'all', payerKey });
}

async function redate(ctx: WriteContext, options: RedateOptions): Promise<void> {
  isStopped = false;
  await redateOpenCases(ctx, { ...options, isCancelled: () => isStopped });
}

/** The vault was locked: a run that still holds its key ends after the batch it is at. */
export function stopRedating(): void {
  isStopped = true;
}
