import { expectAccessible } from './accessible.ts';
import { expect, test } from './extension.ts';
import { fillPractice } from './filled-practice.ts';

test('an auditor finds who was refused what, follows one case, and sees where a chain that was changed breaks', async ({ extension }) => {
  const user = await fillPractice(extension);
  await extension.command('vault:lock', {});
  await extension.command('vault:unlock', { userId: user, passphrase: 'not the passphrase at all' });
  await extension.command('vault:unlock', { userId: user, passphrase: (await import('../tour/demo-practice.ts')).DEMO_PASSPHRASE });
  const desk = await extension.open('desk.html', '#/audit');
  const table = desk.getByRole('table').last();
  await expect(table).toContainText('Set up the practice');
  await desk.getByRole('button', { name: /What/u }).click();
  await desk.getByRole('option', { name: 'Refused or failed' }).click();
  await expect(table.locator('tbody tr')).toHaveCount(1);
  await expect(table).toContainText('Wrong passphrase');
  await desk.getByRole('button', { name: 'Show all' }).click();
  await desk.getByRole('button', { name: 'Verify the chain' }).click();
  await expect(desk.getByText(/rows stand as they were written/u)).toBeVisible();
  await expectAccessible(desk);
  const shots = process.env['OVERTURN_SHOTS'];
  if (shots !== undefined) await desk.screenshot({ path: `${shots}/audit.png` });

  // Somebody with the disk rewrites row 3.
  await desk.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve) => { request.onsuccess = () => resolve(request.result); });
    const db = await done(indexedDB.open('overturn'));
    const store = db.transaction('audit', 'readwrite').objectStore('audit');
    const row = await done(store.get(3) as IDBRequest<Record<string, unknown>>);
    await done(store.put({ ...row, outcome: 'role-forbids' }));
    db.close();
  });
  await desk.getByRole('button', { name: 'Verify the chain' }).click();
  await expect(desk.getByRole('alert')).toContainText('The chain is broken at row 3: this row was changed');
  await expect(desk.getByRole('table', { name: 'Rows around the break' })).toContainText('broken here');
  await expectAccessible(desk);
  if (shots !== undefined) {
    await desk.emulateMedia({ colorScheme: 'dark' });
    await desk.screenshot({ path: `${shots}/audit-broken-dark.png` });
  }
});
