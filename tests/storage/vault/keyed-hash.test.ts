import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { valueTokens } from '../../../storage/vault/blind-index.ts';
import { KeyedHash } from '../../../storage/vault/keyed-hash.ts';

test('a keyed hash is that of RFC 2104, whatever was hashed before it: short, long, not ASCII, broken', () => {
  const bytes = new Uint8Array(32).fill(9);
  const key = new KeyedHash(bytes);
  const texts = ['', 'x', 'number\u0000=1', 'é'.repeat(256), '\u{1F9FE}'.repeat(128), 'y'.repeat(257), 'z'.repeat(5000), '\ud800 alone', 'x'];
  for (const text of texts) expect(Buffer.from(key.of(text)).toString('hex'), String(text.length)).toBe(createHmac('sha256', bytes).update(text).digest('hex'));
});

test('tokens that were kept from another value are those made anew, and each key has its own', () => {
  const tokens = (fill: number, value: string, kind: 'number' | 'name') => valueTokens(new KeyedHash(new Uint8Array(32).fill(fill)), kind, value);
  const key = new KeyedHash(new Uint8Array(32).fill(1));
  for (let at = 0; at < 9000; at += 1) valueTokens(key, 'number', `RB${String(at).padStart(8, '0')}`);
  for (const [value, kind] of [['RB00000001', 'number'], ['RB00000002', 'number'], ['Ñandú, Li', 'name'], ['Nandu, Li', 'name'], ['\u{1F9FE}\u{10400}\u{10401}\u{10402}', 'number']] as const) {
    expect(valueTokens(key, kind, value)).toEqual(tokens(1, value, kind));
    expect(valueTokens(key, kind, value).some((token) => tokens(2, value, kind).includes(token))).toBe(false);
  }
});
