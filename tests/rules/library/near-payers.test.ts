import { expect, test } from 'vitest';
import { nearPayers } from '../../../rules/library/near-payers.ts';
import { BASE_LIBRARY } from '../../../rules/payers/rule-library.ts';

const ours = { key: 'ours', name: 'Blue Cross Blue Shield of Illinois', searched: 'blue cross blue shield of illinois', rulePayer: null };
const library = [...BASE_LIBRARY.payerByName.values()].map(({ name, rules }) => ({ key: name, name, searched: [name, ...rules.flatMap(({ rule }) => rule.payerAliases)].join(' ').toLowerCase(), rulePayer: name }));
const near = (text: string, rows = [ours, ...library]) => nearPayers(rows, text).map(({ name }) => name);

test('a name nobody goes by finds the payers like it', () => {
  expect(near('bcbs il')[0]).toBe(ours.name);
  expect(near('bcbs il', library)).toContain('Anthem Blue Cross and Blue Shield');
  expect(near('aetna medicare')).toContain('Aetna');
  expect(near('bule cross').every((name) => /blue (?:cross|shield)/iu.test(name))).toBe(true);
  expect(near('bule cross')).toContain(ours.name);
  expect(near('humna')[0]).toMatch(/Humana/u);
  expect(near('cgina')[0]).toMatch(/Cigna/u);
});

test('a stranger is like nobody, and no list grows beyond what can be read', () => {
  expect(near('zzyzx mutual of nowhere')).toEqual([]);
  expect(near('')).toEqual([]);
  for (const text of ['blue', 'medicare', 'bcbs', 'bule cross']) expect(near(text).length).toBeLessThanOrEqual(8);
});
