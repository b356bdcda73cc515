import { accessSync, constants, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expectAccessible } from './accessible.ts';
import { closeBrowser, openBrowser } from './browser-ahead.ts';
import { expect, launch, test as base } from './extension.ts';
import type { Extension } from './extension.ts';
import { claimDetail, claimPage, ferreira, servePages } from './living-pages.ts';
import { ownCopy } from './own-copy.ts';
import { openDemoPractice, pillOf } from './portal-card.ts';

/** Where Chromium of Debian and Ubuntu reads what an administrator sets; Chrome for Testing reads the other. */
const FOLDERS = ['/etc/chromium/policies/managed', '/etc/opt/chrome_for_testing/policies/managed', '/etc/opt/chrome/policies/managed'];

/** With a copy of the extension of its own: a policy is set for the whole computer, and other stories run beside this one. */
const test = base.extend({
  browserContext: async ({}, give) => {
    const { folder, remove } = ownCopy();
    const browser = await openBrowser(async (profile) => launch(profile, { folder }));
    await give(browser);
    await closeBrowser(browser);
    remove();
  },
});

function isWritable(): boolean {
  try {
    for (const folder of FOLDERS) mkdirSync(folder, { recursive: true });
    for (const folder of FOLDERS) accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false; // only an administrator may set a policy
  }
}

const filesOf = (id: string): string[] => FOLDERS.map((folder) => path.join(folder, `overturn-story-${id}.json`));

/** Sets the policy of this extension for a browser that is started after it. */
async function setPolicy(extension: Extension, policy: object): Promise<void> {
  for (const file of filesOf(extension.id)) writeFileSync(file, JSON.stringify({ '3rdparty': { extensions: { [extension.id]: policy } } }));
  await extension.restart();
}

// Only an administrator may write there, as only one may set a policy; for anybody else there is nothing to try.
if (isWritable()) test.describe('a policy of the organization, set as an administrator sets it', () => {
  test.afterEach(({ extension }) => { for (const file of filesOf(extension.id)) rmSync(file, { force: true }); });

  test('it is shown as set by the organization, held at the commands, and its faults are said line by line', async ({ extension }) => {
    await openDemoPractice(extension);
    const { DEMO_PASSPHRASE } = await import('../tour/demo-practice.ts');
    await setPolicy(extension, { idleMinutes: 5, exportsAllowed: ['trail', 'cases:lead', 'everybody'], packs: 'signed', coverIdentifiers: 'numbers', trailYears: 8, portalsDenied: ['availity', 'not a host'], caseYears: 0 });
    const status = await extension.command('vault:status', {});
    if (!status.ok) throw new Error(status.error.code);
    expect((await extension.command('vault:unlock', { userId: status.value.users[0]?.id ?? '', passphrase: DEMO_PASSPHRASE })).ok).toBe(true);

    const desk = await extension.open('desk.html', '#/computer');
    const list = desk.getByLabel('Set by your organization', { exact: true }).last();
    await expect(list).toContainText('5 minutes at most');
    await expect(list).toContainText('the audit trail, lists of cases (leads only)');
    await expect(list).toContainText('Availity Essentials');
    const problems = desk.getByRole('list', { name: 'Problems of the policy' });
    await expect(problems.getByRole('listitem')).toHaveCount(3);
    await expect(problems).toContainText('portalsDenied, 2nd');
    await expect(problems).toContainText('exportsAllowed, 3rd');
    await expect(problems).toContainText('caseYears');
    await expectAccessible(desk);
    const shots = process.env['OVERTURN_SHOTS'];
    if (shots !== undefined) await desk.screenshot({ path: `${shots}/computer-policy.png`, fullPage: true });

    // At the commands, whatever a page shows.
    const export_ = (kind: 'everything' | 'cases' | 'trail') => extension.command('export:begin', { kind, format: kind === 'everything' ? 'json' : 'csv', columns: kind === 'cases' ? ['payer'] : [], rows: 1, reason: kind === 'everything' ? 'audit' : null });
    expect(await export_('everything')).toMatchObject({ ok: false, error: { code: 'policy-forbids' } });
    expect((await export_('cases')).ok).toBe(true);
    expect((await export_('trail')).ok).toBe(true);
    expect(await extension.command('backup:begin', { lock: 'own', passphrase: 'seven quiet herons cross the marsh', why: 'person' })).toMatchObject({ ok: false, error: { code: 'policy-forbids' } });
    expect(await extension.command('settings:save', { idleMinutes: 15 })).toMatchObject({ ok: false, error: { code: 'policy-forbids' } });
    expect((await extension.command('settings:save', { idleMinutes: 3 })).ok).toBe(true);
    expect(await extension.command('settings:save', { trailYears: 6 })).toMatchObject({ ok: false, error: { code: 'policy-forbids' } });
    await desk.goto(`chrome-extension://${extension.id}/desk.html#/settings`);
    await expect(desk.getByText('Set by your organization: 5 minutes at most.')).toBeVisible();
    await desk.goto(`chrome-extension://${extension.id}/desk.html#/audit`);
    await expect(desk.getByRole('table').last()).toContainText('Refused: your organization');
  });

  test('a portal that is not among those allowed gets no script, is not read on a press, and cannot be granted', async ({ extension, browserContext, portals }) => {
    await openDemoPractice(extension);
    const { DEMO_PASSPHRASE } = await import('../tour/demo-practice.ts');
    await servePages(browserContext.current, { claim: claimPage(claimDetail(ferreira)) });
    const before = await browserContext.current.newPage();
    await before.goto(`${portals.origin}/living/claim`);
    await expect(pillOf(before)).toBeVisible({ timeout: 20_000 });

    await setPolicy(extension, { portalsAllowed: ['claims.payer.example'] });
    const status = await extension.command('vault:status', {});
    if (!status.ok) throw new Error(status.error.code);
    await extension.command('vault:unlock', { userId: status.value.users[0]?.id ?? '', passphrase: DEMO_PASSPHRASE });
    await servePages(browserContext.current, { claim: claimPage(claimDetail(ferreira)) });
    const page = await browserContext.current.newPage();
    await page.goto(`${portals.origin}/living/claim`);
    const popup = await extension.open('popup.html');
    const tabId = await popup.evaluate(async (origin) => (await (globalThis as unknown as { chrome: { tabs: { query(what: object): Promise<{ id: number; url?: string }[]> } } }).chrome.tabs.query({})).find(({ url }) => url?.startsWith(origin) === true)?.id ?? -1, portals.origin);
    expect(await extension.command('portal:read-once', { tabId })).toMatchObject({ ok: false, error: { code: 'policy-forbids' } });
    expect(await popup.evaluate(async () => (globalThis as unknown as { chrome: { scripting: { getRegisteredContentScripts(): Promise<unknown[]> } } }).chrome.scripting.getRegisteredContentScripts())).toEqual([]);
    await expect(pillOf(page)).toHaveCount(0);
    expect(await extension.command('portal:granted', { origins: ['http://127.0.0.1/*'] })).toMatchObject({ ok: false, error: { code: 'policy-forbids' } });
  });
});
