/** What the measurement of the numbers does inside a page of Chromium: the same code as in the extension, over a real IndexedDB. */
import { isoToDayNumber } from '../../rules/domain/day-number.ts';
import { capacityOf } from '../../rules/numbers/capacity.ts';
import { cardsOf } from '../../rules/numbers/cards.ts';
import { byDimension, filtered } from '../../rules/numbers/dimensions.ts';
import { claimsOf } from '../../rules/numbers/figure.ts';
import type { Asked } from '../../rules/numbers/metric.ts';
import { METRICS } from '../../rules/numbers/metrics.ts';
import { FIRST_NUMBERS_SETTINGS } from '../../rules/numbers/numbers-settings.ts';
import { payerScorecard } from '../../rules/numbers/payer-scorecard.ts';
import { monthOf, periodNamed } from '../../rules/numbers/period.ts';
import { trendOf } from '../../rules/numbers/trend.ts';
import { findPatterns } from '../../rules/prevention/patterns.ts';
import { openDatabase } from '../../storage/db.ts';
import type { OverturnDatabase } from '../../storage/db.ts';
import { readNumbers } from '../../storage/numbers/read-numbers.ts';
import { rollUpNumbers } from '../../storage/numbers/roll-up.ts';
import { Vault } from '../../storage/vault/vault.ts';
import { seedCases } from './seed-cases.ts';

const TODAY = '2026-03-10';
const NOW = Date.UTC(2026, 2, 10);
const key = () => Vault.fromKey(new Uint8Array(32).fill(3));
const dayOf = (ms: number): number => Math.floor(ms / 86_400_000);
const hourOf = (ms: number) => ({ day: dayOf(ms), hour: 9 });

export type Measured = { name: string; ms: number; bareMs: number };

/** A bare cursor over every row of the cases: the least that counting them one by one could cost. */
async function bareCursor(db: OverturnDatabase): Promise<number> {
  return new Promise((resolve, reject) => {
    let seen = 0;
    const request = db.backendDB().transaction('cases', 'readonly').objectStore('cases').openCursor();
    request.onerror = () => reject(request.error ?? new Error('cursor'));
    request.onsuccess = () => {
      const cursor = request.result;
      if (cursor === null) resolve(seen);
      else {
        seen += 1;
        cursor.continue();
      }
    };
  });
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
async function middle(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < 3; run += 1) times.push(await timed(work));
  return times.sort((one, other) => one - other)[1] ?? 0;
}

/** Fills a store, rolls it up, and times every question of the dashboard beside the cursor. */
export async function measure(cases: number): Promise<{ rollUpMs: number; oneCaseMs: number; rows: Measured[] }> {
  const db = await openDatabase('overturn-bench-numbers');
  const vault = await key();
  await seedCases(db, vault, { cases, owners: ['user-00001', 'user-00002', 'user-00003'], today: TODAY, nowMs: NOW });
  const roll = () => rollUpNumbers({ db, vault, userId: 'user-00001', nowMs: NOW, today: TODAY, dayOf }, 3_600_000, () => performance.now());
  const rollUpMs = await timed(roll);
  const [one] = await db.cases.limit(1).toArray();
  await db.numbersDue.put({ id: one?.id ?? '' });
  const oneCaseMs = await timed(roll);
  const bareMs = await middle(() => bareCursor(db));
  const coldMs = await timed(async () => readNumbers(db, await key(), hourOf));
  const numbers = await readNumbers(db, vault, hourOf);
  if (numbers.rows.length !== cases) throw new Error(`${numbers.rows.length} of ${cases} cases are in the numbers`);
  const today = isoToDayNumber(TODAY);
  const asked: Asked = { rows: numbers.rows, contacts: [], promises: [], submitted: { facts: numbers.submitted, unusable: null }, period: periodNamed('last-3-months', today, 0), today, settings: FIRST_NUMBERS_SETTINGS };
  const dollars = METRICS.find(({ id }) => id === 'denied-dollars');
  if (dollars === undefined) throw new Error('no metric');
  const questions: [string, () => unknown][] = [
    ['read again after one case changed', async () => { await db.numbersDue.put({ id: one?.id ?? '' }); await roll(); await readNumbers(db, vault, hourOf); }],
    ['all cards with comparison', () => cardsOf(asked, numbers.history, numbers.seen)], ['all cards of one payer', () => cardsOf(filtered(asked, { payer: 'aetna' }), numbers.history, numbers.seen)],
    ['one metric, 12 months', () => trendOf(dollars, asked, monthOf(today), 12, numbers.history, numbers.seen)], ['one metric by reason', () => byDimension(dollars, asked, 'reason')], ['one metric by owner', () => byDimension(dollars, asked, 'owner')],
    ['claims behind a figure', () => claimsOf(dollars, asked)], ['payer scorecard', () => payerScorecard(asked)], ['capacity', () => capacityOf(asked.rows, today, 0)], ['patterns', () => findPatterns(asked.rows, today)],
  ];
  const rows: Measured[] = [{ name: 'open everything, first time', ms: coldMs, bareMs }];
  for (const [name, ask] of questions) rows.push({ name, ms: await middle(ask), bareMs });
  await db.delete();
  return { rollUpMs, oneCaseMs, rows };
}
