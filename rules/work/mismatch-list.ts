import type { ClaimFacts } from '../domain/denial-case.ts';
import type { Filing } from '../domain/filing.ts';
import { placeOfServiceIn } from '../codes/place-of-service.ts';
import { plainNumber } from './same-claim.ts';

/** What is held against one another, in the order in which a biller looks. */
export const CHECKED = ['name', 'birth-date', 'member-id', 'plan', 'dates', 'codes', 'modifiers', 'units', 'place', 'provider'] as const;
export type Checked = (typeof CHECKED)[number];
/** Who says it: the payer in its remittance, the claim as it was sent, the payer's portal, the practice's own record (typed). */
export const SAYERS = ['remittance', 'sent', 'portal', 'record'] as const;
export type Sayer = (typeof SAYERS)[number];

export type CheckRow = { what: Checked; said: { by: Sayer; value: string }[]; verdict: 'same' | 'differs' | 'one-source' | 'nothing' };
export type Said = Partial<Record<Sayer, Partial<Record<Checked, string | null>>>>;

const text = (values: readonly (string | number | null)[]): string | null => [...new Set(values.filter((value) => value !== null && value !== '').map(String))].sort().join(', ') || null;

/** What a claim's facts say of each thing; absent where the source does not show it. */
export function saidByFacts(facts: ClaimFacts): Partial<Record<Checked, string | null>> {
  return {
    name: facts.patientName, 'birth-date': facts.birthDate ?? null, 'member-id': facts.memberId, plan: facts.plan ?? null,
    dates: facts.serviceFrom === null ? null : facts.serviceTo === null || facts.serviceTo === facts.serviceFrom ? facts.serviceFrom : `${facts.serviceFrom} to ${facts.serviceTo}`,
    codes: text(facts.lines.map(({ procedure }) => procedure)), modifiers: text(facts.lines.flatMap(({ modifiers }) => modifiers)), units: unitsOf(facts.lines), place: facts.location ?? null, provider: facts.provider,
  };
}

/** The same of a claim as it was sent. */
export function saidByFiling(sent: Filing): Partial<Record<Checked, string | null>> {
  return {
    name: sent.patientName, 'birth-date': sent.birthDate ?? null, plan: sent.plan ?? null, place: sent.place ?? null, provider: sent.provider ?? null, 'member-id': sent.memberId, dates: sent.serviceFrom === null ? null : sent.serviceTo === null || sent.serviceTo === sent.serviceFrom ? sent.serviceFrom : `${sent.serviceFrom} to ${sent.serviceTo}`,
    codes: text(sent.lines.map(({ procedure }) => procedure)), modifiers: text(sent.lines.flatMap(({ modifiers }) => modifiers)), units: unitsOf(sent.lines),
  };
}

function unitsOf(lines: readonly { procedure: string | null; units: number | null }[]): string | null {
  const known = lines.filter(({ units }) => units !== null);
  return known.length === 0 ? null : known.map(({ procedure, units }) => `${procedure ?? '?'} × ${String(units)}`).sort().join(', ');
}

/** Each thing with who says what of it. A value nobody else confirms is said to be so, and is no agreement. */
export function mismatchList(said: Said): CheckRow[] {
  return CHECKED.map((what): CheckRow => {
    const values = SAYERS.flatMap((by) => {
      const value = said[by]?.[what] ?? null;
      return value === null || !/[\p{L}\p{N}]/u.test(value) ? [] : [{ by, value }];
    });
    const pairs = values.flatMap(({ value }, at) => values.slice(at + 1).map((other) => agrees(what, value, other.value)));
    return { what, said: values, verdict: values.length === 0 ? 'nothing' : pairs.includes(false) ? 'differs' : pairs.includes(true) ? 'same' : 'one-source' };
  });
}

/** Whether two sources say the same; null where they speak of it in ways that cannot be held against one another: a place by its code and by its name, a plan by its number and by its name. */
function agrees(what: Checked, one: string, other: string): boolean | null {
  if (what === 'place') {
    const [a, b] = [placeOfServiceIn(one), placeOfServiceIn(other)];
    if ((a === null) !== (b === null)) return null;
    if (a !== null) return a === b;
  }
  return what === 'plan' ? isSamePlan(one, other) : formOf(what, one) === formOf(what, other);
}

/** Words that make a plan another one, which somebody else pays. */
const OTHER_PLAN: ReadonlySet<string> = new Set(['ADVANTAGE', 'SUPPLEMENT', 'MEDIGAP', 'MEDICAID']);

/**
 * Whether two texts name one plan. A name that is part of the other settles nothing ("Blue PPO", "Blue PPO Bronze 60"), unless
 * what is added makes it another plan ("Medicare", "Medicare Advantage HMO"). A group number that only one of them has beside the name does not part them, nor a name beside the same number.
 */
function isSamePlan(one: string, other: string): boolean | null {
  const words = (text: string): Set<string> => new Set(text.toUpperCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const [a, b] = [words(one), words(other)];
  const [small, large] = a.isSubsetOf(b) ? [a, b] : [b, a];
  if (!small.isSubsetOf(large)) return /\p{L}{3}/u.test(one) && /\p{L}{3}/u.test(other) ? false : null;
  if (!large.difference(small).isDisjointFrom(OTHER_PLAN)) return false;
  const areNumbers = (some: Set<string>): boolean => [...some].every((word) => /\d{4}/u.test(word));
  return areNumbers(large.difference(small)) || areNumbers(small) ? true : null;
}

/** Two writings of one value have one form: case, spaces and stops do not make another person; a middle initial does not either. */
function formOf(what: Checked, value: string): string {
  if (what === 'member-id') return plainNumber(value) ?? value;
  if (what !== 'name' && what !== 'provider') return value.toUpperCase().replaceAll(/\s+/gu, ' ').trim();
  const folded = value.normalize('NFKD').replaceAll(/\p{M}+/gu, '').toUpperCase().replaceAll(/\b(?:DR|MD|DO|NP|PA)\b\.?/gu, '');
  const [last = '', rest = ''] = folded.includes(',') ? folded.split(',') : [folded.trim().split(/\s+/u).at(-1) ?? '', folded.trim().split(/\s+/u).slice(0, -1).join(' ')];
  return `${last.replaceAll(/[^\p{L}\p{N}]+/gu, '')},${(rest.trim().split(/\s+/u)[0] ?? '').replaceAll(/[^\p{L}\p{N}]+/gu, '')}`;
}
