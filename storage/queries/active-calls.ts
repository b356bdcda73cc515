import type { OverturnDatabase } from '../db.ts';
import { StorageFault } from '../storage-fault.ts';
import type { Vault } from '../vault/vault.ts';

/** A contact somebody has begun and not saved, with the case it was opened from. */
export type BegunCall = { caseId: string; atMs: number; value: unknown };

/** The calls a user has begun and not saved, the newest first. Damaged drafts are left out. */
export async function begunCalls(db: OverturnDatabase, vault: Vault, userId: string): Promise<BegunCall[]> {
  const prefix = `${userId}/contact:`;
  const rows = await db.drafts.where('key').startsWith(prefix).toArray();
  const calls = await Promise.all(rows.map(async (row) => {
    try {
      return [{ caseId: row.key.slice(prefix.length), atMs: row.atMs, value: await vault.open('drafts', row.key, row.sealed) }];
    } catch (error) {
      if (error instanceof StorageFault) return [];
      throw error;
    }
  }));
  return calls.flat().sort((a, b) => b.atMs - a.atMs);
}
