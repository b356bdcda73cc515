import type { CommandRequest } from '../../rules/protocol/commands.ts';
import { failed, ok } from '../../rules/protocol/result.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { changeCase } from '../cases/change-case.ts';
import type { OverturnDatabase } from '../db.ts';
import type { Sealed } from '../schema/v1.ts';
import type { Vault } from '../vault/vault.ts';
import { commitChange, withWriter } from '../write.ts';
import type { WriteContext } from '../write.ts';

/** A hold on everything: nothing is purged while it stands. Its reason may name people, so it is sealed. */
const HOLD = 'legal-hold';
type HoldRow = { userId: string; atMs: number; sealed: Sealed };
/** Ids of the cases on hold, in clear: the purge must know them without opening every case. */
const HELD_CASES = 'held-cases';

export type HoldOnAll = { userId: string; atMs: number; reason: string | null };

export async function isHeldWhole(db: OverturnDatabase): Promise<boolean> {
  return (await db.meta.get(HOLD)) !== undefined;
}

/** The hold on everything, its reason opened; null where there is none. A hold whose reason is damaged still holds. */
export async function readHold(db: OverturnDatabase, vault: Vault): Promise<HoldOnAll | null> {
  const row = (await db.meta.get(HOLD))?.value as HoldRow | undefined;
  if (row === undefined) return null;
  const reason = await vault.open('meta', HOLD, row.sealed).catch(() => null);
  return { userId: row.userId, atMs: row.atMs, reason: typeof reason === 'string' ? reason : null };
}

export async function heldCases(db: OverturnDatabase): Promise<ReadonlySet<string>> {
  const value = (await db.meta.get(HELD_CASES))?.value;
  return new Set(Array.isArray(value) ? value.filter((id) => typeof id === 'string') : []);
}

/** Sets the hold on everything, or ends it; both with a reason. */
export async function holdEverything(ctx: WriteContext, { on, reason }: CommandRequest<'hold:all'>): Promise<Result<Record<string, never>>> {
  return withWriter(ctx.db, async () => {
    if ((await isHeldWhole(ctx.db)) === on) return failed('changed-meanwhile', 'on');
    const sealed = await ctx.vault.seal('meta', HOLD, reason);
    await commitChange(ctx, { command: 'hold:all', subject: on ? 'set' : 'ended', outcome: 'done' }, [], async () => {
      if (on) await ctx.db.meta.put({ key: HOLD, value: { userId: ctx.userId, atMs: ctx.nowMs, sealed } satisfies HoldRow });
      else await ctx.db.meta.delete(HOLD);
    });
    return ok({});
  });
}

/** Sets or ends the hold of one case. The reason stands in its history, sealed. */
export async function holdCase(ctx: WriteContext, { caseId, on, reason }: CommandRequest<'case:hold'>): Promise<Result<Record<string, never>>> {
  // The list first: a case is rather held for nothing than purged because the worker died between the two.
  if (on) await noteHeld(ctx, caseId, true);
  const done = await changeCase(ctx, caseId, 'case:hold', (draft) => {
    if ((draft.sealed.legalHold != null) === on) return { refuse: 'changed-meanwhile', field: 'on' };
    return {
      draft: { ...draft, sealed: { ...draft.sealed, legalHold: on ? { reason, byUser: ctx.userId, atMs: ctx.nowMs } : null } },
      events: [{ kind: 'legal-hold', title: on ? 'Legal hold set: nothing of this case is purged' : 'Legal hold ended', detail: reason }],
    };
  });
  if (!on && done.ok) await noteHeld(ctx, caseId, false);
  return done;
}

async function noteHeld({ db }: WriteContext, caseId: string, isHeld: boolean): Promise<void> {
  await withWriter(db, async () => putHeld(db, caseId, isHeld));
}

/** Puts a case on the list of holds, or takes it off. Only table calls, on `meta`: for a transaction that writes the case itself. */
export async function putHeld(db: OverturnDatabase, caseId: string, isHeld: boolean): Promise<void> {
  const ids = new Set(await heldCases(db));
  if (ids.has(caseId) === isHeld) return;
  if (isHeld) ids.add(caseId);
  else ids.delete(caseId);
  await db.meta.put({ key: HELD_CASES, value: [...ids].sort() });
}
