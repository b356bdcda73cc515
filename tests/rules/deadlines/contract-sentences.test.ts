import { describe, expect, it } from 'vitest';
import { parseCalendarDay } from '../../../rules/calendar/calendar-day.ts';
import { answerDeadlineQuery } from '../../../rules/deadlines/answer-deadline-query.ts';
import type { DatedAnswer, DeadlineAnswer } from '../../../rules/deadlines/deadline-answer.ts';
import { BASE_RULES } from '../../../rules/payers/base-rules.ts';
import type { PayerRule } from '../../../rules/payers/payer-rule.ts';
import { buildRuleLibrary } from '../../../rules/payers/rule-library.ts';

type Facts = Record<string, unknown>;
const ask = (payer: string, lineOfBusiness: string, action: string, facts: Facts, more: object = {}): DeadlineAnswer =>
  answerDeadlineQuery({ payer, lineOfBusiness, action, facts, ...more });
const dated = (answer: DeadlineAnswer): DatedAnswer => {
  if (!('raw' in answer)) throw new Error(`no date: ${Object.keys(answer).join()}`);
  return answer;
};
const medicare = (action: string, facts: Facts): DeadlineAnswer => ask('Medicare', 'medicare-ffs', action, facts);
const rule = (over: Partial<PayerRule>): PayerRule => ({
  id: 'rule-one', version: 1, payer: 'Testland Health', payerAliases: ['Testland'], lineOfBusiness: 'commercial', action: 'appeal-level-1',
  limit: { value: 60, unit: 'calendar-days' }, clockStartsFrom: 'remittance-date', notes: 'n', source: { title: 't', url: 'https://example.org' },
  asOf: '2026', confidence: 'high', party: 'provider', ...over,
});
const testland = (rules: PayerRule[], facts: Facts = { remittanceDate: '2026-01-05' }, more: object = {}): DeadlineAnswer =>
  answerDeadlineQuery({ payer: 'Testland', lineOfBusiness: 'commercial', action: 'appeal-level-1', facts, ...more }, { library: buildRuleLibrary(rules) });

