import { z } from 'zod';
import { appeal as appealSchema, APPEAL_STATES } from '../domain/appeal.ts';
import type { Appeal } from '../domain/appeal.ts';
import { correction as correctionSchema } from '../domain/correction.ts';
import type { Correction } from '../domain/correction.ts';
import { PROMISE_STATES } from '../domain/contact.ts';
import { NO_DAY } from '../domain/day-number.ts';
import { caseState, nextAction, sealedCase } from '../domain/denial-case.ts';
import type { SealedCase } from '../domain/denial-case.ts';
import type { FieldNow } from './case-document.ts';
import type { Json } from './field-register.ts';
import { broughtBy, takenBackFields } from './taken-back.ts';

/**
 * A case as named fields and back. A path is `facts/paid`, `plan/ownerId`, `overrides/<entry>`, `appeal/<id>/submission` ...; an entry
 * of a list is named by what tells it from its neighbours, so that two people can each add one. What belongs to one computer alone
 * (where its chain of evidence ends, its revision numbers, dates it works out by itself) is not in it.
 */
const someday = z.int().min(0).max(NO_DAY);
const somebody = z.string().min(1).max(64);
const planFields = z.object({ ownerId: somebody, nextAction, followUpDay: someday, snoozedUntilDay: someday });
const standingFields = z.object({ open: z.boolean(), state: caseState, resolution: z.unknown() });
const promiseFields = z.object({ state: z.enum(PROMISE_STATES), settledMs: z.int().nullable(), settledDay: someday.nullable(), settledBy: somebody.nullable(), how: z.string().max(300) });
const noteFields = z.object({ state: z.enum(['unposted', 'posted', 'not-needed']), postedMs: z.int().nullable(), postedBy: somebody.nullable() });
const appealColumns = z.object({ state: z.enum(APPEAL_STATES), nextDay: someday, ownerId: somebody });
export type PlanFields = { ownerId: string; nextAction: string; followUpDay: number; snoozedUntilDay: number };
export type PromiseFields = { state: string; settledMs: number | null; settledDay: number | null; settledBy: string | null; how: string };
export type NoteFields = { state: string; postedMs: number | null; postedBy: string | null };
export type AppealFields = { state: string; nextDay: number; ownerId: string; appeal: Appeal };
type SealedFields = Omit<SealedCase, 'evidence'>;
export type CaseFields = {
  open: boolean; state: string; payerKey: string; plan: PlanFields; sealed: SealedFields;
  /** Merges and splits of this case that were taken back. */
  undone?: readonly Undone[];
  promises: ReadonlyMap<string, PromiseFields>; notes: ReadonlyMap<string, NoteFields>; appeals: ReadonlyMap<string, AppealFields>; corrections: ReadonlyMap<string, Correction>;
};

/** `before`, `after`: the case just before and just after it; null of the other case, which was only closed. `contacts`: those that had come along and are not of this case now. */
export type Undone = { id: string; mergedInto: string | null; before: SealedFields | null; after: SealedFields | null; contacts: readonly string[] };

type Entry = string | { readonly [name: string]: Json };
const part = (entry: Entry, name: string): string => {
  const value = typeof entry === 'string' ? null : entry[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};
/** A list whose entries are fields of their own: what names one, how many there may be. Put in order by moment, then by name. */
type List = { name: (entry: Entry) => string; most: number; isOptional?: true };
const byMoment = (...more: string[]): List['name'] => (entry) => ['atMs', 'byUser', ...more].map((name) => part(entry, name)).join(' ');
const itself: List['name'] = (entry) => (typeof entry === 'string' ? entry : '');

const CASE_LISTS: Readonly<Record<string, List>> = {
  references: { name: (entry) => `${part(entry, 'label')} ${part(entry, 'value')}`, most: 200 },
  overrides: { name: byMoment('action', 'date'), most: 60 }, submissions: { name: byMoment('action', 'on'), most: 200 }, letters: { name: byMoment('kind', 'on'), most: 60 },
  rootCauses: { name: byMoment('subReason'), most: 60 }, setAsideForNow: { name: byMoment(), most: 60 }, asks: { name: byMoment('ofUser'), most: 60 },
  differences: { name: (entry) => `${part(entry, 'observationId')} ${part(entry, 'field')}`, most: 60 },
  edited: { name: itself, most: 60 }, alsoNumbers: { name: itself, most: 60 }, notTwins: { name: itself, most: 200 }, setAside: { name: itself, most: 500 },
};
const CASE_WHOLES = ['classification', 'suggestion', 'mergedInto', 'patientBirthDate', 'nextPayer', 'sensitive', 'legalHold', 'unanswered'] as const;

// The order of a packet and of its paragraphs is part of what was written: those lists stay whole.
const APPEAL_LISTS: Readonly<Record<string, List>> = {
  steps: { name: byMoment('state'), most: 200 }, escalations: { name: byMoment('step'), most: 60 }, peerTalks: { name: byMoment('state'), most: 30 },
  proofs: { name: (entry) => part(entry, 'id'), most: 60 }, typedFacts: { name: (entry) => part(entry, 'field'), most: 60 }, editors: { name: itself, most: 60 }, removedDocuments: { name: itself, most: 300, isOptional: true },
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
    for (const entry of (source[name] ?? []) as Entry[]) fields.set(`${prefix}${name}/${list.name(entry)}`.slice(0, LONGEST_NAME), { value: entry, typed: true });
  }
}

