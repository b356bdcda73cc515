import { canonicalJson } from '../../rules/evidence/canonical-json.ts';
import { addedOf } from '../../rules/team/bundle.ts';
import { caseOfFields, fieldsOf } from '../../rules/team/case-fields.ts';
import type { CaseFields } from '../../rules/team/case-fields.ts';
import { openChoices, shownFields, stampFields, writtenOf } from '../../rules/team/case-document.ts';
import type { CaseDocument } from '../../rules/team/case-document.ts';
import type { Register } from '../../rules/team/field-register.ts';
import type { AppealState, DocumentContent } from '../../rules/domain/appeal.ts';
import type { Contact } from '../../rules/domain/contact.ts';
import { composeAppeal, datesOfLevel } from '../appeals/change-appeal.ts';
import { rowOfCorrection } from '../corrections/correction-row.ts';
import { composeCase, todayOf } from '../cases/case-row.ts';
import type { CaseDraft } from '../cases/case-row.ts';
import { chainEnds, FIRST_OBSERVATION, sealEvents, sealObservation } from '../cases/case-history.ts';
import type { NewEvent, ObservationContent } from '../cases/case-history.ts';
import type { ContactContent } from '../cases/log-contact.ts';
import type { CaseWrites } from '../cases/put-cases.ts';
import { readDating } from '../dating.ts';
import { findPayer } from '../payers.ts';
import { isHeldWhole, putHeld } from '../retention/legal-hold.ts';
import type { PracticePayer } from '../../rules/domain/practice.ts';
import type { ContactRow, ObservationRow } from '../schema/v1.ts';
import type { AppealRow, CaseNoteRow, CaseVersionRow, CorrectionRow, DocumentRow, PromiseRow } from '../schema/v3.ts';
import type { WriteContext } from '../write.ts';
import type { ReadCase } from './read-document.ts';
import { contactsThatLeave, stillAbout } from './undone-regroupings.ts';

/** Everything one case makes of the store, sealed and ready for one transaction. */
export type DocumentWrites = {
  cases: CaseWrites; contacts: ContactRow[]; promises: PromiseRow[]; notes: CaseNoteRow[]; appeals: AppealRow[]; corrections: CorrectionRow[]; documents: DocumentRow[];
  /** Documents that were taken out for good elsewhere: they go here too, unless the case is held, or was until this file. */
  gone: string[];
  versions: CaseVersionRow;
  /** Whether a legal hold is on the case now. */
  hold: { caseId: string; isHeld: boolean };
};

/** The tables of `putDocument` beside those of a case. */
export const documentTables = ({ db }: Pick<WriteContext, 'db'>) => [db.contacts, db.promises, db.caseNotes, db.appeals, db.corrections, db.documents, db.documentParts, db.caseVersions, db.meta];

/** Only table calls. */
export async function putDocument({ db }: Pick<WriteContext, 'db'>, writes: DocumentWrites): Promise<void> {
  await db.documentParts.where('documentId').anyOf(writes.gone).delete();
  await Promise.all([
    db.documents.bulkDelete(writes.gone), db.contacts.bulkPut(writes.contacts), db.promises.bulkPut(writes.promises), db.caseNotes.bulkPut(writes.notes), db.appeals.bulkPut(writes.appeals), db.corrections.bulkPut(writes.corrections), db.documents.bulkPut(writes.documents),
    db.caseVersions.put(writes.versions), putHeld(db, writes.hold.caseId, writes.hold.isHeld),
  ]);
}

export async function versionsRow({ vault }: Pick<WriteContext, 'vault'>, document: CaseDocument): Promise<CaseVersionRow> {
  const { fields } = writtenOf(document);
  return { id: document.caseId, choices: openChoices(document.fields).length, sealed: await vault.seal('caseVersions', document.caseId, { fields }) };
}

/**
 * Works out what the store holds once it holds this document, and seals it. `before`: the case as it is here, null where it is new.
 * Writes nothing. Null where the document makes no case: it is damaged, or was made up.
 */
