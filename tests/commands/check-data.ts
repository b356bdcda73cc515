/**
 * `node tests/commands/check-data.ts`: is every table the product ships sound? One line per problem, exit code 1 on any.
 * The build runs it, because the product itself carries no schema for its own data and trusts it at run time.
 */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { parseCalendarDay } from '../../rules/calendar/calendar-day.ts';
import { questionList } from '../../rules/calls/question-list.ts';
import { noteFormat } from '../../rules/notes/note-format.ts';
import { escalationPathFile } from '../../rules/appeals/escalation-path-schema.ts';
import { letterTemplateFile } from '../../rules/appeals/letter-template.ts';
import { carcTableSchema, rarcTableSchema, statusCategoryTableSchema, statusCodeTableSchema } from '../../rules/codes/code-schema.ts';
import { DENIAL_CATEGORIES } from '../../rules/codes/vocabulary.ts';
import { BASE_RULES } from '../../rules/payers/base-rules.ts';
import { LETTER_KINDS } from '../../rules/domain/vocabulary.ts';
import { payerRuleProblems } from '../../rules/payers/payer-rule-schema.ts';
import { DEADLINE_ACTIONS, FILING_PARTIES, LIMIT_UNITS, LINES_OF_BUSINESS } from '../../rules/payers/payer-rule.ts';
import { RULE_TIERS } from '../../rules/payers/rule-library.ts';
import { PORTAL_MAPS } from '../../rules/portals/maps/map-library.ts';
import type { PortalMap } from '../../rules/portals/maps/portal-map.ts';
import { portalMapSchema } from '../../rules/portals/maps/portal-map-schema.ts';
import { portalHosts } from '../../rules/portals/registry/portal-hosts.ts';
import type { PortalHosts } from '../../rules/portals/registry/portal-hosts.ts';
import { hostMatches } from '../../rules/portals/terms.ts';

const root = path.resolve(import.meta.dirname, '../..');

const words = z.string().trim().min(1);
const calendarDate = z.string().refine((text) => parseCalendarDay(text) !== null, 'not a date that exists');

const payerProfilesSchema = z.record(words, z.strictObject({
  tier: z.enum(RULE_TIERS),
  alsoSpelled: z.array(words).optional(),
  sharedNames: z.array(words).optional(),
  isNot: z.array(words).optional(),
  lawOnly: z.array(words).optional(),
  ownNameOnly: z.literal(true).optional(),
  programme: words.optional(),
  feeForService: z.literal(true).optional(),
  preemptsStateLaw: z.literal(true).optional(),
  alsoLinesOfBusiness: z.array(z.enum(LINES_OF_BUSINESS)).optional(),
  governs: z.strictObject({ lineOfBusiness: z.enum(LINES_OF_BUSINESS), parties: z.array(z.enum(FILING_PARTIES)).min(1), actions: z.array(z.enum(DEADLINE_ACTIONS)).min(1) }).optional(),
}));
const printedLimit = z.strictObject({ value: z.int().min(1), unit: z.enum(LIMIT_UNITS) });
const limitsPrintedTwiceSchema = z.partialRecord(z.enum(BASE_RULES.map(({ id }) => id)), z.strictObject({ printed: printedLimit, also: printedLimit }));
const serviceDateBasesSchema = z.record(words, z.enum(['earlier', 'through', 'through-if-institutional']));
const portalEvidenceSchema = z.record(words, z.strictObject({ source: z.string().min(6), checkedOn: calendarDate, note: z.string().min(30), termsRead: z.boolean() }));

