import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { demoPractice } from '../tour/demo-practice.ts';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './extension.ts';
import type { Extension } from './extension.ts';
import { openCaseOf, openPopup } from './filled-practice.ts';

type Trail = { command: string; subject: string; outcome: string }[];

/** The rows of the audit trail as the store holds them. */
async function trailOf(page: Page): Promise<Trail> {
  return page.evaluate(() => new Promise<Trail>((resolve, reject) => {
    const opened = indexedDB.open('overturn');
    opened.onerror = () => reject(opened.error ?? new Error('not opened'));
    opened.onsuccess = () => {
      const asked = opened.result.transaction('audit').objectStore('audit').getAll();
      asked.onsuccess = () => { opened.result.close(); resolve(asked.result as Trail); };
    };
  }));
}

/** A denied claim captured from its portal page, and looked at again. Gives the popup with the case open. */
async function capturedTwice(extension: Extension, portal: Page, origin: string): Promise<Page> {
  const made = await extension.command('practice:create', demoPractice());
  if (!made.ok) throw new Error(made.error.code);
  await portal.goto(`${origin}/cedar-valley/claim/26H0041177`);
  for (const take of ['first', 'second'] as const) {
    await portal.bringToFront();
    await portal.locator('overturn-mark button.pill').click();
    const card = portal.frameLocator('overturn-mark iframe.card');
    await expect(card.getByRole('heading', { level: 1 })).toBeVisible();
    if (take === 'first') {
      const chooser = card.getByRole('button', { name: /File under/u });
      await chooser.click();
      await card.getByRole('option', { name: 'Cedar Valley Health' }).click();
    }
    // What the portal shows is one thing, what a person adds another: the sheet must tell them apart.
    else await card.getByLabel('Patient share').fill('12.00');
    await card.getByRole('button', { name: take === 'first' ? 'Save to queue' : 'Update the claim' }).click();
    await expect(card.getByRole('heading', { name: /In your queue|Brought up to date/u })).toBeVisible();
    await card.getByRole('button', { name: 'Back to the page' }).click();
  }
  const popup = await openPopup(extension);
  await openCaseOf(popup, 'lindqvist');
  return popup;
}

test('what the portal said: in order with differences, printed on one page, covered until somebody says why, each in the trail', async ({ extension, browserContext, portals }) => {
  const popup = await capturedTwice(extension, await browserContext.current.newPage(), portals.origin);
  const section = popup.getByRole('region', { name: 'What the portal said' });
  await expect(section.getByText('Chain whole')).toBeVisible();
  await expect(section.getByRole('listitem').filter({ hasText: 'Portal page, claim page' })).toHaveCount(2);
  await expect(section.getByText(/Patient share/u)).toBeVisible();
  await expectAccessible(popup);

  const opened = browserContext.current.waitForEvent('page');
  await section.getByRole('button', { name: 'Open entry 2 as a page to print' }).click();
  const sheet = await opened;
  await expect(sheet.getByRole('heading', { name: /What the portal said on/u })).toBeVisible();
  // Neither title nor address may name a patient: both become the name of the printed file.
  expect(await sheet.title()).toBe('Overturn evidence');
  expect(decodeURIComponent(sheet.url())).not.toMatch(/lindqvist|26H0041177|127\.0\.0\.1/iu);
  await expect(sheet.getByText('127.0.0.1').first()).toBeVisible();
  await expect(sheet.getByRole('row', { name: /Patient share.*typed by Rosa Imbert/u })).toBeVisible();
  await expect(sheet.getByRole('row', { name: /Billed/u }).first()).toContainText('Total charge');
  await expect(sheet.locator('article')).not.toContainText(/LINDQVIST|26H0041177/iu);
  await expectAccessible(sheet);

  const covered = await sheet.pdf({ preferCSSPageSize: true });
  expect(pagesOf(covered)).toBe(1);
  await expect.poll(async () => (await trailOf(sheet)).filter(({ command }) => command === 'evidence:printed+covered').length).toBeGreaterThan(0);

  await sheet.getByRole('button', { name: 'Show identifiers' }).click();
  await expect(sheet.getByRole('button', { name: 'Show', exact: true })).toBeDisabled();
  await expectAccessible(sheet);
  await sheet.getByRole('button', { name: /Why/u }).click();
  await sheet.getByRole('option', { name: 'Exhibit for an appeal' }).click();
  await sheet.getByRole('textbox', { name: /More on it/u }).fill('Second level for Lindqvist');
  await sheet.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(sheet.locator('article')).toContainText('26H0041177');
  expect(pagesOf(await sheet.pdf({ preferCSSPageSize: true }))).toBe(1);
  await expect.poll(async () => (await trailOf(sheet)).map(({ command }) => command)).toEqual(expect.arrayContaining(['evidence:reveal+appeal-exhibit', 'evidence:printed+shown']));
  expect(JSON.stringify(await trailOf(sheet))).not.toMatch(/lindqvist/iu);
  // A page that is opened anew starts covered again.
  await sheet.reload();
  await expect(sheet.getByRole('heading', { name: /What the portal said on/u })).toBeVisible();
  await expect(sheet.locator('article')).not.toContainText('26H0041177');
  await extension.command('vault:lock', {});
  await expect(sheet.locator('article')).toHaveCount(0);
});

