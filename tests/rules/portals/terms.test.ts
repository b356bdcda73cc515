import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import evidence from '../../../rules/portals/registry/portal-evidence.json' with { type: 'json' };
import { portalHosts } from '../../../rules/portals/registry/portal-hosts.ts';
import { hostMatches, hostNameOf, permissionOrigins, portalOfHost, termsForFrames, termsForHost } from '../../../rules/portals/terms.ts';

/** The contractors' hosts as billers know them, kept apart from the register on purpose. */
const contractorHosts = [
  'www.noridianmedicareportal.com', 'www.ngsconnex.com', 'mycgsportal.com', 'www.mycgsportal.com', 'www.onlineproviderservices.com',
  'thespot.fcso.com', 'www.novitasphere.com', 'www.novitas-solutions.com', 'www.wpsgha.com', 'med.noridianmedicare.com',
  'www.palmettogba.com', 'www.cgsmedicare.com', 'www.ngsmedicare.com', 'medicare.fcso.com',
];

describe('terms register', () => {
  test.each(contractorHosts)('%s is hands-off and never asks for a permission', (host) => {
    const terms = termsForHost(host);
    expect(terms.mode).toBe('hands-off');
    expect(permissionOrigins(terms.portal ?? '')).toEqual([]);
  });

  test('every Medicare row is hands-off, and all seven contractors are there', () => {
    const rows = portalHosts.filter((row) => row.medicare);
    expect(rows.length).toBeGreaterThanOrEqual(7);
    expect(rows.filter((row) => row.mode !== 'hands-off')).toEqual([]);
  });

  test('ids are unique, patterns well-formed, and no host belongs to two portals', () => {
    expect(new Set(portalHosts.map((row) => row.id)).size).toBe(portalHosts.length);
    for (const row of portalHosts) {
      expect(row.hosts.length).toBeGreaterThan(0);
      for (const pattern of [...row.hosts, ...row.frameHosts]) {
        expect(pattern).toMatch(/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+$/);
        // A single-label wildcard such as *.com would swallow the web.
        expect(pattern.replace('*.', '').split('.').length).toBeGreaterThanOrEqual(2);
        const example = pattern.replace('*.', 'some.');
        expect(portalHosts.filter((other) => other.hosts.some((p) => hostMatches(p, example))).length).toBeLessThanOrEqual(1);
      }
    }
  });

  test('each row has a source, a date and a reason, and no reason is left without a row', () => {
    expect(Object.keys(evidence).sort()).toEqual(portalHosts.map((row) => row.id).sort());
    for (const row of Object.values(evidence)) {
      expect(row.source.length).toBeGreaterThan(5);
      expect(row.checkedOn).toMatch(/^20\d\d-(0[1-9]|1[0-2])-([0-2]\d|3[01])$/);
      expect(row.note.length).toBeGreaterThan(30);
    }
  });

  test('known portals have the mode their evidence carries', () => {
    expect(termsForHost('essentials.availity.com')).toEqual({ portal: 'availity', name: 'Availity Essentials', mode: 'assisted' });
    expect(termsForHost('secure.uhcprovider.com').mode).toBe('read-only');
    expect(termsForHost('newmmis-portal.ehs.state.ma.us').mode).toBe('read-only');
    expect(permissionOrigins('availity')).toContain('https://essentials.availity.com/*');
    expect(permissionOrigins('no-such-portal')).toEqual([]);
  });
});

describe('host matching against tricks', () => {
  test.each([
    ['case', 'ESSENTIALS.Availity.COM'], ['trailing dot', 'essentials.availity.com.'], ['port', 'essentials.availity.com:8443'],
    ['dot and port', 'essentials.availity.com.:443'], ['whole address', 'https://essentials.availity.com/static/web/#/x'],
    ['blank around', '  essentials.availity.com '],
  ])('%s still finds the portal', (_why, host) => expect(termsForHost(host).portal).toBe('availity'));

  test.each([
    'evil-essentials.availity.com.attacker.test', 'essentials.availity.com.attacker.test', 'evil-essentials.availity.com',
    'xessentials.availity.com', 'attacker.test/essentials.availity.com', 'https://essentials.availity.com@attacker.test/',
    'attacker.test?essentials.availity.com', 'attacker.test#essentials.availity.com', 'attacker.test\\.essentials.availity.com',
    'essentials.\u0430vaility.com', 'essentials.availity.com..', 'essentials..availity.com', '.essentials.availity.com', 'availity.com', '', '.', '*',
    '*.availity.com', 'localhost', '127.0.0.1:4173', '[::1]:80', `${'a.'.repeat(3000)}com`, 'essentials.availity.com\u0000.test',
  ])('%j is a stranger', (host) => expect(termsForHost(host)).toEqual({ portal: null, name: null, mode: 'unknown' }));

  test.each(['notngsconnex.com', 'ngsconnex.com.attacker.test', 'ngsconnex.community'])('%s does not borrow a wildcard', (host) =>
    expect(termsForHost(host).mode).toBe('unknown'));

  test.each(['ngsconnex.com', 'a.b.ngsconnex.com', 'WWW.NGSCONNEX.COM.:443', 'https://www.ngsconnex.com/wps/portal'])('%s stays hands-off', (host) =>
    expect(termsForHost(host).mode).toBe('hands-off'));

  test('no text makes it throw, and what it matches ends in a listed name', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(() => termsForHost(text)).not.toThrow();
    }));
    const listed = portalHosts.flatMap((row) => row.hosts.map((pattern) => pattern.replace('*.', '')));
    fc.assert(fc.property(fc.constantFrom(...listed), fc.domain(), fc.constantFrom('', '.', '-', '/', '@', ':80', '?'), (name, other, joint) => {
      for (const text of [`${name}${joint}${other}`, `${other}${joint}${name}`]) {
        const found = portalOfHost(text);
        const host = hostNameOf(text);
        if (found !== null) expect(found.hosts.some((pattern) => host === pattern || host?.endsWith(`.${pattern.replace('*.', '')}`) || host === pattern.replace('*.', ''))).toBe(true);
      }
    }));
  });
});

describe('pages of several frames', () => {
  test('the strictest frame binds the page', () => {
    expect(termsForFrames(['essentials.availity.com', 'www.ngsconnex.com']).mode).toBe('hands-off');
    expect(termsForFrames(['portal.test', 'essentials.availity.com']).portal).toBe('availity');
    expect(termsForFrames(['portal.test', 'frame.test']).mode).toBe('unknown');
    expect(termsForFrames([]).mode).toBe('unknown');
  });
});
