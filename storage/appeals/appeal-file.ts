import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { buildLetter } from '../../rules/appeals/build-letter.ts';
import type { Letter } from '../../rules/appeals/build-letter.ts';
import { nextEscalation } from '../../rules/appeals/escalation-path.ts';
import { fileLimits } from '../../rules/appeals/file-limits.ts';
import type { FileLimits } from '../../rules/appeals/file-limits.ts';
import { gradeProofs } from '../../rules/appeals/filing-proofs.ts';
import type { GradedProof } from '../../rules/appeals/filing-proofs.ts';
import { letterFacts } from '../../rules/appeals/letter-facts.ts';
import type { LetterFact, LetterFacts } from '../../rules/appeals/letter-fields.ts';
import { templateFor } from '../../rules/appeals/letter-template.ts';
import type { KeptTemplate } from '../../rules/appeals/letter-template.ts';
import { checklistOf } from '../../rules/appeals/packet-checklist.ts';
import type { Checklist, PacketDocument } from '../../rules/appeals/packet-checklist.ts';
import { packetVersionText } from '../../rules/appeals/packet-version.ts';
import { DENIAL_CATEGORIES } from '../../rules/codes/vocabulary.ts';
import type { DenialCategory } from '../../rules/codes/vocabulary.ts';
import type { Appeal, AppealLevel, AppealState } from '../../rules/domain/appeal.ts';
import type { CaseFile } from '../../rules/work/case-file.ts';
import type { OverturnDatabase } from '../db.ts';
import { readEntries } from '../library/read-entries.ts';
import { listPeople } from '../people.ts';
import { caseFile } from '../queries/case-file.ts';

import type { Vault } from '../vault/vault.ts';
import { factSources } from './fact-sources.ts';
import { letterTextRows, ownTemplates } from './letter-texts.ts';
import { readWorkTexts } from '../calls/work-texts.ts';
import { recordsOfMember } from '../member-records.ts';
import { openAppeal, openDocument } from './open-appeal.ts';

/** How the second person's check stands against the packet as it is now. */
export type CheckStanding = { kind: 'none' } | { kind: 'valid' | 'void'; byName: string; atMs: number; isAlone: boolean };

/** Everything of one appeal, opened and worked out. */
export type AppealFile = {
  id: string; rev: number; level: AppealLevel; state: AppealState; previousId: string | null; nextDay: number; ownerId: string;
  appeal: Appeal; file: CaseFile; facts: LetterFacts; frame: KeptTemplate; template: KeptTemplate; own: KeptTemplate[]; letter: Letter; documents: PacketDocument[]; checklist: Checklist; hash: string;
  check: CheckStanding; proofs: GradedProof[]; limits: FileLimits; /** The levels of this case, oldest first. */ chain: { id: string; level: AppealLevel; state: AppealState }[];
  /** Who may check it: false where `userId` worked on it, unless nobody else works here. */
  workers: string[]; users: Map<string, string>; escalation: ReturnType<typeof nextEscalation>; ruleId: string | null; addressFor: LetterFact | null;
};

