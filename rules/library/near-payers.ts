import { lettersApart, payerNameWords } from '../payers/payer-name.ts';
import { payerWithoutRules } from '../payers/payers-without-rules.ts';
import { BASE_LIBRARY, similarPayers } from '../payers/rule-library.ts';

/** Payers shown where nobody goes by a typed name: more than these would have to be searched again. */
const MOST = 8;

const plainWords = (text: string): string[] => text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');

/**
 * Payers like a typed name nobody goes by: first those that hold every word of it but for one slip in a longer one ("bule cross", "bcbs il"),
 * then those the rule library finds near. At most eight, in the order of `rows` within each; empty for a stranger.
 */
export function nearPayers<R extends { key: string; name: string; searched: string; rulePayer: string | null }>(rows: readonly R[], text: string): R[] {
  const holdsAll = (typed: readonly string[], words: readonly string[]): boolean => typed.length > 0 && typed.every((word) => words.some((other) => other.startsWith(word) || (word.length >= 4 && lettersApart(word, other) <= 1)));
  const slipped = rows.filter(({ name, searched }) => holdsAll(plainWords(text), plainWords(searched)) || holdsAll(payerNameWords(text), payerNameWords(name)));
  const names = new Set([...similarPayers(text), ...(payerWithoutRules(text, BASE_LIBRARY)?.candidates ?? [])]);
  const near = [...names].flatMap((name) => rows.filter((row) => row.rulePayer === name));
  return [...new Set([...slipped, ...near])].slice(0, MOST);
}
