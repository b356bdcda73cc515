import type { PracticePayer } from '../../rules/domain/practice.ts';
import { failed, ok } from '../../rules/protocol/result.ts';
import type { Result } from '../../rules/protocol/result.ts';
import type { OverturnDatabase } from '../db.ts';
import { rowOfPayer } from '../payers.ts';
import type { WrapRow } from '../schema/v1.ts';
import { commitChange, withWriter } from '../write.ts';
import type { WriteContext } from '../write.ts';
import { practiceIdOrNew } from '../team/machine.ts';
import { backOffMs, blockedUntil } from './back-off.ts';
import { KDF_COST, newDataKey, newKdf, unwrapDataKey, wrapDataKey } from './key-wrap.ts';
import type { KdfCost } from './key-wrap.ts';
import { passphraseStrength } from './passphrase-strength.ts';
import { Vault } from './vault.ts';
import { wipeIfDue } from './wipe.ts';

export type FirstRun = {
  userName: string; practiceName: string; passphrase: string; payers: readonly PracticePayer[]; portals: readonly string[]; timeZone: string; nowMs: number;
  /** Only tests lower it. */
  cost?: KdfCost;
};

/** An opened vault: who opened it and the raw data key, to be kept in memory-backed session storage only. */
export type Unlocked = { userId: string; dataKey: Uint8Array<ArrayBuffer> };

/**
 * Makes the practice: its first user, the data key and its first wrap. Once only: `vault-exists` afterwards.
 * Also `weak-passphrase`. All of it is one transaction, so a crash leaves either nothing or a practice that opens.
 */
export async function createPractice(db: OverturnDatabase, first: FirstRun): Promise<Result<Unlocked>> {
  if ((await db.wraps.count()) > 0) return failed('vault-exists');
  if (!passphraseStrength(first.passphrase, [first.userName, first.practiceName]).acceptable) return failed('weak-passphrase', 'passphrase');
  const dataKey = newDataKey();
  const userId = crypto.randomUUID();
  const wrap = await wrapDataKey(dataKey, first.passphrase, crypto.randomUUID(), userId, newKdf(first.cost ?? KDF_COST));
  const vault = await Vault.fromKey(dataKey);
  return withWriter(db, async () => {
    if ((await db.wraps.count()) > 0) return failed('vault-exists'); // a second welcome page was quicker
    const practice = await practiceIdOrNew(db);
    await commitChange({ db, vault, userId, nowMs: first.nowMs }, { command: 'practice:create', subject: userId, outcome: 'done' }, [db.wraps, db.users, db.payers, db.settings, db.meta], async () => {
      await db.wraps.add(wrap);
      await db.users.add({ id: userId, name: first.userName, role: 'lead', createdMs: first.nowMs });
      await db.payers.bulkPut(first.payers.map(rowOfPayer));
      await db.settings.put({ key: 'timeZone', value: first.timeZone });
      await db.meta.put({ key: 'practice', value: { name: first.practiceName, portals: [...first.portals] } });
      await db.meta.bulkPut([{ key: 'last-user', value: userId }, ...practice.rows]);
    });
    return ok({ userId, dataKey });
  });
}

type Attempts = { failures: number; blockedUntilMs: number };

/**
 * Opens the vault. A try is counted before the passphrase is checked and forgiven when it was right, so that killing the
 * worker half-way buys no free guess. A user who does not exist takes the same time, the same back-off and the same
 * answer as a wrong passphrase.
 *
 * Fails with `wrong-passphrase`, or `backed-off` with `untilMs` (nothing is derived then); `wiped` where the practice chose
 * to have everything deleted after so many wrong tries and this was the last: no key is left, the caller deletes the databases.
 */
export async function unlockVault(db: OverturnDatabase, request: { userId: string; passphrase: string; nowMs: number }): Promise<Result<Unlocked>> {
  return tryPassphrase(db, request, 'vault:unlock');
}

/**
 * Asks whoever is signed in for their passphrase once more, before something that needs it. Counted and slowed down as a try at the lock
 * screen is, with the same errors; the trail has a word of its own for it, since nobody signs in by it.
 */
export async function checkPassphrase(ctx: WriteContext, passphrase: string): Promise<Result<Record<string, never>>> {
  const opened = await tryPassphrase(ctx.db, { userId: ctx.userId, passphrase, nowMs: ctx.nowMs }, 'vault:check-passphrase');
  if (!opened.ok) return opened;
  opened.value.dataKey.fill(0);
  return ok({});
}

