import { expect, test } from 'vitest';
import { portalHosts } from '../../../rules/portals/registry/portal-hosts.ts';
import { hostOfPattern, mayRegister, neverMatches } from '../../../rules/portals/script-matches.ts';
import { hostMatches, permissionOrigins } from '../../../rules/portals/terms.ts';

const forbidden = portalHosts.filter((portal) => portal.mode !== 'assisted');

test('there are hands-off and read-only portals to keep away from', () => {
  expect(new Set(forbidden.map((portal) => portal.mode))).toEqual(new Set(['hands-off', 'read-only']));
});

test.each(forbidden.flatMap((portal) => [...portal.hosts, ...portal.frameHosts]))('no script is ever registered for %s, nor for anything above or below it', (host) => {
  const bare = host.replace(/^\*\./u, '');
  const above = bare.split('.').slice(1).join('.');
  for (const origin of [`https://${bare}/*`, `https://*.${bare}/*`, `https://x.${bare}:8443/*`]) {
    if (origin.includes('//x.') && !host.startsWith('*.')) continue; // an exact name says nothing of the hosts below it
    expect(mayRegister(origin), origin).toBe(false);
  }
  if (above.includes('.')) expect(mayRegister(`https://*.${above}/*`), `all of ${above}`).toBe(false);
  expect(neverMatches().some((pattern) => hostMatches(pattern.replace(/^\*:\/\//u, '').replace(/\/\*$/u, ''), bare))).toBe(true);
});

test('every assisted portal may be registered with the very patterns it is asked for', () => {
  for (const portal of portalHosts.filter((candidate) => candidate.mode === 'assisted')) {
    for (const origin of permissionOrigins(portal.id)) expect(mayRegister(origin), origin).toBe(true);
  }
});

test('a host nobody knows may be registered once granted; patterns wider than a host never', () => {
  expect(mayRegister('https://claims.smallplan.example/*')).toBe(true);
  expect(mayRegister('http://127.0.0.1/*')).toBe(true);
  for (const origin of ['https://*/*', '*://*/*', '<all_urls>', 'https://*.com/*', 'file:///*', 'https://claims.example/only/*', '']) expect(mayRegister(origin), origin).toBe(false);
  expect(hostOfPattern('https://*.claims.example/*')).toBe('claims.example');
});
