import type { AppealLevel, AppealState } from '../../rules/domain/appeal.ts';
import { NO_DAY } from '../../rules/domain/day-number.ts';
import type { OverturnDatabase } from '../db.ts';
import { openCase } from '../cases/open-case.ts';
import { listPayers } from '../payers.ts';
import { userNames } from '../people.ts';
import { StorageFault } from '../storage-fault.ts';
import type { Vault } from '../vault/vault.ts';

/** A line of the list of appeals. `dueDay`: last day to send while it is not sent; `nextDay`: when somebody has to look. */
export type AppealItem = {
  id: string; caseId: string; level: AppealLevel; state: AppealState; isOpen: boolean; payerKey: string; payerName: string; patientName: string; claimNumber: string | null; ownerId: string; ownerName: string;
  dueDay: number; safeDay: number; nextDay: number; sentDay: number | null; requestedCents: number | null; recoveredCents: number | null;
};

/** More than this many are not opened at once; the list says so. */
export const MOST_SHOWN = 2000;

/** Appeals, those first of which a day comes first. Dates of what is not sent are those of the case's clocks, as they are today. */
export async function appealItems(db: OverturnDatabase, vault: Vault, which: { caseId: string } | { open: boolean }): Promise<{ items: AppealItem[]; isCut: boolean }> {
  const query = 'caseId' in which ? db.appeals.where('caseId').equals(which.caseId) : db.appeals.where('[open+nextDay]').between([which.open ? 1 : 0, -1], [which.open ? 1 : 0, NO_DAY + 1], true, true);
  const rows = await query.limit(MOST_SHOWN + 1).toArray();
  const shown = rows.slice(0, MOST_SHOWN);
  const [cases, clocks, payers, users] = await Promise.all([
    db.cases.bulkGet(shown.map(({ caseId }) => caseId)), db.clocks.bulkGet(shown.map(({ caseId, level }) => `${caseId}:${level}`)), listPayers(db), userNames(db),
  ]);
  const nameOf = new Map(payers.map(({ key, name }) => [key, name]));
  const items = await Promise.all(shown.map(async (row, at): Promise<AppealItem> => {
    const caseRow = cases[at];
    const clock = row.sentDay === null ? clocks[at] : undefined;
    const sealed = caseRow === undefined ? null : await openCase(vault, caseRow).catch((error: unknown) => { if (error instanceof StorageFault) return null; throw error; });
    const dates = clock === undefined ? row : clock;
    return {
      id: row.id, caseId: row.caseId, level: row.level as AppealLevel, state: row.state as AppealState, isOpen: row.open === 1, payerKey: row.payerKey, payerName: nameOf.get(row.payerKey) ?? row.payerKey,
      patientName: sealed?.facts.patientName ?? '', claimNumber: sealed?.facts.claimControlNumber ?? null, ownerId: caseRow?.ownerId ?? row.ownerId, ownerName: users.get(caseRow?.ownerId ?? row.ownerId) ?? 'The pool',
      dueDay: dates.dueDay, safeDay: dates.safeDay, nextDay: row.sentDay === null && row.open === 1 ? Math.min(dates.safeDay, row.nextDay) : row.nextDay, sentDay: row.sentDay, requestedCents: row.requestedCents, recoveredCents: row.recoveredCents,
    };
  }));
  return { items: items.sort((left, right) => left.nextDay - right.nextDay || left.dueDay - right.dueDay), isCut: rows.length > MOST_SHOWN };
}
