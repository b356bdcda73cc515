/** Brings a page into the state an expectation describes, and reads what a person would see in it. */
import type { Frame, Page } from 'playwright-core';
import type { Expectation } from './truth.ts';

/** Text that can be seen in one frame: over open shadow roots, with the values of visible inputs. */
function seenInFrame(): string {
  const parts: string[] = [];
  let last: Element | null = null;
  const shown = (element: Element): boolean => {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && box.right + scrollX > 0 && box.bottom + scrollY > 0;
  };
  const clipped = (element: Element): boolean => {
    for (let up: Element | null = element; up; up = up.parentElement) {
      const box = up.getBoundingClientRect();
      if ((box.height < 2 || box.width < 2) && getComputedStyle(up).overflow !== 'visible') return true;
    }
    return false;
  };
  const walk = (node: Node): void => {
    if (node instanceof Element && ['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT'].includes(node.tagName)) return;
    if (node.nodeType === Node.TEXT_NODE) {
      const parent = node.parentElement ?? (node.getRootNode() instanceof ShadowRoot ? (node.getRootNode() as ShadowRoot).host : null);
      if (!parent || !node.nodeValue?.trim() || !shown(parent) || clipped(parent)) return;
      // React splits one sentence over several text nodes of one element.
      parts.push(parent === last ? node.nodeValue : `\n${node.nodeValue}`);
      last = parent;
      return;
    }
    if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement) { if (node.type !== 'hidden' && shown(node)) { parts.push(`\n${node.value}`); last = null; } return; }
    if (node instanceof Element && node.shadowRoot) walk(node.shadowRoot);
    for (const child of node.childNodes) walk(child);
  };
  walk(document);
  return parts.join('');
}

export const plain = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim();

/** All visible text of the page, over all its frames. Frames that are hidden in their parent count as unseen. */
export async function visibleText(page: Page): Promise<string> {
  const texts: string[] = [];
  for (const frame of page.frames()) {
    if (frame.parentFrame() && !(await frameShown(frame))) continue;
    texts.push(await frame.evaluate(seenInFrame).catch(() => ''));  // a frame may be replaced while it is read
  }
  return plain(texts.join('\n'));
}

async function frameShown(frame: Frame): Promise<boolean> {
  const element = await frame.frameElement().catch(() => null); // gone again
  return element ? element.isVisible() : false;
}

async function until(page: Page, text: string, timeout: number): Promise<boolean> {
  const end = performance.now() + timeout;
  const wanted = plain(text);
  do {
    if ((await visibleText(page)).includes(wanted)) return true;
    await new Promise((done) => { setTimeout(done, 60); });
  } while (performance.now() < end);
  return false;
}

/** Opens the page, takes the steps and waits for the settled text. False when it never comes. */
export async function reach(page: Page, origin: string, truth: Expectation, options: { settle?: boolean } = {}): Promise<boolean> {
  await page.goto(origin + truth.page, { waitUntil: 'load' });
  for (const step of truth.steps) {
    if (step.do === 'wait') { if (!(await until(page, step.text, 8000))) return false; }
    else if (step.do === 'pause') await page.waitForTimeout(step.ms);
    else {
      const frame = step.frame ? page.frame(step.frame) : page.mainFrame();
      if (!frame) return false;
      await frame.locator(step.selector).first().click({ timeout: 8000 });
    }
  }
  return options.settle === false ? true : until(page, truth.settled, 8000);
}
