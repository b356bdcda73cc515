import { createHmac, hkdfSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { KeyedHash } from '../../storage/vault/keyed-hash.ts';
import { Vault } from '../../storage/vault/vault.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('keyed hashes', () => {
  it.each([
    // RFC 4231, test cases 2 and 6.
    [Buffer.from('Jefe'), 'what do ya want for nothing?', '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'],
    [Buffer.alloc(131, 0xaa), 'Test Using Larger Than Block-Size Key - Hash Key First', '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54'],
  ])('are those of the standard', (key, text, mac) => {
    expect(hex(new KeyedHash(key).of(text))).toBe(mac);
  });

  it('do not depend on what was hashed before, and are those of another library at every length', () => {
    const key = Buffer.alloc(32, 9);
    const hash = new KeyedHash(key);
    for (const length of [0, 1, 54, 55, 56, 63, 64, 65, 200, 5000, 3]) {
      const text = 'é7'.repeat(length);
      expect(hex(hash.of(text))).toBe(createHmac('sha256', key).update(text).digest('hex'));
    }
  });

  it('tokens are those of databases written before', async () => {
    const dataKey = Buffer.alloc(32, 3);
    const vault = await Vault.fromKey(dataKey);
    // The same by another library: HKDF with the salt of the vault and the label of the kind, then HMAC cut to 80 bits.
    const key = Buffer.from(hkdfSync('sha256', dataKey, 'overturn/1', 'overturn/1/blind/number', 32));
    const token = (form: string): string => createHmac('sha256', key).update(`number\u0000${form}`).digest().subarray(0, 10).toString('base64url');
    for (let again = 0; again < 2; again += 1) {
      expect(vault.blindTokens('number', 'CLM-2026-7')).toEqual([token('=clm20267'), token('^clm'), token('^clm20'), token('^clm20267')]);
      expect(vault.blindExact('number', 'CLM-2026-7')).toBe(token('=clm20267'));
      expect(vault.blindQuery('number', 'clm 20')).toEqual([token('^clm20')]);
    }
  });
});
