import { expect, test, vi } from 'vitest';
import { openPractice } from '../../storage/cases/practice.ts';
import type { Practice } from '../../storage/cases/practice.ts';

/** Refusals that a handler decides itself, because the role alone does not tell: each leaves a row of the trail. */
let practice: Practice;

vi.mock('../../../entrypoints/background/services.ts', () => ({ needWriteContext: () => Promise.resolve(practice.ctx) }));
vi.mock('../../../entrypoints/background/sweep.ts', () => ({ sweep: () => Promise.resolve({ dueSoon: 0, overdue: 0 }), sweepSoon: () => undefined }));
vi.mock('../../../entrypoints/background/redate.ts', () => ({ redatePayer: () => Promise.resolve() }));
vi.mock('../../../entrypoints/background/vault-lock.ts', () => ({ followIdleSetting: () => Promise.resolve() }));

const { practiceHandlers } = await import('../../../entrypoints/background/handlers/practice.ts');

test.each([{ idleMinutes: 60 }, { timeZone: 'Pacific/Honolulu' }, { escalateAfterDays: 10 }, { workingDays: [1] }, { staleAfterDays: 3660 }, { cover: 'member' as const }])('a biller does not change for everybody: %o', async (change) => {
  practice = await openPractice();
  expect(await practiceHandlers['settings:save'](change, { kind: 'page' } as never)).toMatchObject({ ok: false, error: { code: 'role-forbids' } });
  expect(await practice.db.settings.count()).toBe(0);
  expect((await practiceHandlers['settings:save']({ theme: 'dark' }, { kind: 'page' } as never)).ok, 'what binds nobody else').toBe(true);
});

test('a biller who would shorten the keeping is refused, and the trail names what was asked for', async () => {
  practice = await openPractice();
  await practice.db.users.update(practice.ctx.userId, { role: 'biller' });
  expect(await practiceHandlers['settings:save']({ caseYears: 1 }, { kind: 'page' } as never)).toMatchObject({ ok: false, error: { code: 'role-forbids' } });
  expect(await practice.db.settings.get('caseYears')).toBeUndefined();
  expect(await practice.db.audit.orderBy('seq').last()).toMatchObject({ command: 'settings:save', subject: 'caseYears', outcome: 'role-forbids', userId: practice.ctx.userId });
});