export async function composeDocument(ctx: WriteContext, before: ReadCase | null, document: CaseDocument, who: { machine: string }, more: { events: NewEvent[]; payers: readonly PracticePayer[] }): Promise<DocumentWrites | null> {
  const { db, vault } = ctx;
  const { caseId } = document;
  const state = caseOfFields(shownFields(document.fields));
  const added = [...document.additions.values()];
  const [events, looks, contacts, notes, promises, appeals, corrections, documents] = [
    addedOf(added, 'event'), addedOf(added, 'look'), addedOf(added, 'contact'), addedOf(added, 'note'), addedOf(added, 'promise'), addedOf(added, 'appeal'), addedOf(added, 'correction'), addedOf(added, 'document'),
  ];
  if (state === null || events === null || looks === null || contacts === null || notes === null || promises === null || appeals === null || corrections === null || documents === null) return null;
  const isMissing = (kind: string) => ({ id }: { id: string }): boolean => before?.additions.has(`${kind}/${id}`) !== true;

  // Looks go on the end of this store's own chain: whoever saw it saw it then, and the order in which it came here is true as well.
  let end = (await chainEnds(db, [caseId])).get(caseId) ?? { n: 0, hash: FIRST_OBSERVATION };
  const observations: ObservationRow[] = [];
  for (const { id, value } of looks.filter(isMissing('look')).sort((a, b) => a.value.atMs - b.value.atMs || (a.id < b.id ? -1 : 1))) {
    const row = await sealObservation(vault, { userId: value.userId, nowMs: value.atMs }, caseId, end, value.source, value.content as unknown as ObservationContent, id);
    observations.push(row);
    end = row;
  }
  const payer = (await findPayer(db, state.payerKey)) ?? more.payers.find(({ key }) => key === state.payerKey) ?? null;
  const draft: CaseDraft = {
    id: caseId, rev: before?.row.rev ?? 0, createdMs: document.createdMs, createdDay: document.createdDay, touchedMs: document.touchedMs, open: state.open, payerKey: state.payerKey, payer,
    plan: { ownerId: state.plan.ownerId, state: state.state, nextAction: state.plan.nextAction, followUpDay: state.plan.followUpDay, snoozedUntilDay: state.plan.snoozedUntilDay },
    sealed: { ...state.sealed, ...(end.n === 0 ? {} : { evidence: { n: end.n, hash: end.hash } }) },
  };
  const composed = await composeCase(vault, draft, todayOf(ctx.today, await readDating(db)));
  const ownEvents = await sealEvents(vault, ctx, caseId, [...more.events, ...composed.events]);
  const cameEvents = await Promise.all(events.filter(isMissing('event')).map(async ({ id, value }) => ({ id, caseId, kind: value.kind, atMs: value.atMs, userId: value.userId, sealed: await vault.seal('events', id, value.text) })));
  const fields = fieldsAfter(document, state, composed.row, { machine: who.machine, atMs: ctx.nowMs, byUser: ctx.userId });
  return {
    cases: { cases: [{ before: before?.row, after: composed.row, clocks: composed.clocks }], observations, events: [...cameEvents, ...ownEvents] },
    contacts: [...(await Promise.all(contacts.filter(isMissing('contact')).map(async ({ id, value }) => contactRow(ctx, caseId, id, value)))), ...(await contactsThatLeave(db, document))],
    promises: await Promise.all(promises.flatMap(({ id, value }) => {
      const now = state.promises.get(id);
      return now === undefined ? [] : [{ id, value, now }];
    }).map(async ({ id, value: { text, ...value }, now: { how, ...settled } }): Promise<PromiseRow> => ({ id, caseId, ...value, ...settled, state: settled.state as PromiseRow['state'], sealed: await vault.seal('promises', id, { text, how }) }))),
    notes: await Promise.all(notes.flatMap(({ id, value }) => {
      const now = state.notes.get(id);
      return now === undefined ? [] : [{ id, value, now }];
    }).map(async ({ id, value: { content, ...value }, now }): Promise<CaseNoteRow> => ({ id, caseId, ...value, ...now, state: now.state as CaseNoteRow['state'], sealed: await vault.seal('caseNotes', id, content) }))),
    appeals: (await Promise.all(appeals.map(async ({ id, value }) => {
      const now = state.appeals.get(id);
      const was = before?.fields.appeals.get(id);
      if (now === undefined || (was !== undefined && canonicalJson(was) === canonicalJson(now))) return [];
      const { rev } = (await db.appeals.get(id)) ?? { rev: 0 };
      const head = { id, caseId, ...value, ownerId: now.ownerId, rev, state: now.state, open: 0 as const, dueDay: 0, safeDay: 0, nextDay: 0, sentDay: null, isLate: null, decidedDay: null, requestedCents: null, recoveredCents: null };
      return [await composeAppeal(ctx, head, now.appeal, now.state as AppealState, now.nextDay, datesOfLevel(composed.clocks, value.level))];
    }))).flat(),
    corrections: (await Promise.all(corrections.map(async ({ id, value }) => {
      const now = state.corrections.get(id);
      const was = before?.fields.corrections.get(id);
      if (now === undefined || (was !== undefined && canonicalJson(was) === canonicalJson(now))) return [];
      return [await rowOfCorrection(vault, { id, caseId, ...value, rev: ((await db.corrections.get(id))?.rev ?? 0) + 1 }, now, ctx.today)];
    }))).flat(),
    documents: await Promise.all(documents.filter(isMissing('document')).map(async ({ id, value: { name, sha256, ...value } }): Promise<DocumentRow> => ({ id, caseId, ...value, done: 0, came: 1, sealed: await vault.seal('documents', id, { name, sha256 } satisfies DocumentContent) }))),
    gone: state.sealed.legalHold != null || before?.fields.sealed.legalHold != null || (await isHeldWhole(db)) ? [] : [...(before?.additions.values() ?? [])].filter(({ kind, id }) => kind === 'document' && !document.additions.has(`document/${id}`)).map(({ id }) => id),
    versions: await versionsRow(ctx, { ...document, fields }), hold: { caseId, isHeld: state.sealed.legalHold != null },
  };
}

