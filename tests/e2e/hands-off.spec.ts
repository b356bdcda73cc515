import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { portalHosts } from '../../rules/portals/registry/portal-hosts.ts';
import { demoPractice } from '../tour/demo-practice.ts';
import { closeBrowser, openBrowser } from './browser-ahead.ts';
import { expect, launch, test } from './extension.ts';
import type { Extension } from './extension.ts';
import { openPopup } from './filled-practice.ts';
import { ownCopy } from './own-copy.ts';
import { throwAwayCertificate } from './throw-away-certificate.ts';

type Chrome = {
  permissions: { contains(what: { origins: string[] }): Promise<boolean> };
  scripting: { executeScript(what: object): Promise<unknown>; getRegisteredContentScripts(): Promise<{ matches: string[]; excludeMatches?: string[] }[]> };
  tabs: { query(what: object): Promise<{ id: number; url?: string }[]> };
};
declare const chrome: Chrome;

/** Every host of the register whose terms forbid tools; a pattern stands for the name itself and for one below it. */
const HANDS_OFF = portalHosts.filter((portal) => portal.mode === 'hands-off').flatMap((portal) => [...portal.hosts, ...portal.frameHosts])
  .flatMap((pattern) => (pattern.startsWith('*.') ? [pattern.slice(2), `claims.${pattern.slice(2)}`] : [pattern]));
const ASSISTED = 'essentials.availity.com';
/** Hosts in no register: pages around or inside others. */
const STRANGERS = ['intranet.example', 'portal-tools.example'];

const claimPage = `<!doctype html><title>Claim</title><h1>Claim detail</h1><dl><dt>Claim number</dt><dd>1126089351480</dd><dt>Patient name</dt><dd>WINSLOW, EDITH</dd>
  <dt>Claim status</dt><dd>Denied</dd><dt>Date of service</dt><dd>08/23/2026</dd><dt>Billed amount</dt><dd>$52.00</dd></dl>`;
const framing = (...hosts: string[]): string => `/framing?${hosts.join('&')}`;

/** The same claim on every host; `/framing?a&b` frames host a, which frames host b, which shows the claim; `/beside?a&b` frames both side by side. */
function pageAt(url: string): string {
  const beside = url.startsWith('/beside?') ? url.slice('/beside?'.length).split('&') : [];
  if (beside.length > 0) return `<!doctype html><title>Work</title>${beside.map((host) => `<iframe width="800" height="300" src="https://${host}/claim"></iframe>`).join('')}`;
  const [first, ...rest] = url.startsWith('/framing?') ? url.slice('/framing?'.length).split('&') : [];
  if (first === undefined) return claimPage;
  return `<!doctype html><title>Work</title><iframe width="800" height="500" src="https://${first}${rest.length > 0 ? framing(...rest) : '/claim'}"></iframe>`;
}

/**
 * A browser that sends every host here and a copy of the extension that holds the permission for all of them: what
 * keeps out of a page is then the extension's own doing and nothing else's.
 */
const everywhere = test.extend<{ web: { port: number } }>({
  web: async ({}, give) => {
    const server = createServer(throwAwayCertificate(), (request, response) => response.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'no-store' }).end(pageAt(request.url ?? '/')));
    await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done); });
    await give({ port: (server.address() as AddressInfo).port });
    server.closeAllConnections();
    await new Promise((done) => { server.close(done); });
  },
  browserContext: async ({ web }, give) => {
    const { folder, remove } = ownCopy({ hostPermissions: ['https://*/*'] });
    const browser = await openBrowser(async (profile) => launch(profile, { folder, args: ['--ignore-certificate-errors', `--host-resolver-rules=MAP *:443 127.0.0.1:${web.port}`] }));
    await give(browser);
    await closeBrowser(browser);
    remove();
  },
});

/** The script worlds of the extension in the frames of a page, as the browser's debugger lists them. */
async function worldsOfOurs(page: Page, extension: Extension): Promise<string[]> {
  const found: string[] = [];
  for (const frame of page.frames()) {
    // A frame in its parent's process is told of by the parent's session.
    const session = await page.context().newCDPSession(frame === page.mainFrame() ? page : frame).catch(() => null);
    if (session === null) continue;
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin.includes(extension.id)) found.push(`${new URL(frame.url()).host}: ${context.name}`);
    });
    await session.send('Runtime.enable'); // answers after it has told of every world there is
    await session.detach();
  }
  return found;
}