const tableSource = z.strictObject({ title: z.string().min(5), url: z.url(), citation: z.string().optional() });
const dayLimit = z.strictObject({ value: z.int().min(1).max(400), unit: z.literal('calendar-days') });
const letterRulesSchema = z.array(z.strictObject({
  id: words, version: z.int().min(1), kind: z.enum(LETTER_KINDS), lineOfBusiness: z.array(z.enum(LINES_OF_BUSINESS)).min(1), limit: dayLimit,
  confidence: z.enum(['high', 'medium', 'low']), notes: z.string().min(30), source: tableSource,
}));
const promptPaySchema = z.array(z.strictObject({
  id: words, version: z.int().min(1), state: z.string().regex(/^[A-Z]{2}$/), lineOfBusiness: z.enum(LINES_OF_BUSINESS), network: z.literal('in').nullable(),
  days: z.strictObject({ electronic: z.int().min(1).max(120), paper: z.int().min(1).max(120) }),
  interest: z.strictObject({ percentPerYear: z.number().positive().max(100), on: z.enum(['payment', 'penalty']), fromDaysLate: z.int().min(1) }),
  penalties: z.array(z.strictObject({ fromDaysLate: z.int().min(1), percentOfDifference: z.number().positive().max(100), mostCents: z.int().positive() })),
  notes: z.string().min(30), source: tableSource,
}));
const answerTimesSchema = z.record(words, z.strictObject({ value: z.int().min(1).max(400), unit: z.enum(['calendar-days', 'business-days']), source: tableSource.nullable() }));

/** Which schema a JSON file under rules/ must hold to. Deadline rules are checked as one list besides, since ids and successors cross files. */
const SCHEMAS: readonly { file: RegExp; schema: z.ZodType }[] = [
  { file: /^rules\/calls\/question-lists\.json$/, schema: z.array(questionList).min(1) },
  { file: /^rules\/notes\/note-formats\.json$/, schema: z.array(noteFormat).min(1) },
  { file: /^rules\/appeals\/letter-templates\.json$/, schema: letterTemplateFile },
  { file: /^rules\/appeals\/escalation-path\.json$/, schema: escalationPathFile },
  { file: /^rules\/codes\/carc\.json$/, schema: carcTableSchema },
  { file: /^rules\/codes\/rarc\.json$/, schema: rarcTableSchema },
  { file: /^rules\/codes\/status-categories\.json$/, schema: statusCategoryTableSchema },
  { file: /^rules\/codes\/status-codes\.json$/, schema: statusCodeTableSchema },
  { file: /^rules\/deadlines\/letter-rules\.json$/, schema: letterRulesSchema },
  { file: /^rules\/deadlines\/prompt-pay\.json$/, schema: promptPaySchema },
  { file: /^rules\/deadlines\/answer-times\.json$/, schema: answerTimesSchema },
  { file: /^rules\/appeals\/letter-widths\.json$/, schema: z.strictObject({ font: words, unitsPerEm: z.int().positive(), widths: z.record(z.string().length(1), z.int().positive()) }) },
  { file: /^rules\/payers\/payer-profiles\.json$/, schema: payerProfilesSchema },
  { file: /^rules\/payers\/service-date-bases\.json$/, schema: serviceDateBasesSchema },
  { file: /^rules\/payers\/limits-printed-twice\.json$/, schema: limitsPrintedTwiceSchema },
  { file: /^rules\/payers\/after-reconsideration\.json$/, schema: z.partialRecord(z.enum(BASE_RULES.filter(({ action }) => action === 'appeal-level-1').map(({ id }) => id)), words) },
  { file: /^rules\/payers\/does-not-apply\.json$/, schema: z.partialRecord(z.enum(BASE_RULES.map(({ id }) => id)), z.strictObject({ states: z.array(z.string().regex(/^[A-Z]{2}$/)).min(1).optional(), network: z.enum(['in', 'out']).optional(), why: z.string().min(30) })) },
  { file: /^rules\/payers\/in-force-since\.json$/, schema: z.partialRecord(z.enum(BASE_RULES.map(({ id }) => id)), z.strictObject({ from: calendarDate, why: z.string().min(30) })) },
  { file: /^rules\/payers\/secondary-claim-starts\.json$/, schema: z.partialRecord(z.enum(BASE_RULES.filter(({ action, clockStartsFrom }) => action === 'timely-filing' && clockStartsFrom === 'date-of-service').map(({ id }) => id)), words) },
  { file: /^rules\/payers\/payers-without-rules\.json$/, schema: z.array(z.strictObject({ kin: z.union([z.literal('blues'), z.array(z.enum([...new Set(BASE_RULES.map(({ payer }) => payer))])).min(1)]), why: z.string().min(20), isSelfFunded: z.literal(true).optional(), names: z.array(words).min(1) })) },
  { file: /^rules\/payers\/deadline-rules\/[a-z-]+\.json$/, schema: z.array(z.looseObject({ id: words })) },
  { file: /^rules\/prevention\/practice-steps\.json$/, schema: z.partialRecord(z.enum(DENIAL_CATEGORIES), z.strictObject({ where: z.enum(['front-desk', 'pre-submission']), check: words, step: words, example: words })) },
  { file: /^rules\/portals\/registry\/portal-evidence\.json$/, schema: portalEvidenceSchema },
  { file: /^rules\/portals\/maps\/[a-z-]+\.json$/, schema: portalMapSchema },
];

