import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { tmpdir } from 'node:os';
import { DEMO_PASSPHRASE } from '../tour/demo-practice.ts';
import { closeBrowser, openBrowser } from './browser-ahead.ts';
import { expect, launch, test as base } from './extension.ts';
import { choosePayer, openCard } from './portal-card.ts';
import { fillPractice, openPopup } from './filled-practice.ts';

/** The browser's own log of its whole network, worker and frames included, written while it runs. */
const test = base.extend<{ netLog: string }>({
  netLog: async ({}, give) => {
    const file = path.join(tmpdir(), `overturn-net-${crypto.randomUUID()}.json`);
    await give(file);
    rmSync(file, { force: true });
  },
  browserContext: async ({ netLog }, give) => {
    const browser = await openBrowser(async (profile) => launch(profile, { args: [`--log-net-log=${netLog}`] }));
    await give(browser);
    await closeBrowser(browser);
  },
});

type Asked = { url: string; initiator: string };

/** Every address that was asked for, and by whom. What the browser asks for by itself has no origin. */
function askedIn(file: string): Asked[] {
  const text = readFileSync(file, 'utf8');
  const log = JSON.parse(text.trimEnd().endsWith('}') ? text : `${text.trimEnd().replace(/,$/u, '')}]}`) as { events: { params?: { url?: string; initiator?: string } }[] };
  return log.events.flatMap(({ params }) => (params?.url === undefined || params.initiator === undefined ? [] : [{ url: params.url, initiator: params.initiator }]));
}

test('a morning of work asks nothing of any network: the demo portals on this machine, and nobody else', async ({ extension, portals, browserContext, netLog }) => {
  test.setTimeout(240_000);
  await fillPractice(extension);
  const popup = await openPopup(extension);
  await popup.getByRole('option').first().click();
  await popup.getByRole('heading', { name: 'Why it was denied' }).waitFor();
  await extension.command('vault:lock', {});
  const status = await extension.command('vault:status', {});
  await extension.command('vault:unlock', { userId: status.ok ? status.value.userId ?? '' : '', passphrase: DEMO_PASSPHRASE });
  const desk = await extension.open('desk.html');
  await desk.getByRole('link', { name: 'Settings' }).waitFor();
  const routes = await desk.getByRole('navigation', { name: 'Desk' }).getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(routes.length).toBeGreaterThan(10);
  for (const route of routes) {
    await desk.goto(`chrome-extension://${extension.id}/desk.html${route}`);
    await desk.locator('main h1').first().waitFor();
  }
  expect((await extension.command('reminder:sweep', {})).ok).toBe(true);
  const portal = await browserContext.current.newPage();
  // A claim page read by the card, which brings the case up to date.
  await portal.goto(`${portals.origin}/prairie-mutual/claim/PM2604418830`);
  const card = await openCard(portal);
  await choosePayer(card, 'Prairie Mutual');
  await card.getByRole('button', { name: 'Update the claim' }).click();
  await expect(card.getByRole('heading', { name: 'Brought up to date' })).toBeVisible();
  await portal.goto(portals.origin); // its claim pages may ask for nothing, by a policy of their own
  // The control: what a page asks for does stand in the log, also where nobody answers.
  await portal.evaluate(async () => fetch('http://127.0.0.1:9/planted-by-the-story').catch(() => null));
  // And a page of ours cannot ask at all: its policy stops it before the network.
  expect(await desk.evaluate(async () => fetch('http://127.0.0.1:9/by-our-own-page').then(() => 'asked', () => 'refused'))).toBe('refused');
  await browserContext.current.close();

  const asked = askedIn(netLog);
  const hosts = asked.map(({ url, initiator }) => ({ url, initiator, protocol: new URL(url).protocol, host: new URL(url).hostname }));
  expect(asked.some(({ url }) => url.endsWith('/planted-by-the-story')), 'the log holds what was asked').toBe(true);
  expect(asked.some(({ url }) => url.endsWith('/by-our-own-page'))).toBe(false);
  const ours = hosts.filter(({ initiator }) => initiator.startsWith('chrome-extension://'));
  expect(ours.filter(({ protocol }) => !['chrome-extension:', 'blob:', 'data:'].includes(protocol)).map(({ url }) => url), 'asked by the extension').toEqual([]);
  const elsewhere = hosts.filter(({ initiator, protocol, host }) => initiator.includes('://') && ['http:', 'https:', 'ws:', 'wss:'].includes(protocol) && !['127.0.0.1', 'localhost', '::1'].includes(host));
  expect(elsewhere.map(({ url, initiator }) => `${initiator} ${url}`)).toEqual([]);
});