async function tabIdOf(extension: Extension, url: string): Promise<number> {
  return (await extension.worker()).evaluate(async (wanted) => (await chrome.tabs.query({})).find((tab) => tab.url === wanted)?.id ?? -1, url);
}

everywhere('on a portal that forbids tools nothing of ours ever runs, also where the browser would let it', async ({ extension, browserContext }) => {
  expect(HANDS_OFF.length).toBeGreaterThan(20);
  expect((await extension.command('practice:create', demoPractice())).ok).toBe(true);
  for (const host of HANDS_OFF) {
    expect(await (await extension.worker()).evaluate((origin) => chrome.permissions.contains({ origins: [origin] }), `https://${host}/*`), `the browser permits ${host}`).toBe(true);
    expect(await extension.command('portal:granted', { origins: [`https://${host}/*`] }), host).toMatchObject({ ok: false, error: { code: 'portal-hands-off' } });
  }
  expect((await extension.command('portal:granted', { origins: [`https://${ASSISTED}/*`] })).ok).toBe(true);

  const pages = new Map<string, Page>();
  const open = async (host: string, at = '/claim'): Promise<Page> => {
    const page = await browserContext.current.newPage();
    await page.goto(`https://${host}${at}`);
    pages.set(page.url(), page);
    return page;
  };
  for (const host of HANDS_OFF) await open(host);
  // In the frame of a granted portal, too.
  const shell = await open(ASSISTED, framing(HANDS_OFF[0] ?? ''));
  // The very same page, opened last, on the portal that was granted: by the time it has its pill, all others had theirs.
  const control = await browserContext.current.newPage();
  await control.goto(`https://${ASSISTED}/claim`);
  await expect(control.locator('overturn-mark button.pill')).toBeVisible();
  expect(await worldsOfOurs(control, extension)).toEqual([expect.stringContaining(ASSISTED)]);

  for (const [url, page] of pages) {
    expect(await extension.command('portal:read-once', { tabId: await tabIdOf(extension, url) }), url).toMatchObject({ ok: false, error: { code: 'portal-hands-off' } });
    for (const frame of page.frames()) if (new URL(frame.url()).host !== ASSISTED) expect(await frame.locator('overturn-mark').count(), url).toBe(0);
    expect((await worldsOfOurs(page, extension)).filter((world) => !world.startsWith(ASSISTED)), url).toEqual([]);
  }
  expect(shell.frames()).toHaveLength(2);

  // Had anything run there, it would have been seen.
  const [host = ''] = HANDS_OFF;
  await (await extension.worker()).evaluate(async (tabId) => chrome.scripting.executeScript({ target: { tabId }, func: () => 1 }), await tabIdOf(extension, `https://${host}/claim`));
  expect(await worldsOfOurs(pages.get(`https://${host}/claim`) as Page, extension)).toEqual([expect.stringContaining(host)]);
});

everywhere('the frame of a portal that forbids tools is left alone by all that reaches into the other frames of its tab', async ({ extension, browserContext }) => {
  expect((await extension.command('practice:create', demoPractice())).ok).toBe(true);
  const [handsOff = ''] = HANDS_OFF;
  const page = await browserContext.current.newPage();
  await page.goto(`https://${ASSISTED}/beside?${[ASSISTED, ASSISTED, handsOff].join('&')}`);
  const strangersIn = async () => (await worldsOfOurs(page, extension)).filter((world) => !world.startsWith(ASSISTED));
  // Granted while it is open: the script goes in at once.
  expect((await extension.command('portal:granted', { origins: [`https://${ASSISTED}/*`] })).ok).toBe(true);
  await expect.poll(async () => (await worldsOfOurs(page, extension)).length).toBeGreaterThan(0);
  expect(await strangersIn()).toEqual([]);
  // Three frames of it speak, so that the background asks how they stand in one another.
  await page.reload();
  await expect(page.locator('overturn-mark button.pill')).toBeVisible();
  expect(page.frames()).toHaveLength(4);
  expect(await strangersIn()).toEqual([]);
  // A map for it reaches pages that are open.
  const map = { schema: 'overturn-portal-map/1' as const, id: 'own-availity', name: 'Availity', version: 1, portals: [], hosts: [ASSISTED], frameHosts: [], reach: 'words' as const, evidence: {}, pages: [], labels: [{ text: 'Where it stands', means: 'status' as const }], statuses: [], note: '' };
  const proposed = await extension.command('map:propose', { map });
  expect(proposed.ok, JSON.stringify(proposed)).toBe(true);
  await expect(page.locator('overturn-mark button.pill')).toBeVisible();
  expect(await strangersIn()).toEqual([]);
});

