import { beforeAll, expect, test, vi } from 'vitest';
import { isoToDayNumber, NO_DAY } from '../../../rules/domain/day-number.ts';
import type { QueueFilter } from '../../../rules/domain/queue-filter.ts';
import { planCase } from '../../../storage/cases/plan-case.ts';
import { resolveCase } from '../../../storage/cases/resolve-case.ts';
import { saveCapture } from '../../../storage/cases/save-capture.ts';
import { snoozeCase } from '../../../storage/cases/snooze-case.ts';
import { openItems } from '../../../storage/queries/open-items.ts';
import { queuePage } from '../../../storage/queries/queue-page.ts';
import { searchCases } from '../../../storage/queries/search-cases.ts';
import { countDue } from '../../../storage/reminders.ts';
import { tiles } from '../../../storage/queries/tiles.ts';
import { daysOfAge, untouchedSince } from '../../../rules/queue/queue-board.ts';
import { foldQueue } from '../../../storage/queue/queue-blocks.ts';
import type { CaseRow } from '../../../storage/schema/v3.ts';
import { seedCases, seedFacts } from '../../bench/seed-cases.ts';
import { capture, COLLEAGUE, deniedFacts, NOW, openPractice, OWNER, TODAY } from '../cases/practice.ts';
import type { Practice } from '../cases/practice.ts';

const today = isoToDayNumber(TODAY);
const CASES = 260;
let practice: Practice;
let rows: CaseRow[];

beforeAll(async () => {
  practice = await openPractice();
  await seedCases(practice.db, practice.vault, { cases: CASES, owners: [OWNER, COLLEAGUE], today: TODAY, nowMs: NOW });
  const ids = (await practice.db.cases.orderBy('id').primaryKeys()).slice(0, 40);
  for (const [n, caseId] of ids.entries()) {
    if (n % 4 === 0) await resolveCase(practice.at(n), { caseId, outcome: 'closed', reason: 'test', recoveredCents: null });
    else if (n % 4 === 1) await snoozeCase(practice.at(n), { caseId, untilIso: '2026-03-12' });
    else if (n % 4 === 2) await planCase(practice.at(n), { caseId, state: 'working', followUpOn: '2026-03-14' });
  }
  rows = await practice.db.cases.toArray();
});

/** What the queue should be, by looking at every row. */
function plainly(filter: QueueFilter): CaseRow[] {
  const closed = filter.state === 'resolved';
  const kept = rows.filter((row) => row.open === (closed ? 0 : 1) && (filter.ownerId === null || row.ownerId === filter.ownerId)
    && (filter.payerKey === undefined || row.payerKey === filter.payerKey) && (filter.category === undefined || row.category === filter.category)
    && (filter.state === undefined || row.state === filter.state)
    && (filter.kind === undefined || row.workKind === filter.kind) && (filter.minCents === undefined || row.deniedCents >= filter.minCents)
    && (filter.age === undefined || ((row.ageDay ?? 0) >= daysOfAge(filter.age, today)[0] && (row.ageDay ?? 0) <= daysOfAge(filter.age, today)[1]))
    && (filter.untouchedDays === undefined || row.touchedMs <= untouchedSince(filter.untouchedDays, today))
    && (closed || filter.showSnoozed === true || row.snoozedUntilDay === NO_DAY || row.snoozedUntilDay <= today)
    && (filter.due === undefined || (filter.due === 'undated' ? row.undated !== '' : filter.due === 'overdue' ? row.nextDay < today : row.nextDay >= today && row.nextDay <= today + 7)));
  return kept.sort((a, b) => (closed ? b.touchedMs - a.touchedMs : filter.sort === 'priority' ? b.priority - a.priority : filter.sort === 'next-day' ? a.nextDay - b.nextDay : a.touchedMs - b.touchedMs));
}

const filters: QueueFilter[] = [];
for (const ownerId of [OWNER, null]) {
  for (const sort of ['priority', 'next-day', 'oldest-touch'] as const) {
    for (const more of [{}, { payerKey: 'cigna' }, { category: 'prior-authorization' }, { payerKey: 'aetna', category: 'coding' }, { due: 'soon' }, { due: 'overdue' }, { due: 'undated' }, { state: 'working' }, { state: 'resolved' }, { payerKey: 'nobody' }, { kind: 'denial' }, { minCents: 30_000 }, { age: '0-30' }, { age: '31-60', kind: 'denial' }, { age: '91+' }, { untouchedDays: 1 }, { untouchedDays: 30 }] as const) {
      for (const showSnoozed of [false, true]) filters.push({ ownerId, sort, showSnoozed, ...more });
    }
  }
}

test('every filter and order gives what a look at every row gives, page by page', lookAtAll);

test('the same with the columns kept in blocks, and with cases that changed since', async () => {
  await foldQueue(practice.db, 1, 1);
  expect(await practice.db.queueDue.count()).toBe(0);
  expect(await practice.db.queueBlocks.count()).toBeGreaterThan(60);
  await lookAtAll();
  const open = rows.filter((row) => row.open === 1);
  for (const [n, { id: caseId }] of open.slice(50, 80).entries()) {
    if (n % 3 === 0) await resolveCase(practice.at(n), { caseId, outcome: 'closed', reason: 'test', recoveredCents: null });
    else await planCase(practice.at(n), { caseId, ownerId: n % 3 === 1 ? COLLEAGUE : OWNER, followUpOn: '2026-03-11' });
  }
  rows = await practice.db.cases.toArray();
  expect(await practice.db.queueDue.count()).toBe(30);
  await lookAtAll();
  await foldQueue(practice.db, 1);
  expect(await practice.db.queueDue.count()).toBe(0);
  await lookAtAll();
});

