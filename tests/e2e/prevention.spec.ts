import { expectAccessible } from './accessible.ts';
import { expect, test } from './extension.ts';
import { denials835 } from '../remittances/denials-835.ts';
import type { DeniedOn } from '../remittances/denials-835.ts';
import { fillPractice } from './filled-practice.ts';
import { picture } from './picture.ts';

test('a cause is written down and sent back without a patient, a change waits for its review, a check keeps its reference, lists come from own denials', async ({ extension }) => {
  test.setTimeout(240_000);
  await fillPractice(extension);
  const desk = await extension.open('desk.html', '#/prevention');
  await expect(desk.getByRole('heading', { name: 'Prevention' })).toBeVisible();
  await expect(desk.getByText(/There is not enough yet|Nothing stands out/u).first()).toBeVisible();
  await expectAccessible(desk);
  await picture(desk, 'prevention-patterns');

  await desk.getByRole('tab', { name: /Root-cause log/u }).click();
  await desk.getByRole('button', { name: 'New line' }).click();
  await desk.getByRole('textbox', { name: 'Cause' }).fill('Authorization is asked for after the slot is given');
  await desk.getByRole('textbox', { name: 'What is done about it' }).fill('Hold the slot until the approval is on file');
  await desk.getByRole('textbox', { name: 'Due' }).fill('+14');
  await expectAccessible(desk);
  await picture(desk, 'prevention-log-form');
  await desk.getByRole('button', { name: 'Save' }).click();
  await expect(desk.getByRole('table').getByText('Hold the slot until the approval is on file')).toBeVisible();
  await desk.getByRole('button', { name: /^Copy a note to/u }).click();
  await expect(desk.getByRole('status').getByText(/Copied, without a patient|did not let it be copied/u)).toBeVisible();

  await desk.getByRole('tab', { name: /Changes/u }).click();
  await desk.getByRole('button', { name: 'New change' }).click();
  await desk.getByRole('textbox', { name: 'What is done differently' }).fill('Approval number on the appointment before it is confirmed');
  await desk.getByRole('button', { name: /For the reason/u }).click();
  await desk.getByRole('option', { name: 'Authorization missing' }).click();
  await expectAccessible(desk);
  await desk.getByRole('button', { name: 'Save' }).click();
  await expect(desk.getByRole('article').getByText('Too early to say')).toBeVisible();
  await picture(desk, 'prevention-changes');

  await desk.getByRole('tab', { name: /Front-end checks/u }).click();
  await desk.getByRole('button', { name: 'New check' }).click();
  await desk.getByRole('textbox', { name: 'Account or appointment' }).fill('ACC-1');
  await desk.getByRole('button', { name: /Payer/u }).click();
  await desk.getByRole('option').first().click();
  await desk.getByRole('textbox', { name: 'What came of it' }).fill('Active, no approval needed');
  await expect(desk.getByRole('button', { name: 'Save' })).toBeDisabled();
  await desk.getByRole('textbox', { name: 'Reference number' }).fill('EL-9912');
  await expectAccessible(desk);
  await desk.getByRole('button', { name: 'Save' }).click();
  await expect(desk.getByRole('table').getByText('EL-9912')).toBeVisible();

  // A policy that changed last month, caught before the first visit: what was found, its number, who sees to it and by when; then mended.
  await desk.getByRole('button', { name: 'New check' }).click();
  await desk.getByRole('textbox', { name: 'Account or appointment' }).fill('ACC-2');
  await desk.getByRole('button', { name: /Payer/u }).click();
  await desk.getByRole('option').first().click();
  await desk.getByRole('textbox', { name: 'Reference number' }).fill('EL-9913');
  await desk.getByRole('textbox', { name: 'What came of it' }).fill('Old policy ended last month; a new one since the 1st');
  await desk.getByRole('button', { name: /In order/u }).click();
  await desk.getByRole('option', { name: 'Something is open' }).click();
  await expect(desk.getByRole('button', { name: 'Save' })).toBeDisabled();
  await desk.getByRole('textbox', { name: 'What is open' }).fill('Register the new policy before the first visit');
  await desk.getByRole('textbox', { name: 'By' }).fill('+3');
  await desk.getByRole('button', { name: 'Save' }).click();
  const caught = desk.getByRole('row', { name: /ACC-2/u });
  await expect(caught).toContainText('EL-9913');
  await expect(caught).toContainText(/Open\s*Register the new policy before the first visit.*by \d/u);
  await caught.getByRole('button', { name: 'Change: ACC-2' }).click();
  await desk.getByRole('button', { name: /Something is open/u }).click();
  await desk.getByRole('option', { name: 'Mended' }).click();
  await desk.getByRole('button', { name: 'Save' }).click();
  await expect(caught).toContainText('Mended');

  for (const [tab, name] of [['Lists and cards', 'prevention-lists'], ['Meeting pack', 'prevention-pack'], ['Baselines', 'prevention-baselines']] as const) {
    await desk.getByRole('tab', { name: tab }).click();
    await expectAccessible(desk);
    await picture(desk, name);
  }
  await desk.getByRole('tab', { name: 'Meeting pack' }).click();
  await expect(desk.getByText(/Hold the slot until the approval is on file/u)).toBeVisible();
  // Nothing that names a patient stands in the pack.
  await expect(desk.getByRole('article')).not.toContainText(/ACC-1|EL-9912/u);
});

