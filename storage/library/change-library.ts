import { datesAlike } from '../../rules/library/rule-difference.ts';
import type { LibraryItem } from '../../rules/library/library-entry.ts';
import { payersTouched } from '../../rules/library/touched-payers.ts';
import { BASE_RULES } from '../../rules/payers/base-rules.ts';
import { BASE_LIBRARY, buildRuleLibrary } from '../../rules/payers/rule-library.ts';
import { effectiveRules } from '../../rules/library/effective-rules.ts';
import type { PayerRule } from '../../rules/payers/payer-rule.ts';
import { failed, ok } from '../../rules/protocol/result.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { datingChanged, datingVersion, readDating } from '../dating.ts';
import { listPayers } from '../payers.ts';
import { roleOf } from '../people.ts';
import type { LibraryChangeRow, LibraryEntryRow, LibraryVersionRow } from '../schema/v2.ts';
import { commitChange, withWriter } from '../write.ts';
import type { WriteContext } from '../write.ts';
import { openChange, sealChange, sealVersion } from './library-contents.ts';
import type { ChangeContent } from './library-contents.ts';
import { noteBeforeVersions } from './read-entries.ts';
import { readKeptRules, ruleOfRow } from './rule-set.ts';

/** A change as it is asked for. `stamp`: the number of the rules' state that was looked at, where a lead approves at once. */
export type WantedChange = {
  items: readonly LibraryItem[]; origin: LibraryChangeRow['origin']; content: Omit<ChangeContent, 'decisionReason'>;
  approve: boolean; stamp: number | null;
  /** The version of the one entry that whoever typed looked at; null or absent where nobody typed over one. */
  base?: number | null | undefined;
};
export type ChangeDone = { changeId: string; state: LibraryChangeRow['state']; payersToDate: string[] };

const shippedRule = (id: string): PayerRule | undefined => BASE_RULES.find((rule) => rule.id === id);

/**
 * Writes a change: proposed by whoever may work, in force at once where a lead asks for that. Notes are in force at once for
 * everybody, since what a call taught must not wait; they have the same history.
 */
export async function proposeChange(ctx: WriteContext, wanted: WantedChange): Promise<Result<ChangeDone>> {
  const isLead = (await roleOf(ctx.db, ctx.userId)) === 'lead';
  const atOnce = wanted.items.every(({ kind }) => kind === 'note') || (wanted.approve && isLead);
  return withWriter(ctx.db, async () => {
    const { items } = wanted;
    if (new Set(items.map(({ entryId }) => entryId)).size !== items.length) return failed('bad-request', 'items');
    if (items.some((item) => item.kind === 'rule' && item.body !== null && item.body.rule.id !== item.entryId)) return failed('bad-request', 'items.rule.id');
    const changeId = crypto.randomUUID();
    const entries = await ctx.db.libraryEntries.bulkGet(items.map(({ entryId }) => entryId));
    if (entries.some((entry, at) => entry !== undefined && entry.kind !== items[at]?.kind)) return failed('bad-request', 'items.kind');
    if (wanted.base != null && (items.length !== 1 || (entries[0]?.n ?? 0) !== wanted.base)) return failed('changed-meanwhile', 'base');
    const versions = await Promise.all(items.map(async (item, at): Promise<LibraryVersionRow> => {
      const id = crypto.randomUUID();
      const { kind, entryId, payerKey } = item;
      return { id, entryId, changeId, kind, payerKey, n: 0, base: entries[at]?.n ?? 0, atMs: ctx.nowMs, userId: ctx.userId, ...(await sealVersion(ctx.vault, id, item)) };
    }));
    const change: LibraryChangeRow = {
      id: changeId, state: 'proposed', origin: wanted.origin, kinds: [...new Set(items.map(({ kind }) => kind))], payerKeys: [...new Set(items.map(({ payerKey }) => payerKey))].slice(0, 100),
      atMs: ctx.nowMs, userId: ctx.userId, decidedMs: null, decidedBy: null, touched: [], datesMoved: null, sealed: await sealChange(ctx.vault, changeId, { ...wanted.content, decisionReason: '' }),
    };
    if (atOnce) return approve(ctx, 'library:change', change, versions, wanted.stamp);
    await commitChange(ctx, { command: 'library:propose', subject: changeId, outcome: 'done' }, [ctx.db.libraryChanges, ctx.db.libraryVersions, ctx.db.radarAsks], async () => {
      await ctx.db.libraryChanges.add(change);
      await ctx.db.libraryVersions.bulkAdd(versions);
      await takeAsk(ctx, wanted.content.askId);
    });
    return ok({ changeId, state: 'proposed' as const, payersToDate: [] });
  });
}

