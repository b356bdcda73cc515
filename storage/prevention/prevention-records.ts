import { isoToDayNumber, NO_DAY } from '../../rules/domain/day-number.ts';
import { keptRecord } from '../../rules/prevention/prevention-record.ts';
import type { KeptRecord, PreventionEntry, PreventionKind, PreventionRecord } from '../../rules/prevention/prevention-record.ts';
import { failed, ok } from '../../rules/protocol/result.ts';
import type { Result } from '../../rules/protocol/result.ts';
import type { OverturnDatabase } from '../db.ts';
import type { PreventionRow } from '../schema/v3.ts';
import { StorageFault } from '../storage-fault.ts';
import type { Vault } from '../vault/vault.ts';
import { commitChange, withWriter } from '../write.ts';
import type { WriteContext } from '../write.ts';

/** Records of some kinds, the newest first. One that cannot be opened is left out. */
export async function preventionRecords(db: OverturnDatabase, vault: Vault, kinds: readonly PreventionKind[]): Promise<PreventionEntry[]> {
  const rows = (await db.preventionRecords.toArray()).filter(({ kind }) => (kinds as readonly string[]).includes(kind));
  const entries = await Promise.all(rows.map(async (row) => openRecord(vault, row)));
  return entries.filter((entry) => entry !== null).sort((one, other) => other.atMs - one.atMs || (one.id < other.id ? -1 : 1));
}

async function openRecord(vault: Vault, row: PreventionRow): Promise<PreventionEntry | null> {
  try {
    const parsed = keptRecord.safeParse(await vault.open('preventionRecords', row.id, row.sealed));
    return parsed.success ? { id: row.id, rev: row.rev, atMs: row.atMs, userId: row.userId, record: parsed.data.record, history: parsed.data.history } : null;
  } catch (error) {
    if (error instanceof StorageFault) return null;
    throw error;
  }
}

/** One owner a reason: its record has an id of its own, so that a second one takes the place of the first. */
const idOf = (record: PreventionRecord): string => (record.kind === 'owner' ? `owner-of-${record.category}`.slice(0, 64) : crypto.randomUUID());

/**
 * Writes a record anew (`id` null) or in a new state; the states before stay in its history.
 * Fails with `not-found`, or `changed-meanwhile` where it is not the one that was looked at (`rev`).
 */
export async function saveRecord(ctx: WriteContext, id: string | null, rev: number, record: PreventionRecord): Promise<Result<{ id: string }>> {
  return withWriter(ctx.db, async (): Promise<Result<{ id: string }>> => {
    const key = id ?? idOf(record);
    const row = await ctx.db.preventionRecords.get(key);
    if (row === undefined && id !== null) return failed('not-found', 'id');
    if (row !== undefined && id !== null && row.rev !== rev) return failed('changed-meanwhile', 'rev');
    const before = row === undefined ? null : await openRecord(ctx.vault, row);
    const kept: KeptRecord = { record, history: before === null ? [] : [...before.history, { atMs: before.atMs, userId: before.userId, record: before.record }].slice(-500) };
    const next: PreventionRow = {
      id: key, kind: record.kind, state: record.state, rev: (row?.rev ?? 0) + 1, payerKey: 'payerKey' in record ? record.payerKey ?? '' : '', category: 'category' in record ? record.category ?? '' : '',
      ownerId: 'ownerId' in record ? record.ownerId ?? '' : '', dueDay: dueDayOf(record), atMs: ctx.nowMs, userId: ctx.userId, sealed: await ctx.vault.seal('preventionRecords', key, kept),
    };
    await commitChange(ctx, { command: 'prevention:save', subject: key, outcome: record.state }, [ctx.db.preventionRecords], async () => ctx.db.preventionRecords.put(next));
    return ok({ id: key });
  });
}

function dueDayOf(record: PreventionRecord): number {
  const on = record.kind === 'change' ? record.reviewOn : 'dueOn' in record ? record.dueOn : null;
  return on === null ? NO_DAY : isoToDayNumber(on);
}
