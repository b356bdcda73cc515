import { portalHosts } from './registry/portal-hosts.ts';
import { hostMatches, termsForHost } from './terms.ts';

/** The host a match pattern names, `*.` taken off; null for a pattern wider than one host. */
export function hostOfPattern(origin: string): string | null {
  const host = /^https?:\/\/(?:\*\.)?([a-z0-9.-]+)(?::\d+)?\/\*$/u.exec(origin)?.[1];
  return host === undefined || (!host.includes('.') && host !== 'localhost') ? null : host;
}

/**
 * Whether a script may be registered for a pattern: its host is not one whose terms forbid it, and no such host lies
 * below it. A host nobody knows counts as allowed once the practice has granted it.
 */
export function mayRegister(origin: string): boolean {
  const host = hostOfPattern(origin);
  if (host === null || !isAssisted(host)) return false;
  if (!origin.includes('//*.')) return true;
  return portalHosts.every((portal) => portal.mode === 'assisted' || [...portal.hosts, ...portal.frameHosts].every((pattern) => !hostMatches(`*.${host}`, pattern.replace(/^\*\./u, ''))));
}

function isAssisted(host: string): boolean {
  const { mode } = termsForHost(host);
  return mode === 'assisted' || mode === 'unknown';
}

/** Patterns no registration of ours ever touches, whatever is granted: belt to the braces of `mayRegister`. */
export function neverMatches(): string[] {
  return portalHosts.filter((portal) => portal.mode !== 'assisted').flatMap((portal) => [...portal.hosts, ...portal.frameHosts]).map((host) => `*://${host}/*`);
}
