import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { EdiReader } from '../../../rules/remittance/edi-reader.ts';
import { filingOf } from '../../../rules/work/filing-proof.ts';
import { CHECKED, mismatchList, saidByFiling } from '../../../rules/work/mismatch-list.ts';
import type { Filing } from '../../../rules/domain/filing.ts';
import type { Said } from '../../../rules/work/mismatch-list.ts';

/** The claims of an 837 as they are kept. */
function sentClaims(text: string): Filing[] {
  const reader = new EdiReader();
  return [...reader.push(text), ...reader.end()].flatMap((event) => (event.type === 'claim' ? filingOf(event.claim, event.detail) ?? [] : []));
}

const verdict = (said: Said, what: (typeof CHECKED)[number]) => mismatchList(said).find((row) => row.what === what)?.verdict;

test('each seeded difference is found, and equal values stay silent', () => {
  const base = { name: 'FERREIRA, INES M', 'birth-date': '1961-04-02', 'member-id': 'HLM 4471-02', plan: 'PPO', dates: '2026-09-02', codes: '97110, 97140', modifiers: '59, GP', units: '97110 × 2', place: 'North clinic', provider: 'Dr Amit Sorrel' };
  for (const what of CHECKED) expect(verdict({ remittance: base, sent: base }, what), what).toBe('same');
  const other = { name: 'FERRERIA, INES', 'birth-date': '1961-02-04', 'member-id': 'HLM447120', plan: 'HMO', dates: '2026-09-03', codes: '97110', modifiers: 'GP', units: '97110 × 1', place: 'South clinic', provider: 'Lena Quist' };
  for (const what of CHECKED) expect(verdict({ remittance: base, sent: other }, what), what).toBe('differs');
});

test('other writings of the same value are no difference', () => {
  expect(verdict({ remittance: { name: 'FERREIRA, INES M' }, portal: { name: 'Inês Ferreira' } }, 'name')).toBe('same');
  expect(verdict({ remittance: { 'member-id': 'hlm 4471-02' }, record: { 'member-id': 'HLM447102' } }, 'member-id')).toBe('same');
});

test('a place by its code and by its name, a plan by its number and by its name, are not held against one another', () => {
  expect(verdict({ sent: { place: '11 Office' }, portal: { place: 'Office' } }, 'place')).toBe('same');
  expect(verdict({ sent: { place: '11 Office' }, portal: { place: 'POS 22' } }, 'place')).toBe('differs');
  expect(verdict({ sent: { place: '11 Office' }, portal: { place: 'North clinic' } }, 'place')).toBe('one-source');
  expect(verdict({ sent: { plan: 'GOLD PPO, 88120' }, portal: { plan: 'Gold PPO' } }, 'plan')).toBe('same');
  expect(verdict({ sent: { plan: '88120' }, portal: { plan: 'Gold PPO' } }, 'plan')).toBe('one-source');
  expect(verdict({ sent: { plan: 'GOLD PPO' }, record: { plan: 'Silver HMO' } }, 'plan')).toBe('differs');
});

test('a plan whose name is only part of the other is no agreement, and a dash is no value', () => {
  for (const [sent, portal, found] of [['Medicare', 'Medicare Advantage HMO', 'differs'], ['Blue PPO', 'Blue PPO Bronze 60', 'one-source']] as const) {
    expect(verdict({ sent: { plan: sent }, portal: { plan: portal } }, 'plan'), sent).toBe(found);
    expect(verdict({ sent: { plan: portal }, portal: { plan: sent } }, 'plan'), sent).toBe(found);
  }
  expect(verdict({ sent: { plan: '---' }, portal: { plan: 'Gold PPO' } }, 'plan')).toBe('one-source');
  expect(verdict({ sent: { plan: '---' } }, 'plan')).toBe('nothing');
  expect(verdict({ sent: { plan: 'PPO Gold' }, portal: { plan: 'gold ppo' } }, 'plan')).toBe('same');
  expect(verdict({ sent: { plan: '88120' }, portal: { plan: 'Gold PPO, 88120' } }, 'plan')).toBe('same');
});

test('a name that begins with a number is no place of service', () => {
  expect(verdict({ sent: { place: '21 Inpatient hospital' }, portal: { place: '21st Century Oncology' } }, 'place')).toBe('one-source');
  for (const name of ['24/7 Urgent Care', '24-Hour Urgent Care', '24 Hour Urgent Care']) expect(verdict({ sent: { place: '11 Office' }, portal: { place: name } }, 'place'), name).toBe('one-source');
  for (const place of ['11', '11 - Office', '11-Office', '11: Office', 'POS 11', 'POS: 11 Office']) expect(verdict({ sent: { place: '11 Office' }, portal: { place } }, 'place'), place).toBe('same');
});

test('a claim as it was sent (837) says birth date, plan, place and provider; each wrong one is found', () => {
  const sent = sentClaims(readFileSync(new URL('../../remittances/submitted-claims.edi', import.meta.url), 'utf8').replace('SBR*P*18*******CI', 'SBR*P*18*88120*GOLD PPO*****CI'));
  expect(saidByFiling(sent[0] as Filing)).toMatchObject({ name: 'LINDQVIST, ODA M', 'birth-date': '1970-01-01', plan: 'GOLD PPO, 88120', place: '11 Office', provider: 'HALVORSEN, INGRID' });
  // The second patient is not the subscriber: the subscriber's birth date is not theirs.
  expect(saidByFiling(sent[1] as Filing)).toMatchObject({ name: 'BRANDT, FELIX', 'birth-date': null, plan: null, place: '11 Office', provider: null });
  const portal = { name: 'LINDQVIST, ODA', 'birth-date': '1970-10-01', plan: 'Silver HMO', place: '22 Outpatient hospital', provider: 'Amit Sorrel' };
  const rows = mismatchList({ sent: saidByFiling(sent[0] as Filing), portal });
  expect(rows.filter(({ verdict: found }) => found === 'differs').map(({ what }) => what)).toEqual(['birth-date', 'plan', 'place', 'provider']);
});

test('what only one source says is neither right nor wrong', () => {
  expect(verdict({ sent: { codes: '97110' } }, 'codes')).toBe('one-source');
  expect(verdict({ sent: { codes: '97110' }, portal: { codes: null } }, 'codes')).toBe('one-source');
  expect(verdict({}, 'plan')).toBe('nothing');
});