async function tryPassphrase(db: OverturnDatabase, request: { userId: string; passphrase: string; nowMs: number }, command: 'vault:unlock' | 'vault:check-passphrase'): Promise<Result<Unlocked>> {
  const { userId, passphrase, nowMs } = request;
  if ((await db.wraps.count()) === 0) return failed('vault-absent');
  const known = await passphraseWrap(db, userId);
  const wrap = known ?? await ghostWrap(db);
  const counted = await withWriter(db, async () => {
    const attempts = await readAttempts(db, known);
    const until = blockedUntil(attempts.blockedUntilMs, nowMs);
    if (until !== null) {
      await auditRefused(db, command, userId, nowMs, 'backed-off');
      return until;
    }
    const failures = attempts.failures + 1;
    await writeAttempts(db, known, { failures, blockedUntilMs: nowMs + backOffMs(failures) });
    return null;
  });
  if (counted !== null) return { ok: false, error: { code: 'backed-off', untilMs: counted } };

  const dataKey = await unwrapDataKey(wrap, passphrase);
  if (known === null || dataKey === null) {
    await withWriter(db, async () => auditRefused(db, command, userId, nowMs, 'wrong-passphrase'));
    if (known !== null && (await wipeIfDue(db, known.id))) return failed('wiped');
    return failed('wrong-passphrase', 'passphrase');
  }
  const vault = await Vault.fromKey(dataKey);
  await withWriter(db, async () => {
    const practice = await practiceIdOrNew(db);
    await commitChange({ db, vault, userId, nowMs }, { command, subject: userId, outcome: 'done' }, [db.wraps], async () => {
      await writeAttempts(db, known, { failures: 0, blockedUntilMs: 0 });
      await db.meta.bulkPut([{ key: 'last-user', value: userId }, ...practice.rows]);
    });
  });
  return ok({ userId, dataKey });
}

/**
 * Re-wraps the data key under a new passphrase; not one sealed record is touched. The current passphrase is asked again. Fails with
 * `same-passphrase` and `weak-passphrase` (field `next`), `wrong-passphrase` (field `passphrase`), `backed-off`.
 */
export async function changePassphrase(ctx: WriteContext, request: { current: string; next: string }, cost: KdfCost = KDF_COST): Promise<Result<Record<string, never>>> {
  // Two things just typed are compared, so this tells nothing of the passphrase in force, and counts as no try at it.
  if (request.next.normalize('NFC') === request.current.normalize('NFC')) return failed('same-passphrase', 'next');
  const user = await ctx.db.users.get(ctx.userId);
  if (!passphraseStrength(request.next, [user?.name ?? '']).acceptable) return failed('weak-passphrase', 'next');
  const opened = await tryPassphrase(ctx.db, { userId: ctx.userId, passphrase: request.current, nowMs: ctx.nowMs }, 'vault:check-passphrase');
  if (!opened.ok) return opened;
  const old = await passphraseWrap(ctx.db, ctx.userId);
  if (old === null) return failed('not-found');
  const wrap = await wrapDataKey(opened.value.dataKey, request.next, old.id, ctx.userId, newKdf(cost));
  opened.value.dataKey.fill(0);
  await withWriter(ctx.db, async () => commitChange(ctx, { command: 'vault:change-passphrase', subject: ctx.userId, outcome: 'done' }, [ctx.db.wraps, ctx.db.users], async () => {
    await ctx.db.wraps.put(wrap);
    await ctx.db.users.where('id').equals(ctx.userId).modify((row) => { delete row.firstPassphrase; });
  }));
  return ok({});
}

/** Until when tries are refused for any user, for the lock screen's countdown; null when none is. */
export async function backOffUntil(db: OverturnDatabase, userId: string, nowMs: number): Promise<number | null> {
  return blockedUntil((await readAttempts(db, await passphraseWrap(db, userId))).blockedUntilMs, nowMs);
}

async function passphraseWrap(db: OverturnDatabase, userId: string): Promise<WrapRow | null> {
  const rows = await db.wraps.where('userId').equals(userId).toArray();
  return rows.find((row) => row.kind === 'passphrase') ?? null;
}

/** What a stranger's passphrase is tried against: of the same cost as a real wrap, and opened by nothing. */
async function ghostWrap(db: OverturnDatabase): Promise<WrapRow> {
  const cost = (await db.wraps.toCollection().first())?.kdf ?? KDF_COST;
  const random = crypto.getRandomValues(new Uint8Array(60));
  return { id: 'ghost', kind: 'passphrase', userId: null, kdf: newKdf({ memoryKiB: cost.memoryKiB, iterations: cost.iterations, parallelism: cost.parallelism }), iv: random.slice(0, 12), wrapped: random.slice(12), failures: 0, blockedUntilMs: 0 };
}

async function readAttempts(db: OverturnDatabase, wrap: WrapRow | null): Promise<Attempts> {
  if (wrap === null) return ((await db.meta.get('unknown-user-attempts'))?.value as Attempts | undefined) ?? { failures: 0, blockedUntilMs: 0 };
  const row = await db.wraps.get(wrap.id);
  return { failures: row?.failures ?? 0, blockedUntilMs: row?.blockedUntilMs ?? 0 };
}

async function writeAttempts(db: OverturnDatabase, wrap: WrapRow | null, attempts: Attempts): Promise<void> {
  if (wrap === null) await db.meta.put({ key: 'unknown-user-attempts', value: attempts });
  else await db.wraps.update(wrap.id, attempts);
}

async function auditRefused(db: OverturnDatabase, command: string, userId: string, nowMs: number, outcome: string): Promise<void> {
  await commitChange({ db, vault: null, userId, nowMs }, { command, subject: userId, outcome }, [], () => Promise.resolve());
}
