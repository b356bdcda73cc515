import { canonicalJson } from '../evidence/canonical-json.ts';
import { canBeTakenOut, shownValue } from './field-policy.ts';
import type { Json, Register } from './field-register.ts';

/**
 * What a merge or a split had brought into a case and its undoing took away again. It is written down as a field of its own,
 * `takenBack/<regrouping>/<path>` with the value that was brought, so that it travels and joins as all fields do, and a computer that
 * holds the case as it was in between (restored from a backup of then, or away for weeks) brings nothing back. A value that is set
 * again by somebody who knew lifts it. Registers stay as they are; only what they show changes, so the laws of joining hold.
 */
const START = 'takenBack/';
const CONTACT = 'contact/';
export const isTakenBack = (path: string): boolean => path.startsWith(START);

type Fields = ReadonlyMap<string, Register>;
type Now = ReadonlyMap<string, { value: Json; typed: boolean }>;
const same = (one: Json | undefined, other: Json | undefined): boolean => canonicalJson(one ?? null) === canonicalJson(other ?? null);

/** What `after` holds that `before` did not, by path: facts, and entries of lists that can be taken out. */
export function broughtBy(before: Now, after: Now): Map<string, Json> {
  return new Map([...after].filter(([path, { value }]) => value !== null && (path.startsWith('facts/') || canBeTakenOut(path)) && !same(before.get(path)?.value, value)).map(([path, { value }]) => [path, value]));
}

/** The fields that say so. What the case holds again by now is not taken back. */
export function takenBackFields(regrouping: string, brought: ReadonlyMap<string, Json>, now: Now): Map<string, { value: Json; typed: boolean }> {
  return new Map([...brought].filter(([path, value]) => !same(now.get(path)?.value, value)).map(([path, value]) => [`${START}${regrouping}/${path}`, { value: { brought: value }, typed: true }]));
}

/** What is taken back as these registers stand: path of the field itself, with the field that says so. */
function standing(fields: Fields): { path: string; by: string; brought: Json }[] {
  return [...fields].flatMap(([by, register]) => {
    if (!isTakenBack(by)) return [];
    const value = shownValue(by, register);
    if (typeof value !== 'object' || value === null || !('brought' in value)) return [];
    return [{ path: by.split('/').slice(2).join('/'), by, brought: value.brought }];
  });
}

/** The fields as they are shown: without what was taken back, unless a person typed that very fact, or nothing else is known of it. */
export function withoutTakenBack(fields: Fields): Fields {
  const back = standing(fields);
  if (back.length === 0) return fields;
  const shown = new Map(fields);
  for (const { path, brought } of back) {
    const isFact = path.startsWith('facts/');
    drop(shown, path, (candidate) => same(candidate.value, brought) && !(isFact && candidate.typed), canBeTakenOut(path));
    // A case that is no part of another one any more did not end by becoming part of it.
    if (path === 'mergedInto') drop(shown, 'standing', ({ value }) => isEndOfMerge(value), false);
  }
  return shown;
}

function drop(shown: Map<string, Register>, path: string, isGone: (candidate: Register['candidates'][number]) => boolean, mayEmpty: boolean): void {
  const register = shown.get(path);
  const left = register?.candidates.filter((candidate) => !isGone(candidate)) ?? [];
  if (register === undefined || left.length === register.candidates.length) return;
  if (left.length > 0) shown.set(path, { ...register, candidates: left });
  else if (mayEmpty) shown.delete(path);
}

function isEndOfMerge(value: Json): boolean {
  const resolution = typeof value === 'object' && value !== null && 'resolution' in value ? value.resolution : null;
  return typeof resolution === 'object' && resolution !== null && 'endReason' in resolution && resolution.endReason === 'merged';
}

/** Fields of `takenBack` that hold no more, because the case holds that value again. `contacts`: ids of those that were brought into it again. */
export function liftedBy(fields: Fields, now: Now, contacts: ReadonlySet<string>): string[] {
  const isBack = (path: string, brought: Json): boolean => (path.startsWith(CONTACT) ? contacts.has(path.slice(CONTACT.length)) : now.has(path) && same(now.get(path)?.value, brought));
  return standing(fields).filter(({ path, brought }) => isBack(path, brought)).map(({ by }) => by);
}

/** Ids of contacts that are not of this case, though it once had them. */
export function contactsTakenBack(fields: Fields): Set<string> {
  return new Set(standing(fields).flatMap(({ path }) => (path.startsWith(CONTACT) ? [path.slice(CONTACT.length)] : [])));
}
