import { dayOfPlainDate } from '../../rules/calendar/calendar-day.ts';
import { NO_DAY } from '../../rules/domain/day-number.ts';
import type { DayNumber } from '../../rules/domain/day-number.ts';
import type { DeadlineOptions } from '../../rules/deadlines/decide-deadline.ts';
import { effectiveRules } from '../../rules/library/effective-rules.ts';
import type { LibraryItem } from '../../rules/library/library-entry.ts';
import { newConflicts } from '../../rules/library/pack-merge.ts';
import type { RuleConflict } from '../../rules/library/rule-conflicts.ts';
import { payersTouched } from '../../rules/library/touched-payers.ts';
import { BASE_RULES } from '../../rules/payers/base-rules.ts';
import { buildRuleLibrary } from '../../rules/payers/rule-library.ts';
import { classificationOf } from '../../rules/work/case-columns.ts';
import { dateCase, toDate } from '../../rules/work/date-case.ts';
import type { DatedCase } from '../../rules/work/date-case.ts';
import { movedWindows } from '../../rules/work/moved-windows.ts';
import type { MovedWindow } from '../../rules/work/moved-windows.ts';
import { todayOf } from '../cases/case-row.ts';
import { openCase } from '../cases/open-case.ts';
import { datingVersion, readDating } from '../dating.ts';
import type { OverturnDatabase } from '../db.ts';
import { listPayers } from '../payers.ts';
import type { CaseRow } from '../schema/v1.ts';
import { StorageFault } from '../storage-fault.ts';
import type { Vault } from '../vault/vault.ts';
import { readKeptRules } from './rule-set.ts';

/**
 * One open case of which a change would move a window. `windows`: every window that moves, the worst first, also one behind
 * which another still runs. `was`, `now`: the window the case is worked by. Days are NO_DAY where there is none; `daysMoved`
 * is of the last day of the latter, null where one side has none.
 */
export type MovedCase = {
  caseId: string; patientName: string | null; claimControlNumber: string | null; payerName: string; ownerId: string; deniedCents: number; windows: MovedWindow[];
  was: { action: string; dueDay: DayNumber; undated: string }; now: { action: string; dueDay: DayNumber; undated: string }; daysMoved: number | null;
};

export type RedatePreview = {
  /** The rules' state the preview was made of: what is approved must be what was looked at. */
  stamp: number;
  /** Open cases of the payers touched; cases that could not be opened are left out and counted. */
  looked: number; damaged: number; touchedPayers: string[];
  /** Worst first: a window or a date lost, then the most days lost, then those that gain. */
  moved: MovedCase[];
  /** Pairs of rules that would contradict each other from now on. */
  conflicts: RuleConflict[];
};

export type PreviewOptions = { today: string; signal?: AbortSignal; onProgress?: (looked: number, of: number) => void };

const BATCH = 100;

/** The kept rules as they would be after the items of a change. */
async function rulesAfter(db: OverturnDatabase, items: readonly LibraryItem[]) {
  const kept = new Map((await readKeptRules(db)).map((one) => [one.id, one]));
  for (const item of items) if (item.kind === 'rule') kept.set(item.entryId, { id: item.entryId, rule: item.body?.rule ?? null });
  return effectiveRules(BASE_RULES, [...kept.values()]);
}

/**
 * Which open cases a change of rules would date otherwise, and by how much; nothing is written. Goes through the touched
 * payers' open cases in batches and lets others work between them. @throws StorageFault where the store fails
 */
export async function previewRedate(db: OverturnDatabase, vault: Vault, items: readonly LibraryItem[], { today, signal, onProgress }: PreviewOptions): Promise<RedatePreview> {
  const stamp = await datingVersion(db);
  const before = effectiveRules(BASE_RULES, await readKeptRules(db));
  const after = await rulesAfter(db, items);
  const dating = await readDating(db);
  const [now, then] = [buildRuleLibrary(before), buildRuleLibrary(after)];
  const ids = new Set(items.filter(({ kind }) => kind === 'rule').map(({ entryId }) => entryId));
  const rulePayers = new Set([...before, ...after].filter((rule) => ids.has(rule.id)).map(({ payer }) => payer));
  const payers = await listPayers(db);
  const touchedPayers = payersTouched(rulePayers, payers, [now, then]);
  const result: RedatePreview = { stamp, looked: 0, damaged: 0, touchedPayers, moved: [], conflicts: newConflicts(before, after) };
  const keys = (await Promise.all(touchedPayers.map((key) => db.cases.where('[open+payerKey]').equals([1, key]).primaryKeys()))).flat();
  for (let at = 0; at < keys.length && signal?.aborted !== true; at += BATCH) {
    const rows = (await db.cases.bulkGet(keys.slice(at, at + BATCH))).filter((row) => row !== undefined);
    for (const row of rows) {
      const moved = await movedCase(vault, row, payers.find(({ key }) => key === row.payerKey) ?? null, today, { ...dating, library: now }, { ...dating, library: then });
      if (moved === 'damaged') result.damaged += 1;
      else if (moved !== null) result.moved.push(moved);
    }
    result.looked += rows.length;
    onProgress?.(result.looked, keys.length);
    await new Promise((resolve) => { setTimeout(resolve, 0); });
  }
  result.moved.sort(worstFirst);
  return result;
}

async function movedCase(vault: Vault, row: CaseRow, payer: Parameters<typeof dateCase>[0]['payer'], today: string, now: DeadlineOptions, then: DeadlineOptions): Promise<MovedCase | 'damaged' | null> {
  try {
    const sealed = await openCase(vault, row);
    const one = toDate(sealed, payer, classificationOf(sealed, payer));
    const { date } = todayOf(today);
    const [before, after] = [dateCase(one, date, now), dateCase(one, date, then)];
    const [was, is] = [sideOf(before), sideOf(after)];
    const windows = movedWindows(before, after, one.submissions, dayOfPlainDate(date));
    if (windows.length === 0 && was.dueDay === is.dueDay && was.action === is.action && was.undated === is.undated) return null;
    return {
      windows, caseId: row.id, patientName: sealed.facts.patientName, claimControlNumber: sealed.facts.claimControlNumber, payerName: payer?.name ?? row.payerKey, ownerId: row.ownerId, deniedCents: row.deniedCents,
      was, now: is, daysMoved: was.dueDay === NO_DAY || is.dueDay === NO_DAY ? null : is.dueDay - was.dueDay,
    };
  } catch (error) {
    if (error instanceof StorageFault) return 'damaged';
    throw error;
  }
}

function sideOf(dated: DatedCase): MovedCase['was'] {
  return { action: dated.next?.action ?? '', dueDay: dated.dueDay, undated: dated.undated };
}

function worstFirst(left: MovedCase, right: MovedCase): number {
  const [first, second] = [rankOf(left), rankOf(right)];
  return first === second ? right.deniedCents - left.deniedCents : first < second ? -1 : 1;
}

/** The smaller the worse: a lost window or date before everything, else the days moved of the window that loses most. */
function rankOf({ windows, was, now, daysMoved }: MovedCase): number {
  if (windows.some(({ isLost }) => isLost) || (was.dueDay !== NO_DAY && now.dueDay === NO_DAY)) return -Infinity;
  return Math.min(...[daysMoved, ...windows.map((window) => window.daysMoved)].map((days) => days ?? Infinity));
}
