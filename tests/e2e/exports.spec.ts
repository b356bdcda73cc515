import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import Papa from 'papaparse';
import readExcelFile from 'read-excel-file/node';
import { everythingFile } from '../../rules/exports/everything.ts';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './extension.ts';
import { fillPractice } from './filled-practice.ts';
import { picture } from './picture.ts';

async function saved(page: Page, file: string): Promise<{ name: string; bytes: Buffer }> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the file' }).click();
  const download = await downloading;
  await download.saveAs(file);
  await expect(page.getByText(`${download.suggestedFilename()} is in your downloads`)).toBeVisible();
  return { name: download.suggestedFilename(), bytes: readFileSync(file) };
}

test('the cases as filtered leave as CSV and XLSX with the fewest columns, more only with a reason, and all of it as JSON that fits its schema', async ({ extension }, testInfo) => {
  test.setTimeout(240_000);
  await fillPractice(extension);
  const desk = await extension.open('desk.html', '#/exports');
  await expect(desk.getByText('19 rows')).toBeVisible();
  await expectAccessible(desk);
  await picture(desk, 'exports-first');

  await desk.getByText('CSV', { exact: true }).click();
  const plain = await saved(desk, testInfo.outputPath('plain.csv'));
  expect(plain.name).toMatch(/^overturn-cases-\d{4}-\d\d-\d\d\.csv$/u);
  const rows = Papa.parse<string[]>(plain.bytes.toString('utf8').slice(1).trimEnd()).data;
  expect(rows).toHaveLength(20);
  expect(rows[0]).toEqual(['Payer', 'Denial reason', 'State', 'Next action', 'Next date', 'Denied']);
  expect(plain.bytes.toString('utf8')).not.toMatch(/lindqvist/iu);

  // A filter narrows, a name needs a reason.
  await desk.getByText('Patient', { exact: true }).click();
  const save = desk.getByRole('button', { name: 'Save the file' });
  await expect(save).toBeDisabled();
  await expectAccessible(desk);
  await desk.getByRole('button', { name: /Why/u }).click();
  await desk.getByRole('option', { name: 'To go on in another system' }).click();
  await picture(desk, 'exports-names');
  await desk.getByText('Excel (XLSX)').click();
  const named = await saved(desk, testInfo.outputPath('named.xlsx'));
  const read = await readExcelFile(named.bytes) as unknown;
  const data = (Array.isArray(read) && typeof read[0] === 'object' && read[0] !== null && 'data' in read[0] ? (read[0] as { data: unknown[][] }).data : read) as unknown[][];
  expect(data).toHaveLength(20);
  expect(data[0]).toEqual(['Payer', 'Denial reason', 'State', 'Next action', 'Next date', 'Denied', 'Patient']);
  expect(data.slice(1).every((row) => typeof row[5] === 'number')).toBe(true);
  expect(JSON.stringify(data)).toMatch(/lindqvist/iu);

  await desk.getByText('Everything', { exact: true }).click();
  const all = await saved(desk, testInfo.outputPath('all.json'));
  const parsed = everythingFile.safeParse(JSON.parse(all.bytes.toString('utf8')));
  expect(parsed.error?.issues ?? []).toEqual([]);
  expect(parsed.data?.tables.cases).toHaveLength(19);

  await desk.getByText('Posting hand-over', { exact: true }).click();
  await expect(desk.getByText('0 claims')).toBeVisible();
  await expect(save).toBeDisabled();
  await picture(desk, 'exports-posting');

  await desk.goto(desk.url().replace('#/exports', '#/audit'));
  for (const command of ['Exported cases', 'Exported cases; reason: other system', 'Exported everything; reason: other system']) await expect(desk.getByRole('cell', { name: command, exact: true })).toBeVisible();
});

test('an export of cases begins with what the queue shows at present', async ({ extension }, testInfo) => {
  test.setTimeout(120_000);
  await fillPractice(extension);
  const desk = await extension.open('desk.html', '#/queue');
  await desk.getByRole('button', { name: /^Filters/u }).click();
  for (const [label, choice] of [['Owner', 'Everybody'], ['Payer', 'Prairie Mutual']] as const) {
    const field = desk.getByRole('region', { name: 'Queue' }).getByRole('button', { name: new RegExp(` ${label}$`, 'u') });
    await field.click();
    await desk.getByRole('option', { name: choice, exact: true }).click();
    await expect(field).toHaveText(choice);
  }
  await expect(desk.getByRole('listbox', { name: 'Queue of everybody' }).getByRole('option')).toHaveCount(2);
  await desk.getByRole('link', { name: 'Exports' }).click();
  await expect(desk.getByText('As the queue of this window shows it now.')).toBeVisible();
  await expect(desk.getByText('2 rows')).toBeVisible();
  await desk.getByText('CSV', { exact: true }).click();
  const narrow = await saved(desk, testInfo.outputPath('narrow.csv'));
  expect(Papa.parse<string[]>(narrow.bytes.toString('utf8').slice(1).trimEnd()).data.slice(1).map(([payer]) => payer)).toEqual(['Prairie Mutual', 'Prairie Mutual']);
  await expectAccessible(desk);
  await desk.getByRole('button', { name: 'Take all open claims' }).click();
  await expect(desk.getByText('19 rows')).toBeVisible();
});

test('an auditor takes the trail and nothing else', async ({ extension, practice }, testInfo) => {
  const desk = await extension.open('desk.html', '#/audit');
  await desk.evaluate(async (id) => new Promise<void>((resolve) => {
    const open = indexedDB.open('overturn');
    open.onsuccess = () => {
      const transaction = open.result.transaction('users', 'readwrite');
      const get = transaction.objectStore('users').get(id) as IDBRequest<Record<string, unknown>>;
      get.onsuccess = () => transaction.objectStore('users').put({ ...get.result, role: 'auditor' });
      transaction.oncomplete = () => { open.result.close(); resolve(); };
    };
  }), practice.userId);
  expect(await extension.command('export:begin', { kind: 'cases', format: 'csv', columns: ['payer'], rows: 1, reason: null })).toEqual({ ok: false, error: { code: 'role-forbids' } });
  const page = await extension.open('desk.html', '#/exports');
  await expect(page.getByRole('radio', { name: 'Audit trail' })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'Cases' })).toHaveCount(0);
  await page.getByText('CSV', { exact: true }).click();
  const { bytes } = await saved(page, testInfo.outputPath('trail.csv'));
  const rows = Papa.parse<string[]>(bytes.toString('utf8').slice(1).trimEnd()).data;
  expect(rows[0]).toContain('Hash before');
  expect(rows.map((row) => row[4])).toEqual(expect.arrayContaining(['practice:create', 'export:cases', 'export:trail']));
});
