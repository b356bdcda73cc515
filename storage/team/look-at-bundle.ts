import { compareDocuments } from '../../rules/team/compare-documents.ts';
import type { Comparison } from '../../rules/team/compare-documents.ts';
import type { BundleHead } from '../../rules/team/bundle.ts';
import { caseOfFields } from '../../rules/team/case-fields.ts';
import type { CaseDocument } from '../../rules/team/case-document.ts';
import { shownFields } from '../../rules/team/case-document.ts';
import { isInUse } from '../../rules/team/case-in-use.ts';
import { isPurged } from '../../rules/team/practice-part.ts';
import { findCandidates, identityOfCase, identityTokens, judge } from '../cases/find-cases.ts';
import type { OverturnDatabase } from '../db.ts';
import { keyMark, keyStanding } from '../library/pack-key.ts';
import { findPayer, listPayers } from '../payers.ts';
import { userNames } from '../people.ts';
import { holdsThatCome } from '../retention/legal-hold.ts';
import { purgedMs } from '../retention/purged-cases.ts';
import { readPools } from '../staff/pools.ts';
import type { Vault } from '../vault/vault.ts';
import { readBundle } from './bundle-file.ts';
import { foreignWindows } from './foreign-windows.ts';
import type { ForeignWindows } from './foreign-windows.ts';
import type { SignedText } from './bundle-file.ts';
import { withoutFiledElsewhere } from './filed-elsewhere.ts';
import { readKnownPractices, readMachine, readPracticeId } from './machine.ts';
import { readWholeCase, stampedDocument } from './read-document.ts';

/** Whose a bundle is, as far as it is known here. `practice`: of this one, of one that somebody said is this one, or not known. */
export type BundleOrigin = { key: 'own' | 'known' | 'unknown'; signer: string | null; keyMark: string; practice: 'own' | 'known' | 'unknown' };
/** One case of a bundle, held against the store. `twin`: a case here that is, or may be, of the same claim under another id. */
export type CaseLook = Omit<Comparison, 'merged' | 'changes'> & { caseId: string; patientName: string | null; number: string | null; payerKey: string; payerName: string; changes: Comparison['changes']; twin: { caseId: string; isSure: boolean } | null; /** Purged here, and not worked on since: it will not be taken in. */ isPurged: boolean };
export type BundleLook = { foreignWindows: ForeignWindows[]; /** Holds on everything that will be set here too, and cases purged elsewhere. */ holds: number; purged: number; head: BundleHead; signedHead: SignedText; origin: BundleOrigin; cases: CaseLook[]; isFromHere: boolean; /** Names of people and pools by their ids, of here and of the file. */ names: ReadonlyMap<string, string> };

export async function originOf(db: OverturnDatabase, head: Pick<BundleHead, 'key' | 'practice'>): Promise<BundleOrigin> {
  const { state, signer } = await keyStanding(db, head.key);
  const own = (await readPracticeId(db)) === head.practice.id;
  const known = (await readKnownPractices(db)).some(({ id }) => id === head.practice.id);
  return { key: state, signer, keyMark: keyMark(head.key), practice: own ? 'own' : known ? 'known' : 'unknown' };
}

/**
 * Reads a bundle through and says what taking it in would do. Changes nothing.
 * @throws BundleFault
 */
export async function lookAtBundle({ db, vault, userId }: { db: OverturnDatabase; vault: Vault; userId: string }, file: Blob, passphrase: string): Promise<BundleLook> {
  const machine = (await readMachine(db)) ?? 'not-named-yet';
  const payers = await listPayers(db);
  const names = new Map(payers.map(({ key, name }) => [key, name]));
  const owners = new Map([...(await readPools(db)).map(({ key, name }): [string, string] => [key, name]), ...(await userNames(db))]);
  let found: Omit<BundleLook, 'cases' | 'holds' | 'purged' | 'foreignWindows'> | null = null;
  let [holds, purged] = [0, 0];
  const cases: CaseLook[] = [];
  for await (const part of readBundle(file, passphrase)) {
    if (part.kind === 'head') {
      for (const { key, name } of part.head.payers) if (!names.has(key)) names.set(key, name);
      for (const { id, name } of part.head.people) if (!owners.has(id)) owners.set(id, name);
      found = { names: owners, head: part.head, signedHead: part.signed, origin: await originOf(db, part.head), isFromHere: part.head.machine === machine };
    } else if (part.kind === 'practice') {
      holds += (await holdsThatCome({ db, vault }, part.part.holds)).fresh.length;
      purged += part.part.purged.length;
    } else if (part.kind === 'case') cases.push(await lookAtCase({ db, vault, userId }, part.document, machine, names));
  }
  if (found === null) throw new Error('a bundle without a head ends with a fault before this');
  const byPayer = new Map<string, number>();
  for (const { payerKey, isPurged: isGone } of cases) if (!isGone) byPayer.set(payerKey, (byPayer.get(payerKey) ?? 0) + 1);
  return { ...found, cases, holds, purged, foreignWindows: foreignWindows(found.head.payers, payers, byPayer) };
}

async function lookAtCase(store: { db: OverturnDatabase; vault: Vault; userId: string }, came: CaseDocument, machine: string, payers: ReadonlyMap<string, string>): Promise<CaseLook> {
  const document = await withoutFiledElsewhere(store.db, came);
  const read = await readWholeCase(store, document.caseId);
  const mine = read === null ? null : (await stampedDocument(store, read, { machine, userId: store.userId })).document;
  const { merged, ...compared } = compareDocuments(mine, document);
  const state = caseOfFields(shownFields(merged.fields));
  return {
    ...compared, caseId: document.caseId, patientName: state?.sealed.facts.patientName ?? null, number: state?.sealed.facts.patientControlNumber ?? state?.sealed.facts.claimControlNumber ?? null,
    payerKey: state?.payerKey ?? '', payerName: payers.get(state?.payerKey ?? '') ?? state?.payerKey ?? '', isPurged: read === null && !isInUse(document) && isPurged(document.touchedMs, await purgedMs(store.db, document.caseId)),
    twin: state === null || read !== null ? null : await twinOf(store, document.caseId, state.payerKey, state.sealed),
  };
}

/** A case that is here under another id and of the same claim: somebody else captured it too. Never joined unasked. */
async function twinOf({ db, vault }: { db: OverturnDatabase; vault: Vault }, caseId: string, payerKey: string, sealed: Parameters<typeof identityOfCase>[2]): Promise<CaseLook['twin']> {
  const identity = identityOfCase(payerKey, await findPayer(db, payerKey), sealed);
  const candidates = await findCandidates(db, vault, identityTokens(vault, identity));
  const others = await Promise.all([...candidates.values()].filter(({ row }) => row.id !== caseId).map(async (one) => ({ one, identity: identityOfCase(one.row.payerKey, await findPayer(db, one.row.payerKey), one.sealed) })));
  const { same, doubtful } = judge(identity, others);
  const found = same ?? doubtful[0]?.one ?? null;
  return found === null ? null : { caseId: found.row.id, isSure: same !== null };
}
