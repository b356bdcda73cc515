import { addFederalBusinessDays } from '../calendar/business-days.ts';
import { isoOfDay, parseCalendarDay } from '../calendar/calendar-day.ts';
import answerTimes from '../deadlines/answer-times.json' with { type: 'json' };
import type { Cadence } from '../work/payer-cadence.ts';
import type { CalendarDay } from '../calendar/calendar-day.ts';
import type { AppealChannel } from '../domain/appeal.ts';

export type NextLook = { day: string; why: string };

const ANSWER_TIMES = answerTimes as Readonly<Record<string, { value: number; unit: string }>>;
/** Days after which a packet should have been taken in, by how it went. A habit of work, no rule of any payer. */
const RECEIPT_DAYS: Readonly<Record<AppealChannel, number>> = { portal: 2, edi: 2, phone: 2, fax: 3, mail: 10 };

/** When to ask whether the packet arrived. */
export function receiptLook(sentOn: string, channel: AppealChannel): NextLook | null {
  const sent = parseCalendarDay(sentOn);
  if (sent === null) return null;
  const days = RECEIPT_DAYS[channel];
  return { day: isoOfDay(addFederalBusinessDays(sent, days)), why: `Ask whether it arrived: ${days} business days after it went by ${channel}. Our own habit, not the payer's rule.` };
}

/**
 * When to ask for the decision: the day after the payer's time to answer is over, where a source gives that time for the rule that
 * dates this level; else after the payer's usual days or the practice's own.
 */
export function answerLook(sentOn: string, ruleId: string | null, cadence: Cadence): NextLook | null {
  const sent = parseCalendarDay(sentOn);
  if (sent === null) return null;
  const time = ruleId !== null && Object.hasOwn(ANSWER_TIMES, ruleId) ? ANSWER_TIMES[ruleId] : undefined;
  if (time === undefined) return { day: isoOfDay(sent + cadence.days), why: `No source gives this payer's time to answer. ${cadence.why}` };
  const end = time.unit === 'business-days' ? addFederalBusinessDays(sent, time.value) : sent + time.value;
  return { day: isoOfDay(end + 1), why: `The payer has ${time.value} ${time.unit === 'business-days' ? 'business' : 'calendar'} days to answer; asking before brings nothing.` };
}

/**
 * When to look again after something was recorded as sent, however late it was recorded: counted from the sending, by the payer's time to
 * answer where a source gives it, and never before today.
 */
export function sentLook(sentOn: string, ruleId: string | null, cadence: Cadence, today: CalendarDay): NextLook {
  const hasTime = ruleId !== null && Object.hasOwn(ANSWER_TIMES, ruleId);
  const look = (hasTime ? answerLook(sentOn, ruleId, cadence) : null) ?? { day: isoOfDay((parseCalendarDay(sentOn) ?? today) + cadence.days), why: cadence.why };
  return (parseCalendarDay(look.day) ?? today) < today ? { day: isoOfDay(today), why: `${look.why} Counted from the sending that was over on ${look.day}: ask now.` } : look;
}
