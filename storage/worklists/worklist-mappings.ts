import { z } from 'zod';
import type { CommandRequest } from '../../rules/protocol/commands.ts';
import { ok } from '../../rules/protocol/result.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { plainHeader, worklistMapping } from '../../rules/worklists/worklist-columns.ts';
import type { WorklistMapping } from '../../rules/worklists/worklist-columns.ts';
import { answered } from '../cases/change-case.ts';
import type { OverturnDatabase } from '../db.ts';
import { StorageFault } from '../storage-fault.ts';
import type { Vault } from '../vault/vault.ts';
import { commitChange, withWriter } from '../write.ts';
import type { WriteContext } from '../write.ts';

const kept = z.object({ mapping: worklistMapping });

/** The same headers in the same order are the same list, whatever their case and blanks. */
function idOf(vault: Vault, headers: readonly string[]): string {
  return vault.contentHash('decision', JSON.stringify(['worklist', ...headers.map(plainHeader)]));
}

/** How the columns of a list with these headers were understood the last time; null where it is new. */
export async function mappingOf(db: OverturnDatabase, vault: Vault, headers: readonly string[]): Promise<WorklistMapping | null> {
  const row = await db.worklistMappings.get(idOf(vault, headers));
  if (row === undefined) return null;
  try {
    const parsed = kept.safeParse(await vault.open('worklistMappings', row.id, row.sealed));
    return parsed.success && parsed.data.mapping.fields.length === headers.length ? parsed.data.mapping : null;
  } catch (error) {
    if (error instanceof StorageFault) return null; // a damaged one is asked for again
    throw error;
  }
}

/** Keeps what the columns of a list mean. */
export async function saveMapping(ctx: WriteContext, { headers, mapping }: CommandRequest<'worklist:save-mapping'>): Promise<Result<Record<string, never>>> {
  return answered(() => withWriter(ctx.db, async () => {
    const id = idOf(ctx.vault, headers);
    const sealed = await ctx.vault.seal('worklistMappings', id, { mapping });
    await commitChange(ctx, { command: 'worklist:save-mapping', subject: id, outcome: 'done' }, [ctx.db.worklistMappings], () => ctx.db.worklistMappings.put({ id, atMs: ctx.nowMs, userId: ctx.userId, sealed }));
    return ok({});
  }));
}