/** A lead approves or declines what was proposed. @param stamp the rules' state the preview was made of; another one since: `changed-meanwhile`. */
export async function decideChange(ctx: WriteContext, changeId: string, isApproved: boolean, reason: string, stamp: number | null): Promise<Result<ChangeDone>> {
  return withWriter(ctx.db, async () => {
    const change = await ctx.db.libraryChanges.get(changeId);
    if (change === undefined) return failed('not-found', 'changeId');
    if (change.state !== 'proposed') return failed('changed-meanwhile', 'changeId');
    const decided = { ...change, sealed: await sealChange(ctx.vault, changeId, { ...(await openChange(ctx.vault, change)), decisionReason: reason }) };
    if (isApproved) return approve(ctx, 'library:approve', decided, await ctx.db.libraryVersions.where('changeId').equals(changeId).toArray(), stamp);
    await commitChange(ctx, { command: 'library:decline', subject: changeId, outcome: 'done' }, [ctx.db.libraryChanges],
      async () => ctx.db.libraryChanges.put({ ...decided, state: 'declined', decidedMs: ctx.nowMs, decidedBy: ctx.userId }));
    return ok({ changeId, state: 'declined' as const, payersToDate: [] });
  });
}

/** Takes an approved change back, as a change of its own: nothing that was in force is ever rubbed out. Only while nobody changed the same entries since. */
export async function undoChange(ctx: WriteContext, changeId: string, reason: string, stamp: number | null): Promise<Result<ChangeDone>> {
  return withWriter(ctx.db, async () => {
    const change = await ctx.db.libraryChanges.get(changeId);
    if (change === undefined || change.state !== 'approved') return failed('not-found', 'changeId');
    const done = await ctx.db.libraryVersions.where('changeId').equals(changeId).toArray();
    const entries = await ctx.db.libraryEntries.bulkGet(done.map(({ entryId }) => entryId));
    if (done.some((version, at) => entries[at]?.versionId !== version.id)) return failed('changed-meanwhile', 'changeId');
    const undoId = crypto.randomUUID();
    const versions = await Promise.all(done.map(async (version): Promise<LibraryVersionRow> => {
      const before = version.n <= 1 ? undefined : await ctx.db.libraryVersions.where('entryId').equals(version.entryId).filter((one) => one.n === version.n - 1).first();
      const id = crypto.randomUUID();
      const row = { id, entryId: version.entryId, changeId: undoId, kind: version.kind, payerKey: version.payerKey, n: 0, base: version.n, atMs: ctx.nowMs, userId: ctx.userId };
      const old = before === undefined && version.kind === 'note' ? await noteBeforeVersions(ctx.db, ctx.vault, version.entryId) : null;
      if (old !== null) return { ...row, rule: null, gone: 0, sealed: await ctx.vault.seal('libraryVersions', id, old) };
      if (before === undefined) return { ...row, rule: null, sealed: null, gone: version.kind === 'rule' && shippedRule(version.entryId) !== undefined ? 0 : 1 };
      const sealed = before.sealed === null ? null : await ctx.vault.seal('libraryVersions', id, await ctx.vault.open('libraryVersions', before.id, before.sealed));
      return { ...row, rule: before.rule, gone: before.gone, sealed };
    }));
    const undone = await openChange(ctx.vault, change);
    const row: LibraryChangeRow = {
      ...change, id: undoId, state: 'proposed', origin: 'undo', atMs: ctx.nowMs, userId: ctx.userId, touched: [], datesMoved: null,
      sealed: await sealChange(ctx.vault, undoId, { title: `Undone: ${undone.title}`.slice(0, 300), reason, evidence: '', decisionReason: '', pack: null, undoes: changeId, askId: null }),
    };
    return approve(ctx, 'library:undo', row, versions, stamp);
  });
}

