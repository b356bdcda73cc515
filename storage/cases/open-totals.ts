import type { OverturnDatabase } from '../db.ts';
import type { CaseRow } from '../schema/v1.ts';

/** Sums over the open cases of one owner, kept with every change so that no tile has to add up 100,000 rows. */
export type OpenTotals = { cases: number; cents: number; undated: number };
export type TotalsByOwner = Record<string, OpenTotals>;

const KEY = 'open-totals';

type Counted = Pick<CaseRow, 'open' | 'ownerId' | 'deniedCents' | 'undated'>;

function add(totals: TotalsByOwner, row: Counted | undefined, sign: 1 | -1): void {
  if (row === undefined || row.open === 0) return;
  const of = (totals[row.ownerId] ??= { cases: 0, cents: 0, undated: 0 });
  of.cases += sign;
  of.cents += sign * row.deniedCents;
  of.undated += row.undated === '' ? 0 : sign;
}

/** Moves the sums by what a change does to its cases. Inside a transaction over `meta`. */
export async function moveTotals(db: OverturnDatabase, changes: readonly { before: Counted | undefined; after: Counted | undefined }[]): Promise<void> {
  const totals = { ...((await db.meta.get(KEY))?.value as TotalsByOwner | undefined) };
  for (const { before, after } of changes) {
    add(totals, before, -1);
    add(totals, after, 1);
  }
  await db.meta.put({ key: KEY, value: totals });
}

/** The sums of one owner, or of everybody. */
export async function readTotals(db: OverturnDatabase, ownerId: string | null): Promise<OpenTotals> {
  const totals = ((await db.meta.get(KEY))?.value as TotalsByOwner | undefined) ?? {};
  const none: OpenTotals = { cases: 0, cents: 0, undated: 0 };
  if (ownerId !== null) return totals[ownerId] ?? none;
  return Object.values(totals).reduce((sum, of) => ({ cases: sum.cases + of.cases, cents: sum.cents + of.cents, undated: sum.undated + of.undated }), none);
}
