import type { ClaimFacts } from '../domain/denial-case.ts';
import type { Filing, FilingStep } from '../domain/filing.ts';
import { placeOfServiceWords } from '../codes/place-of-service.ts';
import { displayName } from '../remittance/edi-values.ts';
import type { FileClaimDetail } from '../remittance/edi-events.ts';
import type { ReadingClaim } from '../reading/reading.ts';
import { factsFromReading } from './facts-from-reading.ts';
import { plainNumber } from './same-claim.ts';
import { visibleText } from './visible-text.ts';

/** A filing of a case as shown. `isSure` is false where only the account number agrees: one account holds several visits. */
export type FilingView = Filing & { id: string; atMs: number; isSure: boolean };

/** What was sent and what the payer shows, where they are not the same. */
export type Mismatch = { field: 'charge' | 'serviceFrom' | 'memberId' | 'patientName' | 'lines'; sent: string; shown: string };

/**
 * A claim of an 837, or an answer of a 277CA to one, as a filing; null for what says nothing of its arrival. Categories
 * that begin with A are about arrival (A1 and A2 taken in or accepted, A3 and A6 to A8 rejected). Only the payer's own
 * acceptance (A2, or A5 split) is proof that the payer has the claim.
 */
export function filingOf(claim: ReadingClaim, detail: FileClaimDetail): Filing | null {
  const step = stepOf(claim, detail);
  if (step === null) return null;
  const facts = factsFromReading(claim, { payerName: detail.payerName });
  const short = (text: string): string => visibleText(text, 300);
  return {
    step, on: detail.kind === 'claim-file' ? detail.madeOn : claim.finalizedOn?.value ?? detail.madeOn, by: detail.kind === 'claim-file' || detail.statedBy === null ? null : short(detail.statedBy.name) || null,
    patientControlNumber: facts.patientControlNumber, claimControlNumber: facts.claimControlNumber, patientName: facts.patientName, memberId: facts.memberId, serviceFrom: facts.serviceFrom, serviceTo: facts.serviceTo, charge: facts.charge,
    replaces: detail.originalClaimControlNumber === null ? null : short(detail.originalClaimControlNumber), frequency: detail.frequencyCode === null ? null : visibleText(detail.frequencyCode, 4), statusCodes: facts.statusCodes, message: facts.payerCodes[0]?.text ?? null,
    references: claim.references.slice(0, 40).map(({ label, value }) => ({ label: short(label), value: short(value) })), diagnoses: detail.diagnoses.slice(0, 40).map((code) => visibleText(code, 12)),
    ...(detail.kind === 'claim-file' ? { birthDate: detail.birthDate, plan: detail.plan === null ? null : short(detail.plan) || null, place: placeOf(detail), provider: providerOf(detail) } : {}),
    lines: facts.lines.slice(0, 200).map(({ procedure, modifiers, units, charge }) => ({ procedure, modifiers, units, charge })),
  };
}

/** The facility by its name; else the place of service of a professional claim. Of an institutional one the same digits are a type of bill. */
function placeOf(detail: FileClaimDetail): string | null {
  if (detail.serviceFacility !== null) return visibleText(displayName(detail.serviceFacility), 300) || null;
  return detail.facilityCode === null || !/^\d{2}$/u.test(detail.facilityCode) || detail.lines.some(({ revenueCode }) => revenueCode !== null) ? null : placeOfServiceWords(detail.facilityCode);
}

function providerOf(detail: FileClaimDetail): string | null {
  const party = detail.rendering ?? detail.lines.find(({ rendering }) => rendering !== null)?.rendering ?? null;
  return party === null ? null : visibleText(displayName(party), 300) || null;
}

function stepOf(claim: ReadingClaim, detail: FileClaimDetail): FilingStep | null {
  if (detail.kind === 'claim-file') return 'sent';
  if (detail.kind !== 'status-file') return null;
  const categories = claim.statusCodes.map(({ category }) => category.toUpperCase());
  if (!categories.some((category) => /^(?:A\d|DR0\d)$/.test(category))) return null;
  if (claim.status?.value === 'rejected') return 'rejected';
  const isAccepted = categories.some((category) => category === 'A2' || category === 'A5');
  return isAccepted && detail.statedBy?.role === 'payer' ? 'accepted' : claim.status?.value === 'acknowledged' || claim.status?.value === 'forwarded' ? 'taken-in' : null;
}

type Numbers = Pick<ClaimFacts, 'claimControlNumber' | 'patientControlNumber' | 'serviceFrom' | 'charge'>;

/** Whether a filing is of this claim: `true` sure, `false` perhaps, null no. */
export function isFilingOf(facts: Numbers, one: Filing): boolean | null {
  const same = (left: string | null, right: string | null): boolean | null => {
    const [a, b] = [plainNumber(left), plainNumber(right)];
    return a === null || b === null ? null : a === b;
  };
  const number = same(facts.claimControlNumber, one.claimControlNumber);
  const account = same(facts.patientControlNumber, one.patientControlNumber);
  const day = facts.serviceFrom === null || one.serviceFrom === null ? null : facts.serviceFrom === one.serviceFrom;
  if (number === true) return account !== false || day !== false ? true : null;
  if (account !== true || day === false) return null;
  return day === true;
}

/** Differences between the claim as sent and as the payer shows it: the usual reasons for a rejection. Absent values are no difference. */
export function mismatchesOf(facts: ClaimFacts, sent: Filing): Mismatch[] {
  const found: Mismatch[] = [];
  const dollars = (cents: number): string => (cents / 100).toFixed(2);
  if (facts.charge !== null && sent.charge !== null && Math.abs(facts.charge) !== Math.abs(sent.charge)) found.push({ field: 'charge', sent: dollars(sent.charge), shown: dollars(facts.charge) });
  if (facts.serviceFrom !== null && sent.serviceFrom !== null && facts.serviceFrom !== sent.serviceFrom) found.push({ field: 'serviceFrom', sent: sent.serviceFrom, shown: facts.serviceFrom });
  const [member, sentMember] = [plainNumber(facts.memberId), plainNumber(sent.memberId)];
  if (member !== null && sentMember !== null && member !== sentMember) found.push({ field: 'memberId', sent: sent.memberId ?? '', shown: facts.memberId ?? '' });
  if (facts.patientName !== null && sent.patientName !== null && wordsOf(facts.patientName) !== wordsOf(sent.patientName)) found.push({ field: 'patientName', sent: sent.patientName, shown: facts.patientName });
  const lineText = (lines: readonly { procedure: string | null; modifiers: readonly string[] }[]): string[] => lines.filter(({ procedure }) => procedure !== null).map(({ procedure, modifiers }) => [procedure, ...modifiers].join('-')).sort();
  const [shownLines, sentLines] = [lineText(facts.lines), lineText(sent.lines)];
  if (shownLines.length > 0 && sentLines.length > 0 && shownLines.join() !== sentLines.join()) {
    const only = (some: readonly string[], others: readonly string[]): string => some.filter((one) => !others.includes(one)).join(', ') || 'nothing else';
    found.push({ field: 'lines', sent: only(sentLines, shownLines), shown: only(shownLines, sentLines) });
  }
  return found;
}

/** Surname and first given name: a middle initial more or less is no other name. */
function wordsOf(name: string): string {
  const [last = '', rest = ''] = name.toLowerCase().split(',');
  return `${last.trim()},${rest.trim().split(/\s+/)[0] ?? ''}`;
}
