import path from 'node:path';
import { test as base, chromium, expect } from '@playwright/test';
import type { BrowserContext, Page, Worker } from '@playwright/test';
import type { CommandName, CommandReply, CommandRequest } from '../../rules/protocol/commands.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { findChromium } from '../commands/find-browser.mjs';
import { servePortals } from '../portals/serve.ts';
import { BrowserAhead, closeBrowser } from './browser-ahead.ts';
import type { OpenBrowser } from './browser-ahead.ts';

/** The passphrase of every synthetic practice. */
export const PASSPHRASE = 'nine calm otters file on time';

export type Extension = {
  id: string;
  /** The background; fetched anew each time, because a worker is stopped and started at will. */
  worker(): Promise<Worker>;
  /** Stops the background the way the browser does when it is idle or runs out of memory. */
  killWorker(): Promise<void>;
  open(file: 'popup.html' | 'sidepanel.html' | 'desk.html' | 'evidence.html', hash?: string): Promise<Page>;
  /** Sends a command as an extension page would. */
  command<N extends CommandName>(name: N, request: CommandRequest<N>): Promise<Result<CommandReply<N>>>;
  /** Closes the browser and opens it again on the same profile. */
  restart(): Promise<void>;
};

type Fixtures = { browserContext: OpenBrowser; extension: Extension; practice: { userId: string }; portals: { origin: string } };

/** The folder of the demo build. */
export const built = path.resolve(import.meta.dirname, '../../.output/chrome-demo');

/** Opens a browser with the extension: the demo build, or another folder of it, and with further switches where a story needs them. */
export async function launch(profile: string, { folder = built, args = [] }: { folder?: string; args?: readonly string[] } = {}): Promise<BrowserContext> {
  const executablePath = process.env['OVERTURN_CHROMIUM'] ?? findChromium();
  if (executablePath === null) throw new Error('No Chromium found; npm test installs one.');
  return chromium.launchPersistentContext(profile, {
    executablePath, headless: true, viewport: { width: 1280, height: 900 },
    args: [
      `--disable-extensions-except=${folder}`, `--load-extension=${folder}`, '--no-first-run', '--no-sandbox', '--disable-gpu', '--disable-quic',
      '--disable-background-networking', '--disable-component-update', '--disable-sync', ...args,
    ],
  });
}

export async function backgroundOf(context: BrowserContext): Promise<Worker> {
  return context.serviceWorkers().find((worker) => worker.url().startsWith('chrome-extension://')) ?? (await context.waitForEvent('serviceworker', { timeout: 15_000 }));
}

export const test = base.extend<Fixtures, { server: { origin: string }; ahead: BrowserAhead }>({
  server: [
    // Playwright reads the names of the fixtures wanted from the pattern, so it cannot be left out.
    async ({}, give) => {
      const server = await servePortals();
      await give({ origin: server.origin });
      await server.close();
    },
    { scope: 'worker' },
  ],
  portals: async ({ server }, give) => give({ origin: server.origin }),
  ahead: [
    async ({}, give) => {
      const ahead = new BrowserAhead(launch);
      await give(ahead);
      await ahead.close();
    },
    { scope: 'worker' },
  ],
  browserContext: async ({ ahead }, give) => {
    const browser = await ahead.take();
    await give(browser);
    await closeBrowser(browser);
  },
  extension: async ({ browserContext }, give) => {
    const id = new URL((await backgroundOf(browserContext.current)).url()).host;
    let sender: Page | null = null;
    const extension: Extension = {
      id,
      worker: () => backgroundOf(browserContext.current),
      async killWorker() {
        const browser = browserContext.current.browser();
        const page = browserContext.current.pages()[0] ?? (await browserContext.current.newPage());
        if (browser !== null) {
          const session = await browser.newBrowserCDPSession();
          const { targetInfos } = await session.send('Target.getTargets');
          for (const target of targetInfos.filter((info) => info.type === 'service_worker' && info.url.includes(id))) await session.send('Target.closeTarget', { targetId: target.targetId });
          await session.detach();
          return;
        }
        const session = await browserContext.current.newCDPSession(page);
        await session.send('ServiceWorker.enable');
        await session.send('ServiceWorker.stopAllWorkers');
        await session.detach();
      },
      async open(file, hash = '') {
        const page = await browserContext.current.newPage();
        await page.goto(`chrome-extension://${id}/${file}${hash}`);
        return page;
      },
      async command(name, request) {
        if (sender === null || sender.isClosed()) {
          sender = await browserContext.current.newPage();
          await sender.goto(`chrome-extension://${id}/popup.html`);
        }
        return sender.evaluate(([command, body]) => (globalThis as unknown as { chrome: { runtime: { sendMessage(message: unknown): Promise<never> } } }).chrome.runtime.sendMessage({ overturn: 1, command, request: body }), [name, request] as const);
      },
      async restart() {
        sender = null;
        await browserContext.current.close();
        browserContext.current = await browserContext.launch(browserContext.profile);
        await backgroundOf(browserContext.current);
      },
    };
    await give(extension);
  },
  practice: async ({ extension }, give) => {
    const made = await extension.command('practice:create', {
      userName: 'Rosa Imbert', practiceName: 'Riverbend Billing', passphrase: PASSPHRASE, timeZone: 'America/New_York', portals: [],
      payers: [
        { key: 'cedar-valley-health', name: 'Cedar Valley Health', libraryPayer: null, lineOfBusiness: 'commercial', state: 'IL', network: 'in', aliases: [] },
        { key: 'medicare', name: 'Medicare', libraryPayer: 'Medicare (Original / fee-for-service)', lineOfBusiness: 'medicare-ffs', state: null, network: null, aliases: [] },
      ],
    });
    if (!made.ok) throw new Error(`practice:create: ${made.error.code}`);
    await give({ userId: made.value.userId });
  },
});

export { expect };
