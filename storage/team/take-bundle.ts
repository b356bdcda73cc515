import type { CommandReply, CommandRequest } from '../../rules/protocol/commands.ts';
import { failed, ok } from '../../rules/protocol/result.ts';
import type { Result } from '../../rules/protocol/result.ts';
import type { BundleHead } from '../../rules/team/bundle.ts';
import { setField } from '../../rules/team/case-document.ts';
import type { CaseDocument } from '../../rules/team/case-document.ts';
import { isInUse } from '../../rules/team/case-in-use.ts';
import { isPurged } from '../../rules/team/practice-part.ts';
import { compareDocuments } from '../../rules/team/compare-documents.ts';
import type { FieldChange } from '../../rules/team/compare-documents.ts';
import { fieldName, valueText } from '../../rules/team/field-name.ts';
import { shownValue } from '../../rules/team/field-policy.ts';
import type { Candidate } from '../../rules/team/field-register.ts';
import type { FactChange } from '../../rules/work/merge-facts.ts';
import { documentBytes, isOfType } from '../appeals/documents.ts';
import { answered, commitCases } from '../cases/change-case.ts';
import { keyMark, putSigner } from '../library/pack-key.ts';
import { rowOfPayer } from '../payers.ts';
import { roleOf } from '../people.ts';
import { readPools } from '../staff/pools.ts';
import { purgedMs } from '../retention/purged-cases.ts';
import { commitChange, refusedInside, withWriter } from '../write.ts';
import type { WriteContext } from '../write.ts';
import { checkedCase, checkedHead } from './bundle-file.ts';
import { withoutFiledElsewhere } from './filed-elsewhere.ts';
import { originOf } from './look-at-bundle.ts';
import { machineOrNew, practiceIdOrNew, putKnownPractice, readPracticeId } from './machine.ts';
import { readWholeCase, stampedDocument } from './read-document.ts';
import { composeDocument, documentTables, putDocument } from './write-document.ts';

type Done = Promise<Result<Record<string, never>>>;

/**
 * Before anything of a bundle is taken in: is it signed by whom it says, is that key known here or named now, is the practice this
 * one or said to be it now; and the row of the trail. `elsewhere`: ids of practices that are other clients of this profile: their
 * work is never taken in here.
 *
 * Only a lead may name a key or a practice that is not known here. Fails with `bad-request` (`head`, `signerName`, `practice`),
 * `role-forbids` (`signerName`) and `not-allowed` (`client`).
 */
export async function beginTaking(ctx: WriteContext, { head: signed, signerName, samePractice }: CommandRequest<'bundle:take-begin'>, elsewhere: readonly string[]): Done {
  const head = await checkedHead(signed);
  if (head === null || head === 'newer-form') return failed('bad-request', 'head');
  return answered(() => withWriter(ctx.db, async (): Done => {
    if (elsewhere.includes(head.practice.id) && (await readPracticeId(ctx.db)) !== head.practice.id) {
      await commitChange(ctx, { command: 'bundle:take-begin', subject: head.id, outcome: 'other-client' }, [], () => Promise.resolve());
      return failed('not-allowed', 'client');
    }
    const origin = await originOf(ctx.db, head);
    // Whom this practice believes is a lead's word: from then on everybody takes in what that key signs.
    if ((origin.key === 'unknown' || origin.practice === 'unknown') && (await roleOf(ctx.db, ctx.userId)) !== 'lead') return refusedInside(ctx, { command: 'bundle:take-begin', subject: head.id, outcome: 'role-forbids' }, 'signerName');
    const name = (signerName ?? '').trim();
    if (origin.key === 'unknown' && name === '') return failed('bad-request', 'signerName');
    if (origin.practice === 'unknown' && !samePractice) return failed('bad-request', 'practice');
    const marks = [...(await machineOrNew(ctx.db)).rows, ...(await practiceIdOrNew(ctx.db)).rows];
    const named = origin.key === 'unknown' ? [{ command: 'pack:signer-named', subject: keyMark(head.key), outcome: 'done' as const }] : [];
    await commitChange(ctx, [{ command: 'bundle:take-begin', subject: `${head.id} ${head.cases} cases`, outcome: 'done' }, ...named], [ctx.db.users], async () => {
      await ctx.db.meta.bulkPut(marks);
      if (origin.key === 'unknown') await putSigner(ctx.db, { key: head.key, name });
      if (origin.practice === 'unknown') await putKnownPractice(ctx.db, head.practice);
      // Their names stand on the work from now on; they cannot sign in here.
      const known = new Set(await ctx.db.users.toCollection().primaryKeys());
      await ctx.db.users.bulkAdd(head.people.filter(({ id }) => !known.has(id)).map(({ id, name: person, role }) => ({ id, name: person, role, createdMs: ctx.nowMs, elsewhere: 1 as const })));
    });
    return ok({});
  }));
}

/**
 * Takes one case of a bundle in, in one transaction with its row of the trail; the same case again changes nothing. `ownerId`: who gets
 * it where the one it belongs to does not work on this computer. A case that was purged here stays gone, unless somebody worked on it
 * after what the purge knew of it.
 *
 * Fails with `bad-request` where it is not signed, or makes no case; `not-allowed` before `beginTaking`.
 */
