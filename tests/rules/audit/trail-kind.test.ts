import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { aboutWords, auditWords, hasAuditWords, triedWords } from '../../../components/words/audit-words.ts';
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
  expect(['case:hold+set', 'case:hold+ended', 'case:hold'].map((command) => auditWords(command))).toEqual(['Set a legal hold on a case', 'Ended the legal hold of a case', 'Set or ended a legal hold']);
});

const ADA = '0a1b2c3d-0000-4000-8000-00000000000a';
const nameOf = (id: string) => ({ [ADA]: 'Ada Fernhill', pool: 'The pool' })[id] ?? null;

it('a hand-over says from whom and to whom; people stand by name wherever it is known', () => {
  expect(auditWords(`queue:hand-over+${ADA}+pool`, nameOf)).toBe('Handed over a case from Ada Fernhill to The pool');
  expect(auditWords('queue:hand-over')).toBe('Handed over a case');
  expect(aboutWords({ command: 'person:save', subject: `${ADA} biller>lead` }, nameOf)).toBe('Ada Fernhill from biller to lead');
  expect(aboutWords({ command: 'audit:revealed', subject: `sheet of ${ADA}` }, nameOf)).toBe('sheet of Ada Fernhill');
  expect(triedWords({ command: 'hold:all', outcome: 'done', subject: 'ended' })).toBe('Ended the legal hold on everything');
  expect(triedWords({ command: 'audit:exported', outcome: 'done', subject: `portal-map ${ADA}` })).toBe('Exported a portal map');
});

it('a change of settings says what was and what is; a row of before says which', () => {
  const about = (subject: string) => aboutWords({ command: 'settings:save', subject }, nameOf);
  expect(about('{"idleMinutes":[15,60],"quietHours":[{"from":1080,"to":420},{"from":0,"to":0}],"workingDays":[[1,2],[1]],"notifications":[true,false],"cover":["member","numbers"],"timeZone":["","America/New_York"]}'))
    .toBe('Lock after: 15 minutes, now 60 minutes; Quiet hours: 6:00 pm to 7:00 am, now none; Working days: Mon, Tue, now Mon; Notifications: on, now off; Covered on a case: Member ID and birth date, now All numbers; Time zone: none, now America/New York');
  expect(about('idleMinutes,theme')).toBe('Lock after, Look');
  expect(about('{broken')).toBe('{broken');
});

it('a command nobody wrote a sentence for is named, never hidden', () => expect(auditWords('tomorrow:does-this')).toBe('tomorrow:does-this'));

it('every command that leaves a row has a kind and a sentence of its own', () => {
  for (const command of Object.keys(COMMANDS)) expect(TRAIL_KINDS).toContain(trailKindOf({ command, outcome: 'done' }));
  expect(Object.entries(COMMANDS).filter(([command, contract]) => 'roles' in contract && !hasAuditWords(command)).map(([command]) => command)).toEqual([]);
});

it('what the store writes by itself has a sentence too: each step of an import, and every command named in its sources', () => {
  const sources = globSync('storage/**/*.ts', { cwd: new URL('../../..', import.meta.url).pathname }).map((file) => readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8'));
  const named = sources.flatMap((text) => [...text.matchAll(/command: '([a-z-]+:[a-z-]+)'/gu)].map(([, command]) => command ?? ''));
  named.push(...sources.flatMap((text) => [...text.matchAll(/(?:changeCase|commitCases)\([^'`;]*'([a-z-]+:[a-z-]+)'/gu)].map(([, command]) => command ?? '')));
  expect(named).toContain('case:redate');
  const steps = ['running', 'done', 'cancelled', 'failed'].map((state) => `import:${state}`);
  expect([...new Set([...named, ...steps])].filter((command) => !hasAuditWords(command))).toEqual([]);
});
