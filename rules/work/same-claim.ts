import type { ClaimFacts } from '../domain/denial-case.ts';

/** A claim with the payer it is filed under. `payer` is the practice's key (empty where the source names none), `library` the rule library's name where known. */
export type ClaimIdentity = {
  payer: string; library: string | null;
  facts: Pick<ClaimFacts, 'claimControlNumber' | 'patientControlNumber' | 'patientName' | 'memberId' | 'serviceFrom' | 'charge'>;
  /** The payer's numbers this claim replaces or corrects, as the source says. */
  replaces?: readonly string[];
  /** Further numbers of the claim, of cases a person merged. */
  also?: readonly string[];
};

/** `same` may be merged by itself; `doubtful` never is: it is shown to a person. */
export type Sameness = { verdict: 'same' | 'doubtful' | 'different'; why: string };

/** A number as compared: letters and digits only; null where too short or masked to tell anything. */
export function plainNumber(value: string | null): string | null {
  if (value === null || /[*•●]|x{3,}/iu.test(value)) return null;
  const plain = value.normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return plain.length < 3 || /^0+$/u.test(plain) ? null : plain;
}

/** True: agree. False: cannot both be true. Null: nothing can be said. */
function agree<T>(one: T | null, other: T | null, equal: (a: T, b: T) => boolean = (a, b) => a === b): boolean | null {
  return one === null || other === null ? null : equal(one, other);
}

const nameWords = (name: string): string[] => name.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase().split(/[^\p{L}]+/u).filter((word) => word.length > 1);

/** Two spellings of one person share a word; masked names say nothing. */
function namesAgree(one: string | null, other: string | null): boolean | null {
  if (one === null || other === null || /[*•●]/u.test(one + other)) return null;
  const [left, right] = [nameWords(one), nameWords(other)];
  if (left.length === 0 || right.length === 0) return null;
  return left.some((word) => right.includes(word));
}

/** Every word of the shorter name stands in the longer, and there are two at least: more than a shared surname. */
function sameFullName(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return false;
  const [left, right] = [nameWords(one), nameWords(other)];
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  return short.length >= 2 && short.every((word) => long.includes(word));
}

const membersAgree = (one: string | null, other: string | null): boolean | null =>
  agree(plainNumber(one), plainNumber(other), (a, b) => a.includes(b) || b.includes(a));

/**
 * Whether two looks are at one claim. Certain: the payer's own number of the claim at the same payer; a number that one
 * of them says it replaces; else the practice's account number with the same day, charge and payer. An account number
 * alone is not enough (one account holds several visits), and a contradiction in person or day makes any match doubtful.
 */
export function sameClaim(one: ClaimIdentity, other: ClaimIdentity): Sameness {
  const [a, b] = [one.facts, other.facts];
  const number = hasAlso(one, b.claimControlNumber) || hasAlso(other, a.claimControlNumber) || agree(plainNumber(a.claimControlNumber), plainNumber(b.claimControlNumber));
  const account = hasAlso(one, b.patientControlNumber) || hasAlso(other, a.patientControlNumber) || agree(plainNumber(a.patientControlNumber), plainNumber(b.patientControlNumber));
  const day = agree(a.serviceFrom, b.serviceFrom);
  const charge = agree(a.charge === null ? null : Math.abs(a.charge), b.charge === null ? null : Math.abs(b.charge));
  const person = namesAgree(a.patientName, b.patientName);
  const member = membersAgree(a.memberId, b.memberId);
  const unnamed = one.payer === '' || other.payer === '';
  const payer = (!unnamed && one.payer === other.payer) || (one.library !== null && one.library === other.library);
  const otherPerson = person === false && member !== true;

  if (number === true) {
    if (otherPerson) return { verdict: 'doubtful', why: 'The claim number agrees, the person does not.' };
    if (day === false && account === false) return { verdict: 'doubtful', why: 'The claim number agrees, account number and day do not.' };
    if (payer) return { verdict: 'same', why: 'The payer has the same number for both.' };
    if (account === true && day === true && charge === true) return { verdict: 'same', why: 'Claim number, account number, day and charge agree.' };
    return { verdict: 'doubtful', why: unnamed ? 'The claim number agrees; no payer is named.' : 'The claim number agrees, the payer does not.' };
  }
  if (payer && account !== false && !otherPerson && (replaces(one, b.claimControlNumber) || replaces(other, a.claimControlNumber))) {
    return { verdict: 'same', why: 'One says that it replaces the other.' };
  }
  // No number can be compared: a tracker that has only the patient and the day.
  if (number === null && account === null && payer && day === true && !otherPerson && member !== false && (member === true || sameFullName(a.patientName, b.patientName))) {
    return charge === true ? { verdict: 'same', why: 'Patient, day, charge and payer agree.' } : { verdict: 'doubtful', why: charge === false ? 'Patient and day agree, the charge does not.' : 'Patient and day agree; no number or charge settles it.' };
  }
  if (unnamed && account === true && day === true && charge === true && number !== false && (person === true || member === true)) return { verdict: 'same', why: 'Account number, day, charge and person agree.' };
  if (unnamed && account === true && day !== false && !otherPerson) return { verdict: 'doubtful', why: 'The account number agrees; no payer is named.' };
  if (account !== true || !payer) return { verdict: 'different', why: 'Neither number agrees.' };
  if (day === false) return { verdict: 'different', why: 'The account number agrees, the day of service does not.' };
  if (otherPerson) return { verdict: 'different', why: 'The account number agrees, the person does not.' };
  if (number === false) return { verdict: 'doubtful', why: 'Account number and day agree, the payer has two numbers.' };
  if (day === true && charge === true && member !== false) return { verdict: 'same', why: 'Account number, day and charge agree.' };
  return { verdict: 'doubtful', why: 'The account number agrees; day, charge or member do not settle it.' };
}

function hasAlso(claim: ClaimIdentity, number: string | null): boolean {
  const plain = plainNumber(number);
  return plain !== null && (claim.also ?? []).some((one) => plainNumber(one) === plain);
}

function replaces(claim: ClaimIdentity, number: string | null): boolean {
  const plain = plainNumber(number);
  return plain !== null && (claim.replaces ?? []).some((replaced) => plainNumber(replaced) === plain);
}
