import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPage } from '../../../read-page.ts';
import { findChromium } from '../../../commands/find-browser.mjs';
import type { Reading, ReadingClaim } from '../../../../rules/reading/reading.ts';

/**
 * Hand-made pages of every make, each with what a careful person reads from it. An expected file lists all that is
 * asserted: whatever it does not name must be absent. No file is written by a test; a missing one fails.
 */
const FOLDER = fileURLToPath(new URL('pages', import.meta.url));
const pages = globSync('*.html', { cwd: FOLDER }).sort();

let browser: Browser;
let page: Page;

beforeAll(async () => {
  const executablePath = findChromium();
  browser = await chromium.launch({ args: process.getuid?.() === 0 ? ['--no-sandbox'] : [], ...(executablePath === null ? {} : { executablePath }) });
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
});

afterAll(async () => {
  await browser.close();
});

/** Values without their evidence; what is absent is left out. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  if ('value' in value && 'raw' in value) return value.value;
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== null && !(Array.isArray(inner) && inner.length === 0)).map(([key, inner]) => [key, plain(inner)]));
}

function summary(reading: Reading): unknown {
  return { kind: reading.kind, claims: reading.claims.map((claim: ReadingClaim) => plain(claim)), ...(reading.member === undefined ? {} : { member: plain(reading.member) }), ...(reading.seen === null ? {} : { seen: reading.seen }), ...(reading.payment === null ? {} : { payment: plain(reading.payment) }), ...(reading.providerAdjustments.length === 0 ? {} : { providerAdjustments: reading.providerAdjustments }) };
}

async function open(name: string): Promise<void> {
  await page.goto(pathToFileURL(path.join(FOLDER, name)).href);
}

describe('the reader on hand-made pages', () => {
  it('has pages to read', () => {
    expect(pages.length).toBeGreaterThan(20);
  });

  it.each(pages)('%s', async (name) => {
    const expected = path.join(FOLDER, name.replace('.html', '.expected.json'));
    expect(existsSync(expected), 'every page has an expected reading').toBe(true);
    await open(name);
    const reading = await readPage(page);
    expect(summary(reading)).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
  });
});

describe('hostile pages', () => {
  it('reads a claim beside 20,000 rows, a cell of 100 kB and deep nesting, and does not hang', async () => {
    await page.setContent('<h1>Claim Details</h1><dl><dt>Claim Number</dt><dd>26H0041177</dd><dt>Patient Name</dt><dd>LINDQVIST, ODA</dd><dt>Claim Status</dt><dd>Denied</dd><dt>Billed Amount</dt><dd>$215.00</dd></dl><div id="more"></div>');
    await page.evaluate(() => {
      const more = document.querySelector('#more');
      if (more === null) return;
      const table = document.createElement('table');
      for (let row = 0; row < 20_000; row += 1) table.insertRow().insertCell().textContent = `row ${String(row)} paid amount`;
      const long = document.createElement('p');
      long.textContent = `${'a: '.repeat(20_000)}${'('.repeat(20_000)}${'CO-'.repeat(10_000)}`;
      let deep: Element = more;
      for (let level = 0; level < 500; level += 1) deep = deep.appendChild(document.createElement('div'));
      deep.textContent = 'deep';
      more.append(table, long);
    });
    const started = performance.now();
    const reading = await readPage(page);
    expect(reading.claims.map((claim) => claim.claimControlNumber?.value)).toEqual(['26H0041177']);
    expect(reading.claims[0]?.charge?.value).toBe(21500);
    expect(performance.now() - started).toBeLessThan(8000);
  });

  it('reads a list of 20,000 claims in time that grows with the list, and tells no more than 2,000 at once', async () => {
    const open = async (rows: number): Promise<number> => {
      await page.setContent('<h1>Claims</h1><table><tr><th>Claim #</th><th>Patient</th><th>Date of service</th><th>Billed</th><th>Status</th></tr></table>');
      await page.evaluate((count) => {
        const table = document.querySelector('table');
        for (let at = 0; at < count; at += 1) {
          const row = table?.insertRow();
          for (const text of [`26H${String(1_000_000 + at)}`, 'DOE, JANE', '03/02/2026', '$10.00', 'Denied']) if (row !== undefined) row.insertCell().textContent = text;
        }
      }, rows);
      const started = performance.now();
      const reading = await readPage(page, { between: 1 });
      expect(reading.claims.length).toBe(Math.min(rows, 2000));
      expect(reading.claims[0]?.charge?.value).toBe(1000);
      return performance.now() - started;
    };
    const few = await open(1000);
    const many = await open(20_000);
    expect(many).toBeLessThan(Math.max(30 * few, 20_000));
  }, 90_000);

  it('takes names that look like scripts, formulas and templates as text or not at all', async () => {
    await page.setContent('<h1>Claim Details</h1><dl></dl>');
    await page.evaluate(() => {
      const list = document.querySelector('dl');
      for (const [label, value] of [['Claim Number', '26H0041177'], ['Patient Name', '<script>alert(1)</script>'], ['Member ID', '{{constructor.constructor("x")()}}'], ['Patient Account Number', '=HYPERLINK("http://example.invalid")'], ['Claim Status', 'Denied"><img src=x onerror=alert(1)>'], ['Billed Amount', '$215.00']] as const) {
        list?.append(Object.assign(document.createElement('dt'), { textContent: label }), Object.assign(document.createElement('dd'), { textContent: value }));
      }
    });
    const claim = (await readPage(page)).claims[0];
    expect([claim?.claimControlNumber?.value, claim?.charge?.value, claim?.memberId, claim?.patientControlNumber, claim?.status]).toEqual(['26H0041177', 21500, null, null, null]);
    expect(await page.evaluate(() => document.scripts.length)).toBe(0);
  });

  it('is not held up by texts made to trap patterns', async () => {
    const traps = [`${'a '.repeat(4000)}:`, 'Claim '.repeat(3000), '1,111'.repeat(3000), `${'CO-45, '.repeat(3000)}!`, '03/02/2026 - '.repeat(2000), `${'('.repeat(8000)}$1.00${')'.repeat(8000)}`, `${'A-'.repeat(8000)}!`, `${' '.repeat(19_000)}x`];
    await page.setContent('<h1>Claim Details</h1><dl><dt>Claim Number</dt><dd>26H0041177</dd><dt>Billed Amount</dt><dd>$215.00</dd><dt>Claim Status</dt><dd>Denied</dd></dl><table><tr><th>Reason Code</th><th>Paid</th></tr></table>');
    await page.evaluate((texts) => {
      for (const text of texts) {
        for (const tag of ['p', 'dd', 'h3', 'td', 'pre']) document.body.append(Object.assign(document.createElement(tag), { textContent: text }));
        const row = document.querySelector('table')?.insertRow();
        for (const side of [text, text.slice(0, 120)]) if (row !== undefined) row.insertCell().textContent = side;
      }
    }, traps);
    const started = performance.now();
    const reading = await readPage(page, { between: 1 });
    expect(performance.now() - started).toBeLessThan(6000);
    expect(reading.claims[0]?.claimControlNumber?.value).toBe('26H0041177');
  });

  it('comes to an end on a page that rewrites itself every 10 ms', async () => {
    await page.setContent('<h1>Claim Details</h1><dl><dt>Claim Number</dt><dd>26H0041177</dd><dt>Billed Amount</dt><dd>$215.00</dd><dt>Claim Status</dt><dd>Denied</dd></dl><p id="clock">0</p>');
    await page.evaluate(() => {
      let turn = 0;
      setInterval(() => {
        const list = document.querySelector('dl');
        list?.replaceWith(list.cloneNode(true));
        turn += 1;
        const clock = document.querySelector('#clock');
        if (clock !== null) clock.textContent = String(turn);
      }, 10);
    });
    const reading = await readPage(page);
    expect(reading.claims[0]?.claimControlNumber?.value).toBe('26H0041177');
  });

  it('never carries a value of the claim that was left', async () => {
    await page.setContent('<main><h1>Claim Details</h1><dl><dt>Claim Number</dt><dd>26H0000001</dd><dt>Patient Name</dt><dd>FIRST, PERSON</dd><dt>Claim Status</dt><dd>Denied</dd><dt>Paid Amount</dt><dd>$7.00</dd></dl></main>');
    await readPage(page);
    await page.evaluate(() => {
      history.replaceState(null, '', '#/other');
      const main = document.querySelector('main');
      if (main !== null) main.hidden = true;
      const next = document.createElement('section');
      for (const [label, value] of [['Claim Number', '26H0000002'], ['Claim Status', 'Pending'], ['Billed Amount', '$90.00']] as const) {
        const pair = next.appendChild(document.createElement('div'));
        pair.appendChild(document.createElement('span')).textContent = label;
        pair.appendChild(document.createElement('span')).textContent = value;
      }
      document.body.append(next);
    });
    const reading = await readPage(page);
    const claim = reading.claims[0];
    expect([claim?.claimControlNumber?.value, claim?.patientName, claim?.paid, claim?.status?.value, claim?.charge?.value]).toEqual(['26H0000002', null, null, 'pending', 9000]);
  });
});

it('leaves the page as it was', async () => {
  await open('readjudicated.html');
  const before = await page.evaluate(() => document.documentElement.outerHTML);
  await readPage(page);
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  expect(await page.evaluate(() => 'OverturnReader' in globalThis), 'nothing of ours in the page\'s world').toBe(false);
});

it('gives the example of the contract, whole', async () => {
  await open('contract-example.html');
  const reading = await readPage(page);
  expect({ ...reading, source: 'claim.html' }).toEqual(JSON.parse(readFileSync(path.join(FOLDER, 'contract-example.whole.json'), 'utf8')));
});

describe('hosts', () => {
  it('reads nothing where the terms register says hands off', async () => {
    await open('contract-example.html');
    const reading = await readPage(page, { host: 'www.noridianmedicareportal.com' });
    expect([reading.kind, reading.terms, reading.claims.length]).toEqual(['none', 'hands-off', 0]);
  });
});
