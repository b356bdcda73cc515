import type { Page } from '@playwright/test';
import { expectAccessible, expectAccessibleAsShown } from './accessible.ts';
import { expect, test } from './extension.ts';
import type { Extension } from './extension.ts';
import { fillPractice, openCaseOf, openPopup } from './filled-practice.ts';

const HEARTLAND = 'heartland-medicare-services';
const ABOUT = { payers: [] as string[], codes: [] as string[], categories: [], procedures: [], modifiers: [], products: [] };

async function openLibrary(extension: Extension, payerKey = ''): Promise<Page> {
  const desk = await extension.open('desk.html', payerKey === '' ? '#/library' : `#/library/${payerKey}`);
  await expect(desk.getByRole('heading', { name: 'Library', exact: true })).toBeVisible();
  return desk;
}

/** The last day of a case as its own page says it. */
async function lastDayOf(extension: Extension, name: string): Promise<string> {
  const popup = await openPopup(extension);
  await openCaseOf(popup, name);
  const text = await popup.getByText(/: \w{3} \d{2}\/\d{2}\/\d{4}/u).first().innerText();
  await popup.close();
  return text;
}

/** Changes what the signed-in person may do, as an administrator would. */
async function setRole(page: Page, role: 'biller' | 'lead'): Promise<void> {
  await page.evaluate((wanted) => new Promise<void>((resolve, reject) => {
    const open = indexedDB.open('overturn');
    open.onerror = () => reject(new Error('not opened'));
    open.onsuccess = () => {
      const users = open.result.transaction('users', 'readwrite').objectStore('users');
      const all = users.getAll();
      all.onsuccess = () => { for (const user of all.result as { role: string }[]) users.put({ ...user, role: wanted }); };
      users.transaction.oncomplete = () => { open.result.close(); resolve(); };
    };
  }), role);
}

test.beforeEach(async ({ extension }) => { await fillPractice(extension); });

test('a lead changes a window: the dates that move are seen first, then the open case moves, the feed tells whom it touches, and undo brings it back', async ({ extension }) => {
  test.setTimeout(150_000);
  const before = await lastDayOf(extension, 'winslow');
  const desk = await openLibrary(extension, HEARTLAND);
  await desk.getByRole('button', { name: /Redetermination \(MAC\)/u }).click();
  await desk.getByRole('button', { name: 'Change', exact: true }).click();
  await desk.getByLabel('Window', { exact: true }).fill('60');
  await desk.getByRole('button', { name: 'Next: which dates move' }).click();
  await expect(desk.getByText('1 open case moves of 1: 1 earlier.')).toBeVisible();
  await expect(desk.getByRole('cell', { name: /^(?:5[6-9]|6[0-4]) days earlier$/u })).toBeVisible(); // a last day on a weekend rolls
  await expectAccessible(desk);
  expect(await lastDayOf(extension, 'winslow')).toBe(before); // a preview changes nothing
  await desk.getByLabel('Why').fill('The manual of 2026 says 60');
  await desk.getByLabel('Proof').fill('Manual, page 12');
  await desk.getByRole('button', { name: 'Put in force' }).click();
  await expect(desk.getByText('In force. The open cases it touches are dated anew.')).toBeVisible();
  await expect.poll(() => lastDayOf(extension, 'winslow')).not.toBe(before);

  await desk.getByRole('button', { name: 'All payers' }).click();
  await desk.getByRole('tab', { name: 'What changed' }).click();
  await expect(desk.getByText(/Touches 1 open case \(Rosa Imbert 1\): 1 dated anew\. One is yours\./u)).toBeVisible();
  await desk.getByRole('button', { name: /^Undo Medicare/u }).click();
  await expect(desk.getByText(/1 open case moves of 1: 1 later/u)).toBeVisible();
  await desk.getByLabel('Why').fill('It was another line of business');
  await desk.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(desk.getByText('Undone. The history keeps both.')).toBeVisible();
  await expect.poll(() => lastDayOf(extension, 'winslow')).toBe(before);
});

