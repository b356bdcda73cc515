import type { OverturnDatabase } from '../db.ts';
import { withWriter } from '../write.ts';

/** Setting: after how many wrong passphrases in a row everything is deleted. Absent: never, which is how a practice begins. */
export const WIPE_AFTER = 'wipeAfter';
/** Fewer would let a child with the keyboard delete a practice. */
export const FEWEST_TRIES = 10;
export const MOST_TRIES = 100;

/** The number of wrong tries after which everything is deleted, or null where it never is. */
export async function wipeAfter(db: OverturnDatabase): Promise<number | null> {
  const value = (await db.settings.get(WIPE_AFTER))?.value;
  return typeof value === 'number' && Number.isInteger(value) && value >= FEWEST_TRIES ? value : null;
}

/**
 * Destroys every wrap of the data key where a wrap has seen as many wrong tries in a row as the practice set; from that
 * moment nothing sealed here opens for anybody. True where it did. The caller then deletes the databases (`deleteEveryStore`).
 */
export async function wipeIfDue(db: OverturnDatabase, wrapId: string): Promise<boolean> {
  const after = await wipeAfter(db);
  if (after === null) return false;
  return withWriter(db, async () => db.transaction('rw', [db.wraps], async () => {
    const row = await db.wraps.get(wrapId);
    if (row === undefined || row.failures < after) return false;
    await db.wraps.clear();
    return true;
  }));
}