export async function takeCase(ctx: WriteContext, { head: signed, case: part, ownerId }: CommandRequest<'bundle:take-case'>): Promise<Result<CommandReply<'bundle:take-case'>>> {
  const head = await checkedHead(signed);
  if (head === null || head === 'newer-form') return failed('bad-request', 'head');
  const signedCase = await checkedCase(head, part);
  if (signedCase === null) return failed('bad-request', 'case');
  return answered(() => withWriter(ctx.db, async (): Promise<Result<CommandReply<'bundle:take-case'>>> => {
    const origin = await originOf(ctx.db, head);
    if (origin.key === 'unknown' || origin.practice === 'unknown') return failed('not-allowed', 'head');
    const came = await withoutFiledElsewhere(ctx.db, signedCase);
    const pools = (await readPools(ctx.db)).map(({ key }) => key);
    if (!pools.includes(ownerId) && !['biller', 'lead'].includes((await roleOf(ctx.db, ownerId)) ?? '')) return failed('not-found', 'ownerId');
    const { id: machine, rows: marks } = await machineOrNew(ctx.db);
    const read = await readWholeCase(ctx, came.caseId);
    if (read === null && !isInUse(came) && isPurged(came.touchedMs, await purgedMs(ctx.db, came.caseId))) {
      await commitChange(ctx, { command: 'bundle:take-case', subject: came.caseId, outcome: 'purged' }, [], () => Promise.resolve());
      return ok({ outcome: 'purged', choices: 0 });
    }
    const mine = read === null ? null : (await stampedDocument(ctx, read, { machine, userId: ctx.userId })).document;
    const compared = compareDocuments(mine, came);
    if (compared.isSame) return ok({ outcome: 'same', choices: compared.choices.length });
    const merged = await withOwner(ctx, compared.merged, ownerId, pools, machine);
    const writes = await composeDocument(ctx, read, merged, { machine }, {
      payers: head.payers,
      events: [{ kind: 'taken-in', title: compared.isNew ? 'Came with a hand-over' : 'Joined with what was done on another computer', detail: `From ${head.by.name}, made ${head.madeOn}`, changes: toldChanges(compared.changes, compared.choices) }],
    });
    if (writes === null) return failed('bad-request', 'case');
    const payers = await missingPayers(ctx, head);
    const removals = writes.gone.map((id) => ({ command: 'document:remove', subject: id, outcome: 'done' as const }));
    await commitCases(ctx, 'bundle:take-case', [came.caseId], writes.cases, { tables: [...documentTables(ctx), ctx.db.payers], audit: removals, write: async () => { await ctx.db.meta.bulkPut(marks); await putDocument(ctx, writes); await ctx.db.payers.bulkPut(payers); } });
    return ok({ outcome: compared.isNew ? 'new' : 'merged', choices: compared.choices.length });
  }));
}

/** What the timeline tells of a merge: what shows another value now, and both values where a person has to decide. */
function toldChanges(changes: readonly FieldChange[], choices: readonly { path: string; choice: readonly Candidate[] }[]): FactChange[] {
  const told = changes.filter(({ path }) => !path.startsWith('differences/') && !path.endsWith('ownerId')).map(({ path, was, now }) => ({ field: fieldName(path), was: valueText(path, was), now: valueText(path, now) }));
  const open = choices.filter(({ path }) => !changes.some((one) => one.path === path)).map(({ path, choice }) => ({ field: fieldName(path), was: valueText(path, choice.at(-1)?.value ?? null), now: choice.slice(0, -1).map(({ value }) => valueText(path, value) ?? '').join(' / ') }));
  const once = new Map([...open, ...told].map((change) => [change.field, change]));
  return [...once.values()].slice(0, 60) as unknown as FactChange[];
}

/** The case with somebody of this computer as its owner, where whoever had it does not work here. Its open appeals go along. */
async function withOwner(ctx: WriteContext, document: CaseDocument, ownerId: string, pools: readonly string[], machine: string): Promise<CaseDocument> {
  let fields = document.fields;
  for (const path of document.fields.keys()) {
    if (path !== 'plan/ownerId' && !/^appeal\/[^/]+\/ownerId$/u.test(path)) continue;
    const owner = shownValue(path, document.fields.get(path));
    if (typeof owner === 'string' && (pools.includes(owner) || (await roleOf(ctx.db, owner)) !== null)) continue;
    fields = setField(fields, path, { value: ownerId, typed: true }, { machine, atMs: ctx.nowMs, byUser: ctx.userId });
  }
  return { ...document, fields };
}

/** Payers of the bundle that nobody deals with here yet. What is known here stays as it is. */
async function missingPayers({ db }: WriteContext, head: BundleHead) {
  const known = new Set(await db.payers.toCollection().primaryKeys());
  return head.payers.filter(({ key }) => !known.has(key)).map(rowOfPayer);
}

/** A piece of a document of a case that was taken in. The last one closes it, once the whole agrees with the hash that came signed with its case. */
export async function takePart(ctx: WriteContext, { documentId, n, data }: CommandRequest<'bundle:take-part'>): Done {
  return answered(() => withWriter(ctx.db, async (): Done => {
    const row = await ctx.db.documents.get(documentId);
    if (row === undefined) return ok({}); // its case did not bring it: it was taken out for good here
    if (row.done === 1) return ok({}); // it came before
    if (n >= row.parts || row.came !== 1) return failed('bad-request', 'n'); // what somebody is putting in here is theirs alone to finish
    const id = `${documentId}:${n}`;
    const sealed = await ctx.vault.seal('documentParts', id, { data });
    await commitChange(ctx, [], [ctx.db.documentParts], async () => { await ctx.db.documentParts.put({ id, documentId, n, sealed }); });
    if ((await ctx.db.documentParts.where('documentId').equals(documentId).count()) < row.parts) return ok({});
    const bytes = await documentBytes(ctx.db, ctx.vault, row);
    if (!isOfType(row.type, bytes)) return failed('bad-request', 'type');
    await commitChange(ctx, { command: 'bundle:document', subject: documentId, outcome: 'done' }, [ctx.db.documents], async () => { await ctx.db.documents.update(documentId, { done: 1 }); });
    return ok({});
  }));
}
