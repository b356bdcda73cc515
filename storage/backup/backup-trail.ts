import { failed, ok } from '../../rules/protocol/result.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { passphraseStrength } from '../vault/passphrase-strength.ts';
import { checkPassphrase } from '../vault/unlock.ts';
import { commitChange, withWriter } from '../write.ts';
import type { WriteContext } from '../write.ts';
import { LAST_BACKUP } from './last-backup.ts';

/**
 * Before a backup is written: its passphrase is judged (`own`), or is the user's (`user`), and the trail has its row.
 * Fails with `weak-passphrase`, `wrong-passphrase`, `backed-off`.
 */
export async function beginBackup(ctx: WriteContext, request: { lock: 'own' | 'user'; passphrase: string; why: 'person' | 'before-restore' | 'before-update' }): Promise<Result<Record<string, never>>> {
  if (request.lock === 'own') {
    const [user, practice] = await Promise.all([ctx.db.users.get(ctx.userId), ctx.db.meta.get('practice')]);
    const names = [user?.name ?? '', (practice?.value as { name?: string } | undefined)?.name ?? ''];
    if (!passphraseStrength(request.passphrase, names).acceptable) return failed('weak-passphrase', 'passphrase');
  } else {
    const checked = await checkPassphrase(ctx, request.passphrase);
    if (!checked.ok) return checked;
  }
  await withWriter(ctx.db, async () => commitChange(ctx, { command: 'backup:begin', subject: request.why, outcome: 'done' }, [], () => Promise.resolve()));
  return ok({});
}

/** After a backup was written whole: its row in the trail, and the moment for the reminder. */
export async function backupMade(ctx: WriteContext, rows: number): Promise<void> {
  await withWriter(ctx.db, async () => commitChange(ctx, { command: 'backup:made', subject: `${rows} rows`, outcome: 'done' }, [], async () => {
    await ctx.db.meta.put({ key: LAST_BACKUP, value: ctx.nowMs });
  }));
}

/** What came of a check of a backup file: `done`, or the code of its fault. */
export async function backupChecked(ctx: WriteContext, outcome: string): Promise<void> {
  await withWriter(ctx.db, async () => commitChange(ctx, { command: 'backup:checked', subject: '', outcome }, [], () => Promise.resolve()));
}
