import { expect, test } from 'vitest';
import { earlierStates, sendBackNote } from '../../components/words/prevention-words.ts';
import type { RecordOf } from '../../rules/prevention/prevention-record.ts';

const log: RecordOf<'log'> = { kind: 'log', cause: 'No approval', payerKey: null, category: 'prior-authorization', team: 'scheduling', action: 'Hold the slot', ownerId: null, dueOn: null, result: '', state: 'open' };
const nameOf = (dimension: string, value: string): string => (dimension === 'owner' ? `Person ${value}` : value);

test('a note to another team names the pattern and what is asked for, and leaves out what could name somebody', () => {
  const note = sendBackNote({ to: 'Scheduling', pattern: 'No approval', claims: 7, payer: 'Granite Federal', action: 'Call back about claim 77000123456 of 3/4/2026', by: null, from: 'Rosa Imbert', reference: 'ab12cd34' });
  expect(note).toContain('What keeps coming: No approval (Granite Federal), 7 claims in the last 4 weeks');
  expect(note).toContain('What we ask for: Call back about claim [left out] of [left out]');
  expect(note).not.toMatch(/77000123456|3\/4\/2026/u);
});

test('what a record said before can be read again, with who changed it', () => {
  const states = earlierStates({ record: { ...log, state: 'done', result: 'Fell by half', ownerId: 'u2' }, atMs: 30, userId: 'u2', history: [{ atMs: 10, userId: 'u1', record: log }, { atMs: 20, userId: 'u1', record: { ...log, ownerId: 'u2' } }] }, nameOf);
  expect(states).toEqual([
    { atMs: 30, by: 'Person u2', was: [{ field: 'Result', before: 'nothing', after: 'Fell by half' }, { field: 'State', before: 'Open', after: 'Done' }] },
    { atMs: 20, by: 'Person u1', was: [{ field: 'Owner', before: 'nothing', after: 'Person u2' }] },
  ]);
});
