import type { SealedCase } from '../../rules/domain/denial-case.ts';
import type { QueueItem } from '../../rules/work/queue-item.ts';
import { eachRow } from '../../rules/queue/queue-board.ts';
import { openCase } from '../cases/open-case.ts';
import type { OverturnDatabase } from '../db.ts';
import { readBoard } from '../queue/queue-board.ts';
import type { CaseRow } from '../schema/v1.ts';
import { StorageFault } from '../storage-fault.ts';
import { blindWords } from '../vault/blind-index.ts';
import type { Vault } from '../vault/vault.ts';
import { itemOf } from './open-items.ts';

/** Shortest text that is looked up. */
export const SHORTEST_SEARCH = 3;
/** Candidates opened in one go. */
const OPENED_AT_ONCE = 200;

/**
 * Cases by claim number, account number, member number (beginning or last four), check number, reference, confirmation,
 * patient's name or the name and reference of a contact: whole or from the beginning. Open cases first, then by priority.
 * A number typed whole comes before those that only begin with it. Candidates are opened until `limit` of them fit, so none
 * is passed over however many begin alike; a caller that asks for one more than it shows knows whether there are more.
 */
export async function searchCases(db: OverturnDatabase, vault: Vault, text: string, limit: number): Promise<QueueItem[]> {
  const typed = text.trim();
  const number = blindWords('number', typed)[0] ?? '';
  const names = blindWords('name', typed);
  if (Array.from(number).length < SHORTEST_SEARCH) return [];
  const ids = await candidateIds(db, vault, typed, number);
  const payers = new Map((await db.payers.toArray()).map((payer) => [payer.key, payer.name]));
  const found: QueueItem[] = [];
  const opened = async (row: CaseRow): Promise<QueueItem[]> => {
    try {
      const sealed = await openCase(vault, row);
      return ids.get(row.id) === 'contact' || matches(sealed, number, names) ? [itemOf(row, payers.get(row.payerKey) ?? row.payerKey, sealed)] : [];
    } catch (error) {
      if (error instanceof StorageFault) return [];
      throw error;
    }
  };
  for (const piece of await piecesOf(db, ids)) {
    const ordered = (await db.cases.bulkGet(piece)).filter((row) => row !== undefined).sort((a, b) => b.open - a.open || b.priority - a.priority);
    for (let at = 0; at < ordered.length && found.length < limit; at += OPENED_AT_ONCE) found.push(...(await Promise.all(ordered.slice(at, at + OPENED_AT_ONCE).map(opened))).flat());
    if (found.length >= limit) break;
  }
  return found.slice(0, limit);
}

type Ways = Map<string, 'whole' | 'case' | 'contact'>;

/** Candidates in the order in which they are opened. Of many the order comes from the queue's columns: reading thousands of rows for it takes longer than all the rest. */
async function piecesOf(db: OverturnDatabase, ids: Ways): Promise<string[][]> {
  const whole = [...ids.keys()].filter((id) => ids.get(id) === 'whole');
  const others = [...ids.keys()].filter((id) => ids.get(id) !== 'whole');
  if (others.length <= OPENED_AT_ONCE) return [whole, others];
  const priorities = new Map(others.map((id) => [id, -Infinity]));
  eachRow(await readBoard(db), ({ numbers, ids: idsOf }, row) => {
    const id = idsOf()[row] ?? '';
    if (priorities.has(id)) priorities.set(id, numbers.priority[row] as number);
  });
  const ordered = others.sort((one, other) => (priorities.get(other) ?? 0) - (priorities.get(one) ?? 0) || (one < other ? -1 : 1));
  const pieces = [whole];
  for (let at = 0; at < ordered.length; at += OPENED_AT_ONCE) pieces.push(ordered.slice(at, at + OPENED_AT_ONCE));
  return pieces;
}

/** Ids of rows that have every token of the text, as a number or as a name, and of cases whose contacts have. */
async function candidateIds(db: OverturnDatabase, vault: Vault, typed: string, number: string): Promise<Ways> {
  const found: Ways = new Map();
  const ending = Array.from(number).length === 4 ? vault.blindExact('member', number) : null;
  const whole = vault.blindExact('number', typed);
  // The whole number first: payers count upwards, so thousands of claim numbers share their first eight characters.
  const ways = [...(whole === null ? [] : [[whole]]), vault.blindQuery('number', typed), vault.blindQuery('name', typed), ...(ending === null ? [] : [[ending]])].filter((tokens) => tokens.length > 0);
  for (const tokens of ways) {
    const sets = await Promise.all(tokens.map((token) => db.cases.where('blind').equals(token).primaryKeys()));
    for (const id of intersection(sets)) if (!found.has(id)) found.set(id, tokens[0] === whole ? 'whole' : 'case');
    const contacts = await Promise.all(tokens.map((token) => db.contacts.where('blind').equals(token).primaryKeys()));
    const rows = await db.contacts.bulkGet(intersection(contacts));
    const fits = await Promise.all(rows.map(async (row) => row !== undefined && contactMatches(vault, row, typed)));
    rows.forEach((row, index) => { if (fits[index] === true) row?.caseIds.forEach((id) => found.set(id, 'contact')); });
  }
  return found;
}

async function contactMatches(vault: Vault, row: { id: string; sealed: Parameters<Vault['open']>[2] }, typed: string): Promise<boolean> {
  try {
    const { contact } = (await vault.open('contacts', row.id, row.sealed)) as { contact: { representative: string; reference: string | null } };
    const number = blindWords('number', typed)[0] ?? '';
    return numberFits(contact.reference, number) || nameFits(contact.representative, blindWords('name', typed));
  } catch (error) {
    if (error instanceof StorageFault) return false;
    throw error;
  }
}

function intersection(sets: readonly string[][]): string[] {
  const [smallest, ...others] = [...sets].sort((a, b) => a.length - b.length).map((keys) => new Set(keys));
  return smallest === undefined ? [] : [...smallest].filter((id) => others.every((other) => other.has(id)));
}

const numberFits = (value: string | null, wanted: string): boolean => value !== null && wanted !== '' && (blindWords('number', value)[0] ?? '').startsWith(wanted);

function nameFits(value: string | null, wanted: readonly string[]): boolean {
  if (value === null || wanted.length === 0) return false;
  const words = blindWords('name', value);
  return wanted.every((word) => words.some((one) => one.startsWith(word)));
}

function matches(sealed: SealedCase, number: string, names: readonly string[]): boolean {
  const { facts } = sealed;
  const numbers = [facts.claimControlNumber, facts.patientControlNumber, facts.memberId, facts.paymentNumber, ...sealed.references.map(({ value }) => value), ...sealed.submissions.map(({ confirmation }) => confirmation)];
  const member = blindWords('number', facts.memberId ?? '')[0] ?? '';
  return numbers.some((value) => numberFits(value, number)) || (number.length === 4 && member.endsWith(number)) || nameFits(facts.patientName, names);
}
