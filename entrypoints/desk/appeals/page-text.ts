import type { PDFDocument, PDFFont, PDFPage } from '@cantoo/pdf-lib';
import { indexHeights, LEADING, LETTER_SIZE, MARGIN, TEXT_SIZE, TITLE_SIZE, withoutMissingLetters, wrappedLines } from '../../../rules/appeals/page-layout.ts';
import type { Entry, WidthAt } from '../../../rules/appeals/page-layout.ts';

const widthIn = (font: PDFFont): WidthAt => (words, size) => font.widthOfTextAtSize(words, size);

/** Lines of a text at a width, as this font is wide. */
export const wrapped = (font: PDFFont, text: string, size: number, width: number): string[] => wrappedLines(widthIn(font), withoutMissingLetters(text, lettersOf(font)), size, width);

const known = new WeakMap<PDFFont, ReadonlySet<number>>();
function lettersOf(font: PDFFont): (point: number) => boolean {
  const letters = known.get(font) ?? new Set(font.getCharacterSet());
  known.set(font, letters);
  return (point) => letters.has(point);
}

/** Height in points of each entry of the index. */
export const heightsIn = (font: PDFFont, entries: readonly Entry[]): number[] => indexHeights(widthIn(font), entries);

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
  line(text: string, size = TEXT_SIZE): void {
    if (this.#page === null || this.#y < MARGIN) {
      this.#page = this.#pdf.addPage(LETTER_SIZE);
      this.#y = LETTER_SIZE[1] - MARGIN;
    }
    if (text !== '') this.#page.drawText(text, { x: MARGIN, y: this.#y, size, font: this.#font });
    this.#y -= LEADING;
  }
  paragraph(text: string, size = TEXT_SIZE): void {
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
  writer.paragraph(title, TITLE_SIZE);
  rows.forEach((lines, index) => writer.paragraph(`${index + 1}. ${lines.join('\n')}`));
}
