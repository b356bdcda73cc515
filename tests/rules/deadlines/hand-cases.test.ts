import { describe, expect, test } from 'vitest';
import { answerDeadlineQuery } from '../../../rules/deadlines/answer-deadline-query.ts';
import { BASE_RULES } from '../../../rules/payers/base-rules.ts';
import { buildRuleLibrary } from '../../../rules/payers/rule-library.ts';
import cases from './hand-cases.json' with { type: 'json' };

/*
 * Worked by hand from the counting conventions and the windows the payers print, with a calendar and a second program that knows the
 * federal holidays and nothing of this one; never with the code under test.
 */
describe('cases worked by hand', () => {
  test.each(cases.map((one) => [one.why, one] as const))('%s', (_why, { query, rule, raw, due, safe }) => {
    expect(answerDeadlineQuery(query)).toMatchObject({ raw, due, safe, ...(rule === undefined ? {} : { rule }) });
  });
  test('a source that prints two figures says both, and only while the practice left its limit alone', () => {
    const premera = { payer: 'Premera Blue Cross', lineOfBusiness: 'commercial', state: 'WA', action: 'timely-filing', facts: { serviceFrom: '2027-03-15' } };
    expect((answerDeadlineQuery(premera) as { steps: string[] }).steps.join(' ')).toContain('The source prints 12 months and 365 calendar days; the earlier end counts: 2028-03-14');
    const longer = BASE_RULES.map((rule) => (rule.id === 'premera-timely-filing' ? { ...rule, limit: { value: 18, unit: 'months' as const } } : rule));
    expect(answerDeadlineQuery(premera, { library: buildRuleLibrary(longer) })).toMatchObject({ raw: '2028-09-15' });
  });
});

const ask = (payer: string, lineOfBusiness: string, action: string, facts: Record<string, unknown>, more: Record<string, unknown> = {}): unknown => answerDeadlineQuery({ payer, lineOfBusiness, action, facts, ...more });
const remitted = { remittanceDate: '2026-02-10' };

describe('awkward questions', () => {
  test.each([
    ['BCBS', 'Blue Cross and Blue Shield of Texas'], ['ACA', 'ACA individual / small group issuer (non-grandfathered)'], ['Medicaid', 'Georgia Medicaid (GAMMIS)'],
  ])('a name that says too little, %s, brings names to choose from', (payer, one) => {
    expect(ask(payer, 'commercial', 'appeal-level-1', remitted)).toMatchObject({ unknown: 'payer', candidates: expect.arrayContaining([one]) as string[] });
  });
  test.each([
    ['Medicaid of New York', 'mcd-ny-timely-filing'], ['MEDICAID NY', 'mcd-ny-timely-filing'], ['Medicaid - Ohio', 'mcd-oh-timely-filing'], ['STATE OF FLORIDA MEDICAID', 'mcd-fl-timely-filing'], ['Medicaid of Georgia', 'mcd-ga-timely-filing'],
  ])('%s is the program of its state', (payer, rule) => {
    expect(ask(payer, 'medicaid', 'timely-filing', { serviceFrom: '2026-02-10' })).toMatchObject({ rule });
  });
  test('a Medicaid of a state the library has not is not another one', () => {
    expect(ask('Medicaid of Wyoming', 'medicaid', 'timely-filing', { serviceFrom: '2026-02-10' })).toMatchObject({ unknown: 'payer' });
  });
  test.each([
    ['30 February', { remittanceDate: '2026-02-30' }, 'remittanceDate'], ['29 February of a common year', { remittanceDate: '2027-02-29' }, 'remittanceDate'], ['a US date', { remittanceDate: '02/10/2026' }, 'remittanceDate'],
    ['a time stamp, which would have to be guessed a day', { remittanceDate: '2026-02-10T23:30:00Z' }, 'remittanceDate'], ['a number', { remittanceDate: 20260210 }, 'remittanceDate'],
  ])('%s is malformed, whatever else is given', (_what, facts, fact) => {
    expect(ask('Medicare', 'medicare-ffs', 'appeal-level-1', facts)).toEqual({ error: { code: 'malformed-date', fact, accepted: ['YYYY-MM-DD'] } });
  });
  test.each([
    ['Medicare', 'medicare-ffs', 'appeal-level-1', {}, 'noticeDate'], ['Cigna', 'commercial', 'timely-filing', { serviceFrom: '2026-02-10' }, 'network'], ['Aetna', 'commercial', 'appeal-level-1', remitted, 'disputeKind'],
    ['Anthem', 'commercial', 'reconsideration', remitted, 'state'], ['Ambetter', 'commercial', 'reconsideration', remitted, 'state'],
  ])('%s, %s, %s: what is missing is asked for', (payer, line, action, facts, fact) => {
    expect(ask(payer, line, action, facts)).toMatchObject({ needs: expect.arrayContaining([fact]) as string[] });
  });
  test('of three kinds of plan none is taken where none is said', () => {
    expect(answerDeadlineQuery({ payer: 'Cigna', action: 'appeal-level-1', facts: remitted })).toMatchObject({ needs: ['lineOfBusiness'] });
  });
  test('a rule of another state gives no date here', () => {
    expect(ask('Texas Medicaid', 'medicaid', 'timely-filing', { serviceFrom: '2026-02-10' }, { state: 'FL' })).toMatchObject({ unknown: 'rule' });
  });
  test('the first and the last instant of a year are the day they are printed as', () => {
    expect(ask('Cigna', 'commercial', 'appeal-level-1', { remittanceDate: '2026-12-31' })).toMatchObject({ raw: '2027-06-29' });
    expect(ask('Cigna', 'commercial', 'appeal-level-1', { remittanceDate: '2027-01-01' })).toMatchObject({ raw: '2027-06-30' });
  });
});
