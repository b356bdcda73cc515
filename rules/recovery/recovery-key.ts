/**
 * The recovery key as it is printed: 26 random signs of 5 bits each (130 bits) and two signs of check, in seven groups of
 * four. The alphabet is Crockford's base 32: no I, L, O or U, and what is easily misread for another sign is read as that
 * one. The check is the value modulo the prime 1021: one wrong sign, or two neighbors that changed places, is always found.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const RANDOM_SIGNS = 26;
const ALL_SIGNS = 28;
const PRIME = 1021;
const GROUP = 4;
const readAs: Partial<Record<string, string>> = { I: '1', L: '1', O: '0' };

/** A key of 26 random bytes, of each of which five bits are used. @throws RangeError where there are fewer */
export function recoveryKeyOf(random: Uint8Array): string {
  if (random.length < RANDOM_SIGNS) throw new RangeError('too few random bytes');
  const signs = [...random.subarray(0, RANDOM_SIGNS)].map((byte) => byte & 31);
  return grouped([...signs, ...checkOf(signs)].map((value) => ALPHABET[value]).join(''));
}

/** Remainder of the signs' number, as two more signs. */
function checkOf(signs: readonly number[]): [number, number] {
  const rest = signs.reduce((sum, value) => (sum * 32 + value) % PRIME, 0);
  return [rest >> 5, rest & 31];
}

const grouped = (text: string) => (text.match(new RegExp(`.{1,${GROUP}}`, 'gu')) ?? []).join('-');

/**
 * What was typed, read as a key. `incomplete`: signs are missing; `too-long`; `sign`: one that no key has, with its place
 * (1 for the first); `mistyped`: complete, but the check does not fit.
 */
export type ReadKey = { kind: 'whole'; key: string } | { kind: 'incomplete'; signs: number } | { kind: 'too-long' } | { kind: 'sign'; sign: string; place: number } | { kind: 'mistyped' };

/** Reads a typed key: small letters, spaces and hyphens do not matter. */
export function readRecoveryKey(typed: string): ReadKey {
  const signs = Array.from(typed.normalize('NFKC').toUpperCase()).filter((sign) => !/[\s\p{Pd}]/u.test(sign)).map((sign) => readAs[sign] ?? sign);
  const wrong = signs.findIndex((sign) => !ALPHABET.includes(sign));
  if (wrong >= 0) return { kind: 'sign', sign: signs[wrong] ?? '', place: wrong + 1 };
  if (signs.length < ALL_SIGNS) return { kind: 'incomplete', signs: signs.length };
  if (signs.length > ALL_SIGNS) return { kind: 'too-long' };
  const values = signs.map((sign) => ALPHABET.indexOf(sign));
  const [first, second] = checkOf(values.slice(0, RANDOM_SIGNS));
  if (values[RANDOM_SIGNS] !== first || values[RANDOM_SIGNS + 1] !== second) return { kind: 'mistyped' };
  return { kind: 'whole', key: grouped(signs.join('')) };
}
