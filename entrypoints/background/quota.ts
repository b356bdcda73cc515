import type { OverturnDatabase } from '../../storage/db.ts';

/** Share of the browser's allowance from which the pages say that space runs out. */
const NARROW_FROM = 0.8;

/**
 * Notes how full the store is, for the pages to show. With `unlimitedStorage` the allowance is the disk; the request to
 * keep the store (`navigator.storage.persist`) can be made by a page only and is made there.
 */
export async function watchQuota(db: OverturnDatabase): Promise<void> {
  const { usage, quota } = await navigator.storage.estimate();
  if (usage === undefined || quota === undefined || quota === 0) return;
  const isNarrow = usage / quota >= NARROW_FROM;
  if (((await db.meta.get('storage-narrow'))?.value === true) !== isNarrow) await db.meta.put({ key: 'storage-narrow', value: isNarrow });
}
