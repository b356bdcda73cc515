import letterWidths from './letter-widths.json' with { type: 'json' };

/** How text that Overturn writes into a packet is broken into lines and pages: one reckoning for the writer and for the count before. */

/** US Letter in points. */
export const LETTER_SIZE: [number, number] = [612, 792];
export const MARGIN = 72;
export const TEXT_SIZE = 10.5;
export const TITLE_SIZE = 14;
export const LEADING = 15;
export const INDEX_SIZE = 10;
export const INDEX_WIDTH = LETTER_SIZE[0] - 2 * MARGIN - 100;
const TEXT_WIDTH = LETTER_SIZE[0] - 2 * MARGIN;
const INDEX_ROOM = LETTER_SIZE[1] - 2 * MARGIN - 40;

/** Width in points of words at a size in points. */
export type WidthAt = (words: string, size: number) => number;

/** Lines of a text at a width. Line ends of the text hold; a word longer than a line is broken, so that nothing runs off the page. */
export function wrappedLines(widthAt: WidthAt, text: string, size: number, width: number): string[] {
  // Tabs and other controls have no glyph.
  return text.split(/\r?\n/u).flatMap((line) => wrapLine((words) => widthAt(words, size) <= width, line.replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ').trimEnd()));
}

/**
 * A text with each letter that the font lacks as its number in Unicode, `[U+6F22]`: visible, instead of gone without a word.
 * `has`: whether the font has a letter, by its code point.
 */
export function withoutMissingLetters(text: string, has: (point: number) => boolean): string {
  return Array.from(text.normalize('NFC'), (letter) => {
    const point = letter.codePointAt(0) ?? 0;
    return has(point) || /[\p{Cc}\p{Cf}]/u.test(letter) ? letter : `[U+${point.toString(16).toUpperCase().padStart(4, '0')}]`;
  }).join('');
}

function wrapLine(fits: (words: string) => boolean, line: string): string[] {
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

export type Entry = { title: string; why: string };

/** Height in points of each entry of the index. */
export function indexHeights(widthAt: WidthAt, entries: readonly Entry[]): number[] {
  return entries.map(({ title, why }) => (wrappedLines(widthAt, title, INDEX_SIZE, INDEX_WIDTH).length + (why === '' ? 0 : wrappedLines(widthAt, why, INDEX_SIZE - 1, INDEX_WIDTH).length)) * 14 + 8);
}

/** The page of the index, from 0, that each entry stands on, and how far down in points. */
export function indexPlaces(heights: readonly number[]): { page: number; used: number }[] {
  let [page, used] = [0, 0];
  return heights.map((height) => {
    if (used + height > INDEX_ROOM) { page += 1; used = 0; }
    const place = { page, used };
    used += height;
    return place;
  });
}

const WIDTHS: Readonly<Record<string, number>> = letterWidths.widths;
/** A letter the table lacks is taken to be as wide as the widest Latin one: pages may be counted too many, not too few. */
const widthOfLetter = (letter: string): number => WIDTHS[letter] ?? WIDTHS[letter.normalize('NFD').slice(0, 1)] ?? letterWidths.unitsPerEm;
const widthFromTable: WidthAt = (words, size) => Array.from(words).reduce((sum, letter) => sum + widthOfLetter(letter), 0) * size / letterWidths.unitsPerEm;

/** Pages of paragraphs, each `[text, size]`, one below the other, as `page-text.ts` puts them down. */
function textPages(paragraphs: readonly (readonly [string, number])[]): number {
  let [pages, y] = [0, 0];
  for (const [text, size] of paragraphs) {
    const { length } = wrappedLines(widthFromTable, text, size, TEXT_WIDTH);
    for (let line = 0; line < length; line += 1) {
      if (pages === 0 || y < MARGIN) { pages += 1; y = LETTER_SIZE[1] - MARGIN; }
      y -= LEADING;
    }
    y -= LEADING / 2;
  }
  return pages;
}

export const letterPages = (paragraphs: readonly string[]): number => textPages(paragraphs.map((text) => [text, TEXT_SIZE]));

/** Pages of a titled list, one entry of several lines a row. */
export const listPages = (title: string, rows: readonly (readonly string[])[]): number => textPages([[title, TITLE_SIZE], ...rows.map((lines, index) => [`${index + 1}. ${lines.join('\n')}`, TEXT_SIZE] as const)]);

export const indexPages = (entries: readonly Entry[]): number => (indexPlaces(indexHeights(widthFromTable, entries)).at(-1)?.page ?? 0) + 1;
