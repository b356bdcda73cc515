import { expectAccessible } from './accessible.ts';
import { expect, test } from './extension.ts';
import type { Extension } from './extension.ts';
import { fillPractice, openCaseOf } from './filled-practice.ts';

const day = (add: number) => Temporal.Now.plainDateISO().add({ days: add }).toString();
const contact = (more: object) => ({
  channel: 'phone' as const, numberDialled: '8005550100', representative: 'Dana K', reference: 'CALL-1', noReferenceReason: null, outcome: 'in-process' as const, promise: '', promisedFor: null, note: '',
  startedAtMs: Date.now() - 900_000, endedAtMs: Date.now() - 60_000, holdSeconds: 600, talkSeconds: 240, ...more,
});

async function casesOf(extension: Extension): Promise<string> {
  const panel = await extension.open('sidepanel.html');
  await panel.setViewportSize({ width: 400, height: 900 });
  await panel.getByRole('option').first().waitFor();
  await openCaseOf(panel, 'lindqvist');
  const place = await panel.evaluate(async () => (await (globalThis as unknown as { chrome: { storage: { session: { get(key: string): Promise<Record<string, { caseId: string }>> } } } }).chrome.storage.session.get('panel-place'))['panel-place']);
  await panel.close();
  return place?.caseId ?? '';
}

test('a promise is followed and counted, two answers to one question stand side by side, a note waits until it is posted', async ({ extension }) => {
  await fillPractice(extension);
  const caseId = await casesOf(extension);
  const received = (value: string) => [{ key: 'received-on', question: 'On which day did you receive the claim?', kind: 'date' as const, value }];
  const logged = [
    await extension.command('contact:log', { caseIds: [caseId], outcome: 'in-process', followUpOn: day(5), nextAction: 'check-status', contact: contact({ promise: 'Reprocessed', promisedFor: day(-2), answers: received('2026-03-02') }), notes: [{ caseId, text: 'First note, ref CALL-1.', formatId: 'paragraph', formatVersion: 0 }] }),
    await extension.command('contact:log', { caseIds: [caseId], outcome: 'in-process', followUpOn: day(5), nextAction: 'check-status', contact: contact({ representative: 'Bo L', reference: 'CALL-2', answers: received('2026-02-11') }) }),
  ];
  expect(logged.every(({ ok }) => ok)).toBe(true);

  const panel = await extension.open('sidepanel.html');
  await panel.setViewportSize({ width: 400, height: 900 });
  await openCaseOf(panel, 'lindqvist');
  await expect(panel.getByText('They differ')).toBeVisible();
  await expect(panel.getByText('03/02/2026', { exact: true })).toBeVisible();
  await expect(panel.getByText('02/11/2026', { exact: true })).toBeVisible();
  await panel.getByRole('button', { name: 'Broken: Reprocessed' }).click();
  await expect(panel.getByRole('button', { name: 'Open again: Reprocessed' })).toBeVisible();
  await expectAccessible(panel);

  const desk = await extension.open('desk.html', '#/calls');
  await expect(desk.getByText('First note, ref CALL-1.')).toBeVisible();
  await expectAccessible(desk);
  await desk.getByRole('button', { name: 'Posted', exact: true }).click();
  await expect(desk.getByText('Every note is posted.', { exact: false })).toBeVisible();
  await desk.getByRole('tab', { name: 'Promises' }).click();
  await expect(desk.getByRole('row', { name: /0 0 0 1$/u })).toBeVisible();
  await expectAccessible(desk);
  await desk.getByRole('tab', { name: 'Find a reference' }).click();
  await desk.getByLabel('Reference number of a call').fill('CALL-2');
  await expect(desk.getByText(/LINDQVIST/iu)).toBeVisible();
  await desk.getByRole('tab', { name: 'Waits' }).click();
  await expect(desk.getByText('2 timed calls', { exact: false })).toBeVisible();
  await expect(desk.getByText('No best time yet', { exact: false })).toBeVisible();
  await expectAccessible(desk);
});