/** Puts a change in force: its entries, its place in the feed with whom it touches, and the payers whose open cases are to be dated anew. Call inside `withWriter`. */
async function approve(ctx: WriteContext, command: string, change: LibraryChangeRow, versions: readonly LibraryVersionRow[], stamp: number | null): Promise<Result<ChangeDone>> {
  const { db } = ctx;
  const hasRules = versions.some(({ kind }) => kind === 'rule');
  if (hasRules && stamp !== null && stamp !== await datingVersion(db)) return failed('changed-meanwhile', 'stamp');
  const entries = await db.libraryEntries.bulkGet(versions.map(({ entryId }) => entryId));
  if (versions.some((version, at) => (entries[at]?.n ?? 0) !== version.base)) return failed('changed-meanwhile', 'changeId');
  const numbered = versions.map((version, at): LibraryVersionRow => ({ ...version, n: version.base + 1, rule: withVersion(version, entries[at]) }));
  const payersToDate = hasRules ? await touchedPayers(ctx, numbered, entries) : [];
  const put: LibraryEntryRow[] = numbered.map(({ entryId, id, kind, payerKey, n, gone, rule }) => ({ id: entryId, kind, payerKey, n, versionId: id, atMs: ctx.nowMs, userId: ctx.userId, gone, rule }));
  const touched = await casesByOwner(ctx, payersToDate);
  const { askId } = await openChange(ctx.vault, change);
  await commitChange(ctx, { command, subject: change.id, outcome: 'done' }, [db.libraryChanges, db.libraryVersions, db.libraryEntries, db.radarAsks], async () => {
    await db.libraryChanges.put({ ...change, state: 'approved', decidedMs: ctx.nowMs, decidedBy: ctx.userId, touched, datesMoved: hasRules ? null : 0 });
    await db.libraryVersions.bulkPut(numbered);
    await db.libraryEntries.bulkPut(put);
    await takeAsk(ctx, askId);
    if (hasRules) await datingChanged(db);
  });
  return ok({ changeId: change.id, state: 'approved', payersToDate });
}

/** The ask a change answers is asked no more. Only table calls. */
async function takeAsk({ db, userId, nowMs }: WriteContext, askId: string | null): Promise<void> {
  if (askId !== null) await db.radarAsks.where('id').equals(askId).modify({ state: 'taken', decidedBy: userId, decidedMs: nowMs });
}

/** A rule's own number goes up where its dates may change, so that a stored date tells by which it was counted. */
function withVersion(version: LibraryVersionRow, entry: LibraryEntryRow | undefined): LibraryVersionRow['rule'] {
  if (version.kind !== 'rule' || version.rule === null) return version.rule;
  const rule = version.rule.rule as PayerRule;
  const shipped = shippedRule(version.entryId);
  const before = (entry === undefined ? undefined : ruleOfRow(entry)) ?? shipped;
  const number = before === undefined ? 1 : before.version + (datesAlike(before, rule) ? 0 : 1);
  return { ...version.rule, rule: { ...rule, version: number } };
}

async function touchedPayers(ctx: WriteContext, versions: readonly LibraryVersionRow[], entries: readonly (LibraryEntryRow | undefined)[]): Promise<string[]> {
  const rules = versions.flatMap((version, at) => [ruleOfRow(version), entries[at] === undefined ? null : ruleOfRow(entries[at]), shippedRule(version.entryId)].filter((rule) => rule !== null && rule !== undefined));
  const kept = new Map((await readKeptRules(ctx.db)).map((one) => [one.id, one]));
  for (const version of versions.filter(({ kind }) => kind === 'rule')) {
    const rule = ruleOfRow(version);
    if (rule === undefined) kept.delete(version.entryId);
    else kept.set(version.entryId, { id: version.entryId, rule });
  }
  const after = buildRuleLibrary(effectiveRules(BASE_RULES, [...kept.values()]));
  return payersTouched(new Set(rules.map(({ payer }) => payer)), await listPayers(ctx.db), [(await readDating(ctx.db)).library ?? BASE_LIBRARY, after]);
}

/** How many open cases of these payers each person has. */
async function casesByOwner({ db }: WriteContext, payerKeys: readonly string[]): Promise<LibraryChangeRow['touched']> {
  const count = new Map<string, number>();
  for (const key of payerKeys) await db.cases.where('[open+payerKey]').equals([1, key]).each(({ ownerId }) => { count.set(ownerId, (count.get(ownerId) ?? 0) + 1); });
  return [...count].map(([ownerId, cases]) => ({ ownerId, cases })).sort((left, right) => right.cases - left.cases);
}

/** Notes in the feed how many open cases got another date, once they are dated anew. No row of the trail: each case has its own. */
export async function noteDatesMoved(ctx: WriteContext, changeId: string, datesMoved: number): Promise<void> {
  await withWriter(ctx.db, async () => ctx.db.libraryChanges.where('id').equals(changeId).modify({ datesMoved }));
}
