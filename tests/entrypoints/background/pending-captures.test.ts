import { beforeEach, expect, test, vi } from 'vitest';
import { blankClaim, blankReading } from '../../../rules/reading/blank-reading.ts';
import type { Reading, ReadingClaim } from '../../../rules/reading/reading.ts';

const session = new Map<string, unknown>();
vi.mock('wxt/browser', () => ({
  browser: {
    storage: {
      session: {
        get: async (key: string | null) => {
          await new Promise((resolve) => setTimeout(resolve, 1)); // as slow as the real one, so that races show
          const entries = key === null ? [...session] : session.has(key) ? [[key, session.get(key)] as const] : [];
          return structuredClone(Object.fromEntries(entries));
        },
        set: async (values: Record<string, unknown>) => {
          await new Promise((resolve) => setTimeout(resolve, 1));
          for (const [key, value] of Object.entries(values)) session.set(key, structuredClone(value));
        },
        remove: (keys: string | string[]) => {
          for (const key of [keys].flat()) session.delete(key);
          return Promise.resolve();
        },
      },
    },
  },
}));
const { currentCapture, forgetAllCaptures, forgetTabCaptures, offerFrames, readCapture, releaseCapture, serveCapture, withdrawFrame } = await import('../../../entrypoints/background/pending-captures.ts');

const open = { userId: 'u1', dataKey: 'AAAA' };
beforeEach(() => {
  session.clear();
  session.set('vault', open);
});
const snapshots = () => [...session.keys()].filter((key) => key.startsWith('capture:'));
const leftOver = () => [...session.keys()].filter((key) => key !== 'vault');

const found = <T>(value: T) => ({ value, raw: String(value), label: null, confidence: 'certain' as const });
function reading(number: string | null, more: Partial<ReadingClaim> = {}): Reading {
  const blank = blankReading('portal.example');
  return number === null ? blank : { ...blank, kind: 'claim-detail', claims: [{ ...blankClaim(), claimControlNumber: found(number), ...more }] };
}
const offer = (tabId: number, frameId: number, pageId: string, what: Reading, nowMs = 1000) => offerFrames([{ tabId, frameId, pageId, host: 'portal.example', reading: what, nowMs }]);
const numberOf = (what: { reading: Reading } | null) => what?.reading.claims[0]?.claimControlNumber?.value;

test('frames of two tabs that speak at the same moment are never mixed', async () => {
  await Promise.all([
    offer(1, 0, 'a', reading(null)), offer(2, 0, 'b', reading(null)), offer(1, 3, 'a3', reading('AAA111')), offer(2, 4, 'b4', reading('BBB222')),
    offer(1, 5, 'a5', reading(null)), offer(2, 6, 'b6', reading(null)),
  ]);
  expect(numberOf(await currentCapture(1))).toBe('AAA111');
  expect(numberOf(await currentCapture(2))).toBe('BBB222');
  await forgetTabCaptures(1);
  expect(await currentCapture(1)).toBeNull();
  expect(numberOf(await currentCapture(2))).toBe('BBB222');
});

test('values that come late stay under the same capture; another claim is another capture', async () => {
  const first = await offer(1, 0, 'a', reading('AAA111'));
  const late = await offer(1, 0, 'a', reading('AAA111', { charge: found(24_000) }));
  expect(late.capture?.id).toBe(first.capture?.id);
  expect(late.changed).toBe(true);
  expect((await offer(1, 0, 'a', reading('AAA111', { charge: found(24_000) }))).changed).toBe(false);
  const other = await offer(1, 0, 'a', reading('BBB222'));
  expect(other.capture?.id).not.toBe(first.capture?.id);
});

test('what a person reviews does not change beneath the review, however the page moves on', async () => {
  const { capture } = await offer(1, 0, 'a', reading('AAA111'));
  const id = capture?.id ?? '';
  await serveCapture(id, 'card', 1000);
  await offer(1, 0, 'a', reading('AAA111', { charge: found(99_900) }));
  await offer(1, 0, 'a', reading('BBB222'));
  await offer(1, 0, 'a', reading(null));
  expect(await currentCapture(1)).toBeNull();
  const kept = await readCapture(id);
  expect(numberOf(kept)).toBe('AAA111');
  expect(kept?.reading.claims[0]?.charge).toBeNull();
});

