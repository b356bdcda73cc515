import type { Adjustment, GroupCode, PayerCode } from '../../reading/reading.ts';
import { foldText, isEmptyMark } from './shown-text.ts';
import { readMoney } from './money.ts';

/** Codes found in one cell or value. */
export type CodeSet = { adjustments: Adjustment[]; rarcs: string[]; payerCodes: PayerCode[] };
/** Which label the text stood under decides what a bare number is. */
export type CodeContext = 'carc' | 'rarc' | 'codes' | 'payer';

const GROUPED = /^(CO|PR|OA|PI|CR)\s?[-–: ]?\s?0*([1-9]\d{0,2}|[ABDPWY]\d{1,2})(?![A-Za-z0-9]|\.\d)/;
const REMARK = /^(MA\d{1,3}|M\d{1,3}|N\d{1,3})(?![A-Za-z0-9]|\.\d)/;
const BARE = /^0{0,2}([1-9]\d{0,2}|[ABDPWY]\d{1,2})(?![A-Za-z0-9]|\.\d|,\d{3}|\/\d|%)/;
const OWN_NUMBER = /^(\d{4,6})(?![A-Za-z0-9]|\.\d|,\d{3}|\/\d)/;
const OWN_WORD = /^(EX[ -]?[A-Za-z0-9]{1,4}|[A-Z]{1,3}\d{1,5}[A-Z]?|\d{1,4}[A-Z]{1,2}|[A-Z]{2}|\d{1,6}|[A-Z]\d[A-Z]\d?)(?![A-Za-z0-9]|\.\d)/;
// A dash right before an amount that stands apart is its minus sign; a dash with blanks around it, or right behind the code, parts the two.
const AMOUNT = /^(?:\s*[:=(]\s*|[-–]\s*|\s+[-–]\s+|\s*)(-?\$\s?-?[\d,]+(?:\.\d{2})?|\(?-?[\d,]+\.\d{2}\)?-?)\)?(?!\d)/;
const EX = /^EX[ -]?[A-Za-z0-9]{1,4}(?![A-Za-z0-9])/;

/** Whether a text is a live or retired adjustment reason code by its form and range. */
export function isCarc(code: string): boolean {
  const number = Number(code);
  if (!Number.isNaN(number)) return number >= 1 && number <= 320;
  const at = Number(code.slice(1));
  switch (code.charAt(0)) {
    case 'A': return at <= 8;
    case 'B': return at >= 1 && at <= 25;
    case 'P': return at >= 1 && at <= 35;
    case 'D': return at >= 1 && at <= 23;
    case 'W': return at >= 1 && at <= 9;
    default: return code.startsWith('Y') && at >= 1 && at <= 3;
  }
}

function isRarc(code: string): boolean {
  const at = Number(code.replace(/^[A-Z]+/, ''));
  return at >= 1 && (code.startsWith('MA') ? at <= 150 : code.startsWith('M') ? at <= 160 : at <= 999);
}

