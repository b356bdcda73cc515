import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../storage/settings.ts';
import { isForbidden, mayTakePack } from '../../../rules/policy/command-policy.ts';
import { POLICY_PARTS } from '../../../rules/policy/managed-policy-schema.ts';
import { settingsUnderPolicy } from '../../../rules/policy/policy-settings.ts';
import { deniedMatches, isRefused, mayRegisterUnder, termsUnderPolicy } from '../../../rules/policy/portal-policy.ts';
import { NO_POLICY, readPolicy } from '../../../rules/policy/read-policy.ts';

const policy = (raw: object) => readPolicy(raw).policy;

describe('a policy as it is read', () => {
  it('holds what is sound and says line by line what is not', () => {
    const { policy: read, given, problems } = readPolicy({ portalsDenied: ['availity', 'Not a host!', 'claims.payer.example', 7], idleMinutes: 500, exportsAllowed: ['cases:lead', 'cases:everybody'], coverIdentifiers: 'numbers', colour: 'blue' });
    expect(read).toEqual({ ...NO_POLICY, portalsDenied: ['availity', 'claims.payer.example'], exportsAllowed: ['cases:lead'], coverIdentifiers: 'numbers' });
    expect(given).toEqual(['portalsDenied', 'exportsAllowed', 'coverIdentifiers']);
    expect(problems.map(({ part }) => part)).toEqual(['portalsDenied, 2nd', 'portalsDenied, 4th', 'idleMinutes', 'exportsAllowed, 2nd', 'colour']);
    expect(JSON.stringify(problems)).not.toMatch(/Not a host|500|blue/u);
  });

  it('a list that was meant to narrow and cannot be read closes what it is about', () => {
    expect(policy({ portalsAllowed: 'availity', exportsAllowed: {}, packs: 3 })).toMatchObject({ portalsAllowed: [], exportsAllowed: [], packs: 'none' });
  });

  it('nothing set is nothing narrowed, and rubbish throws nothing', () => {
    expect(readPolicy(undefined)).toEqual({ policy: NO_POLICY, given: [], problems: [] });
    expect(readPolicy({})).toEqual({ policy: NO_POLICY, given: [], problems: [] });
    for (const raw of [7, 'x', [], [1], true, JSON.parse('{"__proto__": {"idleMinutes": 1}}'), Object.create({ idleMinutes: 1 })]) expect(readPolicy(raw).policy).toEqual(NO_POLICY);
    expect(({} as { idleMinutes?: number }).idleMinutes).toBeUndefined();
  });

  it('the schema the browser is given names exactly the parts that are read', () => {
    const schema = JSON.parse(readFileSync(new URL('../../../components/public/managed-schema.json', import.meta.url), 'utf8')) as { properties: object };
    expect(Object.keys(schema.properties).sort()).toEqual(Object.keys(POLICY_PARTS).sort());
  });
});

