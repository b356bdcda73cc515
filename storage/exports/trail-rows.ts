import { textCell } from '../../rules/exports/cell.ts';
import type { Cell } from '../../rules/exports/cell.ts';
import type { OverturnDatabase } from '../db.ts';
import { userNames } from '../people.ts';

const PAGE = 1000;
export const TRAIL_HEADINGS = ['Row', 'When (UTC)', 'Who', 'User id', 'Command', 'Subject', 'Outcome', 'Hash before', 'Hash'] as const;

/** The audit trail, oldest first, with what is needed to follow the chain outside. No patient is in it. */
export async function* trailRows(db: OverturnDatabase): AsyncGenerator<Cell[]> {
  const people = await userNames(db);
  for (let after = 0; ;) {
    const rows = await db.audit.where('seq').above(after).limit(PAGE).toArray();
    for (const row of rows) {
      yield [
        textCell(String(row.seq)), textCell(Temporal.Instant.fromEpochMilliseconds(row.atMs).toString()), textCell(people.get(row.userId)), textCell(row.userId), textCell(row.command), textCell(row.subject), textCell(row.outcome),
        textCell(row.prev), textCell(row.hash),
      ];
    }
    if (rows.length < PAGE) return;
    after = rows.at(-1)?.seq ?? after;
  }
}
