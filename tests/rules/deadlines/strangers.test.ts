import { describe, expect, test } from 'vitest';
import { parseCalendarDay } from '../../../rules/calendar/calendar-day.ts';
import { answerDeadlineQuery } from '../../../rules/deadlines/answer-deadline-query.ts';
import type { DeadlineAnswer } from '../../../rules/deadlines/deadline-answer.ts';
import { clocksOfClaim } from '../../../rules/deadlines/claim-clocks.ts';
import { letterClocks } from '../../../rules/deadlines/letter-clocks.ts';
import type { Letter } from '../../../rules/domain/denial-case.ts';

/*
 * What people asked who had never seen the library, typed as they typed it. Every expected date was counted by hand from the words
 * of the source.
 */
type Facts = Record<string, unknown>;
const ask = (payer: string, lineOfBusiness: string, action: string, facts: Facts, more: object = {}): DeadlineAnswer => answerDeadlineQuery({ payer, lineOfBusiness, action, facts, ...more });
const warnings = (answer: DeadlineAnswer): string => ('warnings' in answer ? (answer.warnings ?? []).join(' ') : '');
const why = (answer: DeadlineAnswer): string => ('why' in answer ? answer.why ?? '' : '');
const hint = (answer: DeadlineAnswer): string => ('hint' in answer ? answer.hint ?? '' : '');
const remitted = { remittanceDate: '2026-01-05' };

describe('a step the payer does not have', () => {
  test.each(['MD', 'NC', 'Maryland', 'North Carolina'])('UnitedHealthcare has no reconsideration in %s: no date, and the appeal is pointed to', (state) => {
    const answer = ask('UHC', 'commercial', 'reconsideration', remitted, { state });
    expect(answer).toMatchObject({ unknown: 'rule', candidates: ['uhc-reconsideration'], instead: ['appeal-level-1'] });
    expect(why(answer)).toMatch(/Maryland and North Carolina/u);
    expect(ask('UHC', 'commercial', 'appeal-level-1', remitted, { state })).toMatchObject({ rule: 'uhc-appeal', due: '2027-01-05' });
  });
  test('elsewhere it has one', () => expect(ask('UHC', 'commercial', 'reconsideration', remitted, { state: 'TX' })).toMatchObject({ rule: 'uhc-reconsideration', due: '2027-01-05' }));
  test('a claim in Maryland has no such clock either', () => {
    const { clocks } = clocksOfClaim({ payer: 'UHC', lineOfBusiness: 'commercial', state: 'MD', facts: remitted, status: 'denied' }, { today: Temporal.PlainDate.from('2026-02-01') });
    expect(clocks.map(({ action }) => action)).not.toContain('reconsideration');
    expect(clocks.map(({ action }) => action)).toContain('appeal-level-1');
  });
  test('what Medicare calls a reconsideration is its second level, and is said to be', () =>
    expect(hint(ask('Medicare', 'medicare-ffs', 'reconsideration', remitted))).toContain('What this payer calls "Reconsideration (QIC)" is appeal-level-2 here.'));
  test('a corrected claim of Medicare asks for its kind and names the reopening', () => {
    const answer = ask('Medicare', 'medicare-ffs', 'corrected-claim', remitted);
    expect(answer).toMatchObject({ needs: ['claimType', 'correctionKind'] });
    expect(hint(answer)).toMatch(/drg-upward.*If it is none of these: .*timely-filing.*reopening/u);
  });
  test('of a payer without the step asked for, the steps it has are named', () =>
    expect(ask('Cigna', 'commercial', 'corrected-claim', remitted)).toMatchObject({ unknown: 'rule', instead: ['appeal-level-1', 'appeal-level-2', 'timely-filing'] }));
});

