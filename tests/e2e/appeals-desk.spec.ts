import type { Page } from '@playwright/test';
import { remittance } from '../storage/imports/file-of.ts';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './extension.ts';
import type { Extension } from './extension.ts';
import { fillPractice, openCaseOf, openPopup } from './filled-practice.ts';
import { picture } from './picture.ts';

async function openAppeals(extension: Extension): Promise<Page> {
  const desk = await extension.open('desk.html', '#/appeals');
  await expect(desk.getByRole('heading', { name: 'Appeals', level: 1 })).toBeVisible();
  return desk;
}

/** Three people refused by one payer for one reason: a pattern. */
async function refuseThree(extension: Extension): Promise<void> {
  const day = Temporal.Now.plainDateISO().subtract({ days: 20 }).toString().replaceAll('-', '');
  const claims = ['ARDEN*MILO', 'BEECHAM*TESS', 'CORLISS*NOOR'].map((name, n) => `CLP*PT-77${n}*4*310*0*0*12*26H77000${n}~NM1*QC*1*${name}****MI*CV77000${n}~DTM*232*${day}~SVC*HC:97110*310*0**1~DTM*472*${day}~CAS*CO*50*310`);
  const desk = await extension.open('desk.html', '#/import');
  await desk.locator('input[type=file]').setInputFiles({ name: 'three.835', mimeType: 'text/plain', buffer: Buffer.from(remittance(claims, { payer: 'CEDAR VALLEY HEALTH', date: day, control: '000000771', trace: 'EFT771' })) });
  await expect(desk.getByRole('region', { name: 'three.835' })).toContainText(/New in the queue3/u);
  await desk.close();
}

test('letters for one pattern: an appeal each, with the same paragraph of one\'s own, and the list of appeals says where each stands', async ({ extension }) => {
  test.setTimeout(180_000);
  await fillPractice(extension);
  await refuseThree(extension);
  const desk = await openAppeals(extension);
  await expect(desk.getByText('No appeals yet')).toBeVisible();
  await expectAccessible(desk);

  await desk.getByRole('button', { name: 'Letters for one pattern' }).click();
  await desk.getByRole('button', { name: /Pattern/u }).click();
  const pattern = desk.getByRole('option', { name: /^Cedar Valley Health: Medical necessity/u });
  const size = Number(/\((\d+)\)$/u.exec((await pattern.textContent()) ?? '')?.[1]);
  expect(size).toBeGreaterThan(1);
  await pattern.click();
  const claims = desk.getByRole('group', { name: new RegExp(`^${size} of ${size} claims`, 'u') });
  await expect(claims.getByRole('checkbox')).toHaveCount(size);
  await desk.getByLabel('Paragraph for all of them').fill('The payer paid the same service in the spring.');
  await desk.getByLabel('Where it comes from').fill('Remittances of April');
  await expectAccessible(desk);
  await picture(desk, 'appeals-batch');
  // What is typed is still there after the page is loaded anew.
  await desk.waitForTimeout(600); // longer than the pause after which it is kept
  await desk.reload();
  await desk.getByRole('button', { name: 'Letters for one pattern' }).click();
  await expect(desk.getByLabel('Paragraph for all of them')).toHaveValue('The payer paid the same service in the spring.');
  await desk.getByRole('button', { name: /Pattern/u }).click();
  await pattern.click();
  await desk.getByRole('button', { name: /^Begin \d+ appeals?$/u }).click();
  const told = desk.getByText(/^\d+ begun, \d+ not\./u).first();
  await expect(told).toBeVisible();
  const [, begun = '0', refused = '0'] = /^(\d+) begun, (\d+) not/u.exec((await told.textContent()) ?? '') ?? [];
  expect(Number(begun)).toBeGreaterThan(0);
  expect(Number(begun) + Number(refused)).toBe(size);

  await desk.getByRole('button', { name: 'Back to appeals' }).click();
  const rows = desk.getByRole('main').getByRole('listitem');
  await expect(rows).toHaveCount(Number(begun));
  await expect(rows.first()).toContainText('Draft');
  await expectAccessible(desk);
  await picture(desk, 'appeals-list');
  await desk.getByText('With the payer', { exact: true }).click();
  await expect(desk.getByText('None here')).toBeVisible();
  await desk.getByText('To prepare', { exact: true }).click();
  await expect(rows).toHaveCount(Number(begun));
  await rows.first().getByRole('button').click();
  await expect(desk.getByRole('article', { name: 'Letter' })).toContainText('The payer paid the same service in the spring.');
});

test('a lead changes the text of letters for one payer; a letter not sent yet follows, and the shipped text can be put back', async ({ extension, browserContext }) => {
  test.setTimeout(180_000);
  await fillPractice(extension);
  const desk = await openAppeals(extension);
  await desk.getByRole('button', { name: 'Texts of letters' }).click();
  const choose = async (label: RegExp, option: string | RegExp): Promise<void> => {
    await desk.getByRole('button', { name: label }).click();
    await desk.getByRole('option', { name: option }).first().click();
  };
  await choose(/Reason of the denial/u, 'The service was needed');
  await choose(/^Every payer/u, 'Cedar Valley Health');
  const argument = desk.getByLabel('Argument, 1', { exact: true });
  await expect(argument).not.toHaveValue('');
  await expectAccessible(desk);
  await picture(desk, 'appeals-texts');

  // A fact of one claim does not belong into a text for all, and a fact nobody knows is refused; neither can be saved.
  const save = desk.getByRole('button', { name: 'Save as a new version' });
  await desk.getByLabel('Why it is changed').fill('Their reviewer asks for the policy first');
  await argument.fill('Your policy {{shoe-size}} covers this.');
  await expect(desk.getByText(/is no fact a letter can name/u)).toBeVisible();
  await expect(save).toBeDisabled();
  await argument.fill('Your own policy covers what claim {{claim-number}} was denied for.');
  await expect(save).toBeEnabled();
  await save.click();
  await expect(desk.getByText('Saved. Letters not sent yet use it from now on.')).toBeVisible();

  const popup = await openPopup(extension);
  await openCaseOf(popup, 'lindqvist'); // of this payer, for that reason
  const [packet] = await Promise.all([browserContext.current.waitForEvent('page'), popup.getByRole('button', { name: /^Start the/u }).click()]);
  const letter = packet.getByRole('article', { name: 'Letter' });
  await expect(letter).toContainText('Your own policy covers what claim 26H0041177 was denied for.');

  await desk.getByLabel('Why it is changed').fill('They took it back');
  await desk.getByRole('button', { name: 'Back to the shipped text' }).click();
  await expect(desk.getByText('The shipped text holds again.')).toBeVisible();
  await expect(letter).not.toContainText('Your own policy covers');
  await desk.getByRole('button', { name: /^Earlier versions/u }).click();
  await expect(desk.getByText(/Their reviewer asks for the policy first/u)).toBeVisible();
  await expect(desk.getByText(/They took it back/u)).toBeVisible();
});
