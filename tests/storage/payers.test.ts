import { expect, test } from 'vitest';
import { listPayers, savePayer } from '../../storage/payers.ts';
import { AETNA, COLLEAGUE, openPractice } from './cases/practice.ts';

const window = { action: 'appeal-level-1' as const, value: 9, unit: 'calendar-days' as const, startsFrom: 'remittance-date' as const, evidence: 'A feeling' };

test('a window of the contract moves the dates of everybody: a lead decides, a biller is refused and nothing of it is saved', async () => {
  const { db, ctx } = await openPractice();
  const lead = { ...ctx, userId: COLLEAGUE };
  const stored = async () => (await listPayers(db)).find(({ key }) => key === 'aetna');
  expect(await savePayer(ctx, { ...AETNA, network: 'out', contractWindows: [window] })).toEqual({ ok: false, error: { code: 'role-forbids', field: 'contractWindows' } });
  expect(await stored()).toEqual(AETNA);
  expect(await db.audit.orderBy('seq').last()).toMatchObject({ userId: ctx.userId, command: 'payer:save', subject: 'aetna', outcome: 'role-forbids' });

  expect((await savePayer(lead, { ...AETNA, contractWindows: [window] })).ok).toBe(true);
  expect((await savePayer(ctx, { ...AETNA, contractWindows: [] })).ok, 'nor taken away').toBe(false);
  expect((await savePayer(ctx, { ...AETNA, contractWindows: [{ ...window, value: 90 }] })).ok, 'nor changed').toBe(false);
  expect((await savePayer(ctx, { ...AETNA, network: 'out', contractWindows: [window] })).ok, 'what else decides the rules is the work of billers').toBe(true);
  expect(await stored()).toMatchObject({ network: 'out', contractWindows: [{ ...window, byUser: COLLEAGUE }] });
});
