import { libraryPayerOf } from '../../rules/work/payer-match.ts';
import { plainNumber, sameClaim } from '../../rules/work/same-claim.ts';
import type { ClaimIdentity } from '../../rules/work/same-claim.ts';
import type { SealedCase } from '../../rules/domain/denial-case.ts';
import type { PracticePayer } from '../../rules/domain/practice.ts';
import type { OverturnDatabase } from '../db.ts';
import type { CaseRow } from '../schema/v1.ts';
import { StorageFault } from '../storage-fault.ts';
import type { Vault } from '../vault/vault.ts';
import { idsByToken } from './ids-by-token.ts';
import { openCase } from './open-case.ts';

/** A case that a claim might belong to, opened. */
export type Candidate = { row: CaseRow; sealed: SealedCase };

/** Tokens under which a case of this claim would be found. */
export function identityTokens(vault: Vault, identity: ClaimIdentity): string[] {
  const { claimControlNumber, patientControlNumber } = identity.facts;
  const numbers = [claimControlNumber, patientControlNumber, ...(identity.replaces ?? []), ...(identity.also ?? [])].filter((number): number is string => plainNumber(number) !== null);
  // Without any number a case can still be found by the patient's first word and compared.
  const { patientName, serviceFrom } = identity.facts;
  const [surname] = (patientName ?? '').split(/[\s,]+/u).filter((word) => word.length > 1);
  if (numbers.length === 0 && surname !== undefined && serviceFrom !== null) return [vault.blindExact('name', surname)].filter((token) => token !== null);
  return [...new Set(numbers.map((number) => vault.blindExact('number', number)).filter((token) => token !== null))];
}

/** Opened cases that share a number with one of the claims, by id. A damaged one is left out: it cannot be told apart. */
export async function findCandidates(db: OverturnDatabase, vault: Vault, tokens: readonly string[]): Promise<Map<string, Candidate>> {
  if (tokens.length === 0) return new Map();
  const rows = (await db.cases.bulkGet(await idsByToken(db, tokens))).filter((row) => row !== undefined);
  const opened = await Promise.all(rows.map(async (row): Promise<[string, Candidate][]> => {
    try {
      const sealed = await openCase(vault, row);
      // A merged case takes no looks of its own: they belong to the one it was merged into, which has its numbers.
      return sealed.mergedInto == null ? [[row.id, { row, sealed }]] : [];
    } catch (error) {
      if (error instanceof StorageFault) return [];
      throw error;
    }
  }));
  return new Map(opened.flat());
}

export function identityOfCase(payerKey: string, payer: PracticePayer | null, sealed: SealedCase): ClaimIdentity {
  return { payer: payerKey, library: libraryOf(payer), facts: sealed.facts, ...(sealed.alsoNumbers === undefined ? {} : { also: sealed.alsoNumbers }) };
}

export function libraryOf(payer: PracticePayer | null): string | null {
  return payer === null ? null : payer.libraryPayer ?? libraryPayerOf(payer.name);
}

export type Matched<T> = { same: T | null; doubtful: { one: T; why: string }[] };

/**
 * The case a claim belongs to, and those it might. Two certain ones are no certainty: unless the payer's own number is that
 * of just one of them, the claim belongs to none and both are doubtful, for a person to decide.
 */
export function judge<T>(identity: ClaimIdentity, candidates: readonly { one: T; identity: ClaimIdentity }[]): Matched<T> {
  const same: { one: T; identity: ClaimIdentity }[] = [];
  const doubtful: { one: T; why: string }[] = [];
  for (const candidate of candidates) {
    const { verdict, why } = sameClaim(identity, candidate.identity);
    if (verdict === 'same') same.push(candidate);
    else if (verdict === 'doubtful') doubtful.push({ one: candidate.one, why });
  }
  const [only, ...others] = same;
  if (only === undefined) return { same: null, doubtful };
  if (others.length === 0) return { same: only.one, doubtful };
  const number = plainNumber(identity.facts.claimControlNumber);
  const [exact, ...twins] = same.filter((one) => number !== null && plainNumber(one.identity.facts.claimControlNumber) === number);
  if (exact !== undefined && twins.length === 0) return { same: exact.one, doubtful };
  return { same: null, doubtful: [...same.map(({ one }) => ({ one, why: 'More than one case fits it as well.' })), ...doubtful] };
}
