import { beforeEach, expect, test, vi } from 'vitest';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { PageWatch } from '../../../entrypoints/payer-portal.content/watch-page.ts';

/** The few things of a page that watching it needs, so that its tab can be put behind another one. */
const page = { visibilityState: 'visible', querySelectorAll: () => [] };
const listeners = new Map<string, (event: unknown) => void>();
let observing = false;
let change: () => void = () => undefined;

vi.stubGlobal('document', page);
vi.stubGlobal('window', {});
vi.stubGlobal('MutationObserver', class {
  constructor(heard: (records: unknown[]) => void) {
    change = () => { if (observing) heard([{ target: { nodeName: 'TD' }, addedNodes: [], removedNodes: [] }]); };
  }

  observe() { observing = true; }
  disconnect() { observing = false; }
  takeRecords() { return []; }
});

const ctx = {
  addEventListener: (_target: unknown, kind: string, listener: (event: unknown) => void) => listeners.set(kind, listener),
  setTimeout: (work: () => void, ms: number) => setTimeout(work, ms), setInterval: (work: () => void, ms: number) => setInterval(work, ms),
  requestIdleCallback: (work: () => void) => setTimeout(work, 0), onInvalidated: () => undefined,
} as unknown as ContentScriptContext;

function show(state: 'visible' | 'hidden'): void {
  page.visibilityState = state;
  listeners.get('visibilitychange')?.({});
}

beforeEach(() => {
  vi.useFakeTimers();
  page.visibilityState = 'visible';
  observing = false;
});

test('a tab that is not seen is not observed and not looked at; it is looked at anew when it comes to the front', async () => {
  const look = vi.fn();
  const watch = new PageWatch(ctx, look);
  await vi.advanceTimersByTimeAsync(1000);
  expect(look).toHaveBeenCalledTimes(1);

  change();
  show('hidden');
  expect(observing).toBe(false);
  for (let turn = 0; turn < 20; turn += 1) {
    change();
    await vi.advanceTimersByTimeAsync(5000);
  }
  expect(look).toHaveBeenCalledTimes(1);
  expect(watch.changes).toBeNull();

  show('visible');
  expect(observing).toBe(true);
  await vi.advanceTimersByTimeAsync(1000);
  expect(look).toHaveBeenCalledTimes(2);
});

test('a page that changes every 10 ms is looked at every two seconds, and counts as changed meanwhile', async () => {
  const look = vi.fn();
  const watch = new PageWatch(ctx, look);
  await vi.advanceTimersByTimeAsync(1000);
  const before = watch.changes ?? 0;
  for (let turn = 0; turn < 1000; turn += 1) {
    change();
    await vi.advanceTimersByTimeAsync(10);
  }
  expect(look.mock.calls.length - 1).toBeGreaterThanOrEqual(4);
  expect(look.mock.calls.length - 1).toBeLessThanOrEqual(6);
  expect((watch.changes ?? 0) - before).toBe(1000);
});

test('also where a page that wrote itself anew took every listener away', async () => {
  const look = vi.fn();
  new PageWatch(ctx, look);
  await vi.advanceTimersByTimeAsync(1000);
  listeners.clear();
  page.visibilityState = 'hidden';
  await vi.advanceTimersByTimeAsync(4000);
  expect(observing).toBe(false);
  page.visibilityState = 'visible';
  await vi.advanceTimersByTimeAsync(5000);
  expect(observing).toBe(true);
  expect(look).toHaveBeenCalledTimes(2);
});
