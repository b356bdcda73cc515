import { z } from 'zod';
import type { SealedCase } from '../../rules/domain/denial-case.ts';
import type { Contact } from '../../rules/domain/contact.ts';
import { documentContent } from '../../rules/domain/appeal.ts';
import { LOCAL_EVENTS } from '../../rules/team/bundle.ts';
import type { Added } from '../../rules/team/bundle.ts';
import { fieldsOf } from '../../rules/team/case-fields.ts';
import type { CaseFields } from '../../rules/team/case-fields.ts';
import { stampFields, writtenDocument } from '../../rules/team/case-document.ts';
import type { Addition, AdditionKind, CaseDocument } from '../../rules/team/case-document.ts';
import type { Json, Register } from '../../rules/team/field-register.ts';
import type { ContactContent } from '../cases/log-contact.ts';
import { openCase } from '../cases/open-case.ts';
import type { CaseNoteContent } from '../calls/case-notes.ts';
import type { PromiseContent } from '../calls/promises.ts';
import { openAppeal } from '../appeals/open-appeal.ts';
import { openCorrection } from '../corrections/correction-row.ts';
import type { OverturnDatabase } from '../db.ts';
import type { CaseRow } from '../schema/v3.ts';
import { readUndone } from './undone-regroupings.ts';
import { StorageFault } from '../storage-fault.ts';
import type { Vault } from '../vault/vault.ts';

type Store = { db: OverturnDatabase; vault: Vault };
/** A case of this store as a document: its fields as they stand, and everything that was ever added to it. */
export type ReadCase = {
  row: CaseRow; fields: CaseFields; additions: Map<string, Addition>;
  /** Ids of contacts that are about another case as well. Where an undone merge took such a one away it left (`contactsThatLeave`): one that is here was brought again. One that is about this case alone may have stayed only so that it is not lost. */
  shared: ReadonlySet<string>;
};

const keptFields = z.object({ fields: writtenDocument.shape.fields });

/** Who wrote which field, as last written down; nothing for a case that was never in a bundle. */
export async function readVersions({ db, vault }: Store, caseId: string): Promise<Map<string, Register>> {
  const row = await db.caseVersions.get(caseId);
  if (row === undefined) return new Map();
  const parsed = keptFields.safeParse(await vault.open('caseVersions', caseId, row.sealed));
  if (!parsed.success) throw new StorageFault('damaged-record');
  return new Map(parsed.data.fields);
}

