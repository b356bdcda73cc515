import type { LibraryItem, LibraryKind } from '../../rules/library/library-entry.ts';
import { fieldDifferences } from '../../rules/library/rule-difference.ts';
import type { FieldDifference } from '../../rules/library/rule-difference.ts';
import { BASE_RULES } from '../../rules/payers/base-rules.ts';
import type { OverturnDatabase } from '../db.ts';
import { openChange, openVersionOrNone } from '../library/library-contents.ts';
import type { ChangeContent, VersionBody } from '../library/library-contents.ts';
import { userNames } from '../people.ts';
import type { LibraryChangeRow, LibraryVersionRow } from '../schema/v2.ts';
import type { Vault } from '../vault/vault.ts';

/** One entry of a change: what it was and what it becomes, field by field. */
export type ChangedEntry = { entryId: string; kind: LibraryKind; title: string; differences: FieldDifference[]; isGone: boolean; isNew: boolean; item: LibraryItem | null };
/** A change in the feed. `mine`: open cases of the person who looks, when it was approved. */
export type ShownChange = {
  id: string; state: LibraryChangeRow['state']; origin: LibraryChangeRow['origin']; kinds: string[]; payerKeys: string[]; content: ChangeContent; atMs: number; userId: string; userName: string; decidedMs: number | null; decidedByName: string | null;
  touched: { userName: string; cases: number }[]; mine: number; datesMoved: number | null;
};

/** The newest changes, or those that wait for a lead. */
export async function libraryChanges(db: OverturnDatabase, vault: Vault, userId: string, which: 'waiting' | 'all', most = 100): Promise<ShownChange[]> {
  const rows = which === 'waiting' ? (await db.libraryChanges.where('state').equals('proposed').toArray()).sort((left, right) => left.atMs - right.atMs) : await db.libraryChanges.orderBy('atMs').reverse().limit(most).toArray();
  const users = await userNames(db);
  const name = (id: string): string => users.get(id) ?? '';
  const contents = await Promise.all(rows.map((row) => openChange(vault, row)));
  return rows.map((row, at): ShownChange => ({
    id: row.id, state: row.state, origin: row.origin, kinds: row.kinds, payerKeys: row.payerKeys, content: contents[at] as ChangeContent, atMs: row.atMs, userId: row.userId, userName: name(row.userId), decidedMs: row.decidedMs,
    decidedByName: row.decidedBy === null ? null : name(row.decidedBy), touched: row.touched.map(({ ownerId, cases }) => ({ userName: name(ownerId), cases })), mine: row.touched.find(({ ownerId }) => ownerId === userId)?.cases ?? 0, datesMoved: row.datesMoved,
  }));
}

/** What a change changes, entry by entry, against the version it was written upon. */
export async function changedEntries(db: OverturnDatabase, vault: Vault, changeId: string): Promise<ChangedEntry[]> {
  const versions = await db.libraryVersions.where('changeId').equals(changeId).toArray();
  return Promise.all(versions.map(async (version): Promise<ChangedEntry> => {
    const before = version.base === 0 ? undefined : await db.libraryVersions.where('entryId').equals(version.entryId).filter(({ n }) => n === version.base).first();
    const was = before === undefined ? (version.kind === 'rule' ? 'as-shipped' : null) : await openVersionOrNone(vault, before);
    const now = await openVersionOrNone(vault, version);
    const [left, right] = [plain(version, was), plain(version, now)];
    return { entryId: version.entryId, kind: version.kind, title: titleOf(version, right ?? left), differences: fieldDifferences(left, right).filter(({ field }) => field !== 'version'), isGone: right === null, isNew: left === null, item: itemOf(version, now) };
  }));
}

/** The item that would make this version again; null for a rule that goes back to the shipped one. */
function itemOf(version: LibraryVersionRow, body: VersionBody): LibraryItem | null {
  return body === 'as-shipped' ? null : { kind: version.kind, entryId: version.entryId, payerKey: version.payerKey, body } as LibraryItem;
}

/** A version's body as fields: of a rule the rule itself. */
function plain({ kind, entryId }: LibraryVersionRow, body: VersionBody): object | null {
  if (body === 'as-shipped') return BASE_RULES.find(({ id }) => id === entryId) ?? null;
  if (body === null || kind !== 'rule' || !('rule' in body)) return body;
  return body.checkedOn === null ? body.rule : { ...body.rule, checkedOn: body.checkedOn };
}

function titleOf({ entryId }: LibraryVersionRow, body: object | null): string {
  if (body === null) return entryId;
  if ('limit' in body && 'action' in body) {
    const rule = body as unknown as { payer: string; action: string; actionName?: string };
    return `${rule.payer}: ${rule.actionName ?? rule.action.replaceAll('-', ' ')}`;
  }
  return 'title' in body && typeof body.title === 'string' && body.title !== '' ? body.title : 'text' in body && typeof body.text === 'string' ? body.text.slice(0, 80) : 'How to reach the payer';
}

/** One version in an entry's history. `n` 0 with state `shipped` is the rule that came with Overturn. */
export type ShownVersion = { id: string; n: number; state: LibraryChangeRow['state'] | 'shipped'; atMs: number | null; userName: string; title: string; reason: string; fields: object | null; item: LibraryItem | null };

/** Every version of an entry, the newest first, to be compared and put back. */
export async function entryHistory(db: OverturnDatabase, vault: Vault, entryId: string): Promise<ShownVersion[]> {
  const versions = await db.libraryVersions.where('entryId').equals(entryId).toArray();
  const changes = await db.libraryChanges.bulkGet(versions.map(({ changeId }) => changeId));
  const users = await userNames(db);
  const shown = await Promise.all(versions.map(async (version, at): Promise<ShownVersion> => {
    const change = changes[at];
    const content = change === undefined ? null : await openChange(vault, change);
    const body = await openVersionOrNone(vault, version);
    return { id: version.id, n: version.n, state: change?.state ?? 'declined', atMs: version.atMs, userName: users.get(version.userId) ?? '', title: content?.title ?? '', reason: content?.reason ?? '', fields: plain(version, body), item: itemOf(version, body) };
  }));
  const shipped = BASE_RULES.find(({ id }) => id === entryId);
  const first: ShownVersion[] = shipped === undefined ? [] : [{ id: 'shipped', n: 0, state: 'shipped', atMs: null, userName: '', title: 'Came with Overturn', reason: '', fields: shipped, item: null }];
  return [...shown.sort((left, right) => (right.atMs ?? 0) - (left.atMs ?? 0) || right.n - left.n), ...first];
}

/** What undoing a change would make of its entries, for a preview of the dates. */
export async function undoItems(db: OverturnDatabase, vault: Vault, changeId: string): Promise<LibraryItem[]> {
  const versions = await db.libraryVersions.where('changeId').equals(changeId).toArray();
  return Promise.all(versions.map(async (version): Promise<LibraryItem> => {
    const before = version.n <= 1 ? undefined : await db.libraryVersions.where('entryId').equals(version.entryId).filter(({ n }) => n === version.n - 1).first();
    const body = before === undefined ? 'as-shipped' : await openVersionOrNone(vault, before);
    const shipped = BASE_RULES.find(({ id }) => id === version.entryId);
    const was = body !== 'as-shipped' ? body : version.kind === 'rule' && shipped !== undefined ? { rule: shipped, checkedOn: null } : null;
    return { kind: version.kind, entryId: version.entryId, payerKey: version.payerKey, body: was } as LibraryItem;
  }));
}