test('a page that was left takes its readings with it, but a late word of it does not touch the next page', async () => {
  const { capture } = await offer(1, 0, 'old', reading('AAA111'));
  await withdrawFrame(1, 0, 'old', 2000);
  expect(await readCapture(capture?.id ?? '')).toBeNull();
  expect(leftOver()).toEqual([]);
  await offer(1, 0, 'new', reading('BBB222'), 3000);
  await withdrawFrame(1, 0, 'old', 3001);
  expect(numberOf(await currentCapture(1))).toBe('BBB222');
});

test('a frame that is taken away takes its claim along, the page stays', async () => {
  await offer(1, 0, 'a', reading(null));
  await offer(1, 7, 'a7', reading('AAA111'));
  await withdrawFrame(1, 7, 'a7', 1001);
  expect(await currentCapture(1)).toBeNull();
  await offer(1, 8, 'a8', reading('BBB222'));
  expect(numberOf(await currentCapture(1))).toBe('BBB222');
});

test('frames of a document that went without a word are forgotten when the next one speaks', async () => {
  await offer(1, 0, 'a', reading(null), 1000);
  await offer(1, 7, 'a7', reading('AAA111'), 1000);
  await offer(1, 0, 'b', reading(null), 60_000);
  expect(await currentCapture(1)).toBeNull();
});

test('a long visit leaves no more than three snapshots, and locking leaves none', async () => {
  for (let n = 0; n < 12; n += 1) await offer(1, 0, 'a', reading(`CLM000${n}`));
  expect(snapshots()).toHaveLength(3);
  await serveCapture((await currentCapture(1))?.id ?? '', 'page', 1000);
  await forgetAllCaptures();
  expect(leftOver()).toEqual([]);
});

test('views without a claim push the old snapshots out of the session, not only out of the list', async () => {
  for (let n = 0; n < 12; n += 1) {
    await offer(1, 0, 'a', reading(`CLM000${n}`));
    await offer(1, 0, 'a', reading(null));
  }
  expect(snapshots().length).toBeLessThanOrEqual(2);
  await forgetTabCaptures(1);
  expect(leftOver()).toEqual([]);
});

test('a review in a page of ours outlives the portal page, its tab and many claims after it, until it is done', async () => {
  const { capture } = await offer(1, 0, 'a', reading('AAA111'));
  const id = capture?.id ?? '';
  await serveCapture(id, 'page', 1000);
  for (let n = 0; n < 6; n += 1) await offer(1, 0, 'a', reading(`CLM000${n}`));
  await withdrawFrame(1, 0, 'a', 2000);
  await forgetTabCaptures(1);
  expect(numberOf(await readCapture(id))).toBe('AAA111');
  expect(snapshots()).toHaveLength(1);
  await releaseCapture(id);
  expect(leftOver()).toEqual([]);
});

test('a card in the portal page keeps its claim while frames beneath go on, and goes with the page', async () => {
  await offer(1, 0, 'a', reading(null));
  const { capture } = await offer(1, 7, 'a7', reading('AAA111'));
  const id = capture?.id ?? '';
  await serveCapture(id, 'card', 1000);
  for (let n = 0; n < 6; n += 1) await offer(1, 7, 'a7', reading(`CLM000${n}`));
  expect(numberOf(await readCapture(id))).toBe('AAA111');
  await offer(2, 0, 'b', reading('BBB222'));
  await serveCapture((await currentCapture(2))?.id ?? '', 'card', 1000);
  await forgetTabCaptures(1);
  expect(await readCapture(id)).toBeNull();
  expect(numberOf(await currentCapture(2))).toBe('BBB222');
});

test('what is under review at a time is bounded in number and in hours', async () => {
  for (let tab = 1; tab <= 20; tab += 1) {
    await serveCapture((await offer(tab, 0, `p${tab}`, reading(`CLM${tab}`))).capture?.id ?? '', 'page', tab);
    await forgetTabCaptures(tab);
  }
  expect(snapshots()).toHaveLength(12);
  const { capture } = await offer(50, 0, 'late', reading('LATE1'));
  await serveCapture(capture?.id ?? '', 'page', 13 * 3_600_000);
  expect(snapshots()).toEqual([`capture:${capture?.id ?? ''}`]);
});

test('a page that was read while the vault was being locked leaves nothing behind', async () => {
  await offer(1, 0, 'a', reading('AAA111'));
  // The background asked for the key before; then came the lock, and these waited for their turn meanwhile.
  const first = offer(2, 0, 'b', reading('BBB222'));
  session.delete('vault');
  const swept = forgetAllCaptures();
  const late = offer(3, 0, 'c', reading('CCC333'));
  await Promise.all([first, swept, late]);
  expect((await late).capture).toBeNull();
  expect(leftOver()).toEqual([]);
});
