import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { remittance, DENIED } from '../storage/imports/file-of.ts';
import { demoPractice } from '../tour/demo-practice.ts';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './extension.ts';
import type { Extension } from './extension.ts';

const pictures = path.resolve(import.meta.dirname, '../../.output/pictures');
const own = (name: string): string => readFileSync(path.resolve(import.meta.dirname, '../remittances', name), 'utf8');

async function openDesk(extension: Extension): Promise<Page> {
  const made = await extension.command('practice:create', demoPractice());
  if (!made.ok) throw new Error(made.error.code);
  const desk = await extension.open('desk.html', '#/import');
  await expect(desk.getByText('Drop remittance files here')).toBeVisible();
  return desk;
}

async function drop(desk: Page, name: string, content: string): Promise<void> {
  await desk.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
  await expect(desk.getByRole('region', { name }).getByText(/^(?:Read|Read, with gaps)$/u)).toBeVisible();
}

async function openCase(desk: Page, patient: string): Promise<void> {
  await desk.getByRole('link', { name: 'Queue', exact: true }).click();
  await desk.getByRole('region', { name: 'Queue' }).getByText(patient).first().click();
  await expect(desk.getByRole('region', { name: 'Case' }).getByRole('heading', { name: patient })).toBeVisible();
}

async function picture(desk: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  for (const theme of ['light', 'dark'] as const) {
    await desk.emulateMedia({ colorScheme: theme });
    await desk.screenshot({ path: path.join(pictures, `${name}-${theme}.png`), animations: 'disabled' });
  }
  await desk.emulateMedia({ colorScheme: null });
}

const late = (more: { status: string; paid: string; cas: string; date: string }): string => remittance([
  `CLP*RB1016*${more.status}*215*${more.paid}*0*CI*26H0100016~NM1*QC*1*LINDQVIST*ODA****MI*CV100200300~DTM*232*20260210~SVC*HC:99214:25*215*${more.paid}**1~DTM*472*20260210~CAS*CO*${more.cas}`,
], { payer: 'CEDAR VALLEY HEALTH', date: more.date, control: `0000${more.date.slice(3)}` });

test('refused as late: the proof of filing is there; a later payment proposes to close, a person confirms', async ({ extension }) => {
  const desk = await openDesk(extension);
  await drop(desk, 'sent.837', own('submitted-claims.edi'));
  await expect(desk.getByRole('region', { name: 'sent.837' }).getByText('Charges sent: $535.00')).toBeVisible();
  await drop(desk, 'answer.277', own('claim-acknowledgement.edi'));
  await expect(desk.getByRole('region', { name: 'answer.277' }).getByText('Accepted by the payer')).toBeVisible();
  await picture(desk, 'import-filings');
  await drop(desk, 'late.835', late({ status: '4', paid: '0', cas: '29*215', date: '20260302' }));
  await openCase(desk, 'LINDQVIST, ODA');
  const filing = desk.getByRole('region', { name: 'Filing' });
  await expect(filing.getByText('Accepted by the payer')).toBeVisible();
  await expect(filing.getByText('02/20/2026')).toBeVisible();
  await filing.scrollIntoViewIfNeeded();
  await expectAccessible(desk);
  await picture(desk, 'case-filing');

  await desk.getByRole('link', { name: 'Remittances' }).click();
  await drop(desk, 'paid.835', late({ status: '1', paid: '150', cas: '45*65', date: '20260401' }));
  await openCase(desk, 'LINDQVIST, ODA');
  await expect(desk.getByText('The payer shows this claim as paid')).toBeVisible();
  await picture(desk, 'case-paid');
  await desk.getByRole('button', { name: 'Close as recovered' }).click();
  await expect(desk.getByRole('textbox', { name: /Recovered/u })).toHaveValue('$150.00');
  await desk.getByRole('button', { name: 'Close case' }).click();
  await expect(desk.getByText('Case closed.')).toBeVisible();
});

test('two numbers of one visit: the doubt is shown, merged by hand, and taken back', async ({ extension }) => {
  const desk = await openDesk(extension);
  await drop(desk, 'first.835', remittance([DENIED]));
  await drop(desk, 'second.835', remittance([DENIED.replace('E26061234500', 'E26069999900').replace('*197*', '*16*')], { control: '000000555', trace: 'EFT5502' }));
  await openCase(desk, 'THISTLEWOOD, MARGUERITE');
  const doubt = desk.getByRole('region', { name: 'May be the same claim' });
  await expect(doubt.getByText('Account number and day agree, the payer has two numbers.')).toBeVisible();
  await doubt.scrollIntoViewIfNeeded();
  await expectAccessible(desk);
  await picture(desk, 'case-twins');
  await doubt.getByRole('button', { name: 'Same claim: merge into this case' }).click();
  const merged = desk.getByRole('region', { name: 'Merged and split' });
  await expect(merged.getByText('Another case was merged into this one')).toBeVisible();
  await expect(desk.getByRole('region', { name: 'Queue' }).getByText('THISTLEWOOD, MARGUERITE')).toHaveCount(1);
  await merged.getByRole('button', { name: 'Undo the merge' }).click();
  await expect(desk.getByRole('region', { name: 'Queue' }).getByText('THISTLEWOOD, MARGUERITE')).toHaveCount(2);
  await expect(desk.getByRole('region', { name: 'May be the same claim' })).toHaveCount(0);
});

test('a look that was of another claim is split off by hand, and taken back', async ({ extension }) => {
  const desk = await openDesk(extension);
  await drop(desk, 'first.835', remittance([DENIED]));
  // The same numbers of the payer and the practice, said of another visit: one case with two looks.
  await drop(desk, 'second.835', remittance([DENIED.replace('*197*', '*16*')], { date: '20260401', control: '000000556', trace: 'EFT5503' }));
  await openCase(desk, 'THISTLEWOOD, MARGUERITE');
  await expect(desk.getByRole('region', { name: 'Queue' }).getByText('THISTLEWOOD, MARGUERITE')).toHaveCount(1);
  await desk.getByRole('region', { name: 'Case' }).getByRole('button', { name: 'More for this case' }).click();
  await desk.getByRole('menuitem', { name: 'Split off another claim' }).click();
  const form = desk.getByRole('dialog', { name: 'Split off another claim' });
  await expect(form.getByRole('checkbox')).toHaveCount(2);
  const save = form.getByRole('button', { name: 'Make it a case of its own' });
  await expect(save).toBeDisabled();
  await form.getByText(/^2\. /u).click();
  await expect(save).toBeEnabled();
  await expectAccessible(desk);
  await picture(desk, 'case-split');
  await save.click();
  await expect(desk.getByText('Split off. The new case is in the queue.')).toBeVisible();
  await expect(desk.getByRole('region', { name: 'Queue' }).getByText('THISTLEWOOD, MARGUERITE')).toHaveCount(2);
  const regrouped = desk.getByRole('region', { name: 'Merged and split' });
  await expect(regrouped.getByText('Another claim was split off')).toBeVisible();
  await regrouped.getByRole('button', { name: 'Undo the split' }).click();
  await expect(desk.getByRole('region', { name: 'Queue' }).getByText('THISTLEWOOD, MARGUERITE')).toHaveCount(1);
});
