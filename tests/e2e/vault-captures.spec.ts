import type { Page } from '@playwright/test';
import type { Reading } from '../../rules/reading/reading.ts';
import { keepReview, reapplyReview } from '../../rules/review/kept-review.ts';
import { startDraft, typeInto } from '../../rules/review/review-draft.ts';
import type { Reply } from '../portals/portal.ts';
import { servePortals } from '../portals/serve.ts';
import type { PortalServer } from '../portals/serve.ts';
import { expect, PASSPHRASE, test } from './extension.ts';
import type { Extension } from './extension.ts';

type Chrome = {
  scripting: { getRegisteredContentScripts(): Promise<{ matches: string[] }[]> };
  storage: { session: { get(keys: null): Promise<Record<string, { tabId: number; reading: { claims: { claimControlNumber: { value: string } | null; patientName: { value: string } | null }[] } }>> } };
};
declare const chrome: Chrome;

function claimPage(number: string, patient: string): Reply {
  return {
    body: `<!doctype html><title>Claim</title><h1>Claim detail</h1><dl><dt>Claim number</dt><dd>${number}</dd><dt>Patient name</dt><dd>${patient}</dd>
      <dt>Claim status</dt><dd>Denied</dd><dt>Date of service</dt><dd>02/19/2025</dd><dt>Billed amount</dt><dd>$240.00</dd></dl>`,
  };
}
const ONE = 'HB7734Q1190266';
const TWO = 'KD2201R5580413';
const pages = new Map<string, Reply>([
  ['/one', claimPage(ONE, 'Ottoline Vanterpool')],
  ['/two', claimPage(TWO, 'Leopold Ashgrove')],
  ['/framed', { body: '<!doctype html><title>Portal</title><h1>Provider home</h1><p>Welcome back</p><iframe src="/one" width="800" height="400"></iframe>' }],
  ['/strict', { ...claimPage(ONE, 'Ottoline Vanterpool'), headers: { 'content-security-policy': "default-src 'none'; frame-src 'none'" } }],
  ['/plain', { body: '<!doctype html><title>News</title><h1>Policy news</h1><p>Some claims were denied last year. An appeal may help.</p>' }],
]);

let site: PortalServer;
test.beforeAll(async () => {
  site = await servePortals({ pages });
});
test.afterAll(async () => site.close());

/** Claim numbers of the readings that wait, by capture id; read from a page of ours. */
async function waiting(page: Page): Promise<Record<string, string | undefined>> {
  return page.evaluate(async () => Object.fromEntries(Object.entries(await chrome.storage.session.get(null))
    .filter(([key]) => key.startsWith('capture:'))
    .map(([key, capture]) => [key.slice('capture:'.length), capture.reading.claims[0]?.claimControlNumber?.value])));
}
/** How many tabs have given a reading, with a claim or without. */
const spokenFor = async (page: Page) => page.evaluate(async () => Object.keys(await chrome.storage.session.get(null)).filter((key) => key.startsWith('tab:')).length);
const numbers = async (page: Page) => Object.values(await waiting(page)).sort();
const idOf = async (page: Page, number: string) => Object.entries(await waiting(page)).find(([, value]) => value === number)?.[0] ?? '';

async function look(extension: Extension): Promise<Page> {
  return extension.open('popup.html');
}

test('two tabs wait side by side, a closed or left page takes only its own reading along', async ({ extension, practice, browserContext }) => {
  expect(practice.userId).not.toBe('');
  const [first, second] = [await browserContext.current.newPage(), await browserContext.current.newPage()];
  await first.goto(`${site.origin}/one`);
  await second.goto(`${site.origin}/two`);
  const page = await look(extension);
  await first.bringToFront();
  await second.bringToFront();
  await expect.poll(() => numbers(page)).toEqual([ONE, TWO].sort());
  await extension.killWorker();
  const pending = await extension.command('capture:pending', { captureId: await idOf(page, ONE) });
  expect(pending.ok && pending.value.reading.claims[0]?.patientName?.value).toContain('Ottoline');
  await second.goto(`${site.origin}/plain`);
  await expect.poll(() => numbers(page)).toEqual([ONE]);
  await first.close();
  // It is under review in a page of ours, so that it ends when that is closed, and not with the tab.
  expect(await numbers(page)).toEqual([ONE]);
  expect(await extension.command('capture:close', { captureId: await idOf(page, ONE) })).toMatchObject({ ok: true });
  await expect.poll(() => numbers(page)).toEqual([]);
});

