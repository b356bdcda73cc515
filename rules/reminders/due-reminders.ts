import { NO_DAY } from '../domain/day-number.ts';
import type { DayNumber } from '../domain/day-number.ts';

/** Days before the day at which a person is told, largest first. */
export const REMINDER_STAGES = [14, 7, 3, 1, 0] as const;
export type ReminderStage = (typeof REMINDER_STAGES)[number];

/** One thing with a day: a clock of a case (`day` is its safe day, or its last day once the safe day is past) or a follow-up. */
export type RemindedClock = { id: string; caseId: string; action: string; day: DayNumber };

/** What has been told already: at which stage, and of which day. */
export type FiredReminder = { id: string; day: DayNumber };

export type DueReminder = {
  /** Marks to keep once told: this stage and all before it, so that stages slept through come once and not one by one. */
  marks: { id: string; stage: ReminderStage }[];
  caseId: string; action: string; day: DayNumber; daysLeft: number;
};

/** The stage a number of days has reached: the smallest one not below it; null while it is further away than the first. */
export function stageReached(daysLeft: number): ReminderStage | null {
  return REMINDER_STAGES.filter((stage) => daysLeft <= stage).at(-1) ?? null;
}

/** Follow-ups are told on their day, not two weeks ahead: the practice set them itself. */
export const FOLLOW_UP = 'follow-up';

/**
 * Which reminders are due now. A clock is told at most once per stage; if its day moves, it counts anew. Snoozed cases
 * are silent; what they passed meanwhile comes once when the snooze is over.
 *
 * @param fired by reminder id (`<clock>:<stage>`), with the day it was about.
 * @param snoozedUntil day numbers by case; a case is silent while today lies before its day.
 * @param rest closed days that follow today directly: a day among them is told today as if it were today, since nobody is
 *   there to be told later.
 */
export function dueReminders(clocks: readonly RemindedClock[], fired: ReadonlyMap<string, DayNumber>, snoozedUntil: ReadonlyMap<string, DayNumber>, today: DayNumber, rest = 0): DueReminder[] {
  return clocks.flatMap((clock): DueReminder[] => {
    if (clock.day >= NO_DAY || isSnoozed(snoozedUntil.get(clock.caseId), today)) return [];
    const daysLeft = clock.day - today;
    const reached = stageOf(clock, today, rest);
    if (reached === null || fired.get(reminderId(clock.id, reached)) === clock.day) return [];
    const marks = REMINDER_STAGES.filter((stage) => stage >= reached).map((stage) => ({ id: reminderId(clock.id, stage), stage }));
    return [{ marks, caseId: clock.caseId, action: clock.action, day: clock.day, daysLeft }];
  });
}

function stageOf({ action, day }: RemindedClock, today: DayNumber, rest: number): ReminderStage | null {
  const daysLeft = day - today;
  const pressing = daysLeft <= rest ? Math.min(daysLeft, 0) : daysLeft;
  return action === FOLLOW_UP ? (pressing <= 0 ? 0 : null) : stageReached(pressing);
}

/** The mark that says whether a clock was told at the stage it has reached; null before the first stage. */
export function reachedMark(clock: RemindedClock, today: DayNumber, rest: number): string | null {
  const reached = stageOf(clock, today, rest);
  return reached === null ? null : reminderId(clock.id, reached);
}

export function reminderId(clockId: string, stage: ReminderStage): string {
  return `${clockId}:${stage}`;
}

/** Whether a case is silent today; "no day" and days gone by are no snooze. */
export function isSnoozed(untilDay: DayNumber | undefined, today: DayNumber): boolean {
  return untilDay !== undefined && untilDay < NO_DAY && today < untilDay;
}
