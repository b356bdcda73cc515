import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { NO_DAY, isoToDayNumber } from '../../rules/domain/day-number.ts';
import { POOL } from '../../rules/domain/vocabulary.ts';
import { reminderId } from '../../rules/reminders/due-reminders.ts';
import { isWorkingDay } from '../../rules/calendar/working-days.ts';
import { isQuietHour } from '../../rules/reminders/telling-hours.ts';
import { openDatabase } from '../../storage/db.ts';
import type { OverturnDatabase } from '../../storage/db.ts';
import type { CaseRow } from '../../storage/schema/v1.ts';
import { DEFAULT_SETTINGS } from '../../storage/settings.ts';
import { escalatedBefore, calendarDays, markDigestSeen, markTold, planTelling, readDigest, readDigestMark, readTellingHours, sinceWords } from '../../storage/telling.ts';
import { queuePage } from '../../storage/queries/queue-page.ts';
import { addWoken } from '../../storage/woken.ts';

const example = (JSON.parse(readFileSync(new URL('./examples/v001.json', import.meta.url), 'utf8')) as { tables: { cases: CaseRow[] } }).tables.cases[0];
const monday = isoToDayNumber('2026-03-02');
const settings = DEFAULT_SETTINGS;
const nine = 9 * 60;
let db: OverturnDatabase;
beforeEach(async () => {
  db = await openDatabase(`telling-${crypto.randomUUID()}`);
  await db.users.bulkAdd([{ id: 'me', name: 'Me', role: 'biller', createdMs: 1 }, { id: 'lead', name: 'Lead', role: 'lead', createdMs: 2 }]);
});
afterEach(async () => db.delete());

async function add(id: string, day: number, more: Partial<CaseRow> = {}): Promise<void> {
  if (example === undefined) throw new Error('no example');
  const isFollowUp = more.nextKind === 'follow-up';
  const row: CaseRow = { ...example, id, ownerId: 'me', open: 1, nextDay: day, safeDay: isFollowUp ? NO_DAY : day, followUpDay: isFollowUp ? day : NO_DAY, snoozedUntilDay: NO_DAY, ...more };
  if (row.snoozedUntilDay < NO_DAY) row.priority = -row.snoozedUntilDay; // as priorityOf does
  await db.cases.add(row);
  if (!isFollowUp) await db.clocks.add({ id: `${id}:appeal-level-1`, caseId: id, ownerId: row.ownerId, open: row.open, action: 'appeal-level-1', rawDay: day, dueDay: day, safeDay: day, ruleId: 'r', ruleVersion: 1, confidence: 'high', overridden: 0 });
}

test('the first word of a working day is the digest, later ones are reminders, quiet hours say nothing', async () => {
  await add('today', monday);
  await add('soon', monday + 3);
  expect(await planTelling(db, 'me', { day: monday, minute: 6 * 60 }, settings)).toBeNull();
  expect(await planTelling(db, 'me', { day: monday, minute: 7 * 60 + 30 }, settings)).toBeNull();
  const digest = await planTelling(db, 'me', { day: monday, minute: nine }, settings);
  expect(digest).toMatchObject({ isDigest: true, words: { title: 'Overturn: your day', message: '1 due today\n1 due within 7 days' } });
  expect(digest?.due.map(({ caseId }) => caseId).sort()).toEqual(['soon', 'today']);
  if (digest !== null) await markTold(db, digest, 1);
  expect(await planTelling(db, 'me', { day: monday, minute: nine + 30 }, settings)).toBeNull();
  await add('new', monday + 1);
  expect(await planTelling(db, 'me', { day: monday, minute: nine + 60 }, settings)).toMatchObject({ isDigest: false, words: { message: '1 claim must be appealed by tomorrow' } });
  expect(await planTelling(db, 'me', { day: monday, minute: 19 * 60 }, settings)).toBeNull();
});

test('after days with the browser closed the digest says what passed and what came back', async () => {
  await add('passes', monday + 1);
  await add('sleeps', monday + 20, { snoozedUntilDay: monday + 2 });
  const first = await planTelling(db, 'me', { day: monday, minute: nine }, settings);
  if (first !== null) await markTold(db, first, 1);
  const back = await planTelling(db, 'me', { day: monday + 7, minute: nine }, settings);
  expect(back?.words?.message).toBe('1 claim went past its day since 7 days ago\n1 overdue in all\n1 back from a snooze');
  if (back !== null) await markTold(db, back, 2);
  expect(await readDigestMark(db, 'me')).toEqual({ lastDay: monday + 7, sinceDay: monday, seenDay: null });
  await markDigestSeen(db, 'me');
  expect((await readDigestMark(db, 'me'))?.seenDay).toBe(monday + 7);
  const next = await planTelling(db, 'me', { day: monday + 8, minute: nine }, settings);
  expect(next?.words?.message).toBe('1 overdue in all');
});

