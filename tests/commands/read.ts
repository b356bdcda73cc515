/**
 * `npm run --silent read -- [--host HOST] INPUT…`: what Overturn reads from saved pages, loopback addresses and EDI files,
 * one JSON document a line on standard output, in the order of the inputs. Words go to standard error.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { looksLikeEdi, readEdiFile } from '../../rules/remittance/read-file.ts';
import { blankReading } from '../../rules/reading/blank-reading.ts';
import type { Reading } from '../../rules/reading/reading.ts';
import { readPage } from '../read-page.ts';
import { findChromium } from './find-browser.mjs';

type Arguments = { host: string | undefined; inputs: string[]; fault: string | null };

function argumentsOf(list: readonly string[]): Arguments {
  const out: Arguments = { host: undefined, inputs: [], fault: null };
  for (let index = 0; index < list.length; index += 1) {
    const word = list[index] ?? '';
    if (word === '--host') {
      index += 1;
      out.host = list[index];
      if (out.host === undefined) out.fault = '--host needs a host name';
    } else if (word.startsWith('--host=')) out.host = word.slice('--host='.length);
    else if (word !== '--') out.inputs.push(word);
  }
  if (out.fault === null && out.inputs.length === 0) out.fault = 'usage: npm run --silent read -- [--host HOST] INPUT…';
  return out;
}

/** A reading that only says why there is none. */
function unread(source: string, code: string, detail?: string): Reading {
  return { ...blankReading(source), warnings: [{ code, place: null, ...(detail === undefined ? {} : { detail }) }] };
}

const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|localhost|\[::1\]|[a-z0-9-]+\.localhost)$/i;

let browser: Promise<Browser> | null = null;

function openBrowser(): Promise<Browser> {
  browser ??= (async () => {
    const executablePath = findChromium() ?? ['/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'].find((place) => existsSync(place));
    // Root in a container has no sandbox to use.
    const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    return chromium.launch({ args, ...(executablePath === undefined ? {} : { executablePath }) });
  })();
  return browser;
}

async function readAddress(address: string, source: string, host: string | undefined): Promise<Reading> {
  const context = await (await openBrowser()).newContext({ viewport: { width: 1280, height: 900 } });
  try {
    // A saved page may name the whole internet; only the machine itself and files are asked.
    await context.route(/.*/, (route) => {
      const asked = new URL(route.request().url());
      return asked.protocol === 'file:' || asked.protocol === 'data:' || asked.protocol === 'blob:' || LOOPBACK.test(asked.hostname) ? route.continue() : route.abort();
    });
    const page = await context.newPage();
    page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined)); // a page that asks waits for nobody
    await page.goto(address, { waitUntil: 'domcontentloaded', timeout: 20_000 });
    const reading = await readPage(page, host === undefined ? {} : { host });
    return { ...reading, source };
  } finally {
    await context.close();
  }
}

async function readInput(input: string, host: string | undefined): Promise<Reading> {
  if (/^https?:\/\//i.test(input)) {
    let address: URL;
    try {
      address = new URL(input);
    } catch {
      return unread('', 'not-an-address');
    }
    if (!LOOPBACK.test(address.hostname)) return unread(address.host, 'not-loopback');
    return readAddress(address.href, address.host, host);
  }
  const source = path.basename(input);
  if (!existsSync(input)) return unread(source, 'no-such-file');
  if (!statSync(input).isFile()) return unread(source, 'not-a-file');
  const bytes = readFileSync(input);
  const start = bytes.subarray(0, 4096).toString('latin1');
  // XML may be a page, or an envelope around an interchange.
  const isPage = /^\s*(?:\uFEFF|ï»¿)?\s*<(?:!doctype|html|head|body|!--|\?xml)/i.test(start) && !(/^\s*\S{0,3}<\?xml(?![^]*<html)/i.test(start) && looksLikeEdi(start));
  if (/\.x?html?$/i.test(input) || isPage) return readAddress(pathToFileURL(path.resolve(input)).href, source, host);
  if (looksLikeEdi(start)) return readEdiFile([bytes], source);
  if (/<[a-z!/][^>]*>/i.test(start)) return readAddress(pathToFileURL(path.resolve(input)).href, source, host);
  return readEdiFile([bytes], source);
}

async function main(): Promise<number> {
  const { host, inputs, fault } = argumentsOf(process.argv.slice(2));
  if (fault !== null) {
    process.stderr.write(`${fault}\n`);
    return 2;
  }
  try {
    for (const input of inputs) {
      process.stderr.write(`reading ${String(inputs.indexOf(input) + 1)} of ${String(inputs.length)}\n`);
      // Error texts may hold the page's words: only their names are told.
      const reading = await readInput(input, host).catch((error: unknown) => unread(/^https?:/i.test(input) ? '' : path.basename(input), 'unreadable', error instanceof Error ? error.name : 'unknown'));
      process.stdout.write(`${JSON.stringify(reading)}\n`);
    }
  } finally {
    await (await browser)?.close();
  }
  return 0;
}

process.exitCode = await main();
