import { expect, test } from 'vitest';
import { withoutNumbers } from '../../components/note/without-numbers.ts';
import { COVERED_FACTS } from '../../rules/domain/covered-fields.ts';
import { deniedFacts } from '../storage/cases/practice.ts';

const claim = { facts: deniedFacts({ claimControlNumber: '26310048812', patientControlNumber: 'ACC-7710', memberId: 'W123456789' }), references: [{ value: '26310048812-77' }, { value: 'A1' }] };
const note = 'Cedar Valley, claim 26310048812 (new 26310048812-77), account ACC-7710: denied. Called, ref A1.';

test('where all numbers are covered a note covers them too, the longer one first', () => {
  expect(withoutNumbers(note, claim, COVERED_FACTS.numbers)).toBe('Cedar Valley, claim ••••8812 (new ••••2-77), account ••••7710: denied. Called, ref A1.');
});

test('where the member alone is covered a note stands as it is copied', () => {
  expect(withoutNumbers(note, claim, COVERED_FACTS.member)).toBe(note);
  expect(withoutNumbers('member W123456789', claim, COVERED_FACTS.member)).toBe('member ••••6789');
});
