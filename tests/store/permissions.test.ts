import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

test('the store kit gives a reason for every permission that is asked for, and for none that is not', () => {
  const config = read('wxt.config.ts');
  const list = /permissions: \[\n([^\]]*(?:\[[^\]]*\][^\]]*)*)\n {4}\]/u.exec(config)?.[1] ?? '';
  const asked = new Set([...list.matchAll(/'([a-zA-Z]+)'/gu)].map((found) => found[1]).filter((name) => name !== 'firefox'));
  expect(asked.size).toBeGreaterThan(6);
  const reasons = new Set([...read('tests/store/STORE-KIT.md').matchAll(/^\| `([a-zA-Z]+)` \| \S/gmu)].map((found) => found[1]));
  expect([...reasons].sort()).toEqual([...asked].sort());
});

test('every test the compliance pack points at is there', () => {
  const missing = [...read('tests/store/COMPLIANCE.md').matchAll(/`(tests\/[\w/.-]+\.ts)`/gu)].map((found) => found[1] ?? '').filter((name) => {
    try {
      return read(name) === '';
    } catch {
      return true; // the file is not there: that is the finding
    }
  });
  expect(missing).toEqual([]);
});
