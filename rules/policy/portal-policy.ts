import { hostMatches, hostNameOf, portalOfHost, termsForFrames } from '../portals/terms.ts';
import { portalHosts } from '../portals/registry/portal-hosts.ts';
import type { PortalTerms } from '../portals/terms.ts';
import type { ManagedPolicy } from './managed-policy-schema.ts';

/** What the organization says of one host: refused (`denied`, or not among those allowed), only to be read by a press, or nothing. */
export type PolicyOfHost = 'denied' | 'not-allowed' | 'read-only' | null;

function names(list: readonly string[], host: string): boolean {
  const portal = portalOfHost(host)?.id;
  return list.some((name) => name === portal || hostMatches(name, host));
}

export function policyOfHost(policy: ManagedPolicy, text: string): PolicyOfHost {
  const host = hostNameOf(text);
  if (host === null) return policy.portalsAllowed === null ? null : 'not-allowed';
  if (names(policy.portalsDenied, host)) return 'denied';
  if (policy.portalsAllowed !== null && !names(policy.portalsAllowed, host)) return 'not-allowed';
  return names(policy.portalsReadOnly, host) ? 'read-only' : null;
}

/**
 * The terms for a page under a policy: never looser than the register's own (`termsForFrames`). A page whose own host is refused,
 * or in which any frame is denied, is hands-off. A frame of a host that is merely not among those allowed does not
 * forbid the page around it; no script goes into the frame itself (`isRefused`).
 *
 * @param top the top document's host, first
 */
export function termsUnderPolicy(policy: ManagedPolicy, top: string, frames: readonly string[] = []): PortalTerms {
  const terms = termsForFrames([top, ...frames]);
  if (terms.mode === 'hands-off') return terms;
  const own = policyOfHost(policy, top);
  const others = frames.map((host) => policyOfHost(policy, host));
  if (own === 'denied' || own === 'not-allowed' || others.includes('denied')) return { ...terms, mode: 'hands-off' };
  return own === 'read-only' || others.includes('read-only') ? { ...terms, mode: 'read-only' } : terms;
}

/** Whether no script of ours may go into a document of this host. */
export function isRefused(policy: ManagedPolicy, host: string): boolean {
  const said = policyOfHost(policy, host);
  return said === 'denied' || said === 'not-allowed';
}

/** Match patterns that no registered script may reach, because the organization denies them or lets them only be read by a press. */
export function deniedMatches(policy: ManagedPolicy): string[] {
  const hosts = [...policy.portalsDenied, ...policy.portalsReadOnly].flatMap((name) => {
    const portal = portalHosts.find(({ id }) => id === name);
    return portal === undefined ? [name] : [...portal.hosts, ...portal.frameHosts];
  });
  // A name without a dot that is no portal is nothing a browser could match.
  return [...new Set(hosts.filter((host) => host.includes('.') || host === 'localhost'))].map((host) => `*://${host}/*`);
}

/** Whether the organization lets a script stand in what a match pattern covers. A pattern over many hosts needs each of its names allowed: a list of single hosts does not cover it. */
export function mayRegisterUnder(policy: ManagedPolicy, origin: string): boolean {
  const found = /^https?:\/\/(\*\.)?([a-z0-9.-]+)(?::\d+)?\/\*$/u.exec(origin);
  const host = found?.[2];
  if (host === undefined) return false;
  const said = policyOfHost(policy, host);
  if (said !== null) return false;
  // With an allow list a wide pattern must itself be allowed widely.
  if (found?.[1] === undefined || policy.portalsAllowed === null) return true;
  const portal = portalOfHost(host);
  return policy.portalsAllowed.some((name) => name === portal?.id || (name.startsWith('*.') && hostMatches(name, host)));
}
