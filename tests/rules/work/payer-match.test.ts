import { expect, test } from 'vitest';
import type { PracticePayer } from '../../../rules/domain/practice.ts';
import { lineOfBusinessOf } from '../../../rules/work/line-of-business.ts';
import { libraryPayerOf, matchPracticePayer } from '../../../rules/work/payer-match.ts';

const payer = (key: string, name: string, more: Partial<PracticePayer> = {}): PracticePayer => ({ key, name, libraryPayer: null, lineOfBusiness: null, state: null, network: null, aliases: [], ...more });
const payers = [payer('aetna', 'Aetna', { libraryPayer: 'Aetna', lineOfBusiness: 'commercial' }), payer('cedar', 'Cedar Valley Health', { aliases: ['CVH Plan'] }), payer('uhc', 'UnitedHealthcare', { libraryPayer: 'UnitedHealthcare' })];

test.each([
  ['aetna', 'aetna'], ['AETNA', 'aetna'], ['Aetna Life Insurance Company', 'aetna'], ['CEDAR VALLEY HEALTH', 'cedar'], ['cvh plan', 'cedar'], ['United Healthcare', 'uhc'], ['UNITED HEALTHCARE INSURANCE CO', 'uhc'],
  ['Aetna Better Health of Illinois', null], ['Aetna Medicare', null], ['Cedar Rapids Health', null], ['', null], [null, null], ['Blue Cross', null],
])('%s is %s', (name, key) => {
  expect(matchPracticePayer(name, payers)?.key ?? null).toBe(key);
});

test('of two of one name the claim\'s line of business decides, and without it nobody guesses', () => {
  const two = [payer('a', 'Humana', { lineOfBusiness: 'commercial' }), payer('b', 'HUMANA', { lineOfBusiness: 'medicare-advantage' })];
  expect(matchPracticePayer('Humana', two)).toBeNull();
  expect(matchPracticePayer('Humana', two, 'medicare-advantage')?.key).toBe('b');
});

test('the library\'s payer is named only where the name holds nothing else', () => {
  expect(libraryPayerOf('AETNA LIFE INSURANCE COMPANY')).toBe('Aetna');
  expect(libraryPayerOf('Anthem Blue Cross and Blue Shield')).toBeNull(); // shared by many states
  expect(libraryPayerOf('Lakeshore Community Plan')).toBeNull();
});

test.each([['MB', 'medicare-ffs'], ['ma', 'medicare-ffs'], ['16', 'medicare-advantage'], ['MC', 'medicaid'], ['CH', 'tricare'], ['VA', 'va'], ['WC', 'workers-comp'], ['HM', 'commercial'], ['BL', 'commercial'], ['ZZ', null], ['AM', null], ['', null], [null, null]])('filing indicator %s: %s', (indicator, line) => {
  expect(lineOfBusinessOf(indicator)).toBe(line);
});
