import { expect, test } from 'vitest';
import { DENIAL_CATEGORIES } from '../../../rules/codes/vocabulary.ts';
import { playFor } from '../../../rules/denials/playbook.ts';

test.each(DENIAL_CATEGORIES)('%s has causes, steps, evidence and prevention in whole sentences', (category) => {
  const play = playFor(category);
  expect(play.causes.length).toBeGreaterThan(0);
  expect(play.steps.length).toBeGreaterThanOrEqual(3);
  expect(play.evidence.length).toBeGreaterThan(0);
  for (const step of [...play.steps, play.prevent]) expect(step).toMatch(/^[A-Z].+\.$/);
});
