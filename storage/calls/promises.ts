import { isoToDayNumber } from '../../rules/domain/day-number.ts';
import type { PromiseState } from '../../rules/domain/contact.ts';
import type { CommandRequest } from '../../rules/protocol/commands.ts';
import { failed, ok } from '../../rules/protocol/result.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { sealEvents } from '../cases/case-history.ts';
import { answered } from '../cases/change-case.ts';
import type { QueueItem } from '../../rules/work/queue-item.ts';
import type { OverturnDatabase } from '../db.ts';
import { openItems } from '../queries/open-items.ts';
import type { PromiseRow } from '../schema/v3.ts';
import { StorageFault } from '../storage-fault.ts';
import type { Vault } from '../vault/vault.ts';
import { commitChange, withWriter } from '../write.ts';
import type { WriteContext } from '../write.ts';

/** What is sealed of a promise: what was promised, and how it ended in words. */
export type PromiseContent = { text: string; how: string };
type Settling = { promiseId: string; state: PromiseState; how: string };

export async function newPromise(ctx: WriteContext, made: { caseId: string; contactId: string; payerKey: string; promise: string; promisedFor: string }): Promise<PromiseRow> {
  const id = crypto.randomUUID();
  const content: PromiseContent = { text: made.promise, how: '' };
  return {
    id, caseId: made.caseId, contactId: made.contactId, payerKey: made.payerKey, state: 'open', madeMs: ctx.nowMs, madeDay: isoToDayNumber(ctx.today), dueDay: isoToDayNumber(made.promisedFor), userId: ctx.userId,
    settledMs: null, settledDay: null, settledBy: null, sealed: await ctx.vault.seal('promises', id, content),
  };
}

/** The rows as they will be once these promises are settled; null where one is not there. */
export async function settledPromises(ctx: WriteContext, all: readonly Settling[]): Promise<PromiseRow[] | null> {
  const rows = await ctx.db.promises.bulkGet(all.map(({ promiseId }) => promiseId));
  const settled: PromiseRow[] = [];
  for (const [index, row] of rows.entries()) {
    const asked = all[index];
    if (row === undefined || asked === undefined) return null;
    const content = (await ctx.vault.open('promises', row.id, row.sealed)) as PromiseContent;
    const isOpen = asked.state === 'open';
    settled.push({
      ...row, state: asked.state, settledMs: isOpen ? null : ctx.nowMs, settledDay: isOpen ? null : isoToDayNumber(ctx.today), settledBy: isOpen ? null : ctx.userId,
      sealed: await ctx.vault.seal('promises', row.id, { ...content, how: asked.how } satisfies PromiseContent),
    });
  }
  return settled;
}

/** A person says how a promise ended. `open` takes that back. */
export async function settlePromise(ctx: WriteContext, request: CommandRequest<'promise:settle'>): Promise<Result<Record<string, never>>> {
  return answered(() => withWriter(ctx.db, async (): Promise<Result<Record<string, never>>> => {
    const [row] = (await settledPromises(ctx, [request])) ?? [];
    if (row === undefined) return failed('not-found', 'promiseId');
    const events = await sealEvents(ctx.vault, ctx, row.caseId, [{ kind: 'promise', title: request.state === 'open' ? 'Promise open again' : `Promise ${request.state}`, detail: request.how === '' ? null : request.how }]);
    await commitChange(ctx, { command: 'promise:settle', subject: row.id, outcome: 'done' }, [ctx.db.promises, ctx.db.events], async () => {
      await ctx.db.promises.put(row);
      await ctx.db.events.bulkAdd(events);
    });
    return ok({});
  }));
}

export type PromiseView = Omit<PromiseRow, 'sealed'> & { text: string; how: string };

/** Promises with their words; a damaged one keeps its days. */
export async function openPromises(vault: Vault, rows: readonly PromiseRow[]): Promise<PromiseView[]> {
  return Promise.all(rows.map(async ({ sealed, ...row }) => {
    try {
      return { ...row, ...(await vault.open('promises', row.id, sealed)) as PromiseContent };
    } catch (error) {
      if (error instanceof StorageFault) return { ...row, text: '', how: '' };
      throw error;
    }
  }));
}

/** The promises of a case, the latest due first. */
export async function promisesOfCase(db: OverturnDatabase, vault: Vault, caseId: string): Promise<PromiseView[]> {
  const rows = await db.promises.where('caseId').equals(caseId).toArray();
  return openPromises(vault, rows.sort((a, b) => b.dueDay - a.dueDay));
}

export type PromiseCount = { payerKey: string; open: number; past: number; kept: number; broken: number };

/** How many promises each payer kept and broke. Works locked: no row is opened. */
export async function promiseCounts(db: OverturnDatabase, today: number): Promise<PromiseCount[]> {
  const counts = new Map<string, PromiseCount>();
  await db.promises.each(({ payerKey, state, dueDay }) => {
    const one = counts.get(payerKey) ?? { payerKey, open: 0, past: 0, kept: 0, broken: 0 };
    if (state === 'open') one[dueDay < today ? 'past' : 'open'] += 1;
    else if (state !== 'withdrawn') one[state] += 1;
    counts.set(payerKey, one);
  });
  return [...counts.values()].sort((a, b) => b.past - a.past || b.broken - a.broken || b.kept + b.open - a.kept - a.open);
}

export type WatchedPromise = { promise: PromiseView; item: QueueItem | null };

/** Open promises, the longest past its day first. */
export async function promisesToWatch(db: OverturnDatabase, vault: Vault, limit: number): Promise<WatchedPromise[]> {
  const rows = await db.promises.where('[state+dueDay]').between(['open', -Infinity], ['open', Infinity]).limit(limit).toArray();
  const cases = (await db.cases.bulkGet([...new Set(rows.map(({ caseId }) => caseId))])).filter((row) => row !== undefined);
  const items = new Map((await openItems(db, vault, cases)).map((item) => [item.id, item]));
  return (await openPromises(vault, rows)).map((promise) => ({ promise, item: items.get(promise.caseId) ?? null }));
}
