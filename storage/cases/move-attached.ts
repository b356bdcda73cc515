import type { Table } from 'dexie';
import type { OverturnDatabase } from '../db.ts';

/** What is filed under a case beside its looks, by table; a contact can be about several cases. */
const OWN = ['appeals', 'documents', 'promises', 'corrections', 'caseNotes', 'memberRecords'] as const;
export type Attached = Partial<Record<(typeof OWN)[number] | 'contacts', string[]>>;
type Filed = { id: string; caseId: string };

/** The tables that `moveAttached` writes to. */
export function attachedTables(db: OverturnDatabase): Table[] {
  return [...OWN.map((name) => db[name] as Table), db.contacts];
}

/** The ids of everything that is filed under a case and would be new to the case `to`: a contact that was about both is no news there. */
export async function attachedTo(db: OverturnDatabase, caseId: string, to: string): Promise<Attached> {
  const ids = await Promise.all(OWN.map(async (name) => [name, (await (db[name] as Table<Filed, string>).where('caseId').equals(caseId).primaryKeys())] as const));
  return { ...Object.fromEntries(ids.filter(([, list]) => list.length > 0)), contacts: (await db.contacts.where('caseIds').equals(caseId).toArray()).filter(({ caseIds }) => !caseIds.includes(to)).map(({ id: contactId }) => contactId) };
}

/**
 * Files what is named under another case. Inside a transaction over `attachedTables`. What somebody filed elsewhere since is left where
 * it is. A contact stays one contact: it is found at both cases (`to` comes to it), or, taken back, at the one it was of (`to` leaves it).
 */
export async function moveAttached(db: OverturnDatabase, attached: Attached, from: string, to: string, isBack: boolean): Promise<void> {
  for (const name of OWN) {
    const table = db[name] as Table<Filed, string>;
    const rows = (await table.bulkGet(attached[name] ?? [])).filter((row) => row !== undefined);
    await table.bulkPut(rows.filter(({ caseId }) => caseId === from).map((row) => ({ ...row, caseId: to })));
  }
  const contacts = (await db.contacts.bulkGet(attached.contacts ?? [])).filter((row) => row !== undefined);
  await db.contacts.bulkPut(contacts.map((row) => ({ ...row, caseIds: isBack ? row.caseIds.filter((id) => id !== from) : [...new Set([...row.caseIds, to])] })));
}