describe('an exception to a filing limit', () => {
  const medicare = (facts: Facts): DeadlineAnswer => ask('Medicare', 'medicare-ffs', 'timely-filing', { filingException: 'retroactive-entitlement', ...facts });
  test('that ends before the ordinary limit leaves the ordinary limit standing', () => {
    // Notice of 1 June 2026: 31 December 2026; the year from the service ends on 10 May 2027.
    const answer = medicare({ serviceFrom: '2026-05-10', noticeDate: '2026-06-01' });
    expect(answer).toMatchObject({ rule: 'mcr-ffs-timely-filing', raw: '2027-05-10', due: '2027-05-10' });
    expect(warnings(answer)).toMatch(/mcr-ffs-exception-retro-entitlement\) would end on 2026-12-31, before the ordinary limit/u);
  });
  test('that ends later is the date', () => expect(medicare({ serviceFrom: '2024-05-10', noticeDate: '2026-02-10' })).toMatchObject({ rule: 'mcr-ffs-exception-retro-entitlement', raw: '2026-08-31' }));
  test('is compared with the ordinary limit of 29 February, too', () => expect(medicare({ serviceFrom: '2028-02-29', noticeDate: '2028-03-01' })).toMatchObject({ rule: 'mcr-ffs-timely-filing-feb29', raw: '2029-02-28' }));
  test('without the service says what was left out', () => expect(warnings(medicare({ noticeDate: '2026-02-10' }))).toMatch(/could end later.*serviceFrom was not given/u));
  test('of CHAMPVA and of New York only ever lengthens', () => {
    expect(ask('CHAMPVA', 'va', 'timely-filing', { serviceFrom: '2026-05-10', noticeDate: '2026-06-01', filingException: 'retroactive-approval' })).toMatchObject({ rule: 'champva-timely-filing', raw: '2027-05-10' });
    expect(ask('eMedNY', 'medicaid', 'timely-filing', { serviceFrom: '2026-05-10', clockStartDate: '2026-05-20', filingException: 'delay-outside-control' })).toMatchObject({ rule: 'mcd-ny-timely-filing', raw: '2026-08-08' });
    expect(ask('eMedNY', 'medicaid', 'timely-filing', { serviceFrom: '2026-05-10', clockStartDate: '2026-09-20', filingException: 'delay-outside-control' })).toMatchObject({ rule: 'mcd-ny-delay-control', raw: '2026-10-20' });
  });
});

describe('the words a rule limits itself by', () => {
  test('Wellcare\'s rule for non-contract providers never reaches one in the network', () => {
    const inNetwork = ask('Wellcare', 'medicare-advantage', 'appeal-level-1', { ...remitted, network: 'in' }, { state: 'KS' });
    expect(inNetwork).toMatchObject({ unknown: 'rule', instead: ['timely-filing', 'corrected-claim', 'reconsideration'] });
    expect(why(inNetwork)).toMatch(/non-contract provider/u);
    expect(ask('Wellcare', 'medicare-advantage', 'appeal-level-1', { ...remitted, network: 'in' })).toEqual(expect.objectContaining({ needs: ['state'] }));
    expect(ask('Wellcare', 'medicare-advantage', 'appeal-level-1', { ...remitted, network: 'out' })).toMatchObject({ rule: 'wellcare-nonpar-appeal', raw: '2026-03-11' });
  });
  test('a rule for participating providers never reaches one outside the network', () =>
    expect(ask('Wellcare By Allwell', 'medicare-advantage', 'corrected-claim', { ...remitted, network: 'out' }, { state: 'KS' })).toMatchObject({ unknown: 'rule' }));
  test('a network provider of TRICARE East is sent to the administrative review', () => {
    const answer = ask('TRICARE East', 'tricare', 'appeal-level-1', { noticeDate: '2026-01-05', network: 'in' });
    expect(why(answer)).toMatch(/administrative review/u);
    expect(answer).toMatchObject({ unknown: 'rule', instead: ['timely-filing', 'reconsideration'] });
  });
});

