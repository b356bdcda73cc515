import { readRecoveryKey } from '../../rules/recovery/recovery-key.ts';
import { failed, ok } from '../../rules/protocol/result.ts';
import type { Result } from '../../rules/protocol/result.ts';
import type { OverturnDatabase } from '../db.ts';
import { commitChange, withWriter } from '../write.ts';
import type { WriteContext } from '../write.ts';
import { backOffMs, blockedUntil } from './back-off.ts';
import { KDF_COST, newKdf, unwrapDataKey, wrapDataKey } from './key-wrap.ts';
import type { KdfCost } from './key-wrap.ts';
import { passphraseStrength } from './passphrase-strength.ts';
import { RECOVERY_NOTICE, recoveryWrap } from './recovery-state.ts';
import type { RecoveryNotice } from './recovery-state.ts';
import { checkPassphrase } from './unlock.ts';
import type { Unlocked } from './unlock.ts';
import { Vault } from './vault.ts';
import { wipeIfDue } from './wipe.ts';

/** How long after the practice was made its first recovery key needs no passphrase once more. */
const FIRST_RUN_MS = 30 * 60_000;

/**
 * Puts a recovery key in force: a second wrap of the data key. One made earlier ends with it. The passphrase of whoever
 * asks is checked, but for the first key right after the practice was made, when it was typed a moment ago.
 *
 * Fails with `bad-request` (not a whole key), `wrong-passphrase`, `backed-off`.
 */
export async function setRecoveryKey(ctx: WriteContext, dataKey: Uint8Array<ArrayBuffer>, request: { key: string; passphrase: string | null }, cost: KdfCost = KDF_COST): Promise<Result<Record<string, never>>> {
  const read = readRecoveryKey(request.key);
  if (read.kind !== 'whole') return failed('bad-request', 'key');
  const old = await recoveryWrap(ctx.db);
  if (request.passphrase !== null || old !== null || !(await isFirstRun(ctx))) {
    if (request.passphrase === null) return failed('wrong-passphrase', 'passphrase');
    const checked = await checkPassphrase(ctx, request.passphrase);
    if (!checked.ok) return checked;
  }
  const wrap = await wrapDataKey(dataKey, read.key, crypto.randomUUID(), null, newKdf(cost), 'recovery');
  await withWriter(ctx.db, async () => commitChange(ctx, { command: 'recovery:set', subject: old === null ? 'first' : 'anew', outcome: 'done' }, [ctx.db.wraps], async () => {
    await ctx.db.wraps.filter((row) => row.kind === 'recovery').delete();
    await ctx.db.wraps.add(wrap);
  }));
  return ok({});
}

async function isFirstRun(ctx: WriteContext): Promise<boolean> {
  const made = (await ctx.db.users.get(ctx.userId))?.createdMs ?? 0;
  return ctx.nowMs - made < FIRST_RUN_MS && ctx.nowMs >= made;
}

/**
 * Opens the vault with the recovery key and gives a user a new passphrase: the emergency access of the practice. It leaves
 * a row in the trail and a notice for everybody. Tries are counted and slowed down as those of a passphrase are.
 *
 * Fails with `weak-passphrase`, `no-recovery-key`, `bad-request` (mistyped, or no such user), `wrong-recovery-key`, `backed-off`.
 */
export async function openWithRecoveryKey(db: OverturnDatabase, request: { userId: string; key: string; next: string; nowMs: number }, cost: KdfCost = KDF_COST): Promise<Result<Unlocked>> {
  const { userId, nowMs } = request;
  const user = await db.users.get(userId);
  if (user === undefined || user.leftMs != null || user.elsewhere === 1) return failed('bad-request', 'userId');
  if (!passphraseStrength(request.next, [user.name]).acceptable) return failed('weak-passphrase', 'next');
  const read = readRecoveryKey(request.key);
  if (read.kind !== 'whole') return failed('bad-request', 'key');
  const wrap = await recoveryWrap(db);
  if (wrap === null) return failed('no-recovery-key');
  const until = await countTry(db, wrap.id, userId, nowMs);
  if (until !== null) return { ok: false, error: { code: 'backed-off', untilMs: until } };

  const dataKey = await unwrapDataKey(wrap, read.key);
  if (dataKey === null) {
    await withWriter(db, async () => commitChange({ db, vault: null, userId, nowMs }, { command: 'recovery:use', subject: userId, outcome: 'wrong-recovery-key' }, [], () => Promise.resolve()));
    return (await wipeIfDue(db, wrap.id)) ? failed('wiped') : failed('wrong-recovery-key', 'key');
  }
  const vault = await Vault.fromKey(dataKey);
  const old = (await db.wraps.where('userId').equals(userId).toArray()).find((row) => row.kind === 'passphrase');
  const next = await wrapDataKey(dataKey, request.next, old?.id ?? crypto.randomUUID(), userId, newKdf(cost));
  await withWriter(db, async () => commitChange({ db, vault, userId, nowMs }, { command: 'recovery:use', subject: userId, outcome: 'done' }, [db.wraps, db.users], async () => {
    await db.wraps.put(next);
    await db.users.where('id').equals(userId).modify((row) => { delete row.firstPassphrase; });
    await db.wraps.update(wrap.id, { failures: 0, blockedUntilMs: 0 });
    await db.meta.put({ key: RECOVERY_NOTICE, value: { atMs: nowMs, userId, seenBy: [] } satisfies RecoveryNotice });
    await db.meta.put({ key: 'last-user', value: userId });
  }));
  return ok({ userId, dataKey });
}

/** Counts a try before the key is checked, so that a killed worker buys no free one. The moment until which none is taken, or null. */
async function countTry(db: OverturnDatabase, wrapId: string, userId: string, nowMs: number): Promise<number | null> {
  return withWriter(db, async () => {
    const row = await db.wraps.get(wrapId);
    const until = blockedUntil(row?.blockedUntilMs ?? 0, nowMs);
    if (until !== null) {
      await commitChange({ db, vault: null, userId, nowMs }, { command: 'recovery:use', subject: userId, outcome: 'backed-off' }, [], () => Promise.resolve());
      return until;
    }
    const failures = (row?.failures ?? 0) + 1;
    await db.wraps.update(wrapId, { failures, blockedUntilMs: nowMs + backOffMs(failures) });
    return null;
  });
}

/** A user has read the notice of the newest use. */
export async function recoveryNoticed(ctx: WriteContext): Promise<void> {
  await withWriter(ctx.db, async () => {
    const notice = (await ctx.db.meta.get(RECOVERY_NOTICE))?.value as RecoveryNotice | undefined;
    if (notice === undefined || notice.seenBy.includes(ctx.userId)) return;
    await commitChange(ctx, { command: 'recovery:noticed', subject: ctx.userId, outcome: 'done' }, [], async () => {
      await ctx.db.meta.put({ key: RECOVERY_NOTICE, value: { ...notice, seenBy: [...notice.seenBy, ctx.userId] } satisfies RecoveryNotice });
    });
  });
}
