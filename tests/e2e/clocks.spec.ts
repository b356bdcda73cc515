import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './extension.ts';
import type { Extension } from './extension.ts';
import { fillPractice, openCaseOf } from './filled-practice.ts';

const today = () => Temporal.Now.plainDateISO();
const us = (day: Temporal.PlainDate): string => `${day.month}/${day.day}/${day.year}`;

async function winslow(extension: Extension): Promise<Page> {
  const page = await extension.open('sidepanel.html');
  await page.setViewportSize({ width: 420, height: 900 });
  await page.getByRole('option').first().waitFor();
  await openCaseOf(page, 'winslow');
  return page;
}

async function choose(page: Page, entry: string): Promise<void> {
  await page.getByRole('button', { name: 'More for this case' }).click();
  await page.getByRole('menuitem', { name: entry }).click();
}

/** The day to work by as the case says it first. */
const workBy = (page: Page) => page.getByText(/: \w{3} \d{2}\/\d{2}\/\d{4}/u).first().innerText();

async function caseIdOf(extension: Extension, payerKey: string): Promise<string> {
  const page = await extension.open('popup.html');
  const id = await page.evaluate((key) => new Promise<string>((resolve) => {
    const open = indexedDB.open('overturn');
    open.onsuccess = () => {
      const all = open.result.transaction('cases').objectStore('cases').getAll();
      all.onsuccess = () => {
        open.result.close();
        resolve((all.result as { id: string; payerKey: string }[]).find((row) => row.payerKey === key)?.id ?? '');
      };
    };
  }), payerKey);
  await page.close();
  return id;
}

test.beforeEach(async ({ extension }) => { await fillPractice(extension); });

test('a letter starts a clock of its own; what was done about it ends the clock; a date left half-typed is still there', async ({ extension }) => {
  const panel = await winslow(extension);
  await choose(panel, 'Record a letter');
  const form = panel.getByRole('dialog');
  await form.getByRole('button', { name: /What it is/u }).click();
  await panel.getByRole('option', { name: 'Overpayment found' }).click();
  await form.getByLabel('Found on').fill('13/4');
  await panel.keyboard.press('Escape');
  await expect(form).toHaveCount(0);
  await choose(panel, 'Record a letter');
  await expect(form.getByLabel('Found on')).toHaveValue('13/4');
  await expectAccessible(panel);
  await form.getByLabel('Found on').fill(us(today().subtract({ days: 10 })));
  await form.getByLabel('Where it is').fill('Own review of October');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByText('Letter recorded. The clocks were worked out again.')).toBeVisible();

  const clock = panel.getByRole('button', { name: /Report and return an overpayment/u });
  await clock.click();
  await expect(panel.getByText('42 CFR 401.305').first()).toBeVisible();
  await panel.getByRole('button', { name: 'Record what was done' }).click();
  await form.getByLabel('What was done').fill('Reported and returned, number 5512');
  await expectAccessible(panel);
  await panel.screenshot({ path: 'test-results/clocks-letter-answer.png' });
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByText('Answer recorded. The clocks were worked out again.')).toBeVisible();
  await panel.getByRole('button', { name: /Not open or finished/u }).click();
  await panel.getByRole('button', { name: /Report and return an overpayment/u }).click();
  await expect(panel.getByText(/^Answered on \d{2}\/\d{2}\/\d{4}: Reported and returned, number 5512$/u)).toBeVisible();
  await expect(panel.getByText('Letter answered: report and return an overpayment')).toBeVisible();
});

test('the payer that comes next brings its own filing limit, with the law it comes from', async ({ extension }) => {
  expect((await extension.command('payer:save', { key: 'florida-blue', name: 'Florida Blue', libraryPayer: null, lineOfBusiness: 'commercial', state: 'FL', network: 'in', aliases: [] })).ok).toBe(true);
  const panel = await winslow(extension);
  await choose(panel, 'Name the next payer');
  await panel.getByRole('dialog').getByRole('button', { name: /Payer after this one/u }).click();
  await panel.getByRole('option', { name: 'Florida Blue' }).click();
  await expectAccessible(panel);
  await panel.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByText('Next payer named.')).toBeVisible();
  await panel.getByRole('button', { name: /Florida Blue: first filing as the next payer/u }).click();
  await expect(panel.getByText(/fl-statute-secondary/u)).toBeVisible();
  await panel.screenshot({ path: 'test-results/clocks-next-payer.png' });
});