test('a biller proposes and may not decide; a lead compares both and approves', async ({ extension }) => {
  test.setTimeout(150_000);
  const desk = await openLibrary(extension, HEARTLAND);
  await setRole(desk, 'biller');
  await desk.reload();
  await desk.getByRole('button', { name: /Redetermination \(MAC\)/u }).click();
  await desk.getByRole('button', { name: 'Change', exact: true }).click();
  await desk.getByLabel('Window', { exact: true }).fill('90');
  // What was typed outlives the form.
  await desk.keyboard.press('Escape');
  await desk.getByRole('button', { name: 'Change', exact: true }).click();
  await expect(desk.getByLabel('Window', { exact: true })).toHaveValue('90');
  await desk.getByRole('button', { name: 'Next: which dates move' }).click();
  await desk.getByLabel('Why').fill('Letter of 11/02');
  await desk.getByLabel('Proof').fill('Letter, page 1');
  await desk.getByRole('button', { name: 'Propose to a lead' }).click();
  await expect(desk.getByText('Proposed. A lead decides.')).toBeVisible();
  await desk.getByRole('button', { name: 'All payers' }).click();
  await expect(desk.getByText('Waits for a lead')).toBeVisible();
  await expect(desk.getByRole('button', { name: 'Look and decide' })).toHaveCount(0);
  const changeId = await desk.evaluate(() => new Promise<string>((resolve) => {
    const open = indexedDB.open('overturn');
    open.onsuccess = () => { const all = open.result.transaction('libraryChanges').objectStore('libraryChanges').getAll(); all.onsuccess = () => { open.result.close(); resolve((all.result as { id: string }[])[0]?.id ?? ''); }; };
  }));
  expect(await extension.command('library:decide', { changeId, approve: true, reason: '', stamp: null })).toMatchObject({ ok: false, error: { code: 'role-forbids' } });

  await setRole(desk, 'lead');
  await desk.reload();
  await desk.getByRole('button', { name: 'Look and decide' }).click();
  await expect(desk.getByRole('cell', { name: '120 calendar days' })).toBeVisible();
  await expect(desk.getByRole('cell', { name: '90 calendar days' })).toBeVisible();
  await expect(desk.getByText(/open case moves/u)).toBeVisible();
  await desk.getByLabel('Why').fill('Read the letter');
  await desk.getByRole('button', { name: 'Approve' }).click();
  await expect(desk.getByText('Approved. The open cases it touches are dated anew.')).toBeVisible();
});

