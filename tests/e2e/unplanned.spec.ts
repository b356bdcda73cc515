import { expectAccessible } from './accessible.ts';
import { expect, test } from './extension.ts';
import { demoPayers } from '../tour/demo-practice.ts';
import { caseIds, fillPractice, openCaseOf, openPopup } from './filled-practice.ts';
import { picture } from './picture.ts';

test('an open case without owner, step or day asks for it in one line; the next look follows the payer\'s own days and says so', async ({ extension }) => {
  test.setTimeout(120_000);
  await fillPractice(extension);
  for (const caseId of await caseIds(extension)) expect((await extension.command('case:plan', { caseId, ownerId: 'pool', nextAction: 'review' })).ok).toBe(true);
  const cedar = demoPayers.find(({ name }) => name === 'Cedar Valley Health');
  if (cedar === undefined) throw new Error('The demo practice has no Cedar Valley Health.');
  expect((await extension.command('payer:save', { ...cedar, answersWithinDays: 12 })).ok).toBe(true);

  const popup = await openPopup(extension);
  await openCaseOf(popup, 'tanaka');
  const asks = popup.getByRole('group', { name: 'Still to be decided' });
  await expect(asks).toContainText('Nobody owns it yet.');
  await expect(asks).toContainText('No step is decided.');
  await expectAccessible(popup);
  await picture(popup, 'unplanned', false);
  await asks.getByRole('button', { name: 'Take it' }).click();
  await expect(asks).not.toContainText('Nobody owns it yet.');
  await asks.getByRole('button', { name: /^Decide/u }).click();
  const dialog = popup.getByRole('dialog', { name: 'Plan next step' });
  await dialog.getByRole('button', { name: /Next/u }).click();
  await popup.getByRole('option', { name: 'Ask the practice', exact: true }).click();
  // Filed too late: no clock runs, so a day has to be said.
  await dialog.getByLabel('Follow up on').fill('');
  await expect(dialog.getByText('No clock gives this case a day: say when to look again.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Save plan' })).toBeDisabled();
  await dialog.getByLabel('Follow up on').fill('+5');
  await dialog.getByRole('button', { name: 'Save plan' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(asks).toHaveCount(0);
  await expect(popup.getByText('Ask the practice', { exact: true })).toBeVisible(); // whose turn it is, above everything else

  // What goes out is looked after when this payer usually answers, not when others do.
  await popup.getByRole('button', { name: 'More for this case' }).click();
  await popup.getByRole('menuitem', { name: 'Record what was sent' }).click();
  await expect(popup.getByText(/in 12 days\. Cedar Valley Health usually answers within 12 days\./u)).toBeVisible();
});
