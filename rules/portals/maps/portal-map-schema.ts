import { z } from 'zod';
import { issueWords } from '../../domain/issue-words.ts';
import { hostNameOf, termsForHost } from '../terms.ts';
import { jsonFaultAt } from './json-fault.ts';
import { HOOK_FIELDS, MAP_FIELDS } from './map-fields.ts';
import type { MapField } from './map-fields.ts';
import { PORTAL_MAP_SCHEMA } from './portal-map.ts';
import type { PortalMap } from './portal-map.ts';
import { portalWordKey } from '../reader/portal-words.ts';

/**
 * The schema that every map is held to at the edges: the build's check of the shipped ones, an import, the trainer.
 * Not for the script in the page, which gets a checked map from the background.
 */
const key = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'lower-case words joined by hyphens').max(80);
/** Text of a page to compare with, whole. What could name a person or a claim has no place in a map. */
const words = z.string().trim().min(1).max(80)
  .refine((text) => !/\d{4}/u.test(text), 'holds a number: a label names a field, it is no value')
  .refine((text) => portalWordKey(text) !== '', 'has no words');
const hook = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('label'), is: words }),
  z.strictObject({ by: z.literal('column'), is: words }),
  z.strictObject({ by: z.literal('testid'), is: z.string().min(2).max(120), label: words.optional() }),
  z.strictObject({ by: z.literal('id-suffix'), is: z.string().min(2).max(120).regex(/^[\w /#:.-]+$/u, 'no name of an element'), label: words.optional() }),
  z.strictObject({ by: z.literal('aria-label'), is: words, label: words.optional() }),
  z.strictObject({ by: z.literal('place'), after: words, nth: z.int().min(1).max(12) }),
]);
const grade = z.enum(['A', 'B', 'C', 'D']);
const evidenceKey = key.optional();
const host = z.string().max(253).regex(/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*$/u, 'no host name').refine((text) => hostNameOf(text.replace('*.', '')) !== null, 'no host name')
  .refine((text) => !text.startsWith('*.') || text.slice(2).includes('.'), 'too wide');
const fields = Object.keys(MAP_FIELDS) as [MapField, ...MapField[]];

export const portalMapSchema = z.strictObject({
  schema: z.literal(PORTAL_MAP_SCHEMA),
  id: key, name: z.string().trim().min(1).max(80), version: z.int().min(1).max(100_000),
  portals: z.array(key).max(20), hosts: z.array(host).min(1).max(30), frameHosts: z.array(host).max(30),
  reach: z.enum(['hooks', 'words', 'general']),
  evidence: z.record(key, z.strictObject({ grade, source: z.string().trim().min(4).max(300), checkedOn: z.iso.date() })),
  pages: z.array(z.strictObject({
    kind: z.enum(['claim-detail', 'claim-list', 'remittance', 'appeal-status', 'confirmation']), name: z.string().trim().min(1).max(80), recognise: z.array(hook).max(8),
    fields: z.array(z.strictObject({ field: z.enum(HOOK_FIELDS), hooks: z.array(hook).min(1).max(6), required: z.literal(true).optional(), evidence: evidenceKey })).max(40), evidence: evidenceKey,
  })).max(20),
  labels: z.array(z.strictObject({ text: words, means: z.enum(fields), evidence: evidenceKey })).max(200),
  statuses: z.array(z.strictObject({
    word: words, means: z.enum(['paid', 'partially-denied', 'denied', 'pending', 'rejected', 'reversed', 'information-requested', 'acknowledged', 'forwarded', 'not-found', 'finalized', 'decided']), evidence: evidenceKey,
  })).max(100),
  note: z.string().max(600),
}).superRefine((map, context) => {
  const say = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
  const known = new Set(Object.keys(map.evidence));
  const check = (name: string | undefined, path: (string | number)[]) => { if (name !== undefined && !known.has(name)) say(path, `${name} is not among the evidence`); };
  map.pages.forEach((page, at) => {
    check(page.evidence, ['pages', at, 'evidence']);
    const seen = new Set<string>();
    page.fields.forEach((entry, place) => {
      check(entry.evidence, ['pages', at, 'fields', place, 'evidence']);
      if (seen.has(entry.field)) say(['pages', at, 'fields', place, 'field'], `${entry.field} is there twice`);
      seen.add(entry.field);
    });
  });
  for (const [list, name] of [[map.labels, 'text'], [map.statuses, 'word']] as const) {
    const seen = new Set<string>();
    list.forEach((entry, at) => {
      const part = name === 'text' ? 'labels' : 'statuses';
      check(entry.evidence, [part, at, 'evidence']);
      const text = portalWordKey('text' in entry ? entry.text : entry.word);
      if (seen.has(text)) say([part, at, name], 'is there twice');
      seen.add(text);
    });
  }
  [...map.hosts, ...map.frameHosts].forEach((pattern, at) => {
    const bare = pattern.replace('*.', '');
    if (termsForHost(bare).mode === 'hands-off' || termsForHost(`any.${bare}`).mode === 'hands-off') say([at < map.hosts.length ? 'hosts' : 'frameHosts', at < map.hosts.length ? at : at - map.hosts.length], 'belongs to a portal that allows no tool');
  });
  if (map.reach === 'hooks' && !map.pages.some((page) => page.fields.some(({ hooks }) => hooks.length > 0))) say(['reach'], 'no page names a hook');
  if (map.reach === 'words' && map.labels.length + map.statuses.length === 0) say(['reach'], 'no words are given');
  if (map.reach === 'general' && map.note.trim().length < 20) say(['note'], 'say why the general reader reads alone');
});

/** A fault of a file: where (a path such as `pages.0.fields.2.field`, or a line) and what, in plain words. Never a value of the file. */
export type MapFault = { place: string; what: string };

const MOST_BYTES = 400_000;

/** A map from a file's text, or every fault with its place. The text is hostile: it is parsed and checked, never run. */
export function parsePortalMap(text: string): { map: PortalMap } | { faults: MapFault[] } {
  if (text.length > MOST_BYTES) return { faults: [{ place: 'file', what: 'is too large for a map' }] };
  const fault = jsonFaultAt(text);
  if (fault !== null) return { faults: [{ place: lineOf(text, fault), what: 'is no JSON from here on' }] };
  return checkPortalMap(JSON.parse(text));
}

/** The same for data that is no text any more. */
export function checkPortalMap(data: unknown): { map: PortalMap } | { faults: MapFault[] } {
  const parsed = portalMapSchema.safeParse(data);
  if (parsed.success) return { map: parsed.data as PortalMap };
  return { faults: parsed.error.issues.slice(0, 20).map((issue) => ({ place: issue.path.map(String).join('.') || 'file', what: issueWords(issue, isThere(data, issue.path)) })) };
}

/** Whether something stands at a path of the data. */
function isThere(data: unknown, path: readonly PropertyKey[]): boolean {
  return path.reduce<unknown>((at, name) => (typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[name] : undefined), data) !== undefined;
}

/** A place in a file as people find it. */
function lineOf(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `line ${String(before.length)}, column ${String((before.at(-1)?.length ?? 0) + 1)}`;
}
