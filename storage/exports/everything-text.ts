import { EVERYTHING_FORM, EVERYTHING_TABLES } from '../../rules/exports/everything.ts';
import type { OverturnDatabase } from '../db.ts';
import type { Sealed } from '../schema/v1.ts';
import type { Vault } from '../vault/vault.ts';

const PAGE = 200;

/** How many rows the file will hold. */
export async function countEverything(db: OverturnDatabase): Promise<number> {
  const counts = await Promise.all(tablesOf(db).map(async (table) => table.count()));
  return counts.reduce((sum, count) => sum + count, 0);
}

const tablesOf = (db: OverturnDatabase) => Object.keys(EVERYTHING_TABLES).flatMap((name) => db.tables.filter((table) => table.name === name));

/**
 * Everything as one JSON text, in pieces (rules/exports/everything.ts; its JSON Schema stands beside this file). Sealed values are
 * opened; look-up hashes and boxes are left out, as are the wraps of the key and drafts. A damaged record has `content: null`.
 */
export async function* everythingText(db: OverturnDatabase, vault: Vault, head: { product: string; nowMs: number; practice: string; /** Ids of cases that stay out, and of what is of their claims under no case. */ without?: ReadonlySet<string> }, onProgress?: (done: number) => void): AsyncGenerator<string> {
  const facts = { form: EVERYTHING_FORM, product: head.product, schema: db.verno, exportedAt: Temporal.Instant.fromEpochMilliseconds(head.nowMs).toString(), practice: head.practice };
  yield `${JSON.stringify(facts).slice(0, -1)},"tables":{`;
  let done = 0;
  for (const [index, table] of tablesOf(db).entries()) {
    yield `${index === 0 ? '' : ','}\n${JSON.stringify(table.name)}:[`;
    const { keyPath } = table.schema.primKey;
    let isFirst = true;
    for (let last: unknown = null; ;) {
      const rows = await (last === null ? table.orderBy(':id') : table.where(':id').above(last)).limit(PAGE).toArray() as Record<string, unknown>[];
      const readable = await Promise.all(rows.filter((row) => !hangsOn(row, table.name, head.without)).map(async (row) => readableRow(vault, table.name, row)));
      if (readable.length > 0) yield `${isFirst ? '\n' : ',\n'}${readable.map((row) => JSON.stringify(row)).join(',\n')}`;
      isFirst &&= readable.length === 0;
      done += rows.length;
      onProgress?.(done);
      if (rows.length < PAGE) break;
      last = rows.at(-1)?.[typeof keyPath === 'string' ? keyPath : 'id'];
    }
    yield ']';
  }
  yield '}}\n';
}

const OWN_ID: ReadonlySet<string> = new Set(['cases', 'filings', 'memberRecords', 'caseVersions']);

/** Whether a row is of a case that stays out. Documents' pieces go by their document; a call about several claims stays for the others. */
function hangsOn(row: Record<string, unknown>, table: string, without: ReadonlySet<string> = new Set()): boolean {
  if (without.size === 0) return false;
  if (table === 'contacts') return (row['caseIds'] as string[]).every((id) => without.has(id));
  return without.has(String(row[OWN_ID.has(table) ? 'id' : 'caseId'])) || without.has(String(row['caseId'])) || without.has(String(row['otherId'])) || without.has(String(row['documentId']));
}

async function readableRow(vault: Vault, table: string, row: Record<string, unknown>): Promise<Record<string, unknown>> {
  const kept = Object.fromEntries(Object.entries(row).filter(([key]) => key !== 'sealed' && key !== 'blind'));
  if (!Object.hasOwn(row, 'sealed')) return kept;
  const id = row['id'] ?? row['key'];
  if (row['sealed'] === null) return { ...kept, content: null };
  try {
    return { ...kept, content: await vault.open(table, typeof id === 'string' ? id : '', row['sealed'] as Sealed) };
  } catch {
    return { ...kept, content: null }; // damaged: named, not left out
  }
}
