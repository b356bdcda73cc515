import { ok } from '../../rules/protocol/result.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { openCaseOrNull } from '../cases/open-case.ts';
import { changeCase } from '../cases/change-case.ts';
import type { OverturnDatabase } from '../db.ts';
import { CLEAR_COLUMNS, hasDamagedColumns } from '../sound-rows.ts';
import type { Vault } from '../vault/vault.ts';
import type { WriteContext } from '../write.ts';

/** What of the store is damaged, by table: rows whose clear columns cannot be true, and (with the vault) cases whose record does not open. */
export type DamageReport = { columns: { table: string; rows: number }[]; sealedCases: number | null; cases: string[] };

const MOST_NAMED = 500;

/** Reads every row of the tables whose columns lists rely on. Takes a while in a large store; changes nothing. */
export async function findDamage(db: OverturnDatabase, vault: Vault | null): Promise<DamageReport> {
  const report: DamageReport = { columns: [], sealedCases: vault === null ? null : 0, cases: [] };
  for (const table of Object.keys(CLEAR_COLUMNS)) {
    let rows = 0;
    await db.table(table).each((row: object) => {
      if (!hasDamagedColumns(row)) return;
      rows += 1;
      if (table === 'cases' && report.cases.length < MOST_NAMED) report.cases.push(String((row as { id?: unknown }).id));
    });
    if (rows > 0) report.columns.push({ table, rows });
  }
  if (vault !== null) {
    const ids = await db.cases.toCollection().primaryKeys();
    for (let at = 0; at < ids.length; at += 200) {
      const rows = (await db.cases.bulkGet(ids.slice(at, at + 200))).filter((row) => row !== undefined);
      const opened = await Promise.all(rows.map(async (row) => openCaseOrNull(vault, row)));
      report.sealedCases = (report.sealedCases ?? 0) + opened.filter((one) => one === null).length;
    }
  }
  return report;
}

/**
 * Works the clear columns of damaged cases out anew from what is sealed. Whose it was and what was planned stand in no other
 * place: where those were damaged the case goes to the pool, and its history says so. `left`: records that do not open.
 */
export async function mendCases(ctx: WriteContext): Promise<Result<{ mended: number; left: number }>> {
  const { cases } = await findDamage(ctx.db, null);
  let mended = 0;
  for (const caseId of cases) {
    const done = await changeCase(ctx, caseId, 'store:mend', (draft) => ({ draft, events: [{ kind: 'mended', title: 'Damaged columns of this case were worked out anew', detail: 'Check owner, state and follow-up.' }] }));
    if (done.ok) mended += 1;
  }
  return ok({ mended, left: cases.length - mended });
}
