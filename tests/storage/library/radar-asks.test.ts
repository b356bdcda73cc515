import { expect, test } from 'vitest';
import { dismissAsk, noticeWindows, openAsks, checkLetter } from '../../../storage/library/radar-asks.ts';
import { proposeChange } from '../../../storage/library/change-library.ts';
import { BASE_RULES } from '../../../rules/payers/base-rules.ts';
import { AETNA, openPractice } from '../cases/practice.ts';

const page = (text: string) => ({ text, source: 'page' as const, host: 'portal.example' });
const OTHER = 'Appeals must be received within 45 days of the date of this notice.';

test('a page that says the same ten times asks once, and a dismissed ask is not asked again', async () => {
  const { ctx, db } = await openPractice();
  expect(await noticeWindows(ctx, AETNA, Array.from({ length: 10 }, () => page(OTHER)))).toHaveLength(1);
  for (let again = 0; again < 9; again += 1) expect(await noticeWindows(ctx, AETNA, [page(OTHER)])).toEqual([]);
  const [ask, ...more] = await openAsks(db, ctx.vault);
  expect(more).toEqual([]);
  expect(ask).toMatchObject({ payerKey: 'aetna', source: 'page', host: 'portal.example', statement: { value: 45, sentence: OTHER } });
  expect(ask?.ruleIds).toContain('aetna-appeal-payment');
  expect((await db.audit.toArray()).filter(({ command }) => command === 'radar:ask')).toHaveLength(1);
  expect((await dismissAsk(ctx, ask?.id ?? '')).ok).toBe(true);
  expect(await noticeWindows(ctx, AETNA, [page(OTHER)])).toEqual([]);
  expect(await openAsks(db, ctx.vault)).toEqual([]);
});

test('what the library says already, or the practice\'s own contract, is not asked about', async () => {
  const { ctx } = await openPractice();
  expect(await noticeWindows(ctx, AETNA, [page('Appeals must be filed within 60 days of the previous decision.')])).toEqual([]);
  const withContract = { ...AETNA, contractWindows: [{ action: 'appeal-level-1' as const, value: 45, unit: 'calendar-days' as const, startsFrom: 'remittance-date' as const, evidence: 'Contract 4.2' }] };
  expect(await noticeWindows(ctx, withContract, [page(OTHER)])).toEqual([]);
});

test('the sentence is sealed, and answering an ask by a change closes it', async () => {
  const { ctx, db } = await openPractice();
  const checked = await checkLetter(ctx, 'aetna', `Dear Marguerite Thistlewood, you may appeal. ${OTHER}`);
  expect(checked).toMatchObject({ ok: true, value: { statements: 1 } });
  const rows = await db.radarAsks.toArray();
  expect(JSON.stringify(rows)).not.toContain('Appeals must');
  const rule = BASE_RULES.find(({ id }) => id === 'aetna-appeal-payment');
  if (rule === undefined) throw new Error('gone');
  await proposeChange(ctx, { items: [{ kind: 'rule', entryId: rule.id, payerKey: 'aetna', body: { rule: { ...rule, limit: { value: 45, unit: 'calendar-days' } }, checkedOn: null } }], origin: 'radar', approve: false, stamp: null, content: { title: 'x', reason: '', evidence: OTHER, pack: null, undoes: null, askId: rows[0]?.id ?? null } });
  expect(await openAsks(db, ctx.vault)).toEqual([]);
  expect((await db.radarAsks.toArray())[0]).toMatchObject({ state: 'taken', decidedBy: ctx.userId });
});
