import type { DayNumber } from '../../rules/domain/day-number.ts';
import type { ContactOutcome, NextAction } from '../../rules/domain/vocabulary.ts';
import type { Cadence } from '../../rules/work/payer-cadence.ts';
import { dayOfIso, isKnownDay, isoOfDay } from '../words/day-words.ts';

/** Days until it is worth asking again and what is done then, by what came of the contact. Null = the payer's or the practice's own cadence. */
const after: Record<ContactOutcome, { days: number | null; action: NextAction }> = {
  'patient-not-on-file': { days: 2, action: 'correct-and-resubmit' }, 'claim-not-on-file': { days: 1, action: 'correct-and-resubmit' }, 'in-process': { days: null, action: 'check-status' },
  'in-process-overdue': { days: 7, action: 'check-status' }, 'set-to-pay': { days: 10, action: 'wait-for-payer' }, paid: { days: 5, action: 'review' }, 'patient-share': { days: 3, action: 'bill-patient' },
  rejected: { days: 1, action: 'correct-and-resubmit' }, denied: { days: 3, action: 'appeal' }, 'cob-update-needed': { days: 14, action: 'bill-other-payer' }, 'records-requested': { days: 2, action: 'send-records' },
  'sent-for-reprocessing': { days: null, action: 'wait-for-payer' }, 'appeal-received': { days: 30, action: 'wait-for-payer' }, 'appeal-in-review': { days: 21, action: 'wait-for-payer' },
  'appeal-upheld': { days: 3, action: 'appeal' }, 'appeal-overturned': { days: 14, action: 'wait-for-payer' }, 'appeal-partly-overturned': { days: 5, action: 'review' }, 'closed-by-payer': { days: 2, action: 'review' },
  transferred: { days: 1, action: 'call-payer' }, refused: { days: 1, action: 'call-payer' }, disconnected: { days: 0, action: 'call-payer' }, 'office-closed': { days: 1, action: 'call-payer' },
};

/** Saturday and Sunday give way to Monday; a holiday is left to the person. */
function workDay(day: DayNumber): DayNumber {
  const weekday = (((day + 4) % 7) + 7) % 7;
  return weekday === 6 ? day + 2 : weekday === 0 ? day + 1 : day;
}

export type CallProposal = { followUpOn: string; nextAction: NextAction; why: string };

/**
 * The follow-up proposed after a contact: the day after what was promised, else by outcome, never later than the day the first clock
 * ends safely.
 * @param cadence the usual days between two looks at this payer, and why so many.
 * @param safeDay the earliest safe day of the claim's clocks, or NO_DAY.
 */
export function proposeFollowUp(outcome: ContactOutcome | null, promisedFor: string | null, today: DayNumber, cadence: Cadence, safeDay: DayNumber): CallProposal {
  const rule = outcome === null ? { days: null, action: 'check-status' as const } : after[outcome];
  const promised = promisedFor === null ? null : dayOfIso(promisedFor);
  const wished = workDay(promised !== null && promised >= today ? promised + 1 : today + (rule.days ?? cadence.days));
  const isCapped = isKnownDay(safeDay) && safeDay >= today && wished > safeDay;
  const why = isCapped ? 'The first clock ends then.' : promised !== null && promised >= today ? 'The day after the promise.' : rule.days === null ? cadence.why : 'Usual after this outcome.';
  return { followUpOn: isoOfDay(isCapped ? safeDay : wished), nextAction: rule.action, why };
}
