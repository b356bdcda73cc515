import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import type { Page } from 'playwright-core';
import { openBrowser } from '../portals/browser.ts';

/** Runs `work` on an empty page of Chromium, with a file of this folder bundled into it as `Bench`; `load` brings it in again after a reload. */
export async function inBrowser(file: string, work: (page: Page, load: () => Promise<void>) => Promise<void>): Promise<void> {
  const bundle = await rolldown({ input: fileURLToPath(new URL(file, import.meta.url)), logLevel: 'silent', platform: 'browser' });
  const { output } = await bundle.generate({ format: 'iife', name: 'Bench', minify: true });
  await bundle.close();
  const server = createServer((_request, answer) => { answer.setHeader('content-type', 'text/html').end('<!doctype html><title>bench</title>'); }).listen(0, '127.0.0.1');
  await new Promise((resolve) => { server.once('listening', resolve); });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    // Not by number: Dexie knows that as a developer's machine, and there keeps the origin of every promise.
    await page.goto(`http://bench.localhost:${(server.address() as AddressInfo).port}/`);
    const load = async (): Promise<void> => { await page.evaluate(`${output[0].code};globalThis.Bench=Bench;0`); };
    await load();
    await work(page, load);
  } finally {
    await browser.close();
    server.close();
  }
}
