import { trailKindOf } from '../../rules/audit/trail-kind.ts';
import type { TrailKind } from '../../rules/audit/trail-kind.ts';
import type { OverturnDatabase } from '../db.ts';
import type { AuditRow } from '../schema/v1.ts';

/** What is looked for in the trail; null: all. `subject`: an id as rows name it, such as a case's. Moments are epoch milliseconds, the end not included. */
export type TrailFilter = { userId: string | null; kind: TrailKind | null; subject: string | null; fromMs: number | null; toMs: number | null };
export type TrailPage = { rows: AuditRow[]; /** Where the next page begins, null at the beginning of the trail. */ nextBefore: number | null };

/** Rows looked at in one go. */
const CHUNK = 1000;

/** Rows of the trail that fit, the newest first, from before a row's number on. Needs no vault: no patient is in it. */
export async function trailPage(db: OverturnDatabase, filter: TrailFilter, before: number | null, limit: number): Promise<TrailPage> {
  const rows: AuditRow[] = [];
  for (let upTo = before ?? Number.MAX_SAFE_INTEGER; ;) {
    const found = filter.subject === null
      ? await db.audit.where('seq').below(upTo).reverse().limit(CHUNK).toArray()
      : await db.audit.where('[subject+seq]').between([filter.subject, 0], [filter.subject, upTo], true, false).reverse().limit(CHUNK).toArray();
    for (const row of found) {
      if (fits(row, filter)) rows.push(row);
      if (rows.length === limit) return { rows, nextBefore: row.seq };
    }
    if (found.length < CHUNK) return { rows, nextBefore: null };
    upTo = found.at(-1)?.seq ?? 0;
  }
}

function fits(row: AuditRow, { userId, kind, fromMs, toMs }: TrailFilter): boolean {
  return (userId === null || row.userId === userId) && (kind === null || trailKindOf(row) === kind) && (fromMs === null || row.atMs >= fromMs) && (toMs === null || row.atMs < toMs);
}