describe('an appeal that follows a reconsideration', () => {
  const texas = (facts: Facts): DeadlineAnswer => ask('BCBSTX', 'commercial', 'appeal-level-1', facts, { state: 'TX' });
  test('is never dated from the remittance: the decision is asked for by its own name', () => {
    const answer = texas(remitted);
    expect(answer).toMatchObject({ needs: ['priorDecisionDate'], rule: 'bcbstx-claim-review-2' });
    expect(why(answer)).toMatch(/Second claim review opens with the decision/u);
  });
  test('and giving what was asked for brings the date, with the remittance beside it', () =>
    expect(texas({ ...remitted, priorDecisionDate: '2026-03-05' })).toMatchObject({ rule: 'bcbstx-claim-review-2', raw: '2026-03-20' }));
  test('counts from receipt of that decision where receipt is shown', () =>
    expect(texas({ ...remitted, priorDecisionDate: '2026-03-05', noticeReceivedDate: '2026-03-09' })).toMatchObject({ raw: '2026-03-24' }));
  test.each([['Aetna', { disputeKind: 'payment' }, {}], ['Anthem', {}, { state: 'ME' }], ['Ambetter from Sunshine Health', {}, { state: 'FL' }]] as const)('of %s waits for the decision too', (payer, facts, more) => {
    expect(ask(payer, 'commercial', 'appeal-level-1', { ...remitted, ...facts }, more)).toMatchObject({ needs: ['priorDecisionDate'] });
    expect(ask(payer, 'commercial', 'appeal-level-1', { ...remitted, ...facts, priorDecisionDate: '2026-03-05' }, more)).toMatchObject({ steps: expect.arrayContaining([expect.stringContaining('2026-03-05')]) as string[] });
  });
  test('stands as waiting among the clocks of a claim', () => {
    const claim = { payer: 'BCBSTX', lineOfBusiness: 'commercial', state: 'TX', facts: remitted, status: 'denied' as const };
    const { clocks, waiting } = clocksOfClaim(claim, { today: Temporal.PlainDate.from('2026-02-01') });
    expect(waiting).toContainEqual({ action: 'appeal-level-1', after: 'reconsideration' });
    expect(clocks.map(({ action }) => action)).not.toContain('appeal-level-1');
    const decided = clocksOfClaim({ ...claim, steps: [{ action: 'reconsideration', filedOn: '2026-02-01', outcome: 'upheld', decidedOn: '2026-03-05' }] }, { today: Temporal.PlainDate.from('2026-03-08') });
    expect(decided.clocks.find(({ action }) => action === 'appeal-level-1')).toMatchObject({ answer: { raw: '2026-03-20' } });
  });
});

