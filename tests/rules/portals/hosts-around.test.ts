import { expect, test } from 'vitest';
import { handsOffHost, hostsAround } from '../../../rules/portals/hosts-around.ts';
import { portalHosts } from '../../../rules/portals/registry/portal-hosts.ts';

const handsOff = portalHosts.filter((portal) => portal.mode === 'hands-off').flatMap((portal) => portal.hosts).map((pattern) => pattern.replace('*.', 'sub.'));

test('a document stands in its own host and in all around it', () => {
  expect(hostsAround({ host: 'a.example:8443', ancestorOrigins: ['https://b.example', 'null', 'https://c.example:444'] })).toEqual(['a.example:8443', 'b.example', 'c.example:444']);
  expect(hostsAround({ host: '', ancestorOrigins: { length: 1, 0: 'https://b.example' } }), 'a frame without an address').toEqual(['b.example']);
  expect(hostsAround({ host: 'a.example' }), 'a browser that does not tell').toEqual(['a.example']);
});

test.each(handsOff)('%s is kept out of, as the document or anywhere around it', (host) => {
  expect(handsOffHost({ host, ancestorOrigins: [] })).toBe(host);
  expect(handsOffHost({ host: 'claims.smallplan.example', ancestorOrigins: ['https://b.example', `https://${host}`, 'https://c.example'] })).toBe(host);
  expect(handsOffHost({ host: '', ancestorOrigins: [`https://${host}`] })).toBe(host);
});

test('a stranger, a portal that allows the reader and a look-alike are not kept out of', () => {
  for (const host of ['claims.smallplan.example', 'essentials.availity.com', 'noridianmedicareportal.com.attacker.example', 'notva.gov']) expect(handsOffHost({ host, ancestorOrigins: [`https://${host}`] }), host).toBeNull();
});
