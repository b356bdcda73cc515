import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateRawSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFString, degrees } from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { inspectDocument } from '../../../entrypoints/desk/appeals/inspect-document.ts';
import { makeLetterDocx } from '../../../entrypoints/desk/appeals/letter-docx.ts';
import { makePacketPdf } from '../../../entrypoints/desk/appeals/packet-pdf.ts';
import { fileLimits } from '../../../rules/appeals/file-limits.ts';
import { checklistOf } from '../../../rules/appeals/packet-checklist.ts';
import type { PacketPart } from '../../../rules/domain/appeal.ts';
import type { PacketInput } from '../../../entrypoints/desk/appeals/packet-input.ts';

const font = new Uint8Array(readFileSync(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf')));
// One red pixel.
const PNG = Uint8Array.fromBase64('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==');

async function source(pages: number, words: string, more: (pdf: PDFDocument) => void = () => undefined): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  for (let n = 1; n <= pages; n += 1) pdf.addPage([612, 792]).drawText(`${words} ${n}`, { x: 72, y: 600 });
  more(pdf);
  return pdf.save();
}

/** Read by another library than the one that wrote it. */
async function read(bytes: Uint8Array): Promise<{ texts: string[]; bookmarks: { title: string; page: number }[]; title: string }> {
  const pdf = await getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 }).promise;
  const texts: string[] = [];
  for (let n = 1; n <= pdf.numPages; n += 1) texts.push((await (await pdf.getPage(n)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(' '));
  const outline = await pdf.getOutline();
  const bookmarks = await Promise.all((outline ?? []).map(async ({ title, dest }) => ({ title, page: await pdf.getPageIndex((dest as [{ num: number; gen: number }])[0]) + 1 })));
  const { info } = await pdf.getMetadata();
  return { texts, bookmarks, title: (info as { Title?: string }).Title ?? '' };
}

const packet = async (more: Partial<PacketInput> = {}): Promise<PacketInput> => ({
  title: 'Appeal packet', madeOn: '2026-03-10', isDraft: false, font,
  parts: [
    { kind: 'document', title: 'Remittance', why: 'Shows the decision.', type: 'application/pdf', bytes: await source(2, 'REMITTANCE') },
    { kind: 'letter', title: 'Cover letter', why: 'Says what is asked.', paragraphs: ['Patient: Wałęsa, Łucja Óñé', 'We ask you to look again.'] },
    { kind: 'list', title: 'Proof of filing', why: 'Lists the proofs.', rows: [['277CA of the payer', '02/10/2026']] },
    { kind: 'document', title: 'Scan', why: 'Shows the card.', type: 'image/png', bytes: PNG },
  ], ...more,
});

describe('the packet as one PDF, read back by another library', () => {
  it('has the letter, the index, then the documents in their order, each page numbered', async () => {
    const { texts, bookmarks, title } = await read(await makePacketPdf(await packet()));
    expect(texts).toHaveLength(6);
    expect(texts[0]).toContain('We ask you to look again.');
    expect(texts[1]).toContain('Index');
    expect(texts[1]).toContain('pp. 3–4');
    expect(texts[1]).toContain('Shows the decision.');
    expect(texts[2]).toContain('REMITTANCE 1');
    expect(texts[3]).toContain('REMITTANCE 2');
    expect(texts[4]).toContain('277CA of the payer');
    texts.forEach((text, at) => expect(text).toContain(`Page ${at + 1} of 6`));
    expect(bookmarks).toEqual([{ title: 'Cover letter', page: 1 }, { title: 'Index', page: 2 }, { title: 'Remittance', page: 3 }, { title: 'Proof of filing', page: 5 }, { title: 'Scan', page: 6 }]);
    expect(title).toBe('Appeal packet');
  });
  it('keeps letters beyond Latin-1 as they are', async () => {
    expect((await read(await makePacketPdf(await packet()))).texts[0]).toContain('Wałęsa, Łucja Óñé');
  });
  it('shows the number of a letter its font lacks, instead of leaving it out without a word', async () => {
    const { texts } = await read(await makePacketPdf(await packet({ parts: [{ kind: 'letter', title: 'Cover letter', why: 'For 漢.', paragraphs: ['Patient: 漢 Wałęsa'] }] })));
    expect(texts[0]).toContain('Patient: [U+6F22] Wałęsa');
    expect(texts[1]).toContain('For [U+6F22].');
  });
  it('says draft on every page until it is checked', async () => {
    for (const text of (await read(await makePacketPdf(await packet({ isDraft: true })))).texts) expect(text).toContain('DRAFT');
    for (const text of (await read(await makePacketPdf(await packet()))).texts) expect(text).not.toContain('DRAFT');
  });
  it('a long letter and a long index go on over pages, and no word is lost', async () => {
    const words = Array.from({ length: 2000 }, (_one, n) => `word${n}`);
    const parts: PacketInput['parts'] = [
      { kind: 'letter', title: 'Cover letter', why: '', paragraphs: [words.join(' '), 'x'.repeat(300)] },
      ...(await Promise.all(Array.from({ length: 45 }, async (_one, n) => ({ kind: 'document' as const, title: `Exhibit ${n} of a rather long name`, why: 'Because it shows what the letter says.', type: 'application/pdf' as const, bytes: await source(1, `E${n}`) })))),
    ];
    const { texts, bookmarks } = await read(await makePacketPdf(await packet({ parts })));
    const all = texts.join(' ').split(/\s+/u);
    for (const word of words) expect(all).toContain(word);
    const first = bookmarks.find(({ title }) => title.startsWith('Exhibit 0'))?.page ?? 0;
    expect(texts[first - 1]).toContain('E0 1');
    expect(texts.slice(0, first - 1).join(' ')).toContain(`p. ${first}`);
  });
  it.each([[1, 0], [40, 1], [41, 3], [300, 30]])('is counted beforehand as it comes out: a letter of %i paragraphs and %i proofs', async (count, proofs) => {
    const paragraphs = Array.from({ length: count }, (_one, n) => `Paragraph ${n}: Wałęsa’s claim was denied for want of an authorization, and the plan’s own words (§ ${n}) say that none was needed.`);
    const remittance = await source(3, 'REMITTANCE');
    const named = Array.from({ length: proofs }, (_one, n) => ({ kind: 'payer-acceptance-277ca' as const, reference: `E${n}`, grade: 'counts' as const, why: 'The payer itself says that it took this claim in, and when. It names this claim and its day, which is within the time of filing.' }));
    const parts: PacketPart[] = [
      { id: 'part-1', kind: 'cover-letter', title: 'Cover letter', why: 'Says what is asked.', documentId: null }, { id: 'part-2', kind: 'filing-proof-list', title: 'Proof of filing', why: 'Lists the proofs.', documentId: null },
      ...Array.from({ length: count }, (_one, n): PacketPart => ({ id: `part-d${n}`, kind: 'remittance', title: `Remittance ${n}`, why: 'Shows the decision.', documentId: 'document-1' })),
    ];
    const counted = checklistOf({
      letter: { blocks: [], blanks: [], leftOut: [], facts: [], unconfirmed: [] }, sentLetter: paragraphs, proofs: named, templates: [], limits: fileLimits(''), hasPrevious: false, hasProof: null, parts,
      documents: [{ id: 'document-1', name: 'r.pdf', type: 'application/pdf', bytes: remittance.length, pages: 3, sha256: '', done: true }],
    });
    const made = await makePacketPdf(await packet({
      parts: parts.map(({ kind, title, why }): PacketInput['parts'][number] => (kind === 'cover-letter' ? { kind: 'letter', title, why, paragraphs } : kind === 'filing-proof-list' ? { kind: 'list', title, why, rows: named.map((one) => ['277CA of the payer', `Number: ${one.reference}`, one.why]) } : { kind: 'document', title, why, type: 'application/pdf', bytes: remittance })),
    }));
    expect(counted.pages).toBe((await PDFDocument.load(made)).getPageCount());
    expect(Math.abs(counted.bytes - made.length) / made.length).toBeLessThan(0.1);
  });
  it('stands a page number upright on a turned page', async () => {
    const bytes = await source(1, 'TURNED', (pdf) => pdf.getPage(0).setRotation(degrees(90)));
    const made = await makePacketPdf(await packet({ parts: [{ kind: 'document', title: 'Turned', why: '', type: 'application/pdf', bytes }] }));
    const pdf = await getDocument({ data: made.slice(), verbosity: 0 }).promise;
    const page = await pdf.getPage(2);
    const items = (await page.getTextContent()).items.flatMap((item) => ('str' in item && item.str.startsWith('Page') ? [item] : []));
    const [a, b] = (items[0]?.transform ?? []) as number[];
    const viewport = page.getViewport({ scale: 1 });
    expect(viewport.rotation).toBe(90);
    // Along the shown line: the text runs up the unturned page.
    expect(Math.abs(a ?? 1)).toBeLessThan(0.01);
    expect(b ?? 0).toBeGreaterThan(0);
  });
  it('takes no link of a document along', async () => {
    const bytes = await source(1, 'LINK', (pdf) => {
      const link = pdf.context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 100, 100], A: { S: 'URI', URI: PDFString.of('https://evil.example/') } });
      pdf.getPage(0).node.set(PDFName.of('Annots'), pdf.context.obj([pdf.context.register(link)]));
    });
    const pdf = await getDocument({ data: (await makePacketPdf(await packet({ parts: [{ kind: 'document', title: 'L', why: '', type: 'application/pdf', bytes }] }))).slice(), verbosity: 0 }).promise;
    expect(await (await pdf.getPage(2)).getAnnotations()).toEqual([]);
  });
});