test('a true change is found by itself, leads to its claims, an owner, a line, a change and the meeting, and can be put aside', async ({ extension }) => {
  test.setTimeout(240_000);
  await fillPractice(extension);
  const today = Temporal.Now.plainDateISO();
  const ago = (days: number) => today.subtract({ days }).toString();
  const steady = { groupCode: 'CO', procedure: '99214', chargeCents: 15_000, claims: 2 };
  // Half a year of the same two denials a fortnight at each of three payers; in the last four weeks one payer refuses eight for want of an approval.
  const history: DeniedOn[] = Array.from({ length: 14 }, (_, n) => n * 14 + 5).flatMap((days) => [
    { ...steady, day: ago(days), payer: 'Cedar Valley Health', payerId: 'CVH01', carc: '50' }, { ...steady, day: ago(days + 1), payer: 'Prairie Mutual', payerId: 'PRM22', carc: '4' }, { ...steady, day: ago(days + 2), payer: 'Northgate Choice', payerId: 'NGC19', carc: '16' },
  ]);
  const rising: DeniedOn[] = [3, 8, 15, 22].map((days) => ({ ...steady, day: ago(days), payer: 'Prairie Mutual', payerId: 'PRM22', carc: '197', procedure: '29881', chargeCents: 210_000 }));
  const files = await extension.open('desk.html', '#/import');
  await files.locator('input[type=file]').setInputFiles({ name: 'history.835', mimeType: 'text/plain', buffer: Buffer.from(denials835([...history, ...rising])) });
  await expect(files.getByRole('region', { name: 'history.835' }).getByText('Read', { exact: true })).toBeVisible();
  await files.close();

  const desk = await extension.open('desk.html', '#/prevention');
  const found = desk.getByRole('listitem').filter({ hasText: 'Prairie Mutual' });
  await expect(found.first()).toContainText('8 claims in the last 4 weeks');
  await expect(desk.getByRole('listitem').filter({ hasText: 'Cedar Valley' })).toHaveCount(0);
  await expectAccessible(desk);
  await picture(desk, 'prevention-found');

  await desk.getByRole('tab', { name: /Owners/u }).click();
  await desk.getByRole('button', { name: /Answers for Authorization missing/u }).click();
  await desk.getByRole('option', { name: 'Rosa Imbert' }).click();
  await expect(desk.getByRole('status').getByText('Saved.')).toBeVisible();
  await expectAccessible(desk);
  await picture(desk, 'prevention-owners');

  await desk.getByRole('tab', { name: /Patterns/u }).click();
  await expect(found.first()).toContainText('Answers for it: Rosa Imbert.');
  await found.first().getByRole('button', { name: 'Write into the log' }).click();
  await expect(desk.getByRole('textbox', { name: 'Cause' })).toHaveValue(/Prairie Mutual.*8 claims/u);
  await desk.getByRole('textbox', { name: 'What is done about it' }).fill('Ask for the approval of claim 77000000123 when booking');
  await expect(desk.getByText('This looks like a date or a number of one claim')).toBeVisible();
  // What is half written is still there after the page was closed, and is not pushed aside by another.
  await desk.close();
  const again = await extension.open('desk.html', '#/prevention');
  await again.getByRole('listitem').filter({ hasText: 'Prairie Mutual' }).first().getByRole('button', { name: 'Write into the log' }).click();
  await expect(again.getByRole('status').getByText(/half written/u)).toBeVisible();
  await expect(again.getByRole('textbox', { name: 'What is done about it' })).toHaveValue(/77000000123/u);
  await again.getByRole('button', { name: 'Save' }).click();
  await expect(again.getByRole('table').getByText(/77000000123/u)).toBeVisible();
  await again.getByRole('button', { name: /^Change: /u }).click();
  await again.getByRole('textbox', { name: 'Result' }).fill('Two fewer already');
  await again.getByRole('button', { name: 'Save' }).click();
  await again.getByRole('button', { name: /^Change: /u }).click();
  await again.getByRole('button', { name: 'Changed once' }).click();
  await expect(again.getByText(/Result: nothing → Two fewer already/u)).toBeVisible();
  await again.getByRole('button', { name: 'Cancel' }).click();

  await again.getByRole('tab', { name: /Patterns/u }).click();
  await again.getByRole('listitem').filter({ hasText: 'Prairie Mutual' }).first().getByRole('button', { name: 'Start a change' }).click();
  await again.getByRole('textbox', { name: 'What is done differently' }).fill('The approval number stands on the appointment');
  await again.getByRole('textbox', { name: 'Starts' }).fill(`${today.subtract({ days: 20 }).month}/${today.subtract({ days: 20 }).day}/${today.subtract({ days: 20 }).year}`);
  await again.getByRole('textbox', { name: 'Looked at again' }).fill(`${today.subtract({ days: 1 }).month}/${today.subtract({ days: 1 }).day}/${today.subtract({ days: 1 }).year}`);
  await again.getByRole('button', { name: 'Save' }).click();
  const card = again.getByRole('article').filter({ hasText: 'The approval number stands on the appointment' });
  await expect(card.getByText('To be decided')).toBeVisible();
  await expect(card.getByRole('table')).toContainText('All other denials');
  await expectAccessible(again);
  await picture(again, 'prevention-change');
  await card.getByRole('button', { name: /^Decide/u }).click();
  await again.getByRole('button', { name: /^Decision|Running/u }).last().click();
  await again.getByRole('option', { name: 'Adjust it' }).click();
  await expect(again.getByRole('button', { name: 'Save' })).toBeDisabled();
  await again.getByRole('textbox', { name: 'Why this decision' }).fill('The desk had not been told');
  await again.getByRole('button', { name: 'Save' }).click();
  await expect(again.getByRole('article').getByText('Adjusted', { exact: true })).toBeVisible();

  await again.getByRole('tab', { name: 'Meeting pack' }).click();
  const pack = again.getByRole('article');
  await expect(pack).toContainText('Prairie Mutual, Authorization missing');
  await expect(pack).toContainText('Ask for the approval of claim [left out] when booking');
  await expect(pack).not.toContainText(/77000000123|LINDQVIST|OKAFOR/u);
  await expectAccessible(again);
  await picture(again, 'prevention-pack-full');
  await again.getByRole('tab', { name: 'Lists and cards' }).click();
  await expect(again.getByRole('article').filter({ hasText: 'Authorization missing' })).toContainText('Done well:');
  await expectAccessible(again);
  await picture(again, 'prevention-lists-full');

  await again.getByRole('tab', { name: /Patterns/u }).click();
  await again.getByRole('listitem').filter({ hasText: 'Prairie Mutual' }).first().getByRole('button', { name: 'Show the claims' }).click();
  await expect(again.getByRole('heading', { name: 'Numbers' })).toBeVisible();
  await expect(again.getByRole('button', { name: /^Drop: Payer/u })).toBeVisible();
  await expect(again.getByRole('region', { name: 'Claims behind this figure' }).getByRole('row')).toHaveCount(9);
  // A figure of it is kept as a baseline.
  await again.getByRole('textbox', { name: 'Note for a baseline' }).fill('before the new booking step');
  await again.getByRole('button', { name: 'Keep as baseline' }).click();
  await expect(again.getByRole('status').getByText(/Kept as a baseline/u)).toBeVisible();
  await again.goto(again.url().replace('#/numbers', '#/prevention'));
  await again.getByRole('tab', { name: 'Baselines' }).click();
  await expect(again.getByRole('table')).toContainText('$16,800.00 (n = 8)');
  await expectAccessible(again);
  await picture(again, 'prevention-baselines-full');

  await again.getByRole('tab', { name: /Patterns/u }).click();
  const still = again.getByRole('listitem').filter({ hasText: 'Prairie Mutual' });
  const before = await still.count();
  await still.first().getByRole('button', { name: 'Put aside' }).click();
  await again.getByRole('textbox', { name: 'Why it needs nothing' }).fill('One large order');
  await again.getByRole('button', { name: 'Put aside' }).last().click();
  await expect(again.getByText(/1 put aside/u)).toBeVisible();
  await expect(still).toHaveCount(before - 1);
  const trail = await extension.open('desk.html', '#/audit');
  await expect(trail.getByText('Changed a prevention record').first()).toBeVisible();
});
