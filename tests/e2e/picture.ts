import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';

/** A page in light and in dark, into the folder `OVERTURN_PICTURES` names; nothing where it names none. */
export async function picture(page: Page, name: string, fullPage = true): Promise<void> {
  const folder = process.env['OVERTURN_PICTURES'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: path.join(folder, `${name}-${colorScheme}.png`), fullPage });
  }
  await page.emulateMedia({ colorScheme: null });
}
