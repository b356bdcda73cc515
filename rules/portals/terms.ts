import type { TermsMode } from '../reading/reading.ts';
import { portalHosts } from './registry/portal-hosts.ts';
import type { PortalHosts } from './registry/portal-hosts.ts';

/** What the terms register says of a host: the portal it belongs to (null for a stranger) and the mode that binds us there. */
export type PortalTerms = { portal: string | null; name: string | null; mode: TermsMode };

const stranger: PortalTerms = { portal: null, name: null, mode: 'unknown' };

/** Longest host name DNS allows; anything longer is no host and is not worth comparing. */
const longestHost = 253;

/**
 * The bare, lower-case host name in a text such as `location.host`, or null when it holds none.
 *
 * Takes a port, one trailing dot and a whole address too, because a caller who passes one of those by mistake must
 * not turn a hands-off portal into an unknown one. Only the authority of an address counts: neither its path nor the
 * user part before `@` can lend it a portal's name. Names outside plain ASCII are refused: browsers hand hosts over
 * in `xn--` form, so such letters are a look-alike.
 */
export function hostNameOf(text: string): string | null {
  if (text.length > 4096) return null;
  const authority = text.trim().replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').split(/[/\\?#]/, 1)[0] ?? '';
  const host = authority.slice(authority.lastIndexOf('@') + 1).replace(/:\d{0,5}$/, '').replace(/\.$/, '').toLowerCase();
  const wellFormed = host.length > 0 && host.length <= longestHost && /^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/.test(host);
  return wellFormed ? host : null;
}

/** Whether `host` (bare, lower-case) is meant by `pattern`: an exact name, or `*.name` for the name and all below it. */
export function hostMatches(pattern: string, host: string): boolean {
  if (!pattern.startsWith('*.')) return host === pattern;
  const name = pattern.slice(2);
  return host === name || host.endsWith(`.${name}`);
}

/** The portal whose own hosts or frame hosts hold this one; a portal's own hosts win over another's frames. */
export function portalOfHost(text: string): PortalHosts | null {
  const host = hostNameOf(text);
  if (host === null) return null;
  const among = (list: 'hosts' | 'frameHosts') =>
    portalHosts.find((portal) => portal[list].some((pattern) => hostMatches(pattern, host)));
  return among('hosts') ?? among('frameHosts') ?? null;
}

/** The mode for a host as a page or a user gives it; an unlisted or malformed host is `unknown`. */
export function termsForHost(host: string): PortalTerms {
  const found = portalOfHost(host);
  return found === null ? stranger : { portal: found.id, name: found.name, mode: found.mode };
}

/**
 * The terms for a page made of several frames: the strictest of all, since a frame of a hands-off portal inside a
 * strange page (or the other way round) is still that portal's page. A named portal wins over a stranger of the same
 * strictness; an unknown host is no stricter than an assisted one.
 *
 * @param hosts the top document's host first, then its frames'.
 */
export function termsForFrames(hosts: readonly string[]): PortalTerms {
  const strictness: Record<TermsMode, number> = { unknown: 0, assisted: 1, 'read-only': 2, 'hands-off': 3 };
  return hosts.map(termsForHost).reduce((worst, next) => (strictness[next.mode] > strictness[worst.mode] ? next : worst), stranger);
}

/**
 * Browser match patterns to ask the user for before a script may run in this portal, frames included; none for a
 * hands-off or unknown portal. https only.
 */
export function permissionOrigins(portalId: string): string[] {
  const found = portalHosts.find((portal) => portal.id === portalId);
  if (found === undefined || found.mode === 'hands-off') return [];
  return [...found.hosts, ...found.frameHosts].map((host) => `https://${host}/*`);
}
