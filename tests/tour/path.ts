import path from 'node:path';
import type { BrowserContext, FrameLocator, Locator, Page } from '@playwright/test';
import { payerKeyOf } from '../../rules/payers/payer-key.ts';
import { DEMO_PASSPHRASE, DEMO_USER, demoPayers } from './demo-practice.ts';
import { importFile, sendFrom } from './drive.ts';

export type Picture = { title: string; seen: string; file: string };
export type TourStage = { context: BrowserContext; id: string; portals: string; remittance: string; output: string };

const POPUP = { width: 400, height: 600 };

/** The words of a place on the screen, on one line. */
async function wordsOf(place: Locator): Promise<string> {
  return (await place.first().innerText()).replaceAll(/\s+/gu, ' ').trim();
}

/** A biller's first morning, step by step. Each step gives what it saw; a step that does not see what it must throws. */
export async function* takeSteps(stage: TourStage): AsyncGenerator<Picture> {
  const address = (page: string) => `chrome-extension://${stage.id}/${page}`;
  let count = 0;
  const show = async (page: Page, title: string, seen: string): Promise<Picture> => {
    count += 1;
    const file = `${String(count).padStart(2, '0')}-${title.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-')}.png`;
    await page.screenshot({ path: path.join(stage.output, file) });
    return { title, seen, file };
  };

  // 1. First run
  const desk = await stage.context.newPage();
  await desk.goto(address('desk.html'));
  await desk.getByLabel('Your name').fill(DEMO_USER);
  await desk.getByLabel('Practice', { exact: true }).fill('Juniper Street Family Practice');
  await desk.getByLabel('Passphrase', { exact: true }).fill(DEMO_PASSPHRASE);
  await desk.getByLabel('Passphrase again').fill(DEMO_PASSPHRASE);
  await desk.getByRole('checkbox').check();
  yield await show(desk, 'First run', await wordsOf(desk.getByText(/^Strength:/u)));
  await desk.getByRole('button', { name: 'Next' }).click();
  await desk.getByRole('combobox', { name: 'Add a payer from the library' }).fill('Medicare (Orig');
  await desk.getByRole('option', { name: /Original/u }).first().click();
  await desk.getByLabel('Or one that is not in it').fill('Cedar Valley Health');
  await desk.keyboard.press('Enter');
  const cedar = desk.getByRole('group', { name: 'Cedar Valley Health' });
  await cedar.getByLabel('Appeal window, days').fill('90');
  await cedar.getByLabel('Where that is written').fill('Provider agreement, section 4.2');
  yield await show(desk, 'Payers and their windows', `${await desk.getByRole('group').count()} payers; a window without a source is refused`);
  await desk.getByRole('button', { name: 'Next' }).click();
  yield await show(desk, 'Portals and what each allows', `${await desk.getByText('Hands off').count()} portals are hands off`);
  await desk.getByRole('button', { name: 'Start working' }).click();
  await desk.getByText('Drop remittance files here').waitFor();
  // The demo's other payers are entered as the payers page would.
  for (const payer of demoPayers) if (payer.key !== payerKeyOf('Medicare (Original / fee-for-service)')) await sendFrom(desk, 'payer:save', payer);

  // 2. The queue from a remittance
  await importFile(desk, stage.remittance);
  yield await show(desk, 'Remittance read', await wordsOf(desk.getByRole('region', { name: 'clearpath-remittance.835' }).locator('dl')));

  // 3. The popup
  const popup = await stage.context.newPage();
  await popup.setViewportSize(POPUP);
  await popup.goto(address('popup.html'));
  await popup.getByRole('option').first().waitFor();
  yield await show(popup, 'My queue', await wordsOf(popup.getByRole('group', { name: 'How the queue stands' })));
  await popup.emulateMedia({ colorScheme: 'dark' });
  yield await show(popup, 'My queue in the dark', 'the same, easy on the eyes');
  await popup.emulateMedia({ colorScheme: 'light' });

  // 4. Why, until when, says who
  await popup.keyboard.press('/');
  await popup.keyboard.type('winslow');
  await popup.getByRole('option', { name: /WINSLOW/u }).waitFor();
  await popup.waitForFunction(() => document.querySelectorAll('[role=option]').length === 1);
  await popup.keyboard.press('Enter');
  await popup.getByRole('heading', { name: 'Why it was denied' }).waitFor();
  yield await show(popup, 'A denial in plain words', await wordsOf(popup.getByRole('heading', { name: 'Why it was denied' }).locator('xpath=../..')));
  await popup.getByRole('button', { name: /redetermination|appeal/iu }).first().click();
  await popup.getByText(/Day 0 is/u).first().waitFor();
  await popup.getByText(/Day 0 is/u).first().scrollIntoViewIfNeeded();
  yield await show(popup, 'Where the date comes from', await wordsOf(popup.getByText(/Day 0 is/u)));

  // 5. The claim on the portal
  const portal = await stage.context.newPage();
  await portal.goto(`${stage.portals}/cedar-valley/claim/26H0041177`);
  const pill = portal.locator('overturn-mark button.pill');
  await pill.waitFor();
  yield await show(portal, 'The mark on a claim page', await wordsOf(pill));
  await pill.click();
  const card: FrameLocator = portal.frameLocator('overturn-mark iframe.card');
  await card.getByLabel('Claim number').waitFor();
  await card.getByLabel('Claim number').focus();
  await portal.locator('overturn-mark .mask').waitFor();
  yield await show(portal, 'The review card', `claim number ${await card.getByLabel('Claim number').inputValue()}, its place on the page outlined`);
  if ((await card.getByText('Which payer is this?').count()) > 0) {
    await card.getByRole('button', { name: /File under/u }).click();
    await card.getByRole('option', { name: 'Cedar Valley Health' }).click();
  }
  await card.getByRole('button', { name: 'Save to queue' }).click();
  await card.getByRole('button', { name: 'Back to the page' }).waitFor();
  yield await show(portal, 'Saved once, compared with before', await wordsOf(card.locator('main')));
  await card.getByRole('button', { name: 'Back to the page' }).click();
  await portal.goto(`${stage.portals}/summit-ridge/claims`);
  await pill.click();
  await card.getByText(/claims on this page/u).waitFor();
  yield await show(portal, 'A list of claims', await wordsOf(card.locator('header')));

  // 6. The call and the note
  await popup.keyboard.press('Escape');
  await popup.keyboard.press('/');
  await popup.keyboard.press('Control+A');
  await popup.keyboard.type('lindqvist');
  await popup.getByRole('option', { name: /LINDQVIST/u }).waitFor();
  await popup.waitForFunction(() => document.querySelectorAll('[role=option]').length === 1);
  await popup.keyboard.press('Enter');
  await popup.getByRole('heading', { name: 'Why it was denied' }).waitFor();
  await popup.keyboard.press('c');
  await popup.getByLabel('Representative').fill('Dana K');
  await popup.getByRole('combobox', { name: 'What came of it' }).fill('in process');
  await popup.keyboard.press('ArrowDown');
  await popup.keyboard.press('Enter');
  await popup.getByLabel('Reference number').fill('CALL-77120');
  yield await show(popup, 'Log a call', 'who, what came of it, the reference number, when to look again');
  await popup.keyboard.press('Control+Enter');
  await popup.getByText('CALL-77120').first().waitFor();
  yield await show(popup, 'The call is part of the case', 'CALL-77120 stands in the timeline');

  // 7. The desk
  await desk.goto(address('desk.html#/queue'));
  await desk.getByRole('option').first().waitFor();
  await desk.keyboard.press('w');
  await desk.getByRole('heading', { name: 'Why it was denied' }).waitFor();
  yield await show(desk, 'The desk', await wordsOf(desk.getByRole('group', { name: 'How the queue stands' })));
  await desk.goto(address('desk.html#/audit'));
  await desk.getByRole('button', { name: 'Verify the chain' }).click();
  await desk.getByText(/rows stand as they were written/u).waitFor();
  yield await show(desk, 'The audit trail', await wordsOf(desk.getByText(/rows stand as they were written/u)));

  // 8. Lock, and come back
  await sendFrom(desk, 'vault:lock', {});
  await popup.getByRole('heading', { name: 'Overturn is locked' }).waitFor();
  yield await show(popup, 'Locked', await wordsOf(popup.locator('main')));
  await popup.getByLabel('Passphrase').fill(DEMO_PASSPHRASE);
  await popup.keyboard.press('Enter');
  await popup.getByRole('option').or(popup.getByRole('heading', { name: 'Why it was denied' })).first().waitFor();
  yield await show(popup, 'Unlocked', 'everything is there');
}
