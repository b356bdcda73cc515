import { expect, test } from 'vitest';
import { DENIAL_CATEGORIES } from '../../../rules/codes/vocabulary.ts';
import { rootCause } from '../../../rules/domain/root-cause.ts';
import { SUB_REASONS, subReason } from '../../../rules/root-cause/sub-reasons.ts';

test('every category has sub-reasons, each once, and each can be kept with a case', () => {
  for (const category of DENIAL_CATEGORIES) {
    const ids = SUB_REASONS[category].map(({ id }) => id);
    expect(ids.length, category).toBeGreaterThan(1);
    expect(new Set(ids).size, category).toBe(ids.length);
    for (const one of SUB_REASONS[category]) {
      expect(rootCause.safeParse({ category, subReason: one.id, origin: one.origin, avoidable: one.avoidable, ruleAvoidable: one.avoidable, overrideReason: null, answers: [], note: '', byUser: 'user-example-1', atMs: 0 }).success, `${category} ${one.id}`).toBe(true);
    }
  }
});

test('saying that a cause was not avoidable after all needs a reason', () => {
  const kept = { category: 'eligibility', subReason: 'old-card', origin: 'front-desk', avoidable: 'no', ruleAvoidable: 'yes', overrideReason: null, answers: [], note: '', byUser: 'user-example-1', atMs: 0 };
  expect(rootCause.safeParse(kept).success).toBe(false);
  expect(rootCause.safeParse({ ...kept, overrideReason: 'The payer ended coverage after the visit.' }).success).toBe(true);
});

test('a sub-reason of another category is none', () => {
  expect(subReason('duplicate', 'old-card')).toBeNull();
  expect(subReason('eligibility', 'old-card')?.origin).toBe('front-desk');
});