/** Everything of a case. Null where there is no such case. @throws StorageFault `damaged-record`: what cannot be opened cannot be handed over */
export async function readWholeCase({ db, vault }: Store, caseId: string): Promise<ReadCase | null> {
  const row = await db.cases.get(caseId);
  if (row === undefined) return null;
  const additions = new Map<string, Addition>();
  const add = <K extends AdditionKind>(kind: K, id: string, value: Added<K>): void => { additions.set(`${kind}/${id}`, { kind, id, value: value as unknown as Json }); };
  const sealed = withoutChainEnd(await openCase(vault, row));
  const contacts = await db.contacts.where('caseIds').equals(caseId).toArray();
  const fields: CaseFields = {
    open: row.open === 1, state: row.state, payerKey: row.payerKey, sealed, plan: { ownerId: row.ownerId, nextAction: row.nextAction, followUpDay: row.followUpDay, snoozedUntilDay: row.snoozedUntilDay },
    promises: new Map(), notes: new Map(), appeals: new Map(), corrections: new Map(), undone: await readUndone(db, vault, caseId, new Set(contacts.map(({ id }) => id))),
  };
  const [promises, notes, appeals, corrections, documents, events, looks] = await Promise.all([
    db.promises.where('caseId').equals(caseId).toArray(), db.caseNotes.where('caseId').equals(caseId).toArray(), db.appeals.where('caseId').equals(caseId).toArray(), db.corrections.where('caseId').equals(caseId).toArray(),
    db.documents.where('caseId').equals(caseId).toArray(), db.events.where('[caseId+atMs]').between([caseId, -Infinity], [caseId, Infinity]).toArray(),
    db.observations.where('[caseId+n]').between([caseId, 0], [caseId, Number.MAX_SAFE_INTEGER]).toArray(),
  ]);
  for (const one of promises) {
    const { text, how } = (await vault.open('promises', one.id, one.sealed)) as PromiseContent;
    (fields.promises as Map<string, unknown>).set(one.id, { state: one.state, settledMs: one.settledMs, settledDay: one.settledDay, settledBy: one.settledBy, how });
    add('promise', one.id, { contactId: one.contactId, payerKey: one.payerKey, madeMs: one.madeMs, madeDay: one.madeDay, dueDay: one.dueDay, userId: one.userId, text });
  }
  for (const one of notes) {
    (fields.notes as Map<string, unknown>).set(one.id, { state: one.state, postedMs: one.postedMs, postedBy: one.postedBy });
    add('note', one.id, { sourceId: one.sourceId, atMs: one.atMs, userId: one.userId, content: (await vault.open('caseNotes', one.id, one.sealed)) as CaseNoteContent });
  }
  for (const one of appeals) {
    (fields.appeals as Map<string, unknown>).set(one.id, { state: one.state, nextDay: one.nextDay, ownerId: one.ownerId, appeal: await openAppeal(vault, one) });
    add('appeal', one.id, { level: one.level as Added<'appeal'>['level'], previousId: one.previousId, category: one.category, madeMs: one.madeMs, payerKey: one.payerKey });
  }
  for (const one of corrections) {
    const opened = await openCorrection(vault, one);
    if (opened === null) throw new StorageFault('damaged-record');
    (fields.corrections as Map<string, unknown>).set(one.id, opened.content);
    add('correction', one.id, { payerKey: one.payerKey, madeMs: one.madeMs, userId: one.userId });
  }
  for (const one of documents) {
    if (one.done === 0 && one.came !== 1) continue; // somebody is still putting it in here, or broke off
    const content = documentContent.parse(await vault.open('documents', one.id, one.sealed));
    add('document', one.id, { appealId: one.appealId, type: one.type as Added<'document'>['type'], bytes: one.bytes, pages: one.pages, parts: one.parts, atMs: one.atMs, userId: one.userId, ...content });
  }
  for (const one of contacts) {
    const content = (await vault.open('contacts', one.id, one.sealed)) as ContactContent;
    add('contact', one.id, { payerKey: one.payerKey, outcome: one.outcome, atMs: one.atMs, userId: one.userId, content: { ...content, contact: ofOneCase(content.contact, caseId) } });
  }
  for (const one of events) {
    if (LOCAL_EVENTS.includes(one.kind)) continue;
    add('event', one.id, { kind: one.kind, atMs: one.atMs, userId: one.userId, text: (await vault.open('events', one.id, one.sealed)) as Added<'event'>['text'] });
  }
  for (const one of looks) add('look', one.id, { source: one.source, atMs: one.atMs, userId: one.userId, content: (await vault.open('observations', one.id, one.sealed)) as Added<'look'>['content'] });
  return { row, fields, additions, shared: new Set(contacts.filter(({ caseIds }) => caseIds.length > 1).map(({ id }) => id)) };
}

/** Where the chain of evidence ends is this store's own matter. */
function withoutChainEnd(sealed: SealedCase): CaseFields['sealed'] {
  const copy = { ...sealed };
  delete copy.evidence;
  return copy;
}

/** A contact about several claims, as far as it concerns this one: the others are other patients. */
function ofOneCase(contact: Contact, caseId: string): Contact {
  return contact.claims === undefined ? contact : { ...contact, claims: contact.claims.filter((one) => one.caseId === caseId) };
}

/** A case as it may leave: what was changed here since it last did is written down as this computer's. `isStamped`: whether there was any. */
export async function stampedDocument(store: Store, read: ReadCase, who: { machine: string; userId: string }): Promise<{ document: CaseDocument; isStamped: boolean }> {
  const before = await readVersions(store, read.row.id);
  const fields = stampFields(before, fieldsOf(read.fields), { machine: who.machine, atMs: read.row.touchedMs, byUser: who.userId }, read.shared);
  const isStamped = fields.size !== before.size || [...fields].some(([path, register]) => before.get(path) !== register);
  return { document: { caseId: read.row.id, createdMs: read.row.createdMs, createdDay: read.row.createdDay, touchedMs: read.row.touchedMs, fields, additions: read.additions }, isStamped };
}
