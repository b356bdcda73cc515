import { afterEach, expect, test, vi } from 'vitest';
import { watchQuota } from '../../../entrypoints/background/quota.ts';
import { openDatabase } from '../../../storage/db.ts';

afterEach(() => { vi.unstubAllGlobals(); });

test('the pages are told once four fifths of the room are used, and no more once there is room again', async () => {
  const db = await openDatabase(`quota-${crypto.randomUUID()}`);
  const isNarrowAt = async (usage: number | undefined): Promise<unknown> => {
    vi.stubGlobal('navigator', { storage: { estimate: () => Promise.resolve(usage === undefined ? {} : { usage, quota: 1000 }) } });
    await watchQuota(db);
    return (await db.meta.get('storage-narrow'))?.value ?? false;
  };
  expect(await isNarrowAt(799)).toBe(false);
  expect(await isNarrowAt(800)).toBe(true);
  // A browser that does not say leaves what was known.
  expect(await isNarrowAt(undefined)).toBe(true);
  expect(await isNarrowAt(300)).toBe(false);
});