describe('portals under a policy', () => {
  it('a policy only tightens: what the terms forbid stays forbidden, whatever is allowed', () => {
    const open = policy({ portalsAllowed: ['noridian', 'availity'] });
    expect(termsUnderPolicy(open, 'www.noridianmedicareportal.com').mode).toBe('hands-off');
    expect(termsUnderPolicy(open, 'essentials.availity.com').mode).toBe('assisted');
    expect(termsUnderPolicy(open, 'claims.payer.example').mode).toBe('hands-off');
    expect(termsUnderPolicy(policy({ portalsReadOnly: ['noridian', 'availity'] }), 'www.noridianmedicareportal.com').mode).toBe('hands-off');
  });

  it('denied beats allowed, for a portal by its id with all its hosts, a host, and all below one', () => {
    const read = policy({ portalsAllowed: ['availity', '*.payer.example'], portalsDenied: ['availity', 'old.payer.example'] });
    expect(['essentials.availity.com', 'apps.availity.com', 'old.payer.example', 'other.example', 'new.payer.example', 'payer.example'].map((host) => isRefused(read, host))).toEqual([true, true, true, true, false, false]);
    expect(isRefused(read, 'payer.example.evil.example')).toBe(true);
    expect(mayRegisterUnder(read, 'https://new.payer.example/*')).toBe(true);
    expect(mayRegisterUnder(read, 'https://*.payer.example/*')).toBe(true);
    expect(mayRegisterUnder(policy({ portalsAllowed: ['new.payer.example'] }), 'https://*.payer.example/*')).toBe(false);
    expect(mayRegisterUnder(read, 'https://essentials.availity.com/*')).toBe(false);
    expect(deniedMatches(read)).toEqual(['*://essentials.availity.com/*', '*://apps.availity.com/*', '*://old.payer.example/*']);
  });

  it('a denied frame makes the page around it hands-off; one that is merely not listed does not', () => {
    const read = policy({ portalsAllowed: ['essentials.availity.com'], portalsDenied: ['ads.example'] });
    expect(termsUnderPolicy(read, 'essentials.availity.com', ['cdn.example']).mode).toBe('assisted');
    expect(isRefused(read, 'cdn.example')).toBe(true);
    expect(termsUnderPolicy(read, 'essentials.availity.com', ['ads.example']).mode).toBe('hands-off');
  });

  it('read-only by policy: read on a press, no script registered', () => {
    const read = policy({ portalsReadOnly: ['availity'] });
    expect(termsUnderPolicy(read, 'essentials.availity.com').mode).toBe('read-only');
    expect(mayRegisterUnder(read, 'https://essentials.availity.com/*')).toBe(false);
    expect(isRefused(read, 'essentials.availity.com')).toBe(false);
  });
});

describe('commands under a policy', () => {
  it('export rights narrow what roles allow, by kind and by role', () => {
    const read = policy({ exportsAllowed: ['trail', 'cases:lead', 'backups'] });
    const may = (kind: string, role: string) => !isForbidden(read, 'export:begin', { kind }, role);
    expect([may('trail', 'auditor'), may('cases', 'lead'), may('cases', 'biller'), may('everything', 'lead')]).toEqual([true, true, false, false]);
    expect(isForbidden(read, 'evidence:export', {}, 'lead')).toBe(true);
    expect(isForbidden(read, 'appeal:export', {}, 'lead')).toBe(true);
    expect(isForbidden(read, 'backup:begin', {}, 'lead')).toBe(false);
    expect(isForbidden(NO_POLICY, 'export:begin', { kind: 'everything' }, 'lead')).toBe(false);
  });

  it('a setting looser than the policy is refused, a stricter one is not, and an older one gives way', () => {
    const read = policy({ idleMinutes: 10, caseYears: 12, trailYears: 8, coverIdentifiers: 'numbers' });
    const refused = (change: object) => isForbidden(read, 'settings:save', change, 'lead');
    expect([refused({ idleMinutes: 15 }), refused({ idleMinutes: 5 }), refused({ caseYears: 10 }), refused({ trailYears: 9 }), refused({ cover: 'member' }), refused({ theme: 'dark' })]).toEqual([true, false, true, false, true, false]);
    expect(settingsUnderPolicy(DEFAULT_SETTINGS, read)).toMatchObject({ idleMinutes: 10, caseYears: 12, trailYears: 8, cover: 'numbers' });
    expect(settingsUnderPolicy({ ...DEFAULT_SETTINGS, idleMinutes: 3 }, read).idleMinutes).toBe(3);
  });

  it('packs: any, signed ones, those of named keys, none', () => {
    const mark = 'AbCd EfGh IjKl MnOp QrSt UvWx';
    expect(mayTakePack(NO_POLICY, 'unsigned', null)).toBe(true);
    expect([mayTakePack(policy({ packs: 'signed' }), 'unsigned', null), mayTakePack(policy({ packs: 'signed' }), 'unknown', mark), mayTakePack(policy({ packs: 'none' }), 'known', mark)]).toEqual([false, true, false]);
    const named = policy({ packSigners: [mark] });
    expect([mayTakePack(named, 'unknown', mark), mayTakePack(named, 'unknown', 'XXXX EfGh IjKl MnOp QrSt UvWx'), mayTakePack(named, 'own', 'XXXX'), mayTakePack(named, 'unsigned', null)]).toEqual([true, false, true, false]);
  });
});
