import { addFederalBusinessDays } from '../calendar/business-days.ts';
import { isoOfDay, parseCalendarDay } from '../calendar/calendar-day.ts';
import type { CalendarDay } from '../calendar/calendar-day.ts';
import { addMonths } from '../calendar/month-arithmetic.ts';
import { dayInWords } from '../deadlines/clock-start.ts';
import type { ClockOverride } from '../deadlines/clock-override.ts';
import type { ContractWindow, PracticePayer } from '../domain/practice.ts';

type Facts = Readonly<Record<string, string | number | boolean>>;

const START_FACTS: Readonly<Record<ContractWindow['startsFrom'], readonly string[]>> = {
  'date-of-service': ['serviceFrom', 'serviceThrough'], 'remittance-date': ['remittanceDate', 'denialDate'],
  'notice-date': ['remittanceDate', 'denialDate'], 'notice-receipt': ['noticeReceivedDate', 'remittanceDate', 'denialDate'],
};

/** The last days that the practice's own contract windows give for a claim. A window whose start is not known gives none. */
export function contractOverrides(payer: PracticePayer | null, facts: Facts): ClockOverride[] {
  return (payer?.contractWindows ?? []).flatMap((window) => {
    const start = START_FACTS[window.startsFrom].map((fact) => facts[fact]).find((value) => typeof value === 'string');
    const day = typeof start === 'string' ? parseCalendarDay(start) : null;
    if (day === null) return [];
    const last = lastDay(day, window);
    return [{
      action: window.action, kind: 'contract' as const, date: isoOfDay(last), counted: countedWords(day, last, window), author: window.byUser ?? '',
      reason: `${window.value} ${window.unit.replace('-', ' ')} from ${window.startsFrom.replaceAll('-', ' ')} by contract`, evidence: window.evidence, recordedOn: window.atMs === undefined ? '' : String(window.atMs).padStart(16, '0'),
    }];
  });
}

/** The count a biller can follow and argue with. Whose word it rests on is said, because nothing but the typed window was checked. */
function countedWords(start: CalendarDay, last: CalendarDay, { value, unit, startsFrom }: ContractWindow): string {
  const units = value === 1 ? unit.replace(/s$/u, '') : unit;
  return `Day 0 is the ${startsFrom.replaceAll('-', ' ')}, ${dayInWords(start)}; ${value} ${units.replace('-', ' ')} on is ${dayInWords(last)}. The window is as the practice typed it from its contract; nobody else checked it.`;
}

function lastDay(start: CalendarDay, { value, unit }: ContractWindow): CalendarDay {
  switch (unit) {
    case 'calendar-days': return start + value;
    case 'business-days': return addFederalBusinessDays(start, value);
    case 'months': return addMonths(start, value);
    case 'years': return addMonths(start, 12 * value);
  }
}