describe('the query', () => {
  it('takes receivedDate for noticeReceivedDate', () =>
    expect(medicare('appeal-level-1', { noticeDate: '2026-03-02', receivedDate: '2026-03-16' })).toMatchObject({ raw: '2026-07-14' }));
  it('says so when both names of that fact are given and differ, and counts from the earlier', () => {
    const both = (noticeReceivedDate: string, receivedDate: string): DeadlineAnswer => medicare('appeal-level-1', { noticeDate: '2026-03-02', noticeReceivedDate, receivedDate });
    for (const answer of [both('2026-03-16', '2026-03-20'), both('2026-03-20', '2026-03-16')]) {
      expect(answer).toMatchObject({ raw: '2026-07-14' });
      expect((answer as { warnings: string[] }).warnings.join(' ')).toMatch(/receivedDate and noticeReceivedDate differ/u);
    }
    expect((both('2026-03-16', '2026-03-16') as { warnings: string[] }).warnings.join(' ')).not.toMatch(/noticeReceivedDate differ/u);
  });
  it('means the provider unless a party is named', () => {
    expect(ask('Humana Gold Plus', 'medicare-advantage', 'appeal-level-1', { noticeDate: '2026-01-05' })).toMatchObject({ unknown: 'rule' });
    expect(ask('Humana Gold Plus', 'medicare-advantage', 'appeal-level-1', { noticeDate: '2026-01-05' }, { party: 'member' })).toMatchObject({ raw: '2026-03-11' });
  });
  it.each([
    [{ noticeDate: '2026-02-30' }, 'noticeDate'], [{ serviceFrom: 'abc' }, 'serviceFrom'], [{ serviceThrough: '2026-13-01' }, 'serviceThrough'],
    [{ remittanceDate: 20260105 }, 'remittanceDate'], [{ receivedDate: '01/05/2026' }, 'receivedDate'], [{ claimType: 'dental' }, 'claimType'],
    [{ network: 'maybe' }, 'network'], [{ filingMethod: 'pigeon' }, 'filingMethod'], [{ expedited: 'yes' }, 'expedited'],
    [{ amountInControversyCents: -1 }, 'amountInControversyCents'], [{ amountInControversyCents: 1.5 }, 'amountInControversyCents'],
    [{ circuit: '14' }, 'circuit'], [{ mac: 7 }, 'mac'], [{ disputeKind: ['coding'] }, 'disputeKind'], [{ eligibilityPostedDate: {} }, 'eligibilityPostedDate'],
  ] as const)('names the malformed fact of %j', (facts, fact) => {
    const answer = medicare('appeal-level-1', { noticeDate: '2026-01-05', ...facts });
    expect(answer).toEqual({ error: { code: expect.any(String) as string, fact, accepted: expect.any(Array) as string[] } });
    // The value is never repeated: it could be a patient's.
    expect(Object.keys(answer)).toEqual(['error']);
    expect(JSON.stringify(answer)).not.toContain(JSON.stringify(Object.values(facts)[0]).replaceAll('"', ''));
  });
  it.each([[null], [[]], ['x'], [7], [undefined]])('that is no object (%j) is an error', (query) =>
    expect(answerDeadlineQuery(query)).toMatchObject({ error: { fact: 'query' } }));
  it('says which of its parts it needs', () => {
    expect(answerDeadlineQuery({})).toEqual({ needs: ['payer', 'lineOfBusiness', 'action'] });
    expect(answerDeadlineQuery({ payer: 'Aetna', lineOfBusiness: 'commercial', facts: {} })).toEqual({ needs: ['action'] });
  });
  it('with an action, line, party or state nobody knows is an error', () => {
    expect(ask('Aetna', 'commercial', 'appeal-level-9', {})).toMatchObject({ error: { fact: 'action' } });
    expect(ask('Aetna', 'dental', 'reconsideration', {})).toMatchObject({ error: { fact: 'lineOfBusiness' } });
    expect(ask('Aetna', 'commercial', 'reconsideration', {}, { party: 'lawyer' })).toMatchObject({ error: { fact: 'party' } });
    expect(ask('Aetna', 'commercial', 'reconsideration', {}, { state: 'ZZ' })).toMatchObject({ error: { fact: 'state' } });
    expect(ask('Aetna', 'commercial', 'reconsideration', [] as unknown as Facts)).toMatchObject({ error: { fact: 'facts' } });
  });
  it('with dates in an impossible order is answered with a warning', () => {
    expect(dated(medicare('appeal-level-1', { noticeDate: '2026-03-02', noticeReceivedDate: '2026-02-20' })).warnings.join()).toMatch(/received before/);
    expect(dated(medicare('timely-filing', { serviceFrom: '2026-03-02', serviceThrough: '2026-02-20' })).warnings.join()).toMatch(/ends before it begins/);
  });
});

describe('safe', () => {
  it('takes no mail allowance unless the filing goes by mail', () => {
    const facts = { remittanceDate: '2026-03-02' };
    for (const filingMethod of ['portal', 'fax'] as const) {
      expect(dated(ask('Cigna', 'commercial', 'appeal-level-1', { ...facts, filingMethod })).safe).toBe('2026-08-28');
    }
    // 29 August 2026 less 5 days is Monday the 24th.
    expect(dated(ask('Cigna', 'commercial', 'appeal-level-1', { ...facts, filingMethod: 'mail' }))).toMatchObject({ raw: '2026-08-29', due: '2026-08-29', safe: '2026-08-24' });
  });
  it('backs up over days the practice has closed', () => {
    const closedDays = new Set([parseCalendarDay('2026-08-28') ?? 0]);
    expect(answerDeadlineQuery({ payer: 'Cigna', lineOfBusiness: 'commercial', action: 'appeal-level-1', facts: { remittanceDate: '2026-03-02' } }, { closedDays }))
      .toMatchObject({ safe: '2026-08-27' });
  });
});

