import { NO_DAY } from '../../rules/domain/day-number.ts';
import { layOpen, packLines } from '../../rules/queue/queue-columns.ts';
import type { QueueColumns } from '../../rules/queue/queue-columns.ts';
import type { BoardSegment, QueueBoard } from '../../rules/queue/queue-board.ts';
import type { OverturnDatabase } from '../db.ts';
import { blockOf, lineOf, readMark } from './queue-blocks.ts';

type Kept = { rev: number; columns: QueueColumns };
type Known = { blocks: Map<string, Kept>; text: string; board: QueueBoard };
const remembered = new WeakMap<OverturnDatabase, Known>();

/** Rows that are read in one go, and lines of a segment made of them. */
const AT_ONCE = 2000;

/**
 * All open cases as columns: the blocks, with what changed since read from its rows. The same object as long as nothing changed, so
 * that what was chosen from it can be kept by it. A live query that asks here is asked again at every change of a case.
 */
export async function readBoard(db: OverturnDatabase): Promise<QueueBoard> {
  const known = remembered.get(db) ?? { blocks: new Map<string, Kept>(), text: '', board: { segments: [] } };
  remembered.set(db, known);
  return db.transaction('r', [db.meta, db.queueBlocks, db.queueDue, db.cases], async () => {
    const mark = await readMark(db);
    const due = await (mark === null ? db.cases.where('[open+nextDay]').between([1, -Infinity], [1, NO_DAY], true, true) : db.queueDue.toCollection()).primaryKeys();
    const names = Object.keys(mark?.revs ?? {}).sort();
    const stale = new Set(names.filter((name) => known.blocks.get(name)?.rev !== mark?.revs[name]));
    const rows = stale.size > names.length / 2 ? await db.queueBlocks.toArray() : await db.queueBlocks.bulkGet([...stale]);
    for (const row of rows) if (row !== undefined && stale.has(row.id)) known.blocks.set(row.id, { rev: mark?.revs[row.id] ?? 0, columns: layOpen(row) });
    const fresh = await fromRows(db, due);
    const text = `${JSON.stringify(mark?.revs)} ${fresh.text}`;
    if (text !== known.text) {
      known.board = { segments: [...withoutDue(names, known.blocks, due), ...fresh.segments] };
      known.text = text;
    }
    return known.board;
  });
}

/** The blocks, with the lines of these cases passed over. */
function withoutDue(names: readonly string[], blocks: ReadonlyMap<string, Kept>, due: readonly string[]): BoardSegment[] {
  const dueBy = new Map<string, string[]>();
  for (const id of due) dueBy.set(blockOf(id), [...dueBy.get(blockOf(id)) ?? [], id]);
  return names.flatMap((name): BoardSegment[] => {
    const columns = blocks.get(name)?.columns;
    if (columns === undefined) return [];
    const places = (dueBy.get(name) ?? []).map((id) => columns.ids().indexOf(id)).filter((row) => row !== -1);
    if (places.length === 0) return [{ columns, gone: null }];
    const gone = new Uint8Array(columns.n);
    for (const row of places) gone[row] = 1;
    return [{ columns, gone }];
  });
}

/** These cases, read from their rows: those that are open. `text` is another one where any of them was written since. */
async function fromRows(db: OverturnDatabase, ids: readonly string[]): Promise<{ segments: BoardSegment[]; text: string }> {
  const sorted = [...ids].sort();
  const segments: BoardSegment[] = [];
  const text: string[] = [];
  for (let at = 0; at < sorted.length; at += AT_ONCE) {
    const rows = (await db.cases.bulkGet(sorted.slice(at, at + AT_ONCE))).filter((row) => row !== undefined);
    text.push(...rows.map(({ id, rev }) => `${id}:${rev}`));
    segments.push({ columns: layOpen(packLines(rows.filter(({ open }) => open === 1).map(lineOf))), gone: null });
  }
  return { segments, text: text.join(' ') };
}
