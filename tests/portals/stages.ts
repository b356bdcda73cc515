/** The reader's stages of one document as text, for people who look for the stage that is off. Runs in the page. */
import { knowGrid } from '../../rules/portals/reader/grid-kinds.ts';
import type { Scan } from '../../rules/portals/reader/findings.ts';
import { markLabels } from '../../rules/portals/reader/label-marks.ts';
import { readPageTree, Trait } from '../../rules/portals/reader/page-tree.ts';
import type { Box } from '../../rules/portals/reader/page-tree.ts';
import { scanTree } from '../../rules/portals/reader/scan.ts';
import type { Section } from '../../rules/portals/reader/sections.ts';

const NAMES = Object.entries(Trait);
const traits = (box: Box): string => NAMES.filter(([, bit]) => (box.traits & bit) !== 0).map(([name]) => name).join(' ');
const within = (sections: readonly Section[]): string => sections.map(({ text, kind }) => `${text.slice(0, 30)}(${kind ?? '?'})`).join(' > ');

/** Boxes, labels, findings, grids and headings of the document, each under its stage's name. */
export function print(root: Document): string {
  const out: string[] = [];
  const tree = readPageTree(root, { nodes: 120_000, depth: 500, text: 20_000, spent: () => false });
  if (tree.root === null) return 'nothing visible';
  const marks = markLabels(tree);
  out.push('== boxes and labels');
  const walk = (box: Box, depth: number): void => {
    const hit = marks.hits.get(box);
    const pairs = marks.pairs.get(box) ?? [];
    out.push(`${'  '.repeat(Math.min(depth, 30))}${box.kids.length === 0 ? JSON.stringify(box.text.slice(0, 90)) : `<${box.inner.tagName.toLowerCase()}>`} ${traits(box)}${hit === undefined ? '' : ` = ${hit.key}${hit.weak ? '?' : ''}`}${pairs.map((pair) => ` [${pair.hit.key}: ${pair.value}]`).join('')}`);
    for (const kid of box.kids) walk(kid, depth + 1);
  };
  walk(tree.root, 0);
  const scan = scanTree(tree, marks, tree.root);
  const show = (scan: Scan, pad: string): void => {
    for (const one of scan.findings) out.push(`${pad}${one.key}${one.weak ? '?' : ''} ${JSON.stringify(one.label)} = ${JSON.stringify(one.texts)} by ${one.via}${one.banner ? ' in the banner' : ''} under ${within(one.sections)}`);
    for (const word of scan.loose) out.push(`${pad}status word alone: ${word.text}${word.strong ? ' (strong)' : ''} under ${within(word.sections)}`);
    for (const grid of scan.grids) {
      const known = knowGrid(grid);
      out.push(`${pad}grid of ${known.kind}${grid.transposed ? ', transposed' : ''}, ${String(grid.rows.length)} rows, under ${within(grid.sections)}`);
      out.push(`${pad}  ${known.heads.map((head) => `${head.text}=${known.all.find((column) => column.head === head)?.key ?? '-'}`).join(' | ')}`);
      for (const row of grid.rows.slice(0, 30)) {
        out.push(`${pad}  ${row.kind}: ${row.cells.map((cell) => cell.text.slice(0, 40)).join(' | ')}${row.group === null ? '' : ` in group ${row.group}`}`);
        show(row.inner, `${pad}      `);
      }
    }
  };
  out.push('== findings, status words, grids');
  show(scan, '');
  out.push('== headings');
  for (const heading of scan.headings) out.push(`${String(heading.level)} ${heading.text}`);
  return out.join('\n');
}
