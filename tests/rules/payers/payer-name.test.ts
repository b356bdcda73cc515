import { describe, expect, it } from 'vitest';
import { payerNameWords, stateCode, stateInName } from '../../../rules/payers/payer-name.ts';
import { matchPayer, payersNamedAfter, similarPayers } from '../../../rules/payers/rule-library.ts';

const names = (query: string): string[] | undefined => matchPayer(query)?.payers.map((payer) => payer.name);

describe('payers as remittances and portals spell them', () => {
  it.each([
    ['AETNA', 'Aetna'],
    ['AETNA LIFE INSURANCE COMPANY', 'Aetna'],
    ['Aetna, Inc.', 'Aetna'],
    ['AETNA BETTER HEALTH OF ILLINOIS', 'Aetna Better Health'],
    ['BCBS OF TEXAS', 'Blue Cross and Blue Shield of Texas'],
    ['BLUE CROSS BLUE SHIELD OF TX', 'Blue Cross and Blue Shield of Texas'],
    ['BlueCross BlueShield of Texas', 'Blue Cross and Blue Shield of Texas'],
    ['Blue Cross & Blue Shield of North Carolina', 'Blue Cross and Blue Shield of North Carolina'],
    ['BCBSNC', 'Blue Cross and Blue Shield of North Carolina'],
    ['BLUE CROSS BLUE SHIELD OF NEBRASKA', 'Blue Cross Blue Shield of Nebraska'],
    ['HORIZON BLUE CROSS BLUE SHIELD OF NJ', 'Horizon Blue Cross Blue Shield of New Jersey'],
    ['BLUE SHIELD OF CA', 'Blue Shield of California'],
    ['CIGNA HEALTH AND LIFE INSURANCE COMPANY', 'Cigna Healthcare'],
    ['Cigna HealthCare of Arizona, Inc', 'Cigna Healthcare'],
    ['HUMANA INC', 'Humana'],
    ['HUMANA HEALTH PLAN OF TEXAS', 'Humana'],
    ['Humana Choice PPO', 'Humana Medicare Advantage'],
    ['NOVITAS SOLUTIONS, INC.', 'Medicare (Original / fee-for-service)'],
    ['NATIONAL GOVERNMENT SERVICES INC', 'Medicare (Original / fee-for-service)'],
    ['FIRST COAST SERVICE OPTIONS', 'Medicare (Original / fee-for-service)'],
    ['CGS ADMINISTRATORS LLC', 'Medicare (Original / fee-for-service)'],
    ['NORIDIAN HEALTHCARE SOLUTIONS', 'Medicare (Original / fee-for-service)'],
    ['RAILROAD MEDICARE - PALMETTO', 'Medicare (Original / fee-for-service)'],
    ['medi cal', 'Medi-Cal (California Medicaid FFS)'],
    ['MASS HEALTH', 'MassHealth'],
    ['Texas Medicaid & Healthcare Partnership', 'Texas Medicaid (TMHP FFS)'],
    ['EMPIRE BLUE CROSS BLUE SHIELD', 'Anthem Blue Cross and Blue Shield (New York; formerly Empire)'],
    ['UHC COMMUNITY PLAN OF KANSAS', 'UnitedHealthcare Community Plan (Kansas)'],
    ['WELLCARE COMPLETE', 'Wellcare Complete (Centene, Kansas)'],
    ['Kaiser Foundation Health Plan of Washington', 'Kaiser Permanente Washington'],
    ['Florida Blue', 'Florida insured plans (state prompt-pay law)'],
    ['HEALTH NET OF CALIFORNIA', 'California Knox-Keene plans (state rule; incl. Kaiser, Health Net, Anthem HMO)'],
    ['Kaiser Foundation Health Plan, Inc.', 'California Knox-Keene plans (state rule; incl. Kaiser, Health Net, Anthem HMO)'],
    ['OPTUM VA CCN REGION 2', 'VA Community Care Network (Optum, Regions 1-3)'],
  ] as const)('%s is %s', (query, name) => expect(names(query)).toEqual([name]));

  it.each(['UNITED HEALTHCARE INSURANCE COMPANY', 'United Health Care', 'UnitedHealthcare of the Midwest'])('%s is UnitedHealthcare', (query) => {
    expect(names(query)).toContain('UnitedHealthcare');
    expect(names(query)?.every((name) => name.startsWith('UnitedHealthcare'))).toBe(true);
  });

  it.each([
    'Qxwv Mutual', 'HIGHMARK BLUE CROSS BLUE SHIELD', 'Blue Cross Blue Shield of Michigan', 'Oscar Health', 'Health Alliance Plan of Michigan',
    'Alabama Medicaid', 'Medicaid', '', '   ', '!!!', 'Centene', 'the company of and',
  ])('%j is nobody in the library', (query) => expect(matchPayer(query)).toBeNull());

  it('never takes a payer for a longer name that holds it', () => {
    expect(names('Humana Military')).not.toContain('Humana');
    expect(names('Aetna Better Health')).not.toContain('Aetna');
    expect(names('Wellcare Complete')).not.toContain('Wellcare (Iowa Medicare)');
    expect(names('Kaiser Permanente Washington')).toEqual(['Kaiser Permanente Washington']);
    expect(names('Optum VA CCN')).toEqual(['VA Community Care Network (Optum, Regions 1-3)']);
    expect(names('Blue Shield of California Promise Health Plan')).toEqual(['Blue Shield of California Promise Health Plan (Medi-Cal)']);
  });

  it('gives all payers that share a name', () => {
    expect(names('Wellcare')).toHaveLength(3);
    expect(names('TriWest')).toHaveLength(3);
  });

  it('finds the plans named after a payer', () => {
    const match = matchPayer('Humana');
    expect(match === null ? [] : payersNamedAfter(match).map((payer) => payer.name)).toContain('Humana Medicare Advantage');
  });

  it('offers likely names for a slip, and none for a stranger', () => {
    expect(similarPayers('Atena')).toContain('Aetna');
    expect(similarPayers('Humanna Inc')).toContain('Humana');
    expect(similarPayers('Premara')).toContain('Premera Blue Cross');
    expect(similarPayers('Qxwv Mutual')).toEqual([]);
    // The answer is remembered; what a caller does with it is its own.
    const asked = similarPayers('Atena');
    expect(asked.splice(0)).toEqual(similarPayers('Atena'));
    expect(similarPayers('Atena')).toContain('Aetna');
  });

  it('survives a hostile name', () => {
    expect(matchPayer(`${'<script>'.repeat(5000)} aetna`)).toBeNull();
    expect(similarPayers('\u202e'.repeat(10_000))).toEqual([]);
  });
});

describe('states', () => {
  it.each([['TX', 'TX'], ['texas', 'TX'], ['New York', 'NY'], ['west virginia', 'WV'], ['Puerto Rico', 'PR']] as const)('%s is %s', (text, code) =>
    expect(stateCode(text)).toBe(code));
  it.each(['ZZ', 'Texarkana', '', '12'])('%j is no state', (text) => expect(stateCode(text)).toBeNull());
  it('are read out of a payer name only where one is spelled out', () => {
    expect(stateInName('Anthem Blue Cross and Blue Shield of Georgia')).toBe('GA');
    expect(stateInName('Blue Cross Blue Shield of Kansas City')).toBeNull();
    expect(stateInName('Aetna')).toBeNull();
    expect(payerNameWords('Blue Cross of West Virginia')).toContain('wv');
  });
});
