import { exportedAs, plainCommand } from '../../rules/audit/trail-kind.ts';
import type { TrailKind } from '../../rules/audit/trail-kind.ts';
import { settingChangeWords } from './setting-words.ts';
import { wordOf } from './word-of.ts';

/** The audit trail in plain words. A command without an own sentence is named as it is kept, never left out. */
const kinds: Record<TrailKind, string> = {
  viewed: 'Looked at', revealed: 'Revealed', changed: 'Changed', exported: 'Exported or printed', 'signed-in': 'Signed in and out', people: 'People and hand-over', rules: 'Rules and notes', settings: 'Settings and portals', refused: 'Refused or failed',
};
const sentences: Record<string, string> = {
  'practice:create': 'Set up the practice', 'vault:unlock': 'Unlocked', 'vault:check-passphrase': 'Typed the passphrase once more, while signed in', 'vault:lock': 'Locked', 'vault:change-passphrase': 'Changed the own passphrase', 'recovery:set': 'Made a recovery key', 'recovery:use': 'Opened with the recovery key; who held the paper is not proven',
  'recovery:noticed': 'Read that the recovery key was used', 'wipe:set': 'Set when wrong passphrases delete everything',
  'person:add': 'Added a person', 'person:save': 'Changed a person', 'person:set-passphrase': 'Set a first passphrase for a person', 'person:leave': 'Ended the access of a person', 'person:away': 'Changed own days away', 'pools:save': 'Changed the pools',
  'bundle:begin': 'Began a hand-over file', 'bundle:case-given': 'Gave a case away in a hand-over file', 'bundle:made': 'Made a hand-over file', 'bundle:take-begin': 'Began to take in a hand-over file', 'bundle:take-case': 'Took in a case of a hand-over file', 'bundle:take-part': 'Took in a part of a document', 'bundle:take-practice': 'Took in holds and purges of a hand-over file', 'bundle:hold-came': 'A hold on everything came with a hand-over file', 'bundle:case-kept': 'Kept a case that was purged on another computer',
  'case:ask': 'Asked a colleague', 'case:answer-ask': 'Answered a colleague', 'bundle:document': 'Took in a document of a hand-over file', 'bundle:taken': 'Took in a hand-over file', 'case:decide': 'Decided between two computers',
  'client:add': 'Added a client', 'client:switch': 'Switched the client',
  'retention:unfiled-purged': 'Purged records under no case',
  'store:updated': 'Changed how records are stored, after an update', 'backup:drop-copy': 'Deleted the copy of before an update',
  'queue:hand-over': 'Handed over a case', 'queue:sheet-printed': 'Printed a hand-over sheet',
  'settings:save': 'Changed settings', 'calendar:save': 'Changed closed days or pauses', 'payer:save': 'Changed a payer', 'payer-note:save': 'Wrote a note on a payer',
  'library:propose': 'Proposed a rule', 'library:decline': 'Declined a proposed rule', 'library:approve': 'Approved a rule', 'library:change': 'Changed the library', 'library:decide': 'Decided on a proposed rule', 'library:undo': 'Took back a change of the library', 'library:about-capture': 'Asked what the library says of a claim',
  'pack:import': 'Took in a rule pack', 'pack:export': 'Exported a rule pack', 'pack:key-made': 'Made the signing key', 'pack:signer-named': 'Named whose key signs packs and hand-over files', 'radar:ask': 'Saw a window that differs', 'radar:check-letter': 'Checked a letter for windows', 'radar:dismiss': 'Put aside a window that differs',
  'portal:granted': 'Allowed a portal', 'portal:withdraw': 'Took back a portal', 'portal:read-selection': 'Read a selection from a page', 'map:propose': 'Proposed a portal map', 'map:approve': 'Approved a portal map', 'map:retire': 'Retired a portal map',
  'trainer:start': 'Began to teach a page', 'trainer:point': 'Pointed at a value', 'trainer:show': 'Showed a value', 'trainer:suggest': 'Asked how a value is found', 'trainer:try': 'Tried a map', 'trainer:stop': 'Ended teaching a page',
  'capture:save': 'Saved a claim from a portal', 'case:record': 'Typed or pasted a claim', 'worklist:import': 'Imported worklist rows', 'worklist:save-mapping': 'Kept the columns of a worklist', 'import:start': 'Began a remittance import', 'import:running': 'Read on in a remittance', 'import:done': 'Imported a remittance', 'import:cancelled': 'Stopped a remittance import', 'import:failed': 'Could not import a remittance', 'import:repeated': 'Gave a remittance that was known',
  'case:viewed': 'Opened a case', 'case:plan': 'Planned the next step', 'case:redate': 'Worked out the dates of cases again', 'queue:no-response': 'Put claims without an answer in the queue', 'case:snooze': 'Snoozed a case', 'case:answer': 'Changed facts of a claim', 'case:classify': 'Classified a denial', 'case:override-deadline': 'Set a date by hand',
  'case:record-submission': 'Recorded a submission', 'case:record-letter': 'Recorded a letter', 'case:next-payer': 'Named the next payer', 'case:resolve': 'Closed a case', 'case:reopen': 'Reopened a case', 'case:merge': 'Joined two cases', 'case:split': 'Split a case',
  'case:undo-regrouping': 'Took back a join or split', 'case:keep-apart': 'Kept two cases apart', 'case:add-note': 'Wrote a note', 'contact:log': 'Logged a contact', 'note:copied': 'Copied a status note',
  'case:reveal': 'Showed identifiers of a case', 'hold:all': 'Set or ended a legal hold on everything', 'retention:purge': 'Purged what was kept long enough', 'retention:case-purged': 'Purged a case', 'store:mend': 'Mended a damaged case', 'computer:report': 'Made a report on this computer',
  'case:mark-sensitive': 'Marked a case sensitive, or not', 'case:hold': 'Set or ended a legal hold', // as rows were kept before they told which
  'case:mark-sensitive+set': 'Marked a case sensitive', 'case:mark-sensitive+changed': 'Changed the sensitive mark of a case', 'case:mark-sensitive+ended': 'Took the sensitive mark off a case', 'case:hold+set': 'Set a legal hold on a case', 'case:hold+ended': 'Ended the legal hold of a case',
  'case:birth-date': 'Wrote down a birth date', 'case:root-cause': 'Named the root cause', 'case:set-aside': 'Set a case aside', 'case:answer-letter': 'Marked a letter answered', 'case:change-submission': 'Corrected what was sent', 'member-record:add': 'Added a record of a member', 'member-record:keep': 'Kept a record of a member from a page',
  'promise:settle': 'Settled a promise of a payer', 'case-note:write': 'Wrote a note to post', 'case-note:posted': 'Marked a note posted', 'case-note:not-needed': 'Marked a note as not needed', 'case-note:unposted': 'Marked a note as still to post',
  'caller-card:used': 'Used the caller card', 'caller-card:shown': 'Showed on the caller card', 'caller-card:copied': 'Copied from the caller card', 'work-text:save': 'Changed a question list or note format',
  'correction:begin': 'Began a correction', 'correction:change': 'Changed a correction', 'correction:check-status': 'Planned to check a correction', 'correction:step': 'Recorded a step of a correction',
  'queue:bulk': 'Changed several cases at once', 'queue:set-weights': 'Changed how the queue is ordered', 'view:save': 'Saved a view of the queue', 'view:delete': 'Deleted a view of the queue',
  'appeal:start': 'Began an appeal', 'appeal:start-batch': 'Began appeals for several claims', 'appeal:edit': 'Changed an appeal', 'appeal:move': 'Moved an appeal on', 'appeal:check': 'Checked an appeal for a colleague', 'appeal:send': 'Recorded that an appeal was sent',
  'appeal:decide': "Recorded the payer's decision", 'appeal:stop': 'Stopped an appeal', 'appeal:escalate': 'Took an appeal to the next level', 'appeal:peer-talk': 'Recorded a peer to peer', 'appeal:export': 'Exported an appeal', 'letter-text:save': 'Changed a letter text',
  'document:begin': 'Began to add a document', 'document:part': 'Added a part of a document', 'document:done': 'Added a document', 'document:remove': 'Took away a document', 'document:viewed': 'Opened a document',
  'numbers:refresh': 'Worked out the numbers', 'numbers:save-settings': 'Changed how figures are made', 'numbers:save-figures': 'Typed figures of a month', 'numbers:report': 'Made a report', 'prevention:save': 'Changed a prevention record',
  'evidence:export': 'Exported the evidence of a case', 'evidence:reveal': 'Revealed identifiers of an exhibit', 'evidence:printed': 'Printed an exhibit', 'evidence:checked': 'Checked evidence',
  'draft:keep': 'Kept a draft', 'draft:merge': 'Kept a draft', 'draft:drop': 'Dropped a draft', 'digest:seen': "Read the morning's card",
  'backup:begin': 'Began a backup', 'backup:made': 'Made a backup', 'backup:checked': 'Checked a backup', 'backup:restored': 'Restored a backup', 'backup:use-restored': 'Took a restored backup into use', 'backup:replaced-by': 'Was replaced by a restored backup', 'backup:put-back': 'Put back what was before a restore',
  'audit:note': 'Noted', 'audit:exported': 'Exported', 'audit:exported+calendar': 'Exported the calendar of dates', 'audit:exported+portal-map': 'Exported a portal map', 'audit:revealed': 'Showed names on a hand-over sheet', 'audit:printed': 'Printed',
  'export:cases': 'Exported cases', 'export:posting': 'Exported lines to post', 'export:everything': 'Exported everything', 'export:trail': 'Exported the audit trail', 'export:begin': 'Exported a list',
};
const outcomes: Record<string, string> = {
  done: 'Done', 'other-client': 'Refused: work of another client', 'role-forbids': 'Refused: role', 'not-allowed': 'Refused: not allowed', 'own-passphrase-first': 'Refused: own passphrase first', 'policy-forbids': 'Refused: your organization', 'sensitive-record': 'Refused: marked sensitive', 'on-hold': 'Refused: legal hold', 'wrong-passphrase': 'Wrong passphrase', 'wrong-recovery-key': 'Wrong recovery key', 'backed-off': 'Refused: too many tries', 'damaged-record': 'Record damaged', broken: 'Does not hold',
};

