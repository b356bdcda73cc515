import { readLabel, startsLabel } from './labels.ts';
import type { LabelHit } from './labels.ts';
import { foldText } from './shown-text.ts';
import { readMoney } from './money.ts';
import { readDateSpan } from './page-dates.ts';
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
  if (text.includes(':')) {
    const pairs = colonPairs(text, raw());
    if (pairs.length > 0) return pairs;
  }
  if (text.length > 120 || !text.includes(' ') || !mayHoldValue(text)) return [];
  return heading || portalWords() !== null ? plainPairs(text, heading) : knownPairs(text);
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
      if (/\s[|•·]\s/.test(label)) continue; // `Alder, Pat | Member ID:`: the stroke parts two pairs
      if (/^(?:an?|and|or|the|us)\s/i.test(label)) continue; // `FLOYD A MEMBER ID:`: the letter is the name's
      // `Billed on this remittance:` is not the remittance's amount: what stands behind such a word is part of a longer name.
      if (start > 0 && (/^(?:this|that|these|your|our|my|of|on|in|per|for|with)\s/i.test(label) || /\b(?:on|in|of|for|per|with|this|that|these)\s$/i.test(head.slice(0, start)))) continue;
      const hit = /^[A-Za-z]/.test(label) && !/\d{2}/.test(label) ? readLabel(label) : null;
      if (hit === null || hit.generic === true && chosen !== null) continue;
      chosen = { from: at - head.length + start, to: at + 1, hit, label };
      if (hit.generic !== true) break;
    }
    if (chosen === null && /^[A-Za-z]/.test(head.trim().split(' ').pop() ?? '')) chosen = { from: at - lengthOfLastPhrase(head), to: at + 1, hit: null, label: '' };
    if (chosen !== null) marks.push(chosen);
  }
  const firstMark = marks[0];
  if (firstMark === undefined) return [];
  const pairs: InlinePair[] = [];
  marks.forEach((mark, index) => {
    if (mark.hit === null) return;
    const before = marks[index - 1];
    // Words that run up to a label make a sentence of it, not a pair.
    if ((before === undefined || before.hit === null) && text.slice(before?.to ?? 0, mark.from).trim().split(' ').filter((word) => word !== '').length > 3) return;
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
  // A sentence with a colon in it is prose: a pair's label stands at the start or behind a separator or another value.
  if (firstMark.hit !== null && firstMark.from > 0 && text.slice(0, firstMark.from).trim().split(' ').length > 3) return [];
  return pairs;
}

/** An unknown label before a colon: its last capitalised words. */
function lengthOfLastPhrase(head: string): number {
  const phrase = /(?:[A-Z][A-Za-z#/.&'-]*\s?){1,4}$/.exec(head.trimEnd());
  return (phrase?.[0].length ?? head.trim().split(' ').pop()?.length ?? 0) + (head.length - head.trimEnd().length);
}

const CLAIM_HEADING = /^(?:(?:view|viewing|claim|detail|details|status|summary|information|for|of|dental|vision|medical|professional|institutional|facility|hospital|inpatient|outpatient|secondary|primary|\W)+\s)?claim\s*(?:(?:details?|summary|status)\s*(?:for|of|-|–|:)?\s*)?(?:#|no\.?|number|id|icn)?\s*:?\s+(?:claim\s*)?#?\s*([A-Z0-9][A-Za-z0-9-]{5,29}(?: [A-Z0-9]{2,12}){0,3})(?:(?:\s*[-–|(,•·]|\s+(?:for|of))\s*(.*))?$/i;

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
