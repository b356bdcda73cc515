import type { PortalChoice } from '../../components/practice/PortalPicker.tsx';
import { portalHosts } from '../../rules/portals/registry/portal-hosts.ts';

/** The portals of the terms register, by name; no practice works in the demo's. */
export const portalChoices: readonly PortalChoice[] = portalHosts
  .filter(({ hosts }) => !hosts.some((host) => host.endsWith('.localhost')))
  .map(({ id, name, mode }) => ({ id, name, mode }))
  .sort((left, right) => left.name.localeCompare(right.name, 'en-US'));
