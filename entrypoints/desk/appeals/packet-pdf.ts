import fontkit from '@pdf-lib/fontkit';
import { degrees, PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, rgb } from '@cantoo/pdf-lib';
import type { PDFFont, PDFPage, PDFRef } from '@cantoo/pdf-lib';
import { INDEX_SIZE, INDEX_WIDTH, indexPlaces, LETTER_SIZE, MARGIN } from '../../../rules/appeals/page-layout.ts';
import { addLetterPages, addListPages, heightsIn, wrapped } from './page-text.ts';
import type { PacketInput } from './packet-input.ts';

type Mark = { title: string; why: string; page: PDFPage; from: number; to: number };

/**
 * The packet as one PDF: the cover letter first, then the index, then everything else in its order; a number at the foot of every page and
 * a bookmark for every part. Pages of documents keep their size; what acts in them (links, programs) does not come along.
 */
export async function makePacketPdf({ title, madeOn, isDraft, parts, font: fontBytes }: PacketInput): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  pdf.registerFontkit(fontkit);
  // Whole: the font library's cut-down form of this font does not open everywhere.
  const font = await pdf.embedFont(fontBytes, { subset: false });
  const made = new Date(`${madeOn}T12:00:00Z`);
  pdf.setTitle(title);
  pdf.setProducer('Overturn');
  pdf.setCreator('Overturn');
  pdf.setCreationDate(made);
  pdf.setModificationDate(made);
  const marks: Mark[] = [];
  const letterFirst = [...parts.filter(({ kind }) => kind === 'letter'), ...parts.filter(({ kind }) => kind !== 'letter')];
  const letters = letterFirst.filter(({ kind }) => kind === 'letter').length;
  for (const part of letterFirst) {
    const from = pdf.getPageCount();
    if (part.kind === 'letter') addLetterPages(pdf, font, part.paragraphs);
    else if (part.kind === 'list') addListPages(pdf, font, part.title, part.rows);
    else await addDocument(pdf, part.type, part.bytes);
    marks.push({ title: part.title, why: part.why, page: pdf.getPage(from), from, to: pdf.getPageCount() - 1 });
  }
  // The index is written last, when the pages are known, and stands right after the letter.
  const at = letters === 0 ? 0 : (marks[letters - 1]?.to ?? -1) + 1;
  const count = (indexPlaces(heightsIn(font, marks)).at(-1)?.page ?? 0) + 1;
  const pages = addIndex(pdf, font, at, count, marks.map((mark) => (mark.from >= at ? { ...mark, from: mark.from + count, to: mark.to + count } : mark)));
  const index: Mark = { title: 'Index', why: '', page: pages[0] ?? pdf.getPage(at), from: at, to: at + count - 1 };
  addBookmarks(pdf, [...marks.slice(0, letters), index, ...marks.slice(letters)]);
  const total = pdf.getPageCount();
  pdf.getPages().forEach((page, number) => stamp(page, font, `Page ${number + 1} of ${total}`, isDraft));
  return pdf.save({ useObjectStreams: false });
}

async function addDocument(pdf: PDFDocument, type: string, bytes: Uint8Array): Promise<void> {
  if (type === 'application/pdf') {
    const source = await PDFDocument.load(bytes, { updateMetadata: false });
    for (const page of await pdf.copyPages(source, source.getPageIndices())) {
      disarm(page);
      pdf.addPage(page);
    }
    return;
  }
  const image = type === 'image/png' ? await pdf.embedPng(bytes) : await pdf.embedJpg(bytes);
  const [width, height] = image.width > image.height ? [LETTER_SIZE[1], LETTER_SIZE[0]] : LETTER_SIZE;
  const page = pdf.addPage([width, height]);
  const edge = MARGIN / 2;
  const { width: drawn, height: tall } = image.scaleToFit(width - 2 * edge, height - 2 * edge - 12);
  page.drawImage(image, { x: (width - drawn) / 2, y: (height - tall) / 2 + 6, width: drawn, height: tall });
}

