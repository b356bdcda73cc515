import { z } from 'zod';
import { isoDate, opaqueId, shortText } from './iso-date.ts';
import { user } from './practice.ts';
import { POOL } from './vocabulary.ts';

/** Owner of cases that wait: the general pool (`POOL`), or one of the practice's own. No user has such an id. */
export const poolKey = z.string().regex(/^pool(-[a-z0-9-]{4,40})?$/u);
/** A pool of the practice's own, such as "Therapy denials". Its key never changes, its name may. */
export const workPool = z.object({ key: poolKey, name: shortText.min(1) });
export type WorkPool = z.infer<typeof workPool>;
/** The pool every practice has. */
export const GENERAL_POOL: WorkPool = { key: POOL, name: 'The pool' };

/** Days on which somebody does not work, both ends included. `coverId`: who looks after the queue meanwhile, null where nobody was named. */
export const absence = z.object({ from: isoDate, to: isoDate, coverId: opaqueId.nullable() }).refine(({ from, to }) => from <= to, { path: ['to'], message: 'before-from' });
export type Absence = z.infer<typeof absence>;

/** What a lead says of a person for assigning work. `skills`: denial categories, or words of the practice's own. */
export const personDetails = z.object({
  skills: z.array(shortText.min(1)).max(40), payerKeys: z.array(z.string().max(80)).max(300), pools: z.array(poolKey).max(40), away: z.array(absence).max(60),
});
export type PersonDetails = z.infer<typeof personDetails>;

/**
 * Somebody whose name stands on work: signs in here (`here`), works on another computer of the practice and came in with a
 * hand-over file (`elsewhere`), or has left (`left`) and can sign in no more; what they did stays under their name.
 */
export const PERSON_STANDINGS = ['here', 'elsewhere', 'left'] as const;
export type PersonStanding = (typeof PERSON_STANDINGS)[number];
export const person = user.extend({ ...personDetails.shape, standing: z.enum(PERSON_STANDINGS), leftMs: z.int().nullable(), needsOwnPassphrase: z.boolean() });
export type Person = z.infer<typeof person>;

/** The absence a day (`YYYY-MM-DD`) falls into, or null. */
export function absenceOn({ away }: Pick<Person, 'away'>, day: string): Absence | null {
  return away.find(({ from, to }) => from <= day && day <= to) ?? null;
}

/** Whether work may be given to somebody on a day: has not left, may change things, and is not away. */
export function canTakeWork(someone: Pick<Person, 'away' | 'role' | 'standing'>, day: string): boolean {
  return someone.standing !== 'left' && someone.role !== 'auditor' && absenceOn(someone, day) === null;
}