describe('which rule governs', () => {
  it('is never a low one while a medium or high one applies; the low one is a dissent', () => {
    expect(ask('UHC', 'commercial', 'appeal-level-1', { remittanceDate: '2026-01-05' })).toMatchObject({
      rule: 'uhc-appeal', dissents: [{ rule: 'uhc-appeal-65-thirdparty', raw: '2026-03-11' }],
    });
    expect(testland([rule({ confidence: 'low' })])).toMatchObject({ unverified: { rule: 'rule-one' } });
  });
  it('is a conflict where two rules differ and nothing tells them apart', () => {
    expect(testland([rule({}), rule({ id: 'rule-two', limit: { value: 90, unit: 'calendar-days' }, confidence: 'medium' })])).toMatchObject({
      conflict: [{ rule: 'rule-one', raw: '2026-03-06', due: '2026-03-06' }, { rule: 'rule-two', raw: '2026-04-05' }],
    });
  });
  it('is no conflict where the dates agree', () => {
    expect(testland([rule({ confidence: 'medium' }), rule({ id: 'rule-two' })])).toMatchObject({ rule: 'rule-two', raw: '2026-03-06' });
  });
  it('is told apart by state, range, condition and tier', () => {
    const second = { id: 'rule-two', limit: { value: 90, unit: 'calendar-days' as const } };
    expect(testland([rule({}), rule({ ...second, state: 'TX' })], undefined, { state: 'TX' })).toMatchObject({ rule: 'rule-two' });
    expect(testland([rule({}), rule({ ...second, state: 'TX' })], undefined, { state: 'OK' })).toMatchObject({ rule: 'rule-one' });
    expect(testland([rule({ effectiveTo: '2025-12-31' }), rule({ ...second, effectiveFrom: '2026-01-01' })])).toMatchObject({ rule: 'rule-two' });
    expect(testland([rule({}), rule({ ...second, appliesWhen: { network: 'out' } })], { remittanceDate: '2026-01-05', network: 'out' })).toMatchObject({ rule: 'rule-two' });
    expect(testland([rule({}), rule({ ...second, party: 'member' })])).toMatchObject({ rule: 'rule-one' });
    const withPlan = buildRuleLibrary([rule({}), rule({ ...second, payer: 'Testland Gold', payerAliases: ['Testland'] })], new Map([['Testland Gold', 'plan']]));
    expect(answerDeadlineQuery({ payer: 'Testland', lineOfBusiness: 'commercial', action: 'appeal-level-1', facts: { remittanceDate: '2026-01-05' } }, { library: withPlan }))
      .toMatchObject({ rule: 'rule-two' });
  });
  it('is the payer\'s own before state law, whose longer right is a dissent', () => {
    expect(ask('Cigna', 'commercial', 'appeal-level-1', { remittanceDate: '2026-01-05' }, { state: 'CA' })).toMatchObject({
      rule: 'cigna-appeal', raw: '2026-07-04', dissents: [{ rule: 'ca-knox-keene-dispute', raw: '2027-01-05' }],
    });
  });
  it('may be state law where the payer has no verified rule, said in a warning, and never another state\'s', () => {
    const texas = dated(ask('BCBSTX', 'commercial', 'timely-filing', { serviceFrom: '2026-01-05' }, { state: 'TX' }));
    expect(texas.rule).toBe('tx-statute-timely-filing');
    expect(texas.warnings.join()).toMatch(/state law for insured plans/);
    expect(ask('BCBSNC', 'commercial', 'timely-filing', { serviceFrom: '2026-01-05' }, { state: 'TX' })).toMatchObject({ unknown: 'rule' });
    expect(ask('UHC', 'commercial', 'timely-filing', { serviceFrom: '2026-01-05' })).toMatchObject({ unverified: { rule: 'uhc-timely-filing-3p' } });
  });
  it('may be that of a plan whose name goes on from the one given, if there is only one', () => {
    const member = dated(ask('Humana', 'medicare-advantage', 'appeal-level-1', { noticeDate: '2026-01-05' }, { party: 'member' }));
    expect(member.rule).toBe('humana-ma-appeal-member');
    expect(member.warnings.join()).toMatch(/beginning of its name/);
    expect(ask('TRICARE', 'tricare', 'appeal-level-1', { noticeDate: '2026-01-05' })).toMatchObject({
      unknown: 'payer', candidates: ['TRICARE East (Humana Military)', 'TRICARE West (TriWest)'],
    });
    expect(ask('Wellcare', 'medicare-advantage', 'timely-filing', { serviceFrom: '2026-01-05', network: 'in' })).toMatchObject({ unknown: 'payer' });
    expect(ask('Anthem', 'commercial', 'reconsideration', { remittanceDate: '2026-01-05' })).toEqual({ needs: ['state'] });
  });
  it('gives a date and a warning at medium confidence', () =>
    expect(dated(ask('Humana', 'commercial', 'timely-filing', { serviceFrom: '2026-01-05' })).warnings.join()).toMatch(/medium/));
  it('is never a cap', () => {
    const capped = rule({ id: 'cap-only', role: 'cap' });
    expect(testland([capped])).toMatchObject({ unknown: 'rule', candidates: ['cap-only'] });
    expect(testland([capped, rule({})])).toMatchObject({ rule: 'rule-one', dissents: [] });
  });
});

