import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import type { BrowserContext } from '@playwright/test';

/** A browser on a profile of its own with the demo build loaded; `close` leaves nothing behind. */
export async function openBrowser({ headless }: { headless: boolean }): Promise<{ context: BrowserContext; id: string; close(): Promise<void> }> {
  const built = path.resolve(import.meta.dirname, '../../.output/chrome-demo');
  const profile = mkdtempSync(path.join(tmpdir(), 'overturn-tour-'));
  const executablePath = process.env['OVERTURN_CHROMIUM'];
  if (executablePath === undefined) throw new Error('Started by "npm start", which finds the browser.');
  const isRoot = process.getuid?.() === 0;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath, headless, viewport: headless ? { width: 1280, height: 900 } : null, handleSIGINT: false,
    args: [
      `--disable-extensions-except=${built}`, `--load-extension=${built}`, '--no-first-run', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync',
      ...(isRoot ? ['--no-sandbox'] : []), ...(headless ? ['--disable-gpu'] : []),
    ],
  });
  const worker = context.serviceWorkers().find((one) => one.url().startsWith('chrome-extension://')) ?? (await context.waitForEvent('serviceworker', { timeout: 20_000 }));
  return {
    context, id: new URL(worker.url()).host,
    async close() {
      await context.close().catch(() => undefined); // Ctrl-C may have ended it already
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
