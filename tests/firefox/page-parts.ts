import { Page as PuppeteerPage } from 'puppeteer-core';
import type { ElementHandle, Frame, Page } from 'puppeteer-core';
import { SOON } from './in-firefox.ts';

/** Finds what stands on a page by its name, as a person or a screen reader does, and waits until it is there. */
type Part = 'button' | 'field' | 'option' | 'checkbox' | 'link';

const SELECTORS: Readonly<Record<Part, string>> = {
  button: 'button, [role=button]', field: 'input, textarea', option: '[role=option]', checkbox: 'input[type=checkbox], [role=checkbox]', link: 'a, [role=link]',
};

/** Waits until `text` is to be read on the page. */
export async function see(page: Page | Frame, text: string | RegExp): Promise<void> {
  const wanted = typeof text === 'string' ? { words: text, pattern: null } : { words: '', pattern: text.source };
  await page.waitForFunction(({ words, pattern }) => {
    // Line ends and many blanks are the layout's.
    const shown = document.body.innerText.replaceAll(/\s+/gu, ' ');
    return pattern === null ? shown.includes(words) : new RegExp(pattern, 'u').test(shown);
  }, { timeout: SOON }, wanted).catch(() => { throw new Error(`not to be read: ${String(text)}`); });
}

/** Waits until `text` is not to be read any more. */
export async function gone(page: Page, text: string): Promise<void> {
  await page.waitForFunction((words) => !document.body.innerText.includes(words), { timeout: SOON }, text).catch(() => { throw new Error(`still to be read: ${text}`); });
}

/** A part by its name: its label, or its words where it has no label; the first one that can be used. */
export async function part(page: Page | Frame, kind: Part, name: string): Promise<ElementHandle<HTMLElement>> {
  const found = await page.waitForFunction((selector, wanted) => {
    const nameOf = (element: HTMLElement): string => {
      const labels = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? [...(element.labels ?? [])].map((label) => label.innerText) : [];
      const by = (element.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.innerText ?? '');
      return [element.getAttribute('aria-label') ?? '', ...labels, ...by, element.innerText].join('\n');
    };
    return [...document.querySelectorAll<HTMLElement>(selector)].find((element) => {
      const isUsable = element.getClientRects().length > 0 && !element.hasAttribute('disabled') && element.getAttribute('aria-disabled') !== 'true';
      return isUsable && nameOf(element).split('\n').some((line) => line.trim().startsWith(wanted));
    }) ?? null;
  }, { timeout: SOON }, SELECTORS[kind], name).catch(() => { throw new Error(`no ${kind} to use: ${name}`); });
  return found as ElementHandle<HTMLElement>;
}

export async function press(page: Page | Frame, kind: Part, name: string): Promise<void> {
  const element = await part(page, kind, name);
  await element.evaluate((one) => one.scrollIntoView({ block: 'center' }));
  // The driver does not find the place of what stands in a frame of another process.
  if (page instanceof PuppeteerPage) await element.click();
  else await element.evaluate((one) => one.click());
}

export async function fill(page: Page, label: string, text: string): Promise<void> {
  const field = await part(page, 'field', label);
  await field.focus();
  await page.keyboard.type(text);
  await page.waitForFunction((element, value) => (element as HTMLInputElement).value === value, { timeout: SOON }, field, text);
}
