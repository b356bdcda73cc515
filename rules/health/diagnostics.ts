/**
 * The file that goes to whoever helps: versions, counts, sizes and codes. It is built from a closed list of fields, none of which can hold a text of a
 * page, a name, a number of a claim or an amount; what is free text elsewhere (a host, a policy's value, a subject of the trail) is counted and not told.
 */
export const DIAGNOSTICS_FORM = 1;

export type DiagnosticsInput = {
  product: string; build: string; agent: string; reader: string; schema: number; madeOn: string;
  tables: Readonly<Record<string, number>>; storage: { usedBytes: number | null; quotaBytes: number | null; isKept: boolean };
  people: readonly { role: string; left: boolean }[]; hasRecoveryKey: boolean; kdf: { memoryKiB: number; iterations: number } | null; lastBackupDay: string | null;
  settings: { idleMinutes: number; notifications: boolean; caseYears: number; trailYears: number; cover: string; weekdays: number };
  policy: { given: readonly string[]; problems: number };
  /** Rows of the trail by command and outcome, refused or failed ones only. */
  refusals: readonly { command: string; outcome: string; times: number }[];
  trail: { rows: number; holds: boolean; brokenAt: number | null };
  damage: { columns: readonly { table: string; rows: number }[]; sealedCases: number | null };
  portals: readonly { portal: string; kind: string; field: string; missing: number; fell: boolean }[];
  commands: readonly string[]; knownPortals: readonly string[];
};

const WORD = /^[A-Za-z0-9:_.-]{1,40}$/u;
const wordOr = (text: string): string => (WORD.test(text) ? text : 'other');

/** The file's text. Words that are not of a closed list become "other". */
export function diagnosticsText(input: DiagnosticsInput): string {
  const commands = new Set(input.commands);
  const portals = new Set(input.knownPortals);
  const plain = (command: string): string => { const name = command.split('+')[0] ?? ''; return commands.has(name) || /^(?:import|export|retention|vault|backup|library|radar|pack):[a-z-]{1,30}$/u.test(name) ? name : 'other'; };
  return `${JSON.stringify({
    form: DIAGNOSTICS_FORM, product: wordOr(input.product), build: wordOr(input.build), browser: input.agent.replaceAll(/[^A-Za-z0-9:;,_ .()/+-]/gu, '').slice(0, 200), reader: wordOr(input.reader), schema: input.schema, madeOn: input.madeOn,
    tables: Object.fromEntries(Object.entries(input.tables).filter(([name]) => /^[a-zA-Z]{1,40}$/u.test(name))), storage: input.storage,
    people: { total: input.people.length, left: input.people.filter(({ left }) => left).length, leads: input.people.filter(({ role }) => role === 'lead').length, billers: input.people.filter(({ role }) => role === 'biller').length, auditors: input.people.filter(({ role }) => role === 'auditor').length },
    hasRecoveryKey: input.hasRecoveryKey, kdf: input.kdf, lastBackupDay: input.lastBackupDay, settings: input.settings, policy: { given: input.policy.given.map(wordOr), problems: input.policy.problems },
    refusals: input.refusals.map(({ command, outcome, times }) => ({ command: plain(command), outcome: /^[a-z-]{1,40}$/u.test(outcome) ? outcome : 'other', times })),
    trail: input.trail, damage: input.damage,
    // A portal the register does not know is a host, and a host can tell which payer or practice it is.
    portals: input.portals.map(({ portal, kind, field, missing, fell }) => ({ portal: portals.has(portal) ? portal : 'other', kind: wordOr(kind), field: wordOr(field), missing, fell })),
  }, null, 2)}\n`;
}
