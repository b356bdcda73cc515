import { seeded } from '../portals/generate/random.ts';
import type { Random } from '../portals/generate/random.ts';

/** A way into the product. `try` gives it one damaged thing and answers with `refused` or `taken`; it must never throw. */
export type Door = { name: string; try: (random: Random) => Promise<'taken' | 'refused'> | 'taken' | 'refused' };
export type FuzzRow = { door: string; cases: number; taken: number; refused: number; slowestMs: number; faults: string[] };

/** No door may hang: far above what any takes, because machines are busy with other things at times. */
const MOST_MS = 10_000;

/** Gives each door so many damaged things; a fault names the case, so that it can be tried again alone. */
export async function fuzz(doors: readonly Door[], { seed, cases, first = 0 }: { seed: number; cases: number; first?: number }): Promise<FuzzRow[]> {
  const rows: FuzzRow[] = [];
  for (const door of doors) {
    const row: FuzzRow = { door: door.name, cases, taken: 0, refused: 0, slowestMs: 0, faults: [] };
    for (let n = first; n < first + cases; n += 1) {
      const started = performance.now();
      try {
        row[await door.try(seeded(seed * 1_000_003 + n))] += 1;
      } catch (error) {
        row.faults.push(`case ${n} threw ${error instanceof Error ? `${error.name} at ${(error.stack ?? '').split('\n').find((line) => line.includes('/rules/') || line.includes('/storage/') || line.includes('/entrypoints/'))?.trim() ?? '?'}` : 'something'}`);
      }
      const took = performance.now() - started;
      row.slowestMs = Math.max(row.slowestMs, Math.round(took));
      if (took > MOST_MS) row.faults.push(`case ${n} took ${Math.round(took)} ms`);
      if (isPolluted()) row.faults.push(`case ${n} polluted a prototype`);
    }
    rows.push(row);
  }
  return rows;
}

const OBJECT_NAMES = Object.getOwnPropertyNames(Object.prototype).length;
const ARRAY_NAMES = Object.getOwnPropertyNames(Array.prototype).length;

function isPolluted(): boolean {
  return 'polluted' in {} || Object.getOwnPropertyNames(Object.prototype).length !== OBJECT_NAMES || Object.getOwnPropertyNames(Array.prototype).length !== ARRAY_NAMES;
}
