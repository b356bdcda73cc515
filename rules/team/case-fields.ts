import { appeal as appealSchema } from '../domain/appeal.ts';
import type { Appeal } from '../domain/appeal.ts';
import { correction as correctionSchema } from '../domain/correction.ts';
import type { Correction } from '../domain/correction.ts';
import { sealedCase } from '../domain/denial-case.ts';
import type { SealedCase } from '../domain/denial-case.ts';
import type { FieldNow } from './case-document.ts';
import type { Json } from './field-register.ts';

/**
 * A case as named fields and back. A path is `facts/paid`, `plan/ownerId`, `overrides/<entry>`, `appeal/<id>/submission` ...; an entry
 * of a list is named by what tells it from its neighbours, so that two people can each add one. What belongs to one computer alone
 * (where its chain of evidence ends, its revision numbers, dates it works out by itself) is not in it.
 */
export type PlanFields = { ownerId: string; nextAction: string; followUpDay: number; snoozedUntilDay: number };
export type PromiseFields = { state: string; settledMs: number | null; settledDay: number | null; settledBy: string | null; how: string };
export type NoteFields = { state: string; postedMs: number | null; postedBy: string | null };
export type AppealFields = { state: string; nextDay: number; ownerId: string; appeal: Appeal };
export type CaseFields = {
  open: boolean; state: string; payerKey: string; plan: PlanFields; sealed: Omit<SealedCase, 'evidence'>;
  promises: ReadonlyMap<string, PromiseFields>; notes: ReadonlyMap<string, NoteFields>; appeals: ReadonlyMap<string, AppealFields>; corrections: ReadonlyMap<string, Correction>;
};

type Entry = Record<string, unknown>;
/** A list whose entries are fields of their own: what names one, how many there may be. Put in order by moment, then by name. */
type List = { name: (entry: Entry) => string; most: number };
const byMoment = (...more: string[]): List['name'] => (entry) => [entry['atMs'], entry['byUser'], ...more.map((name) => entry[name])].map(String).join(' ');
const itself: List['name'] = (entry) => String(entry as unknown);

const CASE_LISTS: Readonly<Record<string, List>> = {
  references: { name: (entry) => `${String(entry['label'])} ${String(entry['value'])}`, most: 200 },
  overrides: { name: byMoment('action', 'date'), most: 60 }, submissions: { name: byMoment('action', 'on'), most: 200 }, letters: { name: byMoment('kind', 'on'), most: 60 },
  rootCauses: { name: byMoment('subReason'), most: 60 }, setAsideForNow: { name: byMoment(), most: 60 },
  differences: { name: (entry) => `${String(entry['observationId'])} ${String(entry['field'])}`, most: 60 },
  edited: { name: itself, most: 60 }, alsoNumbers: { name: itself, most: 60 }, notTwins: { name: itself, most: 200 }, setAside: { name: itself, most: 500 },
};
const CASE_WHOLES = ['classification', 'suggestion', 'mergedInto', 'patientBirthDate', 'nextPayer', 'sensitive', 'legalHold'] as const;

// The order of a packet and of its paragraphs is part of what was written: those lists stay whole.
const APPEAL_LISTS: Readonly<Record<string, List>> = {
  steps: { name: byMoment('state'), most: 200 }, escalations: { name: byMoment('step'), most: 60 }, peerTalks: { name: byMoment('state'), most: 30 },
  proofs: { name: (entry) => String(entry['id']), most: 60 }, typedFacts: { name: (entry) => String(entry['field']), most: 60 }, editors: { name: itself, most: 60 },
};
const APPEAL_WHOLES = [
  'templateId', 'templateVersion', 'letterDate', 'signer', 'signerTitle', 'request', 'requestedCents', 'paragraphs', 'parts', 'check', 'submission', 'sentLetter', 'outcome', 'stop', 'payerNumber', 'batchId',
] as const;
const CORRECTION_LISTS: Readonly<Record<string, List>> = { steps: { name: byMoment('state'), most: 100 } };
const CORRECTION_WHOLES = ['kind', 'originalClaimNumber', 'changes', 'reason', 'records', 'requestReference', 'statusCheck', 'duplicateReason'] as const;

/** Paths are keys of a file; one text cannot make them longer than this. */
const LONGEST_NAME = 500;

function put(fields: Map<string, FieldNow>, prefix: string, source: Readonly<Record<string, unknown>>, wholes: readonly string[], lists: Readonly<Record<string, List>>): void {
  for (const name of wholes) if (source[name] !== undefined) fields.set(prefix + name, { value: source[name] as Json, typed: true });
  for (const [name, list] of Object.entries(lists)) {
    for (const entry of (source[name] ?? []) as Entry[]) fields.set(`${prefix}${name}/${list.name(entry)}`.slice(0, LONGEST_NAME), { value: entry as unknown as Json, typed: true });
  }
}

