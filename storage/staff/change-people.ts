import type { CommandRequest } from '../../rules/protocol/commands.ts';
import { sameName, tidyName } from '../../rules/domain/same-name.ts';
import { failed, ok } from '../../rules/protocol/result.ts';
import type { Result } from '../../rules/protocol/result.ts';
import type { OverturnDatabase } from '../db.ts';
import { listPeople } from '../people.ts';
import { readPools } from './pools.ts';
import { KDF_COST, newKdf, wrapDataKey } from '../vault/key-wrap.ts';
import type { KdfCost } from '../vault/key-wrap.ts';
import { passphraseStrength } from '../vault/passphrase-strength.ts';
import { commitChange, withWriter } from '../write.ts';
import type { WriteContext } from '../write.ts';

/** Leads who can sign in here, beside one person: without one of them nobody could ever change anything about people again. */
async function otherLeads(db: OverturnDatabase, personId: string): Promise<number> {
  return (await listPeople(db)).filter((one) => one.role === 'lead' && one.standing === 'here' && one.id !== personId).length;
}

async function isNameTaken(db: OverturnDatabase, name: string, exceptId: string | null): Promise<boolean> {
  return (await listPeople(db)).some((one) => one.id !== exceptId && one.standing !== 'left' && sameName(one.name, name));
}

/**
 * Adds somebody who signs in here: one more wrap of the same data key, under a first passphrase that the lead chose and that has to
 * be replaced before anything else is done. Fails with `weak-passphrase`, `name-taken`.
 */
export async function addPerson(ctx: WriteContext, dataKey: Uint8Array<ArrayBuffer>, request: CommandRequest<'person:add'>, cost: KdfCost = KDF_COST): Promise<Result<{ personId: string }>> {
  const name = tidyName(request.name);
  if (name === '') return failed('bad-request', 'name');
  if (!passphraseStrength(request.passphrase, [name]).acceptable) return failed('weak-passphrase', 'passphrase');
  const personId = crypto.randomUUID();
  const wrap = await wrapDataKey(dataKey, request.passphrase, crypto.randomUUID(), personId, newKdf(cost));
  return withWriter(ctx.db, async () => {
    if (await isNameTaken(ctx.db, name, null)) return failed('name-taken', 'name');
    await commitChange(ctx, { command: 'person:add', subject: personId, outcome: 'done' }, [ctx.db.users, ctx.db.wraps], async () => {
      await ctx.db.users.add({ id: personId, name, role: request.role, createdMs: ctx.nowMs, firstPassphrase: 1 });
      await ctx.db.wraps.add(wrap);
    });
    return ok({ personId });
  });
}

/** Changes name, role and what assigning work needs. Fails with `last-lead`, `name-taken`, `not-found`, `bad-request` (a pool or a cover nobody knows). */
export async function savePerson(ctx: WriteContext, request: CommandRequest<'person:save'>): Promise<Result<Record<string, never>>> {
  const { personId, role, skills, payerKeys, pools, away } = request;
  const name = tidyName(request.name);
  if (name === '') return failed('bad-request', 'name');
  return withWriter(ctx.db, async () => {
    const people = await listPeople(ctx.db);
    const before = people.find((one) => one.id === personId);
    if (before === undefined || before.standing === 'left') return failed('not-found', 'personId');
    if (before.role === 'lead' && role !== 'lead' && (await otherLeads(ctx.db, personId)) === 0) return failed('last-lead', 'role');
    if (await isNameTaken(ctx.db, name, personId)) return failed('name-taken', 'name');
    const known = new Set((await readPools(ctx.db)).map(({ key }) => key));
    if (pools.some((key) => !known.has(key))) return failed('bad-request', 'pools');
    if (away.some(({ coverId }) => coverId !== null && (coverId === personId || !people.some((one) => one.id === coverId)))) return failed('bad-request', 'away');
    const subject = role === before.role ? personId : `${personId} ${before.role}>${role}`;
    await commitChange(ctx, { command: 'person:save', subject, outcome: 'done' }, [ctx.db.users], async () => ctx.db.users.update(personId, { name, role, skills, payerKeys, pools, away }));
    return ok({});
  });
}

