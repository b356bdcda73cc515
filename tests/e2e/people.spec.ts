import { expectAccessible } from './accessible.ts';
import { expect, PASSPHRASE, test } from './extension.ts';
import { fillPractice, openCaseOf, openPopup } from './filled-practice.ts';
import { readRawStores } from './raw-store.ts';

const FIRST = 'handed over on paper 9';
const OWN = 'my very own sentence 3';
const SHOTS = process.env['OVERTURN_SHOTS'];

test('a lead adds a biller; she switches in with two keys, takes a passphrase of her own, and her queue moves when she leaves', async ({ extension }) => {
  test.setTimeout(180_000);
  const lead = await fillPractice(extension);
  const desk = await extension.open('desk.html', '#/people');
  const shot = async (name: string): Promise<void> => { if (SHOTS !== undefined) await desk.screenshot({ path: `${SHOTS}/${name}.png` }); };
  await desk.getByRole('button', { name: 'Add a person' }).click();
  await desk.getByLabel('Name').fill('Wilhelmina van den Boogaard-Featherstonehaugh');
  await desk.getByLabel('First passphrase', { exact: true }).fill(FIRST);
  await desk.getByLabel('First passphrase again').fill(FIRST);
  await expectAccessible(desk);
  await shot('people-add');
  await desk.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(desk.getByRole('row', { name: /Wilhelmina/u })).toContainText('Biller');
  await expectAccessible(desk);
  await shot('people-table');

  // The queue goes to her, whole.
  await desk.getByRole('button', { name: /^Hand over the queue of/u }).click();
  await desk.getByRole('button', { name: /^Choose To|^To/u }).click();
  await desk.getByRole('option', { name: /Wilhelmina/u }).click();
  await desk.getByLabel('Why').fill('On leave');
  await shot('people-hand-over');
  await desk.getByRole('button', { name: 'Hand over', exact: true }).click();
  await expect(desk.getByText('19 cases handed over.')).toBeVisible();

  // Something is asked of her on one of them, by her name.
  const asking = await openPopup(extension);
  await openCaseOf(asking, 'lindqvist');
  await asking.getByRole('button', { name: 'More for this case' }).click();
  await asking.getByRole('menuitem', { name: 'Ask a colleague' }).click();
  await asking.getByRole('combobox', { name: 'Whom' }).fill('wil');
  await asking.getByRole('option', { name: /Wilhelmina/u }).click();
  await asking.getByLabel('What', { exact: true }).fill('Was the referral on file?');
  await expectAccessible(asking);
  await asking.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(asking.getByRole('list', { name: 'Asked on this case' })).toContainText('Was the referral on file?');
  await asking.close();

  // u, Alt 2: the other user.
  await desk.getByRole('heading', { name: 'People' }).click();
  await desk.keyboard.press('u');
  await expect(desk.getByRole('heading', { name: 'Overturn is locked' })).toBeVisible();
  await expectAccessible(desk);
  await shot('people-locked');
  await desk.keyboard.press('Alt+2');
  await desk.keyboard.type(FIRST);
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('heading', { name: /Choose your own passphrase/u })).toBeVisible();
  await expectAccessible(desk);
  await shot('people-own-passphrase');
  expect(await extension.command('case:add-note', { caseId: 'aaaaaaaa', text: 'x' })).toMatchObject({ error: { code: 'own-passphrase-first' } });
  await desk.getByLabel('Passphrase now').fill(FIRST);
  // The one she was given is no own one: said where it is mended, and what was typed stays.
  await desk.getByLabel('New passphrase', { exact: true }).fill(FIRST);
  await desk.getByLabel('New passphrase again').fill(FIRST);
  await desk.getByRole('button', { name: 'Change passphrase' }).click();
  await expect(desk.getByLabel('New passphrase', { exact: true })).toHaveAccessibleDescription(/same passphrase again/u);
  await expect(desk.getByLabel('Passphrase now')).toHaveAccessibleDescription('');
  await expect(desk.getByLabel('Passphrase now')).toHaveValue(FIRST);
  await desk.getByLabel('New passphrase', { exact: true }).fill(OWN);
  await desk.getByLabel('New passphrase again').fill(OWN);
  await desk.getByRole('button', { name: 'Change passphrase' }).click();
  await expect(desk.getByRole('heading', { name: 'People' })).toBeVisible();
  await expect(desk.getByRole('button', { name: 'Add a person' })).toBeHidden();
  const users = await extension.command('vault:status', {});
  const her = users.ok ? users.value.userId ?? '' : '';
  expect(await extension.command('person:save', { personId: her, name: 'W', role: 'lead', skills: [], payerKeys: [], pools: [], away: [] })).toMatchObject({ error: { code: 'role-forbids' } });
  expect(await extension.command('queue:hand-over', { fromId: lead, toId: her, caseIds: null, reason: '' }), 'a biller gives away only her own').toMatchObject({ error: { code: 'role-forbids' } });

  // It stands in her queue until she answers.
  const hers = await openPopup(extension);
  await hers.getByRole('button', { name: 'Asked of you on 1 case' }).click();
  await expect(hers.getByRole('option')).toHaveCount(1);
  await expectAccessible(hers);
  await hers.getByRole('option').click();
  await hers.getByRole('list', { name: 'Asked on this case' }).getByRole('button', { name: 'Answer' }).click();
  await hers.getByLabel('Was the referral on file?').fill('Yes, since May');
  await hers.getByRole('dialog').getByRole('button', { name: 'Answer' }).click();
  await expect(hers.getByRole('list', { name: 'Asked on this case' })).toHaveCount(0);
  await expect(hers.getByText('Answered: Was the referral on file?')).toHaveCount(1);
  await hers.close();

  // Her sheet: covered first, the clock that dies first in front.
  await desk.getByRole('button', { name: /^Sheet of/u }).click();
  const sheet = desk.getByRole('article');
  await expect(sheet).toContainText('19 cases');
  const days = await sheet.locator('tbody tr td:first-child').allInnerTexts();
  expect(days).toHaveLength(19);
  const dated = days.filter((day) => day !== 'no date').map((day) => Date.parse(day));
  expect(dated).toEqual([...dated].sort((a, b) => a - b));
  expect(await sheet.innerText()).not.toMatch(/Okonkwo|Marguerite/u);
  await expectAccessible(desk);
  await shot('people-sheet');

  // She leaves: the queue to the pool first, then her passphrase opens nothing.
  await desk.keyboard.press('u');
  await expect(desk.getByRole('heading', { name: 'Overturn is locked' })).toBeVisible();
  await desk.keyboard.press('Alt+1');
  await desk.keyboard.type((await import('../tour/demo-practice.ts')).demoPractice().passphrase);
  await desk.keyboard.press('Enter');
  await desk.getByRole('button', { name: /Wilhelmina.* leaves/u }).click();
  await desk.getByRole('button', { name: /^Choose To|^To/u }).click();
  await desk.getByRole('option', { name: 'The pool' }).click();
  await desk.getByRole('button', { name: 'They have left' }).click();
  await expect(desk.getByRole('row', { name: /Wilhelmina/u })).toContainText('Left; cannot sign in');
  await shot('people-left');
  await extension.command('vault:lock', {});
  expect(await extension.command('vault:unlock', { userId: her, passphrase: OWN })).toMatchObject({ error: { code: 'wrong-passphrase' } });

  const raw = await readRawStores(desk);
  expect(raw, 'the search finds what is there in clear').toContain('Wilhelmina');
  for (const secret of [FIRST, OWN, PASSPHRASE, 'On leave']) expect(raw, secret).not.toContain(secret);
});
