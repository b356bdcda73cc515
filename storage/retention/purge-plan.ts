import { NO_DAY } from '../../rules/domain/day-number.ts';
import { isoToDayNumber } from '../../rules/domain/day-number.ts';
import type { OverturnDatabase } from '../db.ts';
import type { CaseRow } from '../schema/v3.ts';
import type { Vault } from '../vault/vault.ts';
import { heldCases, isHeldWhole } from './legal-hold.ts';
import { countUnfiled, unfiledToPurge } from './unfiled.ts';

const MS_PER_DAY = 86_400_000;

/** How long things are kept at least, in years, and the day it is today (`YYYY-MM-DD`). */
export type Keeping = { caseYears: number; trailYears: number; today: string };
/** `casesBefore`, `trailBefore`: the first days that are kept (`YYYY-MM-DD`). */
export type PurgePlan = {
  isHeld: boolean; casesBefore: string; cases: number; heldCases: number; oldestDay: number | null; newestDay: number | null;
  /** Records of files and portal pages under no case; those of the cases that go come on top. */
  unfiled: number;
  trailBefore: string; trailRows: number; /** The trail cannot be cut beyond a row about a case on hold. */ stoppedByHold: boolean;
};

export const firstKept = (today: string, years: number): string => Temporal.PlainDate.from(today).subtract({ years }).toString();

/** The last day something happened in a closed case: when it was closed, or was last worked on. */
export function lastDayOf(row: CaseRow): number {
  const closed = row.resolvedDay === undefined || row.resolvedDay === NO_DAY ? -Infinity : row.resolvedDay;
  return Math.max(closed, Math.floor(row.touchedMs / MS_PER_DAY));
}

/** Closed cases whose time is over, without those on hold. */
export async function casesToPurge(db: OverturnDatabase, before: string): Promise<{ rows: CaseRow[]; held: number }> {
  const beforeDay = isoToDayNumber(before);
  const held = await heldCases(db);
  const old = await db.cases.where('[open+touchedMs]').between([0, -Infinity], [0, beforeDay * MS_PER_DAY], true, false).filter((row) => row.open === 0 && lastDayOf(row) < beforeDay).toArray();
  return { rows: old.filter(({ id }) => !held.has(id)), held: old.filter(({ id }) => held.has(id)).length };
}

/** Cases on hold with their appeals, documents, calls, promises, notes and corrections: the trail names those by their own ids. */
async function heldWithParts(db: OverturnDatabase): Promise<ReadonlySet<string>> {
  const cases = [...(await heldCases(db))];
  if (cases.length === 0) return new Set();
  const parts = await Promise.all([db.appeals, db.documents, db.corrections, db.promises, db.caseNotes, db.memberRecords].map(async (table) => table.where('caseId').anyOf(cases).primaryKeys()));
  return new Set([...cases, ...parts.flat(), ...(await db.contacts.where('caseIds').anyOf(cases).primaryKeys())]);
}

/** The last row of the trail that may go: everything up to it is older than `before` and is not about a case on hold. 0 where none may. */
export async function trailToPurge(db: OverturnDatabase, before: string): Promise<{ upTo: number; rows: number; stoppedByHold: boolean }> {
  const beforeMs = isoToDayNumber(before) * MS_PER_DAY;
  const held = await heldWithParts(db);
  let upTo = 0;
  let rows = 0;
  let isOver = false;
  let stoppedByHold = false;
  await db.audit.orderBy('seq').until(() => isOver).each((row) => {
    if (isOver) return;
    if (row.atMs >= beforeMs || row.subject.split(' ').some((word) => held.has(word))) {
      isOver = true;
      stoppedByHold = row.atMs < beforeMs;
      return;
    }
    upTo = row.seq;
    rows += 1;
  });
  return { upTo, rows, stoppedByHold };
}

/** What a purge would take, before anything is done. */
export async function planPurge(db: OverturnDatabase, vault: Vault, { caseYears, trailYears, today }: Keeping): Promise<PurgePlan> {
  const [casesBefore, trailBefore] = [firstKept(today, caseYears), firstKept(today, trailYears)];
  const [isHeld, { rows, held }, trail, unfiled] = await Promise.all([isHeldWhole(db), casesToPurge(db, casesBefore), trailToPurge(db, trailBefore), unfiledToPurge(db, vault, isoToDayNumber(casesBefore))]);
  const days = rows.map(lastDayOf);
  return {
    isHeld, casesBefore, cases: rows.length, heldCases: held, oldestDay: days.length === 0 ? null : days.reduce((a, b) => Math.min(a, b)), newestDay: days.length === 0 ? null : days.reduce((a, b) => Math.max(a, b)),
    unfiled: countUnfiled(unfiled), trailBefore, trailRows: trail.rows, stoppedByHold: trail.stoppedByHold,
  };
}
