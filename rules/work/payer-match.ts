import type { PracticePayer } from '../domain/practice.ts';
import type { LineOfBusiness } from '../domain/vocabulary.ts';
import { payerNameWords } from '../payers/payer-name.ts';
import { BASE_LIBRARY, matchPayer } from '../payers/rule-library.ts';
import type { RuleLibrary } from '../payers/rule-library.ts';

const folded = (name: string): string => payerNameWords(name).join('');

/** Words that say what a company is, not which one; a name may have them or not. */
const COMPANY_WORDS: ReadonlySet<string> = new Set(['insurance', 'life', 'healthcare', 'health', 'plan', 'plans', 'services', 'group', 'benefits', 'assurance', 'claims', 'usa', 'us']);

/** Name without company words, for names that differ only in them; empty where nothing else is in it. */
function bare(name: string): string {
  return payerNameWords(name).filter((word) => !COMPANY_WORDS.has(word)).join('');
}

/**
 * The one payer of the library a name stands for, when it holds nothing but that payer's name and company words;
 * null where it is shared, longer, or not held. "Aetna Life Insurance Company" is Aetna, "Aetna Medicare" is not.
 */
export function libraryPayerOf(name: string, library: RuleLibrary = BASE_LIBRARY): string | null {
  let known = remembered.get(library);
  if (known === undefined) {
    known = new Map();
    remembered.set(library, known);
  }
  const before = known.get(name);
  if (before !== undefined) return before;
  const found = findLibraryPayer(name, library);
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(name, found);
  return found;
}

/** Names met before: every claim of a file asks for the same few. */
const MOST_REMEMBERED = 2000;
const remembered = new WeakMap<RuleLibrary, Map<string, string | null>>();

function findLibraryPayer(name: string, library: RuleLibrary): string | null {
  const match = matchPayer(name, library);
  const [only, ...others] = match?.payers ?? [];
  if (match === null || only === undefined || others.length > 0 || only.shared.has(match.spelling)) return null;
  const whole = folded(name);
  const at = whole.indexOf(match.spelling);
  if (at < 0) return null;
  const rest = [whole.slice(0, at), whole.slice(at + match.spelling.length)].join('');
  return rest === '' || payerNameWords(name).filter((word) => !match.spelling.includes(word)).every((word) => COMPANY_WORDS.has(word)) ? only.name : null;
}

/**
 * The payer of the practice that a portal or file means: by key, name or alias, then by the library's payer where the
 * practice has exactly one such. Of several, the one of the claim's own line of business. Null where none or several fit: a person says which; nothing is guessed.
 */
export function matchPracticePayer(name: string | null, payers: readonly PracticePayer[], lineOfBusiness: LineOfBusiness | null = null): PracticePayer | null {
  if (name === null || name.trim() === '') return null;
  const wanted = folded(name);
  if (wanted === '') return null;
  const named = payers.filter((payer) => payer.key === name || [payer.name, ...payer.aliases].some((alias) => folded(alias) === wanted));
  if (named.length > 0) return onlyOne(named, lineOfBusiness);
  const short = bare(name);
  const alike = short.length < 4 ? [] : payers.filter((payer) => [payer.name, ...payer.aliases].some((alias) => bare(alias) === short));
  if (alike.length > 0) return onlyOne(alike, lineOfBusiness);
  const library = libraryPayerOf(name);
  const known = library === null ? [] : payers.filter((payer) => payer.libraryPayer === library);
  return onlyOne(known, lineOfBusiness);
}

function onlyOne(payers: readonly PracticePayer[], lineOfBusiness: LineOfBusiness | null): PracticePayer | null {
  const of = payers.length > 1 && lineOfBusiness !== null ? payers.filter((payer) => payer.lineOfBusiness === lineOfBusiness) : payers;
  return of.length === 1 ? of[0] ?? null : null;
}
