import { isoOfDay } from '../calendar/calendar-day.ts';
import type { CalendarDay } from '../calendar/calendar-day.ts';
import { DATE_FACTS } from './deadline-query.ts';
import type { DeadlineFacts } from './deadline-query.ts';

/** Days between two dates of a claim from which a slip of the pen is likelier than the truth. */
const LONG_AFTER_SERVICE = 2 * 365;
const LONG_ON_THE_WAY = 60;
const LONG_STAY = 366;

const howLong = (days: number): string => (days >= 730 ? `${Math.floor(days / 365)} years` : `${days} days`);

/**
 * Dates that can hardly all be right, each in a sentence: out of order, or too far apart. They are counted from all the same, since
 * only the person with the papers can say which one is wrong.
 */
export function oddDates(facts: DeadlineFacts): string[] {
  const warnings: string[] = [];
  const { serviceFrom, serviceThrough, noticeReceivedDate: received } = facts;
  const notice = facts.noticeDate ?? facts.remittanceDate ?? facts.denialDate ?? facts.priorDecisionDate;
  const serviceEnd = serviceThrough ?? serviceFrom;
  if (serviceFrom !== undefined && serviceThrough !== undefined && serviceThrough < serviceFrom) {
    warnings.push('The service ends before it begins: check serviceFrom and serviceThrough.');
  } else if (serviceFrom !== undefined && serviceThrough !== undefined && serviceThrough - serviceFrom > LONG_STAY) {
    warnings.push(`The service lasts ${howLong(serviceThrough - serviceFrom)}: check serviceFrom and serviceThrough.`);
  }
  if (received !== undefined && notice !== undefined && received < notice) {
    warnings.push('The notice is said to have been received before its own date: check both dates.');
  } else if (received !== undefined && notice !== undefined && received - notice > LONG_ON_THE_WAY) {
    warnings.push(`The notice is said to have been received ${howLong(received - notice)} after its date: check both dates, and keep the proof of receipt.`);
  }
  if (received !== undefined && facts.priorDecisionDate !== undefined && facts.priorDecisionDate !== notice && received < facts.priorDecisionDate) {
    warnings.push('The notice is said to have been received before the decision appealed was made: check that both are of the same decision.');
  }
  const started = serviceFrom ?? serviceThrough;
  if (notice !== undefined && started !== undefined && notice < started) warnings.push('The notice is dated before the service: check the dates.');
  else if (notice !== undefined && serviceThrough !== undefined && notice < serviceThrough) warnings.push('The notice is dated before the service ended: check the dates.');
  else if (notice !== undefined && serviceEnd !== undefined && notice - serviceEnd > LONG_AFTER_SERVICE) {
    warnings.push(`The notice is dated ${howLong(notice - serviceEnd)} after the service: check both dates.`);
  }
  return warnings;
}

/** Facts that lie after the day the question is asked on: nothing received, sent or decided can. */
export function futureDates(facts: DeadlineFacts, askedOn: CalendarDay): string[] {
  const ahead = DATE_FACTS.filter((fact) => (facts[fact] ?? askedOn) > askedOn);
  return ahead.length === 0 ? [] : [`${ahead.join(', ')} ${ahead.length === 1 ? 'lies' : 'lie'} in the future (asked on ${isoOfDay(askedOn)}): check the year.`];
}
