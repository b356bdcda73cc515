import type { CorrectionKind, StatusCheck } from '../domain/correction.ts';
import type { ClaimFacts, SealedCase } from '../domain/denial-case.ts';

/** What else is known of the same service: another case, or something already on its way. */
export type SameService = { caseId: string; claimControlNumber: string | null; status: string | null; serviceFrom: string | null; procedures: string[]; isOnItsWay: boolean };

export type GuardFinding = {
  code: 'in-process' | 'paid' | 'on-its-way' | 'no-status-check' | 'check-too-old' | 'no-original-number' | 'appeal-pending' | 'nothing-changed';
  /** `stop`: it may go out only with a reason. `ask`: worth a look. */
  weight: 'stop' | 'ask'; caseId: string | null; claimControlNumber: string | null;
};

/** A look at the payer's status older than this says little of today. */
export const CHECK_HOLDS_DAYS = 3;
const IN_PROCESS: ReadonlySet<string> = new Set(['pending', 'acknowledged', 'forwarded', 'information-requested']);
const PAID: ReadonlySet<string> = new Set(['paid']);

export type GuardInput = {
  kind: CorrectionKind; facts: ClaimFacts; originalClaimNumber: string | null; changes: number; statusCheck: Pick<StatusCheck, 'on' | 'outcome'> | null;
  /** `YYYY-MM-DD`. */
  today: string; others: readonly SameService[]; isAppealPending: boolean;
};

/**
 * What speaks against sending: a claim for a service that is in process or paid already comes back as a duplicate, and a
 * correction without the payer's number of the original is read as a new claim.
 */
export function guardFindings(input: GuardInput): GuardFinding[] {
  const { kind, facts, statusCheck, others } = input;
  if (kind === 'records') return [];
  const found: GuardFinding[] = [];
  const add = (code: GuardFinding['code'], weight: GuardFinding['weight'], other: SameService | null = null): void => { found.push({ code, weight, caseId: other?.caseId ?? null, claimControlNumber: other?.claimControlNumber ?? null }); };
  if (kind !== 'resubmission' && (input.originalClaimNumber ?? '').trim() === '') add('no-original-number', 'stop');
  if (kind === 'replacement' && input.changes === 0) add('nothing-changed', 'stop');
  if (IN_PROCESS.has(facts.status ?? '')) add('in-process', 'stop');
  if (PAID.has(facts.status ?? '') && kind === 'resubmission') add('paid', 'stop');
  for (const other of others) {
    if (other.isOnItsWay) add('on-its-way', 'stop', other);
    else if (IN_PROCESS.has(other.status ?? '')) add('in-process', 'stop', other);
    else if (PAID.has(other.status ?? '')) add('paid', 'stop', other);
  }
  if (input.isAppealPending) add('appeal-pending', 'ask');
  if (statusCheck === null) add('no-status-check', 'stop');
  else {
    if (Temporal.PlainDate.from(statusCheck.on).until(Temporal.PlainDate.from(input.today)).days > CHECK_HOLDS_DAYS) add('check-too-old', 'ask');
    if (['in-process', 'in-process-overdue', 'sent-for-reprocessing', 'set-to-pay'].includes(statusCheck.outcome)) add('in-process', 'stop');
    if (statusCheck.outcome === 'paid' && kind !== 'void') add('paid', 'stop');
  }
  return found.filter((one, index) => found.findIndex((other) => other.code === one.code && other.caseId === one.caseId) === index);
}

/** Whether two claims bill the same service: same patient, overlapping days, and a procedure in common where both name any. */
export function isSameService(one: ClaimFacts, other: ClaimFacts): boolean {
  const name = (facts: ClaimFacts): string => (facts.patientName ?? '').normalize('NFKD').toLowerCase().replaceAll(/[^a-z]/gu, '');
  const member = (facts: ClaimFacts): string => (facts.memberId ?? '').toLowerCase().replaceAll(/[^a-z0-9]/gu, '');
  const isSamePatient = member(one) !== '' && member(one) === member(other) && (name(one) === '' || name(other) === '' || name(one) === name(other));
  if (!isSamePatient || one.serviceFrom === null || other.serviceFrom === null) return false;
  if (one.serviceFrom > (other.serviceTo ?? other.serviceFrom) || other.serviceFrom > (one.serviceTo ?? one.serviceFrom)) return false;
  const [mine, theirs] = [proceduresOf(one), proceduresOf(other)];
  return mine.length === 0 || theirs.length === 0 || mine.some((code) => theirs.includes(code));
}

export function proceduresOf(facts: ClaimFacts): string[] {
  return [...new Set(facts.lines.flatMap(({ procedure }) => (procedure === null ? [] : [procedure])))];
}

/** Whether an appeal is out and undecided: a corrected claim beside it can end both. */
export function isAppealPending(sealed: Pick<SealedCase, 'submissions'>): boolean {
  return sealed.submissions.some(({ action, decision }) => decision === undefined && (action.startsWith('appeal-') || action === 'reconsideration'));
}
