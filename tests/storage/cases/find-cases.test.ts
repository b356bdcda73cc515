import { expect, test } from 'vitest';
import type { ClaimIdentity } from '../../../rules/work/same-claim.ts';
import { saveCapture } from '../../../storage/cases/save-capture.ts';
import { judge } from '../../../storage/cases/find-cases.ts';
import { capture, deniedFacts, openPractice } from './practice.ts';

const claim = (more: Parameters<typeof deniedFacts>[0] = {}, replaces: string[] = []): ClaimIdentity => ({ payer: 'aetna', library: 'Aetna', facts: deniedFacts(more), replaces });
const candidates = (...claims: ClaimIdentity[]) => claims.map((identity, index) => ({ one: `case-${index + 1}`, identity }));

test('one certain case is the one', () => {
  expect(judge(claim(), candidates(claim({ claimControlNumber: 'OTHER-1', patientControlNumber: 'OTHER-2' }), claim()))).toEqual({ same: 'case-2', doubtful: [] });
  expect(judge(claim(), [])).toEqual({ same: null, doubtful: [] });
});

test('two certain cases are none, and both are named, in whatever order they come', () => {
  for (const twins of [candidates(claim(), claim()), candidates(claim({ claimControlNumber: null }), claim({ claimControlNumber: null }))]) {
    for (const order of [twins, [...twins].reverse()]) {
      const { same, doubtful } = judge(claim(), order);
      expect(same).toBeNull();
      expect(doubtful.map(({ one }) => one).sort()).toEqual(['case-1', 'case-2']);
    }
  }
});

test("the payer's own number decides between a claim and the one that it replaces", () => {
  const known = candidates(claim({ claimControlNumber: 'E-OLD-1' }), claim({ claimControlNumber: 'E-NEW-2' }));
  expect(judge(claim({ claimControlNumber: 'E-NEW-2' }, ['E-OLD-1']), known).same).toBe('case-2');
  expect(judge(claim({ claimControlNumber: 'E-NEW-3' }, ['E-OLD-1', 'E-NEW-2']), known).same).toBeNull();
});

test('a look that fits two cases alters neither and says so', async () => {
  const { db, ctx, at } = await openPractice();
  // Two claims of one patient, day and charge that the payer numbered apart; the page shows the account number only.
  for (const claimControlNumber of ['E-1111', 'E-2222']) await saveCapture(ctx, capture(deniedFacts({ claimControlNumber })), null, 'portal.example');
  expect(await db.cases.count()).toBe(2);
  const before = await db.cases.toArray();
  const saved = await saveCapture(at(1), capture(deniedFacts({ claimControlNumber: null, status: 'paid', paid: 45_000, adjustments: [] })), null, 'portal.example');
  expect(saved.ok && saved.value.saved[0]?.isNew).toBe(true);
  expect(await db.cases.bulkGet(before.map(({ id }) => id))).toEqual(before);
  const id = saved.ok ? saved.value.saved[0]?.caseId ?? '' : '';
  expect((await db.events.where('[caseId+atMs]').between([id, 0], [id, Infinity]).toArray()).filter(({ kind }) => kind === 'doubtful-twin')).toHaveLength(2);
});