/** Takes what acts out of a page and its annotations: a document of a packet is paper. */
function disarm(page: PDFPage): void {
  page.node.delete(PDFName.of('AA'));
  const annotations = page.node.Annots();
  if (!(annotations instanceof PDFArray)) return;
  for (let at = annotations.size() - 1; at >= 0; at -= 1) {
    const annotation = annotations.lookup(at);
    if (!(annotation instanceof PDFDict)) continue;
    if (annotation.get(PDFName.of('Subtype')) === PDFName.of('Link')) { annotations.remove(at); continue; }
    for (const key of ['A', 'AA', 'PA']) annotation.delete(PDFName.of(key));
  }
}

function addIndex(pdf: PDFDocument, font: PDFFont, at: number, count: number, marks: readonly Mark[]): PDFPage[] {
  const pages = Array.from({ length: count }, (_one, n) => pdf.insertPage(at + n, LETTER_SIZE));
  const places = indexPlaces(heightsIn(font, marks));
  pages[0]?.drawText('Index', { x: MARGIN, y: LETTER_SIZE[1] - MARGIN, size: 14, font });
  marks.forEach(({ title, why, from, to }, row) => {
    const { page: n, used } = places[row] ?? { page: 0, used: 0 };
    const page = pages[n];
    let y = LETTER_SIZE[1] - MARGIN - 32 - used;
    const put = (text: string, x: number, size: number): void => page?.drawText(text, { x, y, size, font, color: rgb(0, 0, 0) });
    put(`${row + 1}`, MARGIN, INDEX_SIZE);
    put(from === to ? `p. ${from + 1}` : `pp. ${from + 1}–${to + 1}`, LETTER_SIZE[0] - MARGIN - 70, INDEX_SIZE);
    for (const line of wrapped(font, title, INDEX_SIZE, INDEX_WIDTH)) { put(line, MARGIN + 24, INDEX_SIZE); y -= 14; }
    for (const line of why === '' ? [] : wrapped(font, why, INDEX_SIZE - 1, INDEX_WIDTH)) { put(line, MARGIN + 24, INDEX_SIZE - 1); y -= 14; }
  });
  return pages;
}

/** A flat outline, one entry a part. */
function addBookmarks(pdf: PDFDocument, marks: readonly Mark[]): void {
  const { context, catalog } = pdf;
  const root = context.nextRef();
  const refs = marks.map(() => context.nextRef());
  marks.forEach(({ title, page }, at) => {
    const entry: Record<string, PDFHexString | PDFRef | PDFArray> = { Title: PDFHexString.fromText(title), Parent: root, Dest: context.obj([page.ref, PDFName.of('Fit')]) };
    const [before, after, own] = [refs[at - 1], refs[at + 1], refs[at]];
    if (before !== undefined) entry['Prev'] = before;
    if (after !== undefined) entry['Next'] = after;
    if (own !== undefined) context.assign(own, context.obj(entry));
  });
  const [first, last] = [refs[0], refs.at(-1)];
  if (first === undefined || last === undefined) return;
  context.assign(root, context.obj({ Type: PDFName.of('Outlines'), First: first, Last: last, Count: PDFNumber.of(refs.length) }));
  catalog.set(PDFName.of('Outlines'), root);
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
}

/** A line at the foot, and the word draft at the head, upright as the page is shown whatever its rotation. */
function stamp(page: PDFPage, font: PDFFont, text: string, isDraft: boolean): void {
  const { x, y, width, height } = page.getCropBox();
  const turn = ((page.getRotation().angle % 360) + 360) % 360;
  const [shownWidth, shownHeight] = turn % 180 === 0 ? [width, height] : [height, width];
  const put = (words: string, fromLeft: number, fromFoot: number, size: number): void => {
    const [px, py] = turn === 90 ? [x + width - fromFoot, y + fromLeft] : turn === 180 ? [x + width - fromLeft, y + height - fromFoot] : turn === 270 ? [x + fromFoot, y + height - fromLeft] : [x + fromLeft, y + fromFoot];
    page.drawText(words, { x: px, y: py, size, font, rotate: degrees(turn), color: rgb(0.25, 0.25, 0.25) });
  };
  put(text, (shownWidth - font.widthOfTextAtSize(text, 8)) / 2, 14, 8);
  const draft = 'DRAFT: not checked, not to be sent';
  if (isDraft) put(draft, (shownWidth - font.widthOfTextAtSize(draft, 9)) / 2, shownHeight - 20, 9);
}