describe('a payer\'s rule beside the law', () => {
  const humana = (facts: Facts): DeadlineAnswer => ask('Humana Gold Plus', 'medicare-advantage', 'appeal-level-1', facts, { party: 'member' });
  test('that ends earlier is a dissent and a warning with its day', () => {
    const answer = humana({ noticeDate: '2026-01-05', noticeReceivedDate: '2026-01-06' });
    expect(answer).toMatchObject({ raw: '2026-03-11', dissents: [{ rule: 'ma-reconsideration-enrollee', raw: '2026-03-07' }] });
    expect(warnings(answer)).toContain('The federal rule (ma-reconsideration-enrollee) ends earlier, on 2026-03-07: work to that day');
  });
  test('that agrees needs no word', () => expect(warnings(humana({ noticeDate: '2026-01-05' }))).not.toMatch(/ends earlier/u));
  test('of an older notice is the law of that time: Humana\'s 65 days came with 2025', () => expect(humana({ noticeDate: '2024-06-05' })).toMatchObject({ rule: 'ma-reconsideration-enrollee-pre2025', raw: '2024-08-04' }));
  test('where a known payer has no rule of its own, the date of the law says so', () => {
    const florida = ask('Florida Blue', 'commercial', 'timely-filing', { serviceFrom: '2026-01-05' }, { state: 'FL' });
    expect(florida).toMatchObject({ rule: 'fl-statute-timely-filing', raw: '2026-07-05' });
    expect(warnings(florida)).toMatch(/no verified rule of this payer's own for this step: the date is that of state law/u);
    expect(warnings(ask('Kaiser Permanente', 'commercial', 'appeal-level-1', { priorDecisionDate: '2026-01-05' }, { state: 'CA' }))).toMatch(/no verified rule of this payer's own/u);
    expect(warnings(ask('Medicare Advantage', 'medicare-advantage', 'appeal-level-1', { noticeDate: '2026-01-05' }, { party: 'member' }))).not.toMatch(/of this payer's own/u);
  });
});

describe('an old source', () => {
  test.each([
    ['UHC', 'commercial', 'appeal-level-1', remitted, '2021, 4 years'], ['Texas Medicaid', 'medicaid', 'timely-filing', { serviceFrom: '2026-01-05' }, '2016-12, 9 years'],
    ['GAMMIS', 'medicaid', 'timely-filing', { serviceFrom: '2026-01-05' }, '2010, 15 years'],
  ] as const)('of %s is said to be old however sure it was', (payer, line, action, facts, text) => {
    const answer = ask(payer, line, action, facts);
    expect(answer).toMatchObject({ confidence: 'high' });
    expect(warnings(answer)).toContain(`The source was last seen as of ${text} before this clock starts`);
  });
  test('a source of the time is not called old', () => expect(warnings(ask('Cigna', 'commercial', 'appeal-level-1', remitted))).not.toMatch(/last seen/u));
  test('nor is the source of a claim as old as itself', () => expect(warnings(ask('UHC', 'commercial', 'appeal-level-1', { remittanceDate: '2022-01-05' }))).not.toMatch(/last seen/u));
});

describe('a payer the library has no rule of', () => {
  test.each([
    ['BCBSIL', 'Blue Cross and Blue Shield of Texas'], ['BCBS of Michigan', 'Blue Cross and Blue Shield of Texas'], ['Highmark', 'Anthem Blue Cross and Blue Shield'], ['UMR', 'UnitedHealthcare'],
    ['Oscar Health', 'ACA individual / small group issuer (non-grandfathered)'], ['Meritain Health', 'Aetna'],
  ])('%s is said to be known without rules, with the names nearest to it', (payer, near) => {
    const answer = ask(payer, 'commercial', 'appeal-level-1', remitted);
    expect(answer).toMatchObject({ unknown: 'payer', candidates: expect.arrayContaining([near]) as string[] });
    expect(why(answer)).toMatch(/no rule of this payer/u);
  });
  test('a Blue plan two letters from another is no likeness of it', () => expect(ask('BCBSIL', 'commercial', 'timely-filing', { serviceFrom: '2026-01-05' })).not.toMatchObject({ candidates: expect.arrayContaining(['Florida insured plans (state prompt-pay law)']) as string[] }));
  test('is dated by the law that holds for every payer of its kind, and says so', () => {
    const devoted = ask('Devoted Health', 'medicare-advantage', 'appeal-level-1', { noticeDate: '2026-01-05' }, { party: 'member' });
    expect(devoted).toMatchObject({ rule: 'ma-reconsideration-enrollee', raw: '2026-03-11' });
    expect(warnings(devoted)).toMatch(/no verified rule of this payer's own/u);
    expect(ask('Oscar Insurance', 'commercial', 'timely-filing', { serviceFrom: '2026-01-05' }, { state: 'TX' })).toMatchObject({ rule: 'tx-statute-timely-filing', raw: '2026-04-10' });
  });
  test('an administrator of self-funded plans is outside state law', () => expect(ask('UMR', 'commercial', 'timely-filing', { serviceFrom: '2026-01-05' }, { state: 'TX' })).toMatchObject({ unknown: 'payer' }));
  test('a stranger stays a stranger', () => expect(ask('Qxwv Mutual', 'commercial', 'appeal-level-1', remitted)).toEqual({ unknown: 'payer', candidates: [] }));
  test('a federal employee carrier follows the federal rule', () => expect(ask('GEHA', 'commercial', 'reconsideration', { noticeDate: '2026-08-31' })).toMatchObject({ rule: 'fehb-reconsideration', raw: '2027-02-28' }));
});

describe('dates that can hardly be right are counted and doubted', () => {
  test.each([
    ['seven years between', { serviceFrom: '2019-01-05', remittanceDate: '2026-01-05' }, /dated 7 years after the service/u], ['a notice before the service', { serviceFrom: '2026-02-01', remittanceDate: '2026-01-05' }, /before the service:/u],
    ['a notice before the last service', { serviceFrom: '2026-01-01', serviceThrough: '2026-01-20', remittanceDate: '2026-01-05' }, /before the service ended/u],
    ['only the last service is known', { serviceThrough: '2026-01-20', remittanceDate: '2026-01-05' }, /before the service:/u],
    ['a letter three months on its way', { noticeDate: '2026-01-05', noticeReceivedDate: '2026-04-20' }, /received 105 days after its date/u], ['a stay of four years', { serviceFrom: '2021-01-05', serviceThrough: '2025-12-05', remittanceDate: '2026-01-05' }, /service lasts 4 years/u],
  ] as const)('%s', (_what, facts, doubt) => {
    const answer = ask('Cigna', 'commercial', 'appeal-level-1', facts);
    expect(answer).toHaveProperty('raw');
    expect(warnings(answer)).toMatch(doubt);
  });
  test('usual gaps are not', () => expect(warnings(ask('Cigna', 'commercial', 'appeal-level-1', { serviceFrom: '2025-10-05', serviceThrough: '2025-10-09', remittanceDate: '2026-01-05' }))).toBe(''));
  test('a future date is doubted where the day of asking is known', () => {
    const options = { askedOn: parseCalendarDay('2026-11-28') ?? 0 };
    const query = { payer: 'Cigna', lineOfBusiness: 'commercial', action: 'appeal-level-1' };
    expect(warnings(answerDeadlineQuery({ ...query, facts: { remittanceDate: '2062-01-05' } }, options))).toMatch(/remittanceDate lies in the future \(asked on 2026-11-28\)/u);
    expect(warnings(answerDeadlineQuery({ ...query, facts: { remittanceDate: '2026-11-28' } }, options))).toBe('');
  });
});

describe('a secondary claim', () => {
  test.each([
    ['Cigna', 'commercial', { network: 'in' }, {}, 'cigna-timely-filing-par', '2026-05-30'], ['Cigna', 'commercial', { network: 'out' }, {}, 'cigna-timely-filing-oon', '2026-08-28'],
    ['Wellcare By Allwell', 'medicare-advantage', { network: 'in' }, { state: 'KS' }, 'wellcare-allwell-tf-par', '2026-08-28'], ['Molina Healthcare of Virginia', 'medicaid', { network: 'in' }, {}, 'molina-va-tf', '2026-08-28'],
    ['MassHealth', 'medicaid', {}, {}, 'mcd-ma-timely-filing', '2026-05-30'],
  ] as const)('of %s (%s, %j) is counted from the primary payer\'s decision, as its source says', (payer, line, facts, more, rule, raw) => {
    const secondary = { serviceFrom: '2025-06-10', payerOrder: 'secondary', priorDecisionDate: '2026-03-01', ...facts };
    expect(ask(payer, line, 'timely-filing', secondary, more)).toMatchObject({ rule, raw });
    expect(warnings(ask(payer, line, 'timely-filing', { ...secondary, priorDecisionDate: undefined }, more))).toMatch(/give its day as priorDecisionDate/u);
  });
  test.each(['remittanceDate', 'noticeDate', 'denialDate'])('is not counted from our own payer\'s answer to it (%s)', (fact) => {
    // 90 days from the service; the late denial of this very claim would restart its filing limit.
    const answer = ask('Cigna', 'commercial', 'timely-filing', { serviceFrom: '2026-01-01', payerOrder: 'secondary', network: 'in', [fact]: '2026-09-20' });
    expect(answer).toMatchObject({ rule: 'cigna-timely-filing-par', raw: '2026-04-01' });
    expect(warnings(answer)).toMatch(/give its day as priorDecisionDate/u);
    // Florida counts a secondary claim from the primary insurer's decision alone: without it there is no day.
    expect(ask('Florida Blue', 'commercial', 'timely-filing', { serviceFrom: '2026-01-05', payerOrder: 'secondary', [fact]: '2026-06-30' }, { state: 'FL' })).toMatchObject({ needs: ['priorDecisionDate'] });
  });
});

describe('a federal employee plan, which state law does not reach (5 U.S.C. 8902(m)(1))', () => {
  const carriers = ['GEHA', 'NALC Health Benefit Plan', 'MHBP', 'APWU Health Plan', 'Compass Rose Health Plan', 'Foreign Service Benefit Plan', 'FEHB', 'Kaiser Permanente FEHB', 'UHC FEHB'];
  test.each(carriers)('%s: no filing limit and no year to dispute by the law of a state', (payer) => {
    for (const [state, action, facts] of [['FL', 'timely-filing', { serviceFrom: '2026-01-01' }], ['TX', 'timely-filing', { serviceFrom: '2026-01-01' }], ['CA', 'appeal-level-1', { noticeDate: '2026-01-10' }]] as const) {
      expect(JSON.stringify(ask(payer, 'commercial', action, facts, { state }))).not.toMatch(/fl-statute|tx-statute|ca-knox|law of the state|state law/iu);
    }
  });
  test('its own federal steps stand', () => {
    expect(ask('GEHA', 'commercial', 'reconsideration', { noticeDate: '2026-01-10' }, { state: 'CA' })).toMatchObject({ rule: 'fehb-reconsideration', raw: '2026-07-10' });
  });
  test('a Blue plan\'s federal employees are filed as those, whatever the state', () => {
    const answer = ask('Florida Blue FEP', 'commercial', 'timely-filing', { serviceFrom: '2026-01-01' }, { state: 'FL' });
    expect(answer).toMatchObject({ rule: 'fep-timely-filing', raw: '2027-12-31' });
    expect(JSON.stringify(answer)).not.toMatch(/fl-statute/u);
  });
  test('other payers of these states keep their law', () => expect(ask('Florida Blue', 'commercial', 'timely-filing', { serviceFrom: '2026-01-01' }, { state: 'FL' })).toMatchObject({ rule: 'fl-statute-timely-filing', raw: '2026-07-01' }));
});

describe('a demand for money back', () => {
  const letter = (over: Partial<Letter>): ReturnType<typeof letterClocks> => letterClocks({
    letters: [{ kind: 'recoupment-demand', on: '2026-03-02', receivedOn: null, lastDay: null, evidence: 'Demand letter', atMs: 1, byUser: 'rosa', answeredOn: null, ...over } satisfies Letter],
    recordsSentOn: [], steps: [], payer: 'Medicare', lineOfBusiness: 'medicare-ffs', state: null, today: parseCalendarDay('2026-03-05') ?? 0,
  });
  test('of Medicare has a day by which an appeal holds recoupment: the 30th after its date', () => {
    // 2 March + 30 days is Wednesday, 1 April.
    expect(letter({})).toMatchObject([{ action: 'recoupment-demand', state: 'live', answer: { raw: '2026-04-01', due: '2026-04-01', safe: '2026-04-01', confidence: 'medium' } }]);
  });
  test('with a printed last day follows the letter', () => expect(letter({ lastDay: '2026-03-27' })).toMatchObject([{ answer: { rule: 'letter', due: '2026-03-27' } }]));
});

describe('names as remittances and cards spell them', () => {
  test.each([
    ['Palmetto GBA Railroad Medicare', 'medicare-ffs', 'appeal-level-1', { remittanceDate: '2022-05-15' }, {}, 'mcr-ffs-redetermination', '2022-09-17', '2022-09-17'], // Palmetto's own table: a Saturday that stays
    ['NORIDIAN HEALTHCARE SOLUTIONS JF', 'medicare-ffs', 'appeal-level-1', { remittanceDate: '2026-06-07' }, {}, 'mcr-ffs-redetermination', '2026-10-10', '2026-10-13'],
    ['MEDICARE PART B - FLORIDA', 'medicare-ffs', 'appeal-level-1', { remittanceDate: '2026-03-03' }, {}, 'mcr-ffs-redetermination', '2026-07-06', '2026-07-06'],
    ['Empire Blue Cross', 'commercial', 'timely-filing', { serviceFrom: '2026-01-05' }, { state: 'NY' }, 'anthem-ny-timely-filing', '2026-05-05', '2026-05-05'],
    ['HealthTeam Advantage', 'medicare-advantage', 'appeal-level-1', { remittanceDate: '2026-01-05' }, { party: 'non-contract-provider' }, 'ma-noncontract-appeal', '2026-03-11', '2026-03-11'],
    ['Priority Health', 'medicare-advantage', 'appeal-level-1', { remittanceDate: '2024-01-05' }, { party: 'non-contract-provider' }, 'ma-noncontract-appeal-pre2025', '2024-03-05', '2024-03-05'],
    ['State Compensation Insurance Fund', 'workers-comp', 'reconsideration', { postmarkDate: '2026-01-05' }, { state: 'CA' }, 'wc-ca-second-review', '2026-04-10', '2026-04-10'],
    ['UMR', 'erisa', 'appeal-level-1', { noticeReceivedDate: '2026-01-05' }, { party: 'member' }, 'erisa-internal-appeal', '2026-07-04', '2026-07-04'],
    ['TRICARE Overseas', 'tricare', 'timely-filing', { serviceFrom: '2026-01-05' }, {}, 'tricare-overseas-timely-filing', '2029-01-05', '2029-01-05'],
    ['CIGNA HEALTH AND LIFE INSURANCE CO', 'commercial', 'appeal-level-1', { remittanceDate: '2026-01-05' }, {}, 'cigna-appeal', '2026-07-04', '2026-07-04'],
  ] as const)('%s (%s, %s, %j, %j)', (payer, line, action, facts, more, rule, raw, due) => expect(ask(payer, line, action, facts, more)).toMatchObject({ rule, raw, due }));
  test('a right of the member alone is said to be one', () =>
    expect(hint(ask('Aetna', 'erisa', 'appeal-level-1', { noticeReceivedDate: '2026-01-05' }))).toMatch(/gives this right to the member \(erisa-internal-appeal\).*ask with party "member"/u));
});

describe('a value nobody knows is answered with the accepted ones', () => {
  test.each([
    [{ lineOfBusiness: 'hmo' }, 'lineOfBusiness', 'commercial'], [{ action: 'appeal' }, 'action', 'appeal-level-1'], [{ party: 'doctor' }, 'party', 'non-contract-provider'], [{ facts: { network: 'par' } }, 'network', 'in'],
    [{ facts: { claimType: 'dental' } }, 'claimType', 'professional'], [{ facts: { remittanceDate: '01/05/2026' } }, 'remittanceDate', 'YYYY-MM-DD'],
  ])('%j', (over, fact, accepted) => expect(answerDeadlineQuery({ payer: 'Cigna', lineOfBusiness: 'commercial', action: 'appeal-level-1', facts: remitted, ...over }))
    .toMatchObject({ error: { fact, accepted: expect.arrayContaining([accepted]) as string[] } }));
  test('a word that is taken but met by no rule names the known ones', () => expect(warnings(ask('Cigna', 'commercial', 'appeal-level-1', { ...remitted, disputeKind: 'billing' }))).toMatch(/knows payment, coding, clinical/u));
  test('a misspelled fact is guessed at in a warning, and left out', () => {
    const answer = ask('Cigna', 'commercial', 'appeal-level-1', { remitanceDate: '2026-01-05' });
    expect(answer).toMatchObject({ needs: ['remittanceDate'] });
    expect(warnings(answer)).toMatch(/remittanceDate is meant\?/u);
  });
});
