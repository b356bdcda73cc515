import type { Cell } from '../exports/cell.ts';

/** One line of a report as people read it; the same for paper and sheet. */
export type ReportRow = { section: string; item: string; figure: string; counts: string; before: string; definition: string };
export type ReportText = { title: string; practice: string; span: string; made: string; notes: string[]; rows: ReportRow[] };

export const REPORT_HEADINGS: readonly string[] = ['Section', 'Item', 'Figure', 'Of how many', 'The time before', 'Definition'];

export function reportCells({ section, item, figure, counts, before, definition }: ReportRow): Cell[] {
  return [section, item, figure, counts, before, definition].map((text): Cell => (text === '' ? { kind: 'empty' } : { kind: 'text', text }));
}

/** Signs of Windows-1252 beyond Latin-1: what the standard fonts of a PDF can draw. */
const BEYOND_LATIN = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';
const INSTEAD: Readonly<Record<string, string>> = { '−': '-', '\u00A0': ' ', '≥': '>=', '≤': '<=' };

/** A text as a standard font of a PDF can draw it: marks are taken off letters it lacks, and what is left becomes a question mark rather than a wrong letter. */
export function drawable(text: string): string {
  const can = (sign: string): boolean => { const code = sign.codePointAt(0) ?? 0; return (code >= 0x20 && code <= 0x7E) || (code >= 0xA1 && code <= 0xFF) || BEYOND_LATIN.includes(sign); };
  return Array.from(text.normalize('NFC'), (sign) => {
    if (can(sign)) return sign;
    const other = INSTEAD[sign] ?? Array.from(sign.normalize('NFD')).filter(can).join('');
    return other === '' ? (/\s/u.test(sign) ? ' ' : '?') : other;
  }).join('');
}
