import { DUE_SOON_DAYS } from '../../rules/reminders/badge-words.ts';
import { POOL } from '../../rules/domain/vocabulary.ts';
import { isoToDayNumber, NO_DAY } from '../../rules/domain/day-number.ts';
import { auditFollower } from '../../storage/audit.ts';
import type { AuditHead } from '../../storage/audit.ts';
import type { AuditRow, CaseRow, Sealed, WrapRow } from '../../storage/schema/v1.ts';
import { unwrapDataKey } from '../../storage/vault/key-wrap.ts';
import { Vault } from '../../storage/vault/vault.ts';
import { PASSPHRASE } from '../e2e/extension.ts';
import type { Ledger } from './ledger.ts';
import type { RawRows } from './raw-rows.ts';

/** The vault of a practice, opened beside the product, so that what is kept is read without the product's help. */
export async function openBeside(rows: RawRows): Promise<Vault> {
  const key = await unwrapDataKey(rows.wraps[0] as unknown as WrapRow, PASSPHRASE);
  if (key === null) throw new Error('the wrap does not open with the passphrase');
  return Vault.fromKey(key);
}

type SealedRow = { id: string; key?: string; kind?: string; caseId?: string; caseIds?: string[]; sealed: Sealed };

/** Opened rows by table and id: a sealed value never changes in append-only tables. */
export type Opened = Map<string, unknown>;

async function openRows(vault: Vault, table: string, rows: readonly SealedRow[], opened: Opened): Promise<Map<string, unknown>> {
  const out = new Map<string, unknown>();
  for (const row of rows) {
    const at = `${table}/${row.id}`;
    const value = opened.has(at) ? opened.get(at) : await vault.open(table, row.id, row.sealed);
    opened.set(at, value);
    out.set(row.id, value);
  }
  return out;
}

/** Every acknowledged text is there once, every other at most once; what is found is acknowledged from then on. */
function settle(what: string, expected: Map<string, { caseId: string; sure: boolean }>, found: readonly string[], isLate: (text: string) => boolean, broken: string[]): void {
  const counts = new Map<string, number>();
  for (const text of found) counts.set(text, (counts.get(text) ?? 0) + 1);
  for (const [text, { caseId, sure }] of expected) {
    const count = counts.get(text) ?? 0;
    if (sure && count === 0) broken.push(`a ${what} that was acknowledged is gone`);
    if (count > 1) broken.push(`a ${what} is there ${count} times`);
    if (count > 0) expected.set(text, { caseId, sure: true });
    else if (!isLate(text)) expected.delete(text);
  }
  for (const text of counts.keys()) if (!expected.has(text)) broken.push(`a ${what} nobody wrote is there`);
}

/** What does not hold; empty where all is well. Settles in the ledger what was on its way. */
export async function brokenInvariants(rows: RawRows, vault: Vault, ledger: Ledger, opened: Opened): Promise<string[]> {
  const broken: string[] = [];
  const events = (rows.events as unknown as SealedRow[]).filter((row) => row.kind === 'note');
  const noteTexts = [...(await openRows(vault, 'events', events, opened)).values()].map((value) => String((value as { detail?: unknown }).detail));
  const isLate = (text: string): boolean => ledger.late.texts.of(text).length > 0;
  settle('note', ledger.notes, noteTexts, isLate, broken);
  const contacts = await openRows(vault, 'contacts', rows.contacts as unknown as SealedRow[], opened);
  settle('call', ledger.contacts, [...contacts.values()].map((value) => String((value as { contact?: { note?: unknown } }).contact?.note)), isLate, broken);

  const cases = new Map((rows.cases as unknown as CaseRow[]).map((row) => [row.id, row]));
  for (const id of ledger.caseIds()) if (!cases.has(id)) broken.push('a case that was acknowledged is gone');
  const most = ledger.claims.size + rows.imports.reduce((sum, row) => sum + Number(row['newCases']), 0);
  if (cases.size > most) broken.push(`${cases.size} cases of ${most} claims: some are there twice`);
  for (const id of ledger.caseIds()) {
    const row = cases.get(id);
    if (row === undefined) continue;
    if (ledger.followUps.get(id)?.has(row.followUpDay) === false) broken.push('a follow-up day is none of those that were set');
    ledger.followUps.set(id, new Set([row.followUpDay, ...ledger.late.followUps.of(id)]));
  }
  for (const row of cases.values()) await vault.open('cases', row.id, row.sealed).catch(() => broken.push('the record of a case does not open'));

  const drafts = new Map((rows.drafts as unknown as SealedRow[]).map((row) => [String(row.key).split('/').slice(1).join('/'), row]));
  for (const [key, texts] of ledger.drafts) {
    const row = drafts.get(key);
    const text = row === undefined ? null : String(((await vault.open('drafts', String(row.key), row.sealed)) as { text?: unknown }).text);
    if (!texts.has(text)) broken.push('a draft is not as it was kept');
    ledger.drafts.set(key, new Set([text, ...ledger.late.drafts.of(key)]));
  }
  for (const lot of [ledger.late.followUps, ledger.late.drafts, ledger.late.texts]) lot.looked();

  const importOf = new Map<string, string>();
  for (const [id, value] of await openRows(vault, 'imports', rows.imports as unknown as SealedRow[], new Map())) importOf.set(String((value as { fileName?: unknown }).fileName), id);
  for (const [fileName, claims] of ledger.remittances) {
    const own = rows.remittanceClaims.filter((row) => row['importId'] === importOf.get(fileName)).length;
    if (own !== claims) broken.push(`a remittance of ${claims} claims has ${own}`);
  }
  broken.push(...brokenTrail(rows, vault));
  return [...new Set(broken)];
}

function brokenTrail(rows: RawRows, vault: Vault): string[] {
  const trail = (rows.audit as unknown as AuditRow[]).toSorted((a, b) => a.seq - b.seq);
  const follower = auditFollower();
  for (const row of trail) follower.follow(row);
  const head = rows.meta.find((row) => row['key'] === 'audit-head')?.['value'] as AuditHead | undefined;
  const broken: string[] = [];
  if (follower.brokenAt() !== null) broken.push(`the trail breaks at row ${follower.brokenAt()}`);
  if (head?.seq !== trail.length || head.hash !== trail.at(-1)?.hash) broken.push('the trail and its head do not agree');
  if (head !== undefined && vault.auditMac(`${head.anchorSeq}:${head.anchorHash}`) !== head.anchorMac) broken.push('the seal of the trail is not ours');
  return broken;
}

/** The number the toolbar button must show, counted from the rows with none of the product's queries. */
export function expectedBadge(rows: RawRows, userId: string, timeZone: string): string {
  const today = isoToDayNumber(Temporal.Now.plainDateISO(timeZone).toString());
  const due = (rows.cases as unknown as CaseRow[]).filter((row) => row.open === 1 && (row.ownerId === userId || row.ownerId === POOL) && row.nextDay <= today + DUE_SOON_DAYS && (row.snoozedUntilDay === NO_DAY || row.snoozedUntilDay <= today)).length;
  return due === 0 ? '' : due > 999 ? '999+' : String(due);
}