test('a date printed in a letter beats the rule, and says who set it, why, and on what proof', async ({ extension }) => {
  const panel = await winslow(extension);
  const before = await workBy(panel);
  const date = today().add({ days: 33 });
  await panel.getByRole('button', { name: /Appeal, level 1|Redetermination/u }).first().click();
  await panel.getByRole('button', { name: 'Set another date' }).first().click();
  const form = panel.getByRole('dialog');
  await form.getByLabel('Last day').fill(us(date));
  await form.getByLabel('Why').fill('The letter prints another day');
  await expect(form.getByRole('button', { name: 'Set date' })).toBeDisabled(); // without proof it is a guess
  await form.getByLabel('Proof').fill('Letter of October, page 2');
  await expectAccessible(panel);
  await form.getByRole('button', { name: 'Set date' }).click();
  await expect(panel.getByText('Date set.')).toBeVisible();
  await expect.poll(() => workBy(panel)).not.toBe(before);
  await expect(panel.getByText(/Set by Rosa Imbert on/u)).toBeVisible();
  await expect(panel.getByText('The letter prints another day. Proof: Letter of October, page 2.')).toBeVisible();
  await panel.screenshot({ path: 'test-results/clocks-override.png' });
  await panel.getByRole('button', { name: "Back to the rule's date" }).click();
  await panel.getByLabel('Why the date set by hand no longer holds').fill('It was the letter of another claim');
  await panel.getByRole('button', { name: 'Take it back' }).click();
  await expect.poll(() => workBy(panel)).toBe(before);
});

test('a decision that upholds the denial opens the next level, counted from that decision', async ({ extension }) => {
  const caseId = await caseIdOf(extension, 'heartland-medicare-services');
  const on = today().toString();
  const sent = { caseId, action: 'appeal-level-1', on, channel: 'portal', confirmation: 'RD-4410', noConfirmationReason: null, followUpOn: today().add({ days: 30 }).toString() } as const;
  expect((await extension.command('case:record-submission', sent)).ok).toBe(true);
  const panel = await winslow(extension);
  await panel.getByRole('button', { name: /Not open or finished/u }).click();
  await panel.getByRole('button', { name: /^(?:Appeal, level 2|.*[Rr]econsideration)/u }).first().click();
  await expect(panel.getByText('Opens when the payer has decided the appeal, level 1.')).toBeVisible();
  const contact = {
    channel: 'phone', numberDialled: '8005550142', representative: 'Dana', reference: 'C-881', noReferenceReason: null, outcome: 'appeal-upheld', promise: '', promisedFor: null, note: '', startedAtMs: 0, endedAtMs: null, holdSeconds: null,
  } as const;
  const logged = await extension.command('contact:log', { caseIds: [caseId], contact, outcome: 'appeal-upheld', followUpOn: today().add({ days: 20 }).toString(), nextAction: 'appeal' });
  expect(logged).toMatchObject({ ok: true });
  // Nobody could say the day of the decision, and the day of the call is not it: it is asked for.
  const steps = panel.getByRole('list', { name: 'Sent to the payer' });
  await expect(steps.getByText('denial upheld, day not known')).toBeVisible();
  await steps.getByRole('button', { name: 'Give the day' }).click();
  await panel.getByRole('dialog').getByLabel('Decided on').fill(us(today()));
  await expectAccessible(panel);
  await panel.getByRole('button', { name: 'Save', exact: true }).click();
  // 180 days and the five that are presumed, from today; nothing in it depends on the payer's rule for level 1.
  const raw = today().add({ days: 185 });
  await expect(panel.getByText(new RegExp(`${String(raw.month).padStart(2, '0')}/${String(raw.day).padStart(2, '0')}/${String(raw.year)}`, 'u')).first()).toBeAttached();
  await panel.screenshot({ path: 'test-results/clocks-next-level.png', fullPage: true });
  // What was recorded wrongly is taken back with a reason, and the clock it had stopped runs again.
  await steps.getByRole('button', { name: /^Take back: Appeal sent/u }).click();
  await panel.getByLabel('Why it was not sent like this').fill('It was another claim');
  await panel.getByRole('dialog').getByRole('button', { name: 'Take back' }).click();
  await expect(panel.getByText('Taken back. Its clock runs again.')).toBeVisible();
  await expect(steps).toHaveCount(0);
});

