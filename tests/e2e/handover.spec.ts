import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { backgroundOf, expect, launch, PASSPHRASE, test } from './extension.ts';
import { fillPractice } from './filled-practice.ts';
import { findPlanted, readRawStores } from './raw-store.ts';
import { demoPractice } from '../tour/demo-practice.ts';

const WORDS = 'seven grey herons wade slowly';
const SHOTS = process.env['OVERTURN_SHOTS'];

async function shot(page: Page, name: string): Promise<void> {
  if (SHOTS === undefined) return;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: path.join(SHOTS, `${name}-${colorScheme}.png`), fullPage: true });
  }
  await page.emulateMedia({ colorScheme: null });
}

/** Saves a hand-over file of the chosen cases under the desk's own page. */
async function give(desk: Page, to: string, choose: () => Promise<void>): Promise<void> {
  await choose();
  await desk.getByLabel('Passphrase for this file', { exact: true }).fill(WORDS);
  await desk.getByLabel('The same again').fill(WORDS);
  const downloading = desk.waitForEvent('download');
  await desk.getByRole('button', { name: 'Save the hand-over file' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^overturn-handover-\d{4}-\d\d-\d\d-[0-9a-f]{4}\.overturn-handover$/u);
  await download.saveAs(to);
  await expect(desk.getByText(/The cases stay here as well/u)).toBeVisible();
}

async function lookAt(desk: Page, file: string, words = WORDS): Promise<void> {
  await desk.locator('input[type=file]').setInputFiles(file);
  await desk.getByLabel('Passphrase of this file').fill(words);
  await desk.getByRole('button', { name: 'Look at it' }).click();
}

async function send(page: Page, command: string, request: unknown): Promise<unknown> {
  return page.evaluate(([name, body]) => (globalThis as unknown as { chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } } }).chrome.runtime.sendMessage({ overturn: 1, command: name, request: body }), [command, request] as const);
}