/** One appeal with its letter, list and version; null where there is none. `today` is `YYYY-MM-DD`. @throws StorageFault `damaged-record` */
export async function appealFile(db: OverturnDatabase, vault: Vault, id: string, today: string): Promise<AppealFile | null> {
  const row = await db.appeals.get(id);
  if (row === undefined) return null;
  // All rows are asked for before the first is opened, so that live queries follow every one of them.
  const [file, documentRows, textRows, chain, people, practice, looks, profiles, workTexts] = await Promise.all([
    caseFile(db, vault, row.caseId, today), db.documents.where('appealId').equals(id).toArray(), letterTextRows(db), db.appeals.where('caseId').equals(row.caseId).toArray(), listPeople(db), db.meta.get('practice'),
    db.observations.where('[caseId+n]').between([row.caseId, 0], [row.caseId, Number.MAX_SAFE_INTEGER]).toArray(), readEntries(db, vault, 'profile', [row.payerKey]), readWorkTexts(db, vault),
    db.memberRecords.count(), // read below, once the member is known; counted here so that live queries follow it
  ]);
  if (file === null) return null;
  const { memberId } = file.sealed.facts;
  const records = memberId === null ? [] : (await recordsOfMember(db, vault, memberId)).map(({ record }) => record);
  const appeal = await openAppeal(vault, row);
  const level = row.level as AppealLevel;
  const users = new Map(people.map((person) => [person.id, person.name]));
  const documents = await Promise.all(documentRows.map((one) => openDocument(vault, one)));
  const own = await ownTemplates(vault, textRows);
  const previousRow = chain.find((one) => one.id === row.previousId);
  const previousOutcome = previousRow === undefined ? null : (await openAppeal(vault, previousRow)).outcome;
  const profile = profiles[0]?.body ?? null;
  const channel = profile?.channels.find((one) => one.step === level && (one.channel === 'mail' || one.channel === 'fax')) ?? profile?.channels.find((one) => one.step === level) ?? profile?.channels.find((one) => one.step === 'any' && one.channel === 'mail');
  const addressFor: LetterFact | null = channel === undefined ? null : { value: channel.to, source: `Profile of this payer in the library${profile?.checkedOn == null ? '' : `, checked ${profile.checkedOn}`}` };
  const facts = letterFacts({
    appeal, level, file: { clocks: file.clocks, filings: file.filings, contacts: file.contacts, explanation: file.explanation, sealed: file.sealed, deniedCents: file.item.deniedCents, payerName: file.item.payerName },
    sources: await factSources(vault, file.sealed, looks, users), practiceName: (practice?.value as { name?: string } | undefined)?.name ?? '', address: addressFor, records, practice: workTexts.details.value,
    previous: previousRow === undefined || previousOutcome === null ? null : { level: previousRow.level as AppealLevel, outcome: previousOutcome.outcome, on: previousOutcome.on, reference: previousOutcome.reference },
  });
  const frame = templateFor('frame', row.payerKey, own);
  const template = templateOf(appeal.templateId, row.payerKey, own);
  const letter = buildLetter(frame.template, template.template, appeal.paragraphs, facts);
  const limits = fileLimits(profile?.fileLimits ?? '');
  const filingClock = file.clocks.find(({ action, kind }) => action === 'timely-filing' && kind === 'dated');
  const proofs = gradeProofs(file.filings, appeal.proofs, filingClock?.raw ?? null);
  const checklist = checklistOf({
    letter, templates: [frame.template, template.template], parts: appeal.parts, documents, limits, hasPrevious: row.previousId !== null,
    hasProof: template.template.category === 'timely-filing' ? proofs.some(({ grade }) => grade === 'counts' || grade === 'supports') : null,
    proofs, sentLetter: appeal.sentLetter,
  });
  const hash = bytesToHex(sha256(utf8ToBytes(packetVersionText(level, appeal, letter, documents))));
  return {
    id, rev: row.rev, level, state: row.state as AppealState, previousId: row.previousId, nextDay: row.nextDay, ownerId: row.ownerId, appeal, file, facts, frame, template, own, letter, documents, checklist, hash, proofs, limits, users, addressFor,
    check: appeal.check === null ? { kind: 'none' } : { kind: appeal.check.hash === hash || appeal.submission !== null ? 'valid' : 'void', byName: users.get(appeal.check.byUser) ?? '', atMs: appeal.check.atMs, isAlone: appeal.check.isAlone },
    chain: chain.sort((left, right) => left.madeMs - right.madeMs).map((one) => ({ id: one.id, level: one.level as AppealLevel, state: one.state as AppealState })),
    workers: people.filter(({ standing, role }) => standing === 'here' && role !== 'auditor').map((one) => one.id), escalation: nextEscalation(appeal.escalations, appeal.submission?.on ?? null),
    ruleId: file.clocks.find(({ action }) => action === level)?.rule ?? null,
  };
}

/** The template a letter was begun with, as it is now: its own id where it is still kept, else the one for its category. */
function templateOf(templateId: string, payerKey: string, own: readonly KeptTemplate[]): KeptTemplate {
  const [, category = 'other', forPayer] = templateId.split(':');
  const known = (DENIAL_CATEGORIES as readonly string[]).includes(category) ? (category as DenialCategory) : 'other';
  return own.find((one) => one.id === templateId) ?? templateFor(known, forPayer ?? payerKey, own);
}

/** Whether this person may check it: nobody checks their own work, except where only one person works here, and then it is marked. */
export function mayCheck(file: Pick<AppealFile, 'appeal' | 'workers'>, userId: string): 'yes' | 'own-work' | 'alone' {
  if (!file.appeal.editors.includes(userId)) return 'yes';
  return file.workers.length <= 1 ? 'alone' : 'own-work';
}