/** Every field of a case with what it holds now. */
export function fieldsOf(now: CaseFields): Map<string, FieldNow> {
  const fields = new Map<string, FieldNow>();
  const { sealed } = now;
  const typed = new Set(sealed.edited ?? []);
  fields.set('standing', { value: { open: now.open, state: now.state, resolution: sealed.resolution as Json }, typed: true });
  fields.set('payerKey', { value: now.payerKey, typed: true });
  for (const [name, value] of Object.entries(now.plan)) fields.set(`plan/${name}`, { value, typed: true });
  for (const [name, value] of Object.entries(sealed.facts)) if (value !== undefined) fields.set(`facts/${name}`, { value: value as Json, typed: typed.has(name) });
  put(fields, '', sealed as unknown as Record<string, unknown>, CASE_WHOLES, CASE_LISTS);
  for (const [id, value] of now.promises) fields.set(`promise/${id}`, { value: { ...value }, typed: true });
  for (const [id, value] of now.notes) fields.set(`note/${id}`, { value: { ...value }, typed: true });
  for (const [id, { appeal, ...columns }] of now.appeals) {
    for (const [name, value] of Object.entries(columns)) fields.set(`appeal/${id}/${name}`, { value, typed: true });
    put(fields, `appeal/${id}/`, appeal as unknown as Record<string, unknown>, APPEAL_WHOLES, APPEAL_LISTS);
  }
  for (const [id, content] of now.corrections) put(fields, `correction/${id}/`, content as unknown as Record<string, unknown>, CORRECTION_WHOLES, CORRECTION_LISTS);
  return fields;
}

function take(shown: ReadonlyMap<string, Json>, prefix: string, wholes: readonly string[], lists: Readonly<Record<string, List>>): Record<string, unknown> {
  const taken: Record<string, unknown> = {};
  for (const name of wholes) if (shown.has(prefix + name)) taken[name] = shown.get(prefix + name);
  for (const [name, { most }] of Object.entries(lists)) {
    const start = `${prefix}${name}/`;
    const entries = [...shown].filter(([path, value]) => path.startsWith(start) && value !== null).map(([path, value]) => ({ path, value, atMs: momentOf(value) }));
    entries.sort((a, b) => a.atMs - b.atMs || (a.path < b.path ? -1 : 1));
    if (entries.length > 0 || prefix !== '') taken[name] = entries.slice(-most).map(({ value }) => value);
  }
  return taken;
}

function momentOf(value: Json): number {
  const atMs = typeof value === 'object' && value !== null && 'atMs' in value ? value.atMs : 0;
  return typeof atMs === 'number' ? atMs : 0;
}

/** Ids of the appeals, corrections, promises or notes that have fields. */
function idsUnder(shown: ReadonlyMap<string, Json>, kind: string): string[] {
  return [...new Set([...shown.keys()].filter((path) => path.startsWith(`${kind}/`)).map((path) => path.split('/')[1] ?? ''))].sort();
}

const recordOf = (value: Json | undefined): Record<string, unknown> => (typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...(value as Readonly<Record<string, Json>>) } : {});

/** The case that these fields make. Null where they make none (a damaged or made-up document); an appeal or correction that is none is left out. */
export function caseOfFields(shown: ReadonlyMap<string, Json>): CaseFields | null {
  const standing = recordOf(shown.get('standing'));
  const facts = Object.fromEntries([...shown].filter(([path]) => path.startsWith('facts/')).map(([path, value]) => [path.slice('facts/'.length), value]));
  const parsed = sealedCase.omit({ evidence: true }).safeParse({ references: [], overrides: [], submissions: [], classification: null, ...take(shown, '', CASE_WHOLES, CASE_LISTS), facts, resolution: standing['resolution'] ?? null });
  const payerKey = shown.get('payerKey');
  const plan = { ownerId: shown.get('plan/ownerId'), nextAction: shown.get('plan/nextAction'), followUpDay: shown.get('plan/followUpDay'), snoozedUntilDay: shown.get('plan/snoozedUntilDay') };
  if (!parsed.success || typeof payerKey !== 'string' || typeof standing['open'] !== 'boolean' || typeof standing['state'] !== 'string') return null;
  if (typeof plan.ownerId !== 'string' || typeof plan.nextAction !== 'string' || typeof plan.followUpDay !== 'number' || typeof plan.snoozedUntilDay !== 'number') return null;
  const appeals = new Map<string, AppealFields>();
  for (const id of idsUnder(shown, 'appeal')) {
    const content = appealSchema.safeParse(take(shown, `appeal/${id}/`, APPEAL_WHOLES, APPEAL_LISTS));
    const [state, nextDay, ownerId] = ['state', 'nextDay', 'ownerId'].map((name) => shown.get(`appeal/${id}/${name}`));
    if (content.success && typeof state === 'string' && typeof nextDay === 'number' && typeof ownerId === 'string') appeals.set(id, { state, nextDay, ownerId, appeal: content.data });
  }
  const corrections = new Map<string, Correction>();
  for (const id of idsUnder(shown, 'correction')) {
    const content = correctionSchema.safeParse(take(shown, `correction/${id}/`, CORRECTION_WHOLES, CORRECTION_LISTS));
    if (content.success) corrections.set(id, content.data);
  }
  return {
    open: standing['open'], state: standing['state'], payerKey, plan: plan as PlanFields, sealed: parsed.data, appeals, corrections,
    promises: new Map(idsUnder(shown, 'promise').map((id) => [id, recordOf(shown.get(`promise/${id}`)) as PromiseFields])),
    notes: new Map(idsUnder(shown, 'note').map((id) => [id, recordOf(shown.get(`note/${id}`)) as NoteFields])),
  };
}
