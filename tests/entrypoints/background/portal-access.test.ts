import { beforeEach, expect, test, vi } from 'vitest';
import { portalHosts } from '../../../rules/portals/registry/portal-hosts.ts';

type Script = { id: string; matches: string[]; excludeMatches: string[] };
type Target = { allFrames?: boolean; frameIds?: number[] };
const state: { url: string; frames: string[]; places: string[][]; injected: unknown[]; scripts: Script[]; permitted: (origin: string) => boolean; grants: string[] } =
  { url: '', frames: [], places: [], injected: [], scripts: [], permitted: () => true, grants: [] };
/** Whether practice mode is on. */
let isTraining = false;

vi.stubGlobal('__OVERTURN_BUILD__', 'store');
vi.mock('../../../entrypoints/background/services.ts', () => ({ openPracticeStore: () => Promise.resolve({}), openWriteContext: () => Promise.resolve(null) }));
vi.mock('../../../storage/portal-grants.ts', () => ({ listPortalGrants: () => Promise.resolve(state.grants.map((origin) => ({ origin }))) }));
vi.mock('wxt/browser', () => ({
  browser: {
    storage: { session: { get: (key: string) => Promise.resolve({ [key]: isTraining }) } },
    runtime: { id: 'own', getURL: (path: string) => `chrome-extension://own${path}` },
    tabs: { get: (id: number) => Promise.resolve({ id, url: state.url }), query: () => Promise.resolve([{ id: 5 }]) },
    permissions: { contains: ({ origins }: { origins: string[] }) => Promise.resolve(origins.every(state.permitted)) },
    scripting: {
      executeScript: (what: { func?: unknown; target: Target }) => {
        state.injected.push(what);
        if (what.func === undefined) return Promise.resolve((what.target.frameIds ?? []).map((frameId) => ({ frameId, result: null })));
        return Promise.resolve(what.target.allFrames === true ? state.places.map((result, at) => ({ frameId: at * 7, result })) : [{ frameId: 0, result: state.frames }]);
      },
      getRegisteredContentScripts: () => Promise.resolve(state.scripts),
      registerContentScripts: (scripts: Script[]) => { state.scripts = scripts; return Promise.resolve(); },
      updateContentScripts: (scripts: Script[]) => { state.scripts = scripts; return Promise.resolve(); },
      unregisterContentScripts: () => { state.scripts = []; return Promise.resolve(); },
    },
  },
}));
const { registerPortalScripts, startInOpenTabs } = await import('../../../entrypoints/background/portal-access.ts');
const { parentsInTab } = await import('../../../entrypoints/background/frame-tree.ts');
const { readTabOnce } = await import('../../../entrypoints/background/read-tab.ts');
const { callerOf, mayOpenPanelNow } = await import('../../../entrypoints/background/caller.ts');

beforeEach(() => Object.assign(state, { url: '', frames: [], places: [], injected: [], scripts: [], permitted: () => true, grants: [] }));

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

test('our own page that plays a portal has a portal\'s rights in practice mode, and none outside of it', async () => {
  const sender = { id: 'own', url: 'chrome-extension://own/training-portal.html#/osprey/claims', frameId: 0, tab: { id: 4, url: 'chrome-extension://own/training-portal.html' } } as never;
  expect(await callerOf(sender)).toBeNull();
  isTraining = true;
  expect(await callerOf(sender)).toMatchObject({ kind: 'portal', tabId: 4, host: 'practice-portal.example', isTrainingPortal: true });
  isTraining = false;
});

test('a hands-off portal in a frame of a stranger stops the reading before the frames are touched', async () => {
  state.url = 'https://intranet.example/work';
  state.frames = [handsOff[0] ?? ''];
  await expect(readTabOnce(1)).rejects.toMatchObject({ code: 'portal-hands-off' });
  expect(state.injected).toEqual([expect.objectContaining({ target: { tabId: 1 } })]); // the question where frames point, in the stranger's own page
});

test('a hands-off portal deeper inside, or around a frame, stops the reading before the reader goes in', async () => {
  state.url = 'https://intranet.example/work';
  for (const place of [[handsOff[0] ?? '', 'other.example', 'intranet.example'], ['claims.smallplan.example', handsOff[1] ?? '', 'intranet.example']]) {
    state.injected = [];
    state.places = [['intranet.example'], ['other.example', 'intranet.example'], place];
    await expect(readTabOnce(1)).rejects.toMatchObject({ code: 'portal-hands-off' });
    expect(state.injected.filter((what) => 'files' in (what as object))).toEqual([]);
  }
});

test('the reader goes by number into the frames that were asked, and into no others', async () => {
  state.url = 'https://intranet.example/work';
  state.places = [['intranet.example'], ['other.example', 'intranet.example'], ['', 'intranet.example']];
  expect((await readTabOnce(1)).frames.map(({ frameId }) => frameId)).toEqual([0, 7, 14]);
  expect(state.injected.at(-1)).toMatchObject({ target: { tabId: 1, frameIds: [0, 7, 14] }, files: ['/read-once.js'] });
  state.places = [[`x${'y'.repeat(400)}`]];
  await expect(readTabOnce(1), 'an answer that is none').rejects.toMatchObject({ code: 'no-claim-here' });
});

test('where all sites are allowed, no script goes into a frame that nobody knows', async () => {
  await startInOpenTabs(['https://essentials.availity.com/*']);
  expect(state.injected).toEqual([expect.objectContaining({ target: { tabId: 5, frameIds: [0] } })]);
  state.injected = [];
  state.permitted = (origin) => origin === 'https://essentials.availity.com/*';
  await startInOpenTabs(['https://essentials.availity.com/*']);
  expect(state.injected).toEqual([expect.objectContaining({ target: { tabId: 5, allFrames: true } })]);
  state.injected = [];
  await parentsInTab(5, [0, 14, 21]);
  expect(state.injected.map((what) => (what as { target: Target }).target)).toEqual([0, 14, 21].map((frameId) => ({ tabId: 5, frameIds: [frameId] })));
});

test('the panel is opened at once only for those who could be answered', () => {
  const now = (from: object) => mayOpenPanelNow({ id: 'own', ...from }, ['portal', 'page']);
  const tab = { id: 7, url: 'https://claims.smallplan.example/a' };
  const readOnly = portalHosts.find((portal) => portal.mode === 'read-only')?.hosts[0]?.replace('*.', '') ?? '';
  expect(now({ url: 'chrome-extension://own/popup.html' })).toBe(true);
  expect(now({ url: 'https://claims.smallplan.example/b', tab, frameId: 0 })).toBe(true);
  expect(now({ url: 'about:blank', origin: 'https://claims.smallplan.example', tab, frameId: 2 })).toBe(true);
  expect(now({ url: 'chrome-extension://own/desk.html', tab, frameId: 3 }), 'a framed page of ours').toBe(false);
  expect(now({ url: 'chrome-extension://own/review.html', tab, frameId: 3 }), 'the card has no such button').toBe(false);
  expect(now({ url: 'https://claims.smallplan.example/b' }), 'no tab').toBe(false);
  for (const host of [...handsOff, readOnly]) {
    expect(now({ url: `https://${host}/b`, tab, frameId: 2 })).toBe(false);
    expect(now({ url: 'https://claims.smallplan.example/b', tab: { id: 7, url: `https://${host}/` }, frameId: 2 })).toBe(false);
  }
  expect(mayOpenPanelNow({ id: 'own', url: 'https://claims.smallplan.example/b', tab, frameId: 0 } as never, ['page'])).toBe(false);
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