everywhere('a portal that forbids tools, deep inside a strange page or around one, stops the reading of the whole tab', async ({ extension, browserContext }) => {
  expect((await extension.command('practice:create', demoPractice())).ok).toBe(true);
  expect((await extension.command('portal:granted', { origins: [`https://${ASSISTED}/*`] })).ok).toBe(true);
  const [stranger = '', other = ''] = STRANGERS;
  const [handsOff = ''] = HANDS_OFF;
  const read = async (at: string): Promise<unknown> => {
    const page = await browserContext.current.newPage();
    await page.goto(`https://${stranger}${at}`);
    return extension.command('portal:read-once', { tabId: await tabIdOf(extension, page.url()) });
  };
  const refused = { ok: false, error: { code: 'portal-hands-off' } };
  expect(await read(framing(handsOff))).toMatchObject(refused);
  expect(await read(framing(other, handsOff))).toMatchObject(refused);
  expect(await read(framing(handsOff, other))).toMatchObject(refused);
  expect(await read(framing(other, handsOff, ASSISTED))).toMatchObject(refused);
  // A granted portal inside such a page is left alone by the script that was registered for it.
  const inside = browserContext.current.pages().at(-1);
  expect(inside?.frames().map((frame) => new URL(frame.url()).host)).toEqual([stranger, other, handsOff, ASSISTED]);
  const granted = await browserContext.current.newPage();
  await granted.goto(`https://${ASSISTED}${framing(other, ASSISTED)}`);
  await expect(granted.locator('overturn-mark button.pill')).toBeVisible();
  expect(await inside?.frames().at(-1)?.locator('overturn-mark').count()).toBe(0);
  // Without one, the claim two frames deep is read.
  expect(await read(framing(other, ASSISTED))).toMatchObject({ ok: true, value: { kind: 'claim-detail' } });
});

test('what cannot be read there is pasted, reviewed and saved like any other claim', async ({ extension }) => {
  await extension.command('practice:create', demoPractice());
  const popup = await openPopup(extension);
  await popup.getByRole('button', { name: 'Enter a claim by hand' }).click();
  const box = popup.getByLabel('Copied page');
  await expect(box).toBeFocused();
  await box.fill('Claim Status Details\nClaim Control Number\t1126089351480\nBeneficiary Name\tWINSLOW, EDITH\nMedicare Number\t1EG4-TE5-MK73\nDate of Service\t08/23/2026\nClaim Status\tProcessed\nTotal Billed Amount\t$52.00\nTotal Paid Amount\t$0.00\nFinalized Date\t09/25/2026\n');
  await popup.getByRole('button', { name: 'Read', exact: true }).click();
  await expect(popup.getByLabel('Claim number')).toHaveValue('1126089351480');
  await expect(popup.getByLabel('Patient', { exact: true })).toHaveValue('WINSLOW, EDITH');
  await popup.getByRole('button', { name: /File under/u }).click();
  await popup.getByRole('option', { name: 'Heartland Medicare Services' }).click();
  await popup.getByRole('button', { name: /^Save/u }).click();
  await expect(popup.getByRole('heading', { name: 'Why it was denied' })).toBeVisible();
  await expect(popup.getByText('WINSLOW, EDITH').first()).toBeVisible();
});

test('the demo of such a portal is left alone on this machine too', async ({ extension, browserContext, portals }) => {
  expect((await extension.command('practice:create', demoPractice())).ok).toBe(true);
  const page = await browserContext.current.newPage();
  await page.goto(`${portals.origin}/heartland-mac/claim`);
  await expect(page.getByRole('heading', { name: 'Claim Status Detail' })).toBeVisible();
  expect(new URL(page.url()).hostname).toBe('heartland-mac.localhost');
  // By the time another demo portal has its mark, this one had it.
  const control = await browserContext.current.newPage();
  await control.goto((await (await fetch(portals.origin)).text()).match(/href="(\/saltmarsh[^"]*)"/u)?.[1]?.replace(/^/u, portals.origin) ?? portals.origin);
  await expect.poll(async () => (await worldsOfOurs(control, extension)).length).toBeGreaterThan(0);
  expect(await worldsOfOurs(page, extension)).toEqual([]);
  expect(await page.locator('overturn-mark').count()).toBe(0);
});