test('the evidence of a case leaves as a file, verifies when it comes back, and one changed byte is named', async ({ extension, browserContext, portals }, testInfo) => {
  const popup = await capturedTwice(extension, await browserContext.current.newPage(), portals.origin);
  await popup.getByRole('button', { name: 'Save as evidence file' }).click();
  const downloading = popup.waitForEvent('download');
  await popup.getByRole('button', { name: 'Save file' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^overturn-evidence-\d{4}-\d\d-\d\d-[a-z0-9-]{8}\.json$/u);
  const file = path.join(testInfo.outputDir, 'evidence.json');
  await download.saveAs(file);

  const desk = await extension.open('desk.html', '#/evidence');
  const input = desk.locator('input[type=file]');
  await input.setInputFiles(file);
  await expect(desk.getByText("Whole, and sealed with this practice's key: 2 entries.")).toBeVisible();
  await expect(desk.getByRole('listitem').filter({ hasText: 'Portal page' })).toHaveCount(2);
  await expect(desk.locator('main')).not.toContainText('26H0041177');
  await expectAccessible(desk);

  // One figure of an amount, in the second look.
  const bytes = readFileSync(file);
  const spot = bytes.lastIndexOf('"raw": "$') + '"raw": "$'.length;
  bytes[spot] = (bytes[spot] ?? 0) === 0x39 ? 0x38 : (bytes[spot] ?? 0) + 1;
  const changed = path.join(testInfo.outputDir, 'changed.json');
  writeFileSync(changed, bytes);
  await input.setInputFiles(changed);
  await expect(desk.getByText('This file is not as it was exported.')).toBeVisible();
  await expect(desk.getByText(/The chain breaks at entry 2/u)).toBeVisible();
  await expectAccessible(desk);
  await expect.poll(async () => (await trailOf(desk)).filter(({ command }) => command === 'evidence:checked').map(({ outcome }) => outcome)).toEqual(['done', 'broken']);
});

test('a claim that says everything there is, at length, still fits one page', async ({ extension }) => {
  const made = await extension.command('practice:create', demoPractice());
  if (!made.ok) throw new Error(made.error.code);
  const codes = Array.from({ length: 20 }, (_one, at) => ({ code: `EX${at}44`, text: 'The plan wants something that the claim does not have.' }));
  const line = { procedure: '99214', modifiers: ['25', '59', 'GP'], units: 1, charge: 24_500, allowed: 0, paid: 0, status: 'denied' as const, serviceFrom: '2026-10-06', serviceTo: '2026-10-06', adjustments: [{ groupCode: 'CO' as const, carc: '50', cents: 24_500 }, { groupCode: 'PR' as const, carc: '2', cents: 100 }], rarcs: ['N115', 'M127', 'MA04'], payerCodes: codes };
  const words = (what: string) => `${what} ${'of a rather long kind '.repeat(8)}`.slice(0, 160);
  const kept = await extension.command('case:record', {
    payerKey: 'cedar-valley-health', source: 'paste', pasted: words('Text').repeat(20),
    claim: {
      index: -1, edited: ['paid', 'charge'], noReferenceIssued: false, references: Array.from({ length: 12 }, (_one, at) => ({ label: words(`Inquiry ${at}`), value: words(`REF-${at}`) })),
      facts: {
        payerName: words('Cedar Valley Health'), claimControlNumber: words('26H00'), patientControlNumber: words('JSF10231'), patientName: words('VANDERHOEVEN'), memberId: words('CVH90'), provider: words('OKONJO'), serviceFrom: '2026-10-06', serviceTo: '2026-10-06',
        receivedOn: '2026-10-10', finalizedOn: '2026-11-07', remittanceOn: '2026-11-08', paymentOn: '2026-11-09', noticeReceivedOn: null, charge: 33_100, allowed: 0, paid: 0, patientResponsibility: 1200, paymentNumber: words('0087'), status: 'denied',
        statusCodes: Array.from({ length: 30 }, () => ({ category: 'F2', status: '585', entity: null })), adjustments: Array.from({ length: 30 }, () => ({ groupCode: 'CO' as const, carc: '50', cents: 24_500 })), rarcs: Array.from({ length: 40 }, () => 'N115'), payerCodes: codes,
        lines: Array.from({ length: 60 }, (_one, at) => ({ ...line, line: at + 1 })), claimType: null, network: null, lineOfBusiness: null, state: null, mac: null,
      },
    },
  });
  if (!kept.ok) throw new Error(`${kept.error.code} ${kept.error.field ?? ''}`);
  const sheet = await extension.open('evidence.html', `#/${kept.value.caseId}/1`);
  await expect(sheet.getByText('54 more lines are in the exported file.')).toBeVisible();
  await expectAccessible(sheet);
  expect(pagesOf(await sheet.pdf({ preferCSSPageSize: true }))).toBe(1);
});

/** How many sheets of paper a PDF has: its page objects. */
function pagesOf(pdf: Buffer): number {
  return [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b(?!s)/gu)].length;
}
