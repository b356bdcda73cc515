import { expect, test } from 'vitest';
import { StorageFault } from '../../storage/storage-fault.ts';
import { PREFIX_LENGTHS } from '../../storage/vault/blind-index.ts';
import { CONTENT_KINDS, Vault } from '../../storage/vault/vault.ts';

const key = (fill: number) => new Uint8Array(32).fill(fill);

test('a sealed value opens only in its own place and with its own key', async () => {
  const vault = await Vault.fromKey(key(1));
  const sealed = await vault.seal('cases', 'case-0001', { patient: 'Quillfeather, Odalys' });
  expect(await vault.open('cases', 'case-0001', sealed)).toEqual({ patient: 'Quillfeather, Odalys' });
  const wrongs: [string, () => Promise<unknown>][] = [
    ['another row', () => vault.open('cases', 'case-0002', sealed)],
    ['another table', () => vault.open('events', 'case-0001', sealed)],
    ['another key', async () => (await Vault.fromKey(key(2))).open('cases', 'case-0001', sealed)],
  ];
  for (const [name, open] of wrongs) await expect(open(), name).rejects.toMatchObject({ code: 'damaged-record' });
});

test('every changed byte of a box or its nonce is noticed', async () => {
  const vault = await Vault.fromKey(key(1));
  const sealed = await vault.seal('cases', 'case-0001', 'x');
  for (const part of ['box', 'iv'] as const) {
    for (let at = 0; at < sealed[part].length; at += 1) {
      const bent = structuredClone(sealed);
      bent[part][at] = (bent[part][at] ?? 0) ^ 1;
      await expect(vault.open('cases', 'case-0001', bent)).rejects.toBeInstanceOf(StorageFault);
    }
  }
});

test('two sealings of one value differ, and names of different length give boxes of one length', async () => {
  const vault = await Vault.fromKey(key(1));
  const [a, b, c] = await Promise.all([vault.seal('cases', 'i', 'Li'), vault.seal('cases', 'i', 'Li'), vault.seal('cases', 'i', 'Featherstonehaugh-Cholmondeley')]);
  expect(a.iv).not.toEqual(b.iv);
  expect(a.box).not.toEqual(b.box);
  expect(a.box.length).toBe(c.box.length);
});

test('a name is found by whole words and beginnings, whatever case, accent or order', async () => {
  const vault = await Vault.fromKey(key(1));
  const stored = new Set(vault.blindTokens('name', 'Núñez-Quillfeather, Odalys M'));
  for (const typed of ['nun', 'NUNEZ', 'odalys', 'odalys nunez', 'quillfea', 'Quillfeather', 'quillfeatherbed is too far to tell']) {
    const wanted = vault.blindQuery('name', typed.split(' is ')[0] ?? '');
    expect(wanted.length, typed).toBeGreaterThan(0);
    expect(wanted.every((token) => stored.has(token)), typed).toBe(true);
  }
  for (const typed of ['nuz', 'odelys', 'alys', 'quillfeb']) expect(vault.blindQuery('name', typed).every((token) => stored.has(token)), typed).toBe(false);
  expect(vault.blindQuery('name', 'n')).toEqual([]);
  expect(vault.blindQuery('name', ' ,- ')).toEqual([]);
  expect(vault.blindTokens('name', 'Li')).toEqual(vault.blindQuery('name', 'li'));
});

test('a number is found whatever separators stand in it', async () => {
  const vault = await Vault.fromKey(key(1));
  const stored = new Set(vault.blindTokens('number', '2026-0311 ab/99'));
  expect(vault.blindQuery('number', '20260311AB99').every((token) => stored.has(token))).toBe(true);
  expect(vault.blindQuery('number', '2026')).toHaveLength(1);
  expect(vault.blindQuery('number', '20')).toEqual([]);
  expect(stored.size).toBe(1 + PREFIX_LENGTHS.length + 1); // whole; 3, 5, 8; and 11 of the twelve
  expect(vault.blindQuery('number', '20260311 AB8').every((token) => stored.has(token))).toBe(false);
  expect(vault.blindExact('number', '2026 0311AB-99')).toBe(vault.blindExact('number', '20260311ab99'));
  expect(vault.blindExact('number', ' - ')).toBeNull();
});

test('hashes of contents have keys of their own: none stands for another kind, the seal of the trail or another practice', async () => {
  const [one, other] = [await Vault.fromKey(key(1)), await Vault.fromKey(key(2))];
  const hashes = [...CONTENT_KINDS.map((kind) => one.contentHash(kind, 'text')), ...CONTENT_KINDS.map((kind) => other.contentHash(kind, 'text')), one.auditMac('text'), one.contentHash('decision', 'text.')];
  expect(new Set(hashes).size).toBe(hashes.length);
  expect(one.contentHash('decision', 'text')).toBe((await Vault.fromKey(key(1))).contentHash('decision', 'text'));
});

test('tokens of different kinds and of different practices have nothing in common', async () => {
  const [one, other] = [await Vault.fromKey(key(1)), await Vault.fromKey(key(2))];
  const tokens = [...one.blindTokens('number', '12345678'), ...one.blindTokens('member', '12345678'), ...other.blindTokens('number', '12345678')];
  expect(new Set(tokens).size).toBe(tokens.length);
  for (const token of tokens) expect(token).toMatch(/^[\w-]{14}$/u);
});
