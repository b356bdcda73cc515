import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { demoPractice } from '../tour/demo-practice.ts';
import { makeWorkbook } from '../worklists/make-workbook.ts';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './extension.ts';
import type { Extension } from './extension.ts';

const pictures = path.resolve(import.meta.dirname, '../../.output/pictures');

async function openDesk(extension: Extension): Promise<Page> {
  const made = await extension.command('practice:create', demoPractice());
  if (!made.ok) throw new Error(made.error.code);
  const desk = await extension.open('desk.html', '#/worklists');
  await expect(desk.getByText('Drop a worklist here')).toBeVisible();
  return desk;
}

async function picture(desk: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  for (const theme of ['light', 'dark'] as const) {
    await desk.emulateMedia({ colorScheme: theme });
    await desk.screenshot({ path: path.join(pictures, `${name}-${theme}.png`), fullPage: true });
  }
  await desk.emulateMedia({ colorScheme: null });
}

const give = (desk: Page, name: string, content: string | Uint8Array) => desk.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });

const LIST = [
  'Claim #,Acct,Patient,DOS,Payer,Billed,Denial Code,Status,Notes', '26H100200,A-501,"Lindqvist, Oda",02/03/2026,Aetna,"$1,250.00",CO-197,Denied,called on 3/2', '26H100201,A-502,"Okafor, Marisol",02/14/2026,Aetna,310.50,CO-16,Denied,',
  '26H100202,A-503,"Marchetti, Piers",02/30/2026,Lakeshore Community Plan,88,CO-29,Denied,late', '26H100203,A-504,"Tanaka, Greta",02/20/2026,Cigna,a lot,CO-50,Rejected at clearinghouse,', ',,Nobody,,,,,,',
].join('\n');

test('a tracker becomes cases: columns proposed, a row mended, the same headers known the next time', async ({ extension }) => {
  const desk = await openDesk(extension);
  await give(desk, 'tracker.csv', LIST);
  await expect(desk.getByText('Read as UTF-8, cells between commas')).toBeVisible();
  await expect(desk.getByRole('button', { name: 'Meaning of Claim #' })).toContainText("Payer's claim number");
  await expect(desk.getByRole('heading', { name: '3 rows need a hand' })).toBeVisible();
  await expect(desk.getByRole('heading', { name: '2 rows ready' })).toBeVisible();
  await expectAccessible(desk);
  await picture(desk, 'worklist-review');

  await desk.getByRole('textbox', { name: 'DOS' }).fill('02/28/2026');
  await desk.getByRole('textbox', { name: 'DOS' }).press('Enter');
  await expect(desk.getByRole('heading', { name: '3 rows ready' })).toBeVisible();
  await desk.getByRole('button', { name: 'Take 3 rows' }).click();
  // The two that are not right yet stay; one is mended while the three are still being saved, one left out.
  await expect(desk.getByRole('heading', { name: '2 rows need a hand' })).toBeVisible();
  await desk.getByRole('textbox', { name: 'Billed' }).fill('420.00');
  await desk.getByRole('textbox', { name: 'Billed' }).press('Enter');
  await expect(desk.getByRole('button', { name: 'Leave out', exact: true })).toHaveCount(1);
  await desk.getByRole('button', { name: 'Leave out', exact: true }).click();
  await desk.getByRole('button', { name: 'Take 1 row' }).click();
  await expect(desk.getByText('tracker.csv is in')).toBeVisible();
  await expect(desk.getByText('4 new in the queue, 0 known before, 1 left out.')).toBeVisible();

  await give(desk, 'tracker-again.csv', LIST);
  await expect(desk.getByText('Columns known from last time')).toBeVisible();
  await desk.getByRole('button', { name: 'Leave all of them out' }).click();
  await desk.getByRole('button', { name: 'Take 2 rows' }).click();
  await expect(desk.getByText('0 new in the queue, 2 known before, 3 left out.')).toBeVisible();

  await desk.getByRole('button', { name: 'Open the queue' }).click();
  await expect(desk.getByRole('region', { name: 'Queue' }).getByText('Lindqvist, Oda')).toBeVisible();
});

