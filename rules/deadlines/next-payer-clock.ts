import { parseCalendarDay } from '../calendar/calendar-day.ts';
import type { CalendarDay } from '../calendar/calendar-day.ts';
import type { NextPayer } from '../domain/denial-case.ts';
import { answerDeadlineQuery } from './answer-deadline-query.ts';
import { actionInWords } from './claim-clocks.ts';
import type { ClaimClock } from './claim-clocks.ts';
import type { DeadlineAnswer } from './deadline-answer.ts';
import type { DeadlineOptions } from './decide-deadline.ts';

/**
 * The filing limit of the payer that comes after this one. Where its rule for a secondary claim counts from this payer's
 * decision, `decidedOn` starts it. `next` null asks who comes next; nothing is guessed from the codes.
 */
export function nextPayerClock(next: NextPayer | null, facts: Readonly<Record<string, unknown>>, decidedOn: string | null, today: CalendarDay, options: DeadlineOptions = {}): ClaimClock {
  const base = { action: 'next-payer' as const, party: 'provider', override: null };
  if (next === null) return { ...base, name: actionInWords('next-payer'), answer: { needs: ['nextPayer'] }, state: 'undated', safeDay: null, dueDay: null, daysLeft: null };
  const { serviceFrom, serviceThrough, claimType } = facts;
  const answer: DeadlineAnswer = next.lineOfBusiness === null ? { needs: ['nextPayer'], why: 'The kind of plan of the next payer is not known.' } : answerDeadlineQuery({
    payer: next.name, lineOfBusiness: next.lineOfBusiness, state: next.state, action: 'timely-filing',
    facts: { serviceFrom, serviceThrough, claimType, network: next.network, payerOrder: 'secondary', ...(decidedOn === null ? {} : { priorDecisionDate: decidedOn }) },
  }, options);
  const name = `${next.name}: first filing as the next payer`;
  const safeDay = 'raw' in answer ? parseCalendarDay(answer.safe) : null;
  const dueDay = 'raw' in answer ? parseCalendarDay(answer.due) : null;
  if (safeDay === null || dueDay === null) return { ...base, name, answer, state: 'undated', safeDay: null, dueDay: null, daysLeft: null };
  return { ...base, name, answer, state: today > dueDay ? 'ended' : today > safeDay ? 'last-days' : 'live', safeDay, dueDay, daysLeft: dueDay - today };
}
