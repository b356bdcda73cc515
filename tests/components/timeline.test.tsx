import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Timeline } from '../../components/denial/Timeline.tsx';
import { coverHistory } from '../../components/note/cover-history.ts';
import { COVERED_FACTS } from '../../rules/domain/covered-fields.ts';
import type { SealedCase } from '../../rules/domain/denial-case.ts';
import type { TimelineEntry } from '../../rules/work/case-file.ts';
import { deniedFacts } from '../storage/cases/practice.ts';

const sealed: SealedCase = { facts: deniedFacts({ memberId: 'W998877665', claimControlNumber: 'E26061234500' }), references: [{ label: 'Inquiry', value: 'REF5512345', atMs: 1 }], overrides: [], submissions: [], classification: null, resolution: null };
const base = { userName: 'Ada Fernhill', atMs: 1, title: 'Corrected', detail: null };
const entries: TimelineEntry[] = [
  { ...base, id: 'one', kind: 'edited', changes: [{ field: 'memberId', was: 'W111122223', now: 'W998877665' }, { field: 'birthDate', was: null, now: '1961-04-07' }, { field: 'claimControlNumber', was: 'E26061230000', now: 'E26061234500' }, { field: 'paid', was: '0.00', now: '12.00' }] },
  { ...base, id: 'two', kind: 'reference', title: 'Reference recorded', detail: 'Inquiry: REF5512345', changes: [] },
  { ...base, id: 'three', kind: 'taken-in', changes: [{ field: 'references', was: null, now: 'label Inquiry, value REF5512345' }] },
];
const drawn = (covered: ReadonlySet<string>, timeline = entries): string => renderToStaticMarkup(<Timeline entries={timeline} covered={covered} cover={coverHistory({ sealed, timeline, contacts: [] }, covered)} />);

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

const written: TimelineEntry[] = [
  ...entries,
  { ...base, id: 'four', kind: 'correction', title: 'Corrected claim accepted', detail: '2026-03-05; confirmation FAX-99120034; new claim number E26069999900; denied CO-197 on 99213, J3490 and S72.001A', changes: [] },
  { ...base, id: 'five', kind: 'note', title: 'Note', detail: 'Their number was E26061111100, before that E26061230000, member W111122223 born 04/07/1961', changes: [] },
  { ...base, id: 'six', kind: 'appeal', title: 'First level sent by fax', detail: '2026-03-09 to Aetna; 1Z999AA10123456784', changes: [] },
  {
    ...base, id: 'seven', kind: 'taken-in', changes: [
      { field: 'correction originalClaimNumber', was: 'E26061234500', now: 'E26069999901' }, { field: 'submissions', was: null, now: 'action records, on 2026-03-09, channel fax, confirmation FAX-99120035' },
      { field: 'appeal payerNumber', was: null, now: 'AP771' }, { field: 'appeal submission', was: null, now: 'on 2026-03-09, channel mail, tracking 9400110200881234567890' },
      { field: 'correction changes', was: null, now: '0 {"field":"birth-date","was":"1961-05-08","now":"1961-04-07"}' }, { field: 'appeal signer', was: null, now: 'Ada Fernhill' }, { field: 'charge', was: '1234.56', now: '12345.67' }, { field: 'appeal requestedCents', was: null, now: '1234599' }, { field: 'appeal outcome', was: null, now: 'outcome overturned, recoveredCents 1234588' },
    ],
  },
];

test('numbers in sentences and in parts of a change are covered too: the payer’s new one, earlier ones, confirmations, trackings, a birth date', () => {
  const covered = drawn(COVERED_FACTS.numbers, written);
  for (const number of ['99120034', '99120035', 'E26069999900', 'E26069999901', 'E26061111100', 'E26061230000', 'W111122223', '04/07', '05-08', '05/08', '1Z999AA1', 'AP771', '94001102']) expect(covered, number).not.toContain(number);
  for (const said of ['••••9900', 'CO-197', '99213', 'J3490', 'S72.001A', 'Ada Fernhill', 'channel mail', '03/09/2026', '2026-03-05', '1234.56', '12345.67', '1234599', '1234588']) expect(covered, said).toContain(said);
  const shown = drawn(new Set(), written);
  for (const number of ['FAX-99120034', 'E26069999900', 'W111122223 born 04/07/1961', 'AP771']) expect(shown, number).toContain(number);
});

test('where only the member is covered, sentences cover the member’s earlier number and birth date and nothing else', () => {
  const shown = drawn(COVERED_FACTS.member, written);
  for (const number of ['W111122223', '04/07', '05-08']) expect(shown, number).not.toContain(number);
  for (const number of ['E26069999900', 'FAX-99120034', 'E26061111100']) expect(shown, number).toContain(number);
});
