import { toBase64Url } from './base64.ts';
import type { KeyedHash } from './keyed-hash.ts';

/**
 * What a keyed hash is about. Each kind has its own key, so that an account number and a claim number with the same
 * digits do not show as the same token.
 * `number` and `name` are for the search box (any identifier; any person); the others stand for identity or content.
 */
export const BLIND_KINDS = ['number', 'name', 'claim-identity', 'file-content', 'member', 'facet'] as const;
export type BlindKind = (typeof BLIND_KINDS)[number];

/**
 * Lengths at which the beginning of a word is hashed too. Three is the shortest text the search box looks up; the long ones
 * are for numbers only: payers count upwards, so that thousands share their first eight characters.
 */
export const PREFIX_LENGTHS = [3, 5, 8] as const;
const NUMBER_LENGTHS = [...PREFIX_LENGTHS, 11, 14];
const lengthsOf = (kind: BlindKind): readonly number[] => (kind === 'number' ? NUMBER_LENGTHS : PREFIX_LENGTHS);

/** 80 bits: no accidental twins among millions of tokens, and half the space of a whole hash. */
const TOKEN_BYTES = 10;

const ASCII = /^[\x20-\x7E]*$/u;

/** Words of a value as looked up: case, accents and separators folded away; a name gives one word per part, anything else one word. */
export function blindWords(kind: BlindKind, value: string): string[] {
  // Nearly every number and name of a file is plain ASCII, where folding has nothing to do.
  const folded = (ASCII.test(value) ? value : value.normalize('NFKD').replace(/\p{M}+/gu, '')).toLowerCase();
  const parts = kind === 'name' ? folded.replace(/['’`]/gu, '').split(/[^\p{L}\p{N}]+/u) : [folded.replace(/[^\p{L}\p{N}]+/gu, '')];
  return [...new Set(parts.filter((part) => part !== ''))];
}

/** First `length` characters of a word, not code units, or null where the word is shorter. */
function prefixOf(word: string, length: number): string | null {
  if (ASCII.test(word)) return word.length < length ? null : word.slice(0, length);
  const characters = Array.from(word);
  return characters.length < length ? null : characters.slice(0, length).join('');
}

function token(key: KeyedHash, kind: BlindKind, form: string): string {
  return toBase64Url(key.of(`${kind}\u0000${form}`).subarray(0, TOKEN_BYTES));
}

/**
 * Tokens of beginnings and of names, which thousands of claims of a file share, kept as long as their key: an import makes
 * some twenty tokens for each case, and two in three of them were made for another one just before.
 */
const kept = new WeakMap<KeyedHash, Map<string, string>>();
const KEPT = 8000;

function sharedToken(key: KeyedHash, kind: BlindKind, form: string): string {
  const known = kept.get(key) ?? new Map<string, string>();
  kept.set(key, known);
  const found = known.get(`${kind} ${form}`);
  if (found !== undefined) return found;
  const made = token(key, kind, form);
  if (known.size >= KEPT) known.clear();
  known.set(`${kind} ${form}`, made);
  return made;
}

/** The token of a whole value (words joined in order); null when nothing is left after folding. */
export function exactToken(key: KeyedHash, kind: BlindKind, value: string): string | null {
  const words = blindWords(kind, value);
  return words.length === 0 ? null : token(key, kind, `=${words.join(' ')}`);
}

/** Tokens to store with a value: each word whole, and its beginnings. */
export function valueTokens(key: KeyedHash, kind: BlindKind, value: string): string[] {
  const tokens = new Set<string>();
  for (const word of blindWords(kind, value)) {
    tokens.add(kind === 'name' ? sharedToken(key, kind, `=${word}`) : token(key, kind, `=${word}`));
    for (const length of lengthsOf(kind)) {
      const prefix = prefixOf(word, length);
      if (prefix !== null) tokens.add(sharedToken(key, kind, `^${prefix}`));
    }
  }
  return [...tokens];
}

/**
 * Tokens a typed text must have all of; empty when it is too short to look up. Rows found this way are candidates:
 * after opening them compare with the whole text, since a prefix token covers only as many characters as the longest of these lengths in it.
 * A word of two letters is looked up whole (surnames such as Li exist); one letter is not.
 */
export function queryTokens(key: KeyedHash, kind: BlindKind, text: string): string[] {
  const tokens: string[] = [];
  for (const word of blindWords(kind, text)) {
    const characters = Array.from(word).length;
    const length = lengthsOf(kind).filter((candidate) => candidate <= characters).at(-1);
    if (length !== undefined) tokens.push(token(key, kind, `^${prefixOf(word, length) ?? word}`));
    else if (kind === 'name' && characters === 2) tokens.push(token(key, kind, `=${word}`));
  }
  return [...new Set(tokens)];
}