describe('conditions', () => {
  it('must be met by facts', () => {
    expect(ask('Cigna', 'commercial', 'timely-filing', { serviceFrom: '2026-01-05', network: 'in' })).toMatchObject({ rule: 'cigna-timely-filing-par' });
    expect(ask('Aetna', 'commercial', 'appeal-level-1', { priorDecisionDate: '2026-01-05', disputeKind: 'experimental' })).toMatchObject({ rule: 'aetna-appeal-clinical' });
  });
  it('not given leave the rule without them in force, and the other named', () => {
    const answer = dated(ask('MassHealth', 'medicaid', 'corrected-claim', { serviceFrom: '2026-01-05' }, { state: 'MA' }));
    expect(answer.rule).toBe('mcd-ma-final-deadline');
    expect(answer.warnings.join()).toContain('mcd-ma-final-deadline-cob');
  });
  it('on which every rule depends are asked for', () => {
    expect(ask('Cigna', 'commercial', 'timely-filing', { serviceFrom: '2026-01-05' })).toMatchObject({ needs: ['network'] });
    expect(ask('Aetna', 'commercial', 'appeal-level-1', { remittanceDate: '2026-01-05' })).toMatchObject({ needs: ['disputeKind'] });
    expect(medicare('corrected-claim', { claimType: 'institutional', remittanceDate: '2026-01-05' })).toMatchObject({ needs: ['correctionKind'] });
    expect(medicare('corrected-claim', { claimType: 'professional', remittanceDate: '2026-01-05' })).toMatchObject({ unknown: 'rule' });
  });
  it('of 29 February follow from the date', () => {
    expect(medicare('timely-filing', { serviceFrom: '2024-02-28' })).toMatchObject({ rule: 'mcr-ffs-timely-filing' });
    expect(medicare('timely-filing', { serviceFrom: '2024-02-29' })).toMatchObject({ rule: 'mcr-ffs-timely-filing-feb29' });
    // A 29 February that is not the counted date of the stay changes nothing.
    expect(medicare('timely-filing', { serviceFrom: '2024-02-29', serviceThrough: '2024-03-04', claimType: 'institutional' })).toMatchObject({ rule: 'mcr-ffs-timely-filing', raw: '2025-03-04' });
    expect(dated(medicare('timely-filing', { serviceFrom: '2024-02-28' })).warnings.join()).not.toContain('feb29');
  });
  it('in prose give the date with the scope in a warning', () =>
    expect(dated(ask('Molina Healthcare VA', 'medicaid', 'timely-filing', { serviceFrom: '2026-01-05' }, { state: 'VA' })).warnings.join()).toMatch(/participating/));
});

