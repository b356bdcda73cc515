import 'fake-indexeddb/auto';
import { isoToDayNumber } from '../../rules/domain/day-number.ts';
import type { QueueFilter } from '../../rules/domain/queue-filter.ts';
import { openDatabase } from '../../storage/db.ts';
import { openItems } from '../../storage/queries/open-items.ts';
import { payersToAsk } from '../../storage/queries/payer-questions.ts';
import { queuePage } from '../../storage/queries/queue-page.ts';
import { searchCases } from '../../storage/queries/search-cases.ts';
import { tiles } from '../../storage/queries/tiles.ts';
import { Vault } from '../../storage/vault/vault.ts';
import { seedCases } from './seed-cases.ts';

/** How long the queue's reads take with many cases, over an IndexedDB in memory: `node tests/bench/queries.bench.ts [cases]`. Milliseconds, the middle of five. */
export async function benchQueries(cases: number): Promise<Record<string, number>> {
  const db = await openDatabase(`bench-${crypto.randomUUID()}`);
  const vault = await Vault.fromKey(new Uint8Array(32).fill(3));
  const today = '2026-03-10';
  const day = isoToDayNumber(today);
  const start = performance.now();
  await seedCases(db, vault, { cases, owners: ['user-00001', 'user-00002', 'user-00003'], today, nowMs: Date.UTC(2026, 2, 10) });
  const seconds = (performance.now() - start) / 1000;
  const own: QueueFilter = { ownerId: 'user-00001', sort: 'priority' };
  const asked: [string, () => Promise<unknown>][] = [
    ['own queue, first page', async () => openItems(db, vault, (await queuePage(db, own, day, 0, 30)).rows)],
    ['own queue, deep page', () => queuePage(db, own, day, Math.floor(cases / 6), 30)],
    ['everybody by next day', () => queuePage(db, { ownerId: null, sort: 'next-day' }, day, 0, 30)],
    ['one payer', () => queuePage(db, { ...own, payerKey: 'aetna' }, day, 0, 30)],
    ['payer and category', () => queuePage(db, { ...own, payerKey: 'aetna', category: 'prior-authorization' }, day, 0, 30)],
    ['overdue', () => queuePage(db, { ...own, due: 'overdue' }, day, 0, 30)],
    ['undated', () => queuePage(db, { ...own, due: 'undated' }, day, 0, 30)],
    ['tiles', () => tiles(db, 'user-00001', day)],
    ['payers to ask', () => payersToAsk(db)],
    ['search claim number', () => searchCases(db, vault, `S1${String(Math.floor(cases / 2)).padStart(9, '0')}`, 20)],
    ['search name', () => searchCases(db, vault, 'kowal', 20)],
  ];
  const taken: Record<string, number> = { cases, 'seeded per second': Math.round(cases / seconds) };
  for (const [name, ask] of asked) {
    const times: number[] = [];
    for (let run = 0; run < 5; run += 1) {
      const from = performance.now();
      await ask();
      times.push(performance.now() - from);
    }
    taken[name] = Math.round((times.sort((a, b) => a - b)[2] ?? 0) * 10) / 10;
  }
  await db.delete();
  return taken;
}

if (process.argv[1] === import.meta.filename) console.log(await benchQueries(Number(process.argv[2] ?? 3000)));
