import { readFileSync } from 'node:fs';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Page } from '@playwright/test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './extension.ts';
import { fillPractice, openCaseOf, openPopup } from './filled-practice.ts';

async function pdf(words: string): Promise<Buffer> {
  const made = await PDFDocument.create();
  made.addPage([612, 792]).drawText(words, { x: 72, y: 600 });
  return Buffer.from(await made.save());
}

/** A form over the packet is saved and gone. */
async function save(page: Page, name: string): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** Waits for a line of the list of what is missing to be gone. */
const toDo = (page: Page) => page.getByRole('region', { name: 'Before it is ready' });

test('from the denied case to a checked packet, a PDF, what was sent and what it won', async ({ extension, browserContext }) => {
  test.setTimeout(240_000);
  await fillPractice(extension);
  const popup = await openPopup(extension);
  await openCaseOf(popup, 'lindqvist');
  await expect(popup.getByRole('heading', { name: 'Appeals' })).toBeVisible();
  await expectAccessible(popup);
  await popup.screenshot({ path: 'test-results/appeals/case-popup.png' });
  const opened = browserContext.current.waitForEvent('page');
  await popup.getByRole('button', { name: /^Start the/u }).click();
  const desk = await opened;
  await desk.setViewportSize({ width: 1280, height: 900 });
  await expect(desk.getByRole('article', { name: 'Letter' })).toBeVisible();
  await expect(desk.getByText('to do').first()).toBeVisible();

  // Each blank of the letter is a button that asks for the fact and where it stands.
  const blanks = desk.getByRole('article', { name: 'Letter' }).getByRole('button', { name: /\?$/u });
  for (let n = await blanks.count(); n > 0; n -= 1) {
    await blanks.first().click();
    await desk.getByRole('dialog').getByLabel(/^What is the/u).fill('Named in the letter');
    await desk.getByRole('dialog').getByLabel('Where does it stand?').fill('Approval letter of the payer');
    await save(desk, 'Save');
    await expect(blanks).toHaveCount(n - 1);
  }
  await desk.getByRole('button', { name: 'Add your own paragraph' }).click();
  await desk.getByRole('dialog').getByLabel('Paragraph', { exact: true }).fill('The plan was told before the visit.');
  await save(desk, 'Save');
  await expect(desk.getByText(/^Own paragraph of/u)).toBeVisible();

  // A file that is no document is refused with a word; the others go in, each with why.
  const files = desk.locator('input[type=file]');
  await files.setInputFiles({ name: 'tool.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ no document') });
  await expect(desk.getByText(/This is no PDF, PNG or JPEG/u)).toBeVisible();
  const wanted = ['REMITTANCE PAGE', 'SECOND DOCUMENT', 'THIRD DOCUMENT'];
  for (let n = 0; (await toDo(desk).getByRole('listitem').count()) > 0 && n < wanted.length; n += 1) {
    const before = await toDo(desk).getByRole('listitem').count();
    await files.setInputFiles({ name: `part-${n}.pdf`, mimeType: 'application/pdf', buffer: await pdf(wanted[n] ?? '') });
    await desk.getByRole('button', { name: 'Put it in' }).click();
    const name = await toDo(desk).getByRole('listitem').first().textContent();
    await desk.getByRole('dialog').getByRole('button', { name: /What it is/u }).click();
    await desk.getByRole('option', { name: (name ?? '').split(' is missing')[0] ?? '', exact: true }).click();
    await save(desk, 'Save');
    await expect(toDo(desk).getByRole('listitem')).toHaveCount(before - 1);
  }
  await expect(desk.getByText('Nothing is missing')).toBeVisible();
  await desk.screenshot({ path: 'test-results/appeals/packet-light.png', fullPage: true });
  await expectAccessible(desk);
  await desk.emulateMedia({ colorScheme: 'dark' });
  await desk.screenshot({ path: 'test-results/appeals/packet-dark.png', fullPage: true });
  await desk.emulateMedia({ colorScheme: 'light' });

  // The order is changed by keyboard.
  const rows = desk.getByRole('grid', { name: /Parts of the packet/u }).getByRole('row');
  const last = (await rows.last().textContent()) ?? '';
  await rows.last().getByRole('button', { name: /up$/u }).focus();
  await desk.keyboard.press('Enter');
  await expect(rows.last()).not.toHaveText(last);

  await desk.getByRole('button', { name: 'Give it to be checked' }).click();
  await save(desk, 'Save');
  await desk.getByRole('button', { name: 'Check it' }).click();
  const dialog = desk.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'It is ready' })).toBeDisabled();
  for (const label of ['Claim number', 'Member', 'Dates of service', 'Requested outcome']) await dialog.getByText(label, { exact: true }).click();
  await save(desk, 'It is ready');
  await expect(desk.getByText('Ready to send').first()).toBeVisible();

  // One PDF, read back by another library; its name holds no person.
  const [download] = await Promise.all([desk.waitForEvent('download'), desk.getByRole('button', { name: 'Packet as PDF' }).click()]);
  expect(download.suggestedFilename()).toMatch(/^[a-z0-9-]+-\d{4}-\d{2}-\d{2}-[0-9a-f]{8}\.pdf$/u);
  const read = await getDocument({ data: new Uint8Array(readFileSync(await download.path())), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let n = 1; n <= read.numPages; n += 1) pages.push((await (await read.getPage(n)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(' '));
  expect(pages[0]).toMatch(/lindqvist/iu);
  expect(pages.join(' ')).toContain('The plan was told before the visit.');
  expect(pages.join(' ')).toContain('REMITTANCE PAGE');
  pages.forEach((text, at) => { expect(text).toContain(`Page ${at + 1} of ${pages.length}`); expect(text).not.toContain('DRAFT'); });
  const outline = (await read.getOutline()) as { title: string }[];
  expect(outline.map(({ title }) => title).slice(0, 2)).toEqual(['Cover letter', 'Index']);
  // Every part has its bookmark, its line in the index, and one page or more.
  const titles = outline.map(({ title }) => title).filter((title) => title !== 'Index');
  const index = pages.find((text) => text.startsWith('Index')) ?? '';
  for (const title of titles) expect(index).toContain(title);
  expect(index.match(/pp?\. \d+/gu)).toHaveLength(titles.length);
  expect(pages.length).toBeGreaterThan(titles.length);
  const [letter] = await Promise.all([desk.waitForEvent('download'), desk.getByRole('button', { name: 'Letter as Word file' }).click()]);
  expect(letter.suggestedFilename()).toMatch(/\.docx$/u);

  await desk.getByRole('button', { name: 'Record that it was sent' }).click();
  await dialog.getByLabel('To', { exact: true }).fill('800-555-0100');
  await dialog.getByLabel('Tracking or confirmation number').fill('FAX-7781');
  await save(desk, 'Save');
  await desk.getByRole('button', { name: 'Receipt confirmed' }).click();
  await dialog.getByLabel("Payer's number of the appeal").fill('APL-90012');
  await save(desk, 'Save');
  await desk.getByRole('button', { name: 'Outcome' }).click();
  await dialog.getByText('Overturned', { exact: true }).click();
  await dialog.getByLabel('Dollars the payer pays after it').fill('120.00');
  await save(desk, 'Save');
  await expect(desk.getByText('$120.00').first()).toBeVisible();
  await desk.getByRole('button', { name: 'Payment seen, close' }).click();
  await save(desk, 'Save');
  await expect(desk.getByText('Closed').first()).toBeVisible();
});
