import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { openBrowser } from '../portals/browser.ts';
import type { Measured } from './numbers-in-page.ts';
import { printTable, ratio } from './print-table.ts';

/** Every question of the Numbers page in Chromium, beside a bare cursor over the same cases: `node tests/bench/numbers.bench.ts [cases]`. */
const CASES = Number(process.argv[2] ?? 100_000);

const bundle = await rolldown({ input: fileURLToPath(new URL('numbers-in-page.ts', import.meta.url)), logLevel: 'silent', platform: 'browser' });
const { output } = await bundle.generate({ format: 'iife', name: 'Bench', minify: true });
await bundle.close();
const server = createServer((_request, answer) => { answer.setHeader('content-type', 'text/html').end('<!doctype html><title>bench</title>'); }).listen(0, '127.0.0.1');
await new Promise((resolve) => { server.once('listening', resolve); });
const browser = await openBrowser();
try {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.evaluate(`${output[0].code};globalThis.Bench=Bench;0`);
  const { rollUpMs, oneCaseMs, rows } = await page.evaluate<{ rollUpMs: number; oneCaseMs: number; rows: Measured[] }>(`Bench.measure(${CASES})`);
  printTable(`Chromium: the Numbers page at ${CASES.toLocaleString('en-US')} cases, ms`, ['question', 'ms', 'bare cursor over the cases', 'of it'], rows.map(({ name, ms, bareMs }) => [name, ms.toFixed(1), bareMs.toFixed(1), ratio(ms, bareMs)]));
  console.log(`Working all of them in, once: ${(rollUpMs / 1000).toFixed(1)} s. One case that changed: ${oneCaseMs.toFixed(1)} ms.`);
} finally {
  await browser.close();
  server.close();
}
