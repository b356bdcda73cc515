import type { ImportSummary } from '../../rules/work/case-file.ts';
import type { OverturnDatabase } from '../db.ts';
import { summaryOf } from '../imports/import-journal.ts';
import type { Vault } from '../vault/vault.ts';

/** What came of the files dropped so far, the newest first. */
export async function importSummaries(db: OverturnDatabase, vault: Vault, limit = 50): Promise<ImportSummary[]> {
  const rows = await db.imports.orderBy('startedMs').reverse().limit(limit).toArray();
  return Promise.all(rows.map((row) => summaryOf(db, vault, row)));
}
