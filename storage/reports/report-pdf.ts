import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import type { PDFFont, PDFPage } from '@cantoo/pdf-lib';
import { drawable } from '../../rules/numbers/report-text.ts';
import type { ReportRow, ReportText } from '../../rules/numbers/report-text.ts';

/** US Letter in points. */
const PAGE = { width: 612, height: 792 } as const;
const MARGIN = 48;
const COLUMNS = { item: MARGIN, figure: 232, counts: 312, before: 432 } as const;
const RIGHT = PAGE.width - MARGIN;

/** A report as a PDF with selectable text. Title and fields of the file name the report and nothing of the practice's patients. */
export async function reportPdf(report: ReportText): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = await PDFDocument.create();
  pdf.setTitle(report.title);
  pdf.setLanguage('en-US');
  const fonts = { plain: await pdf.embedFont(StandardFonts.Helvetica), bold: await pdf.embedFont(StandardFonts.HelveticaBold) };
  let page: PDFPage = pdf.addPage([PAGE.width, PAGE.height]);
  let y = PAGE.height - MARGIN;
  const need = (height: number): void => {
    if (y - height > MARGIN) return;
    page = pdf.addPage([PAGE.width, PAGE.height]);
    y = PAGE.height - MARGIN;
  };
  const draw = (text: string, x: number, size: number, font: PDFFont, at = y): void => page.drawText(text, { x, y: at, size, font });
  const paragraph = (text: string, size: number, font: PDFFont, x: number = MARGIN): void => {
    for (const line of wrapped(drawable(text), font, size, RIGHT - x)) {
      need(size + 3);
      draw(line, x, size, font);
      y -= size + 3;
    }
  };
  paragraph(report.title, 18, fonts.bold);
  y -= 4;
  for (const line of [report.practice, report.span, report.made]) if (line !== '') paragraph(line, 10, fonts.plain);
  y -= 4;
  for (const note of report.notes) paragraph(note, 9, fonts.plain);
  let section = '';
  for (const row of report.rows) {
    if (row.section !== section) {
      section = row.section;
      need(60);
      y -= 12;
      paragraph(section, 12, fonts.bold);
      page.drawLine({ start: { x: MARGIN, y: y + 6 }, end: { x: RIGHT, y: y + 6 }, thickness: 0.7 });
      y -= 6;
    }
    drawRow(row);
  }
  const pages = pdf.getPages();
  for (const [at, one] of pages.entries()) one.drawText(`${at + 1} of ${pages.length}`, { x: RIGHT - 36, y: MARGIN - 20, size: 8, font: fonts.plain });
  return new Uint8Array(await pdf.save());

  function drawRow(row: ReportRow): void {
    const cells = [[row.item, COLUMNS.item, COLUMNS.figure], [row.figure, COLUMNS.figure, COLUMNS.counts], [row.counts, COLUMNS.counts, COLUMNS.before], [row.before, COLUMNS.before, RIGHT]] as const;
    const lines = cells.map(([text, from, to], at) => wrapped(drawable(text), at === 0 ? fonts.bold : fonts.plain, 9, to - from - 8));
    const definition = row.definition === '' ? [] : wrapped(drawable(row.definition), fonts.plain, 7.5, RIGHT - MARGIN);
    const height = Math.max(...lines.map(({ length }) => length)) * 12 + definition.length * 10 + 5;
    need(height);
    lines.forEach((list, at) => list.forEach((line, n) => draw(line, cells[at]?.[1] ?? MARGIN, 9, at === 0 ? fonts.bold : fonts.plain, y - n * 12)));
    y -= Math.max(...lines.map(({ length }) => length)) * 12;
    for (const line of definition) {
      draw(line, MARGIN, 7.5, fonts.plain);
      y -= 10;
    }
    y -= 5;
  }
}

/** Lines no wider than `width` points. A word longer than a line is cut. */
function wrapped(text: string, font: PDFFont, size: number, width: number): string[] {
  const fits = (line: string): boolean => font.widthOfTextAtSize(line, size) <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) { line = longer; continue; }
    if (line !== '') lines.push(line);
    let rest = word;
    while (!fits(rest)) {
      let cut = rest.length - 1;
      while (cut > 1 && !fits(rest.slice(0, cut))) cut -= 1;
      lines.push(rest.slice(0, cut));
      rest = rest.slice(cut);
    }
    line = rest;
  }
  return [...lines, line];
}
