import { readLabel, startsLabel } from './labels.ts';
import type { LabelHit } from './labels.ts';
import { fits } from './field-shapes.ts';
import { FOREIGN_SECTIONS, sectionKind } from './sections.ts';
import { foldText } from './shown-text.ts';
import { readMoney } from './money.ts';
import { isUsualOrder, readDateSpan } from './page-dates.ts';
import { readClaimNumber, readPersonName } from './identifiers.ts';
import { portalWords } from './portal-words.ts';
import { remembering } from './remembered.ts';
import { mayBeStatusWord, readStatusWord } from './status-words.ts';

/** A label and its value inside one run of text. `open`: what follows the value was not understood, so the value's end is a guess. */
export type InlinePair = { hit: LabelHit; label: string; value: string; open: boolean };

/**
 * Pairs written in one text: `Claim #: 26H… Patient: …`, `Total charge $215.00`, `Claim # 26H…`.
 * `raw` gives the text with the white space of its source; `heading` lets a claim's heading name its number.
 */
export function inlinePairs(text: string, raw: () => string, heading: boolean): readonly InlinePair[] {
  // `Recently viewed: Member: …`: what such a word opens is about something else, all of it.
  const lead = /^([^:]{3,40}):\s/.exec(text)?.[1];
  const about = lead === undefined || readLabel(lead) !== null ? null : sectionKind(lead);
  if (about !== null && (FOREIGN_SECTIONS.has(about) || about === 'eligibility')) return [];
  const whole = pairsOf(text, raw, heading);
  const pieces = text.length > 400 ? [] : apart(raw());
  if (pieces.length < 2) return whole;
  const parted = pieces.flatMap((piece, at) => pairsOf(piece, () => piece, heading && at === 0));
  return parted.length > whole.length ? parted : whole;
}

/** What stands apart by blanks that are drawn (`&nbsp;` beside a blank); a label and the value behind such a gap stay together. */
function apart(raw: string): string[] {
  if (!raw.includes('\u00a0')) return [];
  const out: string[] = [];
  for (const piece of raw.split(/[ \t\n]*(?:\u00a0[ \t\n]|[ \t\n]\u00a0|\u00a0\u00a0)[\s\u00a0|]*/).map(foldText)) {
    const last = out[out.length - 1];
    if (last !== undefined && (last.endsWith(':') || readLabel(last) !== null)) out[out.length - 1] = `${last} ${piece}`;
    else if (piece !== '') out.push(piece);
  }
  return out.length > 12 ? [] : out;
}

function pairsOf(text: string, raw: () => string, heading: boolean): readonly InlinePair[] {
  if (text.includes(':')) {
    const pairs = colonPairs(text, raw());
    if (pairs.length > 0) return pairs;
  }
  if (text.length > 120 || !text.includes(' ') || !mayHoldValue(text)) return [];
  return heading || portalWords() !== null || !isUsualOrder() ? plainPairs(text, heading) : knownPairs(text);
}

const knownPairs = remembering((text): readonly InlinePair[] => plainPairs(text, false));

function plainPairs(text: string, heading: boolean): InlinePair[] {
  // `Billed $210.00 · Paid $0.00`: each part is a pair of its own.
  const parts = text.split(/\s[·•|]\s/);
  // `26H0041 · Paid $55.00`: an entry about the claim it names, which is told by its number.
  if (parts.length > 1 && !heading && readClaimNumber(parts[0] ?? '') !== null) return [];
  if (parts.length > 1 && parts.length <= 6) return parts.flatMap((part) => plainPair(part.trim(), false));
  return plainPair(text, heading);
}

/** Every value but a state has a digit in it. */
function mayHoldValue(text: string): boolean {
  return /\d/.test(text) || portalWords() !== null || text.split(' ').some((word, at) => at > 0 && mayBeStatusWord(word));
}

type Mark = { from: number; to: number; hit: LabelHit | null; label: string };

