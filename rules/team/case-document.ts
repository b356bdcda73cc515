import { z } from 'zod';
import { canonicalJson } from '../evidence/canonical-json.ts';
import { NO_DAY } from '../domain/day-number.ts';
import { opaqueId } from '../domain/iso-date.ts';
import { mergeRegisters, seenOf, writeField } from './field-register.ts';
import type { Json, Register } from './field-register.ts';
import { canBeTakenOut, openChoice, shownValue } from './field-policy.ts';
import { isTakenBack, liftedBy, withoutTakenBack } from './taken-back.ts';

/**
 * One case as it travels between computers: what can change, field by field, as registers; what is only ever added (contacts, notes,
 * looks, lines of the timeline, documents), each under its id; and three moments that are joined by their order.
 */
export const ADDITION_KINDS = ['event', 'look', 'contact', 'note', 'promise', 'appeal', 'correction', 'document'] as const;
export type AdditionKind = (typeof ADDITION_KINDS)[number];

export type Addition = { kind: AdditionKind; id: string; value: Json };
export type CaseDocument = {
  caseId: string; createdMs: number; createdDay: number; touchedMs: number;
  fields: ReadonlyMap<string, Register>; additions: ReadonlyMap<string, Addition>;
};

const json: z.ZodType<Json> = z.json();
const machine = opaqueId;
const dot = z.tuple([machine, z.int().min(1)]);
const register = z.object({
  seen: z.array(dot).max(500),
  candidates: z.array(z.object({ value: json, dot, atMs: z.int(), byUser: z.string().max(64), typed: z.boolean() })).min(1).max(200),
});
/** The written form of a document: lists in place of maps, sorted, so that the same document is the same text. */
export const writtenDocument = z.object({
  caseId: opaqueId, createdMs: z.int().min(0), createdDay: z.int().min(0).max(NO_DAY), touchedMs: z.int().min(0),
  fields: z.array(z.tuple([z.string().min(1).max(700), register])).max(20_000),
  additions: z.array(z.object({ kind: z.enum(ADDITION_KINDS), id: opaqueId, value: json })).max(20_000),
});
export type WrittenDocument = z.infer<typeof writtenDocument>;

const additionKey = ({ kind, id }: Pick<Addition, 'kind' | 'id'>): string => `${kind}/${id}`;
const sorted = <T>(map: ReadonlyMap<string, T>): [string, T][] => [...map].sort(([one], [other]) => (one < other ? -1 : 1));

export function documentOf(written: WrittenDocument): CaseDocument {
  return { ...written, fields: new Map(written.fields), additions: new Map(written.additions.map((one) => [additionKey(one), one])) };
}

export function writtenOf(document: CaseDocument): WrittenDocument {
  const { caseId, createdMs, createdDay, touchedMs } = document;
  return {
    caseId, createdMs, createdDay, touchedMs,
    fields: sorted(document.fields).map(([path, { seen, candidates }]) => [path, { seen: seen.map(([name, n]) => [name, n]), candidates: candidates.map((one) => ({ ...one, dot: [one.dot[0], one.dot[1]] })) }]),
    additions: sorted(document.additions).map(([, one]) => one),
  };
}

/** The text of a document, the same for the same document whoever writes it. */
export const documentText = (document: CaseDocument): string => canonicalJson(writtenOf(document));

export function mergeFields(one: ReadonlyMap<string, Register>, other: ReadonlyMap<string, Register>): Map<string, Register> {
  const merged = new Map(one);
  for (const [path, register] of other) {
    const mine = merged.get(path);
    merged.set(path, mine === undefined ? register : mergeRegisters(mine, register));
  }
  return merged;
}

/** Two computers' knowledge of one case in one. Commutative, associative, idempotent. Of cases with different ids it makes no sense. */
export function mergeDocuments(one: CaseDocument, other: CaseDocument): CaseDocument {
  const additions = new Map(one.additions);
  for (const [key, addition] of other.additions) {
    const mine = additions.get(key);
    // What is added is never changed; two contents under one id are a fault, and everybody takes the same one.
    if (mine === undefined || canonicalJson(mine) < canonicalJson(addition)) additions.set(key, addition);
  }
  return {
    caseId: one.caseId, createdMs: Math.min(one.createdMs, other.createdMs), createdDay: Math.min(one.createdDay, other.createdDay), touchedMs: Math.max(one.touchedMs, other.touchedMs),
    fields: mergeFields(one.fields, other.fields), additions,
  };
}

export type FieldNow = { value: Json; typed: boolean };
export type Who = { machine: string; atMs: number; byUser: string };

/**
 * Writes down what changed here since the registers were last looked at: each field that holds another value than the register shows
 * becomes one writing of this computer. So the store needs to know nothing of computers while people work. `contacts`: ids of contacts
 * that were surely brought into the case here, also where their going away stands in the registers.
 */
export function stampFields(fields: ReadonlyMap<string, Register>, now: ReadonlyMap<string, FieldNow>, who: Who, contacts: ReadonlySet<string> = new Set()): Map<string, Register> {
  const stamped = new Map(fields);
  const shownOf = withoutTakenBack(fields);
  const n = 1 + Math.max(0, ...[...fields.values()].map((register) => seenOf(register, who.machine)));
  const write = (path: string, value: Json, typed: boolean): void => {
    stamped.set(path, writeField(fields.get(path), { value, typed, dot: [who.machine, n], atMs: who.atMs, byUser: who.byUser }));
  };
  for (const [path, { value, typed }] of now) {
    const shown = shownValue(path, shownOf.get(path));
    if (shown === undefined || canonicalJson(shown) !== canonicalJson(value)) write(path, value, typed);
  }
  // An appeal that is filed under another case now took its fields along: nothing of it was taken out.
  const isHere = (path: string): boolean => !path.startsWith('appeal/') || now.has(`${path.split('/', 2).join('/')}/state`);
  for (const [path, register] of shownOf) if (!now.has(path) && canBeTakenOut(path) && isHere(path) && shownValue(path, register) !== null) write(path, null, true);
  for (const path of liftedBy(fields, now, contacts)) write(path, null, true);
  return stamped;
}

/** One field written by this computer, in place of everything it held: a person decided, or the case went to somebody here. */
export function setField(fields: ReadonlyMap<string, Register>, path: string, { value, typed }: FieldNow, who: Who): Map<string, Register> {
  const n = 1 + Math.max(0, ...[...fields.values()].map((register) => seenOf(register, who.machine)));
  return new Map(fields).set(path, writeField(fields.get(path), { value, typed, dot: [who.machine, n], atMs: who.atMs, byUser: who.byUser }));
}

/** What every field shows. */
export function shownFields(fields: ReadonlyMap<string, Register>): Map<string, Json> {
  return new Map([...withoutTakenBack(fields)].flatMap(([path, register]) => {
    const value = shownValue(path, register);
    return value === undefined || isTakenBack(path) ? [] : [[path, value] as const];
  }));
}

/** Fields between whose values a person has to decide. */
export function openChoices(fields: ReadonlyMap<string, Register>): { path: string; choice: ReturnType<typeof openChoice> }[] {
  return sorted(withoutTakenBack(fields)).flatMap(([path, register]) => {
    const choice = openChoice(path, register);
    return choice.length === 0 ? [] : [{ path, choice }];
  });
}