test('cases go to another computer in a locked file, both work on, and what each did joins when the file comes back', async ({ extension }, testInfo) => {
  test.setTimeout(300_000);
  await fillPractice(extension);
  const desk = await extension.open('desk.html', '#/handover');
  await expect(desk.getByRole('heading', { name: 'Give cases away' })).toBeVisible();
  await expectAccessible(desk);
  await shot(desk, 'handover-first');
  const first = testInfo.outputPath('first.overturn-handover');
  await give(desk, first, async () => desk.getByText(/^All 19 cases$/u).click());
  await shot(desk, 'handover-saved');
  const raw = readFileSync(first).toString('latin1');
  expect(await findPlanted(raw, { name: 'Okonkwo', practice: demoPractice().practiceName, user: demoPractice().userName }), 'nothing of it is readable').toEqual([]);

  // Another computer: a practice of the same name, set up apart, with another user and another key.
  const other = await launch(testInfo.outputPath('other-computer'));
  await backgroundOf(other);
  const there = await other.newPage();
  await there.goto(`chrome-extension://${extension.id}/desk.html#/handover`);
  expect(await send(there, 'practice:create', { ...demoPractice(), userName: 'Wilhelmina Boogaard', passphrase: PASSPHRASE })).toMatchObject({ ok: true });
  await expect(there.getByRole('heading', { name: 'Take a file in' })).toBeVisible();

  const damaged = testInfo.outputPath('damaged.overturn-handover');
  const bytes = readFileSync(first);
  const spot = Math.floor(bytes.length / 2);
  bytes[spot] = (bytes[spot] ?? 0) ^ 1;
  writeFileSync(damaged, bytes);
  await lookAt(there, damaged);
  await expect(there.getByText(/This file is damaged.*Nothing was taken in/u)).toBeVisible();
  await there.getByRole('button', { name: 'Another file' }).click();
  await lookAt(there, first, 'not the passphrase of it');
  await expect(there.getByText(/That is not the passphrase of this file/u)).toBeVisible();
  await there.getByLabel('Passphrase of this file').fill(WORDS);
  await there.getByRole('button', { name: 'Look at it' }).click();
  await expect(there.getByText('With a key that is not known here')).toBeVisible();
  await expect(there.getByText(/19 cases: 19 new here/u)).toBeVisible();
  const take = there.getByRole('button', { name: 'Take in 19 cases' });
  await expect(take, 'whose key it is comes first').toBeDisabled();
  await expectAccessible(there);
  await shot(there, 'handover-look');
  await there.getByLabel('Whose key is it?').fill('Rosa at the front desk');
  await there.getByText('It is work of this practice, from another computer').click();
  await take.click();
  await expect(there.getByText(/19 cases new, 0 joined, 0 as they were/u)).toBeVisible({ timeout: 60_000 });

  // Both change the same fact of the same claim, and each adds a note.
  const ids = await there.evaluate(async () => new Promise<string[]>((resolve) => {
    const request = indexedDB.open('overturn');
    request.onsuccess = () => {
      const keys = request.result.transaction('cases').objectStore('cases').getAllKeys();
      keys.onsuccess = () => {
        request.result.close();
        resolve(keys.result as string[]);
      };
    };
  }));
  const caseId = ids[0] ?? '';
  expect(await send(desk, 'case:answer', { caseId, facts: { memberId: 'QX11112222' } })).toMatchObject({ ok: true });
  expect(await send(desk, 'case:add-note', { caseId, text: 'Here: asked for the supervisor' })).toMatchObject({ ok: true });
  expect(await send(there, 'case:answer', { caseId, facts: { memberId: 'QX33334444' } })).toMatchObject({ ok: true });
  expect(await send(there, 'case:add-note', { caseId, text: 'There: the fax came back' })).toMatchObject({ ok: true });

  const back = testInfo.outputPath('back.overturn-handover');
  expect(await send(there, 'hold:all', { on: true, reason: 'Payer audit' })).toMatchObject({ ok: true });
  await give(there, back, async () => there.getByText(/^All 19 cases$/u).click());
  await lookAt(desk, back);
  await expect(desk.getByText('A legal hold on everything comes along')).toBeVisible();
  await expect(desk.getByText(/1 value differs between the two computers/u)).toBeVisible();
  await expect(desk.getByText(/Member.* stands side by side/u)).toBeVisible();
  await expectAccessible(desk);
  await shot(desk, 'handover-joins');
  await desk.getByLabel('Whose key is it?').fill('Wilhelmina');
  await desk.getByText('It is work of this practice, from another computer').click();
  await desk.getByRole('button', { name: 'Take in 19 cases' }).click();
  await expect(desk.getByText(/0 cases new, \d+ joined/u)).toBeVisible({ timeout: 60_000 });
  const decide = desk.getByRole('region', { name: 'To decide' });
  await expect(decide.getByText('••••2222'), 'a member number is covered here as on the case').toBeVisible();
  await expect(decide.getByText('QX11112222')).toHaveCount(0);
  await decide.getByRole('button', { name: 'Show identifiers' }).click();
  await desk.getByRole('button', { name: /^Working the claim/u }).click();
  await expect(decide.getByText('QX11112222')).toBeVisible();
  await expect(decide.getByText('QX33334444')).toBeVisible();
  await expectAccessible(desk);
  await shot(desk, 'handover-decide');
  await decide.getByRole('button', { name: /^Keep value 1/u }).click();
  await expect(decide).toBeHidden();

  // And back again: there it is settled as well, and the same file twice changes nothing.
  const settled = testInfo.outputPath('settled.overturn-handover');
  await desk.reload();
  await give(desk, settled, async () => desk.getByText(/^All 19 cases$/u).click());
  for (const said of [/0 cases new, \d+ joined/u, /0 cases new, 0 joined, 19 as they were/u]) {
    await there.reload();
    await lookAt(there, settled);
    await expect(there.getByText(/With the key of Rosa at the front desk/u)).toBeVisible();
    await there.getByRole('button', { name: 'Take in 19 cases' }).click();
    await expect(there.getByText(said)).toBeVisible({ timeout: 60_000 });
  }
  await expect(there.getByRole('region', { name: 'To decide' })).toBeHidden();

  // What stands on both disks after all this tells nothing of a patient, nor of the file's passphrase or a signing key.
  for (const page of [desk, there]) {
    const stores = await readRawStores(page);
    expect(stores, 'the search finds what is there in clear').toContain('Wilhelmina');
    expect(await findPlanted(stores, { member: 'QX11112222', otherMember: 'QX33334444', note: 'asked for the supervisor', otherNote: 'the fax came back', name: 'Okonkwo', words: WORDS })).toEqual([]);
  }
  await other.close();
});
