import { EncryptedPDFError, PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFStream } from '@cantoo/pdf-lib';
import type { PDFObject } from '@cantoo/pdf-lib';
import type { DocumentType } from '../../../rules/domain/appeal.ts';

/** Why a file is not taken into a packet. The words for each are in components/words/appeal-words.ts. */
export const REFUSALS = ['not-a-document', 'encrypted', 'broken', 'has-program', 'has-files', 'changing-form', 'too-many-pages', 'too-large', 'image-too-large', 'too-slow', 'empty'] as const;
export type Refusal = (typeof REFUSALS)[number];
export type Inspection = { ok: true; type: DocumentType; pages: number } | { ok: false; refusal: Refusal };

const MOST_PAGES = 2000;
/** Pixels of an image; a few kilobytes can claim a hundred million of them and hold the machine up. */
const MOST_PIXELS = 60_000_000;

const refused = (refusal: Refusal): Inspection => ({ ok: false, refusal });

/** What a file is by its first bytes, and whether it may go in. Its name and what the browser says of it count for nothing. */
export async function inspectDocument(bytes: Uint8Array): Promise<Inspection> {
  if (bytes.length === 0) return refused('empty');
  if (begins(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return inspectImage('image/png', pngSize(bytes));
  if (begins(bytes, 0xff, 0xd8, 0xff)) return inspectImage('image/jpeg', jpegSize(bytes));
  if (new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-')) return inspectPdf(bytes);
  return refused('not-a-document');
}

const begins = (bytes: Uint8Array, ...start: number[]): boolean => start.every((byte, index) => bytes[index] === byte);

type Size = { width: number; height: number };
function inspectImage(type: DocumentType, size: Size | null): Inspection {
  if (size === null || size.width === 0 || size.height === 0) return refused('broken');
  return size.width * size.height > MOST_PIXELS ? refused('image-too-large') : { ok: true, type, pages: 1 };
}

function pngSize(bytes: Uint8Array): Size | null {
  if (bytes.length < 33) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** The frame header of a JPEG (SOF0 to SOF15 without DHT, JPG and DAC). */
function jpegSize(bytes: Uint8Array): Size | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) { at += 1; continue; }
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    if (marker === 0xd9 || marker === 0xda) return null;
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

/** Opens a PDF the way the packet will: what cannot be read here cannot be joined later. */
export async function inspectPdf(bytes: Uint8Array): Promise<Inspection> {
  let pdf: PDFDocument;
  try {
    pdf = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
  } catch (error) {
    return refused(error instanceof EncryptedPDFError || (error instanceof Error && /encrypt|password/iu.test(error.message)) || namesEncryption(bytes) ? 'encrypted' : 'broken');
  }
  try {
    if (pdf.isEncrypted) return refused('encrypted');
    const pages = pdf.getPageCount();
    if (pages === 0) return refused('broken');
    if (pages > MOST_PAGES) return refused('too-many-pages');
    const danger = dangerOf(pdf);
    if (danger !== null) return refused(danger);
    // A page tree that names pages that are not there is found only by walking it.
    for (const page of pdf.getPages()) page.getSize();
    return { ok: true, type: 'application/pdf', pages };
  } catch {
    return refused('broken');
  }
}

/** A locked file can fail to open before the reader comes to its lock; the trailer names it in clear, at the end or in the last cross-reference. */
function namesEncryption(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(-65_536)).includes('/Encrypt');
}

const ACTIONS: ReadonlySet<string> = new Set(['/JavaScript', '/Launch', '/SubmitForm', '/ImportData', '/Rendition', '/RichMediaExecute']);

/** Programs, attached files and forms that draw themselves: nothing a payer needs, and nothing to pass on. */
function dangerOf(pdf: PDFDocument): Refusal | null {
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    const found = dangerIn(object, 0);
    if (found !== null) return found;
  }
  return null;
}

function dangerIn(object: PDFObject, depth: number): Refusal | null {
  if (depth > 12) return null;
  if (object instanceof PDFArray) {
    for (const item of object.asArray()) {
      const found = dangerIn(item, depth + 1);
      if (found !== null) return found;
    }
    return null;
  }
  const dict = object instanceof PDFDict ? object : object instanceof PDFRawStream || object instanceof PDFStream ? object.dict : null;
  if (dict === null) return null;
  const named = (key: string): string => { const value = dict.get(PDFName.of(key)); return value instanceof PDFName ? value.asString() : ''; };
  if (ACTIONS.has(named('S')) || dict.has(PDFName.of('JS')) || dict.has(PDFName.of('JavaScript')) || named('Subtype') === '/RichMedia') return 'has-program';
  if (dict.has(PDFName.of('EmbeddedFiles')) || named('Type') === '/EmbeddedFile' || named('Subtype') === '/FileAttachment') return 'has-files';
  if (dict.has(PDFName.of('XFA'))) return 'changing-form';
  for (const [, value] of dict.entries()) {
    if (!(value instanceof PDFDict || value instanceof PDFArray)) continue;
    const found = dangerIn(value, depth + 1);
    if (found !== null) return found;
  }
  return null;
}
