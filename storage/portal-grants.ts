import type { OverturnDatabase } from './db.ts';
import type { PortalGrantRow } from './schema/v1.ts';
import { commitChange, withWriter } from './write.ts';
import type { WriteContext } from './write.ts';

/** The origins (match patterns) the practice has given Overturn for good. The browser's own permission decides; this says which portal and why. */
export async function listPortalGrants(db: OverturnDatabase): Promise<PortalGrantRow[]> {
  return db.portalGrants.toArray();
}

export async function addPortalGrants(ctx: WriteContext, grants: readonly Omit<PortalGrantRow, 'atMs'>[]): Promise<void> {
  await withWriter(ctx.db, async () => commitChange(ctx, { command: 'portal:granted', subject: grants.map((grant) => grant.portal).join(',').slice(0, 200), outcome: 'done' }, [ctx.db.portalGrants],
    async () => ctx.db.portalGrants.bulkPut(grants.map((grant) => ({ ...grant, atMs: ctx.nowMs })))));
}

export async function removePortalGrants(ctx: WriteContext, origins: readonly string[]): Promise<void> {
  await withWriter(ctx.db, async () => commitChange(ctx, { command: 'portal:withdraw', subject: origins.join(',').slice(0, 200), outcome: 'done' }, [ctx.db.portalGrants],
    async () => ctx.db.portalGrants.bulkDelete([...origins])));
}