function colonPairs(text: string, raw: string): InlinePair[] {
  const marks: Mark[] = [];
  for (let at = text.indexOf(':'); at >= 0 && marks.length < 24; at = text.indexOf(':', at + 1)) {
    const before = text.charAt(at - 1);
    const after = text.charAt(at + 1);
    // `10:22`, `A7:21`, `https://` are no labels; `Claim #:26H…` is one.
    if (/[0-9]/.test(before) && /[0-9]/.test(after) || after === '/' || at === 0) continue;
    const lastEnd = marks[marks.length - 1]?.to ?? 0;
    const head = text.slice(Math.max(lastEnd, at - 70), at);
    let chosen: Mark | null = null;
    const starts = [0, ...[...head.matchAll(/[\s;|,•·([]/g)].map((match) => (match.index ?? 0) + 1)];
    for (const start of starts) {
      const label = head.slice(start).trim();
      // `OLD, PAT Member ID:`: a name goes on behind its comma, though its rest could be a word for a patient.
      if (marks[marks.length - 1]?.hit?.key === 'patientName' && text.slice(lastEnd, at - head.length + start).trimEnd().endsWith(',')) continue;
      if (/\s[|•·]\s/.test(label)) continue; // `Alder, Pat | Member ID:`: the stroke parts two pairs
      if (/^(?:an?|and|or|the|us)\s/i.test(label)) continue; // `FLOYD A MEMBER ID:`: the letter is the name's
      // `Billed on this remittance:` is not the remittance's amount: what stands behind such a word is part of a longer name.
      if (start > 0 && (/^(?:this|that|these|your|our|my|of|on|in|per|for|with)\s/i.test(label) || /\b(?:on|in|of|for|per|with|this|that|these)\s$/i.test(head.slice(0, start)))) continue;
      const hit = /^[A-Za-z]/.test(label) && !/\d{2}/.test(label) ? readLabel(label) : null;
      if (hit === null || hit.generic === true && chosen !== null) continue;
      chosen = { from: at - head.length + start, to: at + 1, hit, label };
      if (hit.generic !== true) break;
    }
    // `Previous claim status:` is not the claim's status: with such a word before it the label is longer than what is known of it.
    const qualifier = chosen?.hit === null || chosen === null ? null : QUALIFIED.exec(text.slice(lastEnd, chosen.from));
    if (chosen !== null && qualifier !== null) chosen = { ...chosen, hit: null, label: '', from: lastEnd + qualifier.index };
    if (chosen === null && /^[A-Za-z]/.test(head.trim().split(' ').pop() ?? '')) chosen = { from: at - lengthOfLastPhrase(head), to: at + 1, hit: null, label: '' };
    if (chosen !== null) marks.push(chosen);
  }
  const firstMark = marks[0];
  if (firstMark === undefined || !isOpening(text.slice(0, firstMark.from))) return [];
  const pairs: InlinePair[] = [];
  marks.forEach((mark, index) => {
    if (mark.hit === null) return;
    const before = marks[index - 1];
    const run = text.slice(before?.to ?? 0, mark.from).trim().replace(/\s*\b(?:the|an?|your|our|and)$/i, '');
    // Words that run up to a label make a sentence of it, not a pair.
    if ((before === undefined || before.hit === null) && run.split(' ').filter((word) => word !== '').length > 3) return;
    // What stands between two labels is the value of the first; where it is more than that, the rest may belong to the second.
    if (before !== undefined && before.hit !== null && before.hit.key !== 'other' && run !== '' && !isParted(run, raw, mark.label) && !fits(before.hit.key, run.replace(/\s*[|;•·,(–—-]\s*$/, ''))) return;
    if (/["'`“‘=]$/.test(text.slice(0, mark.from).trimEnd())) return; // words in quotation marks are somebody's words
    const next = marks[index + 1];
    const stop = next?.from ?? text.length;
    let value = foldText(text.slice(mark.to, stop));
    let open = next !== undefined && next.hit === null;
    // Where the source sets the pairs apart by runs of blanks, bars or line ends, the value ends there.
    const rawAt = raw.indexOf(':', raw.indexOf(mark.label.split(' ').pop() ?? ''));
    const rawTail = rawAt >= 0 ? raw.slice(rawAt + 1).replace(/^[\s\u00a0]+/, '') : '';
    const gap = /[ \u00a0\t]{2,}|[|;•·\n]|\s[|;•·]\s/.exec(rawTail);
    if (next !== undefined && gap !== null && value.length > gap.index && foldText(rawTail.slice(0, gap.index)) !== '' && value.startsWith(foldText(rawTail.slice(0, gap.index)))) {
      value = foldText(rawTail.slice(0, gap.index));
      open = false;
    }
    // `Claim #: … | Patient: … | Visit 3 of 20`: what has parted the pairs so far parts the last value from what follows it.
    const bar = /\s([|•·])\s*$/.exec(text.slice(0, mark.from))?.[1];
    if (next === undefined && bar !== undefined && value.includes(` ${bar} `)) value = value.slice(0, value.indexOf(` ${bar} `));
    value = value.replace(/\s*[|;•·,–—-]\s*$/, '');
    // Where the value ends is a guess, words cannot be told from the next label.
    if (open && /^(?:patient|name|first|last|status|payer|appeal)/.test(mark.hit.key)) return;
    if (value !== '' && value.length <= 160) pairs.push({ hit: mark.hit, label: mark.label, value, open });
  });
  return pairs;
}

/** Words that make the label behind them say something of another time, claim, person or payer. */
const QUALIFIED = /(?:^|[\s;|,•·([])(?:(?:previous(?:ly)?|prior|former(?:ly)?|earlier|older?|last|next|other|another|secondary|primary|tertiary|related|original(?:ly)?|new|newborn|spouse'?s?|dependent'?s?|parent'?s?|child'?s?|subscriber'?s?|insured'?s?|annual|yearly|monthly|quarterly|ytd|year[- ]to[- ]date|year|month|records?|documents?|refund(?:ed)?|overpayment|recoup(?:ed|ment)?|reissued?|void(?:ed)?|replac(?:ed|ement)|expected|estimated|projected|appeal|dispute|authorization|referral|max(?:imum)?|minimum|total for (?:the )?\w+|19\d\d|20\d\d|group|family|provider|batch|check|remittance|account|average|medicare|medicaid|crossover)\s+){1,3}$/i;

/** Whether a text is nothing but such words. */
export function isQualifier(text: string): boolean {
  return text.length <= 40 && QUALIFIED.exec(`${text} `)?.index === 0;
}

/** What may stand before the first label of a text that is pairs and no sentence: nothing, a bullet, a number, what the part is called, or something that a stroke parts from it. */
function isOpening(before: string): boolean {
  const said = before.trim();
  return !/[A-Za-z0-9]/.test(said) || /^(?:the|your|our|this)$/i.test(said) || /^\W*\d{1,2}[.)]$/.test(said) || /[|•·;]$/.test(said) || /^(?:claim )?(?:details?|info(?:rmation)?|summary|header)$/i.test(said);
}

/** Whether the source sets a label apart from what stands before it by a stroke or a run of blanks. */
function isParted(run: string, raw: string, label: string): boolean {
  if (/[|;•·,(–—-]$/.test(run)) return true;
  const at = raw.indexOf(label);
  return at > 1 && /[ \u00a0\t\n]{2}$/.test(raw.slice(0, at));
}

/** An unknown label before a colon: its last capitalised words. */
function lengthOfLastPhrase(head: string): number {
  const phrase = /(?:[A-Z][A-Za-z#/.&'-]*\s?){1,4}$/.exec(head.trimEnd());
  return (phrase?.[0].length ?? head.trim().split(' ').pop()?.length ?? 0) + (head.length - head.trimEnd().length);
}

const CLAIM_HEADING = /^(?:(?:view|viewing|claim|detail|details|status|summary|information|for|of|dental|vision|medical|professional|institutional|facility|hospital|inpatient|outpatient|secondary|primary|treatment|pharmacy|behavioral|\W)+\s)?claim\s*(?:(?:details?|summary|status)\s*(?:for|of|-|–|:)?\s*)?(?:#|no\.?|number|id|icn)?\s*:?\s+(?:claim\s*)?#?\s*([A-Z0-9][A-Za-z0-9-]{5,29}(?: [A-Z0-9]{2,12}){0,3})(?:(?:\s*[-–|(,•·]|\s+(?:for|of))\s*(.*))?$/i;

/** `Chk 7740011`, `RA 2026-17`: a name for a number with the number behind it and nothing else. */
function numberLabel(label: string, rest: readonly string[]): LabelHit | null {
  const value = rest[0] ?? '';
  if (rest.length !== 1 || !/^[A-Z0-9][A-Z0-9-]{3,}$/.test(value) || (value.match(/\d/g) ?? []).length < 4) return null;
  const hit = readLabel(`${label} #`);
  return hit !== null && !hit.weak && hit.generic !== true && (hit.key === 'payNumber' || hit.key === 'refLabel') ? hit : null;
}

function plainPair(text: string, heading: boolean): InlinePair[] {
  if (!/^[A-Za-z#]/.test(text) || !text.includes(' ')) return [];
  const words = text.split(' ');
  if (!startsLabel(words[0] ?? '') && !heading) return [];
  for (let count = Math.min(6, words.length - 1); count >= 1; count -= 1) {
    const label = words.slice(0, count).join(' ');
    const hit = readLabel(label);
    const numbered = hit === null || hit.weak && hit.key === 'payNumber' ? numberLabel(label, words.slice(count)) : null;
    if (numbered !== null) return [{ hit: numbered, label, value: words.slice(count).join(' '), open: false }];
    if (hit === null || hit.weak && !heading) continue;
    const value = words.slice(count).join(' ').replace(/^[-–=]\s+/, '');
    switch (hit.key) {
      case 'charge': case 'allowed': case 'paid': case 'patResp': case 'checkAmount':
        return readMoney(value)?.marked === true ? [{ hit, label, value, open: false }] : [];
      case 'dos': case 'dosFrom': case 'dosTo': case 'received': case 'finalized': case 'payDate': case 'remitDate':
        return readDateSpan(value) !== null ? [{ hit, label, value, open: false }] : [];
      case 'status':
        return words.length - count <= 4 && readStatusWord(value) !== null ? [{ hit, label, value, open: false }] : [];
      case 'units':
        return /^\d{1,4}(?:\.\d{1,2})?$/.test(value) ? [{ hit, label, value, open: false }] : [];
      case 'ccn':
        if (readClaimNumber(value) === null) break;
        return [{ hit, label, value, open: false }];
      case 'pcn': case 'memberId': case 'payNumber': case 'appealNumber':
        if (!/[A-Z0-9-]*\d[A-Z0-9-]*/.test(value) || value.split(' ').length > 4) return [];
        return [{ hit, label, value, open: false }];
      default:
        break; // `Claim Details - 26H…` opens with a known label and is a heading with a number all the same
    }
  }
  const found = CLAIM_HEADING.exec(text);
  if (found !== null && readClaimNumber(found[1] ?? '') !== null && (heading || /#|\bnumber|\bno\b|\bid\b/i.test(text))) {
    const whose = /\s(?:for|of)\s+(?:patient:?\s+)?([^,]{2,30}, [^,]{1,30})$/i.exec(text)?.[1];
    return [{ hit: { key: 'ccn', weak: true }, label: 'Claim', value: found[1] ?? '', open: false }, ...(heading && whose !== undefined && readPersonName(whose) !== null ? [{ hit: { key: 'patientName' as const, weak: true }, label: 'for', value: whose, open: false }] : [])];
  }
  return [];
}
