import { keepReview } from '../../rules/review/kept-review.ts';
import { startDraft, typeInto } from '../../rules/review/review-draft.ts';
import type { Reading } from '../../rules/reading/reading.ts';
import type { Page } from '@playwright/test';
import { MIGRATION_STEPS } from '../../storage/migrations/steps.ts';
import { blankFacts } from '../../rules/work/blank-facts.ts';
import { servePortals } from '../portals/serve.ts';
import { ALWAYS_TOLD, isTold } from './always-told.ts';
import { expect, PASSPHRASE, test } from './extension.ts';
import type { Extension } from './extension.ts';
import { findPlanted, formsOf, readRawProfile, readRawStores } from './raw-store.ts';

/** Invented people and numbers, unlike anything else in the profile. */
const PLANTED = {
  patientLast: 'Quillfeather', patientFirst: 'Zephyrine', memberId: 'QZM884417302', claimControlNumber: 'VX2026Q7719034', patientControlNumber: 'PCN-ZK-55018',
  provider: 'Thaddeus Okparanta', reference: 'REF-KQ-20931', representative: 'Wilhelmine Ostrander', note: 'the zebra-striped folder', payerNote: 'ask for pencil sharpener Gwendolyn',
  draft: 'half a thought about marmalade', serviceDay: '2025-02-19', confirmation: 'CONF-ZZ-77120', portalPatient: 'Ottoline Vanterpool', portalClaim: 'HB7734Q1190266',
};
const SERVICE_DAY_NUMBER = 20_138;

type Chrome = {
  runtime: { getManifest(): { version: string } };
  action: { getBadgeText(details: object): Promise<string>; getTitle(details: object): Promise<string> };
  alarms: { getAll(): Promise<{ name: string; scheduledTime: number }[]>; onAlarm: { dispatch(alarm: { name: string }): void } };
  idle: { onStateChanged: { dispatch(state: string): void } };
  notifications: { getAll(): Promise<Record<string, boolean>>; clear(id: string): Promise<boolean> };
  scripting: { executeScript(options: unknown): Promise<{ result: unknown }[]> };
  storage: { session: { get(keys: null): Promise<Record<string, unknown>> } };
  tabs: { query(what: object): Promise<{ id: number; url?: string }[]> };
};
declare const chrome: Chrome;

function ok<T>(result: { ok: true; value: T } | { ok: false; error: { code: string; field?: string } }): T {
  if (!result.ok) throw new Error(`${result.error.code} ${result.error.field ?? ''}`);
  return result.value;
}

function claim(more: Partial<ReturnType<typeof blankFacts>> = {}) {
  const facts = {
    ...blankFacts(), payerName: 'Cedar Valley Health', claimControlNumber: PLANTED.claimControlNumber, patientControlNumber: PLANTED.patientControlNumber,
    patientName: `${PLANTED.patientFirst} ${PLANTED.patientLast}`, memberId: PLANTED.memberId, provider: PLANTED.provider, serviceFrom: PLANTED.serviceDay, serviceTo: PLANTED.serviceDay,
    remittanceOn: '2026-10-20', charge: 24_000, paid: 0, status: 'denied' as const, adjustments: [{ groupCode: 'CO' as const, carc: '197', cents: 24_000 }], ...more,
  };
  return { index: -1, facts, references: [{ label: 'Reference', value: PLANTED.reference }], edited: [], noReferenceIssued: false };
}

async function recordCase(extension: Extension, more: Partial<ReturnType<typeof blankFacts>> = {}): Promise<string> {
  return ok(await extension.command('case:record', { payerKey: 'cedar-valley-health', claim: claim(more), source: 'form', pasted: null })).caseId;
}

const day = (inDays: number): string => Temporal.Now.plainDateISO('America/New_York').add({ days: inDays }).toString();

