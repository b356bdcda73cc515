import type { Page } from '@playwright/test';
import { demoRemittance } from '../portals/demo-remittance.ts';
import { demoPractice } from '../tour/demo-practice.ts';
import { expect } from './extension.ts';
import type { Extension } from './extension.ts';

/** The demo practice with its remittance read: 19 open cases. Gives the user's id. */
export async function fillPractice(extension: Extension): Promise<string> {
  const made = await extension.command('practice:create', demoPractice());
  if (!made.ok) throw new Error(made.error.code);
  const desk = await extension.open('desk.html', '#/import');
  await desk.locator('input[type=file]').setInputFiles({ name: 'clearpath.835', mimeType: 'text/plain', buffer: Buffer.from(demoRemittance(Temporal.Now.plainDateISO().toString())) });
  await expect(desk.getByText('New in the queue')).toBeVisible();
  await desk.close();
  return made.value.userId;
}

/** The popup at its real size, once the first row can be worked. */
export async function openPopup(extension: Extension): Promise<Page> {
  const popup = await extension.open('popup.html');
  await popup.setViewportSize({ width: 400, height: 600 });
  await popup.getByRole('option').or(popup.getByText('Your queue is empty')).first().waitFor();
  return popup;
}

/** Finds a case by typing and opens it: the way a biller does, keyboard alone. */
export async function openCaseOf(popup: Page, name: string): Promise<void> {
  await popup.keyboard.press('/');
  await popup.keyboard.press('Control+A');
  await popup.keyboard.type(name);
  await popup.keyboard.press('Enter');
  await expect(popup.getByRole('heading', { name: 'Why it was denied' })).toBeVisible();
  await expect(popup.getByText(new RegExp(name, 'iu')).first()).toBeVisible();
}

/** The ids of all cases, asked of the store itself. */
export async function caseIds(extension: Extension): Promise<string[]> {
  const page = await extension.open('popup.html');
  const ids = await page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('overturn');
      request.onsuccess = () => resolve(request.result);
    });
    return new Promise<string[]>((resolve) => {
      const request = db.transaction('cases').objectStore('cases').getAllKeys();
      request.onsuccess = () => {
        db.close(); // or it would hold up an upgrade
        resolve(request.result as string[]);
      };
    });
  });
  await page.close();
  return ids;
}