describe('the date that starts the clock', () => {
  it.each(['remittanceDate', 'noticeDate', 'denialDate', 'priorDecisionDate'])('of a first step is %s where it is the only one given', (fact) => {
    expect(ask('Cigna', 'commercial', 'appeal-level-1', { [fact]: '2026-01-05' })).toMatchObject({ raw: '2026-07-04' });
    expect(ask('Aetna', 'commercial', 'reconsideration', { [fact]: '2026-01-05' })).toMatchObject({ raw: '2026-07-04' });
    expect(medicare('appeal-level-1', { [fact]: '2026-06-07' })).toMatchObject({ raw: '2026-10-10' });
    expect(medicare('reopening', { [fact]: '2026-06-07' })).toMatchObject({ raw: '2027-06-07' });
  });
  it('is the rule\'s own where several are given, and asked for where only others are', () => {
    expect(ask('Cigna', 'commercial', 'appeal-level-1', { remittanceDate: '2026-01-05', noticeDate: '2026-01-12' })).toMatchObject({ raw: '2026-07-04' });
    expect(ask('Cigna', 'commercial', 'appeal-level-1', { denialDate: '2026-01-05', noticeDate: '2026-01-12' })).toEqual({ needs: ['remittanceDate'] });
  });
  it('of a later step is never the first remittance', () => {
    expect(medicare('appeal-level-2', { remittanceDate: '2026-01-05' })).toEqual({ needs: ['noticeDate'] });
    expect(medicare('appeal-level-2', { remittanceDate: '2026-01-05', priorDecisionDate: '2026-03-02' })).toMatchObject({ raw: '2026-09-03' });
    expect(ask('Cigna', 'commercial', 'appeal-level-2', { remittanceDate: '2026-01-05' })).toEqual({ needs: ['priorDecisionDate'] });
  });
  it('is receipt where it is shown, presumed where the rule says how, else the notice with a warning', () => {
    expect(medicare('appeal-level-1', { noticeDate: '2026-03-02', noticeReceivedDate: '2026-03-03' })).toMatchObject({ raw: '2026-07-01' });
    expect(medicare('appeal-level-1', { noticeReceivedDate: '2026-03-16' })).toMatchObject({ raw: '2026-07-14' });
    const unpresumed = dated(ask('BCBSTX', 'commercial', 'appeal-level-1', { noticeDate: '2026-01-05' }, { state: 'TX' }));
    expect(unpresumed.raw).toBe('2026-01-20');
    expect(unpresumed.warnings.join()).toMatch(/receipt/);
  });
  it('is the earlier of From and Through where the rule is silent', () => {
    expect(ask('Humana', 'commercial', 'timely-filing', { serviceFrom: '2026-01-05', serviceThrough: '2026-01-09' })).toMatchObject({ raw: '2026-07-04' });
  });
  it('is From for professional and Through for institutional claims of Medicare', () => {
    const span = { serviceFrom: '2025-03-03', serviceThrough: '2025-03-05' };
    expect(medicare('timely-filing', { ...span, claimType: 'professional' })).toMatchObject({ raw: '2026-03-03' });
    expect(medicare('timely-filing', { ...span, claimType: 'institutional' })).toMatchObject({ raw: '2026-03-05' });
    expect(medicare('timely-filing', { serviceThrough: '2025-03-05', claimType: 'professional' })).toEqual({ needs: ['serviceFrom'] });
    expect(dated(medicare('timely-filing', span)).warnings.join()).toMatch(/institutional/);
  });
  it('chooses the version of the rule, by the notice and not by its receipt', () => {
    const member = (facts: Facts): DeadlineAnswer => ask('Medicare Advantage', 'medicare-advantage', 'appeal-level-1', facts, { party: 'member' });
    expect(member({ noticeDate: '2024-12-31', noticeReceivedDate: '2025-01-06' })).toMatchObject({ rule: 'ma-reconsideration-enrollee-pre2025', raw: '2025-03-01' });
    expect(member({ noticeDate: '2025-01-01' })).toMatchObject({ rule: 'ma-reconsideration-enrollee' });
    expect(ask('BCBSNC', 'commercial', 'reconsideration', { priorDecisionDate: '2025-04-30' }, { state: 'NC' })).toMatchObject({ rule: 'bcbsnc-reconsideration-pre2025', raw: '2025-06-14' });
  });
});

