import { expect, test } from 'vitest';
import { followAnswers, QUESTIONS } from '../../../rules/root-cause/questions.ts';
import { subReason } from '../../../rules/root-cause/sub-reasons.ts';

test('every question ends in a sub-reason of its own category, and asks each thing once', () => {
  for (const [category, questions] of Object.entries(QUESTIONS)) {
    expect(new Set(questions.map(({ id }) => id)).size, category).toBe(questions.length);
    for (const { id, found } of questions) expect(subReason(category, found.subReason), `${category} ${id}`).not.toBeNull();
  }
});

test('the first step that failed is the cause, whatever failed after it', () => {
  expect(followAnswers('eligibility', [])).toMatchObject({ kind: 'ask', n: 1, of: 6, question: { id: 'checked' } });
  expect(followAnswers('eligibility', [{ question: 'checked', answer: 'no' }, { question: 'card', answer: 'no' }])).toEqual({ kind: 'found', subReason: 'check-skipped' });
  expect(followAnswers('eligibility', [{ question: 'checked', answer: 'yes' }, { question: 'reached', answer: 'yes' }, { question: 'card', answer: 'no' }])).toEqual({ kind: 'found', subReason: 'old-card' });
});

test('where every step was right no cause is made up', () => {
  const right = (QUESTIONS['claim-data'] ?? []).map(({ id, found }) => ({ question: id, answer: found.answer === 'no' ? 'yes' as const : 'no' as const }));
  expect(followAnswers('claim-data', right)).toEqual({ kind: 'found', subReason: null });
  expect(followAnswers('other', [])).toEqual({ kind: 'found', subReason: null });
});
