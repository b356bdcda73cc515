import type { QueueItem } from '../../rules/work/queue-item.ts';
import { sameClaim } from '../../rules/work/same-claim.ts';
import { findCandidates, identityOfCase, identityTokens } from '../cases/find-cases.ts';
import { openCase } from '../cases/open-case.ts';
import type { OverturnDatabase } from '../db.ts';
import { listPayers } from '../payers.ts';
import type { Vault } from '../vault/vault.ts';
import { itemOf } from './open-items.ts';

/** Cases that may be of the same claim, and regroupings of this case that can still be taken back. */
export type Twins = { twins: { item: QueueItem; why: string }[]; regroupings: { id: string; kind: 'merge' | 'split'; atMs: number; otherId: string; isThisKept: boolean }[]; mergedInto: string | null };

const SHOWN = 10;

export async function twinsOfCase(db: OverturnDatabase, vault: Vault, caseId: string): Promise<Twins | null> {
  const row = await db.cases.get(caseId);
  if (row === undefined) return null;
  const [sealed, payers, kept, merged] = await Promise.all([openCase(vault, row), listPayers(db), db.regroupings.where('caseId').equals(caseId).toArray(), db.regroupings.where('otherId').equals(caseId).toArray()]);
  const payerOf = (key: string) => payers.find((payer) => payer.key === key) ?? null;
  const own = identityOfCase(row.payerKey, payerOf(row.payerKey), sealed);
  const candidates = sealed.mergedInto == null ? await findCandidates(db, vault, identityTokens(vault, own)) : new Map<string, never>();
  const twins = [...candidates.values()].filter((one) => one.row.id !== caseId && !(sealed.notTwins ?? []).includes(one.row.id) && !(one.sealed.notTwins ?? []).includes(caseId)).flatMap((one) => {
    const { verdict, why } = sameClaim(own, identityOfCase(one.row.payerKey, payerOf(one.row.payerKey), one.sealed));
    return verdict === 'different' ? [] : [{ item: itemOf(one.row, payerOf(one.row.payerKey)?.name ?? one.row.payerKey, one.sealed), why }];
  });
  const regroupings = [...kept.map((one) => ({ one, isThisKept: true })), ...merged.map((one) => ({ one, isThisKept: false }))].filter(({ one }) => one.undone === 0)
    .map(({ one, isThisKept }) => ({ id: one.id, kind: one.kind, atMs: one.atMs, otherId: isThisKept ? one.otherId : one.caseId, isThisKept })).sort((a, b) => b.atMs - a.atMs);
  return { twins: twins.slice(0, SHOWN), regroupings, mergedInto: sealed.mergedInto ?? null };
}