/** What is wrong with one data file: not JSON, of no known kind, out of shape, or a key written twice (of which JSON silently keeps the last). */
export function fileProblems(file: string, text: string): string[] {
  const known = SCHEMAS.find((one) => one.file.test(file));
  if (known === undefined) return [`${file}: no schema checks this file; name one in tests/commands/check-data.ts`];
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return [`${file}: ${error instanceof Error ? error.message : 'no JSON'}`];
  }
  const problems = known.schema.safeParse(data).error?.issues.map((issue) => `${file} ${issue.path.map(String).join('.')}: ${issue.message}`) ?? [];
  if (Array.isArray(data) || known.schema === portalMapSchema) return problems;
  // Tables are written one row a line.
  const keys = [...text.matchAll(/^\s*\{?\s*"((?:[^"\\]|\\.)*)"\s*:/gmu)].map((match) => match[1] ?? '');
  return [...problems, ...keys.filter((key, index) => keys.indexOf(key) !== index).map((key) => `${file} ${key}: is there twice`)];
}

/** What is wrong between the rules and the two tables beside them. */
export function payerTableProblems(rules: readonly { id: string; payer: string }[], profiles: Readonly<Record<string, { programme?: string }>>, bases: Readonly<Record<string, string>>): string[] {
  const payers = new Set(rules.map((rule) => rule.payer));
  const ids = new Set(rules.map((rule) => rule.id));
  return [
    ...[...payers].filter((payer) => !Object.hasOwn(profiles, payer)).map((payer) => `payer-profiles.json: no line for ${payer}`),
    ...Object.keys(profiles).filter((payer) => !payers.has(payer)).map((payer) => `payer-profiles.json ${payer}: has no rule`),
    ...Object.entries(profiles).filter(([, { programme }]) => programme !== undefined && !payers.has(programme)).map(([payer]) => `payer-profiles.json ${payer}.programme: names no payer of the library`),
    ...Object.keys(bases).filter((id) => !ids.has(id)).map((id) => `service-date-bases.json ${id}: no such rule`),
  ];
}

/** What is wrong with the terms register: hosts, modes, and evidence for each portal and no other. */
export function portalProblems(portals: readonly PortalHosts[], evidence: Readonly<Record<string, unknown>>): string[] {
  const problems: string[] = [];
  portals.forEach((portal, index) => {
    const say = (problem: string) => problems.push(`portal ${portal.id}: ${problem}`);
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(portal.id)) say('id is not lower-case words joined by hyphens');
    if (portals.findIndex((other) => other.id === portal.id) !== index) say('is there twice');
    if (portal.hosts.length === 0) say('has no host');
    if (portal.medicare === true && portal.mode !== 'hands-off') say('a Medicare contractor is hands-off');
    if (!Object.hasOwn(evidence, portal.id)) say('has no row in portal-evidence.json');
    for (const pattern of [...portal.hosts, ...portal.frameHosts]) {
      // `*.com` would swallow the web.
      if (!/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(pattern)) say(`${pattern} is no host pattern`);
    }
    for (const pattern of portal.hosts) {
      const example = pattern.replace('*.', 'some.');
      const rival = portals.find((other, at) => at !== index && other.hosts.some((theirs) => hostMatches(theirs, example)));
      if (rival !== undefined) say(`${pattern} also belongs to ${rival.id}`);
    }
  });
  const ids = new Set(portals.map((portal) => portal.id));
  return [...problems, ...Object.keys(evidence).filter((id) => !ids.has(id)).map((id) => `portal-evidence.json ${id}: no such portal`)];
}

