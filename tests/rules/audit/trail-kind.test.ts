import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { auditWords, hasAuditWords, triedWords } from '../../../components/words/audit-words.ts';
import { TRAIL_KINDS, trailKindOf } from '../../../rules/audit/trail-kind.ts';
import { COMMANDS } from '../../../rules/protocol/commands.ts';

it.each([
  ['case:viewed', 'done', 'viewed'], ['case:viewed+memberId', 'done', 'revealed'], ['evidence:reveal', 'done', 'revealed'], ['export:cases+appeal', 'done', 'exported'], ['note:copied', 'done', 'exported'],
  ['case:resolve', 'done', 'changed'], ['case:resolve', 'role-forbids', 'refused'], ['vault:unlock', 'wrong-passphrase', 'refused'], ['vault:unlock', 'done', 'signed-in'], ['recovery:use', 'done', 'signed-in'],
  ['person:leave', 'done', 'people'], ['queue:hand-over', 'done', 'people'], ['queue:sheet-printed', 'done', 'exported'], ['library:approve', 'done', 'rules'], ['portal:granted', 'done', 'settings'],
  ['caller-card:copied+tax-id', 'done', 'revealed'], ['appeal:export:pdf', 'done', 'exported'], ['document:viewed', 'done', 'viewed'], ['tomorrow:does-this', 'done', 'changed'],
])('%s that ended %s is listed under %s', (command, outcome, kind) => expect(trailKindOf({ command, outcome })).toBe(kind));

it('what is carried behind a command is said in words', () => {
  expect(auditWords('case:viewed+memberId')).toBe('Opened a case; showed member id');
  expect(auditWords('caller-card:copied+tax-id')).toBe('Copied from the caller card: tax id');
  expect(auditWords('appeal:export:pdf')).toBe('Exported an appeal');
  expect(auditWords('appeal:edit:fact')).toBe('Changed an appeal (fact)');
  expect(triedWords({ command: 'vault:unlock', outcome: 'wrong-passphrase' })).toBe('Tried to unlock; who it was is not proven');
  expect(triedWords({ command: 'vault:unlock', outcome: 'done' })).toBe('Unlocked');
  expect(auditWords('export:cases+payer-request')).toBe('Exported cases; reason: payer request');
});

it('a mark and a hold say whether they were set or taken away; rows of before do not know', () => {
  expect(['set', 'changed', 'ended'].map((what) => auditWords(`case:mark-sensitive+${what}`))).toEqual(['Marked a case sensitive', 'Changed the sensitive mark of a case', 'Took the sensitive mark off a case']);
  expect(['case:hold+set', 'case:hold+ended', 'case:hold'].map(auditWords)).toEqual(['Set a legal hold on a case', 'Ended the legal hold of a case', 'Set or ended a legal hold']);
});

it('a command nobody wrote a sentence for is named, never hidden', () => expect(auditWords('tomorrow:does-this')).toBe('tomorrow:does-this'));

it('every command that leaves a row has a kind and a sentence of its own', () => {
  for (const command of Object.keys(COMMANDS)) expect(TRAIL_KINDS).toContain(trailKindOf({ command, outcome: 'done' }));
  expect(Object.entries(COMMANDS).filter(([command, contract]) => 'roles' in contract && !hasAuditWords(command)).map(([command]) => command)).toEqual([]);
});

it('what the store writes by itself has a sentence too: each step of an import, and every command named in its sources', () => {
  const sources = globSync('storage/**/*.ts', { cwd: new URL('../../..', import.meta.url).pathname }).map((file) => readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8'));
  const named = sources.flatMap((text) => [...text.matchAll(/command: '([a-z-]+:[a-z-]+)'/gu)].map(([, command]) => command ?? ''));
  expect(named.length).toBeGreaterThan(20);
  const steps = ['running', 'done', 'cancelled', 'failed'].map((state) => `import:${state}`);
  expect([...new Set([...named, ...steps])].filter((command) => !hasAuditWords(command))).toEqual([]);
});
