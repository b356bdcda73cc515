import { mapServes } from '../rules/portals/maps/map-serves.ts';
import type { PortalMap } from '../rules/portals/maps/portal-map.ts';
import { portalMapSchema } from '../rules/portals/maps/portal-map-schema.ts';
import { failed, ok } from '../rules/protocol/result.ts';
import type { Result } from '../rules/protocol/result.ts';
import type { OverturnDatabase } from './db.ts';
import { roleOf } from './people.ts';
import type { PortalMapRow } from './schema/v2.ts';
import { StorageFault } from './storage-fault.ts';
import type { Vault } from './vault/vault.ts';
import { commitChange, withWriter } from './write.ts';
import type { WriteContext } from './write.ts';

/** A map of the practice with where it stands; `map` is null where the record is damaged. */
export type OwnMap = Omit<PortalMapRow, 'sealed'> & { map: PortalMap | null };

async function open(vault: Vault, { sealed, ...row }: PortalMapRow): Promise<OwnMap> {
  try {
    const parsed = portalMapSchema.safeParse(await vault.open('portalMaps', row.id, sealed));
    return { ...row, map: parsed.success ? (parsed.data as PortalMap) : null };
  } catch (error) {
    if (error instanceof StorageFault) return { ...row, map: null };
    throw error;
  }
}

/** Every map of the practice, newest first, those taken out of use included. */
export async function listOwnMaps(db: OverturnDatabase, vault: Vault): Promise<OwnMap[]> {
  const rows = await db.portalMaps.toArray();
  return (await Promise.all(rows.map(async (row) => open(vault, row)))).sort((a, b) => b.atMs - a.atMs);
}

/** The maps that hold for a host and a user: the approved one, and the user's own newest proposal, which is a trial. */
export async function ownMapsOf(db: OverturnDatabase, vault: Vault, userId: string, host: string): Promise<{ approved: PortalMap | null; trial: PortalMap | null }> {
  const maps = (await listOwnMaps(db, vault)).filter(({ map }) => map !== null && mapServes(map, host));
  const approved = maps.find(({ state }) => state === 'approved') ?? null;
  const trial = maps.find((one) => one.state === 'proposed' && one.authorId === userId && (approved === null || one.atMs > approved.atMs)) ?? null;
  return { approved: approved?.map ?? null, trial: trial?.map ?? null };
}

/**
 * Keeps a map as a proposal. Nobody but its author uses it before a lead approves it. The version is counted here, per map
 * and host; an earlier proposal of the same author for the same map is replaced. A map of the same id for other hosts is another map: while
 * one that waits or is in use shares no host with it, it is refused (`bad-request`, field `hosts`), and nothing of what stands is touched.
 */
export async function proposeMap(ctx: WriteContext, map: PortalMap): Promise<Result<{ id: string; version: number }>> {
  return withWriter(ctx.db, async () => {
    const known = (await listOwnMaps(ctx.db, ctx.vault)).filter((one) => one.map?.id === map.id);
    if (known.some((one) => one.state !== 'retired' && one.map !== null && !one.map.hosts.some((host) => map.hosts.includes(host)))) return failed('bad-request', 'hosts');
    const version = Math.max(0, ...known.map((one) => one.version)) + 1;
    const replaced = known.filter((one) => one.state === 'proposed' && one.authorId === ctx.userId).map(({ id }) => id);
    const id = crypto.randomUUID();
    const row: PortalMapRow = { id, state: 'proposed', version, authorId: ctx.userId, deciderId: null, atMs: ctx.nowMs, decidedMs: null, sealed: await ctx.vault.seal('portalMaps', id, { ...map, version }) };
    await commitChange(ctx, { command: 'map:propose', subject: id, outcome: 'done' }, [ctx.db.portalMaps], async () => {
      for (const old of replaced) await ctx.db.portalMaps.update(old, { state: 'retired', deciderId: ctx.userId, decidedMs: ctx.nowMs });
      await ctx.db.portalMaps.put(row);
    });
    return ok({ id, version });
  });
}

/** A lead's word: from now on everybody uses it, and what was approved of the same map before is taken out of use. */
export async function approveMap(ctx: WriteContext, id: string): Promise<Result<Record<string, never>>> {
  return withWriter(ctx.db, async () => {
    const all = await listOwnMaps(ctx.db, ctx.vault);
    const chosen = all.find((one) => one.id === id);
    if (chosen === undefined || chosen.map === null) return failed('not-found', 'id');
    if (chosen.state !== 'proposed') return failed('changed-meanwhile', 'id');
    const before = all.filter((one) => one.state === 'approved' && one.map?.id === chosen.map?.id);
    await commitChange(ctx, { command: 'map:approve', subject: id, outcome: 'done' }, [ctx.db.portalMaps], async () => {
      for (const old of before) await ctx.db.portalMaps.update(old.id, { state: 'retired', deciderId: ctx.userId, decidedMs: ctx.nowMs });
      await ctx.db.portalMaps.update(id, { state: 'approved', deciderId: ctx.userId, decidedMs: ctx.nowMs });
    });
    return ok({});
  });
}

/** Takes a map out of use: a lead any, an author their own proposal. It is kept, so that earlier readings can name it. */
export async function retireMap(ctx: WriteContext, id: string): Promise<Result<Record<string, never>>> {
  return withWriter(ctx.db, async () => {
    const row = await ctx.db.portalMaps.get(id);
    if (row === undefined) return failed('not-found', 'id');
    const isAllowed = (await roleOf(ctx.db, ctx.userId)) === 'lead' || row.authorId === ctx.userId && row.state === 'proposed';
    await commitChange(ctx, { command: 'map:retire', subject: id, outcome: isAllowed ? 'done' : 'role-forbids' }, [ctx.db.portalMaps], async () => {
      if (isAllowed) await ctx.db.portalMaps.update(id, { state: 'retired', deciderId: ctx.userId, decidedMs: ctx.nowMs });
    });
    return isAllowed ? ok({}) : failed('role-forbids');
  });
}
