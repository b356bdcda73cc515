import { expect, test } from 'vitest';
import { CHECKED, mismatchList } from '../../../rules/work/mismatch-list.ts';
import type { Said } from '../../../rules/work/mismatch-list.ts';

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

test('what only one source says is neither right nor wrong', () => {
  expect(verdict({ sent: { codes: '97110' } }, 'codes')).toBe('one-source');
  expect(verdict({ sent: { codes: '97110' }, portal: { codes: null } }, 'codes')).toBe('one-source');
  expect(verdict({}, 'plan')).toBe('nothing');
});
