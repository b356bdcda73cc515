import { describe, expect, it } from 'vitest';
import { isoOfDay } from '../../../rules/calendar/calendar-day.ts';
import { answerDeadlineQuery } from '../../../rules/deadlines/answer-deadline-query.ts';
import { readDeadlineQuery } from '../../../rules/deadlines/deadline-query.ts';
import { clockChanges, clockDates } from '../../../rules/deadlines/redate-clocks.ts';
import type { StoredClock } from '../../../rules/deadlines/redate-clocks.ts';
import { BASE_RULES } from '../../../rules/payers/base-rules.ts';
import { buildRuleLibrary } from '../../../rules/payers/rule-library.ts';
import cases from './worked-rules.json' with { type: 'json' };

const clocks: StoredClock[] = cases.flatMap((worked) => {
  const read = readDeadlineQuery(worked.query);
  return 'query' in read ? [{ id: worked.rule, query: read.query, ...clockDates(read.query) }] : [];
});

describe('re-dating', () => {
  it('gives the dates the full answer gives', () => {
    for (const worked of cases) {
      const read = readDeadlineQuery(worked.query);
      const answer = answerDeadlineQuery(worked.query);
      if (!('query' in read)) throw new Error(`unread: ${worked.rule}`);
      const { rawDay, dueDay, safeDay, rule } = clockDates(read.query);
      if ('raw' in answer) {
        expect([rawDay, dueDay, safeDay].map((day) => (day === null ? null : isoOfDay(day)))).toEqual([answer.raw, answer.due, answer.safe]);
        expect(rule).toBe(answer.rule);
      } else expect([rawDay, dueDay, safeDay, rule]).toEqual([null, null, null, null]);
    }
  });

  it('changes nothing under the same library, in any stretches', () => {
    expect(clockChanges(clocks, {})).toEqual([]);
    expect(clockChanges(clocks, {}, 10, 20)).toEqual([]);
  });

  it('shows only the clocks a changed rule moves, and by how much', () => {
    const changed = BASE_RULES.map((rule) => (rule.id === 'cigna-appeal' ? { ...rule, version: 2, limit: { value: 170, unit: 'calendar-days' as const } } : rule));
    const library = buildRuleLibrary(changed);
    expect(clockChanges(clocks, { library })).toEqual([
      expect.objectContaining({ id: 'cigna-appeal', daysMoved: -10, now: expect.objectContaining({ version: 2 }) as object }),
    ]);
  });

  it('takes the date away where two packs come to disagree', () => {
    const rival = BASE_RULES.filter((rule) => rule.id === 'cigna-appeal').map((rule) => ({ ...rule, id: 'cigna-appeal-rival', limit: { value: 90, unit: 'calendar-days' as const } }));
    const [change] = clockChanges(clocks, { library: buildRuleLibrary([...BASE_RULES, ...rival]) });
    expect(change).toMatchObject({ id: 'cigna-appeal', now: { rule: null, dueDay: null }, daysMoved: null });
  });
});