async function dueIn(extension: Extension, days: number, more: Partial<ReturnType<typeof blankFacts>> = {}): Promise<string> {
  const caseId = await recordCase(extension, more);
  ok(await extension.command('case:override-deadline', { caseId, action: 'appeal-level-1', date: day(days), reason: 'printed on the letter', evidence: 'letter' }));
  return caseId;
}

const badge = async (page: Page) => page.evaluate(async () => ({ text: await chrome.action.getBadgeText({}), title: await chrome.action.getTitle({}) }));

const claimPage = `<!doctype html><title>Claim</title><h1>Claim detail</h1><dl><dt>Claim number</dt><dd>${PLANTED.portalClaim}</dd><dt>Patient name</dt><dd>${PLANTED.portalPatient}</dd>
  <dt>Claim status</dt><dd>Denied</dd><dt>Date of service</dt><dd>02/19/2025</dd><dt>Billed amount</dt><dd>$240.00</dd></dl>`;

test('a used and locked profile gives nobody away, in no store and in no file', async ({ extension, practice, browserContext }) => {
  expect(practice.userId).not.toBe('');
  const portal = await servePortals({ pages: new Map([['/claim', { body: claimPage }]]) });
  try {
    const caseId = await recordCase(extension);
    ok(await extension.command('case:add-note', { caseId, text: PLANTED.note }));
    ok(await extension.command('payer-note:save', { id: null, payerKey: 'cedar-valley-health', text: PLANTED.payerNote, tags: [PLANTED.patientLast] }));
    ok(await extension.command('draft:keep', { key: `contact:${caseId}`, value: { note: PLANTED.draft } }));
    ok(await extension.command('contact:log', {
      caseIds: [caseId], outcome: 'denied', followUpOn: day(5), nextAction: 'check-status',
      contact: { channel: 'phone', numberDialled: '', representative: PLANTED.representative, reference: PLANTED.reference, noReferenceReason: null, outcome: 'denied', promise: PLANTED.note, promisedFor: null, note: PLANTED.note, startedAtMs: 1, endedAtMs: 2, holdSeconds: null },
    }));
    ok(await extension.command('case:record-submission', { caseId, action: 'appeal-level-1', on: day(0), channel: 'portal', confirmation: PLANTED.confirmation, noConfirmationReason: null, followUpOn: day(30) }));

    const tab = await browserContext.current.newPage();
    await tab.goto(`${portal.origin}/claim`);
    const page = await extension.open('desk.html');
    const captureId = async (): Promise<string | undefined> => page.evaluate(async () => Object.keys(await chrome.storage.session.get(null)).find((key) => key.startsWith('capture:'))?.slice('capture:'.length));
    await expect.poll(captureId).toBeDefined();
    const id = (await captureId()) ?? '';
    const pending = ok(await extension.command('capture:pending', { captureId: id }));
    expect(pending.reading.claims[0]?.claimControlNumber?.value).toBe(PLANTED.portalClaim);
    // What a person typed into the card and has not saved: the same form in which the card keeps it.
    const reading = pending.reading as Reading;
    const typed = typeInto(startDraft(reading, null), 0, 'patientControlNumber', PLANTED.draft);
    ok(await extension.command('capture:draft', { captureId: id, draft: keepReview(typed, reading, null) }));
    expect(await findPlanted(await readRawStores(page), PLANTED), 'while open the pending reading is in memory').toContain('portalPatient');
    const saved = ok(await extension.command('capture:save', {
      captureId: id, payerKey: 'cedar-valley-health',
      claims: [{ index: 0, facts: { ...blankFacts(), claimControlNumber: PLANTED.portalClaim, patientName: PLANTED.portalPatient, status: 'denied' }, references: [], edited: [], noReferenceIssued: true }],
    }));
    expect(saved.saved).toHaveLength(1);

    ok(await extension.command('vault:lock', {}));
    const raw = await readRawStores(page);
    expect(raw.length).toBeGreaterThan(5000);
    expect(await findPlanted(raw, PLANTED)).toEqual([]);
    expect(raw.includes(`|${SERVICE_DAY_NUMBER}|`), 'the date of service as a day number').toBe(false);
    // The search itself works: what is meant to be in clear is found.
    expect(await findPlanted(raw, { payer: 'cedar-valley-health', user: 'Rosa Imbert' })).toEqual(['payer', 'user']);
    // And it would find a value that leaked into a box, plain or coded.
    for (const form of await formsOf(PLANTED.memberId)) expect(await findPlanted(`${raw} x${form}y`, PLANTED)).toContain('memberId');

    // The portal tab is still open and offers again; a locked vault keeps nothing of it.
    await tab.reload();
    await expect(tab.locator('overturn-mark button.pill'), 'the offer was answered').toContainText(/locked/iu);
    expect(await findPlanted(await readRawStores(page), PLANTED)).toEqual([]);

    await browserContext.current.close();
    const files = readRawProfile(browserContext.profile, extension.id);
    expect(files).toContain('cedar-valley-health');
    expect(await findPlanted(files, PLANTED)).toEqual([]);
  } finally {
    await portal.close();
  }
});

