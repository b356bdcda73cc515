import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { demoClaims } from '../portals/demo-claims.ts';
import { DEMO_PASSPHRASE } from '../tour/demo-practice.ts';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './extension.ts';
import { caseIds, fillPractice, openPopup } from './filled-practice.ts';

const shots = process.env['OVERTURN_SHOTS'];
const shoot = async (page: Page, name: string) => { if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true }); };

/** The first cases as if they had been closed in 2012, written past the product: nobody can wait ten years. */
async function ageClosedCases(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve) => { request.onsuccess = () => resolve(request.result); });
    const db = await done(indexedDB.open('overturn'));
    const store = db.transaction('cases', 'readwrite').objectStore('cases');
    const rows = (await done(store.getAll() as IDBRequest<Record<string, unknown>[]>)).filter((row) => row['open'] === 0);
    for (const row of rows) await done(store.put({ ...row, touchedMs: Date.UTC(2012, 4, 4), resolvedDay: 15_464 }));
    db.close();
    return rows.length;
  });
}

test('a lead previews what was kept long enough, a hold stops the purge, and the purge stands in a trail that still holds', async ({ extension }) => {
  await fillPractice(extension);
  const ids = await caseIds(extension);
  for (const caseId of ids.slice(0, 3)) expect((await extension.command('case:resolve', { caseId, outcome: 'overturned', reason: 'Paid in full', recoveredCents: 100 })).ok).toBe(true);
  const desk = await extension.open('desk.html', '#/keeping');
  await expect(desk.getByText('Nothing has been kept long enough to be purged.')).toBeVisible();
  expect(await ageClosedCases(desk)).toBe(3);
  await extension.command('case:hold', { caseId: ids[2] ?? '', on: true, reason: 'Subpoena of 2026' });
  await ageClosedCases(desk);
  await desk.reload();
  await expect(desk.getByText('2, last touched before')).toBeVisible();
  await expect(desk.getByText('1 more on legal hold stay')).toBeVisible();

  await desk.getByLabel('Why', { exact: true }).fill('Payer audit of 2026');
  await desk.getByRole('button', { name: 'Hold everything' }).click();
  await expect(desk.getByText('A legal hold on everything is in force')).toBeVisible();
  await expect(desk.getByText('Payer audit of 2026')).toBeVisible();
  expect(await extension.command('retention:purge', { cases: 2, trailRows: null, passphrase: DEMO_PASSPHRASE })).toMatchObject({ ok: false, error: { code: 'on-hold' } });
  await shoot(desk, 'keeping-hold');
  await desk.getByLabel('Why it ends').fill('Closed without findings');
  await desk.getByRole('button', { name: 'End the hold' }).click();

  await desk.getByText('Purge these 2 cases').click();
  await desk.getByLabel('Your passphrase').fill('not the passphrase at all');
  await desk.getByRole('button', { name: 'Purge', exact: true }).click();
  await expect(desk.getByText('That is not the passphrase')).toBeVisible();
  expect((await caseIds(extension)).length).toBe(ids.length);
  await desk.getByLabel('Your passphrase').fill(DEMO_PASSPHRASE);
  await expectAccessible(desk);
  await shoot(desk, 'keeping');
  await desk.getByRole('button', { name: 'Purge', exact: true }).click();
  await expect(desk.getByText('Purged: 2 cases')).toBeVisible();
  expect((await caseIds(extension)).sort()).toEqual(ids.slice(2).sort());
  await desk.goto(`chrome-extension://${extension.id}/desk.html#/audit`);
  await expect(desk.getByRole('table').last()).toContainText('Purged what was kept long enough');
  await desk.getByRole('button', { name: 'Verify the chain' }).click();
  await expect(desk.getByText(/rows stand as they were written/u)).toBeVisible();
});

test('a case marked sensitive stays out of exports, and its evidence is saved only after a question', async ({ extension }) => {
  await fillPractice(extension);
  const popup = await openPopup(extension);
  const name = (await popup.getByRole('option').first().locator('.foreign').first().textContent()) ?? '';
  await popup.keyboard.press('Enter');
  await popup.getByRole('button', { name: 'More for this case' }).click();
  await popup.getByRole('menuitem', { name: 'Mark as sensitive' }).click();
  await expectAccessible(popup);
  await popup.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(popup.getByText('Sensitive: substance use treatment')).toBeVisible();
  await shoot(popup, 'sensitive-case');
  await popup.getByRole('button', { name: 'Save as evidence file' }).click();
  await popup.getByRole('button', { name: 'Save file' }).click();
  await expect(popup.getByRole('heading', { name: 'This case is marked sensitive' })).toBeVisible();
  const saved = popup.waitForEvent('download');
  await popup.getByRole('button', { name: 'Save it all the same' }).click();
  await saved;

  const desk = await extension.open('desk.html', '#/exports');
  await desk.getByText('Everything', { exact: true }).click();
  await desk.getByRole('button', { name: /Why/u }).click();
  await desk.getByRole('option', { name: 'Audit' }).click();
  const take = async () => {
    const download = desk.waitForEvent('download');
    await desk.getByRole('button', { name: 'Save the file' }).click();
    return readFileSync(await (await download).path(), 'utf8');
  };
  await expectAccessible(desk);
  expect(name).not.toBe('');
  expect((await take()).toLowerCase()).not.toContain(name.toLowerCase());
  await desk.getByText('Cases marked sensitive as well').click();
  expect((await take()).toLowerCase()).toContain(name.toLowerCase());
  await desk.goto(`chrome-extension://${extension.id}/desk.html#/audit`);
  await expect(desk.getByRole('table').last()).toContainText('Marked a case sensitive');
});

