import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import readExcelFile from 'read-excel-file/node';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './extension.ts';
import { caseIds, fillPractice } from './filled-practice.ts';

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['OVERTURN_PICTURES'];
  if (folder === undefined) return;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: path.join(folder, `${name}-${colorScheme}.png`), fullPage: true });
  }
  await page.emulateMedia({ colorScheme: null, media: 'print' });
  await page.screenshot({ path: path.join(folder, `${name}-print.png`), fullPage: true });
  await page.emulateMedia({ media: null });
}

test('an empty practice is told what to do, and which figures it cannot have yet', async ({ extension, practice }) => {
  expect(practice.userId).not.toBe('');
  const desk = await extension.open('desk.html', '#/numbers');
  await expect(desk.getByText('No denials yet')).toBeVisible();
  await expectAccessible(desk);
  await picture(desk, 'numbers-empty');
});

test('figures come by themselves, say how they are made, are narrowed, opened down to the claim, and leave as a report', async ({ extension }, testInfo) => {
  test.setTimeout(240_000);
  await fillPractice(extension);
  const desk = await extension.open('desk.html', '#/numbers');
  // Nothing is sent anywhere for this: the practice's numbers were worked in by the background.
  await desk.getByRole('button', { name: /Period/u }).click();
  await desk.getByRole('option', { name: 'Everything' }).click();
  const denied = desk.getByRole('article').filter({ hasText: 'Sum of the dollars refused' });
  await expect(denied.getByText(/^\$[\d,]+\.\d\d$/u)).toBeVisible();
  await expect(denied.getByText(/^\d+ claims$/u)).toBeVisible();
  await expect(desk.getByRole('article').filter({ has: desk.getByRole('heading', { name: 'Initial denial rate, claims' }) })).toContainText('claims answered in remittances (no 837 on file)');
  await expectAccessible(desk);
  await picture(desk, 'numbers-few');

  await desk.getByRole('button', { name: 'Denied dollars', exact: true }).click();
  await expect(desk.getByText('Sum of the dollars refused').first()).toBeVisible();
  await desk.getByRole('button', { name: 'As a table' }).first().click();
  await expect(desk.getByRole('table').first().getByRole('columnheader', { name: 'Month' })).toBeVisible();
  await desk.getByRole('button', { name: 'As a table' }).last().click();
  await desk.getByRole('button', { name: /^Only / }).first().click();
  await expect(desk.getByRole('button', { name: /^Drop: Payer / })).toBeVisible();
  await expectAccessible(desk);
  await picture(desk, 'numbers-one');
  const list = desk.getByRole('region', { name: 'Claims behind this figure' });
  const rows = await list.getByRole('row').count();
  expect(rows).toBeGreaterThan(1);
  await list.getByRole('rowheader').first().getByRole('button').click();
  await expect(desk.getByRole('heading', { name: 'Why it was denied' })).toBeVisible();
  await desk.getByRole('button', { name: 'Back to the figure' }).click();
  await expect(list.getByRole('row')).toHaveCount(rows);

  // What was chosen is still there after the page was closed.
  await desk.close();
  const again = await extension.open('desk.html', '#/numbers');
  await expect(again.getByRole('button', { name: /^Drop: Payer / })).toBeVisible();
  await again.getByRole('button', { name: 'All figures' }).click();
  for (const tab of ['Payers', 'Team', 'Capacity', 'Set up']) {
    await again.getByRole('tab', { name: tab }).click();
    await expectAccessible(again);
    await picture(again, `numbers-${tab.toLowerCase().replace(' ', '-')}`);
  }
  // A figure of calls leads to the calls, and each call to its claim.
  await again.getByRole('tab', { name: 'Figures' }).click();
  await again.getByRole('button', { name: /^Drop: Payer / }).click();
  const [caseId = ''] = await caseIds(extension);
  const contact = { channel: 'phone' as const, numberDialled: '', representative: 'Dana', reference: 'REF-1', noReferenceReason: null, outcome: 'in-process' as const, promise: '', promisedFor: null, note: '', startedAtMs: Date.now() - 300_000, endedAtMs: Date.now() - 60_000, holdSeconds: 30 };
  const logged = await extension.command('contact:log', { caseIds: [caseId], outcome: 'in-process', followUpOn: Temporal.Now.plainDateISO().add({ days: 5 }).toString(), nextAction: 'check-status', contact });
  expect(logged.ok).toBe(true);
  await again.getByRole('button', { name: 'Contacts with a reference number', exact: true }).click();
  const calls = again.getByRole('region', { name: 'Contacts behind this figure' });
  await expect(calls.getByRole('row')).toHaveCount(2);
  await expect(calls.getByRole('cell', { name: 'contacts with a reference' })).toBeVisible();
  await expectAccessible(again);
  await picture(again, 'numbers-calls');
  await calls.getByRole('cell').last().getByRole('button').click();
  await expect(again.getByRole('heading', { name: 'Why it was denied' })).toBeVisible();
  await again.getByRole('button', { name: 'Back to the figure' }).click();
  await expect(calls.getByRole('row')).toHaveCount(2);
  await again.getByRole('button', { name: 'All figures' }).click();
  // Each number leads to its claims: a payer of the scorecard, the backlog, a cell of the crossed table.
  await again.getByRole('tab', { name: 'Payers' }).click();
  await again.getByRole('button', { name: 'Claims of Granite Federal Alliance' }).click();
  await expect(again.getByRole('region', { name: 'Claims behind this figure' }).getByRole('row')).toHaveCount(2);
  await again.getByRole('button', { name: 'All figures' }).click();
  await again.getByRole('button', { name: /^Drop: Payer / }).click();
  await again.getByRole('tab', { name: 'Capacity' }).click();
  await expect(again.getByText('no whole week is kept yet').first()).toBeVisible();
  await again.getByRole('button', { name: 'Show the backlog' }).click();
  await expect(again.getByRole('region', { name: 'Claims behind this figure' }).getByRole('row')).toHaveCount(20);
  await again.getByRole('button', { name: 'All figures' }).click();
  await again.getByRole('tab', { name: 'Figures' }).click();
  await again.getByRole('button', { name: /^Claims of Granite Federal Alliance, Authorization missing/u }).click();
  await expect(again.getByRole('region', { name: 'Claims behind this figure' }).getByRole('row')).toHaveCount(2);
  await again.getByRole('button', { name: 'All figures' }).click();
  await again.getByRole('tab', { name: 'Set up' }).click();
  const month = Temporal.Now.plainDateISO().toString().slice(0, 7);
  await again.getByRole('textbox', { name: 'Month', exact: true }).fill(month);
  await again.getByRole('textbox', { name: 'Claims sent' }).fill('200');
  await again.getByRole('button', { name: 'Keep these figures' }).click();
  await expect(again.getByRole('status').getByText('Kept.')).toBeVisible();
  await expect(again.getByRole('cell', { name: 'typed by hand' })).toBeVisible();

  for (const [button, ending] of [['Weekly report, PDF', 'pdf'], ['Weekly report, Excel', 'xlsx']] as const) {
    const downloading = again.waitForEvent('download');
    await again.getByRole('button', { name: button }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(new RegExp(`^overturn-weekly-report-\\d{4}-\\d\\d-\\d\\d\\.${ending}$`, 'u'));
    const file = testInfo.outputPath(`report.${ending}`);
    await download.saveAs(file);
    const bytes = readFileSync(file);
    if (ending === 'pdf') expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    else expect(JSON.stringify(await readExcelFile(bytes))).toContain('Denied claims later paid in full or part');
  }
  const trail = await extension.open('desk.html', '#/audit');
  await expect(trail.getByText(/report:weekly-report|Weekly report/iu).first()).toBeVisible();
});
