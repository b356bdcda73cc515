import { beforeEach, expect, test, vi } from 'vitest';
import { redateOpenCases } from '../../../storage/cases/redate-open-cases.ts';
import type { RedateOptions } from '../../../storage/cases/redate-open-cases.ts';
import { openPractice, TODAY } from '../../storage/cases/practice.ts';
import type { Practice } from '../../storage/cases/practice.ts';
import { isoToDayNumber } from '../../../rules/domain/day-number.ts';
import { redatePayer, redateWhereNeeded, stopRedating } from '../../../entrypoints/background/redate.ts';

let practice: Practice;
let asked: RedateOptions[] = [];
/** What happens while a run is on. */
let during: (options: RedateOptions) => void | Promise<void>;

vi.mock('wxt/browser', () => ({ browser: { runtime: { getManifest: () => ({ version: '1.2.3' }) } } }));
vi.mock('../../../entrypoints/background/services.ts', () => ({ openWriteContext: () => Promise.resolve(practice.ctx) }));
vi.mock('../../../storage/cases/redate-open-cases.ts', () => ({ redateOpenCases: vi.fn() }));

const what = (): string[] => asked.map((options) => options.payerKey ?? options.what);
const version = async (): Promise<unknown> => (await practice.db.meta.get('dated-by'))?.value;

beforeEach(async () => {
  practice = await openPractice();
  asked = [];
  during = () => undefined;
  vi.mocked(redateOpenCases).mockImplementation(async (ctx, options) => {
    asked.push(options);
    await during(options);
    if (options.what === 'day' && options.signal?.aborted !== true) await ctx.db.meta.put({ key: 'redated-day', value: isoToDayNumber(TODAY) });
    return { looked: 0, changed: 0, damaged: 0 };
  });
});

test("today's cases come first, then everything once per version", async () => {
  await redateWhereNeeded();
  expect(what()).toEqual(['day', 'all']);
  expect(asked[1]?.run).toBe('1.2.3/3');
  expect(await version()).toBe('1.2.3/3');
  await redateWhereNeeded();
  expect(what()).toEqual(['day', 'all']);
});

test('a run that was stopped by locking starts nothing more and is not taken for done', async () => {
  during = ({ what: kind }) => { if (kind === 'day') stopRedating(); };
  await redateWhereNeeded();
  expect(what()).toEqual(['day']);
  during = ({ what: kind }) => { if (kind === 'all') stopRedating(); };
  await redateWhereNeeded();
  expect(what()).toEqual(['day', 'day', 'all']);
  expect(await version()).toBeUndefined();
  during = () => undefined;
  await redateWhereNeeded();
  expect(await version()).toBe('1.2.3/3');
});

test('unlocked again while the old run ends: the new one runs, the old one stays stopped', async () => {
  const wait = Promise.withResolvers<undefined>();
  during = () => wait.promise;
  const old = redateWhereNeeded();
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  stopRedating();
  during = () => undefined;
  await redateWhereNeeded();
  expect(asked[0]?.signal?.aborted).toBe(true);
  expect(asked[1]?.signal?.aborted).toBe(false);
  expect(await version()).toBe('1.2.3/3');
  wait.resolve(undefined);
  await old;
  expect(what()).toEqual(['day', 'day', 'all']);
});

test('a payer whose run was cut short is dated at the next chance', async () => {
  await redateWhereNeeded();
  during = () => stopRedating();
  await redatePayer(practice.ctx, 'aetna');
  during = () => undefined;
  await redateWhereNeeded();
  await redateWhereNeeded();
  expect(what()).toEqual(['day', 'all', 'aetna', 'aetna']);
});
