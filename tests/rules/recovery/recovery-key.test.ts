import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRecoveryKey, recoveryKeyOf } from '../../../rules/recovery/recovery-key.ts';

const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const key = fc.uint8Array({ minLength: 26, maxLength: 26 }).map(recoveryKeyOf);
const bare = (text: string) => text.replaceAll('-', '');

test('a key is seven groups of four without letters that are misread, and worked out by hand', () => {
  expect(recoveryKeyOf(new Uint8Array(26))).toBe('0000-0000-0000-0000-0000-0000-0000');
  // Twenty-five zeros and a one: the number is 1, its remainder by 1021 is 1, the check is 0 and 1.
  expect(recoveryKeyOf(new Uint8Array([...new Uint8Array(25), 1]))).toBe('0000-0000-0000-0000-0000-0000-0101');
  // A one before the last sign: 32, which is 1 and 0. Two before: 1024 - 1021 = 3.
  expect(recoveryKeyOf(new Uint8Array([...new Uint8Array(24), 1, 0]))).toBe('0000-0000-0000-0000-0000-0000-1010');
  expect(recoveryKeyOf(new Uint8Array([...new Uint8Array(23), 1, 0, 0]))).toBe('0000-0000-0000-0000-0000-0001-0003');
  fc.assert(fc.property(key, (text) => { expect(text).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/u); }));
  expect(() => recoveryKeyOf(new Uint8Array(25))).toThrow(RangeError);
});

test('small letters, spaces, hyphens and look-alike letters are read as meant', () => {
  fc.assert(fc.property(key, (text) => {
    expect(readRecoveryKey(text)).toEqual({ kind: 'whole', key: text });
    expect(readRecoveryKey(` ${bare(text).toLowerCase().replaceAll('1', 'l').replaceAll('0', 'o')} `)).toEqual({ kind: 'whole', key: text });
    expect(readRecoveryKey(text.replaceAll('-', ' \u2013 ').replaceAll('1', 'I'))).toEqual({ kind: 'whole', key: text });
  }));
});

test('one wrong sign is always found', () => {
  fc.assert(fc.property(key, fc.nat(27), fc.nat(31), (text, at, other) => {
    const signs = Array.from(bare(text));
    fc.pre(signs[at] !== SIGNS[other]);
    signs[at] = SIGNS[other] ?? '';
    expect(readRecoveryKey(signs.join('')).kind).toBe('mistyped');
  }), { numRuns: 2000 });
});

test('two neighbors that changed places are found', () => {
  fc.assert(fc.property(key, fc.nat(24), (text, at) => {
    const signs = Array.from(bare(text));
    fc.pre(signs[at] !== signs[at + 1]);
    [signs[at], signs[at + 1]] = [signs[at + 1] ?? '', signs[at] ?? ''];
    expect(readRecoveryKey(signs.join('')).kind).toBe('mistyped');
  }), { numRuns: 2000 });
});

test('what is no key is told from what is not finished', () => {
  expect(readRecoveryKey('')).toEqual({ kind: 'incomplete', signs: 0 });
  expect(readRecoveryKey('0000-0000')).toEqual({ kind: 'incomplete', signs: 8 });
  expect(readRecoveryKey('0000-00U0')).toEqual({ kind: 'sign', sign: 'U', place: 7 });
  expect(readRecoveryKey('0'.repeat(29))).toEqual({ kind: 'too-long' });
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => { expect(['incomplete', 'sign', 'too-long', 'mistyped', 'whole']).toContain(readRecoveryKey(text).kind); }));
});
