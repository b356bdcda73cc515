import { describe, expect, it } from 'vitest';
import { inlinePairs } from '../../../../rules/portals/reader/inline-pairs.ts';
import type { Cell } from '../../../../rules/portals/reader/matrix.ts';
import { readClaimNumber, readMemberId, readPersonName } from '../../../../rules/portals/reader/identifiers.ts';
import { readLabel } from '../../../../rules/portals/reader/labels.ts';
import { readMoney } from '../../../../rules/portals/reader/money.ts';
import { readCodes, readStatusTriples } from '../../../../rules/portals/reader/page-codes.ts';
import type { CodeContext } from '../../../../rules/portals/reader/page-codes.ts';
import { readDate, readDateSpan } from '../../../../rules/portals/reader/page-dates.ts';
import { sectionKind } from '../../../../rules/portals/reader/sections.ts';
import { columnsToRead } from '../../../../rules/portals/reader/compared-columns.ts';
import { readModifiers, readProcedure } from '../../../../rules/portals/reader/service-line-values.ts';
import { readStatusWord } from '../../../../rules/portals/reader/status-words.ts';

describe('money', () => {
  it.each([
    ['$2,318.40', 231840], ['2,318.40', 231840], ['2318.4', 231840], ['$\u00a02\u202f318.40', 231840], ['($14.10)', -1410], ['-$14.10', -1410], ['14.10-', -1410], ['$(14.10)', -1410], ['$0.00', 0], ['0', 0],
    ['--', null], ['', null], ['1.234,56', null], ['0041177', null], ['12,34.50', null], ['04/07/2026', null], ['$1 $2', null], ['26H0041177', null],
  ])('%s', (text, cents) => {
    expect(readMoney(text)?.cents ?? null).toBe(cents);
  });
});

describe('dates', () => {
  it.each([
    ['04/07/2026', '2026-04-07'], ['4/7/26', '2026-04-07'], ['04-07-2026', '2026-04-07'], ['2026-04-07', '2026-04-07'], ['20260407', '2026-04-07'], ['Apr 7, 2026', '2026-04-07'], ['April 7, 2026', '2026-04-07'], ['7-Apr-2026', '2026-04-07'], ['04/07/2026 10:22 AM', '2026-04-07'],
    ['04/07', null], ['13/01/2026', null], ['02/30/2026', null], ['2026', null], ['$4.07', null],
  ])('%s', (text, iso) => {
    expect(readDate(text)).toBe(iso);
  });

  it.each([
    ['03/02/2026 - 03/05/2026', '2026-03-02', '2026-03-05'], ['3/2/26 thru 3/5/26', '2026-03-02', '2026-03-05'], ['20260302-20260305', '2026-03-02', '2026-03-05'], ['Mar 2, 2026 – Mar 5, 2026', '2026-03-02', '2026-03-05'], ['03/02/2026 to 03/05/2026', '2026-03-02', '2026-03-05'], ['03/02/2026', '2026-03-02', null],
  ])('span %s', (text, from, to) => {
    expect(readDateSpan(text)).toEqual({ from, to });
  });

  it.each(['03/02 - 03/05/2026', '03/05/2026 - 03/02/2026', 'from March'])('no span: %s', (text) => {
    expect(readDateSpan(text)).toBeNull();
  });
});

describe('labels', () => {
  it.each([
    ['Claim #', 'ccn'], ['CLM CTRL NBR', 'ccn'], ['Claim Control Number (ICN or DCN)', 'ccn'], ['Health plan’s claim tracking number', 'ccn'], ['Claim #/ Claim Type', 'ccn'], ['Patient Account #', 'pcn'], ['Your account number:', 'pcn'], ['Date(s) of Service', 'dos'], ['From/Thru', 'dos'], ['Svc Dt', 'dos'], ['Statement From', 'dosFrom'],
    ['Total Charge(s)', 'charge'], ['Amount You Charged', 'charge'], ['Paid by Keystone Ridge', 'paid'], ['Amount Paid To Provider', 'paid'], ['Total Paid to Provider', 'checkAmount'], ['Check/EFT Amount', 'checkAmount'], ['Subscriber', 'other'], ['Subscriber ID', 'memberId'], ['Original Claim Number', 'refLabel'], ['Dual Plan Claim Number', 'refLabel'],
    ['Customer #', 'refLabel'], ['Clearinghouse Trace Number', 'refLabel'], ['Inquiry #', 'confirmation'], ['Reason/Remark Code(s)', 'codes'], ['Adj Reason Code', 'carc'], ['RMK Code', 'rarc'], ['EX code', 'payerCode'], ['Other Insurance Paid', 'other'], ['Interest Paid', 'other'], ['Authorization #', 'other'],
  ])('%s', (text, key) => {
    expect(readLabel(text)?.key).toBe(key);
  });

  it.each(['Claims', 'Members', 'If a claim number is missing, call us.', 'LINDQVIST, ODA', '26H0041177', 'Paid --'])('no label: %s', (text) => {
    expect(readLabel(text)).toBeNull();
  });
});

