import { expectAccessible } from './accessible.ts';
import { expect, PASSPHRASE, test } from './extension.ts';
import { fillPractice, openPopup } from './filled-practice.ts';

test('a lead sees whose work is late and worth what, shares the pool out with a look beforehand, and takes it back', async ({ extension }) => {
  const lead = await fillPractice(extension);
  for (const name of ['Bo Whitfield', 'Ines Calloway']) expect((await extension.command('person:add', { name, role: 'biller', passphrase: `${PASSPHRASE} ${name}` })).ok).toBe(true);
  const [bo] = ((await extension.command('vault:status', {})) as { value: { users: { id: string; name: string }[] } }).value.users.filter(({ name }) => name === 'Bo Whitfield');
  expect((await extension.command('person:save', { personId: bo?.id ?? '', name: 'Bo Whitfield', role: 'biller', skills: ['medical-necessity', 'prior-authorization'], payerKeys: [], pools: [], away: [] })).ok).toBe(true);
  expect((await extension.command('queue:hand-over', { fromId: lead, toId: 'pool', caseIds: null, reason: 'a test' })).ok).toBe(true);

  const desk = await extension.open('desk.html', '#/workload');
  await expect(desk.getByRole('heading', { name: 'Workload' })).toBeVisible();
  await expect(desk.getByRole('button', { name: /^Open: 19,/u })).toBeVisible();
  const pool = desk.getByRole('row').filter({ has: desk.getByRole('rowheader', { name: /The pool/u }) });
  await expect(pool).toContainText('19');
  await expectAccessible(desk);
  await desk.screenshot({ path: 'test-results/workload.png', fullPage: true });

  await desk.getByRole('button', { name: 'Share out the cases of The pool' }).click();
  await desk.getByRole('button', { name: /^Best fit By|By Best fit|Best fit/u }).first().click();
  await desk.getByRole('option', { name: 'Skill', exact: true }).click();
  const give = desk.getByRole('button', { name: /^Give out \d+ case/u });
  await expect(give).toBeEnabled();
  const count = Number(/\d+/u.exec((await give.textContent()) ?? '')?.[0]);
  // Only Bo lists a skill, so only what Bo can do moves; the rest is said to stay.
  await expect(desk.getByText(`${19 - count} cases fit nobody chosen and stay where they are.`)).toBeVisible();
  await expectAccessible(desk);
  await desk.emulateMedia({ colorScheme: 'dark' });
  await desk.screenshot({ path: 'test-results/share-out-dark.png', fullPage: true });
  await desk.emulateMedia({ colorScheme: 'light' });
  await desk.screenshot({ path: 'test-results/share-out.png', fullPage: true });
  await give.click();
  await expect(desk.getByText(`${count} ${count === 1 ? 'case' : 'cases'} given out.`)).toBeVisible();
  await expect(desk.getByRole('row').filter({ has: desk.getByRole('rowheader', { name: /Bo Whitfield/u }) }).first()).toContainText(String(count));
  await desk.getByRole('button', { name: 'Undo' }).click();
  await expect(desk.getByText(`${count} ${count === 1 ? 'case' : 'cases'} back with The pool.`)).toBeVisible();
  await expect(pool).toContainText('19');

  await desk.getByRole('button', { name: /^Overdue and nobody's/u }).click();
  await expect(desk.getByRole('listbox', { name: 'Queue of everybody' }).or(desk.getByText('Nothing here'))).toBeVisible();
});

test('a lead tries another order on the first twenty cases before it is used, and takes it back', async ({ extension }) => {
  await fillPractice(extension);
  const desk = await extension.open('desk.html', '#/priority');
  await expect(desk.getByText('The same as now.')).toBeVisible();
  await expectAccessible(desk);
  await desk.getByLabel('Days a doubling counts').fill('10');
  await expect(desk.getByText(/of these would stand elsewhere than now/u)).toBeVisible();
  await desk.screenshot({ path: 'test-results/order-of-the-queue.png', fullPage: true });
  await desk.getByLabel('Days a doubling counts').fill('eleven');
  await expect(desk.getByRole('button', { name: 'Use for everybody' })).toBeDisabled();
  await desk.getByLabel('Days a doubling counts').fill('10');
  await desk.getByRole('button', { name: 'Use for everybody' }).click();
  await expect(desk.getByText('In use for everybody.')).toBeVisible();
  await expect(desk.getByText('The same as now.')).toBeVisible();
  await desk.getByRole('button', { name: 'Undo' }).click();
  await expect(desk.getByLabel('Days a doubling counts')).toHaveValue('2');
});

test('a view is worked case by case by keys alone: progress is shown, what is skipped comes back with its reason', async ({ extension }) => {
  await fillPractice(extension);
  const popup = await openPopup(extension);
  await popup.keyboard.press('Shift+F');
  const focus = popup.getByRole('region', { name: 'Focus' });
  await expect(focus).toContainText('1 of 19');
  await expect(popup.getByRole('heading', { name: 'Why it was denied' })).toBeVisible();
  const name = async () => (await popup.locator('main h1, main h2').first().textContent()) ?? '';
  const first = await name();
  await popup.keyboard.press('x');
  await expect(focus.getByRole('group', { name: 'Why skip it' })).toBeVisible();
  await expectAccessible(popup);
  await popup.screenshot({ path: 'test-results/focus-skip.png' });
  await popup.keyboard.press('2');
  await expect(focus).toContainText('1 skipped, coming back');
  await expect.poll(name).not.toBe(first);
  // The popup closes, as it does at the first click elsewhere: the run goes on where it was.
  await popup.close();
  const again = await openPopup(extension);
  await again.getByRole('region', { name: 'Focus' }).getByRole('button', { name: 'Go on' }).click();
  for (let turn = 1; turn <= 18; turn += 1) {
    await expect(again.getByRole('region', { name: 'Focus' })).toContainText(`${turn} of 19`);
    await expect(again.getByRole('heading', { name: 'Why it was denied' })).toBeVisible();
    await again.keyboard.press('w');
  }
  await expect(again.getByText('Skipped before: needs a lead.')).toBeVisible();
  await expect(again.getByText('Skipped: needs a lead.').first()).toBeAttached();
  await again.keyboard.press('w');
  await expect(again.getByText('Done: 19 of 19 worked.')).toBeVisible();
  await expect(again.getByRole('option').first()).toBeVisible();
});

test('the palette finds commands and cases by typing, in panel and desk', async ({ extension }) => {
  await fillPractice(extension);
  const panel = await extension.open('sidepanel.html');
  await panel.setViewportSize({ width: 400, height: 800 });
  await expect(panel.getByRole('option').first()).toBeVisible();
  await panel.keyboard.press('Control+k');
  await expect(panel.getByRole('searchbox', { name: 'Search cases and commands' })).toBeFocused();
  await expectAccessible(panel);
  await panel.screenshot({ path: 'test-results/palette.png' });
  await panel.keyboard.type('hargr');
  await expect(panel.getByRole('menuitem', { name: /HARGREAVE/u })).toBeVisible();
  await panel.keyboard.press('ArrowDown');
  await panel.keyboard.press('Enter');
  await expect(panel.getByRole('heading', { name: 'Why it was denied' })).toBeVisible();
  await panel.keyboard.press('Control+k');
  await panel.keyboard.type('log call');
  await expect(panel.getByRole('menuitem', { name: /Log a call/u })).toBeVisible();
  await panel.keyboard.press('ArrowDown');
  await panel.keyboard.press('Enter');
  await expect(panel.getByLabel('Representative')).toBeFocused();
  await panel.keyboard.type('Dana');
  await panel.keyboard.press('Escape');
  await panel.keyboard.press('Escape');
  // Not saved, and one press away from wherever.
  const running = panel.getByRole('region', { name: 'Call not saved yet' });
  await expect(running).toContainText('HARGREAVE');
  await running.getByRole('button', { name: 'Back to it' }).click();
  await expect(panel.getByLabel('Representative')).toHaveValue('Dana');

  const desk = await extension.open('desk.html', '#/settings');
  await expect(desk.getByRole('heading', { level: 1 })).toBeVisible();
  await desk.keyboard.press('Control+k');
  await expect(desk.getByRole('searchbox', { name: 'Search cases and commands' })).toBeFocused();
  await desk.keyboard.type('quint');
  await desk.getByRole('menuitem', { name: /QUINTERO/u }).click();
  await expect(desk.getByRole('heading', { name: 'Why it was denied' })).toBeVisible();
  await desk.keyboard.press('Control+k');
  await expect(desk.getByRole('searchbox', { name: 'Search cases and commands' })).toBeFocused();
  await desk.keyboard.type('workl');
  await expect(desk.getByRole('menuitem', { name: 'Workload' })).toBeVisible();
  await expect(desk.getByRole('menuitem')).toHaveCount(2); // and the worklists
  await desk.getByRole('menuitem', { name: 'Workload' }).click();
  await expect(desk.getByRole('heading', { name: 'Workload' })).toBeVisible();
});
