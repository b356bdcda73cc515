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
const { currentCapture, forgetAllCaptures, forgetTabCaptures, offerFrames, readCapture, serveCapture, withdrawFrame } = await import('../../../entrypoints/background/pending-captures.ts');

beforeEach(() => session.clear());

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
  await serveCapture(id);
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
  expect(session.size).toBe(0);
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
  const snapshots = () => [...session.keys()].filter((key) => key.startsWith('capture:'));
  expect(snapshots()).toHaveLength(3);
  session.set('vault', 'stays');
  await forgetAllCaptures();
  expect([...session.keys()]).toEqual(['vault']);
});
