import type { PDFDocumentLoadingTask, PDFPageProxy } from 'pdfjs-dist';
import { linesOfPage } from '../../../rules/documents/page-lines.ts';
import type { PlacedText } from '../../../rules/documents/page-lines.ts';

/** What came of a PDF. `of`: pages it has, of which the first `pages` were read. */
export type PdfOutcome =
  | { kind: 'text'; text: string; pages: number; of: number }
  | { kind: 'no-text' | 'encrypted' | 'damaged' | 'not-a-pdf' | 'too-large' | 'too-long' };

export const MOST_PDF = 40_000_000;
const MOST_PAGES = 60;
/** A page of text takes milliseconds; a file that is made to hold the parser up does not hold the page up. */
const LONGEST_MS = 20_000;

/**
 * The text layer of a PDF, read on this computer by a worker that is ended afterwards, however it ends. Nothing of the file is drawn,
 * run or followed: no script, no form, no link, no embedded file. Never throws.
 */
export async function readPdf(file: File): Promise<PdfOutcome> {
  if (file.size > MOST_PDF) return { kind: 'too-large' };
  const data = new Uint8Array(await file.arrayBuffer());
  if (!new TextDecoder('latin1').decode(data.subarray(0, 1024)).includes('%PDF-')) return { kind: 'not-a-pdf' };
  const port = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module', name: 'overturn-pdf' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const late = new Promise<PdfOutcome>((resolve) => { timer = setTimeout(() => resolve({ kind: 'too-long' }), LONGEST_MS); });
    return await Promise.race([textOf(data, port), late]);
  } finally {
    clearTimeout(timer);
    port.terminate();
  }
}

async function textOf(data: Uint8Array, port: Worker): Promise<PdfOutcome> {
  const { getDocument, PDFWorker, VerbosityLevel } = await import('pdfjs-dist');
  const worker = PDFWorker.create({ port });
  const task: PDFDocumentLoadingTask = getDocument({
    data, worker, verbosity: VerbosityLevel.ERRORS, disableFontFace: true, useSystemFonts: false, enableXfa: false, useWorkerFetch: false, useWasm: false, disableAutoFetch: true, stopAtErrors: false,
  });
  try {
    const document = await task.promise;
    const pages: string[] = [];
    const count = Math.min(document.numPages, MOST_PAGES);
    for (let n = 1; n <= count; n += 1) pages.push(linesOfPage(await piecesOf(await document.getPage(n))).join('\n'));
    const text = pages.join('\n\n');
    return text.trim() === '' ? { kind: 'no-text' } : { kind: 'text', text, pages: count, of: document.numPages };
  } catch (error) {
    // The parser's errors may quote the file, so only their kind goes on.
    return { kind: error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'damaged' };
  }
}

/** Upright pieces only: a stamp across the page is not part of its lines. */
async function piecesOf(page: PDFPageProxy): Promise<PlacedText[]> {
  const { items } = await page.getTextContent({ includeMarkedContent: false });
  return items.flatMap((item): PlacedText[] => {
    if (!('str' in item)) return [];
    const [a = 0, b = 0, c = 0, , x = 0, y = 0] = item.transform as number[];
    return a > 0 && Math.abs(b) < 0.01 && Math.abs(c) < 0.5 * Math.abs(a) ? [{ text: item.str, x, y, width: item.width, height: item.height }] : [];
  });
}
