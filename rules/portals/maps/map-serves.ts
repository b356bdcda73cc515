import { hostMatches, hostNameOf } from '../terms.ts';
import type { PortalMap } from './portal-map.ts';

/** Whether a map serves this host, as its own or as one of its frames. */
export function mapServes(map: Pick<PortalMap, 'hosts' | 'frameHosts'>, host: string): boolean {
  const name = hostNameOf(host);
  return name !== null && [...map.hosts, ...map.frameHosts].some((pattern) => hostMatches(pattern, name));
}
