import { expect, it } from 'vitest';
import { sameName, tidyName } from '../../../rules/domain/same-name.ts';

it.each([
  ['Lena Ortiz', 'LENA  ORTIZ'], ['Bea Ng', 'Bea Ng\u200B'], ['Bea Ng', 'B\u2060ea\u00A0Ng'], ['Jos\u00E9 Paz', 'Jose\u0301 paz'], ['Cal Dorn', ' \uFF23al\tDorn\uFE0F '], ['Ida Stra\u00DFer', 'Ida STRASSER'], ['Ann Lee', 'A\u00ADnn \u200D Lee'],
])('%j and %j are one name', (a, b) => expect(sameName(a, b)).toBe(true));

it('names that look different are different', () => {
  expect([sameName('Bea Ng', 'Bea N. Ng'), sameName('Ann Lee', 'Annlee'), sameName('Jos\u00E9 Paz', 'Jose Paz')]).toEqual([false, false, false]);
});

it('nothing unseen is kept in a name', () => {
  expect(tidyName(' Bea\u200B  Ng\u2060 ')).toBe('Bea Ng');
  expect(tidyName('\u200B \uFE0F')).toBe('');
});
