import { readLines } from './line-rows.ts';
import type { ReadingLine } from '../../reading/reading.ts';
import { readTexts } from './found-values.ts';
import { isForeign, knowGrid } from './grid-kinds.ts';
import type { LabelKey } from './label-data.ts';
import { largestBox } from './largest-box.ts';
import { Trait } from './page-tree.ts';
import type { Box } from './page-tree.ts';
import { readProcedure } from './service-line-values.ts';
import { newScan } from './findings.ts';
import type { Finding } from './findings.ts';

/** `places`: where on the page each of the lines is told. */
export type LineCards = { lines: ReadingLine[]; used: Set<Finding>; places: { line: ReadingLine; start: number; end: number }[] };

const CLAIM_KEYS: ReadonlySet<LabelKey> = new Set(['ccn', 'patientName', 'memberId', 'pcn', 'received', 'finalized', 'payNumber', 'payDate', 'payer']);

/**
 * Service lines drawn as cards or short lists of label and value instead of table rows.
 * Gives the lines and the findings they used up, which are none of the claim's own.
 */
export function readLineCards(findings: readonly Finding[]): LineCards {
  const used = new Set<Finding>();
  const lines: ReadingLine[] = [];
  const places: LineCards['places'] = [];
  const anchors = findings.filter((finding) => (finding.key === 'procedure' || finding.key === 'procedureModifier' || finding.key === 'revProcedure') && finding.via !== 'grid' && !isForeign(finding.sections) && readTexts(finding.texts, (text) => readProcedure(text)?.code ?? null) !== null);
  for (const anchor of anchors) {
    const holder = anchor.via === 'heading' ? headed(anchor, anchors, findings) : cardOf(anchor, anchors, findings);
    const own = holder === null ? [] : findings.filter((finding) => finding.at >= holder.start && finding.at <= holder.end);
    // What a heading says of a service is nothing of the claim's, whatever stands below it.
    if (anchor.via === 'heading') for (const finding of own) if (finding.via === 'heading' && finding.boxes[0] === anchor.boxes[0]) used.add(finding);
    if (!own.some((finding) => finding.key === 'charge' || finding.key === 'paid' || finding.key === 'units' || finding.key === 'allowed')) continue;
    for (const finding of own) used.add(finding);
    const start = own[0]?.at ?? anchor.at;
    const first = anchor.boxes[0];
    if (first === undefined) continue;
    const grid = knowGrid({
      heads: own.map((finding, col) => ({ col, span: 1, text: finding.label, group: '', hit: { key: finding.key, weak: finding.weak } })),
      rows: [{ cells: own.map((finding, col) => ({ el: first.el, box: finding.boxes[0] ?? null, text: finding.texts[0] ?? '', col, span: 1, head: false, id: null, texts: finding.texts })), start, end: start, kind: 'data', inner: newScan(), el: first.el, group: null }],
      sections: [], at: start, end: start, el: first.el, transposed: false, banner: false,
    });
    const read = readLines(grid).map((line) => (grid.columns.has('lineNo') ? line : { ...line, line: lines.length + 1 }));
    if (holder !== null) for (const line of read) places.push({ line, start: holder.start, end: holder.end });
    lines.push(...read);
  }
  return { lines, used, places };
}

/** What a heading stands over: its card, or what follows it beside it up to the next heading of a service or what is the claim's. */
function headed(anchor: Finding, anchors: readonly Finding[], findings: readonly Finding[]): { start: number; end: number } | null {
  const card = cardOf(anchor, anchors, findings);
  const heading = anchor.boxes[0];
  if (card === null || heading === undefined || card.end > heading.end || card.parent === null) return card;
  const kids = card.parent.kids;
  let end = card.end;
  for (const kid of kids.slice(kids.indexOf(card) + 1)) {
    const inside = (finding: Finding): boolean => finding.at >= kid.start && finding.at <= kid.end;
    if ((kid.traits & Trait.heading) !== 0 || anchors.some(inside) || findings.some((finding) => CLAIM_KEYS.has(finding.key) && inside(finding))) break;
    end = kid.end;
  }
  return { start: card.start, end };
}

/** The largest box around a procedure that holds no other procedure and nothing that only a claim has. */
function cardOf(anchor: Finding, anchors: readonly Finding[], findings: readonly Finding[]): Box | null {
  const first = anchor.boxes[0];
  return first === undefined ? null : largestBox(first, ({ start, end }) => {
    const inside = (finding: Finding): boolean => finding.at >= start && finding.at <= end;
    return !anchors.some((other) => other !== anchor && inside(other)) && !findings.some((finding) => CLAIM_KEYS.has(finding.key) && inside(finding));
  });
}
