import { isoOfDay } from '../calendar/calendar-day.ts';
import type { DayNumber } from '../domain/day-number.ts';
import type { Filing } from '../domain/filing.ts';
import type { ClaimFacts } from '../domain/denial-case.ts';
import type { PracticePayer } from '../domain/practice.ts';
import type { QueueWeights } from '../domain/queue-weights.ts';
import { blankFacts } from './blank-facts.ts';

/** Days a payer has to answer a claim: its own number where the practice keeps one, else the practice's for all payers. */
export function answerDays(payer: Pick<PracticePayer, 'answersWithinDays'> | null, weights: QueueWeights): number {
  return payer?.answersWithinDays ?? weights.noResponseDays;
}

/** The newest day a claim can have been sent on and be past its answer today: the answer was due yesterday, never today. */
export function sentBefore(today: DayNumber, days: number): DayNumber {
  return today - days - 1;
}

/** The day by which a claim sent on a day was to be answered, `YYYY-MM-DD`. */
export function answerDueOn(sent: DayNumber, days: number): string {
  return isoOfDay(sent + days);
}

/** Outcomes of a claim in a file that are an answer; that it was taken in, or is still looked at, is none. */
export const ANSWERED: ReadonlySet<string> = new Set(['paid', 'partially-denied', 'denied', 'rejected', 'reversed', 'finalized', 'information-requested']);

/** What is known of a claim that was only sent. Its status stays unknown: nobody said anything. */
export function factsOfFiling(filing: Filing, payerName: string | null): ClaimFacts {
  return {
    ...blankFacts(), payerName, claimControlNumber: filing.claimControlNumber, patientControlNumber: filing.patientControlNumber, patientName: filing.patientName, memberId: filing.memberId,
    serviceFrom: filing.serviceFrom, serviceTo: filing.serviceTo, charge: filing.charge, provider: filing.provider ?? null,
    ...(filing.birthDate == null ? {} : { birthDate: filing.birthDate }), ...(filing.plan == null ? {} : { plan: filing.plan }),
    lines: filing.lines.map(({ procedure, modifiers, units, charge }, index) => ({
      line: index + 1, procedure, modifiers, units, charge, allowed: null, paid: null, status: null, serviceFrom: null, serviceTo: null, adjustments: [], rarcs: [], payerCodes: [],
    })),
  };
}