test('a closed day and a disaster pause of the practice move the dates, and taking them away brings the dates back', async ({ extension }) => {
  const panel = await winslow(extension);
  const before = await workBy(panel);
  const [, month = '', day = '', year = ''] = /(\d{2})\/(\d{2})\/(\d{4})/u.exec(before) ?? [];
  const desk = await extension.open('desk.html', '#/settings');
  const closing = desk.getByRole('form', { name: 'Add a closed day' });
  await closing.getByLabel('Day').fill(`${month}/${day}/${year}`);
  // Half a pause is typed meanwhile: saving the closed day must not take it away.
  const pausing = desk.getByRole('form', { name: 'Add a pause' });
  await pausing.getByLabel('Which order').fill('Storm relief');
  await closing.getByLabel('Why it is closed').fill('Executive order');
  await closing.getByRole('button', { name: 'Add day' }).click();
  await expect(desk.getByText(/· Executive order$/u)).toBeVisible();
  await expect(pausing.getByLabel('Which order')).toHaveValue('Storm relief');
  await expect.poll(() => workBy(panel)).not.toBe(before);

  await desk.getByRole('button', { name: /^Remove \w{3} / }).first().click();
  await expect.poll(() => workBy(panel)).toBe(before);
  await pausing.getByLabel('First day').fill(us(today().add({ days: 1 })));
  await pausing.getByLabel('Last day of the pause').fill(us(today().add({ days: 14 })));
  await pausing.getByLabel('Where it is written').fill('Federal Register');
  await expectAccessible(desk);
  await desk.screenshot({ path: 'test-results/clocks-calendar.png', fullPage: true });
  await pausing.getByRole('button', { name: 'Add pause' }).click();
  await expect(desk.getByText(/Storm relief · Federal Register/u)).toBeVisible();
  await expect.poll(() => workBy(panel)).not.toBe(before);
});

test('one answer about a payer dates all its claims', async ({ extension }) => {
  const desk = await extension.open('desk.html', '#/queue');
  const question = desk.getByRole('form', { name: 'Summit Ridge Advantage' });
  await expect(question.getByText('2 open claims have no date until this is answered.')).toBeVisible();
  await expect(desk.getByRole('button', { name: 'No date: 2' })).toBeVisible();
  await expect(desk.getByRole('option', { name: /DUQUESNE.*No rules for this payer/u })).toBeVisible();
  await expectAccessible(desk);
  await question.getByRole('combobox', { name: 'Payer in the library' }).fill('Cigna Healthcare Med');
  await desk.getByRole('option', { name: 'Cigna Healthcare Medicare Advantage' }).click();
  await desk.screenshot({ path: 'test-results/clocks-one-question.png' });
  await question.getByRole('button', { name: 'Answer' }).click();
  await expect(question).toHaveCount(0);
  await expect(desk.getByRole('option', { name: /DUQUESNE.*Appeal in \d+ days/u })).toBeVisible();
});

test('a note that two tabs change: the second is shown both texts, and saves only after a decision', async ({ extension }) => {
  const note = (text: string) => ({ kind: 'note' as const, entryId: 'note:fax', payerKey: 'heartland-medicare-services', body: { kind: 'general' as const, title: 'Fax', text, about: { payers: ['heartland-medicare-services'], codes: [], categories: [], procedures: [], modifiers: [], products: [] } } });
  const words = { title: 'Note', reason: '', evidence: '', approve: true, askId: null, stamp: null };
  expect((await extension.command('library:change', { ...words, items: [note('Fax to 1')], base: 0 })).ok).toBe(true);
  const desk = await extension.open('desk.html', '#/library/heartland-medicare-services');
  await desk.getByRole('tab', { name: /^Notes/u }).click();
  await desk.getByRole('button', { name: /Fax/u }).first().click();
  await desk.getByRole('menuitem', { name: 'Change' }).click();
  const form = desk.getByRole('dialog');
  await form.getByLabel('Note', { exact: true }).fill('Fax to 3, typed here');
  // The other tab saves first.
  expect((await extension.command('library:change', { ...words, items: [note('Fax to 2, saved elsewhere')], base: 1 })).ok).toBe(true);
  await expect(form.getByText(/saved this meanwhile/u)).toBeVisible();
  await expect(form.getByRole('cell', { name: 'Fax to 2, saved elsewhere' })).toBeVisible();
  await expect(form.getByRole('cell', { name: 'Fax to 3, typed here' })).toBeVisible();
  await expect(form.getByRole('button', { name: 'Save note' })).toBeDisabled();
  await expectAccessible(desk);
  await desk.screenshot({ path: 'test-results/clocks-meanwhile.png' });
  // What was typed outlives the tab, with the version it was typed over.
  await desk.reload();
  await desk.getByRole('tab', { name: /^Notes/u }).click();
  await desk.getByRole('button', { name: /Fax/u }).first().click();
  await desk.getByRole('menuitem', { name: 'Change' }).click();
  await expect(form.getByText(/saved this meanwhile/u)).toBeVisible();
  await form.getByRole('button', { name: 'Go on with mine' }).click();
  await expect(form.getByLabel('Note', { exact: true })).toHaveValue('Fax to 3, typed here');
  await form.getByRole('button', { name: 'Save note' }).click();
  await expect(desk.getByText('Saved for everybody in the practice.')).toBeVisible();
  await expect(desk.getByText('Fax to 3, typed here')).toBeVisible();
});
