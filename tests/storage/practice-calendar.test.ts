import { expect, test } from 'vitest';
import { practiceCalendar } from '../../rules/domain/practice-calendar.ts';
import type { PracticeCalendar } from '../../rules/domain/practice-calendar.ts';
import { readDating, readPracticeCalendar } from '../../storage/dating.ts';
import { savePracticeCalendar } from '../../storage/practice-calendar.ts';
import type { WriteContext } from '../../storage/write.ts';
import { redateOpenCases } from '../../storage/cases/redate-open-cases.ts';
import { saveCapture } from '../../storage/cases/save-capture.ts';
import { caseFile } from '../../storage/queries/case-file.ts';
import { capture, deniedFacts, openPractice, TODAY } from './cases/practice.ts';

const PAUSE = { from: '2026-03-20', to: '2026-04-18', reason: 'Disaster order', source: 'Federal Register', state: null };
/** As a page does that saw `was`; the blank calendar where none is named. */
const save = async (ctx: WriteContext, now: PracticeCalendar, was: PracticeCalendar = calendar({})) => savePracticeCalendar(ctx, { was, now });
const calendar = (more: Partial<PracticeCalendar>): PracticeCalendar => ({ ...practiceCalendar.parse({}), ...more });

test('a pause kept by the practice moves the open dates, says so in the timeline and leaves a row in the audit trail', async () => {
  const practice = await openPractice();
  const saved = await saveCapture(practice.ctx, capture(deniedFacts(), {}, 'cigna'), null, 'portal.example');
  const id = saved.ok ? saved.value.saved[0]?.caseId ?? '' : '';
  const before = await practice.db.cases.get(id);
  const first = await readDating(practice.db);
  expect(await readDating(practice.db)).toBe(first);
  expect(await save(practice.at(1), calendar({ pauses: [PAUSE] }))).toEqual({ ok: true, value: {} });
  expect(await readDating(practice.db)).not.toBe(first);
  expect(await redateOpenCases(practice.at(2), { what: 'all' })).toMatchObject({ changed: 1 });
  const after = await practice.db.cases.get(id);
  expect((after?.dueDay ?? 0) - (before?.dueDay ?? 0)).toBe(30);
  const file = await caseFile(practice.db, practice.vault, id, TODAY);
  expect(file?.timeline.map(({ title }) => title)).toContain('Dated anew');
  expect(file?.clocks[0]?.steps.join(' ')).toContain('takes 30 days out of the count (Disaster order, Federal Register)');
  expect((await practice.db.audit.toArray()).map(({ command }) => command)).toContain('calendar:save');
});

test('a day closed by the practice moves the day to work by, not the last day of a rule that does not roll', async () => {
  const practice = await openPractice();
  const saved = await saveCapture(practice.ctx, capture(deniedFacts({ remittanceOn: '2026-03-02' }), {}, 'cigna'), null, 'portal.example');
  const id = saved.ok ? saved.value.saved[0]?.caseId ?? '' : '';
  const before = await caseFile(practice.db, practice.vault, id, TODAY);
  const safe = before?.clocks[0]?.safe ?? '';
  await save(practice.at(1), calendar({ closedDays: [{ on: safe, reason: 'Day of mourning', list: 'everywhere' }] }));
  const after = await caseFile(practice.db, practice.vault, id, TODAY);
  expect(after?.clocks[0]?.due).toBe(before?.clocks[0]?.due);
  expect((after?.clocks[0]?.safe ?? '') < safe).toBe(true);
});

test('a pause that ends before it begins is refused and nothing is kept', async () => {
  const practice = await openPractice();
  expect(await save(practice.ctx, calendar({ pauses: [{ ...PAUSE, to: '2026-03-01' }] }))).toEqual({ ok: false, error: { code: 'bad-request', field: 'pauses' } });
  expect((await readPracticeCalendar(practice.db)).pauses).toEqual([]);
});

test('what two leads add at the same time is both kept; one day with two reasons is for a person to decide', async () => {
  const practice = await openPractice();
  const day = { on: '2026-12-24', reason: 'Executive order', list: 'everywhere' as const };
  expect((await save(practice.at(1), calendar({ closedDays: [day] }))).ok).toBe(true);
  expect((await save(practice.at(2), calendar({ pauses: [PAUSE], mailDays: 7 }))).ok).toBe(true);
  expect(await readPracticeCalendar(practice.db)).toEqual(calendar({ closedDays: [day], pauses: [PAUSE], mailDays: 7 }));
  expect(await save(practice.at(3), calendar({ closedDays: [{ ...day, reason: 'Office closed' }] }))).toEqual({ ok: false, error: { code: 'changed-meanwhile' } });
  expect(await save(practice.at(4), calendar({ mailDays: 10 }))).toEqual({ ok: false, error: { code: 'changed-meanwhile' } });
  expect(await readPracticeCalendar(practice.db)).toEqual(calendar({ closedDays: [day], pauses: [PAUSE], mailDays: 7 }));
});

test('a day taken away by one lead stays away when another, who still saw it, adds one', async () => {
  const practice = await openPractice();
  const first = { on: '2026-12-24', reason: 'Executive order', list: 'everywhere' as const };
  const second = { on: '2026-12-31', reason: 'Inventory', list: 'everywhere' as const };
  await save(practice.at(1), calendar({ closedDays: [first] }));
  await save(practice.at(2), calendar({}), calendar({ closedDays: [first] }));
  expect((await save(practice.at(3), calendar({ closedDays: [first, second] }), calendar({ closedDays: [first] }))).ok).toBe(true);
  expect((await readPracticeCalendar(practice.db)).closedDays).toEqual([second]);
});
