import { PortalHealthList } from '../../components/health/PortalHealthList.tsx';
import type { PortalHealth } from '../../components/health/PortalHealthList.tsx';
import { EmptyState } from '../../components/ui/EmptyState.tsx';
import { PORTAL_MAPS } from '../../rules/portals/maps/map-library.ts';
import { portalHosts } from '../../rules/portals/registry/portal-hosts.ts';
import { readHealth } from '../../storage/capture-health.ts';
import type { CaptureHealthRow } from '../../storage/schema/v2.ts';
import { useQuery } from '../shared/pages/use-query.ts';
import type { OpenVault } from '../shared/pages/open-vault.ts';

/** How reading the practice's portals goes. Nothing of any page is kept: fields, days and counts. */
export function PortalHealthPane({ session }: { session: OpenVault }) {
  const rows = useQuery(async () => readHealth(session.db), [session.db]);
  if (rows.state !== 'ready') return null;
  const portals = byPortal(rows.value);
  return (
    <div className="flex max-w-3xl flex-col gap-3">
      <h1 className="text-title font-semibold">Portal health</h1>
      <p className="text-ink-2">Each time Overturn reads a page it tests itself: the label is there, the value has its shape, the sums add up. Portals change overnight; here you see it the same day. No text of a page and no address is kept for this.</p>
      {portals.length === 0 ? <EmptyState title="Nothing read yet">Open a claim in one of your portals. The first reading shows here.</EmptyState> : <PortalHealthList portals={portals} />}
    </div>
  );
}

function byPortal(rows: readonly CaptureHealthRow[]): PortalHealth[] {
  const ids = [...new Set(rows.map(({ portal }) => portal))];
  return ids.map((portal) => {
    const own = rows.filter((row) => row.portal === portal);
    const newest = own.reduce((a, b) => (b.lastUseDay > a.lastUseDay ? b : a), own[0] as CaptureHealthRow);
    const good = own.flatMap(({ lastGoodDay, field }) => (lastGoodDay === null || field !== 'page' ? [] : [lastGoodDay]));
    const map = newest.mapId === null ? null : `${PORTAL_MAPS.find(({ id }) => id === newest.mapId)?.name ?? 'Own map'}, map version ${newest.mapVersion ?? 0}`;
    return {
      portal, name: portalHosts.find(({ id }) => id === portal)?.name ?? portal, lastUseDay: newest.lastUseDay, lastGoodDay: good.length === 0 ? null : Math.max(...good), map,
      facts: own.map(({ field, kind, lastGoodDay, missing, fell }) => ({ field, kind, lastGoodDay, missing, fell: fell === 1 })).sort((a, b) => a.kind.localeCompare(b.kind) || b.missing - a.missing || a.field.localeCompare(b.field)),
    };
  }).sort((a, b) => b.lastUseDay - a.lastUseDay || a.name.localeCompare(b.name));
}
