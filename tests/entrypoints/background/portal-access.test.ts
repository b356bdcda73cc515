import { beforeEach, expect, test, vi } from 'vitest';
import { portalHosts } from '../../../rules/portals/registry/portal-hosts.ts';

type Script = { id: string; matches: string[]; excludeMatches: string[] };
const state: { url: string; frames: string[]; injected: unknown[]; scripts: Script[]; permitted: (origin: string) => boolean; grants: string[] } =
  { url: '', frames: [], injected: [], scripts: [], permitted: () => true, grants: [] };

vi.stubGlobal('__OVERTURN_BUILD__', 'store');
vi.mock('../../../entrypoints/background/services.ts', () => ({ openStore: () => Promise.resolve({}) }));
vi.mock('../../../storage/portal-grants.ts', () => ({ listPortalGrants: () => Promise.resolve(state.grants.map((origin) => ({ origin }))) }));
vi.mock('wxt/browser', () => ({
  browser: {
    runtime: { id: 'own', getURL: (path: string) => `chrome-extension://own${path}` },
    tabs: { get: (id: number) => Promise.resolve({ id, url: state.url }), query: () => Promise.resolve([{ id: 5 }]) },
    permissions: { contains: ({ origins }: { origins: string[] }) => Promise.resolve(origins.every(state.permitted)) },
    scripting: {
      executeScript: (what: { func?: unknown }) => {
        state.injected.push(what);
        return Promise.resolve([{ frameId: 0, result: what.func === undefined ? null : state.frames }]);
      },
      getRegisteredContentScripts: () => Promise.resolve(state.scripts),
      registerContentScripts: (scripts: Script[]) => { state.scripts = scripts; return Promise.resolve(); },
      updateContentScripts: (scripts: Script[]) => { state.scripts = scripts; return Promise.resolve(); },
      unregisterContentScripts: () => { state.scripts = []; return Promise.resolve(); },
    },
  },
}));
const { registerPortalScripts, startInOpenTabs } = await import('../../../entrypoints/background/portal-access.ts');
const { readTabOnce } = await import('../../../entrypoints/background/read-tab.ts');
const { callerOf } = await import('../../../entrypoints/background/caller.ts');

beforeEach(() => Object.assign(state, { url: '', frames: [], injected: [], scripts: [], permitted: () => true, grants: [] }));

const handsOff = portalHosts.filter((portal) => portal.mode === 'hands-off').flatMap((portal) => [...portal.hosts, ...portal.frameHosts]).map((host) => host.replace(/^\*\./u, ''));

test.each(handsOff)('nothing is injected in %s, asked for or granted', async (host) => {
  for (const url of [`https://${host}/claim?id=1`, `https://www.${host.replace(/^www\./u, '')}:443/`]) {
    state.url = url;
    if (url.includes('www.') && !portalHosts.some((portal) => portal.hosts.includes(`*.${host}`))) continue;
    await expect(readTabOnce(1)).rejects.toMatchObject({ code: 'portal-hands-off' });
  }
  expect(state.injected).toEqual([]);
  state.grants = [`https://${host}/*`, `https://*.${host}/*`];
  await registerPortalScripts();
  await startInOpenTabs(state.grants);
  expect(state.scripts).toEqual([]);
  expect(state.injected).toEqual([]);
  expect(await callerOf({ id: 'own', url: `https://${host}/x`, frameId: 0, tab: { id: 1, url: `https://${host}/x` } } as never)).toBeNull();
});

test('a hands-off portal in a frame of a stranger stops the reading before the frames are touched', async () => {
  state.url = 'https://intranet.example/work';
  state.frames = [handsOff[0] ?? ''];
  await expect(readTabOnce(1)).rejects.toMatchObject({ code: 'portal-hands-off' });
  expect(state.injected).toEqual([expect.objectContaining({ target: { tabId: 1 } })]); // the question where frames point, in the stranger's own page
});

test('what is registered follows the grants, the browser\'s permission and the terms', async () => {
  const readOnly = portalHosts.find((portal) => portal.mode === 'read-only')?.hosts[0] ?? '';
  state.grants = ['https://essentials.availity.com/*', 'https://claims.smallplan.example/*', `https://${readOnly}/*`, 'https://gone.example/*', 'https://*/*'];
  state.permitted = (origin) => origin !== 'https://gone.example/*';
  await registerPortalScripts();
  expect(state.scripts).toHaveLength(1);
  expect(state.scripts[0]?.matches).toEqual(['https://claims.smallplan.example/*', 'https://essentials.availity.com/*']);
  expect(state.scripts[0]?.excludeMatches.length).toBeGreaterThan(10);
  state.grants = ['https://essentials.availity.com/*'];
  await registerPortalScripts();
  expect(state.scripts[0]?.matches).toEqual(['https://essentials.availity.com/*']);
  state.grants = [];
  await registerPortalScripts();
  expect(state.scripts).toEqual([]);
});

const sender = (more: object) => callerOf({ id: 'own', ...more });

test('who sends is told by the browser alone', async () => {
  const tab = { id: 7, url: 'https://claims.smallplan.example/a' };
  expect(await sender({ url: 'chrome-extension://own/popup.html' })).toEqual({ kind: 'page' });
  expect(await sender({ url: 'chrome-extension://own/desk.html', tab, frameId: 0 })).toEqual({ kind: 'page' });
  expect(await sender({ url: 'chrome-extension://own/desk.html', tab, frameId: 3 }), 'a framed page of ours that is not the card').toBeNull();
  expect(await sender({ url: 'chrome-extension://changing-each-day/review.html?capture=x', tab, frameId: 3 })).toEqual({ kind: 'card', tabId: 7 });
  expect(await sender({ url: 'chrome-extension://own/review.html', tab, frameId: 0 }), 'the card outside a frame').toBeNull();
  expect(await sender({ url: 'https://claims.smallplan.example/b', tab, frameId: 2 })).toEqual({ kind: 'portal', tabId: 7, frameId: 2, host: 'claims.smallplan.example', mode: 'assisted' });
  expect(await sender({ url: 'about:blank', origin: 'https://claims.smallplan.example', tab, frameId: 2 })).toMatchObject({ kind: 'portal', host: 'claims.smallplan.example' });
  expect(await sender({ url: 'https://claims.smallplan.example/b', tab: { id: 7, url: `https://${handsOff[0] ?? ''}/` }, frameId: 2 }), 'a frame inside a hands-off page').toBeNull();
  expect(await callerOf({ id: 'another-extension', url: 'chrome-extension://another/popup.html' })).toBeNull();
  expect(await sender({})).toBeNull();
  state.permitted = () => false;
  expect(await sender({ url: 'https://claims.smallplan.example/b', tab, frameId: 0 }), 'a host that was not granted').toBeNull();
});
