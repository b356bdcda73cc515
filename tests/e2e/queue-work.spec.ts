import { expectAccessible } from './accessible.ts';
import { expect, test } from './extension.ts';
import { fillPractice, openCaseOf, openPopup } from './filled-practice.ts';

test.beforeEach(async ({ extension }) => {
  await fillPractice(extension);
});

test('the queue is narrowed, kept as a view, changed as a whole and put back', async ({ extension }) => {
  const popup = await openPopup(extension);
  await popup.getByRole('button', { name: /^Filters/u }).click();
  await expect(popup.getByLabel('Age of the denial')).toBeVisible();
  await expectAccessible(popup);
  const choose = async (label: string, option: string) => {
    await popup.getByRole('button', { name: new RegExp(label, 'u') }).click();
    await popup.getByRole('option', { name: option, exact: true }).click();
  };
  await choose('Kind', 'Denial');
  await choose('Amount', '$500 or more');
  const all = popup.getByRole('button', { name: /^Change all \d+$/u });
  await expect(all).toBeEnabled();
  const count = Number(/\d+/u.exec((await all.textContent()) ?? '')?.[0]);
  expect(count).toBeGreaterThan(0);
  await popup.getByRole('button', { name: 'Save this view' }).click();
  await popup.getByLabel('Name of the view').fill('Large denials');
  await popup.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(popup.getByRole('button', { name: /Large denials/u }).first()).toBeVisible();

  await all.click();
  await choose('New state', 'Working');
  await expectAccessible(popup);
  await popup.getByRole('button', { name: `Change ${count}`, exact: true }).click();
  await expect(popup.getByText(`${count} ${count === 1 ? 'case' : 'cases'} changed.`)).toBeVisible();
  await popup.screenshot({ path: 'test-results/queue-tools.png' });
  await popup.getByRole('button', { name: 'Undo' }).click();
  await expect(popup.getByText(`${count} ${count === 1 ? 'case' : 'cases'} as before.`)).toBeVisible();
  await popup.getByRole('button', { name: 'Clear', exact: true }).click();
});

test('guided questions end in the first preventable error, and the case says why it stands where it stands', async ({ extension }) => {
  const popup = await openPopup(extension);
  await openCaseOf(popup, 'hargr');
  await popup.getByRole('button', { name: 'Find the root cause' }).click();
  await expect(popup.getByText(/Question 1 of at most/u)).toBeVisible();
  await expectAccessible(popup);
  await popup.getByRole('button', { name: 'No', exact: true }).click();
  await expect(popup.getByText('Where it began')).toBeVisible();
  await popup.screenshot({ path: 'test-results/root-cause.png' });
  await popup.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(popup.getByRole('button', { name: 'Look again' })).toBeVisible();

  await popup.getByRole('button', { name: 'Add an authorization' }).click();
  await popup.getByLabel('Authorization number').fill('AUTH-7710');
  await popup.getByRole('textbox', { name: 'Codes' }).fill('00000');
  await popup.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(popup.getByText(/Another code: approved 00000/u)).toBeVisible();

  await expect(popup.getByText(/a minute, counts like/u)).toBeVisible();
  await expectAccessible(popup);
  await popup.getByRole('heading', { name: 'Does everything agree' }).scrollIntoViewIfNeeded();
  await popup.screenshot({ path: 'test-results/case-work.png' });
});
