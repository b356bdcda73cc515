import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Timeline } from '../../components/denial/Timeline.tsx';
import { withoutNumbers } from '../../components/note/without-numbers.ts';
import { COVERED_FACTS } from '../../rules/domain/covered-fields.ts';
import type { TimelineEntry } from '../../rules/work/case-file.ts';
import { deniedFacts } from '../storage/cases/practice.ts';

const claim = { facts: deniedFacts({ memberId: 'W998877665', claimControlNumber: 'E26061234500' }), references: [{ value: 'REF5512345' }] };
const base = { userName: 'Ada Fernhill', atMs: 1, title: 'Corrected', detail: null };
const entries: TimelineEntry[] = [
  { ...base, id: 'one', kind: 'edited', changes: [{ field: 'memberId', was: 'W111122223', now: 'W998877665' }, { field: 'birthDate', was: null, now: '1961-04-07' }, { field: 'claimControlNumber', was: 'E26061230000', now: 'E26061234500' }, { field: 'paid', was: '0.00', now: '12.00' }] },
  { ...base, id: 'two', kind: 'reference', title: 'Reference recorded', detail: 'Inquiry: REF5512345', changes: [] },
  { ...base, id: 'three', kind: 'taken-in', changes: [{ field: 'references', was: null, now: 'label Inquiry, value REF5512345' }] },
];
const drawn = (covered: ReadonlySet<string>): string => renderToStaticMarkup(<Timeline entries={entries} covered={covered} cover={(text) => withoutNumbers(text, claim, covered)} />);

test('old and new identifiers in the history are covered as in the claim, and shown where it shows them', () => {
  const covered = drawn(COVERED_FACTS.numbers);
  for (const number of ['W111122223', 'W998877665', '04/07', 'E26061230000', 'E26061234500', 'REF5512345']) expect(covered).not.toContain(number);
  expect(covered).toContain('••••2223');
  expect(covered).toContain('12.00');
  const shown = drawn(new Set());
  for (const number of ['W111122223', 'W998877665', 'E26061230000', 'REF5512345']) expect(shown).toContain(number);
});

test('where only the member is covered, the numbers of the claim stand in the history', () => {
  const shown = drawn(COVERED_FACTS.member);
  expect(shown).not.toContain('W111122223');
  expect(shown).toContain('E26061230000');
});