describe('documents that are not taken', () => {
  it('takes PDF, PNG and JPEG by what they are', async () => {
    expect(await inspectDocument(await source(3, 'OK'))).toEqual({ ok: true, type: 'application/pdf', pages: 3 });
    expect(await inspectDocument(PNG)).toEqual({ ok: true, type: 'image/png', pages: 1 });
    expect(await inspectDocument(new TextEncoder().encode('MZ hello'))).toEqual({ ok: false, refusal: 'not-a-document' });
    expect(await inspectDocument(new Uint8Array())).toEqual({ ok: false, refusal: 'empty' });
  });
  it('refuses an encrypted one', async () => {
    const pdf = await PDFDocument.load(await source(1, 'SECRET'));
    pdf.encrypt({ userPassword: 'u', ownerPassword: 'o', permissions: {} });
    expect(await inspectDocument(await pdf.save())).toEqual({ ok: false, refusal: 'encrypted' });
  });
  it('refuses a broken one', async () => {
    const bytes = await source(1, 'CUT');
    expect(await inspectDocument(bytes.subarray(0, 300))).toEqual({ ok: false, refusal: 'broken' });
    expect(await inspectDocument(new TextEncoder().encode('%PDF-1.7\nnothing'))).toEqual({ ok: false, refusal: 'broken' });
  });
  it('refuses programs, started programs and attached files', async () => {
    const open = (action: Record<string, string | PDFString>) => source(1, 'X', (pdf) => pdf.catalog.set(PDFName.of('OpenAction'), pdf.context.obj(action)));
    expect(await inspectDocument(await open({ S: 'JavaScript', JS: PDFString.of('app.alert(1)') }))).toEqual({ ok: false, refusal: 'has-program' });
    expect(await inspectDocument(await open({ S: 'Launch', F: PDFString.of('cmd.exe') }))).toEqual({ ok: false, refusal: 'has-program' });
    const attached = await PDFDocument.load(await source(1, 'X'));
    await attached.attach(new Uint8Array([1, 2, 3]), 'a.exe', { mimeType: 'application/octet-stream' });
    expect(await inspectDocument(await attached.save())).toEqual({ ok: false, refusal: 'has-files' });
    const xfa = await source(1, 'X', (pdf) => pdf.catalog.set(PDFName.of('AcroForm'), pdf.context.obj({ XFA: PDFString.of('<xdp/>'), Fields: [] })));
    expect(await inspectDocument(xfa)).toEqual({ ok: false, refusal: 'changing-form' });
  });
  it('refuses an image that claims more pixels than any page has', async () => {
    const bomb = PNG.slice();
    new DataView(bomb.buffer).setUint32(16, 30_000);
    new DataView(bomb.buffer).setUint32(20, 30_000);
    expect(await inspectDocument(bomb)).toEqual({ ok: false, refusal: 'image-too-large' });
  });
});