test('a snooze that was worked out anew meanwhile still counts as come back, once', async () => {
  await db.transaction('rw', db.meta, () => addWoken(db, [{ ownerId: 'me', day: monday }, { ownerId: 'me', day: monday }, { ownerId: 'lead', day: monday }], monday));
  expect((await readDigest(db, 'me', monday, monday - 3, settings)).back).toBe(2);
  expect((await readDigest(db, 'me', monday + 1, monday, settings)).back).toBe(0);
});

test('the pool is told to everybody, and what others leave lying to the leads', async () => {
  await add('pool', monday + 2, { ownerId: POOL });
  await add('friday', monday - 3);
  await add('long', monday - 30);
  expect(await readDigest(db, 'me', monday, null, settings)).toMatchObject({ pool: 1, overdue: 2, escalated: 0 });
  expect(await readDigest(db, 'lead', monday, null, settings)).toMatchObject({ pool: 1, overdue: 0, escalated: 1 });
  expect(await readDigest(db, 'lead', monday, null, { ...settings, escalateAfterDays: 0 })).toMatchObject({ escalated: 2 });
  expect((await planTelling(db, 'me', { day: monday, minute: nine }, settings))?.due.map(({ caseId }) => caseId)).toContain('pool');
  // The number leads to the very cases that were counted.
  const escalated = { before: await escalatedBefore(db, monday, settings), besides: ['lead', POOL] };
  expect((await queuePage(db, { ownerId: null, escalated, sort: 'next-day' }, monday, 0, 30)).rows.map(({ id }) => id)).toEqual(['long']);
  const atOnce = { before: await escalatedBefore(db, monday, { ...settings, escalateAfterDays: 0 }), besides: ['lead', POOL] };
  expect((await queuePage(db, { ownerId: null, escalated: atOnce, sort: 'next-day' }, monday, 0, 30)).rows.map(({ id }) => id)).toEqual(['long', 'friday']);
});

test('steps of prevention that are due or past are told to their owner, those of nobody to the leads', async () => {
  const record = (id: string, ownerId: string, dueDay: number, more: object = {}) => db.preventionRecords.add({ id, rev: 1, kind: 'log', state: 'open', payerKey: '', category: '', ownerId, dueDay, atMs: 0, userId: 'me', sealed: { v: 1, iv: new Uint8Array(), box: new Uint8Array() }, ...more });
  await record('past', 'me', monday - 2);
  await record('today', 'me', monday, { kind: 'change', state: 'running' });
  await record('tomorrow', 'me', monday + 1, { kind: 'check' });
  await record('no day', 'me', NO_DAY);
  await record('done', 'me', monday - 2, { state: 'done' });
  await record('baseline', 'me', monday - 2, { kind: 'baseline', state: 'current' });
  await record('nobody', '', monday - 1);
  expect((await readDigest(db, 'me', monday, null, settings)).prevention).toBe(2);
  expect((await readDigest(db, 'lead', monday, null, settings)).prevention).toBe(1);
  expect((await planTelling(db, 'me', { day: monday, minute: nine }, settings))?.words?.message).toBe('2 steps of prevention are due or past their day');
});

test('the days of the calendar file are counts of my own claims', async () => {
  await add('a', monday + 1);
  await add('b', monday + 1);
  await add('c', monday + 4, { nextKind: 'follow-up' });
  await add('hers', monday + 1, { ownerId: 'lead' });
  await add('past', monday - 1);
  expect(await calendarDays(db, 'me', monday)).toEqual([{ day: monday + 1, claims: 2, followUps: 0, datesToFind: 0 }, { day: monday + 4, claims: 0, followUps: 1, datesToFind: 0 }]);
});

