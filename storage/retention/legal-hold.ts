import type { CommandRequest } from '../../rules/protocol/commands.ts';
import { failed, ok } from '../../rules/protocol/result.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { changeCase } from '../cases/change-case.ts';
import type { OverturnDatabase } from '../db.ts';
import type { TravellingHold } from '../../rules/team/practice-part.ts';
import type { MetaRow, Sealed } from '../schema/v1.ts';
import type { Vault } from '../vault/vault.ts';
import { commitChange, withWriter } from '../write.ts';
import type { WriteContext } from '../write.ts';

/** A hold on everything: nothing is purged while it stands. Its reason may name people, so it is sealed. `id` is absent where version 0.1 set it. */
const HOLD = 'legal-hold';
type HoldRow = { id?: string; userId: string; atMs: number; sealed: Sealed };
/** Holds on everything that came with hand-over files, each sealed to its own id; and ids of holds that were ended here, which no file sets anew. */
const CAME = 'legal-holds-came';
const ENDED = 'legal-holds-ended';
type CameRow = { id: string; userId: string; atMs: number; sealed: Sealed };
/** Ids of the cases on hold, in clear: the purge must know them without opening every case. */
const HELD_CASES = 'held-cases';

/** `isFromElsewhere`: it came with a hand-over file. */
export type HoldOnAll = { id: string; userId: string; atMs: number; reason: string | null; isFromElsewhere: boolean };

const idOf = ({ id, userId, atMs }: HoldRow): string => id ?? `${userId}-${atMs}`.slice(-64);

async function heldHere(db: OverturnDatabase): Promise<HoldRow | undefined> {
  return (await db.meta.get(HOLD))?.value as HoldRow | undefined;
}

async function heldElsewhere(db: OverturnDatabase): Promise<CameRow[]> {
  return ((await db.meta.get(CAME))?.value as CameRow[] | undefined) ?? [];
}

async function endedHolds(db: OverturnDatabase): Promise<string[]> {
  return ((await db.meta.get(ENDED))?.value as string[] | undefined) ?? [];
}

export async function isHeldWhole(db: OverturnDatabase): Promise<boolean> {
  return (await heldHere(db)) !== undefined || (await heldElsewhere(db)).length > 0;
}

/** The holds on everything, oldest first, their reasons opened; none where there is none. A hold whose reason is damaged still holds. */
export async function readHolds(db: OverturnDatabase, vault: Vault): Promise<HoldOnAll[]> {
  const open = async (id: string, sealed: Sealed): Promise<string | null> => {
    const reason = await vault.open('meta', id, sealed).catch(() => null);
    return typeof reason === 'string' ? reason : null;
  };
  const own = await heldHere(db);
  const all = [
    ...(own === undefined ? [] : [{ id: idOf(own), userId: own.userId, atMs: own.atMs, reason: await open(HOLD, own.sealed), isFromElsewhere: false }]),
    ...(await Promise.all((await heldElsewhere(db)).map(async ({ id, userId, atMs, sealed }) => ({ id, userId, atMs, reason: await open(`${CAME}:${id}`, sealed), isFromElsewhere: true })))),
  ];
  return all.sort((one, other) => one.atMs - other.atMs || (one.id < other.id ? -1 : 1));
}

/** Takes holds over that stand on another computer. One that is here, or was ended here, changes nothing. Inside `withWriter`; gives the rows to write and how many are new. */
export async function holdsThatCome({ db, vault }: Pick<WriteContext, 'db' | 'vault'>, came: readonly TravellingHold[]): Promise<{ rows: MetaRow[]; fresh: string[] }> {
  const [own, others, ended] = [await heldHere(db), await heldElsewhere(db), await endedHolds(db)];
  const known = new Set([...ended, ...others.map(({ id }) => id), ...(own === undefined ? [] : [idOf(own)])]);
  const fresh = came.filter(({ id }) => !known.has(id));
  if (fresh.length === 0) return { rows: [], fresh: [] };
  const rows = await Promise.all(fresh.map(async ({ id, byUser, atMs, reason }): Promise<CameRow> => ({ id, userId: byUser, atMs, sealed: await vault.seal('meta', `${CAME}:${id}`, reason) })));
  return { rows: [{ key: CAME, value: [...others, ...rows] }], fresh: fresh.map(({ id }) => id) };
}

export async function heldCases(db: OverturnDatabase): Promise<ReadonlySet<string>> {
  const value = (await db.meta.get(HELD_CASES))?.value;
  return new Set(Array.isArray(value) ? value.filter((id) => typeof id === 'string') : []);
}

/** Sets the hold on everything, or ends every one that stands here; both with a reason. On other computers they stand until somebody ends them there. */
export async function holdEverything(ctx: WriteContext, { on, reason }: CommandRequest<'hold:all'>): Promise<Result<Record<string, never>>> {
  return withWriter(ctx.db, async () => {
    if ((await isHeldWhole(ctx.db)) === on) return failed('changed-meanwhile', 'on');
    const sealed = await ctx.vault.seal('meta', HOLD, reason);
    const [own, came, ended] = [await heldHere(ctx.db), await heldElsewhere(ctx.db), await endedHolds(ctx.db)];
    await commitChange(ctx, { command: 'hold:all', subject: on ? 'set' : 'ended', outcome: 'done' }, [], async () => {
      if (on) await ctx.db.meta.put({ key: HOLD, value: { id: crypto.randomUUID(), userId: ctx.userId, atMs: ctx.nowMs, sealed } satisfies HoldRow });
      else {
        await ctx.db.meta.bulkDelete([HOLD, CAME]);
        await ctx.db.meta.put({ key: ENDED, value: [...ended, ...(own === undefined ? [] : [idOf(own)]), ...came.map(({ id }) => id)].slice(-1000) });
      }
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
      command: `case:hold+${on ? 'set' : 'ended'}`,
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