test('a workbook with two sheets, and cells pasted from one', async ({ extension }) => {
  const desk = await openDesk(extension);
  await give(desk, 'march.xlsx', makeWorkbook({ Summary: [['Total', 'Open'], [3, 2]], Denials: [['ICN', 'Patient Name', 'Service Date', 'Total Charges'], ['900100', 'Brandt, Felix', new Date(Date.UTC(2026, 1, 3)), 215]] }));
  await expect(desk.getByText('Read as an Excel workbook')).toBeVisible();
  await desk.getByRole('button', { name: /Sheet/u }).click();
  await desk.getByRole('option', { name: 'Denials' }).click();
  await expect(desk.getByRole('heading', { name: '1 row needs a hand' })).toBeVisible();
  await expect(desk.getByText('No payer')).toBeVisible();
  await desk.getByRole('combobox', { name: 'Payer' }).fill('Lake');
  await desk.getByRole('option', { name: /Lakeshore/u }).first().click();
  await desk.getByRole('button', { name: /What the payer did/u }).click();
  await desk.getByRole('option', { name: 'Denied', exact: true }).click();
  await desk.getByRole('button', { name: 'Take 1 row' }).click();
  await expect(desk.getByText('1 new in the queue, 0 known before.')).toBeVisible();

  await desk.getByRole('textbox', { name: 'Or paste cells copied from a table' }).fill('ICN\tPatient Name\tService Date\tTotal Charges\n900100\tBrandt, Felix\t2/3/2026\t215.00');
  await desk.getByRole('button', { name: 'Read what I pasted' }).click();
  await expect(desk.getByText('Columns known from last time')).toBeVisible();
  await desk.getByRole('button', { name: 'Take 1 row' }).click();
  await expect(desk.getByText('0 new in the queue, 1 known before.')).toBeVisible();
});

test('a workbook that unfolds to gigabytes, an old one and a letter are refused in words', async ({ extension }) => {
  const desk = await openDesk(extension);
  await give(desk, 'bomb.xlsx', makeWorkbook({ A: [['Claim', 'DOS'], ['x'.repeat(20_000_000)]] }));
  await expect(desk.getByText('unfolds to more than a worklist can be')).toBeVisible();
  await give(desk, 'old.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...new Array<number>(600).fill(0)]));
  await expect(desk.getByText('This is an old Excel file')).toBeVisible();
  await give(desk, 'letter.txt', 'Dear team,\nthe office is closed on Friday.\n');
  await expect(desk.getByText('This is not a table with columns')).toBeVisible();
  await picture(desk, 'worklist-start');
});

test('a list without headings loses no claim: its first row is one, and each column is named by hand', async ({ extension }) => {
  const desk = await openDesk(extension);
  await give(desk, 'plain.csv', '26H300100,"Lindqvist, Oda",02/03/2026,"$1,250.00"\n26H300101,"Okafor, Marisol",02/14/2026,310.50\n26H300101,"Okafor, Marisol",11/30/2031,310.50');
  await expect(desk.getByRole('checkbox', { name: 'The list has headings' })).not.toBeChecked();
  await expect(desk.getByRole('heading', { name: '3 rows need a hand' })).toBeVisible();
  for (const [column, meaning] of [['Column 1', "Payer's claim number"], ['Column 2', 'Patient'], ['Column 3', 'First day of service'], ['Column 4', 'Charge']] as const) {
    await desk.getByRole('button', { name: `Meaning of ${column}` }).click();
    await desk.getByRole('option', { name: meaning, exact: true }).click();
  }
  await desk.getByRole('combobox', { name: 'Payer' }).fill('Cedar Valley');
  await desk.getByRole('option', { name: /Cedar Valley/u }).first().click();
  await expect(desk.getByRole('heading', { name: '2 rows ready' })).toBeVisible();
  await expect(desk.getByText('This day has not come yet')).toBeVisible();
  await desk.getByRole('textbox', { name: 'Column 3' }).fill('02/15/2026');
  await desk.getByRole('textbox', { name: 'Column 3' }).press('Enter');
  await expect(desk.getByText('One claim number stands in more than one row.', { exact: false })).toBeVisible();
  await expectAccessible(desk);
  await desk.getByRole('button', { name: 'Take 3 rows' }).click();
  await expect(desk.getByText('plain.csv is in')).toBeVisible();
});
