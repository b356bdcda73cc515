import { monthOf } from '../../rules/numbers/period.ts';
import type { DenialRow } from '../../rules/numbers/denial-row.ts';
import { rowOfCase } from '../../rules/numbers/row-of-case.ts';
import { NO_DAY } from '../../rules/domain/day-number.ts';
import { todayOf } from '../cases/case-row.ts';
import { readDating } from '../dating.ts';
import { listPayers } from '../payers.ts';
import type { CaseRow } from '../schema/v1.ts';
import type { AnsweredClaimRow, CountedImportRow, NumberBlockRow } from '../schema/v3.ts';
import { StorageFault } from '../storage-fault.ts';
import { withWriter } from '../write.ts';
import type { WriteContext } from '../write.ts';
import { sourceOf } from './case-sources.ts';
import type { SourceContext } from './case-sources.ts';
import { blockOf, FORM_KEY, packRows, ROW_FORM, unpackRows } from './number-blocks.ts';
import type { PackedRows } from './number-blocks.ts';

export type RollUpContext = WriteContext & { dayOf: (ms: number) => number };
/** Cases that still wait, and those that could not be opened. */
export type RolledUp = { done: number; left: number; damaged: number };

const IDS_AT_ONCE = 5000;

/**
 * Works the numbers out again for cases that changed, box by box, until `forMs` has passed (asked of `clock`); the rest waits
 * for the next call. Each box is one transaction, so that a stop anywhere leaves nothing half. It keeps nothing that was
 * not there before, so it leaves no row in the audit trail.
 */
export async function rollUpNumbers(ctx: RollUpContext, forMs: number, clock: () => number): Promise<RolledUp> {
  const { db } = ctx;
  const until = clock() + forMs;
  await markAllOfOtherForm(ctx);
  await countImports(ctx);
  const due = (await db.numbersDue.limit(IDS_AT_ONCE * 40).primaryKeys());
  const total: RolledUp = { done: 0, left: due.length, damaged: 0 };
  if (due.length === 0) return total;
  const source: SourceContext = {
    db, vault: ctx.vault, payers: new Map((await listPayers(db)).map((payer) => [payer.key, payer])), today: todayOf(ctx.today, await readDating(db)), hasFilings: (await db.filings.limit(1).count()) > 0, dayOf: ctx.dayOf,
  };
  for (const [block, ids] of Map.groupBy(due, blockOf)) {
    if (clock() > until) break;
    total.damaged += await withWriter(db, async () => rollUpBlock(source, block, ids));
    total.done += ids.length;
    total.left -= ids.length;
  }
  return total;
}

async function rollUpBlock(ctx: SourceContext, block: string, ids: readonly string[]): Promise<number> {
  const { db, vault } = ctx;
  const [stored, cases] = await Promise.all([db.numberBlocks.get(block), db.cases.bulkGet([...ids])]);
  const rows = new Map(stored === undefined ? [] : (await openBlock(ctx, stored)).map((row) => [row.id, row]));
  let damaged = 0;
  const made = await Promise.all(cases.map(async (row) => (row === undefined ? null : rowOrNull(ctx, row, () => { damaged += 1; }))));
  ids.forEach((id, at) => {
    const row = made[at] ?? null;
    if (row === null) rows.delete(id);
    else rows.set(id, row);
  });
  const sealed = await vault.seal('numberBlocks', block, packRows([...rows.values()]));
  await db.transaction('rw', [db.numberBlocks, db.numbersDue], async () => {
    await db.numberBlocks.put({ id: block, rev: (stored?.rev ?? 0) + 1, n: rows.size, sealed });
    await db.numbersDue.bulkDelete([...ids]);
  });
  return damaged;
}

async function rowOrNull(ctx: SourceContext, row: CaseRow, onDamaged: () => void): Promise<DenialRow | null> {
  try {
    return rowOfCase(await sourceOf(ctx, row));
  } catch (error) {
    if (!(error instanceof StorageFault)) throw error;
    onDamaged(); // one record that cannot be opened must not hold up the others' numbers
    return null;
  }
}

/** The rows of a box; none of one that is damaged, whose cases come again when they next change. */
async function openBlock({ vault }: SourceContext, row: NumberBlockRow): Promise<DenialRow[]> {
  return unpackRows(await vault.open('numberBlocks', row.id, row.sealed).catch(() => ({ form: 0, words: [], columns: [] })) as PackedRows);
}

/** After an update that works rows out otherwise, and in a practice older than the numbers, every case is due. */
async function markAllOfOtherForm({ db }: WriteContext): Promise<void> {
  if ((await db.meta.get(FORM_KEY))?.value === ROW_FORM) return;
  await withWriter(db, async () => {
    const ids = await db.cases.toCollection().primaryKeys();
    await db.transaction('rw', [db.numbersDue, db.numberBlocks, db.meta], async () => {
      await db.numberBlocks.clear();
      await db.numbersDue.bulkPut(ids.map((id) => ({ id })));
      await db.meta.put({ key: FORM_KEY, value: ROW_FORM });
    });
  });
}

/** Adds up imports that are finished and were not counted before: claims sent and answered, by month and payer. */
async function countImports({ db }: WriteContext): Promise<void> {
  const [imports, counted] = await Promise.all([db.imports.toArray(), db.countedImports.toCollection().primaryKeys()]);
  const known = new Set(counted);
  for (const { id, state } of imports) {
    if (known.has(id) || state === 'running') continue;
    const months = new Map<string, CountedImportRow['months'][number]>();
    const at = (day: number, payerKey: string) => {
      const month = monthOf(day);
      const found = months.get(`${month} ${payerKey}`) ?? { month, payerKey, sent: 0, sentCents: 0, answered: 0, answeredCents: 0 };
      months.set(`${month} ${payerKey}`, found);
      return found;
    };
    await db.filings.where('importId').equals(id).each(({ step, day, payerKey, chargeCents }) => {
      if (step !== 'sent' || day === NO_DAY) return;
      const month = at(day, payerKey);
      month.sent += 1;
      month.sentCents += chargeCents;
    });
    await db.remittanceClaims.where('importId').equals(id).each(({ day, payerKey, chargeCents, outcome }: AnsweredClaimRow) => {
      if (day === undefined || day === NO_DAY || !['paid', 'denied', 'partially-denied'].includes(outcome)) return;
      const month = at(day, payerKey);
      month.answered += 1;
      month.answeredCents += chargeCents;
    });
    await db.countedImports.put({ id, months: [...months.values()] });
  }
}