describe('the letter as a Word file', () => {
  it('holds every paragraph, and its properties name nobody', async () => {
    const bytes = new Uint8Array(await (await makeLetterDocx(['First Łucja', 'Second\nthird'], true)).arrayBuffer());
    const parts = unzipped(bytes);
    const text = parts.get('word/document.xml') ?? '';
    for (const words of ['First Łucja', 'Second', 'third', 'DRAFT']) expect(text).toContain(words);
    expect(parts.get('docProps/core.xml')).toContain('Overturn');
    expect(parts.get('docProps/core.xml')).not.toContain('Łucja');
  });
});

/** The entries of a ZIP file by its central directory. */
function unzipped(bytes: Uint8Array): Map<string, string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = new Map<string, string>();
  let end = bytes.length - 22;
  while (view.getUint32(end, true) !== 0x06054b50) end -= 1;
  let at = view.getUint32(end + 16, true);
  for (let n = view.getUint16(end + 10, true); n > 0; n -= 1) {
    const [packed, nameLength, extra, comment, local] = [view.getUint32(at + 20, true), view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true), view.getUint32(at + 42, true)];
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const data = bytes.subarray(start, start + packed);
    found.set(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)), new TextDecoder().decode(view.getUint16(at + 10, true) === 8 ? inflateRawSync(data) : data));
    at += 46 + nameLength + extra + comment;
  }
  return found;
}
