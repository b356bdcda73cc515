import { readLines } from './line-rows.ts';
import type { ReadingLine } from '../../reading/reading.ts';
import { readTexts } from './found-values.ts';
import { isForeign, knowGrid } from './grid-kinds.ts';
import type { LabelKey } from './label-data.ts';
import type { Box } from './page-tree.ts';
import { readProcedure } from './service-line-values.ts';
import { newScan } from './findings.ts';
import type { Finding } from './findings.ts';

const CLAIM_KEYS: ReadonlySet<LabelKey> = new Set(['ccn', 'patientName', 'memberId', 'pcn', 'received', 'finalized', 'payNumber', 'payDate', 'payer']);

/**
 * Service lines drawn as cards or short lists of label and value instead of table rows.
 * Gives the lines and the findings they used up, which are none of the claim's own.
 */
export function readLineCards(findings: readonly Finding[]): { lines: ReadingLine[]; used: Set<Finding> } {
  const used = new Set<Finding>();
  const lines: ReadingLine[] = [];
  const anchors = findings.filter((finding) => (finding.key === 'procedure' || finding.key === 'procedureModifier' || finding.key === 'revProcedure') && finding.via !== 'grid' && !isForeign(finding.sections) && readTexts(finding.texts, (text) => readProcedure(text)?.code ?? null) !== null);
  for (const anchor of anchors) {
    const holder = cardOf(anchor, anchors, findings);
    const own = holder === null ? [] : findings.filter((finding) => finding.at >= holder.start && finding.at <= holder.end);
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
    lines.push(...readLines(grid).map((line) => (grid.columns.has('lineNo') ? line : { ...line, line: lines.length + 1 })));
  }
  return { lines, used };
}

/** The largest box around a procedure that holds no other procedure and nothing that only a claim has. */
function cardOf(anchor: Finding, anchors: readonly Finding[], findings: readonly Finding[]): Box | null {
  let holder = anchor.boxes[0] ?? null;
  while (holder !== null && holder.parent !== null) {
    const { start, end } = holder.parent;
    const inside = (finding: Finding): boolean => finding.at >= start && finding.at <= end;
    if (anchors.some((other) => other !== anchor && inside(other)) || findings.some((finding) => CLAIM_KEYS.has(finding.key) && inside(finding))) break;
    holder = holder.parent;
  }
  return holder;
}