describe('combined rules', () => {
  it('take the latest leg whose fact is given and name the missing one', () => {
    const answer = dated(ask('AHCCCS', 'medicaid', 'appeal-level-1', { serviceFrom: '2025-03-31', remittanceDate: '2026-03-15' }, { state: 'AZ' }));
    expect(answer).toMatchObject({ rule: 'mcd-az-dispute-denial', raw: '2026-05-14' });
    expect(answer.warnings.join()).toContain('eligibilityPostedDate');
    expect(ask('AHCCCS', 'medicaid', 'appeal-level-1', {}, { state: 'AZ' })).toEqual({ needs: ['serviceFrom', 'remittanceDate', 'eligibilityPostedDate'] });
  });
  it('that share a window keep the end of the first step', () => {
    const facts = { remittanceDate: '2026-01-05', priorDecisionDate: '2026-06-01' };
    expect(ask('UHC', 'commercial', 'reconsideration', facts)).toMatchObject({ raw: '2027-01-05' });
    expect(ask('UHC', 'commercial', 'appeal-level-1', facts)).toMatchObject({ raw: '2027-01-05' });
    expect(ask('UHC', 'commercial', 'appeal-level-1', { priorDecisionDate: '2026-06-01' })).toEqual({ needs: ['remittanceDate'] });
  });
  it('add the days for mailing', () => {
    const mailing = BASE_RULES.filter((entry) => entry.mailingDaysAdded !== undefined).map((entry): PayerRule => ({ ...entry, confidence: 'high' }));
    const library = buildRuleLibrary(mailing);
    expect(answerDeadlineQuery({ payer: 'UHCCP KS', lineOfBusiness: 'medicaid', state: 'KS', action: 'reconsideration', facts: { remittanceDate: '2026-01-05' } }, { library })).toMatchObject({ raw: '2026-05-08' });
    expect(answerDeadlineQuery({ payer: 'KanCare', lineOfBusiness: 'medicaid', state: 'KS', action: 'appeal-level-2', facts: { noticeDate: '2026-01-05' } }, { library })).toMatchObject({ raw: '2026-02-07' });
  });
});

describe('rolls', () => {
  it('of a redetermination are Noridian\'s, not Palmetto\'s, and doubtful elsewhere', () => {
    const facts = { noticeDate: '2026-06-07' };
    expect(medicare('appeal-level-1', { ...facts, mac: 'noridian' })).toMatchObject({ due: '2026-10-13', warnings: [] });
    expect(medicare('appeal-level-1', { ...facts, mac: 'palmetto' })).toMatchObject({ due: '2026-10-10', warnings: [] });
    expect(dated(medicare('appeal-level-1', facts)).warnings.join()).toMatch(/Contractors differ/);
    expect(ask('Palmetto GBA', 'medicare-ffs', 'appeal-level-1', facts)).toMatchObject({ due: '2026-10-10' });
  });
  it('of ERISA appeals are the Ninth Circuit\'s', () => {
    const member = { party: 'member' };
    const facts = { noticeReceivedDate: '2026-01-05' };
    expect(ask('ERISA', 'erisa', 'appeal-level-1', facts, member)).toMatchObject({ raw: '2026-07-04', due: '2026-07-04' });
    for (const circuit of ['9', 9, '9th', 'Ninth Circuit']) {
      expect(ask('ERISA', 'erisa', 'appeal-level-1', { ...facts, circuit }, member)).toMatchObject({ raw: '2026-07-04', due: '2026-07-06' });
    }
  });
});

