import type { QueueItem } from '../../rules/work/queue-item.ts';
import { openCorrection } from '../corrections/correction-row.ts';
import type { CorrectionView } from '../corrections/correction-row.ts';
import type { OverturnDatabase } from '../db.ts';
import type { Vault } from '../vault/vault.ts';
import { openItems } from './open-items.ts';

/** The corrections of a case, the newest first. */
export async function correctionsOfCase(db: OverturnDatabase, vault: Vault, caseId: string): Promise<CorrectionView[]> {
  const rows = await db.corrections.where('caseId').equals(caseId).toArray();
  return (await Promise.all(rows.sort((a, b) => b.madeMs - a.madeMs).map(async (row) => openCorrection(vault, row)))).filter((one) => one !== null);
}

export type FollowedCorrection = { correction: CorrectionView; item: QueueItem | null };

/** What is on its way to a payer or was rejected, the one nobody looked at for longest first. */
export async function correctionsUnderWay(db: OverturnDatabase, vault: Vault, limit: number): Promise<{ total: number; corrections: FollowedCorrection[] }> {
  const waiting = db.corrections.where('[open+stepDay]').between([1, -Infinity], [1, Infinity]);
  const [total, rows] = [await waiting.clone().count(), await waiting.clone().limit(limit).toArray()];
  const cases = (await db.cases.bulkGet([...new Set(rows.map(({ caseId }) => caseId))])).filter((row) => row !== undefined);
  const items = new Map((await openItems(db, vault, cases)).map((item) => [item.id, item]));
  const views = await Promise.all(rows.map(async (row) => openCorrection(vault, row)));
  return { total, corrections: views.flatMap((one) => (one === null ? [] : [{ correction: one, item: items.get(one.caseId) ?? null }])) };
}