test('everything is there again after the worker was killed between any two steps, and after a restart', async ({ extension, practice }) => {
  const caseId = await recordCase(extension);
  await extension.killWorker();
  ok(await extension.command('case:add-note', { caseId, text: PLANTED.note }));
  await extension.killWorker();
  expect(await recordCase(extension)).toBe(caseId);
  await extension.killWorker();
  expect(ok(await extension.command('vault:status', {})).state).toBe('unlocked');
  ok(await extension.command('case:plan', { caseId, followUpOn: day(0) }));
  await extension.killWorker();
  const page = await extension.open('popup.html');
  await expect.poll(async () => (await badge(page)).text).toBe('1');

  await extension.restart();
  expect(ok(await extension.command('vault:status', {}))).toMatchObject({ state: 'locked', userId: practice.userId });
  expect(await extension.command('case:add-note', { caseId, text: 'x' })).toMatchObject({ ok: false, error: { code: 'vault-locked' } });
  const again = await extension.open('popup.html');
  await expect.poll(async () => (await badge(again)).text, 'the badge works while locked').toBe('1');
  expect((await badge(again)).title).toContain('locked');
  ok(await extension.command('vault:unlock', { userId: practice.userId, passphrase: PASSPHRASE }));
  expect(await recordCase(extension)).toBe(caseId);
});

test('a wrong passphrase is slowed down, also across a killed worker, and says no more than that', async ({ extension, practice }) => {
  ok(await extension.command('vault:lock', {}));
  const wrong = async () => extension.command('vault:unlock', { userId: practice.userId, passphrase: 'not the one at all' });
  expect(await wrong()).toEqual({ ok: false, error: { code: 'wrong-passphrase', field: 'passphrase' } });
  // Waits double, so however slow the machine a try comes that falls into one.
  let refused = await wrong();
  for (let n = 0; n < 6 && !refused.ok && refused.error.code === 'wrong-passphrase'; n += 1) refused = await wrong();
  expect(refused).toMatchObject({ ok: false, error: { code: 'backed-off' } });
  const until = refused.ok ? 0 : (refused.error.untilMs ?? 0);
  await extension.killWorker();
  const page = await extension.open('popup.html');
  const kept = await page.evaluate(async () => new Promise<number | undefined>((resolve) => {
    const open = indexedDB.open('overturn');
    open.onsuccess = () => {
      const all = open.result.transaction('wraps').objectStore('wraps').getAll() as IDBRequest<{ blockedUntilMs: number }[]>;
      all.onsuccess = () => {
        resolve(all.result[0]?.blockedUntilMs);
        open.result.close();
      };
    };
  }));
  expect(kept, 'the wait outlives the worker').toBe(until);
  await expect.poll(async () => (await extension.command('vault:unlock', { userId: practice.userId, passphrase: PASSPHRASE })).ok, { intervals: [1000], timeout: 60_000 }).toBe(true);
  expect(await extension.command('vault:unlock', { userId: 'nobody-here', passphrase: PASSPHRASE })).toEqual({ ok: false, error: { code: 'wrong-passphrase', field: 'passphrase' } });
});

