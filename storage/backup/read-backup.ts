import { z } from 'zod';
import { MIGRATION_STEPS } from '../migrations/steps.ts';
import { BackupFault } from './backup-fault.ts';
import { readFileHead } from './file-head.ts';
import { rowOfText } from './row-text.ts';
import { linesOf } from './block-lines.ts';
import { openBlocks } from './sealed-blocks.ts';
import type { BackupFacts } from './write-backup.ts';

/** Rows given at a time, so that one write to the store takes many. */
const BATCH = 500;

const factsSchema = z.object({ madeMs: z.int(), schema: z.int().min(1), product: z.string().max(40), tables: z.record(z.string().max(60), z.int().min(0)), rows: z.int().min(0), probe: z.string().max(4000) });

export type BackupPart =
  | { kind: 'head'; facts: BackupFacts; probe: string }
  | { kind: 'rows'; table: string; rows: Record<string, unknown>[]; /** Bytes of the file read so far. */ bytes: number };

/** The newest schema this product knows. */
export const newestSchema = (): number => Math.max(...MIGRATION_STEPS.map((step) => step.version));

/**
 * Opens a backup file and gives its head, then its rows table by table, in pieces. Each piece was authenticated before it is
 * given; that the file is whole is known only when this ends without a fault.
 *
 * @throws BackupFault
 */
export async function* readBackup(file: Blob, passphrase: string): AsyncGenerator<BackupPart> {
  const head = await readFileHead(file);
  const key = await head.unwrap(passphrase);
  const place = { table: null as string | null, rows: 0, from: 0, to: 0 };
  const fault = (code: 'damaged' | 'incomplete') => new BackupFault(code, { ...place });
  let facts: BackupFacts | null = null;
  let ended: number | null = null;
  let given = 0;
  const counted = new Map<string, number>();
  let batch: Record<string, unknown>[] = [];
  const take = (): BackupPart[] => {
    if (batch.length === 0 || place.table === null) return [];
    const rows = batch;
    batch = [];
    given += rows.length;
    return [{ kind: 'rows', table: place.table, rows, bytes: place.to }];
  };
  try {
    for await (const line of linesOf(openBlocks(file, head.bytes.length, key, head.hash), place)) {
      if (ended !== null) throw fault('incomplete');
      if (facts === null) {
        const opened = headOf(line);
        if (opened === null) throw fault('incomplete');
        if (opened.facts.schema > newestSchema()) throw new BackupFault('newer-schema');
        facts = opened.facts;
        yield { kind: 'head', ...opened };
      } else if (line.startsWith('[')) {
        yield* take();
        const control = JSON.parse(line) as unknown[];
        if (control[0] === 'end' && typeof control[1] === 'number') ended = control[1];
        else if (control[0] === 'table' && typeof control[1] === 'string' && Object.hasOwn(facts.tables, control[1]) && !counted.has(control[1])) {
          place.table = control[1];
          place.rows = 0;
          counted.set(control[1], 0);
        } else throw fault('incomplete');
      } else {
        const row = rowOfText(line);
        if (row === null || place.table === null) throw fault('incomplete');
        batch.push(row);
        place.rows += 1;
        counted.set(place.table, place.rows);
        if (batch.length === BATCH) yield* take();
      }
    }
  } catch (error) {
    // The blocks know the bytes, this function knows the table.
    if (error instanceof BackupFault && error.place !== null) throw new BackupFault(error.code, { ...error.place, table: place.table, rows: place.rows });
    throw error;
  } finally {
    key.fill(0);
  }
  const isWhole = facts !== null && ended === given && given === facts.rows && Object.entries(facts.tables).every(([table, rows]) => counted.get(table) === rows);
  if (!isWhole) throw fault('incomplete');
}

function headOf(line: string): { facts: BackupFacts; probe: string } | null {
  try {
    const [word, value] = JSON.parse(line) as unknown[];
    const parsed = factsSchema.safeParse(value);
    if (word !== 'head' || !parsed.success) return null;
    const { probe, ...facts } = parsed.data;
    return { facts, probe };
  } catch {
    return null; // not the first line of a backup
  }
}