/** A new first passphrase for somebody who forgot theirs; the old one opens nothing any more. Fails with `weak-passphrase`, `not-found`. */
export async function setFirstPassphrase(ctx: WriteContext, dataKey: Uint8Array<ArrayBuffer>, request: CommandRequest<'person:set-passphrase'>, cost: KdfCost = KDF_COST): Promise<Result<Record<string, never>>> {
  const { personId, passphrase } = request;
  const before = (await listPeople(ctx.db)).find((one) => one.id === personId);
  if (before?.standing !== 'here' || personId === ctx.userId) return failed('not-found', 'personId');
  if (!passphraseStrength(passphrase, [before.name]).acceptable) return failed('weak-passphrase', 'passphrase');
  const wrap = await wrapDataKey(dataKey, passphrase, crypto.randomUUID(), personId, newKdf(cost));
  return withWriter(ctx.db, async () => {
    if ((await ctx.db.users.get(personId))?.leftMs != null) return failed('not-found', 'personId');
    await commitChange(ctx, { command: 'person:set-passphrase', subject: personId, outcome: 'done' }, [ctx.db.users, ctx.db.wraps], async () => {
      await ctx.db.wraps.where('userId').equals(personId).delete();
      await ctx.db.wraps.add(wrap);
      await ctx.db.users.update(personId, { firstPassphrase: 1 });
    });
    return ok({});
  });
}

/**
 * Somebody leaves: their wrap of the data key is destroyed, so their passphrase opens nothing here any more; their name stays on
 * what they did. Their open cases must have gone to somebody before (`has-open-cases`). A copy of the profile or a backup made
 * earlier still opens with what opened it then: only a new practice with a new key would change that.
 */
export async function leavePractice(ctx: WriteContext, personId: string): Promise<Result<Record<string, never>>> {
  return withWriter(ctx.db, async () => {
    const before = (await listPeople(ctx.db)).find((one) => one.id === personId);
    if (before === undefined || before.standing === 'left') return failed('not-found', 'personId');
    if (before.role === 'lead' && before.standing === 'here' && (await otherLeads(ctx.db, personId)) === 0) return failed('last-lead', 'personId');
    if (personId === ctx.userId) return failed('not-allowed', 'personId');
    if ((await ctx.db.cases.where('[open+ownerId+priority]').between([1, personId, -Infinity], [1, personId, Infinity]).count()) > 0) return failed('has-open-cases', 'personId');
    await commitChange(ctx, { command: 'person:leave', subject: personId, outcome: 'done' }, [ctx.db.users, ctx.db.wraps], async () => {
      await ctx.db.wraps.where('userId').equals(personId).delete();
      await ctx.db.users.update(personId, { leftMs: ctx.nowMs });
      if ((await ctx.db.meta.get('last-user'))?.value === personId) await ctx.db.meta.put({ key: 'last-user', value: ctx.userId });
    });
    return ok({});
  });
}

/** Days on which whoever is signed in does not work. Fails with `bad-request` for a cover nobody knows. */
export async function saveOwnAbsences(ctx: WriteContext, away: CommandRequest<'person:away'>['away']): Promise<Result<Record<string, never>>> {
  return withWriter(ctx.db, async () => {
    const known = new Set((await listPeople(ctx.db)).filter(({ standing }) => standing !== 'left').map(({ id }) => id));
    if (away.some(({ coverId }) => coverId !== null && (coverId === ctx.userId || !known.has(coverId)))) return failed('bad-request', 'away');
    await commitChange(ctx, { command: 'person:away', subject: ctx.userId, outcome: 'done' }, [ctx.db.users], async () => ctx.db.users.update(ctx.userId, { away }));
    return ok({});
  });
}
