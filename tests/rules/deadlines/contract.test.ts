import { describe, expect, it } from 'vitest';
import { answerDeadlineQuery } from '../../../rules/deadlines/answer-deadline-query.ts';
import examples from './deadline-examples.json' with { type: 'json' };

type Answer = Record<string, unknown>;

describe('the examples of the deadline contract', () => {
  it.each(examples.map((example) => [JSON.stringify(example.query), example] as const))('%s', (_name, { query, answer }) => {
    const got = answerDeadlineQuery(query) as Answer;
    expect(got).toMatchObject(answer);
    // Exactly one kind of answer.
    const kinds = ['raw', 'needs', 'conflict', 'unverified', 'unknown', 'error'].filter((kind) => kind in got);
    expect(kinds).toHaveLength(1);
  });
});