function sealedFieldsOf(sealed: SealedFields): Map<string, FieldNow> {
  const fields = new Map<string, FieldNow>();
  const typed = new Set(sealed.edited ?? []);
  for (const [name, value] of Object.entries(sealed.facts)) if (value !== undefined) fields.set(`facts/${name}`, { value, typed: typed.has(name) });
  put(fields, '', sealed, CASE_WHOLES, CASE_LISTS);
  return fields;
}

/** Every field of a case with what it holds now, and what was taken back with a merge or split. */
export function fieldsOf(now: CaseFields): Map<string, FieldNow> {
  const fields = new Map<string, FieldNow>();
  fields.set('standing', { value: { open: now.open, state: now.state, resolution: now.sealed.resolution as Json }, typed: true });
  fields.set('payerKey', { value: now.payerKey, typed: true });
  for (const [name, value] of Object.entries(now.plan)) fields.set(`plan/${name}`, { value, typed: true });
  for (const [path, field] of sealedFieldsOf(now.sealed)) fields.set(path, field);
  for (const [id, value] of now.promises) fields.set(`promise/${id}`, { value: { ...value }, typed: true });
  for (const [id, value] of now.notes) fields.set(`note/${id}`, { value: { ...value }, typed: true });
  for (const [id, { appeal, ...columns }] of now.appeals) {
    for (const [name, value] of Object.entries(columns)) fields.set(`appeal/${id}/${name}`, { value, typed: true });
    put(fields, `appeal/${id}/`, appeal, APPEAL_WHOLES, APPEAL_LISTS);
  }
  for (const [id, content] of now.corrections) put(fields, `correction/${id}/`, content, CORRECTION_WHOLES, CORRECTION_LISTS);
  for (const { id, mergedInto, before, after, contacts } of now.undone ?? []) {
    const brought = before === null || after === null ? new Map<string, Json>() : broughtBy(sealedFieldsOf(before), sealedFieldsOf(after));
    if (mergedInto !== null) brought.set('mergedInto', mergedInto);
    for (const contact of contacts) brought.set(`contact/${contact}`, contact);
    for (const [path, field] of takenBackFields(id, brought, fields)) fields.set(path, field);
  }
  return fields;
}

function take(shown: ReadonlyMap<string, Json>, prefix: string, wholes: readonly string[], lists: Readonly<Record<string, List>>): Record<string, unknown> {
  const taken: Record<string, unknown> = {};
  for (const name of wholes) if (shown.has(prefix + name)) taken[name] = shown.get(prefix + name);
  for (const [name, { most, isOptional }] of Object.entries(lists)) {
    const start = `${prefix}${name}/`;
    const entries = [...shown].filter(([path, value]) => path.startsWith(start) && value !== null).map(([path, value]) => ({ path, value, atMs: momentOf(value) }));
    entries.sort((a, b) => a.atMs - b.atMs || (a.path < b.path ? -1 : 1));
    if (entries.length > 0 || (prefix !== '' && isOptional !== true)) taken[name] = entries.slice(-most).map(({ value }) => value);
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

/** Values of this kind by the ids they stand under; one that is none of it is left out. */
function checked<T>(shown: ReadonlyMap<string, Json>, kind: string, schema: z.ZodType<T>): Map<string, T> {
  return new Map(idsUnder(shown, kind).flatMap((id) => {
    const parsed = schema.safeParse(shown.get(`${kind}/${id}`));
    return parsed.success ? [[id, parsed.data] as const] : [];
  }));
}

/** The case that these fields make. Null where they make none (a damaged or made-up document); an appeal or correction that is none is left out. */
export function caseOfFields(shown: ReadonlyMap<string, Json>): CaseFields | null {
  const standing = standingFields.safeParse(shown.get('standing'));
  const plan = planFields.safeParse(Object.fromEntries(Object.keys(planFields.shape).map((name) => [name, shown.get(`plan/${name}`)])));
  const payerKey = z.string().min(1).max(80).safeParse(shown.get('payerKey'));
  if (!standing.success || !plan.success || !payerKey.success) return null;
  const facts = Object.fromEntries([...shown].filter(([path]) => path.startsWith('facts/')).map(([path, value]) => [path.slice('facts/'.length), value]));
  const parsed = sealedCase.omit({ evidence: true }).safeParse({ references: [], overrides: [], submissions: [], classification: null, ...take(shown, '', CASE_WHOLES, CASE_LISTS), facts, resolution: standing.data.resolution ?? null });
  if (!parsed.success) return null;
  const appeals = new Map<string, AppealFields>();
  for (const id of idsUnder(shown, 'appeal')) {
    const content = appealSchema.safeParse(take(shown, `appeal/${id}/`, APPEAL_WHOLES, APPEAL_LISTS));
    const columns = appealColumns.safeParse(Object.fromEntries(Object.keys(appealColumns.shape).map((name) => [name, shown.get(`appeal/${id}/${name}`)])));
    if (content.success && columns.success) appeals.set(id, { ...columns.data, appeal: content.data });
  }
  const corrections = new Map<string, Correction>();
  for (const id of idsUnder(shown, 'correction')) {
    const content = correctionSchema.safeParse(take(shown, `correction/${id}/`, CORRECTION_WHOLES, CORRECTION_LISTS));
    if (content.success) corrections.set(id, content.data);
  }
  const { open, state } = standing.data;
  return { open, state, payerKey: payerKey.data, plan: plan.data, sealed: parsed.data, appeals, corrections, promises: checked(shown, 'promise', promiseFields), notes: checked(shown, 'note', noteFields) };
}
