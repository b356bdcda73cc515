import { linesOfPage } from '../../documents/page-lines.ts';
import type { PlacedText } from '../../documents/page-lines.ts';

/** Fewer pieces than that are a toolbar or a chart, not a sheet of paper. */
const FEWEST_PIECES = 20;
const MOST_PIECES = 6000;

/**
 * The text of sheets that a viewer draws piece by piece at fixed places (a PDF in the page: pdf.js and its like), as lines with
 * cells parted by tabs, from the places alone. Null where the page has no such sheet, it is covered, or there is no layout.
 */
export function textOfLayers(root: Document): string | null {
  if (root.defaultView === null) return null;
  const sheets = sheetsOf(root).filter((sheet) => isDrawn(sheet) && !isCovered(sheet, root));
  const lines = sheets.flatMap((sheet) => [...linesOfPage(placesOf(sheet)), '']);
  return lines.length === 0 ? null : lines.join('\n');
}

function sheetsOf(root: Document): Element[] {
  const counts = new Map<Element, number>();
  let seen = 0;
  for (const el of root.querySelectorAll('.textLayer > span, .textLayer > .markedContent > span, [style*="left:"][style*="top:"]')) {
    if (seen > MOST_PIECES) break;
    const sheet = el.closest('.textLayer') ?? el.parentElement;
    if (sheet === null || (el.textContent ?? '').trim() === '' || el.childElementCount > 0) continue;
    seen += 1;
    counts.set(sheet, (counts.get(sheet) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count >= FEWEST_PIECES).map(([sheet]) => sheet);
}

function piecesOf(sheet: Element): Element[] {
  return [...sheet.querySelectorAll('span, div, p')].filter((el) => el.childElementCount === 0 && (el.textContent ?? '').trim() !== '').slice(0, MOST_PIECES);
}

/** The words over a drawn page are transparent: then there has to be a picture of the page below them. */
function isDrawn(sheet: Element): boolean {
  const first = piecesOf(sheet)[0];
  const view = sheet.ownerDocument.defaultView;
  if (first === undefined || view === null || !sheet.checkVisibility({ visibilityProperty: true })) return false;
  const style = view.getComputedStyle(first);
  if (style.position !== 'absolute') return false;
  if (!/^rgba\(.*, 0\)$/.test(style.color) && Number(view.getComputedStyle(sheet).opacity) > 0.5) return true;
  const box = sheet.getBoundingClientRect();
  return [...(sheet.parentElement?.querySelectorAll('canvas, img, svg') ?? [])].some((picture) => {
    const drawn = picture.getBoundingClientRect();
    return drawn.width >= box.width * 0.8 && drawn.height >= box.height * 0.8 && picture.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  });
}

/** Whether something that is no part of the sheet lies over it where it is in view. */
function isCovered(sheet: Element, root: Document): boolean {
  const page = sheet.parentElement ?? sheet;
  const view = root.defaultView;
  return piecesOf(sheet).slice(0, 200).filter((_, at) => at % 10 === 0).some((piece) => {
    const { left, top, width, height } = piece.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    if (view === null || x < 0 || y < 0 || x > view.innerWidth || y > view.innerHeight) return false;
    const over = root.elementFromPoint(x, y);
    return over !== null && !page.contains(over) && !over.contains(page);
  });
}

function placesOf(sheet: Element): PlacedText[] {
  return piecesOf(sheet).flatMap((el) => {
    const { left, bottom, width, height } = el.getBoundingClientRect();
    return width < 1 || height < 1 || !el.checkVisibility({ visibilityProperty: true }) ? [] : [{ text: (el.textContent ?? '').replace(/\s+/g, ' '), x: left, y: -bottom, width, height }];
  });
}
