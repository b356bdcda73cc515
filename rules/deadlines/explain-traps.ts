import { civilOfDay } from '../calendar/calendar-day.ts';
import type { CalendarDay } from '../calendar/calendar-day.ts';
import type { DeadlineAction } from '../payers/payer-rule.ts';
import type { ClaimClock, ClaimClocks } from './claim-clocks.ts';
import { isDated } from './deadline-answer.ts';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

function longDate(day: CalendarDay): string {
  const { year, month, day: dayOfMonth } = civilOfDay(day);
  return `${MONTHS[month - 1] ?? ''} ${dayOfMonth}, ${year}`;
}

/** A clock's name inside a sentence: small at its beginning, while the names in it (`Redetermination (MAC)`) keep their capitals. */
export const inSentence = (name: string): string => `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`;

const isRunning = (clock: ClaimClock): boolean => clock.state === 'live' || clock.state === 'last-days';
const isAppeal = (action: ClaimClock['action']): boolean => action.startsWith('appeal-') || action === 'reconsideration';

function running(clocks: ClaimClocks, wanted: (clock: ClaimClock) => boolean): ClaimClock | null {
  return clocks.clocks.find((clock) => isRunning(clock) && clock.dueDay !== null && wanted(clock)) ?? null;
}

/**
 * The ways one path lets another run out, each in a sentence: what a biller must hear before choosing. `chosen` narrows
 * them to the path about to be taken; without it all that hold today are told.
 */
export function explainTraps(clocks: ClaimClocks, chosen: DeadlineAction | null = null): string[] {
  const traps: string[] = [];
  const corrected = running(clocks, (clock) => clock.action === 'corrected-claim');
  const filing = running(clocks, (clock) => clock.action === 'timely-filing');
  const appeal = running(clocks, (clock) => isAppeal(clock.action));
  const reopening = running(clocks, (clock) => clock.action === 'reopening');
  const takes = (wanted: (action: DeadlineAction) => boolean): boolean => chosen === null || wanted(chosen);

  if (appeal !== null && takes(isAppeal)) {
    if (corrected?.dueDay != null) traps.push(`The appeal does not stop the corrected-claim window, which ends ${longDate(corrected.dueDay)}.`);
    else if (filing?.dueDay != null) traps.push(`The appeal does not stop the filing limit for a corrected claim, which ends ${longDate(filing.dueDay)}.`);
  }
  if (appeal?.dueDay != null && takes((action) => action === 'corrected-claim' || action === 'timely-filing')) {
    traps.push(`A corrected claim does not restart the window of the ${inSentence(appeal.name)}, which ends ${longDate(appeal.dueDay)}.`);
  }
  if (appeal?.dueDay != null && reopening !== null && takes((action) => action === 'reopening')) {
    traps.push(`Asking for a reopening does not stop the appeal clock, which ends ${longDate(appeal.dueDay)}; a refusal to reopen cannot be appealed.`);
  }
  const shared = clocks.clocks.filter((clock) => isRunning(clock) && isDated(clock.answer) && clock.answer.sharedWindow !== undefined);
  const [first] = shared;
  if (shared.length > 1 && first?.dueDay != null && takes((action) => action === 'reconsideration')) {
    traps.push(`Reconsideration and appeal share one window, which ends ${longDate(first.dueDay)}: a reconsideration decided late leaves no days for the appeal.`);
  }
  return traps;
}
