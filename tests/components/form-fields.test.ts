import { expect, test } from 'vitest';
import { isDayOrNone, isOneOf, isText, restoredFields } from '../../components/work/use-fields.ts';

const blank = { text: '', on: '2026-11-21' as string | null, how: 'portal' as string | null };
const checks = { text: isText, on: isDayOrNone, how: isOneOf([{ value: 'portal' }, { value: 'fax' }], true) };

test('what was kept comes back, also a field that was emptied', () => {
  expect(restoredFields(blank, checks, { text: 'called twice', on: null, how: 'fax' })).toEqual({ text: 'called twice', on: null, how: 'fax' });
});
test('what no longer fits the form is left out, field by field', () => {
  expect(restoredFields(blank, checks, { text: 5, on: '2026-02-30', how: 'pigeon', more: 1 })).toEqual(blank);
  expect(restoredFields(blank, checks, { text: 'stays', how: 'pigeon' })).toEqual({ ...blank, text: 'stays' });
  for (const kept of [null, undefined, 'x', 3, []]) expect(restoredFields(blank, checks, kept)).toEqual(blank);
});