test('the system lock and idle time lock every page at once', async ({ extension, practice }) => {
  expect(practice.userId).not.toBe('');
  const page = await extension.open('desk.html');
  const keys = async () => page.evaluate(async () => Object.keys(await chrome.storage.session.get(null)));
  for (const state of ['locked', 'idle']) {
    await expect.poll(keys).toContain('vault');
    await (await extension.worker()).evaluate((reached) => chrome.idle.onStateChanged.dispatch(reached), state);
    await expect.poll(keys).toEqual([]);
    expect(ok(await extension.command('vault:status', {})).state).toBe('locked');
    ok(await extension.command('vault:unlock', { userId: practice.userId, passphrase: PASSPHRASE }));
  }
});

test('a script in a portal page can ask for nothing but what a portal may', async ({ extension, practice, portals, browserContext }) => {
  expect(practice.userId).not.toBe('');
  const caseId = await recordCase(extension);
  const tab = await browserContext.current.newPage();
  await tab.goto(`${portals.origin}/`);
  const page = await extension.open('popup.html');
  /** Runs in the world of our own content script, the strongest place a portal's page could ever reach. */
  const fromPortal = async (message: unknown) => page.evaluate(async ([sent, origin]) => {
    const target = (await chrome.tabs.query({})).find((candidate) => candidate.url?.startsWith(origin));
    const [answer] = await chrome.scripting.executeScript({
      target: { tabId: target?.id },
      func: (one: unknown) => (globalThis as unknown as { chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } } }).chrome.runtime.sendMessage(one),
      args: [sent],
    });
    return answer?.result;
  }, [message, portals.origin] as const);
  const refused = { ok: false, error: { code: 'not-allowed' } };
  const tries: [string, unknown][] = [
    ['vault:lock', {}], ['vault:status', {}], ['settings:save', { idleMinutes: 120 }], ['case:add-note', { caseId, text: 'x' }], ['portal:granted', { origins: ['https://x.example/*'] }],
    ['capture:pending', { captureId: 'abcdefgh' }], ['reminder:sweep', {}],
  ];
  for (const [command, request] of tries) expect(await fromPortal({ overturn: 1, command, request }), command).toEqual(refused);
  expect(await fromPortal({ overturn: 1, command: 'toString', request: {} })).toEqual({ ok: false, error: { code: 'unknown-command' } });
  expect(await fromPortal({ overturn: 1, command: 'capture:offer', request: { reading: { schema: 'overturn-reading/1' }, pageId: 'p' } })).toMatchObject({ ok: false, error: { code: 'bad-request' } });
  expect(await fromPortal({ overturn: 1, command: 'portal:terms', request: {} })).toMatchObject({ ok: true, value: { mode: 'assisted' } });

  const session = await page.evaluate(async (origin) => {
    const target = (await chrome.tabs.query({})).find((candidate) => candidate.url?.startsWith(origin));
    const [answer] = await chrome.scripting.executeScript({
      target: { tabId: target?.id },
      func: () => chrome.storage.session.get(null).then(() => 'readable', () => 'refused'),
    });
    return answer?.result;
  }, portals.origin);
  expect(session, 'the session area, where the key is').toBe('refused');
});

