import type { DayNumber } from '../../rules/domain/day-number.ts';
import type { QueueWeights } from '../../rules/domain/queue-weights.ts';
import { awakeFrom, placeOf } from '../../rules/queue/priority.ts';
import { eachRow } from '../../rules/queue/queue-board.ts';
import { worthOf } from '../../rules/queue/worth.ts';
import type { OverturnDatabase } from '../db.ts';
import { readBoard } from '../queue/queue-board.ts';
import { readScoring } from '../scoring.ts';

/** A case of the queue as it would stand: `was` is its place now, from 1. */
export type PreviewedPlace = { id: string; was: number; priority: number };

/** The first cases of a queue by other weights, and where each stands now. Nothing is kept. */
export async function previewWeights(db: OverturnDatabase, weights: QueueWeights, ownerId: string | null, today: DayNumber, first: number): Promise<{ places: PreviewedPlace[]; cases: number }> {
  const { chances } = await readScoring(db);
  const board = await readBoard(db);
  const now: { columns: Parameters<Parameters<typeof eachRow>[1]>[0]; row: number; before: number; after: number }[] = [];
  const awake = awakeFrom(today);
  eachRow(board, (columns, row) => {
    const { numbers, days, places, words } = columns;
    const before = numbers.priority[row] as number;
    if (before < awake || (ownerId !== null && words[places.ownerId[row] as number] !== ownerId)) return;
    const { value } = worthOf({ deniedCents: numbers.deniedCents[row] as number, payerKey: words[places.payerKey[row] as number] ?? '', category: words[places.category[row] as number] ?? '' }, { weights, chances });
    now.push({ columns, row, before, after: placeOf(numbers.pressure[row] as number, value, days.snoozedUntilDay[row] as number, today) });
  });
  const top = [...now].sort((one, other) => other.after - one.after).slice(0, first);
  const befores = Float64Array.from(now, ({ before }) => before).sort();
  return { places: top.map(({ columns, row, before, after }) => ({ id: columns.ids()[row] ?? '', was: befores.length - lastOf(befores, before), priority: after })), cases: now.length };
}

/** The last place of a value among sorted ones. */
function lastOf(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
