import Dexie from 'dexie';
import { copyNameOf } from '../database-names.ts';
import { openDatabase, UPDATED_WITHOUT_COPY } from '../db.ts';
import type { OverturnDatabase } from '../db.ts';
import { COPY_MARK } from '../migrations/copy-before.ts';
import type { CopyMark } from '../migrations/copy-before.ts';
import { MIGRATION_STEPS } from '../migrations/steps.ts';
import { commitChange, withWriter } from '../write.ts';
import type { WriteContext } from '../write.ts';

/** Row of `meta`: the copy that is kept of before the last update, and when somebody first signed in after it. */
const KEPT_COPY = 'kept-copy';
export type KeptCopy = CopyMark & { sinceMs: number };
/** Long enough to notice that something is not as it was; after that a copy only holds what may have been purged meanwhile. */
export const COPY_DAYS = 30;
const MS_PER_DAY = 86_400_000;

const isThere = async (name: string): Promise<boolean> => (await Dexie.dependencies.indexedDB.databases()).some((one) => one.name === name);

/** The copy of before the last update; null where none is kept. */
export async function keptCopy(db: OverturnDatabase): Promise<KeptCopy | null> {
  const row = (await db.meta.get(KEPT_COPY))?.value as KeptCopy | undefined;
  return row !== undefined && (await isThere(copyNameOf(db.name))) ? row : null;
}

/** The copy, opened at the version it has. The caller closes it. */
export async function openCopy(db: OverturnDatabase, { from }: Pick<CopyMark, 'from'>): Promise<OverturnDatabase> {
  return openDatabase(copyNameOf(db.name), { steps: MIGRATION_STEPS.filter(({ version }) => version <= from) });
}

/** At every sign-in: an update is noted in the trail, with its copy or that there was no room for one; a copy past its days goes. */
export async function settleCopy(ctx: WriteContext): Promise<void> {
  const { db } = ctx;
  const without = (await db.meta.get(UPDATED_WITHOUT_COPY))?.value as { from: number; to: number } | undefined;
  if (without !== undefined) {
    await withWriter(db, async () => commitChange(ctx, { command: 'store:updated', subject: `${without.from} to ${without.to}`, outcome: 'storage-full' }, [], async () => db.meta.delete(UPDATED_WITHOUT_COPY)));
  }
  if (!(await isThere(copyNameOf(db.name)))) return;
  const known = (await db.meta.get(KEPT_COPY))?.value as KeptCopy | undefined;
  const mark = await markOf(copyNameOf(db.name));
  if (mark === null) await Dexie.delete(copyNameOf(db.name)); // broken off, and not needed any more
  else if (known === undefined || known.from !== mark.from || known.to !== mark.to) {
    await withWriter(db, async () => commitChange(ctx, { command: 'store:updated', subject: `${mark.from} to ${mark.to}, ${mark.rows} rows copied before`, outcome: 'done' }, [], async () => db.meta.put({ key: KEPT_COPY, value: { ...mark, sinceMs: ctx.nowMs } satisfies KeptCopy })));
  } else if (ctx.nowMs - known.sinceMs > COPY_DAYS * MS_PER_DAY) await dropCopy(ctx, 'after its days');
}

/** Deletes the copy, with a row of the trail. Nothing to do where there is none. */
export async function dropCopy(ctx: WriteContext, why: 'after its days' | 'by a person'): Promise<void> {
  await withWriter(ctx.db, async () => {
    // Killed between the two, the row alone is left: it goes the next time.
    const isKept = await isThere(copyNameOf(ctx.db.name));
    if (!isKept && (await ctx.db.meta.get(KEPT_COPY)) === undefined) return;
    if (isKept) await Dexie.delete(copyNameOf(ctx.db.name));
    await commitChange(ctx, { command: 'backup:drop-copy', subject: why, outcome: 'done' }, [], async () => ctx.db.meta.delete(KEPT_COPY));
  });
}

/** What a copy says of itself; null where it is not whole. */
async function markOf(name: string): Promise<CopyMark | null> {
  const copy = new Dexie(name);
  try {
    await copy.open();
    return ((await copy.table('meta').get(COPY_MARK) as { value?: CopyMark } | undefined)?.value) ?? null;
  } catch {
    return null; // not even its tables are there
  } finally {
    copy.close();
  }
}
