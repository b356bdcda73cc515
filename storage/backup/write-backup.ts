import type { Table } from 'dexie';
import type { OverturnDatabase } from '../db.ts';
import { StorageFault } from '../storage-fault.ts';
import { newDataKey } from '../vault/key-wrap.ts';
import type { KdfCost } from '../vault/key-wrap.ts';
import { withWriter } from '../write.ts';
import type { WriteContext } from '../write.ts';
import { newFileHead } from './file-head.ts';
import { textOfRow } from './row-text.ts';
import { BlockSealer } from './sealed-blocks.ts';

/** Rows in memory at a time. */
const PAGE = 500;

/** Where the file's bytes go, in order. */
export type ByteSink = (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;

/** What is told of a backup: when, with which schema and product, how many rows of which table. */
export type BackupFacts = { madeMs: number; schema: number; product: string; tables: Record<string, number>; rows: number };

/** A sealed word by which a reader with a vault knows whether it is the same practice's. */
export const PROBE = { table: 'backup', id: 'probe', value: 'overturn' } as const;

/**
 * Writes everything of the store to `sink` as one backup file (form: README.md). Nobody else writes meanwhile, so that the
 * file is one moment of the store; memory holds one page of rows and one block, however large the store is.
 * Sealed values stay sealed with the practice's key inside the file, which has a lock of its own around all.
 */
export async function writeBackup(
  ctx: WriteContext, options: { passphrase: string; product: string; /** Where the wraps lie, if not beside the rows. */ wraps?: Table; onProgress?: (done: number, total: number) => void; isCancelled?: () => boolean; /** Only tests lower it. */ cost?: KdfCost }, sink: ByteSink,
): Promise<BackupFacts> {
  const fileKey = newDataKey();
  const head = await newFileHead(fileKey, options.passphrase, options.cost);
  await sink(head.bytes);
  const sealer = new BlockSealer(fileKey, head.hash, sink);
  fileKey.fill(0);
  return withWriter(ctx.db, async () => {
    const facts = await factsOf(ctx, options.product, options.wraps);
    await sealer.write(`${JSON.stringify(['head', { ...facts, probe: textOfRow(await ctx.vault.seal(PROBE.table, PROBE.id, PROBE.value)) }])}\n`);
    let done = 0;
    for (const own of ctx.db.tables) {
      const table = own.name === 'wraps' && options.wraps !== undefined ? options.wraps : own;
      await sealer.write(`${JSON.stringify(['table', table.name, facts.tables[table.name] ?? 0])}\n`);
      for await (const rows of pagesOf(table)) {
        if (options.isCancelled?.() === true) throw new StorageFault('context-gone');
        await sealer.write(rows.map((row) => `${textOfRow(row)}\n`).join(''));
        done += rows.length;
        options.onProgress?.(done, facts.rows);
      }
    }
    await sealer.write(`${JSON.stringify(['end', done])}\n`);
    await sealer.end();
    return { ...facts, rows: done };
  });
}

async function factsOf({ db, nowMs }: { db: OverturnDatabase; nowMs: number }, product: string, wraps?: Table): Promise<BackupFacts> {
  const counts = await Promise.all(db.tables.map(async (table) => [table.name, await (table.name === 'wraps' && wraps !== undefined ? wraps : table).count()] as const));
  return { madeMs: nowMs, schema: db.verno, product, tables: Object.fromEntries(counts), rows: counts.reduce((sum, [, count]) => sum + count, 0) };
}

async function* pagesOf(table: Table): AsyncGenerator<Record<string, unknown>[]> {
  const { keyPath } = table.schema.primKey;
  if (typeof keyPath !== 'string') throw new StorageFault('storage-failed');
  for (let last: unknown = null; ;) {
    const rows = await (last === null ? table.orderBy(':id') : table.where(':id').above(last)).limit(PAGE).toArray() as Record<string, unknown>[];
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) return;
    last = rows.at(-1)?.[keyPath];
  }
}
