import { describe, expect, test } from 'vitest';
import { isoToDayNumber } from '../../../rules/domain/day-number.ts';
import { COMMANDS } from '../../../rules/protocol/commands.ts';
import { isHandSetDay } from '../../../rules/work/hand-set-day.ts';
import { overrideDeadline } from '../../../storage/cases/override-deadline.ts';
import { resolveCase } from '../../../storage/cases/resolve-case.ts';
import { saveCapture } from '../../../storage/cases/save-capture.ts';
import { caseFile } from '../../../storage/queries/case-file.ts';
import { capture, deniedFacts, openPractice, TODAY } from './practice.ts';

async function withCase() {
  const practice = await openPractice();
  const saved = await saveCapture(practice.ctx, capture(deniedFacts()), null, 'portal.example');
  const id = saved.ok ? saved.value.saved[0]?.caseId ?? '' : '';
  const file = async () => {
    const found = await caseFile(practice.db, practice.vault, id, TODAY);
    if (found === null) throw new Error('no case');
    return found;
  };
  return { ...practice, id, file };
}
const set = (id: string, date: string, evidence = 'Letter of 3 March') => ({ caseId: id, action: 'appeal-level-1' as const, date, reason: 'The letter prints it', evidence });

describe('a last day set by hand', () => {
  test('can be taken back with a reason: the rule dates the step again and the history keeps both', async () => {
    const { at, id, file } = await withCase();
    const clock = async () => (await file()).clocks.find(({ action }) => action === 'reconsideration');
    const before = await clock();
    await overrideDeadline(at(1), { ...set(id, '2026-04-15'), action: 'reconsideration' });
    expect((await clock())?.warnings.join(' ')).toContain(`The library's own date is ${before?.due ?? ''} (rule ${before?.rule ?? ''}, ${before?.source?.title ?? ''})`);
    expect((await overrideDeadline(at(2), { caseId: id, action: 'reconsideration', date: null, seen: '2026-04-15', reason: 'It was the letter of another claim', evidence: '' })).ok).toBe(true);
    expect(await clock()).toMatchObject({ due: before?.due, rule: before?.rule, overriddenBy: null });
    expect((await file()).timeline.filter(({ kind }) => kind === 'deadline-set').map(({ title, changes }) => [title, changes[0]?.was, changes[0]?.now])).toEqual([
      ['Last day set: reconsideration', null, '2026-04-15'], ['Last day taken back: reconsideration', '2026-04-15', null],
    ]);
  });

  test('two people at once: the second is told that another date was set since, and nothing is replaced', async () => {
    const { at, id, file } = await withCase();
    expect((await overrideDeadline(at(1), { ...set(id, '2026-04-15'), seen: null })).ok).toBe(true);
    expect(await overrideDeadline(at(2), { ...set(id, '2026-04-20'), seen: null })).toEqual({ ok: false, error: { code: 'changed-meanwhile', field: 'date' } });
    expect((await file()).sealed.overrides.map(({ date }) => date)).toEqual(['2026-04-15']);
    expect((await overrideDeadline(at(3), { ...set(id, '2026-04-20'), seen: '2026-04-15' })).ok).toBe(true);
  });

  test.each(['9999-12-31', '1900-01-01', '2206-12-07', '2023-03-09', '2036-03-11'])('%s is refused and changes nothing', async (date) => {
    const { db, at, id, file } = await withCase();
    const before = await db.cases.get(id);
    expect(await overrideDeadline(at(1), set(id, date))).toMatchObject({ ok: false, error: { code: 'bad-request', field: 'date' } });
    expect(await db.cases.get(id)).toEqual(before);
    expect((await file()).sealed.overrides).toEqual([]);
    expect((await file()).timeline.some(({ kind }) => kind === 'deadline-set')).toBe(false);
  });

  test.each(['2026-03-19', '2026-04-15', '2036-03-10'])('%s: header, clock, history and store say the same', async (date) => {
    const { db, at, id, file } = await withCase();
    expect((await overrideDeadline(at(1), set(id, date))).ok).toBe(true);
    const opened = await file();
    const clock = opened.clocks.find(({ action }) => action === 'appeal-level-1');
    expect(clock).toMatchObject({ kind: 'dated', due: date, raw: date });
    expect(opened.timeline.find(({ kind }) => kind === 'deadline-set')?.changes).toMatchObject([{ was: null, now: date }]);
    const stored = await db.clocks.where('caseId').equals(id).toArray();
    const [row] = stored.filter(({ action }) => action === 'appeal-level-1');
    expect(row).toMatchObject({ dueDay: isoToDayNumber(date), safeDay: isoToDayNumber(clock?.safe ?? '') });
    if (opened.item.nextKind === 'appeal-level-1') expect(opened.item).toMatchObject({ nextDay: isoToDayNumber(clock?.safe ?? ''), dueDay: isoToDayNumber(date) });
    else expect(opened.item.nextDay).toBeLessThanOrEqual(isoToDayNumber(clock?.safe ?? ''));
  });

  test('the edges of the range are in it, the days beyond are not', () => {
    expect(['2023-03-10', '2036-03-10', '2023-03-09', '2036-03-11', '12026-01-01'].map((one) => isHandSetDay(one, TODAY))).toEqual([true, true, false, false, false]);
    expect(isHandSetDay('2025-02-28', '2028-02-29')).toBe(true);
  });

  test('is shown as somebody\'s word: no rule, no claim of a check, nothing about a letter nobody named', async () => {
    const { at, id, file } = await withCase();
    await overrideDeadline(at(1), set(id, '2026-04-15', ''));
    const clock = (await file()).clocks.find(({ action }) => action === 'appeal-level-1');
    expect(clock).toMatchObject({ rule: null, version: null, confidence: null, source: null, overriddenBy: { userName: 'Ada Fernhill', reason: 'The letter prints it', evidence: '' } });
    expect(clock?.steps.join(' ')).not.toMatch(/letter/iu);
  });
});

test('less than nothing cannot come back', async () => {
  const { at, id, file } = await withCase();
  const request = { caseId: id, outcome: 'paid' as const, reason: 'Paid', recoveredCents: -500 };
  expect(COMMANDS['case:resolve'].request.safeParse(request).success).toBe(false);
  expect(COMMANDS['case:resolve'].request.safeParse({ ...request, recoveredCents: 0 }).success).toBe(true);
  expect(await resolveCase(at(1), request)).toMatchObject({ ok: false, error: { code: 'bad-request', field: 'recoveredCents' } });
  expect((await file()).item.open).toBe(true);
});
