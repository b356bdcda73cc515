import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFederalBusinessDay } from '../../../rules/calendar/business-days.ts';
import { dayOfCivil, isoOfDay, parseCalendarDay } from '../../../rules/calendar/calendar-day.ts';
import { answerDeadlineQuery } from '../../../rules/deadlines/answer-deadline-query.ts';
import { clockStart } from '../../../rules/deadlines/clock-start.ts';
import { dateRule } from '../../../rules/deadlines/date-rule.ts';
import type { DatedAnswer } from '../../../rules/deadlines/deadline-answer.ts';
import { BASE_RULES } from '../../../rules/payers/base-rules.ts';

const anyDay = fc.integer({ min: dayOfCivil(2000, 1, 1), max: dayOfCivil(2060, 12, 31) });
const anyRule = fc.constantFrom(...BASE_RULES);

function datesFrom(rule: (typeof BASE_RULES)[number], day: number, more: object = {}): ReturnType<typeof dateRule> {
  const facts = {
    serviceFrom: day, serviceThrough: day, noticeDate: day, remittanceDate: day, priorDecisionDate: day, denialDate: day,
    eligibilityPostedDate: day, clockStartDate: day, ...more,
  };
  const start = clockStart(rule, facts);
  if ('needs' in start) throw new Error(`${rule.id} wants ${start.needs.join()}`);
  return dateRule(rule, start, facts);
}

const query = (facts: object, over: object = {}): object => ({ payer: 'Medicare', lineOfBusiness: 'medicare-ffs', action: 'appeal-level-1', facts, ...over });
const dated = (input: object): DatedAnswer => {
  const answer = answerDeadlineQuery(input);
  if (!('raw' in answer)) throw new Error('no date');
  return answer;
};
const dayOf = (text: string): number => parseCalendarDay(text) ?? NaN;

describe('dates of every rule', () => {
  it('keep safe on or before raw, raw on or before due, and safe on a federal business day', () => {
    fc.assert(fc.property(anyRule, anyDay, fc.constantFrom(undefined, '9'), (rule, day, circuit) => {
      const { raw, due, safe } = datesFrom(rule, day, { circuit });
      return safe <= raw && raw <= due && isFederalBusinessDay(safe) && raw >= day;
    }), { numRuns: 2000 });
  });

  it('never end earlier for a later start', () => {
    fc.assert(fc.property(anyRule, anyDay, fc.integer({ min: 0, max: 40 }), (rule, day, later) => {
      const first = datesFrom(rule, day);
      const second = datesFrom(rule, day + later);
      return first.raw <= second.raw && first.due <= second.due && first.safe <= second.safe;
    }), { numRuns: 2000 });
  });

  it('roll only where a source says so, and never further than over a closed stretch', () => {
    fc.assert(fc.property(anyRule, anyDay, (rule, day) => {
      const { raw, due } = datesFrom(rule, day);
      return rule.roll?.lastDayNonBusiness === undefined ? due === raw : due - raw <= 4;
    }), { numRuns: 2000 });
  });

  it('take five days off for the mail before backing up, from safe only', () => {
    fc.assert(fc.property(anyRule, anyDay, (rule, day) => {
      const plain = datesFrom(rule, day);
      const mailed = datesFrom(rule, day, { filingMethod: 'mail' });
      return mailed.raw === plain.raw && mailed.due === plain.due && mailed.safe <= plain.raw - 5 && mailed.safe > plain.raw - 12
        && isFederalBusinessDay(mailed.safe);
    }), { numRuns: 1000 });
  });
});

describe('receipt', () => {
  it('shown earlier or later takes the place of the presumption', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (notice, after) => {
      const shown = dated(query({ noticeDate: isoOfDay(notice), noticeReceivedDate: isoOfDay(notice + after) }));
      const presumed = dated(query({ noticeDate: isoOfDay(notice) }));
      return dayOf(shown.raw) === notice + after + 120 && dayOf(presumed.raw) === notice + 125;
    }), { numRuns: 300 });
  });
});

describe('whatever the query', () => {
  it('gives one answer of one kind, the same each time, and throws nothing', () => {
    const kinds = ['raw', 'needs', 'conflict', 'unverified', 'unknown', 'error'];
    const word = fc.oneof(fc.string(), fc.constantFrom('Medicare', 'Aetna', 'UHC', 'medicare-ffs', 'commercial', 'appeal-level-1', 'TX', 'timely-filing', '2026-02-30', '2026-01-05'));
    const value = fc.oneof(word, fc.integer(), fc.constant(null), fc.boolean(), fc.array(word), fc.dictionary(word, word));
    const facts = fc.dictionary(fc.oneof(fc.constantFrom('noticeDate', 'serviceFrom', 'network', '__proto__', 'constructor', 'circuit', 'expedited'), fc.string()), value);
    const anyQuery = fc.oneof(fc.anything(), fc.record({ payer: value, lineOfBusiness: value, action: value, state: value, party: value, facts: fc.oneof(facts, value) }, { requiredKeys: [] }));
    fc.assert(fc.property(anyQuery, (input) => {
      const answer = answerDeadlineQuery(input);
      expect(kinds.filter((kind) => Object.hasOwn(answer, kind))).toHaveLength(1);
      expect(answerDeadlineQuery(input)).toEqual(answer);
    }), { numRuns: 2000 });
  });
});
