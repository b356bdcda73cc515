/** How payer names are compared: portals and remittances spell one payer in a dozen ways. */

const STATE_NAMES: Readonly<Record<string, string>> = {
  alabama: 'al', alaska: 'ak', arizona: 'az', arkansas: 'ar', california: 'ca', colorado: 'co', connecticut: 'ct', delaware: 'de',
  'district of columbia': 'dc', florida: 'fl', georgia: 'ga', hawaii: 'hi', idaho: 'id', illinois: 'il', indiana: 'in', iowa: 'ia',
  kansas: 'ks', kentucky: 'ky', louisiana: 'la', maine: 'me', maryland: 'md', massachusetts: 'ma', michigan: 'mi', minnesota: 'mn',
  mississippi: 'ms', missouri: 'mo', montana: 'mt', nebraska: 'ne', nevada: 'nv', 'new hampshire': 'nh', 'new jersey': 'nj',
  'new mexico': 'nm', 'new york': 'ny', 'north carolina': 'nc', 'north dakota': 'nd', ohio: 'oh', oklahoma: 'ok', oregon: 'or',
  pennsylvania: 'pa', 'rhode island': 'ri', 'south carolina': 'sc', 'south dakota': 'sd', tennessee: 'tn', texas: 'tx', utah: 'ut',
  vermont: 'vt', virginia: 'va', washington: 'wa', 'west virginia': 'wv', wisconsin: 'wi', wyoming: 'wy', 'puerto rico': 'pr',
};
const STATE_CODES: ReadonlySet<string> = new Set([...Object.values(STATE_NAMES), 'gu', 'vi', 'as', 'mp']);
// Longest first, so that "west virginia" is not read as Virginia.
const STATE_PATTERN = new RegExp(`\\b(${Object.keys(STATE_NAMES).sort((a, b) => b.length - a.length).join('|')})\\b(?! city)`, 'g');

/** Words that carry no identity. They are dropped on both sides. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(['the', 'of', 'and', 'inc', 'llc', 'lp', 'co', 'corp', 'corporation', 'company', 'ltd']);

/** A name on a page can be hostile and long; no payer's name is. */
const LONGEST_NAME = 200;

function plainWords(name: string): string {
  return name
    .slice(0, LONGEST_NAME)
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f'’`®™]/g, '')
    .replaceAll('&', ' and ')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}

/**
 * A name as a list of words: case, punctuation and company endings folded, states as their codes, every spelling of
 * "Blue Cross and Blue Shield" as `bcbs`.
 */
export function payerNameWords(name: string): string[] {
  return plainWords(name)
    .replaceAll(/\bblue ?cross( and)? ?blue ?shield\b/g, 'bcbs')
    .replaceAll(STATE_PATTERN, (state) => STATE_NAMES[state] ?? state)
    .split(' ')
    .filter((word) => word !== '' && !EMPTY_WORDS.has(word));
}

/** The two-letter code of a state given as code or name in any case, or null. */
export function stateCode(text: string): string | null {
  const plain = plainWords(text);
  const code = STATE_NAMES[plain] ?? plain;
  return STATE_CODES.has(code) ? code.toUpperCase() : null;
}

/** The state a payer's name spells out in full ("Anthem Blue Cross of Georgia"), or null where it names none or several. */
export function stateInName(name: string): string | null {
  const found = new Set([...plainWords(name).matchAll(STATE_PATTERN)].map((match) => STATE_NAMES[match[0]]));
  const [only] = found;
  return found.size === 1 && only !== undefined ? only.toUpperCase() : null;
}

/** Words that may stand beside "Medicaid" and a state without naming a plan. */
const PROGRAM_WORDS: ReadonlySet<string> = new Set(['medicaid', 'state', 'program', 'dept', 'department', 'ffs', 'fee', 'for', 'service', 'title', 'xix']);

/** Whether a name says no more than Medicaid, with or without a state ("Medicaid of Texas", "NEW YORK STATE MEDICAID", "MEDICAID TX"). */
export function isMedicaidAlone(name: string): boolean {
  const words = payerNameWords(name);
  return words.includes('medicaid') && words.every((word) => PROGRAM_WORDS.has(word) || STATE_CODES.has(word));
}

/** The state beside the word Medicaid, spelled out or as its code; null where there is none, or there are several. */
export function medicaidState(name: string): string | null {
  const found = new Set(payerNameWords(name).filter((word) => STATE_CODES.has(word)));
  const [only] = found;
  return found.size === 1 && only !== undefined ? only.toUpperCase() : null;
}

/**
 * Every run of neighbouring words, joined, so that "United Health Care", "UnitedHealthcare" and "UNITED HEALTHCARE
 * INSURANCE CO" all hold `unitedhealthcare`.
 */
export function joinedRuns(words: readonly string[], longest = 12): Set<string> {
  const runs = new Set<string>();
  for (let start = 0; start < words.length; start += 1) {
    let run = '';
    for (const word of words.slice(start, start + longest)) {
      run += word;
      runs.add(run);
    }
  }
  return runs;
}

/** Number of slips between two words (a letter more, less, other, or two swapped), counted up to 3. */
export function lettersApart(left: string, right: string): number {
  if (Math.abs(left.length - right.length) > 2) return 3;
  const rows: number[][] = [Array.from({ length: right.length + 1 }, (_, index) => index)];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 99;
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    rows.push(current);
    for (let column = 1; column <= right.length; column += 1) {
      const isSame = left[row - 1] === right[column - 1];
      const isSwapped = row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      current.push(Math.min(
        at(row - 1, column - 1) + (isSame ? 0 : 1), at(row - 1, column) + 1, (current[column - 1] ?? 99) + 1,
        isSwapped ? at(row - 2, column - 2) + 1 : 99,
      ));
    }
  }
  return Math.min(3, at(left.length, right.length));
}
