import type { CommandReply, CommandRequest } from '../../rules/protocol/commands.ts';
import { failed, ok } from '../../rules/protocol/result.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { isSensitive } from '../../rules/domain/sensitive.ts';
import { BUNDLE_FORM, FORM_OF_CASES, LONGEST_CASE, signedHead, signedPart } from '../../rules/team/bundle.ts';
import type { BundleHead } from '../../rules/team/bundle.ts';
import { documentText } from '../../rules/team/case-document.ts';
import type { CaseDocument } from '../../rules/team/case-document.ts';
import { MOST_IN_PART } from '../../rules/team/practice-part.ts';
import type { PracticePart, TravellingHold } from '../../rules/team/practice-part.ts';
import { newFileHead } from '../backup/file-head.ts';
import { BlockSealer } from '../backup/sealed-blocks.ts';
import type { ByteSink } from '../backup/write-backup.ts';
import { answered } from '../cases/change-case.ts';
import type { OverturnDatabase } from '../db.ts';
import { keptKey, keyOrNew, signText } from '../library/pack-key.ts';
import { listPayers } from '../payers.ts';
import { listPeople, roleOf } from '../people.ts';
import { readHolds } from '../retention/legal-hold.ts';
import { listPurged } from '../retention/purged-cases.ts';
import type { CaseVersionRow } from '../schema/v3.ts';
import { StorageFault } from '../storage-fault.ts';
import { newDataKey } from '../vault/key-wrap.ts';
import type { KdfCost } from '../vault/key-wrap.ts';
import { passphraseStrength } from '../vault/passphrase-strength.ts';
import type { Vault } from '../vault/vault.ts';
import { commitChange, withWriter } from '../write.ts';
import type { WriteContext } from '../write.ts';
import { HANDOVER_FILE } from './bundle-file.ts';
import { machineOrNew, practiceIdOrNew, readMachine, readPractice } from './machine.ts';
import { readVersions, readWholeCase, stampedDocument } from './read-document.ts';
import { versionsRow } from './write-document.ts';

/**
 * Before a bundle is written: who may give which cases away, which stay out, and what changed here written down as this computer's,
 * with the row of the trail. The page then writes the file from what stands in the store.
 *
 * A biller bundles only cases of their own; a lead any. Sensitive cases stay out, always. Fails with `role-forbids`, `weak-passphrase`,
 * `bad-request` (nothing is left to give away).
 */
export async function beginBundle(ctx: WriteContext, { caseIds, passphrase }: CommandRequest<'bundle:begin'>): Promise<Result<CommandReply<'bundle:begin'>>> {
  const practice = (await ctx.db.meta.get('practice'))?.value as { name?: string } | undefined;
  const user = await ctx.db.users.get(ctx.userId);
  if (!passphraseStrength(passphrase, [user?.name ?? '', practice?.name ?? '']).acceptable) return failed('weak-passphrase', 'passphrase');
  return answered(() => withWriter(ctx.db, async (): Promise<Result<CommandReply<'bundle:begin'>>> => {
    const rows = (await ctx.db.cases.bulkGet([...new Set(caseIds)])).filter((row) => row !== undefined);
    const isLead = (await roleOf(ctx.db, ctx.userId)) === 'lead';
    if (!isLead && rows.some(({ ownerId }) => ownerId !== ctx.userId)) {
      await commitChange(ctx, { command: 'bundle:begin', subject: '', outcome: 'role-forbids' }, [], () => Promise.resolve());
      return failed('role-forbids');
    }
    const machine = await machineOrNew(ctx.db);
    const practiceId = await practiceIdOrNew(ctx.db);
    const key = await keyOrNew(ctx);
    const versions: CaseVersionRow[] = [];
    const given: string[] = [];
    let sensitive = 0;
    let damaged = 0;
    for (const row of rows) {
      const read = await readWholeCase(ctx, row.id).catch((error: unknown) => {
        if (error instanceof StorageFault && error.code === 'damaged-record') return null; // said by its number; the others go
        throw error;
      });
      if (read === null) damaged += 1;
      else if (isSensitive(read.fields.sealed)) sensitive += 1;
      else {
        const { document, isStamped } = await stampedDocument(ctx, read, { machine: machine.id, userId: ctx.userId });
        if (isStamped) versions.push(await versionsRow(ctx, document));
        given.push(row.id);
      }
    }
    if (given.length === 0) return failed('bad-request', sensitive > 0 ? 'sensitive' : 'caseIds');
    const bundleId = crypto.randomUUID();
    await commitChange(ctx, [...key.audit, { command: 'bundle:begin', subject: `${bundleId} ${given.length} cases`, outcome: 'done' }, ...given.map((id) => ({ command: 'bundle:case-given', subject: id, outcome: 'done' }))], [ctx.db.caseVersions], async () => {
      await ctx.db.meta.bulkPut([...machine.rows, ...practiceId.rows, ...key.rows]);
      await ctx.db.caseVersions.bulkPut(versions);
    });
    return ok({ bundleId, caseIds: given, sensitive, damaged, practiceId: practiceId.id });
  }));
}

export type BundlePlan = {
  bundleId: string; caseIds: readonly string[]; withDocuments: boolean; passphrase: string; words: string; onProgress?: (done: number) => void;
  /** Only tests lower it. */
  cost?: KdfCost;
};
export type BundleMade = { cases: number; documents: number };

