import type { ReadingClaim } from '../reading/reading.ts';

/** By what a claim on a page is known again on a later look at that page or another of its portal. */
export type ClaimIdentity = { claimControlNumber: string | null; patientControlNumber: string | null; patientName: string | null; serviceFrom: string | null; charge: number | null };

export function identityOf(claim: ReadingClaim): ClaimIdentity {
  const short = (value: string | undefined) => value?.slice(0, 2000) ?? null;
  return {
    claimControlNumber: short(claim.claimControlNumber?.value), patientControlNumber: short(claim.patientControlNumber?.value),
    patientName: short(claim.patientName?.value), serviceFrom: short(claim.serviceFrom?.value), charge: claim.charge?.value ?? null,
  };
}

/** A number without what separates its parts. */
export const bareNumber = (number: string): string => number.replaceAll(/[^\p{L}\p{N}]/gu, '').toUpperCase();
const agree = (one: string | null, other: string | null): boolean => one === null || other === null || bareNumber(one) === bareNumber(other);
const alike = (one: string | null, other: string | null): boolean => one !== null && other !== null && bareNumber(one) === bareNumber(other);

/** By the claim's number; without one on both sides by the account number and its day; without either only where everything known agrees. */
export function isSameClaim(one: ClaimIdentity, other: ClaimIdentity): boolean {
  if (one.claimControlNumber !== null && other.claimControlNumber !== null) return alike(one.claimControlNumber, other.claimControlNumber);
  if (one.patientControlNumber !== null && other.patientControlNumber !== null) return alike(one.patientControlNumber, other.patientControlNumber) && agree(one.serviceFrom, other.serviceFrom);
  if (one.claimControlNumber !== other.claimControlNumber || one.patientControlNumber !== other.patientControlNumber) return false;
  return alike(one.patientName, other.patientName) && alike(one.serviceFrom, other.serviceFrom) && one.charge === other.charge;
}

function isEqual(one: ClaimIdentity, other: ClaimIdentity): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The one of `claims` that is meant; null where none is, or where several are and nothing tells them apart. */
export function claimFor<T extends { identity: ClaimIdentity }>(claims: readonly T[], wanted: ClaimIdentity): T | null {
  const same = claims.filter((claim) => isSameClaim(claim.identity, wanted));
  const exact = same.length > 1 ? same.filter((claim) => isEqual(claim.identity, wanted)) : same;
  return exact.length === 1 ? (exact[0] ?? null) : null;
}