export const trailKindWords = (kind: string) => wordOf(kinds, kind);
export const hasAuditWords = (command: string) => Object.hasOwn(sentences, plainCommand(command));
/** The name of a person or a pool by its id, where it is known. */
export type NameOf = (id: string) => string | null;
const nobody: NameOf = () => null;
/** What stands for somebody whose name is not known here. */
const shown = (id: string, nameOf: NameOf): string => nameOf(id) ?? `somebody unknown (${id.slice(0, 8)})`;

/** `Opened a case; showed memberId`: what was done, with what the row carries of it. */
export function auditWords(command: string, nameOf: NameOf = nobody): string {
  if (Object.hasOwn(sentences, command)) return wordOf(sentences, command);
  const name = plainCommand(command);
  const more = command.split('+').slice(1);
  const whole = name.slice(0, name.lastIndexOf(':'));
  // `appeal:edit:fact`: a part of what has a sentence of its own.
  const said = Object.hasOwn(sentences, name) ? wordOf(sentences, name) : Object.hasOwn(sentences, whole) ? `${wordOf(sentences, whole)} (${name.slice(whole.length + 1).replaceAll('-', ' ')})` : name;
  if (more.length === 0) return said;
  if (name === 'queue:hand-over') return `${said} from ${shown(more[0] ?? '', nameOf)} to ${shown(more[1] ?? '', nameOf)}`;
  if (name.startsWith('caller-card:')) return `${said}: ${more.join(', ').replaceAll('-', ' ')}`;
  const fieldWords = (fields: readonly string[]) => fields.map((field) => field.replaceAll(/([A-Z])/gu, ' $1').toLowerCase()).join(', ');
  if (name === 'case:reveal') return `${more[1] === 'copied' ? 'Copied' : 'Showed'} ${fieldWords(more.slice(2))} of a case; reason: ${(more[0] ?? '').replaceAll('-', ' ')}`;
  if (name === 'computer:report') return `${said}: ${more.join(', ').replaceAll('-', ' ')}`;
  return name === 'case:viewed' ? `${said}; showed ${more.map((field) => field.replaceAll(/([A-Z])/gu, ' $1').toLowerCase()).join(', ')}` : `${said}; reason: ${more.join(', ').replaceAll('-', ' ')}`;
}
/** The same for one row: who only tried to unlock has proved nothing, not even who it was. */
export function triedWords({ command, outcome, subject = '' }: { command: string; outcome: string; subject?: string }, nameOf: NameOf = nobody): string {
  if (command === 'vault:unlock' && outcome !== 'done') return 'Tried to unlock; who it was is not proven';
  if (command === 'hold:all' && (subject === 'set' || subject === 'ended')) return subject === 'set' ? 'Set a legal hold on everything' : 'Ended the legal hold on everything';
  return auditWords(command === 'audit:exported' ? exportedAs(subject) : command, nameOf);
}
/** What a row is about: people by name, settings with what they were and are; ids of records stay ids. */
export function aboutWords({ command, subject }: { command: string; subject: string }, nameOf: NameOf): string {
  if (command === 'settings:save') return settingChangeWords(subject);
  const named = subject.replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gu, (id) => nameOf(id) ?? id);
  return command === 'person:save' ? named.replace(/(biller|lead|auditor)>(biller|lead|auditor)$/u, 'from $1 to $2') : named;
}
export const auditOutcomeWords = (outcome: string) => wordOf(outcomes, outcome);