test('the calendar file holds a follow-up behind an earlier last day, and the day by which a date shall be found', async () => {
  await add('a', monday + 1, { followUpDay: monday + 6 });
  await add('undated', monday + 2, { nextKind: 'find-date', safeDay: NO_DAY, undated: 'needs' });
  await db.clocks.where('caseId').equals('undated').delete();
  await add('hers', monday + 2, { nextKind: 'find-date', ownerId: 'lead' });
  await add('long-ago', monday + 3, { followUpDay: monday - 5 });
  await add('closed', monday + 3, { open: 0, followUpDay: monday + 6 });
  expect(await calendarDays(db, 'me', monday)).toEqual([
    { day: monday + 1, claims: 1, followUps: 0, datesToFind: 0 }, { day: monday + 2, claims: 0, followUps: 0, datesToFind: 1 },
    { day: monday + 3, claims: 1, followUps: 0, datesToFind: 0 }, { day: monday + 6, claims: 0, followUps: 1, datesToFind: 0 },
  ]);
});

test.each([[monday - 1, 'yesterday'], [monday - 3, 'Friday'], [monday - 9, '9 days ago'], [null, null]])('since %s is said as %s', (day, words) => expect(sinceWords(day, monday)).toBe(words));

/** Small seeded generator (mulberry32), so that a failing month can be lived through again. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
const momentAt = (ms: number, zone: string): { day: number; minute: number } => {
  const local = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
  return { day: isoToDayNumber(local.toPlainDate().toString()), minute: local.hour * 60 + local.minute };
};

test.each([1, 2, 3, 4, 5, 6, 7, 8])('a month with sleeps, restarts, clock changes, moves and kills (seed %i): nothing twice, nothing missed', async (seed) => {
  const random = chance(seed);
  const zones = ['America/New_York', 'America/Los_Angeles', 'Pacific/Honolulu', 'America/Chicago'];
  for (let n = 0; n < 60; n += 1) await add(`case-${n}`, monday - 2 + Math.floor(random() * 40), n % 5 === 0 ? { nextKind: 'follow-up' } : {});
  const clocks = await db.clocks.toArray();
  const followUps = (await db.cases.toArray()).filter((row) => row.nextKind === 'follow-up');
  const hours = await readTellingHours(db, settings);

  const kept: string[] = []; // what was told and remembered
  const digests: number[] = [];
  let killed = 0;
  let zone = 'America/New_York';
  const start = Temporal.ZonedDateTime.from('2026-03-02T05:00[America/New_York]').epochMilliseconds;
  const end = start + 31 * 86_400_000; // over the clock change of 8 March
  for (let at = start; at < end;) {
    const nap = random();
    at += Math.round(nap < 0.9 ? 30 * 60_000 : nap < 0.985 ? random() * 16 * 3_600_000 : random() * 5 * 86_400_000);
    if (random() < 0.01) zone = zones[Math.floor(random() * zones.length)] ?? zone;
    const isSetBack = random() < 0.01;
    const moment = momentAt(isSetBack ? at - 26 * 3_600_000 : at, zone);
    const telling = await planTelling(db, 'me', moment, settings);
    if (telling === null) continue;
    expect(isWorkingDay(moment.day, hours.working) && !isQuietHour(moment.minute, hours.quiet)).toBe(true);
    if (random() < 0.3) { killed += 1; continue; } // the worker died before or after the notification, and remembered nothing
    kept.push(...telling.due.flatMap(({ marks, day }) => marks.slice(-1).map(({ id }) => `${id} ${day}`)));
    if (telling.isDigest) digests.push(telling.day);
    await markTold(db, telling, at);
  }
  // The next start, on a working morning.
  const lastMoment = { day: isoToDayNumber('2026-04-06'), minute: nine };
  const last = await planTelling(db, 'me', lastMoment, settings);
  if (last !== null) {
    kept.push(...last.due.flatMap(({ marks, day }) => marks.slice(-1).map(({ id }) => `${id} ${day}`)));
    await markTold(db, last, end);
  }
  expect(killed).toBeGreaterThan(0);
  expect(kept.filter((one, at) => kept.indexOf(one) !== at), 'told twice').toEqual([]);
  expect(digests.filter((one, at) => digests.indexOf(one) !== at), 'two digests on one day').toEqual([]);
  const due = [...clocks.map(({ id, safeDay }) => ({ id, day: safeDay })), ...followUps.map(({ id, followUpDay }) => ({ id: `${id}:follow-up`, day: followUpDay }))].filter(({ day }) => day <= lastMoment.day);
  const marks = new Set((await db.reminders.toArray()).map(({ id, day }) => `${id} ${day}`));
  expect(due.length).toBeGreaterThan(30);
  expect(due.filter(({ id, day }) => !marks.has(`${reminderId(id, 0)} ${day}`)), 'missed').toEqual([]);
});
