import { NO_DAY } from '../../rules/domain/day-number.ts';
import type { DayNumber } from '../../rules/domain/day-number.ts';
import { isSensitive } from '../../rules/domain/sensitive.ts';
import type { OverturnDatabase } from '../db.ts';
import { openCase } from '../cases/open-case.ts';
import type { Vault } from '../vault/vault.ts';

/** One open case on the sheet of a hand-over. `dueDay`: last day of the clock that dies first, NO_DAY where none is known. */
export type HandoverLine = {
  caseId: string; payerKey: string; category: string; state: string; nextAction: string; deniedCents: number;
  nextKind: string; dueDay: DayNumber; safeDay: DayNumber; followUpDay: DayNumber; undated: string;
  /** Null where the record is damaged. Of a sensitive case name and numbers are left out: the sheet is read aloud and left on desks. */
  patientName: string | null; patientControlNumber: string | null; claimControlNumber: string | null; isSensitive: boolean;
  /** What the payer promised and has not kept yet, by the day it promised. */
  promises: { dueDay: DayNumber; what: string }[];
  /** What was begun and not sent: appeals with their level and state, corrections, and kinds of forms half filled in. */
  halfBuilt: { kind: 'appeal' | 'correction' | 'draft'; what: string; state: string; /** Documents in the packet so far. */ documents?: number }[];
};

/**
 * What somebody's queue holds, the clock that dies first in front; cases without a date come last and say so. Read for whoever
 * takes it over: on the screen and on one printed page.
 */
export async function handoverSheet(db: OverturnDatabase, vault: Vault, ownerId: string): Promise<HandoverLine[]> {
  const rows = await db.cases.where('[open+ownerId+nextDay]').between([1, ownerId, -Infinity], [1, ownerId, Infinity]).toArray();
  const drafts = (await db.drafts.where('key').startsWith(`${ownerId}/`).primaryKeys()).map((key) => key.slice(ownerId.length + 1));
  const lines = await Promise.all(rows.map(async (row): Promise<HandoverLine> => {
    const [sealed, promises, appeals, corrections, documents] = await Promise.all([
      openCase(vault, row).catch(() => null), db.promises.where('caseId').equals(row.id).toArray(), db.appeals.where('caseId').equals(row.id).toArray(),
      db.corrections.where('caseId').equals(row.id).toArray(), db.documents.where('caseId').equals(row.id).toArray(), // a damaged record is still listed, by its clocks
    ]);
    const clock = (await db.clocks.where('caseId').equals(row.id).toArray()).filter(({ dueDay }) => dueDay !== NO_DAY).sort((a, b) => a.dueDay - b.dueDay)[0];
    const hidden = sealed !== null && isSensitive(sealed);
    return {
      caseId: row.id, payerKey: row.payerKey, category: row.category, state: row.state, nextAction: row.nextAction, deniedCents: row.deniedCents,
      nextKind: clock?.action ?? row.nextKind, dueDay: row.dueDay, safeDay: row.safeDay, followUpDay: row.followUpDay, undated: row.undated,
      patientName: hidden ? null : sealed?.facts.patientName ?? null, patientControlNumber: hidden ? null : sealed?.facts.patientControlNumber ?? null, claimControlNumber: hidden ? null : sealed?.facts.claimControlNumber ?? null, isSensitive: hidden,
      promises: await Promise.all(promises.filter(({ state }) => state === 'open').sort((a, b) => a.dueDay - b.dueDay).map(async (one) => ({ dueDay: one.dueDay, what: await promised(vault, one.id, one.sealed) }))),
      halfBuilt: [
        ...appeals.filter(({ state }) => state === 'draft' || state === 'in-review' || state === 'ready').map(({ id, level, state }) => ({ kind: 'appeal' as const, what: level, state, documents: documents.filter(({ appealId, done }) => appealId === id && done === 1).length })),
        ...corrections.filter(({ state }) => state === 'draft').map(({ kind, state }) => ({ kind: 'correction' as const, what: kind, state })),
        ...drafts.filter((key) => key.includes(row.id)).map((key) => ({ kind: 'draft' as const, what: key.split(':')[0] ?? '', state: '' })),
      ],
    };
  }));
  return lines.sort((a, b) => a.dueDay - b.dueDay || a.safeDay - b.safeDay || b.deniedCents - a.deniedCents);
}

async function promised(vault: Vault, id: string, sealed: Parameters<Vault['open']>[2]): Promise<string> {
  const value = await vault.open('promises', id, sealed).catch(() => null); // its day still stands on the sheet
  const text = typeof value === 'object' && value !== null ? (value as { text?: unknown }).text : null;
  return typeof text === 'string' ? text : '';
}
