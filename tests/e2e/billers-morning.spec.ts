import type { Page } from '@playwright/test';
import { demoRemittance } from '../portals/demo-remittance.ts';
import { expect, test } from './extension.ts';
import type { Extension } from './extension.ts';
import { fillPractice } from './filled-practice.ts';

const CASES = 30;
type Work = 'call' | 'note' | 'plan' | 'correction' | 'close';
const WORKS: readonly Work[] = ['call', 'note', 'plan', 'correction', 'call', 'close'];

/** Keys pressed, counted as a hand presses them: each letter one, a chord one. */
function keyboardOf(page: Page) {
  let count = 0;
  return {
    count: () => count,
    press: async (key: string) => { count += 1; await page.keyboard.press(key); },
    type: async (text: string) => { count += text.length; await page.keyboard.type(text); },
  };
}
type Keyboard = ReturnType<typeof keyboardOf>;

/** A second remittance: the same services to other people under other numbers. */
async function addRemittance(extension: Extension): Promise<void> {
  const segments = demoRemittance(Temporal.Now.plainDateISO().toString()).split('~');
  const other = segments.map((segment) => {
    const parts = segment.split('*');
    if (parts[0]?.trim() === 'CLP') { parts[1] = `${parts[1]}B`; parts[7] = `9${parts[7]}`; }
    if (parts[0]?.trim() === 'NM1' && parts[1] === 'QC') { parts[3] = `${parts[3]}SON`; parts[9] = `9${parts[9]}`; }
    if (parts[0]?.trim() === 'TRN') parts[2] = `9${parts[2]}`;
    return parts.join('*');
  }).join('~');
  const desk = await extension.open('desk.html', '#/import');
  await desk.locator('input[type=file]').setInputFiles({ name: 'second.835', mimeType: 'text/plain', buffer: Buffer.from(other) });
  await expect(desk.getByRole('region', { name: 'second.835' })).toContainText(/New in the queue19/u);
  await desk.close();
}

async function workCase(page: Page, keyboard: Keyboard, work: Work, turn: number): Promise<void> {
  if (work === 'call') {
    await keyboard.press('c');
    await expect(page.getByLabel('Representative')).toBeFocused();
    await keyboard.type('Dana K');
    await keyboard.press('Tab');
    await keyboard.type('in pro');
    await keyboard.press('Enter');
    await keyboard.press('Control+Enter'); // goes to the number that is missing
    await expect(page.getByLabel('Reference number')).toBeFocused();
    await keyboard.type(`C-${turn}`);
    await keyboard.press('Control+Enter');
    await expect(page.getByText(/Call saved/u)).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Why it was denied' })).toBeVisible();
    await keyboard.press('n');
    await expect(page.getByText('Status note copied.')).toBeVisible();
  } else if (work === 'note') {
    await keyboard.press('m');
    await expect(page.getByLabel('Note', { exact: true })).toBeFocused();
    await keyboard.type('Asked the front desk for the card.');
    await keyboard.press('Control+Enter');
    await expect(page.getByText('Note added.')).toBeVisible();
  } else if (work === 'plan') {
    await keyboard.press('t');
    await expect(page.getByRole('dialog', { name: 'Plan next step' })).toBeVisible();
    await keyboard.press('Tab');
    await keyboard.type('+7');
    await keyboard.press('Control+Enter');
    await expect(page.getByText('Plan saved.')).toBeVisible();
  } else if (work === 'correction') {
    await keyboard.press('e');
    await expect(page.getByLabel('Is now')).toBeFocused();
    await keyboard.type('AU-5501');
    await keyboard.press('Control+Enter');
    await expect(page.getByText('Begun. Check the status, then send.')).toBeVisible();
  } else {
    await keyboard.press('z');
    await expect(page.getByRole('dialog', { name: 'Close the case' })).toBeVisible();
    await keyboard.type('wr');
    await expect(page.getByRole('dialog')).toContainText('Written off');
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await expect(page.getByRole('textbox', { name: 'Reason' })).toBeFocused();
    await keyboard.type('Too small to pursue');
    await keyboard.press('Control+Enter');
    await expect(page.getByText('Case closed.')).toBeVisible();
  }
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

test("a biller's morning: thirty cases by keyboard alone, an appeal begun, and what each took in keys and seconds", async ({ extension, browserContext }, info) => {
  test.setTimeout(240_000); // a slow machine draws slowly; the measure is printed, not awaited
  await browserContext.current.grantPermissions(['clipboard-read', 'clipboard-write']);
  await fillPractice(extension);
  await addRemittance(extension);
  const panel = await extension.open('sidepanel.html');
  await panel.setViewportSize({ width: 400, height: 900 });
  await panel.getByRole('option').first().waitFor();
  const keyboard = keyboardOf(panel);
  const measured: { work: Work; keys: number; seconds: number }[] = [];
  const seen = new Set<string>();

  await keyboard.press('Shift+F'); // the view, case by case
  const focus = panel.getByRole('region', { name: 'Focus' });
  for (let turn = 1; turn <= CASES; turn += 1) {
    const keysBefore = keyboard.count();
    const startMs = performance.now();
    await expect(focus).toContainText(`${turn} of`);
    await expect(panel.getByRole('heading', { name: 'Why it was denied' })).toBeVisible();
    const name = (await panel.getByRole('heading', { level: 1 }).textContent()) ?? '';
    const claim = `${name} ${(await panel.getByText(/· service/u).first().textContent()) ?? ''}`;
    expect(seen.has(claim)).toBe(false); // the next case, never the same again
    seen.add(claim);
    const work = WORKS[(turn - 1) % WORKS.length] ?? 'note';
    await workCase(panel, keyboard, work, turn);
    await keyboard.press('w');
    measured.push({ work, keys: keyboard.count() - keysBefore, seconds: (performance.now() - startMs) / 1000 });
  }
  await expect(focus).toContainText(`${CASES + 1} of`);

  // An appeal of the case in front: one key begins it and opens its packet on the desk.
  const appealable = panel.getByRole('button', { name: /^Start the/u });
  for (let turn = 0; turn < 8 && (await appealable.count()) === 0; turn += 1) {
    const at = Number(/(\d+) of/u.exec((await focus.textContent()) ?? '')?.[1]);
    await keyboard.press('w');
    await expect(focus).toContainText(`${at + 1} of`);
    await expect(panel.getByRole('heading', { name: 'Why it was denied' })).toBeVisible();
    await expect(panel.getByRole('heading', { name: 'Status note' })).toBeVisible();
  }
  await expect(appealable).toBeVisible();
  const [desk] = await Promise.all([browserContext.current.waitForEvent('page'), keyboard.press('a')]);
  await expect(desk.getByRole('heading', { level: 1 })).toBeVisible();

  const rows = [...new Set(WORKS)].map((work) => {
    const those = measured.filter((one) => one.work === work);
    const mean = (of: 'keys' | 'seconds') => those.reduce((sum, one) => sum + one[of], 0) / those.length;
    return `${work.padEnd(10)} ${String(those.length).padStart(2)} cases, ${mean('keys').toFixed(0).padStart(3)} keys, ${mean('seconds').toFixed(1)} s each`;
  });
  const total = measured.reduce((sum, { keys, seconds }) => ({ keys: sum.keys + keys, seconds: sum.seconds + seconds }), { keys: 0, seconds: 0 });
  const told = [...rows, `all        ${CASES} cases, ${(total.keys / CASES).toFixed(1)} keys and ${(total.seconds / CASES).toFixed(1)} s each, the letters of names and notes counted in`].join('\n');
  console.log(told);
  info.annotations.push({ type: 'keys and seconds', description: told });
});
