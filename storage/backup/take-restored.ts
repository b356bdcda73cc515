import { failed, ok } from '../../rules/protocol/result.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { isBeforeKept, putBackBefore, switchStore } from '../current-store.ts';
import { openDatabase } from '../db.ts';
import type { OverturnDatabase } from '../db.ts';
import { roleOf } from '../people.ts';
import { checkPassphrase } from '../vault/unlock.ts';
import { commitChange, withWriter } from '../write.ts';
import type { WriteContext } from '../write.ts';
import { isRestoredWhole } from './restore-backup.ts';

/**
 * Takes a restored database into use. Over an empty profile anybody may; over a practice only a signed-in lead, with the
 * passphrase once more. What was there stays on the disk until somebody has signed in to the restored state.
 *
 * Fails with `vault-locked`, `role-forbids`, `wrong-passphrase`, `backed-off`, `not-found` (no whole restored database of that name).
 */
export async function takeRestored(db: OverturnDatabase, ctx: WriteContext | null, request: { name: string; passphrase: string | null }): Promise<Result<Record<string, never>>> {
  if ((await db.users.count()) > 0) {
    if (ctx === null) return failed('vault-locked');
    const allowed = await mayReplace(ctx, request.passphrase);
    if (!allowed.ok) return allowed;
  }
  if (!(await isRestoredWhole(request.name))) return failed('not-found', 'name');
  return withWriter(db, async () => {
    if (ctx !== null) await commitChange(ctx, { command: 'backup:replaced-by', subject: request.name, outcome: 'done' }, [], () => Promise.resolve());
    await switchStore(request.name);
    return ok({});
  });
}

async function mayReplace(ctx: WriteContext, passphrase: string | null): Promise<Result<Record<string, never>>> {
  if ((await roleOf(ctx.db, ctx.userId)) !== 'lead') {
    await withWriter(ctx.db, async () => commitChange(ctx, { command: 'backup:use-restored', subject: '', outcome: 'role-forbids' }, [], () => Promise.resolve()));
    return failed('role-forbids');
  }
  if (passphrase === null) return failed('wrong-passphrase', 'passphrase');
  const checked = await checkPassphrase(ctx, passphrase);
  if (!checked.ok) return checked;
  return ok({});
}

/** Puts back what was there before the last restore, while nobody has signed in to the restored state. `not-found` where nothing is kept. */
export async function putBack(nowMs: number): Promise<Result<Record<string, never>>> {
  if (!(await isBeforeKept()) || !(await putBackBefore())) return failed('not-found');
  const db = await openDatabase();
  try {
    await withWriter(db, async () => commitChange({ db, vault: null, userId: '', nowMs }, { command: 'backup:put-back', subject: '', outcome: 'done' }, [], () => Promise.resolve()));
  } finally {
    db.close();
  }
  return ok({});
}
