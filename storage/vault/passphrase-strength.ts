import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { COMMON_PASSPHRASE_WORDS } from './common-passphrase-words.ts';

/** How hard a passphrase is to guess: 0 (at once) to 4 (not by anybody), and whether a vault may be made with it. */
export type PassphraseStrength = { score: 0 | 1 | 2 | 3 | 4; acceptable: boolean };

const LONG_ENOUGH = 12;

/**
 * Judges a passphrase; `ownWords` (the user's and the practice's name) count as easy guesses.
 * Acceptable: twelve characters or more, or fewer that are hard to guess; and in no case one that is guessed within a
 * million tries, however long (repeats, rows of digits, the words everybody takes).
 */
export function passphraseStrength(passphrase: string, ownWords: readonly string[] = []): PassphraseStrength {
  const text = passphrase.normalize('NFC');
  const own = ownWords.flatMap((words) => [words, ...words.split(/\s+/u)]).filter((word) => word.length > 1).map((word) => word.toLowerCase());
  const judge = new ZxcvbnFactory({ dictionary: { common: [...COMMON_PASSPHRASE_WORDS], own } });
  const { score } = judge.check(text.slice(0, 128));
  return { score, acceptable: score >= 2 && (Array.from(text).length >= LONG_ENOUGH || score >= 3) };
}
