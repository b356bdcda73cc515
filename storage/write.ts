import type { Table } from 'dexie';
import type { ErrorCode } from '../rules/protocol/error-codes.ts';
import { failed } from '../rules/protocol/result.ts';
import type { Result } from '../rules/protocol/result.ts';
import { appendAudit } from './audit.ts';
import type { AuditEntry } from './audit.ts';
import type { OverturnDatabase } from './db.ts';
import type { Vault } from './vault/vault.ts';

/**
 * What a change needs: the store, the open vault, who asks, and the moment as the caller sees it.
 * `today` is the calendar date in the practice's time zone (`YYYY-MM-DD`); storage never reads a clock.
 */
export type WriteContext = { db: OverturnDatabase; vault: Vault; userId: string; nowMs: number; today: string };

/** Tails of the in-process queues, by name, for places without Web Locks (tests in Node). */
const queues = new Map<string, Promise<unknown>>();

/**
 * Runs `work` as the only writer among all contexts of this profile (background, pages, the import worker).
 *
 * Opening and sealing are asynchronous and must not happen inside an IndexedDB transaction, so a change is
 * read, open, change, seal, write; without the lock two contexts could interleave and lose one of the changes.
 * Not re-entrant: an exported storage function that changes something takes the lock itself, so never call one from
 * inside `work`. Keep long work (parsing, deriving keys) outside.
 */
export async function withWriter<T>(db: OverturnDatabase, work: () => Promise<T>): Promise<T> {
  return withLock(db.name === 'overturn' ? 'overturn-writer' : `overturn-writer:${db.name}`, work);
}

/** Runs `work` alone among all contexts of this profile that ask for the same name. Not re-entrant. */
export async function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  if (typeof navigator !== 'undefined' && navigator.locks !== undefined) {
    // The lock's own promise type wraps T once more; the callback's promise is awaited by the browser.
    return (await navigator.locks.request(name, async () => ({ value: await work() }))).value;
  }
  const turn = (queues.get(name) ?? Promise.resolve()).then(work, work);
  queues.set(name, turn.catch(() => undefined)); // the next in line does not care how this one ended
  return turn;
}

/**
 * Writes one change and its audit row (or rows) in one transaction: both are there or neither.
 * `write` may only make table calls; anything else awaited inside would end the transaction (dexie/Dexie.js/issues/725).
 */
export async function commitChange<T>(
  ctx: Pick<WriteContext, 'db' | 'userId' | 'nowMs'> & { vault: Vault | null },
  audit: AuditEntry | readonly AuditEntry[],
  tables: readonly Table[],
  write: () => Promise<T>,
): Promise<T> {
  const { db } = ctx;
  const entries: readonly AuditEntry[] = 'command' in audit ? [audit] : audit;
  return db.transaction('rw', [...new Set([...tables, db.audit, db.meta])], async () => {
    const value = await write();
    for (const entry of entries) await appendAudit(ctx, entry);
    return value;
  });
}

type Refusal = AuditEntry & { outcome: ErrorCode };

/** Refuses, and keeps in the trail that it did. `outcome` is the code of the error. Takes the writer's lock. */
export async function refused(ctx: WriteContext, refusal: Refusal, field?: string): Promise<Result<never>> {
  return withWriter(ctx.db, async () => refusedInside(ctx, refusal, field));
}

/** The same for whoever holds the writer's lock. */
export async function refusedInside(ctx: WriteContext, refusal: Refusal, field?: string): Promise<Result<never>> {
  await commitChange(ctx, refusal, [], () => Promise.resolve());
  return failed(refusal.outcome, field);
}
