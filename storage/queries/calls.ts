import { holdMap, timedCalls } from '../../rules/calls/hold-map.ts';
import type { HoldMap } from '../../rules/calls/hold-map.ts';
import { contact as contactSchema } from '../../rules/domain/contact.ts';
import type { Contact } from '../../rules/domain/contact.ts';
import type { QueueItem } from '../../rules/work/queue-item.ts';
import type { OverturnDatabase } from '../db.ts';
import type { ContactRow } from '../schema/v1.ts';
import { StorageFault } from '../storage-fault.ts';
import { blindWords } from '../vault/blind-index.ts';
import type { Vault } from '../vault/vault.ts';
import { openItems } from './open-items.ts';

export type ContactView = Contact & { id: string; atMs: number; userId: string; payerKey: string; caseIds: string[] };

async function opened(vault: Vault, rows: readonly ContactRow[]): Promise<ContactView[]> {
  return (await Promise.all(rows.map(async (row): Promise<ContactView[]> => {
    try {
      const parsed = contactSchema.safeParse(((await vault.open('contacts', row.id, row.sealed)) as { contact?: unknown }).contact);
      return parsed.success ? [{ ...parsed.data, id: row.id, atMs: row.atMs, userId: row.userId, payerKey: row.payerKey, caseIds: row.caseIds }] : [];
    } catch (error) {
      if (error instanceof StorageFault) return [];
      throw error;
    }
  }))).flat();
}

/** A payer's phone menus change; older waits say little of today's. */
const HOLD_DAYS = 365;
const MOST_CONTACTS = 5000;

/** The waits of the practice's own calls to one payer. `timeZone`: the practice's, for weekday and hour. */
export async function holdMapOf(db: OverturnDatabase, vault: Vault, payerKey: string, nowMs: number, timeZone: string): Promise<HoldMap> {
  const rows = await db.contacts.where('[payerKey+atMs]').between([payerKey, nowMs - HOLD_DAYS * 86_400_000], [payerKey, Number.MAX_SAFE_INTEGER]).reverse().limit(MOST_CONTACTS).toArray();
  return holdMap(timedCalls(await opened(vault, rows), timeZone));
}

/** Payers with whom there was any contact, by key. */
export async function contactedPayers(db: OverturnDatabase): Promise<{ key: string; name: string }[]> {
  const keys = new Set((await db.contacts.orderBy('[payerKey+atMs]').keys()).map((pair) => (pair as unknown as [string, number])[0]));
  const payers = new Map((await db.payers.toArray()).map(({ key, name }) => [key, name]));
  return [...keys].map((key) => ({ key, name: payers.get(key) ?? key })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

export type FoundContact = { contact: ContactView; claims: QueueItem[] };
const FOUND_AT_MOST = 50;

/** Contacts with a reference number (whole, or from its third character on), the newest first, each with every claim it was about. */
export async function contactsByReference(db: OverturnDatabase, vault: Vault, typed: string): Promise<FoundContact[]> {
  const wanted = blindWords('number', typed)[0] ?? '';
  if (Array.from(wanted).length < 3) return [];
  const tokens = vault.blindQuery('number', typed);
  const sets = await Promise.all(tokens.map(async (token) => new Set(await db.contacts.where('blind').equals(token).primaryKeys())));
  const [first, ...rest] = sets;
  const ids = [...(first ?? [])].filter((id) => rest.every((other) => other.has(id)));
  const rows = (await db.contacts.bulkGet(ids)).filter((row) => row !== undefined).sort((a, b) => b.atMs - a.atMs);
  const numbersOf = (one: Contact): (string | null)[] => [one.reference, ...(one.claims ?? []).map(({ reference }) => reference)];
  const fits = (await opened(vault, rows)).filter((one) => numbersOf(one).some((number) => number !== null && (blindWords('number', number)[0] ?? '').startsWith(wanted))).slice(0, FOUND_AT_MOST);
  const cases = (await db.cases.bulkGet([...new Set(fits.flatMap(({ caseIds }) => caseIds))])).filter((row) => row !== undefined);
  const items = new Map((await openItems(db, vault, cases)).map((item) => [item.id, item]));
  return fits.map((one) => ({ contact: one, claims: one.caseIds.flatMap((id) => { const item = items.get(id); return item === undefined ? [] : [item]; }) }));
}
