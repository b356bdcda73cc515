import { failed, ok } from '../../rules/protocol/result.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { commitChange, withWriter } from '../write.ts';
import type { WriteContext } from '../write.ts';
import { checkPassphrase } from './unlock.ts';
import { FEWEST_TRIES, MOST_TRIES, WIPE_AFTER } from './wipe.ts';

/** Sets or ends the deleting; the passphrase of the lead who asks is checked. Fails with `wrong-passphrase`, `backed-off`, `bad-request`. */
export async function setWipeAfter(ctx: WriteContext, request: { after: number | null; passphrase: string }): Promise<Result<Record<string, never>>> {
  if (request.after !== null && (request.after < FEWEST_TRIES || request.after > MOST_TRIES)) return failed('bad-request', 'after');
  const checked = await checkPassphrase(ctx, request.passphrase);
  if (!checked.ok) return checked;
  await withWriter(ctx.db, async () => commitChange(ctx, { command: 'wipe:set', subject: request.after === null ? 'never' : `after ${request.after}`, outcome: 'done' }, [ctx.db.settings], async () => {
    await ctx.db.settings.put({ key: WIPE_AFTER, value: request.after });
  }));
  return ok({});
}
