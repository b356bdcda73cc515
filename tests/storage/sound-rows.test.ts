import { expect, test } from 'vitest';
import { isoToDayNumber } from '../../rules/domain/day-number.ts';
import { DEFAULT_WEIGHTS } from '../../rules/domain/queue-weights.ts';
import { DEFAULT_SETTINGS } from '../../storage/settings.ts';
import { saveCapture } from '../../storage/cases/save-capture.ts';
import { rescoreOpenCases } from '../../storage/cases/rescore.ts';
import { findDamage, mendCases } from '../../storage/health/damaged-rows.ts';
import { caseFile } from '../../storage/queries/case-file.ts';
import { openItems } from '../../storage/queries/open-items.ts';
import { queuePage } from '../../storage/queries/queue-page.ts';
import { searchCases } from '../../storage/queries/search-cases.ts';
import { tiles } from '../../storage/queries/tiles.ts';
import { trailPage } from '../../storage/queries/trail-page.ts';
import { listPayers } from '../../storage/payers.ts';
import { listUsers } from '../../storage/people.ts';
import { CLEAR_COLUMNS, damagedColumns } from '../../storage/sound-rows.ts';
import { verifyAudit } from '../../storage/audit.ts';
import { planTelling } from '../../storage/telling.ts';
import { capture, deniedFacts, NOW, openPractice, OWNER, TODAY } from './cases/practice.ts';
import type { Practice } from './cases/practice.ts';

const today = isoToDayNumber(TODAY);
const RUBBISH = ['x', -1e300, Number.NaN, Number.POSITIVE_INFINITY, {}, [], [1], null, true, new Date(0), undefined];

/** What the pages ask for, all of it; a RangeError of a calendar counts as well. */
async function askEverything({ db, vault, ctx }: Practice, caseId: string) {
  for (const sort of ['priority', 'next-day', 'oldest-touch', 'oldest', 'amount'] as const) await openItems(db, vault, (await queuePage(db, { ownerId: null, sort, showSnoozed: true }, today, 0, 50)).rows);
  await queuePage(db, { ownerId: OWNER, sort: 'priority', minCents: 1 }, today, 0, 50);
  await queuePage(db, { ownerId: null, sort: 'priority', state: 'resolved' }, today, 0, 50);
  await searchCases(db, vault, 'E2606', 10);
  await tiles(db, OWNER, today);
  await planTelling(db, OWNER, { day: today, minute: 600 }, DEFAULT_SETTINGS);
  await trailPage(db, { userId: null, kind: null, subject: null, fromMs: 0, toMs: NOW * 2 }, null, 100);
  await listPayers(db);
  await listUsers(db);
  const file = await caseFile(db, vault, caseId, ctx.today);
  for (const { atMs } of [...(file?.timeline ?? []), ...(file?.observations ?? [])]) Temporal.Instant.fromEpochMilliseconds(atMs).toString();
}

async function filled() {
  const practice = await openPractice();
  const saved = await saveCapture(practice.ctx, capture(deniedFacts()), null, 'portal.example');
  await saveCapture(practice.ctx, capture(deniedFacts({ claimControlNumber: 'E26069999900', patientControlNumber: 'ACC-1', serviceFrom: '2026-01-05' })), null, 'portal.example');
  if (!saved.ok) throw new Error('not saved');
  return { practice, caseId: saved.value.saved[0]?.caseId ?? '' };
}

/** Writes past our own reading, as a damaged disk would. */
async function damage(practice: Practice, table: string, column: string, value: unknown) {
  await practice.db.table(table).toCollection().modify((row: Record<string, unknown>) => { row[column] = value; });
}

test.each(['cases', 'clocks', 'events', 'observations', 'users', 'payers', 'audit'])('whatever stands in a clear column of %s, no list breaks', async (table) => {
  const { practice, caseId } = await filled();
  const kept = await practice.db.table(table).toArray();
  expect(kept.length).toBeGreaterThan(0);
  for (const column of Object.keys(CLEAR_COLUMNS[table] ?? {})) {
    for (const value of RUBBISH) {
      await practice.db.table(table).clear();
      await practice.db.table(table).bulkPut(kept);
      await damage(practice, table, column, value);
      await expect(askEverything(practice, caseId).then(() => 'answered'), `${column}: ${typeof value} ${JSON.stringify(value) ?? ''}`).resolves.toBe('answered');
    }
  }
});

test('damage is counted and said, a case is worked out anew from what is sealed, and a changed trail is still found', async () => {
  const { practice, caseId } = await filled();
  const { db, vault, ctx } = practice;
  const before = await db.cases.get(caseId);
  await db.cases.where('id').equals(caseId).modify((row) => { Object.assign(row, { nextDay: 'soon', deniedCents: {}, category: 7 }); });
  expect(await findDamage(db, vault)).toEqual({ columns: [{ table: 'cases', rows: 1 }], sealedCases: 0, cases: [caseId] });
  expect(await mendCases(ctx)).toEqual({ ok: true, value: { mended: 1, left: 0 } });
  expect(await db.cases.get(caseId)).toMatchObject({ nextDay: before?.nextDay, deniedCents: before?.deniedCents, category: before?.category });
  expect(Object.keys(await db.cases.get(caseId) ?? {})).not.toContain('damagedColumns');
  expect((await findDamage(db, vault)).columns).toEqual([]);
  await db.audit.where('seq').equals(2).modify((row) => { Object.assign(row, { atMs: 'never' }); });
  expect(await verifyAudit(db, vault)).toMatchObject({ ok: false, seq: 2, why: 'altered' });
});

test('every row this Overturn writes has sound columns', async () => {
  const { practice } = await filled();
  for (const table of Object.keys(CLEAR_COLUMNS)) for (const row of await practice.db.table(table).toArray()) expect(damagedColumns(table, row as object), table).toEqual([]);
});

test('putting the queue in a new order leaves a damaged row as it is: it would look sound and could not be mended any more', async () => {
  const { practice } = await filled();
  await damage(practice, 'cases', 'dueDay', 'soon');
  await practice.db.settings.put({ key: 'queueWeights', value: { ...DEFAULT_WEIGHTS, daysPerDoubling: 9 } });
  await rescoreOpenCases({ db: practice.db, today: TODAY });
  expect(await findDamage(practice.db, null)).toMatchObject({ columns: [{ table: 'cases', rows: 2 }] });
});