test('a claim in a frame is the tab\'s claim, and a page that only talks of denials waits for nothing', async ({ extension, practice, browserContext }) => {
  expect(practice.userId).not.toBe('');
  const tab = await browserContext.current.newPage();
  const page = await look(extension);
  await tab.bringToFront();
  await tab.goto(`${site.origin}/plain`);
  await expect.poll(() => spokenFor(page)).toBe(1); // its script has spoken, and had no claim to offer
  expect(await numbers(page)).toEqual([]);
  await tab.goto(`${site.origin}/framed`);
  await expect.poll(() => numbers(page)).toEqual([ONE]);
});

test('what was typed into the card is there again when the page is opened anew', async ({ extension, practice, browserContext }) => {
  const tab = await browserContext.current.newPage();
  const page = await look(extension);
  await tab.bringToFront();
  await tab.goto(`${site.origin}/one`);
  await expect.poll(() => numbers(page)).toEqual([ONE]);
  const before = await idOf(page, ONE);
  const shown = await extension.command('capture:pending', { captureId: before });
  if (!shown.ok) throw new Error(shown.error.code);
  const reading = shown.value.reading as Reading;
  const typed = keepReview(typeInto(startDraft(reading, null), 0, 'paid', '12.00'), reading, null);
  expect(await extension.command('capture:draft', { captureId: before, draft: typed })).toMatchObject({ ok: true });
  expect(await extension.command('capture:draft', { captureId: before, draft: { claims: 'everything' } })).toMatchObject({ ok: false, error: { code: 'bad-request' } });
  // A review in a page of ours outlives the page it came from; closed, it is gone.
  await tab.goto(`${site.origin}/plain`);
  expect(await extension.command('capture:pending', { captureId: before })).toMatchObject({ ok: true });
  expect(await extension.command('capture:close', { captureId: before })).toMatchObject({ ok: true });
  await expect.poll(() => numbers(page)).toEqual([]);
  await tab.goto(`${site.origin}/one`);
  await expect.poll(async () => { const id = await idOf(page, ONE); return id !== '' && id !== before; }).toBe(true);
  const pending = await extension.command('capture:pending', { captureId: await idOf(page, ONE) });
  expect(pending.ok && reapplyReview(pending.value.draft, pending.value.reading as Reading, null).claims[0]?.texts['paid']).toBe('12.00');
  expect(await extension.command('capture:pending', { captureId: before })).toMatchObject({ ok: false, error: { code: 'not-found' } });

  // Locked: nothing waits. Unlocked again: the page in front is asked once more, without a reload.
  expect(await extension.command('vault:lock', {})).toMatchObject({ ok: true });
  expect(await numbers(page)).toEqual([]);
  expect(await extension.command('vault:unlock', { userId: practice.userId, passphrase: PASSPHRASE })).toMatchObject({ ok: true });
  await expect.poll(() => numbers(page)).toEqual([ONE]);
});

test('a page that forbids every frame and script of others still lets its claim be read', async ({ extension, practice, browserContext }) => {
  expect(practice.userId).not.toBe('');
  const tab = await browserContext.current.newPage();
  const page = await look(extension);
  await tab.bringToFront();
  await tab.goto(`${site.origin}/strict`);
  await expect.poll(() => numbers(page)).toEqual([ONE]);
});

test('only loopback is registered in this build, and a grant the browser does not hold registers nothing', async ({ extension, practice }) => {
  expect(practice.userId).not.toBe('');
  const page = await look(extension);
  const matches = async () => page.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).flatMap((script) => script.matches));
  await expect.poll(matches).toEqual(['http://127.0.0.1/*', 'http://localhost/*']);
  expect(await extension.command('portal:granted', { origins: ['https://essentials.availity.com/*'] })).toMatchObject({ ok: false, error: { code: 'portal-not-granted' } });
  expect(await extension.command('portal:granted', { origins: ['https://www.noridianmedicareportal.com/*'] })).toMatchObject({ ok: false, error: { code: 'portal-hands-off' } });
  expect(await matches()).toEqual(['http://127.0.0.1/*', 'http://localhost/*']);
});
