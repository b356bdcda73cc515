import type { PDFDocument, PDFFont, PDFPage } from '@cantoo/pdf-lib';

/** US Letter in points. */
export const LETTER_SIZE: [number, number] = [612, 792];
export const MARGIN = 72;
const SIZE = 10.5;
const LEADING = 15;

/** Lines of a text at a width. Line ends of the text hold; a word longer than a line is broken, so that nothing runs off the page. */
export function wrapped(font: PDFFont, text: string, size: number, width: number): string[] {
  // Tabs and other controls have no glyph.
  return text.split(/\r?\n/u).flatMap((line) => wrapLine(font, line.replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ').trimEnd(), size, width));
}

function wrapLine(font: PDFFont, line: string, size: number, width: number): string[] {
  const fits = (words: string): boolean => font.widthOfTextAtSize(words, size) <= width;
  const lines: string[] = [];
  let now = '';
  for (const word of line.split(' ')) {
    const next = now === '' ? word : `${now} ${word}`;
    if (fits(next)) { now = next; continue; }
    if (now !== '') lines.push(now);
    now = '';
    for (const letter of word) {
      if (fits(now + letter)) now += letter;
      else { lines.push(now); now = letter; }
    }
  }
  return [...lines, now];
}

/** Writes down a page and begins another where there is no room. */
class Writer {
  #page: PDFPage | null = null;
  #y = 0;
  readonly #pdf: PDFDocument;
  readonly #font: PDFFont;
  constructor(pdf: PDFDocument, font: PDFFont) {
    this.#pdf = pdf;
    this.#font = font;
  }
  line(text: string, size = SIZE): void {
    if (this.#page === null || this.#y < MARGIN) {
      this.#page = this.#pdf.addPage(LETTER_SIZE);
      this.#y = LETTER_SIZE[1] - MARGIN;
    }
    if (text !== '') this.#page.drawText(text, { x: MARGIN, y: this.#y, size, font: this.#font });
    this.#y -= LEADING;
  }
  paragraph(text: string, size = SIZE): void {
    for (const one of wrapped(this.#font, text, size, LETTER_SIZE[0] - 2 * MARGIN)) this.line(one, size);
    this.#y -= LEADING / 2;
  }
}

export function addLetterPages(pdf: PDFDocument, font: PDFFont, paragraphs: readonly string[]): void {
  const writer = new Writer(pdf, font);
  for (const paragraph of paragraphs) writer.paragraph(paragraph);
}

/** A titled list, one entry of several lines a row. */
export function addListPages(pdf: PDFDocument, font: PDFFont, title: string, rows: readonly (readonly string[])[]): void {
  const writer = new Writer(pdf, font);
  writer.paragraph(title, 14);
  rows.forEach((lines, index) => writer.paragraph(`${index + 1}. ${lines.join('\n')}`));
}
