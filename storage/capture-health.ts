import { isoToDayNumber } from '../rules/domain/day-number.ts';
import type { ReadingHealth } from '../rules/portals/health/reading-health.ts';
import type { OverturnDatabase } from './db.ts';
import type { CaptureHealthRow } from './schema/v2.ts';
import { withWriter } from './write.ts';
import type { WriteContext } from './write.ts';

/**
 * Notes how one use of the reader went on a portal. A field that was read starts its count anew; one that was looked for and not found
 * counts on, unless it is among `counted`: the same page seen again while it fills its cards. Names of fields and days only, so no row of the trail.
 */
export async function noteHealth(ctx: Pick<WriteContext, 'db' | 'today'>, portal: string, health: ReadingHealth, map: { id: string; version: number } | null, counted: readonly string[]): Promise<void> {
  const { db } = ctx;
  const today = isoToDayNumber(ctx.today);
  const idOf = (field: string): string => `${portal}|${health.kind}|${field}`;
  await withWriter(db, async () => {
    const fields = [...health.good, ...health.missing];
    const before = await db.captureHealth.bulkGet(fields.map(idOf));
    const rows = fields.flatMap((field, at): CaptureHealthRow[] => {
      const old = before[at];
      const isGood = health.good.includes(field);
      const isPromised = health.fallen.includes(field);
      // What was never read here is not missing: some portals do not show it. What the map promises is.
      if (!isGood && !isPromised && old === undefined) return [];
      const base = old ?? { id: idOf(field), portal, kind: health.kind, field, lastGoodDay: null, missing: 0, fell: 0 as const };
      const isCounted = counted.includes(field);
      return [{ ...base, mapId: map?.id ?? null, mapVersion: map?.version ?? null, lastUseDay: today, lastGoodDay: isGood ? today : base.lastGoodDay, missing: isGood ? 0 : base.missing + (isCounted ? 0 : 1), fell: isPromised ? 1 : 0 }];
    });
    await db.captureHealth.bulkPut(rows);
  });
}

/** All that is known, by portal. */
export async function readHealth(db: OverturnDatabase): Promise<CaptureHealthRow[]> {
  return db.captureHealth.orderBy('portal').toArray();
}