test('the badge counts, reminders come once per stage and name nobody, and the alarm is never put off', async ({ extension, practice }) => {
  expect(practice.userId).not.toBe('');
  ok(await extension.command('settings:save', ALWAYS_TOLD));
  // The safe day is the last business day before; six and seven days ahead there is always one left.
  await dueIn(extension, 6);
  await dueIn(extension, 7, { claimControlNumber: 'VX2026Q7719099', patientControlNumber: 'PCN-ZK-55099' });
  await dueIn(extension, 60, { claimControlNumber: 'VX2026Q7719100', patientControlNumber: 'PCN-ZK-55100' });
  const page = await extension.open('popup.html');
  await expect.poll(async () => badge(page)).toEqual({ text: '2', title: 'Overturn: 2 claims due within 7 days' });
  const told = async () => page.evaluate(async () => Object.keys(await chrome.notifications.getAll()));
  await expect.poll(told).toEqual(isTold() ? ['deadline-reminder'] : []);

  const clear = async () => page.evaluate(async () => chrome.notifications.clear('deadline-reminder'));
  await expect.poll(async () => ok(await extension.command('reminder:sweep', {}))).toEqual({ due: 2, overdue: 0 });
  await clear();
  const alarm = async () => page.evaluate(async () => (await chrome.alarms.getAll()).map(({ name, scheduledTime }) => `${name} ${scheduledTime}`));
  const before = await alarm();
  expect(before).toHaveLength(1);
  for (let n = 0; n < 2; n += 1) {
    await extension.killWorker();
    ok(await extension.command('reminder:sweep', {}));
  }
  expect(await alarm()).toEqual(before);
  expect(await told(), 'nothing is told twice').toEqual([]);
  ok(await extension.command('vault:lock', {}));
  await (await extension.worker()).evaluate(() => chrome.alarms.onAlarm.dispatch({ name: 'deadline-sweep' }));
  await expect.poll(async () => (await badge(page)).title).toContain('locked');
  expect((await badge(page)).text).toBe('2');
});

test('changed terms of a payer date its open cases anew, and an update or a new day does so after unlocking', async ({ extension, practice }) => {
  const caseId = await recordCase(extension, { remittanceOn: day(-5) });
  const page = await extension.open('desk.html');
  const safeDay = async () => page.evaluate(async (id) => new Promise<number | undefined>((resolve) => {
    const open = indexedDB.open('overturn');
    open.onsuccess = () => {
      const get = open.result.transaction('cases').objectStore('cases').get(id) as IDBRequest<{ safeDay: number } | undefined>;
      get.onsuccess = () => {
        resolve(get.result?.safeDay);
        open.result.close();
      };
    };
  }), caseId);
  const before = await safeDay();
  ok(await extension.command('payer:save', {
    key: 'cedar-valley-health', name: 'Cedar Valley Health', libraryPayer: null, lineOfBusiness: 'commercial', state: 'IL', network: 'in', aliases: [],
    contractWindows: [{ action: 'appeal-level-1', value: 30, unit: 'calendar-days', startsFrom: 'remittance-date', evidence: 'Provider agreement, section 4.2' }],
  }));
  const after = await safeDay();
  expect(after).not.toBe(before);
  const inDays = Temporal.PlainDate.from('1970-01-01').until(Temporal.PlainDate.from(day(25)), { largestUnit: 'days' }).days;
  expect(after, 'no later than the thirty days of the contract').toBeLessThanOrEqual(inDays);
  expect(after).toBeGreaterThan(inDays - 15);

  const meta = async () => page.evaluate(async () => new Promise<Record<string, unknown>>((resolve) => {
    const open = indexedDB.open('overturn');
    open.onsuccess = () => {
      const all = open.result.transaction('meta').objectStore('meta').getAll() as IDBRequest<{ key: string; value: unknown }[]>;
      all.onsuccess = () => {
        resolve(Object.fromEntries(all.result.map(({ key, value }) => [key, value])));
        open.result.close();
      };
    };
  }));
  ok(await extension.command('vault:lock', {}));
  ok(await extension.command('vault:unlock', { userId: practice.userId, passphrase: PASSPHRASE }));
  const today = Temporal.PlainDate.from('1970-01-01').until(Temporal.PlainDate.from(day(0)), { largestUnit: 'days' }).days;
  await expect.poll(async () => (await meta())['redated-day']).toBe(today);
  expect((await meta())['dated-by'], 'by version and schema').toBe(`${await page.evaluate(() => chrome.runtime.getManifest().version)}/${MIGRATION_STEPS.at(-1)?.version ?? 0}`);
});
