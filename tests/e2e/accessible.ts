import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from '@playwright/test';
import type { Frame, Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The only rules that ask for a colour: what the second scheme can break and the first cannot show. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Asked = { type: 'tag' | 'rule'; values: readonly string[] };

/**
 * What axe holds against a document. Left out is the place where react-aria speaks: a line it announced names a field that may be
 * gone with its dialog, and stays seven seconds there. It is put in once, and only violations are worked out in full: this
 * is asked some 300 times.
 */
async function violations(page: Page | Frame, runOnly: Asked): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource);
  return page.evaluate(async (only) => {
    type Axe = { run(context: { exclude: string[] }, options: object): Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }> };
    const found = await (globalThis as unknown as { axe: Axe }).axe.run({ exclude: ['[data-live-announcer]'] }, { runOnly: only, resultTypes: ['violations'], preload: false });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
  }, runOnly);
}

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
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.evaluate(workOutStyles);
    expect(await violations(page, colorScheme === 'light' ? { type: 'tag', values: TAGS } : { type: 'rule', values: COLOUR_RULES }), colorScheme).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
}

/** The same in the colours a document has: one frame alone, such as the review card (the portal around it is not ours to judge). */
export async function expectAccessibleAsShown(frame: Page | Frame): Promise<void> {
  expect(await violations(frame, { type: 'tag', values: TAGS })).toEqual([]);
}