/** What working the case out did to its plan (a snooze that a date ended) is a writing of this computer. */
function fieldsAfter(document: CaseDocument, state: CaseFields, row: { ownerId: string; state: string; nextAction: string; followUpDay: number; snoozedUntilDay: number }, who: { machine: string; atMs: number; byUser: string }): Map<string, Register> {
  const { ownerId, nextAction, followUpDay, snoozedUntilDay } = row;
  return stampFields(document.fields, fieldsOf({ ...state, state: row.state, plan: { ownerId, nextAction, followUpDay, snoozedUntilDay } }), who);
}

/** The contact with this case in it: it may be here already, about another of its claims. */
async function contactRow({ db, vault }: WriteContext, caseId: string, id: string, value: { payerKey: string; outcome: string; atMs: number; userId: string; content: ContactContent }): Promise<ContactRow> {
  const here = await db.contacts.get(id);
  const known = here === undefined ? null : ((await vault.open('contacts', id, here.sealed)) as ContactContent);
  const came = value.content.contact;
  const claims = [...(known?.contact.claims ?? []), ...(came.claims ?? []).filter((one) => known?.contact.claims?.some((other) => other.caseId === one.caseId) !== true)];
  const contact: Contact = { ...(known?.contact ?? came), ...(came.claims === undefined && known?.contact.claims === undefined ? {} : { claims }) };
  const references = [contact.reference, ...claims.map(({ reference }) => reference)].filter((reference) => reference !== null);
  return {
    id, caseIds: [...new Set([...(await stillAbout(db, vault, id, here?.caseIds ?? [])), caseId])], payerKey: value.payerKey, outcome: value.outcome, atMs: value.atMs, userId: value.userId,
    blind: [...new Set([...references.flatMap((reference) => vault.blindTokens('number', reference)), ...vault.blindTokens('name', contact.representative)])],
    sealed: await vault.seal('contacts', id, { contact, on: known?.on ?? value.content.on } satisfies ContactContent),
  };
}