test('a corrected claim: guarded against a duplicate, sent, followed until it pays', async ({ extension }) => {
  await fillPractice(extension);
  const panel = await extension.open('sidepanel.html');
  await panel.setViewportSize({ width: 400, height: 900 });
  await panel.getByRole('option').first().waitFor();
  await openCaseOf(panel, 'lindqvist');
  await panel.getByRole('button', { name: 'Correct or send records' }).click();
  await panel.getByText('Corrected claim (7)').click();
  await panel.getByLabel('Is now').fill('AU-5501'); // the first row stands ready
  await panel.keyboard.press('Control+Enter');
  await expect(panel.getByText("The payer's status was not looked at yet.", { exact: false }).first()).toBeVisible();

  await panel.getByRole('button', { name: 'Sent', exact: true }).click();
  const dialog = panel.getByRole('dialog');
  await dialog.getByLabel('Confirmation number').fill('B-77');
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled(); // the guard wants a reason
  await panel.keyboard.press('Escape');
  await panel.getByRole('button', { name: 'Check status first' }).click();
  const says = panel.getByRole('combobox', { name: 'What it says' });
  await says.fill('denied');
  await panel.keyboard.press('Enter');
  await expect(says).toHaveValue('Denied, confirmed');
  await panel.keyboard.press('Control+Enter');
  await expect(panel.getByText(/: denied, confirmed/u)).toBeVisible();
  await panel.getByRole('button', { name: 'Sent', exact: true }).click();
  await expect(panel.getByLabel('Confirmation number')).toHaveValue('B-77'); // what was typed before is kept
  await expectAccessible(panel);
  await panel.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByRole('dialog')).toHaveCount(0);
  await panel.getByRole('button', { name: 'Paid', exact: true }).click();
  await panel.getByRole('dialog').getByLabel('Paid', { exact: true }).fill('480.00');
  await panel.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByText('$480.00', { exact: false }).first()).toBeVisible();
  await expectAccessible(panel);
});

test('a lead changes a question list and a note format; each version is kept and can be taken up again', async ({ extension }) => {
  await fillPractice(extension);
  const desk = await extension.open('desk.html', '#/call-setup');
  await desk.getByRole('button', { name: 'Add a billing provider' }).click();
  await desk.getByLabel('Billing provider', { exact: true }).fill('Riverbend Orthopedics and Sports Medicine of Northern Illinois');
  await desk.getByLabel('NPI', { exact: true }).fill('1234567890');
  await expect(desk.getByText('fails its check digit', { exact: false })).toBeVisible();
  await expect(desk.getByRole('button', { name: 'Save for everybody' })).toBeDisabled();
  await desk.getByLabel('NPI', { exact: true }).fill('1234567893');
  await desk.getByLabel('Tax ID', { exact: true }).fill('12-3456789');
  await desk.getByRole('button', { name: 'Save for everybody' }).click();
  await expect(desk.getByRole('region', { name: 'Versions' })).toContainText('1.');
  await expectAccessible(desk);

  await desk.getByRole('button', { name: /What to look at/u }).click();
  await desk.getByRole('option', { name: 'Questions: In process', exact: true }).click();
  await desk.getByLabel('Question 1', { exact: true }).fill('When did it reach you?');
  await desk.getByRole('button', { name: 'Save for everybody' }).click();
  await expect(desk.getByRole('region', { name: 'Versions' })).toContainText('1.');
  await expect(desk.getByLabel('Question 1', { exact: true })).toHaveValue('When did it reach you?');
  await expectAccessible(desk);
  await desk.getByRole('button', { name: "Back to Overturn's own" }).click();
  await expect(desk.getByLabel('Question 1', { exact: true })).toHaveValue('On which day did you receive the claim?');
  await desk.getByRole('button', { name: 'Take up' }).click();
  await expect(desk.getByLabel('Question 1', { exact: true })).toHaveValue('When did it reach you?');

  await desk.getByRole('button', { name: /What to look at/u }).click();
  await desk.getByRole('option', { name: 'Note: One paragraph' }).click();
  await desk.getByLabel('Template', { exact: true }).fill('{{contact_date}} {{nobody}}');
  await expect(desk.getByText('There is no such field: nobody')).toBeVisible();
  await expect(desk.getByRole('button', { name: 'Save for everybody' })).toBeDisabled();
  await desk.getByLabel('Template', { exact: true }).fill('{{contact_date}} {{payer}}: {{outcome}}');
  await expect(desk.getByText('03/09/2026 Cedar Valley Health: In process')).toBeVisible();
  await expectAccessible(desk);
});
