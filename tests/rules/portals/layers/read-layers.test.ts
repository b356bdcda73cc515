import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../../commands/find-browser.mjs';
import { readPage } from '../../../read-page.ts';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  const executablePath = findChromium();
  browser = await chromium.launch({ args: process.getuid?.() === 0 ? ['--no-sandbox'] : [], ...(executablePath === null ? {} : { executablePath }) });
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
});
afterAll(async () => browser.close());

const WORDS: readonly (readonly [x: number, y: number, text: string])[] = [
  [60, 40, 'EXPLANATION OF BENEFITS'], [60, 100, 'Patient:'], [200, 100, 'TANGEN, EIRIK'], [460, 100, 'Claim number:'], [600, 100, 'BB26-004418'], [60, 120, 'Member ID:'], [200, 120, 'RLT55120098'],
  [60, 200, 'Service date'], [170, 200, 'Code'], [250, 200, 'Charges'], [350, 200, 'Allowed'], [450, 200, 'Plan paid'], [550, 200, 'Not covered'],
  [60, 222, '04/28/2026'], [170, 222, '11042'], [250, 222, '310.00'], [350, 222, '245.00'], [450, 222, '196.00'], [60, 244, '04/28/2026'], [170, 244, '97597'], [250, 244, '120.00'], [350, 244, '0.00'], [450, 244, '0.00'], [550, 244, '120.00'],
];
/** A sheet as pdf.js draws one: a picture of the page, and its words over it, transparent, each at its place. */
function sheet({ picture = true, cover = '', words = WORDS }: { picture?: boolean; cover?: string; words?: typeof WORDS } = {}): string {
  const spans = words.map(([x, y, text]) => `<span role="presentation" style="left:${String(x)}px;top:${String(y)}px;font-size:13px">${text}</span><br role="presentation">`).join('');
  return `<!doctype html><title>eob.pdf</title><style>body{margin:0}.page{position:relative;width:816px;height:600px}.textLayer{position:absolute;inset:0;line-height:1}.textLayer span{color:transparent;position:absolute;white-space:pre}.textLayer br{display:none}</style><div class="pdfViewer"><div class="page">${picture ? '<canvas width="816" height="600"></canvas>' : ''}<div class="textLayer">${spans}</div></div></div>${cover}`;
}
const read = async (html: string) => {
  await page.setContent(html);
  const before = await page.content();
  const reading = await readPage(page);
  expect(await page.content(), 'the page is untouched').toBe(before);
  return reading;
};

describe('a PDF drawn in the page', () => {
  it('is read by the places of its words, and an empty place moves no amount under another heading', async () => {
    const reading = await read(sheet());
    expect(reading.kind).not.toBe('none');
    expect(reading.claims).toHaveLength(1);
    expect(reading.claims[0]).toMatchObject({ claimControlNumber: { value: 'BB26-004418' }, patientName: { value: 'TANGEN, EIRIK' }, memberId: { value: 'RLT55120098' } });
    expect(reading.claims[0]?.lines.map((line) => [line.procedure?.value, line.charge?.value, line.allowed?.value, line.paid?.value])).toEqual([['11042', 31000, 24500, 19600], ['97597', 12000, 0, 0]]);
  });

  it('is not read where nothing is drawn below its transparent words', async () => {
    expect((await read(sheet({ picture: false }))).kind).toBe('none');
  });

  it('is not read while something covers it', async () => {
    expect((await read(sheet({ cover: '<div style="position:fixed;inset:0;background:#fff;z-index:9"><p>Sign in again</p></div>' }))).kind).toBe('none');
  });

  it('that says nothing of a claim gives none', async () => {
    const words = WORDS.map(([x, y, text]) => [x, y, text.replace(/Claim number:/u, 'Policy form:').replace('BENEFITS', 'COVERAGE')] as const);
    expect((await read(sheet({ words }))).claims).toEqual([]);
  });
});
