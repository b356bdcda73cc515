import type { CDPSession, Page } from '@playwright/test';
import { expect, test } from './extension.ts';
import { claimDetail, claimPage, ferreira, servePages } from './living-pages.ts';
import { expectRead, heldReadings, openDemoPractice, pillOf } from './portal-card.ts';

type Tasks = { longest: number; over50: number; total: number };
declare const globalThis: { tasks: Tasks };

/** Has the browser note every task over 50 ms of the page, ours in it included. */
async function watchTasks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    globalThis.tasks = { longest: 0, over50: 0, total: 0 };
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) {
        globalThis.tasks.longest = Math.max(globalThis.tasks.longest, duration);
        globalThis.tasks.over50 += 1;
        globalThis.tasks.total += duration;
      }
    }).observe({ type: 'longtask', buffered: true });
  });
}

async function seconds(session: CDPSession, name: 'TaskDuration' | 'ScriptDuration'): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find((metric) => metric.name === name)?.value ?? 0;
}

/** The share of a span in which the page's one thread was busy. */
async function busyShare(page: Page, spanMs: number): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const before = await seconds(session, 'TaskDuration');
  const started = performance.now();
  await page.waitForTimeout(spanMs);
  const share = (await seconds(session, 'TaskDuration') - before) * 1000 / (performance.now() - started);
  await session.detach();
  return share;
}

const restless = (what: string) => `<script>setInterval(() => { ${what} }, 10);</script>`;

test.describe('pages that would wear anybody out', () => {
  test.beforeEach(async ({ extension }) => openDemoPractice(extension));

  test('a page that rewrites itself every 10 ms keeps its time, and its claim is still read', async ({ extension, browserContext, portals }) => {
    const view = claimDetail(ferreira).replaceAll('`', '');
    const body = `<div id="clock"></div>${claimDetail(ferreira)}`;
    await servePages(browserContext.current, {
      claim: claimPage(body, restless("document.getElementById('clock').textContent = new Date().toISOString()")),
      whole: claimPage(body, restless(`document.getElementById('view').innerHTML = \`${view}\``)),
      changing: claimPage(body, restless("document.getElementById('paid-amount').textContent = '$' + (performance.now() | 0) + '.00'")),
    });
    const own = await extension.open('popup.html');
    // The same page where nothing of ours runs: an origin the practice has not allowed.
    const shares: Record<string, number> = {};
    for (const name of ['claim', 'whole', 'changing']) {
      const page = await browserContext.current.newPage();
      await watchTasks(page);
      await page.goto(`${portals.origin}/living/${name}`);
      if (name !== 'changing') {
        await expectRead(own, 'FERREIRA');
        await expect(pillOf(page)).toBeVisible();
      }
      shares[name] = await busyShare(page, 6000);
      const tasks = await page.evaluate(() => globalThis.tasks);
      test.info().annotations.push({ type: name, description: `busy ${(shares[name] * 100).toFixed(1)} %, tasks over 50 ms: ${tasks.over50}, longest ${tasks.longest.toFixed(0)} ms` });
      // Nothing hangs: the page answers at once.
      const asked = performance.now();
      await page.evaluate(() => document.title);
      expect(performance.now() - asked).toBeLessThan(2000);
      await page.close();
    }
    // A value that never stands still is never offered.
    expect(JSON.stringify(await heldReadings(own))).not.toMatch(/"raw":"\$\d{4,}\.00"/u);
    expect(Math.max(...Object.values(shares))).toBeLessThan(0.5);
  });
});
