import { parseCalendarDay } from '../calendar/calendar-day.ts';
import type { NamedProof, ProofKind } from '../domain/appeal.ts';
import type { FilingView } from '../work/filing-proof.ts';

/** How far a proof carries. Only `counts` proves by itself that the payer had the claim. */
export const GRADES = ['counts', 'supports', 'weak', 'does-not-count'] as const;
export type ProofGrade = (typeof GRADES)[number];

export type GradedProof = { id: string; kind: ProofKind; on: string | null; reference: string; grade: ProofGrade; why: string; isLate: boolean | null; from: 'file' | 'typed'; documentId: string | null };

const GRADE: Readonly<Record<ProofKind, { grade: ProofGrade; why: string }>> = {
  'payer-acceptance-277ca': { grade: 'counts', why: 'The payer itself says that it took this claim in, and when.' },
  'earlier-remittance': { grade: 'counts', why: 'The payer decided this claim before, so it had it by then.' },
  'payer-letter': { grade: 'counts', why: 'The payer speaks of this claim in writing.' },
  'clearinghouse-payer-report': { grade: 'counts', why: 'The clearinghouse passes on the payer\'s own acceptance of this claim, with the payer\'s number.' },
  'portal-receipt': { grade: 'counts', why: 'The payer\'s portal gave a receipt for this claim.' },
  'certified-mail': { grade: 'supports', why: 'Shows that something was delivered; with a copy of the claim inside it is good proof for paper.' },
  'portal-screenshot': { grade: 'supports', why: 'Shows what the payer\'s portal said. Strong where day, claim and received date are all in the picture.' },
  'clearinghouse-277ca': { grade: 'supports', why: 'The clearinghouse took the claim in; it does not say that the payer did.' },
  'claim-file-837': { grade: 'supports', why: 'Shows what was sent, not that it arrived.' },
  'call-reference': { grade: 'supports', why: 'A representative confirmed it on the phone. Ask for it in writing.' },
  'fax-confirmation': { grade: 'weak', why: 'Shows that pages went to a number, not which.' },
  'clearinghouse-batch-report': { grade: 'weak', why: 'A batch receipt names no claim.' },
  'practice-system-screenshot': { grade: 'weak', why: 'Our own system says that we sent it. Payers refuse that.' },
  'claim-copy-only': { grade: 'does-not-count', why: 'A copy with a date on it shows only that a form was filled in.' },
  'functional-ack-999': { grade: 'does-not-count', why: 'A 999 says that a file could be read. It says nothing of the claim.' },
  'interchange-ack-ta1': { grade: 'does-not-count', why: 'A TA1 says that an envelope arrived. It says nothing of the claim.' },
};

const LOWER: Readonly<Record<ProofGrade, ProofGrade>> = { counts: 'weak', supports: 'weak', weak: 'does-not-count', 'does-not-count': 'does-not-count' };

function graded(id: string, kind: ProofKind, on: string | null, reference: string, namesClaim: boolean, limit: string | null, from: GradedProof['from'], documentId: string | null): GradedProof {
  const { grade, why } = GRADE[kind];
  const day = on === null ? null : parseCalendarDay(on);
  const last = limit === null ? null : parseCalendarDay(limit);
  const isLate = day === null || last === null ? null : day > last;
  const reasons = [why];
  let held: ProofGrade = grade;
  if (!namesClaim && grade !== 'does-not-count') { held = LOWER[held]; reasons.push('It does not name this claim.'); }
  if (on === null && held !== 'does-not-count') { held = LOWER[held]; reasons.push('It has no day.'); }
  if (isLate === true) { held = 'does-not-count'; reasons.push('Its day is after the last day of filing.'); }
  return { id, kind, on, reference, grade: held, why: reasons.join(' '), isLate, from, documentId };
}

/**
 * Every proof of filing of a claim, the strongest first: what came out of 837 and 277CA files, and what a person named. `limit`: last day of
 * filing (`YYYY-MM-DD`), null where it is not known.
 */
export function gradeProofs(filings: readonly FilingView[], named: readonly NamedProof[], limit: string | null): GradedProof[] {
  const fromFiles = filings.flatMap((one): GradedProof[] => {
    if (one.step === 'rejected') return [];
    const kind: ProofKind = one.step === 'sent' ? 'claim-file-837' : one.step === 'accepted' ? 'payer-acceptance-277ca' : 'clearinghouse-277ca';
    return [graded(one.id, kind, one.on, one.claimControlNumber ?? one.references[0]?.value ?? one.patientControlNumber ?? '', one.isSure, limit, 'file', null)];
  });
  const typed = named.map((one) => graded(one.id, one.kind, one.on, one.reference, one.namesClaim, limit, 'typed', one.documentId));
  return [...fromFiles, ...typed].sort((left, right) => GRADES.indexOf(left.grade) - GRADES.indexOf(right.grade) || ((left.on ?? '9') < (right.on ?? '9') ? -1 : 1));
}
