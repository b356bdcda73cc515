import { describe, expect, it } from 'vitest';
import { answerDeadlineQuery } from '../../../rules/deadlines/answer-deadline-query.ts';

const MEDICARE = { payer: 'Medicare', lineOfBusiness: 'medicare-ffs' };

/** Worked cases of the counting notes: number, query, raw, due, safe. P = printed in the source itself. */
describe('golden cases', () => {
  it.each([
    ['1 P: Palmetto table', { ...MEDICARE, action: 'appeal-level-1', facts: { remittanceDate: '2020-05-15', mac: 'palmetto' } }, '2020-09-17', '2020-09-17', '2020-09-17'],
    ['3 P: raw on a Saturday, Noridian rolls', { ...MEDICARE, action: 'appeal-level-1', facts: { remittanceDate: '2022-05-15', mac: 'noridian' } }, '2022-09-17', '2022-09-19', '2022-09-16'],
    ['3 P: the same at Palmetto', { ...MEDICARE, action: 'appeal-level-1', facts: { remittanceDate: '2022-05-15', mac: 'palmetto' } }, '2022-09-17', '2022-09-17', '2022-09-16'],
    ['P: Palmetto 2017, a Sunday', { ...MEDICARE, action: 'appeal-level-1', facts: { remittanceDate: '2017-05-15', mac: 'palmetto' } }, '2017-09-17', '2017-09-17', '2017-09-15'],
    ['P: Palmetto 2017', { ...MEDICARE, action: 'appeal-level-1', facts: { remittanceDate: '2017-08-15', mac: 'palmetto' } }, '2017-12-18', '2017-12-18', '2017-12-18'],
    ['P: Palmetto 2020', { ...MEDICARE, action: 'appeal-level-1', facts: { remittanceDate: '2020-08-14', mac: 'palmetto' } }, '2020-12-17', '2020-12-17', '2020-12-17'],
    ['P: Palmetto 2022, a Sunday', { payer: 'Palmetto GBA', lineOfBusiness: 'medicare-ffs', action: 'appeal-level-1', facts: { remittanceDate: '2022-08-15' } }, '2022-12-18', '2022-12-18', '2022-12-16'],
    ['P: TMHP calendar of 2022, 95 days of 1 January', { payer: 'TMHP', lineOfBusiness: 'medicaid', state: 'TX', action: 'timely-filing', facts: { serviceFrom: '2022-01-01' } }, '2022-04-06', '2022-04-06', '2022-04-06'],
    ['P: TMHP calendar of 2022, 120 days of 1 January', { payer: 'TMHP', lineOfBusiness: 'medicaid', state: 'TX', action: 'appeal-level-1', facts: { remittanceDate: '2022-01-01' } }, '2022-05-01', '2022-05-02', '2022-04-29'],
    ['P: TRICARE manual, 22 March 2015', { payer: 'TRICARE', lineOfBusiness: 'tricare', action: 'timely-filing', facts: { serviceFrom: '2015-03-22' } }, '2016-03-22', '2016-03-22', '2016-03-22'],
    ['P: TRICARE manual, 31 December 2015', { payer: 'TRICARE East', lineOfBusiness: 'tricare', action: 'timely-filing', facts: { serviceFrom: '2015-12-31' } }, '2016-12-31', '2016-12-31', '2016-12-30'],
    ['P: TRICARE manual, discharge 22 March 2022', { payer: 'TRICARE', lineOfBusiness: 'tricare', action: 'timely-filing', facts: { serviceFrom: '2022-03-10', serviceThrough: '2022-03-22', claimType: 'institutional' } }, '2023-03-22', '2023-03-22', '2023-03-22'],
    ['P: Illinois notice, service of 2 February 2013', { payer: 'HFS', lineOfBusiness: 'medicaid', state: 'IL', action: 'timely-filing', facts: { serviceFrom: '2013-02-02' } }, '2013-08-01', '2013-08-01', '2013-08-01'],
    ['P: Medicare manual, 31 March to 31 March', { payer: 'CGS ADMINISTRATORS', lineOfBusiness: 'medicare-ffs', action: 'timely-filing', facts: { serviceFrom: '2025-03-31', serviceThrough: '2025-03-31', claimType: 'professional' } }, '2026-03-31', '2026-03-31', '2026-03-31'],
    ['TMHP over Memorial Day', { payer: 'TMHP', lineOfBusiness: 'medicaid', state: 'TX', action: 'timely-filing', facts: { serviceFrom: '2026-02-17' } }, '2026-05-23', '2026-05-26', '2026-05-22'],
    ['5: Saturday before Columbus Day', { ...MEDICARE, action: 'appeal-level-1', facts: { remittanceDate: '2026-06-07', mac: 'noridian' } }, '2026-10-10', '2026-10-13', '2026-10-09'],
    ['6: shown later receipt', { ...MEDICARE, action: 'appeal-level-1', facts: { noticeDate: '2026-03-02', noticeReceivedDate: '2026-03-16' } }, '2026-07-14', '2026-07-14', '2026-07-14'],
    ['8: 4 July 2026, 3 July observed, no roll', { ...MEDICARE, action: 'appeal-level-3', facts: { priorDecisionDate: '2026-04-30' } }, '2026-07-04', '2026-07-04', '2026-07-02'],
    ['11: calendar year', { ...MEDICARE, action: 'timely-filing', facts: { serviceFrom: '2025-03-31' } }, '2026-03-31', '2026-03-31', '2026-03-31'],
    ['12 P: leap day', { ...MEDICARE, action: 'timely-filing', facts: { serviceFrom: '2024-02-29' } }, '2025-02-28', '2025-02-28', '2025-02-28'],
    ['14: an observed holiday is a federal non-workday', { ...MEDICARE, action: 'timely-filing', facts: { serviceFrom: '2025-07-03' } }, '2026-07-03', '2026-07-06', '2026-07-02'],
    ['16: institutional span by Through, over Juneteenth', { ...MEDICARE, action: 'timely-filing', facts: { serviceFrom: '2025-06-11', serviceThrough: '2025-06-20', claimType: 'institutional' } }, '2026-06-20', '2026-06-22', '2026-06-18'],
    ['17: Medicare Advantage from 2025', { payer: 'Medicare Advantage', lineOfBusiness: 'medicare-advantage', party: 'member', action: 'appeal-level-1', facts: { noticeDate: '2026-01-05' } }, '2026-03-11', '2026-03-11', '2026-03-11'],
    ['21 P: missing day', { payer: 'External review', lineOfBusiness: 'commercial', party: 'member', action: 'external-review', facts: { noticeReceivedDate: '2026-10-30' } }, '2027-03-01', '2027-03-01', '2027-03-01'],
    ['24: Texas Medicaid', { payer: 'Texas Medicaid', lineOfBusiness: 'medicaid', state: 'TX', action: 'timely-filing', facts: { serviceFrom: '2026-02-10' } }, '2026-05-16', '2026-05-18', '2026-05-15'],
    ['26: Georgia, early in the month', { payer: 'Georgia Medicaid', lineOfBusiness: 'medicaid', state: 'GA', action: 'timely-filing', facts: { serviceFrom: '2025-08-03' } }, '2026-02-28', '2026-02-28', '2026-02-27'],
    ['26: Georgia, last of the month', { payer: 'GAMMIS', lineOfBusiness: 'medicaid', action: 'timely-filing', facts: { serviceFrom: '2025-08-31' } }, '2026-02-28', '2026-02-28', '2026-02-27'],
    ['30: 30 days over a clock change', { payer: 'MassHealth', lineOfBusiness: 'medicaid', state: 'MA', action: 'appeal-level-1', facts: { remittanceDate: '2026-03-01' } }, '2026-03-31', '2026-03-31', '2026-03-31'],
    ['33: postmark + 5 + 90', { payer: 'California workers\' compensation', lineOfBusiness: 'workers-comp', state: 'CA', action: 'reconsideration', facts: { postmarkDate: '2026-01-05' } }, '2026-04-10', '2026-04-10', '2026-04-10'],
    ['365 days over a leap day, Ohio', { payer: 'ODM', lineOfBusiness: 'medicaid', state: 'OH', action: 'timely-filing', facts: { serviceFrom: '2027-03-01' } }, '2028-02-29', '2028-02-29', '2028-02-29'],
    ['the same service at Medicare', { ...MEDICARE, action: 'timely-filing', facts: { serviceFrom: '2027-03-01' } }, '2028-03-01', '2028-03-01', '2028-03-01'],
    ['external review on an observed day does not move', { payer: 'External review', lineOfBusiness: 'commercial', party: 'member', action: 'external-review', facts: { noticeReceivedDate: '2026-03-03' } }, '2026-07-03', '2026-07-03', '2026-07-02'],
    ['external review on a holiday that is a Saturday', { payer: 'External review', lineOfBusiness: 'commercial', party: 'member', action: 'external-review', facts: { noticeReceivedDate: '2026-03-04' } }, '2026-07-04', '2026-07-06', '2026-07-02'],
  ] as const)('%s', (_name, query, raw, due, safe) => expect(answerDeadlineQuery(query)).toMatchObject({ raw, due, safe }));
});
