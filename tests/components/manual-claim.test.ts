import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankManual, manualFacts, typedCodes } from '../../components/capture/manual-draft.ts';
import { maskedValue, withoutBlanks } from '../../components/denial/masked-value.ts';
import { claimFacts } from '../../rules/domain/denial-case.ts';

describe('denial codes typed by hand', () => {
  it('are told apart: group with reason, reason alone, remark', () => {
    expect(typedCodes('co-197, N54 PR3;ma130 B7  45')).toEqual({
      adjustments: [{ groupCode: 'CO', carc: '197', cents: null }, { groupCode: 'PR', carc: '3', cents: null }, { groupCode: null, carc: 'B7', cents: null }, { groupCode: null, carc: '45', cents: null }],
      rarcs: ['N54', 'MA130'], unread: [],
    });
  });
  it('are given back where they are none, and never lost', () => expect(typedCodes('CO-197 hello 99999').unread).toEqual(['HELLO', '99999']));
});

describe('a claim by hand', () => {
  it('says what is missing', () => expect(manualFacts(blankManual(), null).faults.map((one) => one.field)).toEqual(['payerKey', 'claimControlNumber']));
  it('gives facts the contract takes', () => {
    const { facts, faults } = manualFacts({ ...blankManual(), payerKey: 'cedar-valley', claimControlNumber: ' 2631004 ', serviceFrom: '2026-08-30', charge: '1,240.00', paid: '0', codes: 'CO-197' }, 'Cedar Valley Health');
    expect(faults).toEqual([]);
    expect(claimFacts.parse(facts)).toMatchObject({ claimControlNumber: '2631004', serviceTo: '2026-08-30', charge: 124_000, paid: 0, adjustments: [{ groupCode: 'CO', carc: '197' }] });
  });
  it('refuses an amount it cannot read and a service that ends before it begins', () => {
    const { faults } = manualFacts({ ...blankManual(), payerKey: 'a', claimControlNumber: '1234', charge: 'about 12', serviceFrom: '2026-02-02', serviceTo: '2026-02-01' }, null);
    expect(faults.map((one) => one.field).sort()).toEqual(['charge', 'serviceTo']);
  });
});

describe('an identifier', () => {
  it('is copied without blanks of any kind', () => expect(withoutBlanks(' CVH\u00A0448 120\u200B937\u202E\n')).toBe('CVH448120937'));
  it('shows at most its last four characters while covered', () => {
    fc.assert(fc.property(fc.string({ minLength: 1, maxLength: 40 }), (value) => {
      const shown = maskedValue(value).replace('••••', '');
      expect(shown.length).toBeLessThanOrEqual(4);
      expect(shown.length).toBeLessThan(value.length);
      expect(value.endsWith(shown)).toBe(true);
    }));
  });
});
