import { isWorkingDay } from '../../rules/calendar/working-days.ts';
import { isoToDayNumber } from '../../rules/domain/day-number.ts';

/** Settings under which reminders come at any hour of any day, so that a story does not depend on when it runs. */
export const ALWAYS_TOLD = { workingDays: [1, 2, 3, 4, 5, 6, 7], quietHours: { from: 0, to: 0 }, digestAt: 0 };

/** Nothing is told on a federal holiday, whatever is set; a story that runs on one says so instead. */
export function isTold(): boolean {
  return isWorkingDay(isoToDayNumber(Temporal.Now.plainDateISO().toString()), { weekdays: ALWAYS_TOLD.workingDays, closed: new Set() });
}