describe('status words', () => {
  it.each([
    ['Paid', 'paid'], ['Finalized', 'decided'], ['Finalized - Denied', 'denied'], ['F2:84', 'denied'], ['F1 - Finalized/Payment', 'paid'], ['P B9997', 'paid'], ['T B9997', 'rejected'], ['R B9997', 'denied'], ['S M0048', 'pending'], ['Acknowledgement/Not Found', 'not-found'], ['Processed to completion', 'decided'], ['Partially Paid', 'partially-denied'], ['Rejected by Payer', 'rejected'], ['Processed 03/20/2026', 'decided'],
    ['Zorbified', null], ['Paid - Pending', null], ['Dispute a denied claim', null], ['12 denied', null], ['PAID: 1,388.89', null],
  ])('%s', (text, state) => {
    expect(readStatusWord(text)).toBe(state);
  });
});

describe('codes', () => {
  const short = (text: string, context: CodeContext): string => {
    const set = readCodes(text, context);
    return set === null ? '' : [...set.adjustments.map((one) => `${one.groupCode ?? '?'}-${one.carc}${one.cents === null ? '' : `=${String(one.cents)}`}`), ...set.rarcs, ...set.payerCodes.map((one) => `own:${one.code}`)].join(' ');
  };
  it.each<[string, CodeContext, string]>([
    ['CO-50', 'carc', 'CO-50'], ['CO 50', 'codes', 'CO-50'], ['CO50', 'codes', 'CO-50'], ['50', 'carc', '?-50'], ['CO-45, PR-2', 'carc', 'CO-45 PR-2'], ['CO-16 / N290, MA130', 'codes', 'CO-16 N290 MA130'], ['16 M51', 'codes', '?-16 M51'], ['045', 'carc', '?-45'], ['B15', 'carc', '?-B15'],
    ['97 - Included in another service, 50 percent', 'carc', '?-97'], ['CO-197 ($215.00)', 'carc', 'CO-197=21500'], ['37253', 'carc', 'own:37253'], ['4021', 'payer', 'own:4021'], ['EX4B', 'payer', 'own:EX4B'], ['N130 See the benefit documents', 'rarc', 'N130'],
    ['--', 'carc', ''], ['No remittance advice codes applicable.', 'rarc', ''], ['22', 'rarc', ''], ['Records missing', 'codes', ''], ['$45.00', 'carc', ''],
  ])('%s under %s', (text, context, expected) => {
    expect(short(text, context)).toBe(expected);
  });

  it('reads 277 triples', () => {
    expect(readStatusTriples('A7:562:85, F2/84')).toEqual([{ category: 'A7', status: '562', entity: '85' }, { category: 'F2', status: '84', entity: null }]);
    expect(readStatusTriples('at 10:22')).toEqual([]);
  });
});

describe('identifiers and lines', () => {
  it('copies claim numbers as shown and refuses what is none', () => {
    expect(['26H0041177', '26X 0041902 01', '1114100351480', 'HCB325958-34', '26H0041177 / Professional'].map(readClaimNumber)).toEqual(['26H0041177', '26X 0041902 01', '1114100351480', 'HCB325958-34', '26H0041177']);
    expect(['Denied', '03/02/2026', '$215.00', '800-555-1212', '1234567890', '26H0041…', '***1177', 'N/A', 'View claim'].map(readClaimNumber)).toEqual(Array.from({ length: 9 }, () => null));
  });

  it('tells people and members from other words', () => {
    expect([readPersonName('LINDQVIST, ODA'), readPersonName('Oda Lindqvist (F)'), readPersonName('<b>X</b>, ANA'), readPersonName('View details'), readPersonName('26H0041177')]).toEqual(['LINDQVIST, ODA', 'Oda Lindqvist', '<b>X</b>, ANA', null, null]);
    expect([readMemberId('1EG4-TE5-MK73'), readMemberId('XXX-XX-1234'), readMemberId('03/02/2026')]).toEqual(['1EG4-TE5-MK73', null, null]);
  });

  it('reads procedures with modifiers', () => {
    expect([readProcedure('99214-25'), readProcedure('HC:99214:25'), readProcedure('0450 / 99283'), readProcedure('0450'), readProcedure('$99.21')]).toEqual([{ code: '99214', modifiers: ['25'] }, { code: '99214', modifiers: ['25'] }, { code: '99283', modifiers: [] }, null, null]);
    expect(readModifiers('25, 59')).toEqual(['25', '59']);
  });

  it('knows what a heading is about', () => {
    expect(['Subscriber information', 'Other claims for this patient', 'Remark code descriptions', 'Provider Level Adjustments', 'Explanation of benefits', 'Eligibility and Benefits'].map(sectionKind)).toEqual(['subscriber', 'related', 'legend', 'plb', 'claim', 'eligibility']);
  });
});

