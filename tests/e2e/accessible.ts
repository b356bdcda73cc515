import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { Frame, Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Chromium sometimes leaves inherited `light-dark()` colours behind when the scheme changes while a page is open. Only a page that
 * is looked at in both is concerned, so every style is worked out anew here.
 */
function workOutStyles(): void {
  const root = document.documentElement;
  root.style.display = 'none';
  root.getBoundingClientRect();
  root.style.display = '';
}

/** No violation of WCAG 2.2 A or AA on the page as it stands, in light and in dark. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor({ state: 'attached' }); // a page is judged once it is drawn
  // What react-aria announced last names a field that may be gone with its dialog; it takes such a line away by itself.
  await expect(page.locator('[data-live-announcer] [role=img]')).toHaveCount(0, { timeout: 12_000 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.evaluate(workOutStyles);
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
    expect(violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
}

/** The same for one frame alone, such as the review card: the portal around it is not ours to judge. */
export async function expectFrameAccessible(frame: Frame): Promise<void> {
  await frame.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  const found = await frame.evaluate(async (tags) => {
    type Axe = { run(context: Document, options: object): Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }> };
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run(document, { runOnly: tags });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
  }, TAGS);
  expect(found).toEqual([]);
}
