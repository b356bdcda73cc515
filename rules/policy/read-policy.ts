import { portalHosts } from '../portals/registry/portal-hosts.ts';
import { POLICY_PARTS } from './managed-policy-schema.ts';
import type { ManagedPolicy, PolicyPart } from './managed-policy-schema.ts';

/** Nothing is set: what a computer without a policy has. */
export const NO_POLICY: ManagedPolicy = {
  portalsAllowed: null, portalsDenied: [], portalsReadOnly: [], idleMinutes: null, caseYears: null, trailYears: null, exportsAllowed: null, packs: null, packSigners: null, coverIdentifiers: null,
};

/** One thing that is wrong: where it stands (`portalsDenied, 2nd`), and what holds instead. */
export type PolicyProblem = { part: string; says: string };
/** `given`: the parts that hold, in the order of the table; `problems` say what does not and what holds instead. */
export type ReadPolicy = { policy: ManagedPolicy; given: PolicyPart[]; problems: PolicyProblem[] };

const LISTS: ReadonlySet<string> = new Set<PolicyPart>(['portalsAllowed', 'portalsDenied', 'portalsReadOnly', 'exportsAllowed', 'packSigners']);
const MOST_ITEMS = 500;
const wanted: Record<PolicyPart, string> = {
  portalsAllowed: 'a portal of the register, a host such as claims.payer.com, or *.payer.com', portalsDenied: 'a portal of the register, a host such as claims.payer.com, or *.payer.com',
  portalsReadOnly: 'a portal of the register, a host such as claims.payer.com, or *.payer.com', idleMinutes: 'a whole number from 1 to 120', caseYears: 'a whole number from 1 to 50', trailYears: 'a whole number from 6 to 50',
  exportsAllowed: 'a kind of file, or a kind and a role such as cases:lead', packs: 'any, signed or none', packSigners: 'a key as the pack screen shows it: six groups of four characters', coverIdentifiers: 'member or numbers',
};
/** What holds where a part cannot be read at all. A list that was meant to narrow and cannot be read closes what it is about, until it is mended. */
const instead: Record<PolicyPart, { policy: Partial<ManagedPolicy>; says: string }> = {
  portalsAllowed: { policy: { portalsAllowed: [] }, says: 'Until it is mended no portal is read.' }, portalsDenied: { policy: {}, says: 'Nothing is denied by it.' }, portalsReadOnly: { policy: {}, says: 'Nothing is made read-only by it.' },
  idleMinutes: { policy: {}, says: "The practice's own setting holds." }, caseYears: { policy: {}, says: "The practice's own setting holds." }, trailYears: { policy: {}, says: 'Six years hold, or more where the practice set more.' },
  exportsAllowed: { policy: { exportsAllowed: [] }, says: 'Until it is mended nothing leaves as a file.' }, packs: { policy: { packs: 'none' }, says: 'Until it is mended no pack is taken in.' },
  packSigners: { policy: { packSigners: [] }, says: 'Until it is mended no signed pack of another practice is taken in.' }, coverIdentifiers: { policy: { coverIdentifiers: 'numbers' }, says: 'Until it is mended all numbers are covered.' },
};

const nth = (at: number): string => `${at + 1}${at % 10 === 0 && at % 100 !== 10 ? 'st' : at % 10 === 1 && at % 100 !== 11 ? 'nd' : at % 10 === 2 && at % 100 !== 12 ? 'rd' : 'th'}`;

/** Whether a name without a dot is a portal of the register; a host is believed as it is. */
function isKnownPortal(name: string): boolean {
  return name.includes('.') || name === 'localhost' || portalHosts.some(({ id }) => id === name);
}

/**
 * Reads what the browser hands over as the organization's policy. Never throws: what is wrong is named part by part (and
 * item by item in lists), and what is sound holds. Values are never repeated in a problem, since nobody vouches for them.
 */
export function readPolicy(raw: unknown): ReadPolicy {
  const policy: ManagedPolicy = { ...NO_POLICY };
  const given: PolicyPart[] = [];
  const problems: PolicyProblem[] = [];
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return raw === undefined || raw === null ? { policy, given, problems } : { policy, given, problems: [{ part: 'policy', says: 'It is not a set of named parts. Nothing of it holds.' }] };
  for (const part of Object.keys(POLICY_PARTS) as PolicyPart[]) {
    if (!Object.hasOwn(raw, part)) continue;
    const value = (raw as Record<string, unknown>)[part];
    if (LISTS.has(part) && Array.isArray(value)) {
      given.push(part);
      const sound = soundItems(part, value, problems);
      Object.assign(policy, { [part]: sound });
      continue;
    }
    const parsed = LISTS.has(part) ? null : POLICY_PARTS[part].safeParse(value);
    if (parsed?.success === true) {
      given.push(part);
      Object.assign(policy, { [part]: parsed.data });
      continue;
    }
    problems.push({ part, says: `${LISTS.has(part) ? 'It must be a list.' : `It must be ${wanted[part]}.`} ${instead[part].says}` });
    if (Object.keys(instead[part].policy).length > 0) given.push(part);
    Object.assign(policy, instead[part].policy);
  }
  for (const name of Object.keys(raw).filter((key) => !Object.hasOwn(POLICY_PARTS, key)).slice(0, 20)) problems.push({ part: name.replaceAll(/[^\w-]/gu, '?').slice(0, 40), says: 'Overturn knows no such part. It does nothing.' });
  return { policy, given, problems };
}

function soundItems(part: PolicyPart, list: readonly unknown[], problems: PolicyProblem[]): string[] {
  const { element } = POLICY_PARTS[part] as (typeof POLICY_PARTS)['portalsAllowed'];
  if (list.length > MOST_ITEMS) problems.push({ part, says: `Only the first ${MOST_ITEMS} are used.` });
  const isOfPortals = part.startsWith('portals');
  return list.slice(0, MOST_ITEMS).flatMap((item, at) => {
    const parsed = element.safeParse(item);
    if (!parsed.success) {
      problems.push({ part: `${part}, ${nth(at)}`, says: `It must be ${wanted[part]}. The others hold.` });
      return [];
    }
    if (isOfPortals && !isKnownPortal(parsed.data)) problems.push({ part: `${part}, ${nth(at)}`, says: 'No portal of the register has this id, and a host would have a dot in it. The others hold.' });
    return [parsed.data];
  });
}
