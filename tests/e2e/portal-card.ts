import type { FrameLocator, Page } from '@playwright/test';
import { demoPractice } from '../tour/demo-practice.ts';
import { expect } from './extension.ts';
import type { Extension } from './extension.ts';

/** The mark at the edge of a portal page. */
export const pillOf = (page: Page) => page.locator('overturn-mark button.pill');
export const cardOf = (page: Page): FrameLocator => page.frameLocator('overturn-mark iframe.card');

export async function openDemoPractice(extension: Extension): Promise<void> {
  const made = await extension.command('practice:create', demoPractice());
  if (!made.ok) throw new Error(made.error.code);
}

/** Presses the pill and waits for the card. */
export async function openCard(page: Page): Promise<FrameLocator> {
  await pillOf(page).click();
  const card = cardOf(page);
  await expect(card.getByRole('heading', { level: 1 })).toBeVisible({ timeout: 30_000 });
  return card;
}

export async function choosePayer(card: FrameLocator, name: string): Promise<void> {
  await card.getByRole('button', { name: /File under/u }).click();
  await card.getByRole('option', { name }).click();
}

declare const chrome: { storage: { session: { get(keys: null): Promise<Record<string, unknown>> } } };
type Tab = { captureIds: string[]; topPageId: string | null; frames: { frameId: number; atMs: number }[] };
type Kept = { id: string; tabId: number; reading: { claims: { claimControlNumber: { value: string } | null; patientName: { value: string } | null }[] } };

/** What the background holds of the pages in the tabs: per tab what is in front, and when each frame was read last. */
export async function heldReadings(own: Page): Promise<{ tabId: number; tab: Tab; inFront: Kept | null }[]> {
  const all = await own.evaluate(() => chrome.storage.session.get(null));
  return Object.entries(all).filter(([key]) => key.startsWith('tab:')).map(([key, tab]) => ({ tabId: Number(key.slice(4)), tab: tab as Tab, inFront: (all[`capture:${(tab as Tab).captureIds.at(-1) ?? ''}`] as Kept | undefined) ?? null }));
}

/** Waits until the reading of a page that is in front holds a text, as a person waits until the page has come to rest. */
export async function expectRead(own: Page, text: string, timeout = 15_000): Promise<void> {
  await expect.poll(async () => JSON.stringify((await heldReadings(own)).map(({ inFront }) => inFront)), { timeout }).toContain(text);
}