async function lookAtAll(): Promise<void> {
  let found = 0;
  for (const filter of filters) {
    const wanted = plainly(filter);
    const first = await queuePage(practice.db, filter, today, 0, 25);
    const second = await queuePage(practice.db, filter, today, 25, 25);
    const deep = await queuePage(practice.db, filter, today, 125, 25);
    const name = JSON.stringify(filter);
    expect([first.total, second.total, deep.total], name).toEqual(Array(3).fill(wanted.length));
    // Equal keys may stand in either order: the keys are compared, and the pages hold different rows.
    const key = (row: CaseRow): number => (filter.state === 'resolved' ? row.touchedMs : filter.sort === 'priority' ? row.priority : filter.sort === 'next-day' ? row.nextDay : row.touchedMs);
    expect([...first.rows, ...second.rows].map(key), name).toEqual(wanted.slice(0, 50).map(key));
    expect(deep.rows.map(key), name).toEqual(wanted.slice(125, 150).map(key));
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size, name).toBe(Math.min(50, wanted.length));
    found += wanted.length;
  }
  expect(found).toBeGreaterThan(1000);
}

test('the tiles agree with the rows, with the queue and with the badge: snoozed cases are in none of them', async () => {
  for (const ownerId of [OWNER, COLLEAGUE, null]) {
    const all = rows.filter((row) => row.open === 1 && (ownerId === null || row.ownerId === ownerId));
    const own = all.filter((row) => row.snoozedUntilDay === NO_DAY || row.snoozedUntilDay <= today);
    expect(own.length).toBeLessThan(all.length);
    expect(await tiles(practice.db, ownerId, today)).toEqual({
      overdue: own.filter((row) => row.nextDay < today).length, dueSoon: own.filter((row) => row.nextDay >= today && row.nextDay <= today + 7).length,
      undated: own.filter((row) => row.undated !== '').length, openCases: own.length, openCents: own.reduce((sum, row) => sum + row.deniedCents, 0),
    });
    const shown = await tiles(practice.db, ownerId, today);
    const badge = await countDue(practice.db, ownerId, today);
    expect([badge.overdue, badge.dueSoon]).toEqual([shown.overdue, shown.dueSoon]);
    for (const [due, tile] of [['overdue', shown.overdue], ['soon', shown.dueSoon], ['undated', shown.undated], [undefined, shown.openCases]] as const) {
      expect((await queuePage(practice.db, { ownerId, sort: 'priority', ...(due === undefined ? {} : { due }) }, today, 0, 5)).total, due).toBe(tile);
    }
  }
});

test('every open case has an owner, an action, and a day or the reason why it has none', () => {
  for (const row of rows.filter(({ open }) => open === 1)) {
    expect(row.ownerId).not.toBe('');
    expect(row.nextAction).not.toBe('');
    expect(row.nextDay !== NO_DAY || row.undated !== '').toBe(true);
  }
});

test('a whole number is found among many that begin alike, and locked rows show no names', async () => {
  for (const n of [0, 1, 137, 259]) {
    const number = seedFacts(n, today).facts.claimControlNumber ?? '';
    expect((await searchCases(practice.db, practice.vault, number, 5)).map(({ claimControlNumber }) => claimControlNumber)).toEqual([number]);
  }
  const { rows: page } = await queuePage(practice.db, { ownerId: null, sort: 'priority' }, today, 0, 5);
  expect((await openItems(practice.db, null, page)).every(({ patientName, claimControlNumber }) => patientName === null && claimControlNumber === null)).toBe(true);
});

test('of a thousand numbers that begin alike none is passed over, and open ones come first', async () => {
  const { db, vault, ctx, at } = await openPractice();
  const base = capture(deniedFacts()).claims[0];
  if (base === undefined) throw new Error('no claim');
  for (let part = 0; part < 48; part += 1) {
    const claims = Array.from({ length: 25 }, (_, n) => {
      const number = part * 25 + n;
      return { ...base, index: n, facts: deniedFacts({ claimControlNumber: `2026031070${String(number).padStart(4, '0')}`, patientControlNumber: `A-${number}`, patientName: `Alder${number === 1199 ? 'quist' : ''}, Noor` }) };
    });
    await saveCapture(ctx, { ...capture(deniedFacts()), claims }, null, 'portal.example');
  }
  expect(await db.cases.count()).toBe(1200);
  const found = async (text: string, limit = 50): Promise<(string | null)[]> => (await searchCases(db, vault, text, limit)).map(({ claimControlNumber }) => claimControlNumber);
  // Shares its first eight letters with all the others: told apart only once opened.
  expect(await found('alderq')).toEqual(['20260310701199']);
  expect(await found('2026031070119')).toHaveLength(10);
  const open = vi.spyOn(vault, 'open');
  expect(await found('202603107011')).toHaveLength(50);
  expect(open.mock.calls.length).toBeLessThan(1200);
  await saveCapture(ctx, capture(deniedFacts({ claimControlNumber: '20260310', patientControlNumber: 'B-1', charge: 100 })), null, 'portal.example');
  expect(await found('2026 0310', 1)).toEqual(['20260310']);
  expect(await found('20260310', 1500)).toHaveLength(1201);
  const last = (await searchCases(db, vault, '20260310701150', 5))[0];
  await resolveCase(at(1), { caseId: last?.id ?? '', outcome: 'closed', reason: 'test', recoveredCents: null });
  expect((await found('2026031070115', 50)).at(-1)).toBe('20260310701150');
}, 60_000);
