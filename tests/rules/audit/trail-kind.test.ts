import { expect, it } from 'vitest';
import { auditWords, hasAuditWords } from '../../../components/words/audit-words.ts';
import { TRAIL_KINDS, trailKindOf } from '../../../rules/audit/trail-kind.ts';
import { COMMANDS } from '../../../rules/protocol/commands.ts';

it.each([
  ['case:viewed', 'done', 'viewed'], ['case:viewed+memberId', 'done', 'revealed'], ['evidence:reveal', 'done', 'revealed'], ['export:cases+appeal', 'done', 'exported'], ['note:copied', 'done', 'exported'],
  ['case:resolve', 'done', 'changed'], ['case:resolve', 'role-forbids', 'refused'], ['vault:unlock', 'wrong-passphrase', 'refused'], ['vault:unlock', 'done', 'signed-in'], ['recovery:use', 'done', 'signed-in'],
  ['person:leave', 'done', 'people'], ['queue:hand-over', 'done', 'people'], ['queue:sheet-printed', 'done', 'exported'], ['library:approve', 'done', 'rules'], ['portal:granted', 'done', 'settings'],
  ['tomorrow:does-this', 'done', 'changed'],
])('%s that ended %s is listed under %s', (command, outcome, kind) => expect(trailKindOf({ command, outcome })).toBe(kind));

it('what is carried behind a command is said in words', () => {
  expect(auditWords('case:viewed+memberId')).toBe('Opened a case; showed member id');
  expect(auditWords('export:cases+payer-request')).toBe('Exported cases; reason: payer request');
});

it('a command nobody wrote a sentence for is named, never hidden', () => expect(auditWords('tomorrow:does-this')).toBe('tomorrow:does-this'));

it('every command has a kind, and what is done every day has a sentence of its own', () => {
  for (const command of Object.keys(COMMANDS)) expect(TRAIL_KINDS).toContain(trailKindOf({ command, outcome: 'done' }));
  const daily = ['person:add', 'person:leave', 'queue:hand-over', 'case:resolve', 'case:viewed', 'contact:log', 'capture:save', 'evidence:export', 'backup:begin', 'library:decide', 'settings:save', 'recovery:set'];
  expect(daily.filter((command) => !hasAuditWords(command))).toEqual([]);
});