/** What is wrong between the maps and the register: every portal that may be read has one map, on hosts the register gives it. */
export function mapProblems(maps: readonly PortalMap[], portals: readonly PortalHosts[]): string[] {
  const problems: string[] = [];
  for (const [at, map] of maps.entries()) {
    const served = portals.filter((portal) => map.portals.includes(portal.id));
    const hosts = new Set(served.flatMap((portal) => [...portal.hosts, ...portal.frameHosts]));
    if (maps.findIndex((other) => other.id === map.id) !== at) problems.push(`map ${map.id}: is there twice`);
    for (const id of map.portals) if (!served.some((portal) => portal.id === id)) problems.push(`map ${map.id}: no portal ${id} in the register`);
    for (const host of [...map.hosts, ...map.frameHosts]) if (!hosts.has(host)) problems.push(`map ${map.id}: the register does not give ${host} to its portals`);
    if (map.pages.some((page) => page.evidence === undefined && page.fields.some((field) => field.evidence === undefined)) || [...map.labels, ...map.statuses].some((entry) => entry.evidence === undefined)) problems.push(`map ${map.id}: an entry names no evidence`);
  }
  for (const portal of portals) {
    const count = maps.filter((map) => map.portals.includes(portal.id)).length;
    if (portal.mode === 'hands-off' ? count > 0 : count !== 1) problems.push(`portal ${portal.id}: served by ${count} maps`);
  }
  return problems;
}

/** Every problem of the data as it stands in the folder. */
export function shippedDataProblems(): string[] {
  const files = globSync('rules/**/*.json', { cwd: root }).map((file) => file.replaceAll(path.sep, '/')).sort();
  const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
  const problems = files.flatMap((file) => fileProblems(file, read(file)));
  if (problems.length > 0) return problems;
  const table = (file: string) => JSON.parse(read(file)) as Record<string, never>;
  const written = files.filter((file) => file.startsWith('rules/payers/deadline-rules/')).flatMap((file) => JSON.parse(read(file)) as { id: string }[]);
  const loaded = new Set(BASE_RULES.map((rule) => rule.id));
  return [
    ...payerRuleProblems(BASE_RULES),
    ...written.filter((rule) => !loaded.has(rule.id)).map((rule) => `rule ${rule.id}: its file is not imported by base-rules.ts`),
    ...payerTableProblems(BASE_RULES, table('rules/payers/payer-profiles.json'), table('rules/payers/service-date-bases.json')),
    ...portalProblems(portalHosts, table('rules/portals/registry/portal-evidence.json')),
    ...mapProblems(PORTAL_MAPS, portalHosts),
    ...files.filter((file) => file.startsWith('rules/portals/maps/')).filter((file) => !PORTAL_MAPS.some((map) => file.endsWith(`/${map.id}.json`))).map((file) => `${file}: is not in map-library.ts, or its id is not its name`),
  ];
}

if (import.meta.main) {
  const problems = shippedDataProblems();
  for (const problem of problems) console.log(problem);
  if (problems.length > 0) process.exitCode = 1;
  else console.log(`Data: ${BASE_RULES.length} rules, ${portalHosts.length} portals, ${PORTAL_MAPS.length} maps and the code tables hold to their schemas.`);
}