/** The group code a text names, by code or in words. */
export function readGroupCode(text: string): GroupCode | null {
  const shown = foldText(text);
  const code = /^(CO|PR|OA|PI|CR)$|^(CO|PR|OA|PI|CR)\s*[-–:(]|\((CO|PR|OA|PI|CR)\)$/.exec(shown);
  const letters = code?.[1] ?? code?.[2] ?? code?.[3];
  if (letters !== undefined) return letters as GroupCode;
  if (/^contractual obligations?$/i.test(shown)) return 'CO';
  if (/^patient responsibility$/i.test(shown)) return 'PR';
  if (/^other adjustments?$/i.test(shown)) return 'OA';
  if (/^payer[- ]initiated(?: reductions?)?$/i.test(shown)) return 'PI';
  return /^corrections? and reversals?$/i.test(shown) ? 'CR' : null;
}

function remarkForm(code: string): string {
  // `MA1` is written `MA01` in the code list; other remarks carry no zeros.
  return /^MA\d$/.test(code) ? `MA0${code.slice(2)}` : code.replace(/^(M|N)0+(?=\d)/, '$1');
}

/**
 * Reads the codes of one text, or null when it holds none. Descriptions behind a code are skipped; a bare number
 * counts only under a code label. Amounts directly behind a code belong to it; parentheses mean a plain reduction there.
 */
export function readCodes(text: string, context: CodeContext): CodeSet | null {
  const set: CodeSet = { adjustments: [], rarcs: [], payerCodes: [] };
  // A list of single codes of which one is unknown to us still names the others.
  const lines = text.split('\n').flatMap((line) => (/^[A-Z0-9-]{1,6}(?:\s*[,;/]\s*[A-Z0-9-]{1,6})+$/.test(foldText(line)) ? line.split(/[,;/]/) : [line]));
  for (const line of lines) {
    const shown = foldText(line);
    if (shown.length > 600 || isEmptyMark(shown)) continue;
    readLine(shown, context, set);
  }
  return set.adjustments.length + set.rarcs.length + set.payerCodes.length === 0 ? null : set;
}

function readLine(shown: string, context: CodeContext, set: CodeSet): void {
  let rest = shown.replace(/^(?:codes?|reason|remark|carc|rarc|ex|eob)\s?(?:codes?)?\s?:\s*/i, '');
  for (let turn = 0; turn < 60 && rest !== ''; turn += 1) {
    rest = rest.replace(/^(?:[\s,;|/+&•·]|and\b)+/i, '');
    let took = 0;
    let own: PayerCode | null = null;
    const grouped = GROUPED.exec(rest);
    const remark = REMARK.exec(rest);
    let amountOf: Adjustment | null = null;
    if (grouped !== null && isCarc(grouped[2] ?? '')) {
      amountOf = { groupCode: grouped[1] as GroupCode, carc: grouped[2] ?? '', cents: null };
      set.adjustments.push(amountOf);
      took = grouped[0].length;
    } else if (EX.test(rest)) {
      const code = EX.exec(rest)?.[0] ?? '';
      own = { code, text: null };
      took = code.length;
    } else if (remark !== null && context !== 'payer' && isRarc(remark[1] ?? '')) {
      const code = remarkForm(remark[1] ?? '');
      if (!set.rarcs.includes(code)) set.rarcs.push(code);
      took = remark[0].length;
    } else if (context === 'payer') {
      const code = OWN_WORD.exec(rest)?.[1] ?? '';
      if (code !== '') own = { code, text: null };
      took = code.length;
    } else {
      const bare = context === 'rarc' ? null : BARE.exec(rest);
      const number = OWN_NUMBER.exec(rest);
      const letters = context === 'rarc' ? /^([A-Z]{2}|[A-LO-Z]\d{1,3})(?![A-Za-z0-9]|\.\d)(?=\s*(?:[-–:,;]|$))/.exec(rest) : null;
      if (number !== null && !AMOUNT.test(rest)) {
        own = { code: number[1] ?? '', text: null };
        took = number[0].length;
      } else if (letters !== null) {
        own = { code: letters[1] ?? '', text: null };
        took = letters[0].length;
      } else if (bare !== null && isCarc(bare[1] ?? '') && !AMOUNT.test(rest) && standsAlone(rest.slice(bare[0].length))) {
        amountOf = { groupCode: null, carc: bare[1] ?? '', cents: null };
        set.adjustments.push(amountOf);
        took = bare[0].length;
      }
    }
    if (took === 0) {
      // Words that are no code: skip to where the next statement begins.
      const next = rest.search(/[;|]|(?:^|[\s,(])(?:CO|PR|OA|PI|CR)\s?[-–]\s?[0-9A-Z]{1,3}\b/);
      if (next < 0) return;
      rest = rest.slice(next === 0 ? 1 : next + 1);
      continue;
    }
    rest = rest.slice(took);
    const amount = AMOUNT.exec(rest);
    if (amount !== null && amountOf !== null) {
      const money = readMoney(amount[1] ?? '');
      if (money !== null) amountOf.cents = money.wrapped ? Math.abs(money.cents) : money.cents;
      rest = rest.slice(amount[0].length);
    }
    const words = /^\s*[-–—:=(]?\s*([A-Za-z"'][^;|]*)/.exec(rest);
    if (words !== null && own !== null && !/^[A-Z]{1,3}\d/.test(words[1] ?? '')) {
      own.text = (words[1] ?? '').trim().slice(0, 300) || null;
      rest = rest.slice(words[0].length);
    }
    if (own !== null && !set.payerCodes.some((known) => known.code === own.code)) set.payerCodes.push(own);
  }
}

/** Behind a bare code stands nothing, a separator, an amount, a remark, or a dash or colon with its description. */
function standsAlone(rest: string): boolean {
  return rest === '' || /^\s*[,;|/&+]/.test(rest) || /^\s*[-–—:=]\s*\S/.test(rest) || AMOUNT.test(rest) || /^\s+(?:(?:MA|M|N)\d|(?:CO|PR|OA|PI|CR)\b|\d{1,3}(?![\d.%a-z]))/.test(rest) || /^\s+\(?[A-Z][a-z]{2}/.test(rest);
}

export type StatusCode = { category: string; status: string | null; entity: string | null };

const CATEGORY = '(A[0-8]|D0|DR0[1-8]|E[0-4]|F3[FN]|F[0-5]|P[0-5]|R1[0-7]|R[013-9]|RQ)';
const TRIPLE = new RegExp(`(?<![A-Za-z0-9])${CATEGORY}\\s?[:/]\\s?(\\d{1,3})(?:\\s?[:/]\\s?([0-9A-Z]{2,3}))?(?![A-Za-z0-9])`, 'g');
const ALONE = new RegExp(`^${CATEGORY}(?:\\s*(?:[-–:(].*)?)?$`);

/** 277 pairs and triples in a text: `A7:21`, `A7/562/85`, `F2:29:QC`. */
export function readStatusTriples(text: string): StatusCode[] {
  const found: StatusCode[] = [];
  if (text.length > 600) return found;
  for (const match of foldText(text).matchAll(TRIPLE)) found.push({ category: match[1] ?? '', status: match[2] ?? null, entity: match[3] ?? null });
  return found;
}

/** A 277 category alone, with or without its words behind it. */
export function readCategory(text: string): string | null {
  return ALONE.exec(foldText(text))?.[1] ?? null;
}

/** A 277 status code alone (`84`, `84 - …`). */
export function readStatusNumber(text: string): string | null {
  return /^(\d{1,3})(?:\s*(?:[-–:(].*)?)?$/.exec(foldText(text))?.[1] ?? null;
}
