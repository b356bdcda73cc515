import type { Undone } from '../../rules/team/case-fields.ts';
import { keptRegrouping } from '../cases/regroup-cases.ts';
import type { OverturnDatabase } from '../db.ts';
import { StorageFault } from '../storage-fault.ts';
import type { Vault } from '../vault/vault.ts';
import { contactsTakenBack } from '../../rules/team/taken-back.ts';
import type { CaseDocument } from '../../rules/team/case-document.ts';
import type { ContactRow } from '../schema/v1.ts';
import { readVersions } from './read-document.ts';

/** Merges and splits of a case that were taken back: `contacts` are those of the case now. @throws StorageFault `damaged-record` */
export async function readUndone(db: OverturnDatabase, vault: Vault, caseId: string, contacts: ReadonlySet<string>): Promise<Undone[]> {
  const [kept, merged] = await Promise.all([db.regroupings.where('caseId').equals(caseId).toArray(), db.regroupings.where('otherId').equals(caseId).toArray()]);
  const own = await Promise.all(kept.filter(({ undone }) => undone === 1).map(async (row): Promise<Undone> => {
    const parsed = keptRegrouping.safeParse(await vault.open('regroupings', row.id, row.sealed));
    if (!parsed.success) throw new StorageFault('damaged-record');
    const { before, after, moved } = parsed.data;
    return { id: row.id, mergedInto: null, before, after, contacts: (moved?.['contacts'] ?? []).filter((id) => !contacts.has(id)) };
  }));
  const others = merged.filter(({ undone, kind }) => undone === 1 && kind === 'merge').map((row): Undone => ({ id: row.id, mergedInto: row.caseId, before: null, after: null, contacts: [] }));
  return [...own, ...others];
}

/** The case is none of these contacts' any more: they stay with the others they are about. One that is about no other stays here, so that it is not lost. */
export async function contactsThatLeave(db: OverturnDatabase, document: CaseDocument): Promise<ContactRow[]> {
  const rows = (await db.contacts.bulkGet([...contactsTakenBack(document.fields)])).filter((row) => row !== undefined);
  return rows.filter(({ caseIds }) => caseIds.includes(document.caseId) && caseIds.length > 1).map((row) => ({ ...row, caseIds: row.caseIds.filter((id) => id !== document.caseId) }));
}

/** Of these cases those that a contact is still about. */
export async function stillAbout(db: OverturnDatabase, vault: Vault, contactId: string, caseIds: readonly string[]): Promise<string[]> {
  const about = await Promise.all(caseIds.map(async (id) => ({ id, isGone: contactsTakenBack(await readVersions({ db, vault }, id)).has(contactId) })));
  return about.filter(({ isGone }) => !isGone).map(({ id }) => id);
}
