import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { COMMON_PASSPHRASE_WORDS } from './common-passphrase-words.ts';

/** How hard a passphrase is to guess: 0 (at once) to 4 (not by anybody), and whether a vault may be made with it. */
export type PassphraseStrength = { score: 0 | 1 | 2 | 3 | 4; acceptable: boolean };

const LONG_ENOUGH = 12;
/** Different letters that must remain once names and usual words are taken away. */
const OWN_LETTERS = 5;

/**
 * Judges a passphrase; `ownWords` (the user's and the practice's name) count as easy guesses.
 * Acceptable: twelve characters or more, or fewer that are hard to guess; and in no case one that is guessed within a
 * million tries, however long (repeats, rows of digits, the words everybody takes).
 */
export function passphraseStrength(passphrase: string, ownWords: readonly string[] = []): PassphraseStrength {
  const text = passphrase.normalize('NFC');
  const own = ownWords.flatMap((words) => [words, ...words.split(/\s+/u)]).filter((word) => word.length > 1).map((word) => word.toLowerCase());
  const judge = new ZxcvbnFactory({ dictionary: { common: [...COMMON_PASSPHRASE_WORDS], own } });
  const guessed = judge.check(text.slice(0, 128)).score;
  // A string of names and usual words is long, and guessed word by word: what is left without them must carry it.
  const score = lettersLeft(text, [...own, ...COMMON_PASSPHRASE_WORDS]) < OWN_LETTERS ? Math.min(guessed, 1) as PassphraseStrength['score'] : guessed;
  return { score, acceptable: score >= 2 && (Array.from(text).length >= LONG_ENOUGH || score >= 3) };
}

/** How many different letters a text has beyond the given words; figures and marks are what everybody appends. */
function lettersLeft(text: string, words: readonly string[]): number {
  let rest = text.toLowerCase();
  for (const word of [...words].sort((left, right) => right.length - left.length)) if (word.length > 2) rest = rest.replaceAll(word, ' ');
  return new Set(rest.replaceAll(/[^\p{L}]/gu, '')).size;
}