test('two packs that disagree: the second is shown against the first, both stand, there is no date until a person decides', async ({ extension }) => {
  test.setTimeout(150_000);
  const rule = {
    id: 'tallgrass-appeal', version: 1, payer: 'Tallgrass State Medicaid', payerAliases: ['Tallgrass'], lineOfBusiness: 'medicaid', action: 'reconsideration', party: 'provider', limit: { value: 90, unit: 'calendar-days' },
    clockStartsFrom: 'remittance-date', notes: 'From the manual.', source: { title: 'Provider manual', url: 'https://tallgrass.example/manual' }, asOf: '2026-10-01', confidence: 'high',
  };
  const pack = (id: string, value: number) => JSON.stringify({ schema: 'overturn-pack/1', id, name: `Pack ${id}`, madeBy: 'Larkspur Billing', madeOn: '2026-11-01', about: '', rules: [{ ...rule, limit: { value, unit: 'calendar-days' } }], profiles: [], playbooks: [], notes: [] }, null, 2);
  const desk = await openLibrary(extension);
  const drop = async (text: string) => desk.locator('input[type=file]').setInputFiles({ name: 'rules.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await desk.getByRole('tab', { name: 'Packs' }).click();
  await expectAccessible(desk);
  await drop(pack('one', 90).replace('"calendar-days"', '"weeks"'));
  await expect(desk.getByText(/Line \d+/u)).toBeVisible();
  await expect(desk.getByText('rules.0.limit.unit')).toBeVisible();

  await drop(pack('one', 90));
  await expect(desk.getByText(/^Not signed\./u)).toBeVisible();
  await desk.getByRole('button', { name: 'Next: which dates move' }).click();
  await desk.getByLabel('Why').fill('Sister office uses it');
  await desk.getByRole('button', { name: 'Take in' }).click();
  await expect(desk.getByText('Pack one is taken in.')).toBeVisible();

  await drop(pack('two', 60));
  await expect(desk.getByText('0 new, 1 here with other content, 0 the same.')).toBeVisible();
  await expect(desk.getByRole('radio', { name: 'Side by side' })).toBeChecked();
  await desk.getByRole('button', { name: 'Next: which dates move' }).click();
  await expect(desk.getByText('Reconsideration: two rules disagree')).toBeVisible();
  await desk.getByLabel('Why').fill('A second opinion');
  await desk.getByRole('button', { name: 'Take in' }).click();
  await expect(desk.getByText('Pack two is taken in.')).toBeVisible();

  await desk.getByRole('link', { name: /Tallgrass State Medicaid/u }).click();
  await expect(desk.getByText('Reconsideration: two rules disagree, so there is no date')).toBeVisible();
  await expectAccessible(desk);
  await desk.getByRole('button', { name: 'This one holds: 60 days from the remittance' }).click();
  await desk.getByLabel('Proof').fill('Letter of 11/02');
  await desk.getByRole('button', { name: 'Stop using' }).last().click();
  await expect(desk.getByText(/Not applied any more/u)).toBeVisible();
  await expect(desk.getByText(/two rules disagree/u)).toHaveCount(0);
});

test('a page that states another window is asked about once, with both texts; a lead changes the library from it', async ({ extension, browserContext, portals }) => {
  test.setTimeout(150_000);
  const card = async (page: Page) => {
    await page.locator('overturn-mark button.pill').click();
    const frame = page.frameLocator('overturn-mark iframe.card');
    await expect(frame.getByRole('heading', { level: 1 })).toBeVisible();
    return frame;
  };
  const page = await browserContext.current.newPage();
  await page.goto(`${portals.origin}/northgate/appeals`);
  await page.locator('main td a').first().click();
  await expect(page.locator('overturn-mark button.pill')).toBeVisible({ timeout: 15_000 });
  for (let time = 0; time < 3; time += 1) {
    const frame = await card(page);
    await frame.getByRole('button', { name: /File under/u }).click();
    await frame.getByRole('option', { name: 'Northgate Choice' }).click();
    await frame.getByRole('button', { name: /^(?:Save to queue|Update the claim)$/u }).click();
    // New, or known already and compared: either way the card says that it is done.
    await frame.getByRole('button', { name: 'Back to the page' }).click();
  }
  const desk = await openLibrary(extension);
  await desk.getByRole('tab', { name: 'Questions' }).click();
  await expect(desk.getByRole('article', { name: /Northgate Choice: Second appeal, 60 days/u })).toHaveCount(1);
  await expect(desk.getByText('An upheld decision may be appealed to the second level within 60 days of the decision date.')).toBeVisible();
  await expect(desk.getByText('Has no window for this step of this payer.')).toBeVisible();
  await expectAccessible(desk);
  await desk.getByRole('button', { name: 'Add as a rule of its own' }).click();
  await expect(desk.getByLabel('Window', { exact: true })).toHaveValue('60');
  await desk.getByLabel('Source', { exact: true }).fill('Northgate portal, appeal page');
  await desk.getByLabel('Its address').fill('https://northgate.example/appeals');
  await desk.getByLabel('What the source says').fill('Second level within 60 days of the decision.');
  await desk.getByRole('button', { name: 'Next: which dates move' }).click();
  await expect(desk.getByLabel('Proof')).toHaveValue(/may be appealed to the second level within 60 days/u);
  await desk.getByLabel('Why').fill('Their own page says so');
  await desk.getByRole('button', { name: 'Put in force' }).click();
  await expect(desk.getByText('No text states another window than the library.')).toBeVisible();
});

test('a note and a playbook show by themselves on the matching claim, on its portal page and on the case', async ({ extension, browserContext, portals }) => {
  test.setTimeout(150_000);
  const desk = await openLibrary(extension, HEARTLAND);
  await desk.getByRole('tab', { name: /Notes/u }).click();
  await desk.getByRole('button', { name: 'Add a note' }).click();
  await desk.getByRole('radio', { name: 'Authorization' }).check({ force: true });
  await desk.getByLabel('Title').fill('Fax before nine');
  await desk.getByRole('textbox', { name: 'Note' }).fill('The **fax line** is quickest. <img src=x onerror=alert(1)> [no](javascript:alert(1))');
  await desk.getByRole('button', { name: 'Save note' }).click();
  await expect(desk.getByText('Saved for everybody in the practice.')).toBeVisible();
  await expect(desk.locator('strong')).toHaveText('fax line');
  await expect(desk.locator('article img, article a[href^="javascript"]')).toHaveCount(0);
  await desk.getByRole('tab', { name: /Playbooks/u }).click();
  await desk.getByRole('button', { name: 'Add a playbook' }).click();
  await desk.getByLabel('Title').fill('Necessity at this contractor');
  await desk.getByLabel('Steps').fill('1. Get the determination\n2. Mark the criteria');
  await desk.getByLabel('Codes').fill('CO-50');
  await desk.getByRole('button', { name: 'Save playbook' }).click();
  await expect(desk.getByText('Saved for everybody in the practice.')).toBeVisible();
  await expectAccessible(desk);

  const popup = await openPopup(extension);
  await openCaseOf(popup, 'winslow');
  await expect(popup.getByRole('heading', { name: 'What your library says' })).toBeVisible();
  await expect(popup.getByText('Fax before nine')).toBeVisible();
  await expect(popup.getByRole('list', { name: 'Steps' }).getByText('Get the determination')).toBeVisible();
  await expectAccessible(popup);
  await openCaseOf(popup, 'lindqvist');
  await expect(popup.getByText('Fax before nine')).toHaveCount(0); // another payer's claim

  // On the portal page: the card over it says the same, before anything is saved.
  const made = await extension.command('library:change', {
    items: [{ kind: 'note', entryId: 'note:northgate', payerKey: 'northgate-choice', body: { kind: 'general', title: 'Ask for the nurse line', text: 'Level 2 goes to the nurse line.', about: { ...ABOUT, payers: ['northgate-choice'] } } }, {
      kind: 'playbook', entryId: 'playbook:northgate', payerKey: 'northgate-choice',
      body: { title: 'A second look here', about: { ...ABOUT, payers: ['northgate-choice'] }, steps: ['Ask which reviewer decided'], evidence: [], who: '', typicalResult: '' },
    }],
    title: 'Note and playbook added', reason: '', evidence: '', approve: true, askId: null, stamp: null,
  });
  expect(made.ok).toBe(true);
  const page = await browserContext.current.newPage();
  await page.goto(`${portals.origin}/northgate/appeals`);
  await page.locator('main td a').first().click();
  await page.locator('overturn-mark button.pill').click({ timeout: 20_000 });
  const card = page.frameLocator('overturn-mark iframe.card');
  await card.getByRole('button', { name: /File under/u }).click();
  await card.getByRole('option', { name: 'Northgate Choice' }).click();
  await expect(card.getByText('Ask for the nurse line')).toBeVisible();
  await expect(card.getByRole('list', { name: 'Steps' }).getByText('Ask which reviewer decided')).toBeVisible();
  const frame = page.frames().find((one) => one.url().includes('review.html'));
  if (frame !== undefined) await expectAccessibleAsShown(frame);
});

test('a modifier note and a bundling note show on the claim that has the modifier and the pair, and on no other', async ({ extension }) => {
  test.setTimeout(150_000);
  const importing = await extension.open('desk.html', '#/import');
  await importing.locator('input[type=file]').setInputFiles('tests/remittances/denials.edi');
  await expect(importing.getByRole('region', { name: 'denials.edi' }).getByText('New in the queue')).toBeVisible();
  await importing.close();

  const desk = await openLibrary(extension, HEARTLAND);
  await desk.getByRole('tab', { name: /Notes/u }).click();
  const write = async (kind: string, title: string, about: Readonly<Record<string, string>>): Promise<void> => {
    await desk.getByRole('button', { name: 'Add a note' }).click();
    await desk.getByRole('radio', { name: kind }).check({ force: true });
    await desk.getByLabel('Title').fill(title);
    await desk.getByRole('textbox', { name: 'Note' }).fill(`${title}: look at the chart first.`);
    // About a code, not about a payer: it holds wherever that code is billed.
    await desk.getByRole('checkbox', { name: /Only claims of/u }).uncheck({ force: true });
    for (const [label, value] of Object.entries(about)) await desk.getByLabel(label, { exact: true }).fill(value);
    await desk.getByRole('button', { name: 'Save note' }).click();
    await expect(desk.getByRole('dialog')).toHaveCount(0);
  };
  await write('Modifier', 'Fifty-nine needs its own body part', { Modifiers: '59' });
  await write('Bundling', 'Manual therapy beside exercise', { Codes: 'CO-97', Procedures: '9714*' });

  const popup = await openPopup(extension);
  await openCaseOf(popup, 'marchetti');
  await expect(popup.getByText('Fifty-nine needs its own body part', { exact: true })).toBeVisible();
  await expect(popup.getByText('Manual therapy beside exercise', { exact: true })).toBeVisible();
  await expectAccessible(popup);
  await popup.screenshot({ path: 'test-results/library-modifier-note.png' });
  await openCaseOf(popup, 'okafor');
  await expect(popup.getByText('Fifty-nine needs its own body part', { exact: true })).toHaveCount(0);
  await expect(popup.getByText('Manual therapy beside exercise', { exact: true })).toHaveCount(0);
});

test('a name nobody goes by finds those like it, and a correction whose day is not known says so', async ({ extension }) => {
  const desk = await openLibrary(extension);
  const payers = desk.getByRole('navigation', { name: 'Payers in the library' });
  await desk.getByRole('searchbox', { name: 'Find a payer' }).fill('bule cross');
  await expect(payers.getByText('No payer goes by that name. These are like it:')).toBeVisible();
  await expect(payers.getByRole('link', { name: /Blue Cross/u }).first()).toBeVisible();
  await expectAccessible(desk);
  await desk.getByRole('searchbox', { name: 'Find a payer' }).fill('zzyzx');
  await expect(payers.getByText('Add it under Payers.')).toBeVisible();
  const popup = await openPopup(extension);
  await openCaseOf(popup, 'Odhiambo');
  await expect(popup.getByText('Corrected claim: window not known', { exact: true })).toBeVisible();
  await popup.getByRole('button', { name: 'Set its last day' }).click();
  await expect(popup.getByRole('dialog', { name: 'Corrected claim: set another date' })).toBeVisible();
});
