import type { SealedCase } from '../../rules/domain/denial-case.ts';
import { POOL } from '../../rules/domain/vocabulary.ts';
import type { QueueItem } from '../../rules/work/queue-item.ts';
import { openCaseOrNull } from '../cases/open-case.ts';
import type { OverturnDatabase } from '../db.ts';
import { findPayer } from '../payers.ts';
import { userNames } from '../people.ts';
import type { CaseRow } from '../schema/v3.ts';
import type { Vault } from '../vault/vault.ts';

/** A row as a person sees it; names are null while locked or where the record is damaged. */
export function itemOf(row: CaseRow, payerName: string, sealed: SealedCase | null): QueueItem {
  return {
    id: row.id, rev: row.rev, ownerId: row.ownerId, open: row.open === 1, state: row.state, nextAction: row.nextAction, payerKey: row.payerKey, payerName, category: row.category, path: row.path,
    payerStatus: row.payerStatus, deniedCents: row.deniedCents, chargeCents: row.chargeCents, nextDay: row.nextDay, nextKind: row.nextKind, safeDay: row.safeDay, dueDay: row.dueDay,
    undated: row.undated, followUpDay: row.followUpDay, snoozedUntilDay: row.snoozedUntilDay, touchedMs: row.touchedMs, priority: row.priority, ...(row.groupToken === undefined ? {} : { groupToken: row.groupToken }), score: row.score,
    patientName: sealed?.facts.patientName ?? null, claimControlNumber: sealed?.facts.claimControlNumber ?? null, patientControlNumber: sealed?.facts.patientControlNumber ?? null,
  };
}

/** Opens the rows on screen. A damaged record does not take the list down with it. */
export async function openItems(db: OverturnDatabase, vault: Vault | null, rows: readonly CaseRow[]): Promise<QueueItem[]> {
  const keys = [...new Set(rows.map(({ payerKey }) => payerKey))];
  const [payers, owners] = await Promise.all([Promise.all(keys.map((key) => findPayer(db, key))), userNames(db)]);
  const known = new Map(keys.map((key, index) => [key, payers[index] ?? null]));
  const sealed = await Promise.all(rows.map(async (row) => (vault === null ? null : openCaseOrNull(vault, row))));
  return rows.map((row, index) => ({ ...itemOf(row, known.get(row.payerKey)?.name ?? row.payerKey, sealed[index] ?? null), cutOff: known.get(row.payerKey)?.cutOff ?? null, ownerName: row.ownerId === POOL ? 'The pool' : owners.get(row.ownerId) ?? '' }));
}