describe('the answer', () => {
  it('carries source, version and the steps with their dates', () => {
    const answer = dated(medicare('appeal-level-1', { noticeDate: '2026-06-07' }));
    expect(answer.source).toEqual({ title: expect.any(String) as string, url: expect.stringMatching(/^https:/) as string, citation: '42 CFR 405.942' });
    expect(answer.version).toBe(1);
    for (const date of ['2026-06-07', '2026-06-12', '2026-10-10', '2026-10-13', '2026-10-09']) expect(answer.steps.join(' ')).toContain(date);
  });
  it('tells of the amount in controversy by level and year', () => {
    const below = dated(medicare('appeal-level-3', { noticeDate: '2026-03-02', amountInControversyCents: 19_999 }));
    expect(below.warnings.join()).toMatch(/below the \$200/);
    expect(dated(medicare('appeal-level-3', { noticeDate: '2026-03-02', amountInControversyCents: 20_000 })).warnings).toEqual([]);
    expect(dated(medicare('appeal-level-3', { noticeDate: '2025-03-03', amountInControversyCents: 18_900 })).warnings.join()).toMatch(/\$190/);
    expect(dated(medicare('appeal-level-5', { noticeDate: '2026-03-02' })).warnings.join()).toMatch(/\$1,960/);
  });
  it('takes an emergency order out of the count', () => {
    const pauses = [{ from: parseCalendarDay('2026-02-01') ?? 0, to: parseCalendarDay('2026-02-10') ?? 0, reason: 'storm' }];
    expect(answerDeadlineQuery({ payer: 'Cigna', lineOfBusiness: 'commercial', action: 'appeal-level-1', facts: { remittanceDate: '2026-01-05' } }, { pauses }))
      .toMatchObject({ raw: '2026-07-14' });
  });
  it('takes days that two orders name out once', () => {
    const pause = (from: string, to: string) => ({ from: parseCalendarDay(from) ?? 0, to: parseCalendarDay(to) ?? 0, reason: 'storm' });
    const asked = { payer: 'Cigna', lineOfBusiness: 'commercial', action: 'appeal-level-1', facts: { remittanceDate: '2026-01-05' } } as const;
    for (const pauses of [[pause('2026-02-01', '2026-02-10'), pause('2026-02-05', '2026-02-10')], [pause('2026-02-01', '2026-02-06'), pause('2026-02-04', '2026-02-10')], [pause('2026-02-01', '2026-02-10'), pause('2026-02-03', '2026-02-04')]]) {
      expect(answerDeadlineQuery(asked, { pauses })).toMatchObject({ raw: '2026-07-14' });
    }
  });
});

describe('two dates of what should be one decision', () => {
  const warningsOf = (answer: DeadlineAnswer): string => dated(answer).warnings.join(' ');

  it('a second level names the decision it was not counted from', () => {
    const answer = medicare('appeal-level-2', { noticeDate: '2026-01-05', priorDecisionDate: '2025-09-01' });
    expect(warningsOf(answer)).toContain('the date of the decision before is another day, 2025-09-01 (Monday)');
  });

  it('a first level names the remittance of another day', () => {
    const answer = medicare('appeal-level-1', { noticeDate: '2026-06-09', remittanceDate: '2026-01-05' });
    expect(warningsOf(answer)).toContain('the remittance date is another day, 2026-01-05 (Monday)');
  });

  it('a receipt before the decision appealed is doubted', () => {
    const answer = medicare('appeal-level-2', { priorDecisionDate: '2026-06-01', noticeReceivedDate: '2026-01-08', remittanceDate: '2026-01-02' });
    expect(warningsOf(answer)).toContain('received before the decision appealed');
  });

  it('dates that agree are not doubted', () => {
    const answer = medicare('appeal-level-2', { noticeDate: '2026-01-05', priorDecisionDate: '2026-01-05', remittanceDate: '2025-06-02' });
    expect(warningsOf(answer)).not.toContain('another day');
  });
});
