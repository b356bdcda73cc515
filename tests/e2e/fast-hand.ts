import type { Page } from '@playwright/test';

/** One key as it is pressed: a letter, or `Enter`, `ArrowDown`, `Tab`, `Control+Enter`. */
const NAMED: Readonly<Record<string, { code: number; text: string }>> = { Enter: { code: 13, text: '\r' }, Tab: { code: 9, text: '' }, ArrowDown: { code: 40, text: '' } };

/**
 * A hand that is faster than the page: the page is busy for a while, and meanwhile all these keys are pressed. They reach it one after the
 * other without a pause in between, as real and trusted ones.
 * @param keys texts are typed letter by letter; `<Enter>`, `<ArrowDown>`, `<Tab>` and `<Control+Enter>` are keys.
 */
export async function pressWhileBusy(page: Page, keys: string, busyMs = 250): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const presses = [...keys.matchAll(/<([^>]+)>|([^<])/gu)].map(([, named, letter = '']) => {
    const isSaving = named?.startsWith('Control+') === true;
    const key = named?.replace('Control+', '') ?? letter;
    const { code, text } = NAMED[key] ?? { code: 0, text: letter };
    return { key, ...(code === 0 ? {} : { windowsVirtualKeyCode: code, code: key }), ...(text === '' || isSaving ? {} : { text }), modifiers: isSaving ? 2 : 0 };
  });
  const busy = page.evaluate((ms) => {
    const until = performance.now() + ms;
    while (performance.now() < until);
  }, busyMs);
  await Promise.all([busy, ...presses.flatMap((press) => [session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...press }), session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: press.key, modifiers: press.modifiers })])]);
  await session.detach();
}