describe('what is not the claim in front', () => {
  it.each([
    ['Estimated patient cost', 'estimate'], ['Pre-treatment estimate', 'estimate'], ['Redetermination history', 'appeal'], ['Claim history', 'related'], ['Outpatient facility claim', 'claim'], ['Crossover claim', 'claim'], ['Crossover claims', 'related'],
  ])('a heading %s opens a part about: %s', (text, kind) => {
    expect(sectionKind(text)).toBe(kind);
  });

  it.each([
    ['CO45 -$22.60', -2260], ['CO-45 $22.60', 2260], ['CO-45 - $22.60', 2260], ['CO-45: $22.60', 2260], ['CO-45 ($22.60)', 2260],
  ])('the minus of a reversal stays: %s', (text, cents) => {
    expect(readCodes(text, 'carc')?.adjustments[0]?.cents).toBe(cents);
  });

  it('a label does not begin in the middle of a phrase', () => {
    expect(inlinePairs('Billed on this remittance: $820.00', () => 'Billed on this remittance: $820.00', false)).toEqual([]);
    expect(inlinePairs('Remittance total: $820.00', () => 'Remittance total: $820.00', false).map((pair) => pair.hit.key)).toEqual(['checkAmount']);
  });

  it('a state may carry the amount it speaks of', () => {
    expect(readStatusWord('Paid $51.00')).toBe('paid');
    expect(readStatusWord('Denied - $51.00 of $60.00')).toBeNull();
  });
});

describe('columns under labels down the side', () => {
  const heads = ['Procedure', 'Service date', 'Charge', 'Paid'].map((text, col) => ({ col, span: 1, text, group: '', hit: readLabel(text) }));
  const column = (name: string, ...texts: string[]): { name: string; cells: Cell[] } => ({ name, cells: texts.map((text, col) => ({ el: {} as Element, box: null, text, col, span: 1, head: false, id: null })) });
  const names = (...columns: { name: string; cells: Cell[] }[]): string[] => columnsToRead(heads, columns).map(({ name }) => name);

  it('are services where they are numbered or differ as services do', () => {
    expect(names(column('Line 1', '97110', '05/01/2026', '$90.00', '$40.00'), column('Line 2', '97110', '05/01/2026', '$90.00', '$40.00'))).toEqual(['Line 1', 'Line 2']);
    expect(names(column('', '97110', '05/01/2026', '$90.00', '$40.00'), column('', '97140', '05/01/2026', '$60.00', '$0.00'))).toHaveLength(2);
  });

  it('are one service at two times where they only differ in how it was decided, and then none is taken', () => {
    expect(names(column('', '97110', '05/01/2026', '$90.00', '$0.00'), column('', '97110', '05/01/2026', '$90.00', '$40.00'))).toEqual([]);
    expect(names(column('Original', '97110', '05/01/2026', '$90.00', '$0.00'), column('Corrected', '97140', '05/02/2026', '$60.00', '$40.00'))).toEqual([]);
  });

  it('give the one that the payer decided beside the one that was sent', () => {
    expect(names(column('Claim as submitted', '97110', '05/01/2026', '$90.00', '–'), column('Claim as processed', '97140', '05/01/2026', '$90.00', '$40.00'))).toEqual(['Claim as processed']);
    expect(names(column('Before', '97110', '05/01/2026', '$90.00', '$0.00'), column('After', '97110', '05/01/2026', '$90.00', '$40.00'))).toEqual(['After']);
  });
});

it.each([['Search history', 'user'], ['Call log', 'user'], ['Medical record requests', 'user'], ['System status', 'news'], ['Quick reference card', 'help'], ['Webinar: denials', 'help'], ['Claim comparison Payer: Harrow Benefit Trust', 'claim']] as const)('the heading %s is of a part about %s', (text, kind) => {
  expect(sectionKind(text)).toBe(kind);
});
