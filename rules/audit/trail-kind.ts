/**
 * What a row of the audit trail is about, for whoever looks for something in it. A command is kept as its name, with a `+` and more
 * words behind it where it carries some (`case:viewed+memberId`, `export:cases+appeal`).
 */
export const TRAIL_KINDS = ['viewed', 'revealed', 'changed', 'exported', 'signed-in', 'people', 'rules', 'settings', 'refused'] as const;
export type TrailKind = (typeof TRAIL_KINDS)[number];

const PEOPLE = new Set(['client:add', 'client:switch', 'person:add', 'person:save', 'person:set-passphrase', 'person:leave', 'person:away', 'pools:save', 'queue:hand-over', 'practice:create']);
const EXPORTED = new Set(['bundle:begin', 'bundle:case-given', 'bundle:made', 'evidence:export', 'evidence:printed', 'pack:export', 'queue:sheet-printed', 'note:copied', 'audit:exported', 'audit:printed', 'appeal:export', 'numbers:report', 'backup:begin', 'backup:made', 'computer:report']);
const SETTINGS = new Set(['settings:save', 'hold:all', 'retention:purge', 'retention:case-purged', 'retention:unfiled-purged', 'store:mend', 'store:updated', 'backup:drop-copy', 'calendar:save', 'payer:save', 'wipe:set', 'queue:set-weights', 'work-text:save', 'letter-text:save', 'numbers:save-settings', 'view:save', 'view:delete', 'pack:key-made', 'pack:signer-named']);
const VIEWED = new Set(['case:viewed', 'evidence:checked', 'backup:checked', 'library:about-capture', 'document:viewed', 'numbers:refresh']);

/** The command of a row without what it carries. */
export function plainCommand(command: string): string {
  const name = command.split('+')[0] ?? command;
  return name.startsWith('appeal:export:') ? 'appeal:export' : name;
}

/** What a row `audit:exported` took out, by its subject: the calendar or a portal map; one of before that does not tell stays as it is. */
export function exportedAs(subject: string): string {
  return subject === 'calendar' ? 'audit:exported+calendar' : subject.startsWith('portal-map ') ? 'audit:exported+portal-map' : 'audit:exported';
}

/** The one kind a row is listed under. What was refused is refused, whatever it was; what shows an identifier is revealed, not only viewed. */
export function trailKindOf({ command, outcome }: { command: string; outcome: string }): TrailKind {
  const name = plainCommand(command);
  if (outcome !== 'done') return 'refused';
  if (name === 'evidence:reveal' || name === 'case:reveal' || name === 'audit:revealed' || name.startsWith('caller-card:') || (name === 'case:viewed' && command !== name)) return 'revealed';
  if (PEOPLE.has(name)) return 'people';
  if (name.startsWith('export:') || EXPORTED.has(name)) return 'exported';
  if (VIEWED.has(name)) return 'viewed';
  if (name.startsWith('vault:') || name.startsWith('recovery:')) return 'signed-in';
  if (SETTINGS.has(name) || /^(?:portal|map):/u.test(name)) return 'settings';
  return /^(?:library|pack|radar|payer-note):/u.test(name) ? 'rules' : 'changed';
}
