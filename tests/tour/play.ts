/**
 * `npm start` with a display: demo portals on a free port, a browser with Overturn in it, a demo practice to play with.
 * Ends with the browser or with Ctrl-C, and leaves nothing running.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { demoRemittance } from '../portals/demo-remittance.ts';
import { servePortals } from '../portals/serve.ts';
import { openBrowser } from './browser.ts';
import { DEMO_PASSPHRASE, demoPractice } from './demo-practice.ts';
import { importFile, sendFrom } from './drive.ts';

const portals = await servePortals();
const browser = await openBrowser({ headless: false });
const folder = mkdtempSync(path.join(tmpdir(), 'overturn-demo-'));
let ending: Promise<void> | null = null;

/** Once, however many ask: Ctrl-C reaches the browser too, and its end is heard here while ours is under way. */
function end(): Promise<void> {
  ending ??= (async () => {
    await browser.close();
    await portals.close();
    rmSync(folder, { recursive: true, force: true });
  })();
  return ending;
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end().then(() => process.exit(0)));
browser.context.on('close', () => void end().then(() => process.exit(0)));

// The desk opens by itself after an installation; the empty first tab becomes the portals.
const isDesk = (page: Page) => page.url().endsWith('/desk.html');
const desk = browser.context.pages().find(isDesk) ?? (await browser.context.waitForEvent('page', { predicate: isDesk, timeout: 20_000 }));
await sendFrom(desk, 'practice:create', demoPractice());
const file = path.join(folder, 'demo-remittance.835');
writeFileSync(file, demoRemittance(Temporal.Now.plainDateISO().toString()));
await desk.goto(`chrome-extension://${browser.id}/desk.html#/import`);
await importFile(desk, file);
const portal = browser.context.pages().find((page) => page.url() === 'about:blank') ?? (await browser.context.newPage());
await portal.goto(portals.origin);
console.log(`· Demo portals: ${portals.origin}`);
console.log(`· The demo practice is unlocked. Its passphrase: ${DEMO_PASSPHRASE}`);
console.log('· Play with it: open a claim on a portal, press the mark at the edge of the page, or the Overturn button in the toolbar.');
console.log('· Ctrl-C ends everything.');
