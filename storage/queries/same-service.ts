import { isSameService, proceduresOf } from '../../rules/corrections/duplicate-guard.ts';
import type { SameService } from '../../rules/corrections/duplicate-guard.ts';
import type { ClaimFacts } from '../../rules/domain/denial-case.ts';
import { openCase } from '../cases/open-case.ts';
import type { OverturnDatabase } from '../db.ts';
import { StorageFault } from '../storage-fault.ts';
import type { Vault } from '../vault/vault.ts';

/** Claims of one member that are opened at most; no member has more of one day. */
const OPENED_AT_MOST = 400;

/**
 * Other cases for the same service, and whether something of them (or of this one) is on its way to the payer.
 * @param besides the correction that is asked about: it is not its own duplicate.
 */
export async function sameServices(db: OverturnDatabase, vault: Vault, caseId: string, facts: ClaimFacts, besides: string | null): Promise<SameService[]> {
  const whole = facts.memberId === null ? null : vault.blindExact('number', facts.memberId);
  const ids = whole === null ? [] : (await db.cases.where('blind').equals(whole).primaryKeys()).filter((id) => id !== caseId).slice(0, OPENED_AT_MOST);
  const rows = (await db.cases.bulkGet(ids)).filter((row) => row !== undefined);
  const underWay = new Set((await db.corrections.where('caseId').anyOf([caseId, ...ids]).toArray()).filter((row) => row.open === 1 && row.state !== 'draft' && row.state !== 'rejected' && row.kind !== 'records' && row.id !== besides).map((row) => row.caseId));
  const own: SameService[] = underWay.has(caseId) ? [{ caseId, claimControlNumber: facts.claimControlNumber, status: null, serviceFrom: facts.serviceFrom, procedures: proceduresOf(facts), isOnItsWay: true }] : [];
  const others = await Promise.all(rows.map(async (row): Promise<SameService[]> => {
    try {
      const sealed = await openCase(vault, row);
      if ((sealed.mergedInto ?? null) !== null || !isSameService(facts, sealed.facts)) return [];
      return [{ caseId: row.id, claimControlNumber: sealed.facts.claimControlNumber, status: sealed.facts.status, serviceFrom: sealed.facts.serviceFrom, procedures: proceduresOf(sealed.facts), isOnItsWay: underWay.has(row.id) }];
    } catch (error) {
      if (error instanceof StorageFault) return [];
      throw error;
    }
  }));
  return [...own, ...others.flat()];
}