test('identifiers are covered: one key shows them after a reason said once, a copy counts as showing, and the trail knows the fields and no value', async ({ extension, browserContext }) => {
  await fillPractice(extension);
  await browserContext.current.grantPermissions(['clipboard-read', 'clipboard-write']);
  const popup = await openPopup(extension);
  await popup.keyboard.press('Enter');
  const member = popup.locator('dl').filter({ hasText: 'Member ID' }).locator('div').filter({ hasText: 'Member ID' });
  await expect(member).toContainText('••••');
  const before = await member.locator('dd').first().textContent();
  await popup.keyboard.press('i');
  await expect(popup.getByRole('heading', { name: 'Show identifiers: why?' })).toBeVisible();
  await expectAccessible(popup);
  await shoot(popup, 'reveal');
  // Put off: nothing is shown.
  await popup.keyboard.press('Escape');
  await expect(member).toContainText('••••');
  await popup.keyboard.press('i');
  await expect(popup.getByRole('button', { name: 'Working the claim' })).toBeFocused();
  await popup.keyboard.press('Enter');
  await expect(member).not.toContainText('••••');
  const value = (await member.locator('dd').first().textContent()) ?? '';
  expect(value.endsWith((before ?? '').replaceAll('•', ''))).toBe(true);
  await popup.keyboard.press('i');
  await expect(member).toContainText('••••');
  // The reason is remembered for this case, in another window too.
  await popup.keyboard.press('i');
  await expect(member).not.toContainText('••••');
  await popup.keyboard.press('i');
  await popup.getByRole('button', { name: 'Copy Member ID' }).click();
  await expect.poll(() => popup.evaluate(() => navigator.clipboard.readText())).toBe(value.replaceAll(/\s/gu, ''));
  // The note with its numbers covered names none of them, and shows nothing.
  await popup.getByRole('button', { name: 'Copy, numbers covered' }).click();
  await expect.poll(() => popup.evaluate(() => navigator.clipboard.readText())).toContain('••••');
  const desk = await extension.open('desk.html', '#/audit');
  const table = desk.getByRole('table').last();
  await expect(table).toContainText('Copied member id of a case; reason: working claim');
  await expect(table).toContainText('Showed member id');
  await expect(table).not.toContainText(value);
  // A lock forgets the reason.
  await extension.command('vault:lock', {});
  const status = await extension.command('vault:status', {});
  await extension.command('vault:unlock', { userId: status.ok ? status.value.users[0]?.id ?? '' : '', passphrase: DEMO_PASSPHRASE });
  expect(await extension.command('case:reveal', { caseId: (await caseIds(extension))[0] ?? '', fields: ['memberId'], how: 'shown', reason: null })).toMatchObject({ ok: false, error: { code: 'reason-first' } });
  // A lead covers all numbers.
  expect((await extension.command('settings:save', { cover: 'numbers' })).ok).toBe(true);
  const again = await openPopup(extension);
  await again.keyboard.press('Enter');
  await expect(again.locator('dl').filter({ hasText: 'Member ID' }).locator('div').filter({ hasText: 'Claim number' }).first()).toContainText('••••');
});

test('this computer: damage is found and mended, the diagnostics file names nobody, and the lost-device report tells who opened it', async ({ extension }) => {
  await fillPractice(extension);
  const desk = await extension.open('desk.html', '#/computer');
  await expect(desk.getByText('Nothing is set by an organization')).toBeVisible();
  await expect(desk.getByText('It can do everything that Overturn makes use of.')).toBeVisible();
  await desk.getByRole('button', { name: 'Look for damage' }).click();
  await expect(desk.getByText('Every record is sound.')).toBeVisible();
  const people = await desk.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve) => { request.onsuccess = () => resolve(request.result); });
    const db = await done(indexedDB.open('overturn'));
    const store = db.transaction('cases', 'readwrite').objectStore('cases');
    const row = (await done(store.getAll() as IDBRequest<Record<string, unknown>[]>))[0] ?? {};
    await done(store.put({ ...row, nextDay: 'soon', deniedCents: { much: true }, ownerId: 7 }));
    db.close();
    return String(row['id']);
  });
  expect(people).not.toBe('undefined');
  // Every list still works with it.
  const popup = await openPopup(extension);
  await expect(popup.getByRole('option').nth(2)).toBeVisible();
  await popup.close();
  await desk.getByRole('button', { name: 'Look again' }).click();
  await expect(desk.getByRole('list', { name: 'Damaged records' })).toContainText('Cases: 1 with a value that cannot be true');
  await expectAccessible(desk);
  await desk.getByRole('button', { name: 'Work this case out anew' }).click();
  await expect(desk.getByText('Every record is sound.')).toBeVisible();

  const download = desk.waitForEvent('download');
  await desk.getByRole('button', { name: 'Save diagnostics file' }).click();
  const text = readFileSync(await (await download).path(), 'utf8');
  const file = JSON.parse(text) as { tables: { cases: number }; trail: { holds: boolean }; people: { total: number } };
  expect(file.tables.cases).toBeGreaterThan(3);
  expect(file).toMatchObject({ trail: { holds: true }, people: { total: 1 } });
  for (const { last, memberId, claimControlNumber, patientControlNumber } of demoClaims(Temporal.Now.plainDateISO().toString())) for (const secret of [last, memberId, claimControlNumber, patientControlNumber]) expect(text.toLowerCase()).not.toContain(secret.toLowerCase());
  expect(text).not.toContain('Rosa');

  await desk.getByRole('button', { name: 'Make the report' }).click();
  const report = desk.getByRole('article', { name: 'Lost-device report' });
  await expect(report).toContainText('Rosa Imbert');
  await expect(report).toContainText('one passphrase');
  await expect(report).toContainText('Argon2id with 64 MiB and 3 passes');
  await expectAccessible(desk);
  await shoot(desk, 'computer');
});
