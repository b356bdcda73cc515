import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './extension.ts';
import { fillPractice } from './filled-practice.ts';
import { picture } from './picture.ts';


/** Changes one field of how the payer is reached, on its open page. */
async function changeLimits(desk: Page, limits: string): Promise<void> {
  await desk.getByRole('button', { name: 'Change', exact: true }).click();
  await desk.getByLabel('File limits').fill(limits);
  await desk.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(desk.getByText(`Files: ${limits}`)).toBeVisible();
}

test('a lead writes how a payer is reached, compares two versions, puts the first back; a signed pack carries it out and in', async ({ extension }) => {
  test.setTimeout(180_000);
  await fillPractice(extension);
  const desk = await extension.open('desk.html', '#/library');
  const payers = desk.getByRole('navigation', { name: 'Payers in the library' });
  await desk.getByRole('searchbox', { name: 'Find a payer' }).fill('medicare');
  await expect(payers.getByRole('link').first()).toHaveAccessibleName(/medicare/iu);
  await picture(desk, 'library-found');
  await desk.getByRole('searchbox', { name: 'Find a payer' }).fill('heartland');
  await payers.getByRole('link', { name: /Heartland/u }).click();
  await expect(desk.getByRole('heading', { name: /Heartland/u })).toBeVisible();
  await desk.getByRole('button', { name: /Redetermination \(MAC\)/u }).click();
  await expect(desk.getByRole('group', { name: /Redetermination \(MAC\)/u }).getByText(/Seen in the source/u)).toBeVisible();
  await picture(desk, 'library-payer');

  await desk.getByRole('tab', { name: 'How to reach it' }).click();
  await desk.getByRole('button', { name: 'Fill in' }).click();
  await desk.getByRole('button', { name: 'Add a phone' }).click();
  const phone = desk.getByRole('group', { name: 'Phone 1' });
  await phone.getByRole('textbox', { name: 'Number', exact: true }).fill('800-555-0134');
  await phone.getByLabel('Keys to press').fill('2, 1, NPI');
  await desk.getByRole('button', { name: 'Add a channel' }).click();
  await desk.getByRole('group', { name: 'Where things go 1' }).getByRole('textbox', { name: 'To', exact: true }).fill('800-555-0178');
  await desk.getByRole('button', { name: 'Add a form' }).click();
  await desk.getByRole('group', { name: 'Forms 1' }).getByRole('textbox', { name: 'Form', exact: true }).fill('CMS-20027');
  await desk.getByRole('button', { name: 'Add a document' }).click();
  await desk.getByRole('group', { name: 'Documents wanted 1' }).getByRole('textbox', { name: 'Document', exact: true }).fill('Operative note');
  await desk.getByLabel('File limits').fill('PDF, 20 MB');
  await desk.getByLabel('Claims a call').fill('3');
  await picture(desk, 'library-profile-form', false);
  await expectAccessible(desk);
  await desk.getByRole('button', { name: 'Save', exact: true }).click();
  for (const shown of ['800-555-0134', '2, 1, NPI', '800-555-0178', 'CMS-20027', 'Operative note', 'Files: PDF, 20 MB', '3 claims a call']) await expect(desk.getByRole('tabpanel').getByText(shown).first()).toBeVisible();
  await picture(desk, 'library-profile');
  await changeLimits(desk, 'PDF, 50 MB');

  await desk.getByRole('button', { name: 'History', exact: true }).click();
  const compared = desk.getByRole('region', { name: 'Two versions compared' });
  await expect(compared.getByRole('row', { name: /File limits PDF, 20 MB PDF, 50 MB/u })).toBeVisible();
  await expectAccessible(desk);
  await picture(desk, 'library-history', false);
  await desk.getByRole('button', { name: /^Put back Version 1/u }).click();
  await desk.getByLabel('Why').fill('Twenty holds again');
  await desk.getByRole('button', { name: 'Put back', exact: true }).click();
  await expect(desk.getByText('Files: PDF, 20 MB')).toBeVisible();

  // Out as a signed file, and in again: the same, and said to be ours.
  await desk.getByRole('button', { name: 'All payers' }).click();
  await desk.getByRole('tab', { name: 'Packs' }).click();
  await desk.getByRole('textbox', { name: 'Name', exact: true }).fill('Our office');
  const downloading = desk.waitForEvent('download');
  await desk.getByRole('button', { name: 'Sign and save' }).click();
  const text = readFileSync(await (await downloading).path(), 'utf8');
  await expect(desk.getByText(/is signed and saved\./u)).toBeVisible();
  const drop = async (content: string) => desk.locator('input[type=file]').setInputFiles({ name: 'office.json', mimeType: 'application/json', buffer: Buffer.from(content) });
  await drop(text);
  await expect(desk.getByText('Signed by this practice.')).toBeVisible();
  await expect(desk.getByText('0 new, 0 here with other content, 1 the same.')).toBeVisible();
  // One letter changed on the way: the signature no longer holds, and nothing is taken in.
  await drop(text.replace('PDF, 20 MB', 'PDF, 90 MB'));
  await expect(desk.getByText('The file was changed after it was signed. It is not taken in.')).toBeVisible();
  await expect(desk.getByRole('button', { name: 'Next: which dates move' })).toBeDisabled();
  await picture(desk, 'library-pack-broken');
  // Without its signature it is a stranger's, laid beside ours field by field.
  const pack = JSON.parse(text) as Record<string, unknown>;
  delete pack['signature'];
  await drop(JSON.stringify(pack, null, 2).replace('PDF, 20 MB', 'PDF, 90 MB'));
  await expect(desk.getByText('0 new, 1 here with other content, 0 the same.')).toBeVisible();
  await expect(desk.getByRole('row', { name: /File limits PDF, 20 MB PDF, 90 MB/u })).toBeVisible();
  await expectAccessible(desk);
  await picture(desk, 'library-pack-differs');
  await drop(JSON.stringify(pack, null, 2).replace('"claimsPerCall": 3', '"claimsPerCall": "three"'));
  await expect(desk.getByText(/^Line \d+/u)).toBeVisible();
  await picture(desk, 'library-pack-problem');
  await desk.getByRole('tab', { name: 'What changed' }).click();
  await expect(desk.getByText(/Put back: Heartland/u).first()).toBeVisible();
  await picture(desk, 'library-feed');
});
