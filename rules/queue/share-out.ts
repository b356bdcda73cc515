import type { Person } from '../domain/person.ts';

/** By what a case finds its person: what they are good at, the payers they take, the pools they take from, all three, or only who has least to do. */
export const SHARE_BYS = ['fit', 'skill', 'payer', 'pool', 'load'] as const;
export type ShareBy = (typeof SHARE_BYS)[number];

/** A case to be given to somebody. `minutes`: what its work usually takes. */
export type ShareCase = { id: string; ownerId: string; payerKey: string; category: string; cents: number; minutes: number };
/** Somebody who may be given work, with the minutes of work that wait for them already. */
export type Sharer = Pick<Person, 'id' | 'skills' | 'payerKeys' | 'pools'> & { minutes: number };
export type Fit = 'skill' | 'payer' | 'pool';
export type ShareStep = { caseId: string; toId: string; fits: Fit[] };
/** Who would get what, and which cases fit nobody. */
export type SharePlan = { steps: ShareStep[]; left: string[] };

function fitsOf(one: ShareCase, person: Sharer): Fit[] {
  return [
    ...(person.skills.includes(one.category) ? ['skill' as const] : []),
    ...(person.payerKeys.includes(one.payerKey) ? ['payer' as const] : []),
    ...(person.pools.includes(one.ownerId) ? ['pool' as const] : []),
  ];
}

/**
 * Gives each case to somebody it fits, in the order given: most fits first, then least waiting minutes. What fits nobody is left, never
 * pushed on somebody; only `load` asks for no fit. Whoever owns a case already keeps out of its giving. The same input gives the same plan.
 */
export function shareOut(cases: readonly ShareCase[], people: readonly Sharer[], by: ShareBy): SharePlan {
  const minutes = new Map(people.map(({ id, minutes: waiting }) => [id, waiting]));
  const plan: SharePlan = { steps: [], left: [] };
  for (const one of cases) {
    const best = people.filter(({ id }) => id !== one.ownerId).map((person) => ({ person, fits: fitsOf(one, person).filter((fit) => by === 'fit' || by === fit) }))
      .filter(({ fits }) => by === 'load' || fits.length > 0)
      .sort((a, b) => b.fits.length - a.fits.length || (minutes.get(a.person.id) ?? 0) - (minutes.get(b.person.id) ?? 0) || (a.person.id < b.person.id ? -1 : 1))[0];
    if (best === undefined) {
      plan.left.push(one.id);
      continue;
    }
    minutes.set(best.person.id, (minutes.get(best.person.id) ?? 0) + one.minutes);
    plan.steps.push({ caseId: one.id, toId: best.person.id, fits: best.fits });
  }
  return plan;
}
