import { describe, expect, it } from 'vitest';
import { answerDeadlineQuery } from '../../../rules/deadlines/answer-deadline-query.ts';
import { BASE_RULES } from '../../../rules/payers/base-rules.ts';
import cases from './worked-rules.json' with { type: 'json' };

/**
 * One case per rule of the library, worked from its notes with a second calendar written in another language; never with
 * the engine. `why` is the sentence of the notes the case holds the engine to.
 */
type WorkedCase = {
  rule: string; query: unknown; why: string; raw?: string; due?: string; safe?: string; unverified?: boolean; dissentOf?: string; cap?: boolean;
};

function expected(worked: WorkedCase): object {
  if (worked.unverified === true) return { unverified: { rule: worked.rule } };
  if (worked.cap === true) return { unknown: 'rule', candidates: [worked.rule] };
  if (worked.dissentOf !== undefined) return { rule: worked.dissentOf, dissents: [{ rule: worked.rule, raw: worked.raw }] };
  return { rule: worked.rule, raw: worked.raw, due: worked.due, safe: worked.safe };
}

describe('every rule of the library, by a case worked from its own notes', () => {
  it.each((cases as WorkedCase[]).map((worked) => [worked.rule, worked.why, worked] as const))('%s: %s', (_rule, _why, worked) => {
    expect(answerDeadlineQuery(worked.query)).toMatchObject(expected(worked));
  });

  it('leaves no rule without a case', () => {
    expect(new Set(cases.map((worked) => worked.rule))).toEqual(new Set(BASE_RULES.map((rule) => rule.id)));
  });
});
