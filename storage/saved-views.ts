import { savedView } from '../rules/domain/queue-filter.ts';
import type { SavedView } from '../rules/domain/queue-filter.ts';
import type { CommandRequest } from '../rules/protocol/commands.ts';
import { failed, ok } from '../rules/protocol/result.ts';
import type { Result } from '../rules/protocol/result.ts';
import type { OverturnDatabase } from './db.ts';
import { roleOf } from './people.ts';
import { StorageFault } from './storage-fault.ts';
import type { Vault } from './vault/vault.ts';
import { commitChange, refused, refusedInside, withWriter } from './write.ts';
import type { WriteContext } from './write.ts';

export type KeptView = SavedView & { id: string; shared: boolean; isOwn: boolean };

/** The views of a user and those shared with everybody, by name. */
export async function listViews(db: OverturnDatabase, vault: Vault, userId: string): Promise<KeptView[]> {
  const rows = (await db.savedViews.toArray()).filter((row) => row.userId === userId || row.shared === 1);
  const views = await Promise.all(rows.map(async (row): Promise<KeptView[]> => {
    try {
      const parsed = savedView.safeParse(await vault.open('savedViews', row.id, row.sealed));
      return parsed.success ? [{ ...parsed.data, id: row.id, shared: row.shared === 1, isOwn: row.userId === userId }] : [];
    } catch (error) {
      if (error instanceof StorageFault) return []; // a damaged view must not take the queue down with it
      throw error;
    }
  }));
  return views.flat().sort((a, b) => a.name.localeCompare(b.name));
}

/** Keeps a view; one of the same id is put in its place. Shared ones are for those who work the queue: an auditor is refused (`role-forbids`). */
export async function saveView(ctx: WriteContext, { id, view, shared }: CommandRequest<'view:save'>): Promise<Result<{ id: string }>> {
  // A view for everybody changes what billers see; an auditor looks, and keeps views for themselves.
  if (shared && (await roleOf(ctx.db, ctx.userId)) === 'auditor') return refused(ctx, { command: 'view:save', subject: id ?? '', outcome: 'role-forbids' }, 'shared');
  const key = id ?? crypto.randomUUID();
  const sealed = await ctx.vault.seal('savedViews', key, view);
  return withWriter(ctx.db, async () => {
    const known = await ctx.db.savedViews.get(key);
    if (known !== undefined && known.userId !== ctx.userId) return refusedInside(ctx, { command: 'view:save', subject: key, outcome: 'not-allowed' }, 'id');
    await commitChange(ctx, { command: 'view:save', subject: key, outcome: 'done' }, [ctx.db.savedViews], () => ctx.db.savedViews.put({ id: key, userId: ctx.userId, shared: shared ? 1 : 0, atMs: ctx.nowMs, sealed }));
    return ok({ id: key });
  });
}

/** Takes a view away; only who made it may. */
export async function deleteView(ctx: WriteContext, id: string): Promise<Result<Record<string, never>>> {
  return withWriter(ctx.db, async () => {
    const known = await ctx.db.savedViews.get(id);
    if (known === undefined) return failed('not-found', 'id');
    if (known.userId !== ctx.userId) return refusedInside(ctx, { command: 'view:delete', subject: id, outcome: 'not-allowed' }, 'id');
    await commitChange(ctx, { command: 'view:delete', subject: id, outcome: 'done' }, [ctx.db.savedViews], () => ctx.db.savedViews.delete(id));
    return ok({});
  });
}