/**
 * Writes the file of a bundle that was begun. Reads the store and changes nothing in it; memory holds one case at a time.
 * @throws StorageFault `not-found` where it was not begun, `damaged-record` where a document is not whole
 */
export async function writeBundle({ db, vault, userId, nowMs, today }: Pick<WriteContext, 'db' | 'vault' | 'userId' | 'nowMs' | 'today'>, plan: BundlePlan, sink: ByteSink): Promise<BundleMade> {
  const store = { db, vault };
  const [key, machine, user] = [await keptKey(store), await readMachine(db), await db.users.get(userId)];
  if (key === null || machine === null) throw new StorageFault('not-found');
  const practice = await readPractice(db);
  const people = new Set<string>();
  const payers = new Set<string>();
  const holds: TravellingHold[] = (await readHolds(db, vault)).map(({ id, atMs, userId: byUser, reason }) => ({ id, atMs, byUser, reason: reason ?? 'The reason is damaged and cannot be shown.' }));
  for (const { byUser } of holds) people.add(byUser);
  const purged = await listPurged(db);
  let documents = 0;
  for (const id of plan.caseIds) {
    const document = await documentToGive(store, id);
    collectNames(document, people, payers);
    if (plan.withDocuments) documents += await db.documents.where('caseId').equals(id).and(({ done }) => done === 1).count();
  }
  const head: BundleHead = {
    form: holds.length === 0 && purged.length === 0 ? FORM_OF_CASES : BUNDLE_FORM, id: plan.bundleId, madeMs: nowMs, madeOn: today, practice, machine, by: { id: userId, name: user?.name ?? '' }, key: key.key, cases: plan.caseIds.length, documents, words: plan.words,
    people: (await listPeople(db)).filter(({ id }) => people.has(id)).map(({ id, name, role }) => ({ id, name, role })), payers: (await listPayers(db)).filter((payer) => payers.has(payer.key)),
  };
  const fileKey = newDataKey();
  const fileHead = await newFileHead(fileKey, plan.passphrase, plan.cost, HANDOVER_FILE);
  await sink(fileHead.bytes);
  const sealer = new BlockSealer(fileKey, fileHead.hash, sink);
  fileKey.fill(0);
  let lines = 0;
  const line = async (...parts: unknown[]): Promise<void> => {
    lines += 1;
    await sealer.write(`${JSON.stringify(parts)}\n`);
  };
  const headText = JSON.stringify(head);
  await line('head', headText, await signText(key.sign, signedHead(headText)));
  const ofPractice = async (part: PracticePart): Promise<void> => {
    const text = JSON.stringify(part);
    await line('practice', text, await signText(key.sign, signedPart(plan.bundleId, 'practice', text)));
  };
  if (holds.length > 0) await ofPractice({ holds, purged: [] });
  for (const [index, id] of plan.caseIds.entries()) {
    const text = documentText(await documentToGive(store, id));
    if (text.length > LONGEST_CASE) throw new StorageFault('damaged-record');
    await line('case', text, await signText(key.sign, signedPart(plan.bundleId, 'case', text)));
    if (plan.withDocuments) {
      for (const row of await db.documents.where('caseId').equals(id).and(({ done }) => done === 1).toArray()) {
        for (let n = 0; n < row.parts; n += 1) {
          const part = await db.documentParts.get(`${row.id}:${n}`);
          if (part === undefined) throw new StorageFault('damaged-record');
          await line('part', row.id, n, ((await vault.open('documentParts', part.id, part.sealed)) as { data: string }).data);
        }
      }
    }
    plan.onProgress?.(index + 1);
  }
  for (let at = 0; at < purged.length; at += MOST_IN_PART) await ofPractice({ holds: [], purged: purged.slice(at, at + MOST_IN_PART) });
  await sealer.write(`${JSON.stringify(['end', lines])}\n`);
  await sealer.end();
  return { cases: plan.caseIds.length, documents };
}

/** A case as it was written down when the bundle was begun, with everything that was added to it. */
async function documentToGive(store: { db: OverturnDatabase; vault: Vault }, id: string): Promise<CaseDocument> {
  const read = await readWholeCase(store, id);
  if (read === null) throw new StorageFault('not-found');
  // Marked meanwhile: it must not leave, and a bundle without it would not be the one that was begun.
  if (isSensitive(read.fields.sealed)) throw new StorageFault('changed-meanwhile');
  const { createdMs, createdDay, touchedMs } = read.row;
  return { caseId: id, createdMs, createdDay, touchedMs, fields: await readVersions(store, id), additions: read.additions };
}

/** Ids of people and payers that a case names. */
function collectNames(document: CaseDocument, people: Set<string>, payers: Set<string>): void {
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [name, inner] of Object.entries(value)) {
      if (typeof inner === 'string') {
        if (name === 'userId' || name === 'byUser' || name === 'ofUser' || name === 'settledBy' || name === 'postedBy') people.add(inner);
        else if (name === 'payerKey') payers.add(inner);
      } else look(inner);
    }
  };
  for (const [path, { candidates }] of document.fields) {
    for (const { value, byUser } of candidates) {
      people.add(byUser);
      if (typeof value === 'string' && (path === 'plan/ownerId' || path.endsWith('/ownerId') || path.includes('/editors/'))) people.add(value);
      else if (typeof value === 'string' && path === 'payerKey') payers.add(value);
      else look(value);
    }
  }
  for (const { value } of document.additions.values()) look(value);
}
