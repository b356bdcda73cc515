import { expect, test } from 'vitest';
import { NO_DAY } from '../../../rules/domain/day-number.ts';
import { badgeWords } from '../../../rules/reminders/badge-words.ts';
import { dueReminders, REMINDER_STAGES, stageReached } from '../../../rules/reminders/due-reminders.ts';
import type { RemindedClock } from '../../../rules/reminders/due-reminders.ts';
import { reminderWords } from '../../../rules/reminders/reminder-words.ts';

const today = 20_778;
const clock = (daysLeft: number, id = 'a'): RemindedClock => ({ id: `case-${id}:appeal-level-1`, caseId: `case-${id}`, action: 'appeal-level-1', day: today + daysLeft });
const nothing = new Map<string, number>();

test.each([[15, null], [14, 14], [8, 14], [7, 7], [4, 7], [3, 3], [2, 3], [1, 1], [0, 0], [-1, 0], [-400, 0]])('%i days before, the stage is %s', (daysLeft, stage) => {
  expect(stageReached(daysLeft)).toBe(stage);
});

/** Lives through the days with a sweep on each of those given; returns on which a reminder came, with the days left then. */
function live(sweeps: readonly number[], day: (sweep: number) => number, snooze: ReadonlyMap<string, number> = nothing): [number, number][] {
  const fired = new Map<string, number>();
  return sweeps.flatMap((sweep) => {
    const due = dueReminders([{ ...clock(0), day: day(sweep) }], fired, snooze, sweep);
    for (const reminder of due) for (const mark of reminder.marks) fired.set(mark.id, reminder.day);
    return due.map((reminder): [number, number] => [sweep, reminder.daysLeft]);
  });
}
const days = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_unused, n) => from + n);

test('with a sweep every half hour of every day, each stage comes exactly once', () => {
  const sweeps = days(today, today + 30).flatMap((day) => Array.from({ length: 48 }, () => day));
  expect(live(sweeps, () => today + 20).map(([, left]) => left)).toEqual([...REMINDER_STAGES]);
});

test('stages slept through come once, as one', () => {
  expect(live([today, today + 18, today + 18, today + 19, today + 20], () => today + 20)).toEqual([[today + 18, 2], [today + 19, 1], [today + 20, 0]]);
  expect(live([today + 60, today + 61], () => today + 20)).toEqual([[today + 60, -40]]);
});

test('a day that moves counts anew, a day that comes back does not repeat', () => {
  const day = (sweep: number) => (sweep < today + 8 ? today + 14 : today + 60);
  expect(live(days(today, today + 46), day)).toEqual([[today, 14], [today + 7, 7], [today + 46, 14]]);
});

test('a snoozed case is silent until its day, then tells once what passed', () => {
  const snooze = new Map([['case-a', today + 5]]);
  expect(live(days(today, today + 6), () => today + 7, snooze)).toEqual([[today + 5, 2], [today + 6, 1]]);
  expect(live([today], () => today + 3, new Map([['case-a', NO_DAY]]))).toHaveLength(1);
});

test('no date, no reminder', () => expect(dueReminders([{ ...clock(0), day: NO_DAY }], nothing, nothing, today)).toEqual([]));

test('a follow-up is told on its day only', () => {
  const followUp = (daysLeft: number) => dueReminders([{ id: 'case-a:follow-up', caseId: 'case-a', action: 'follow-up', day: today + daysLeft }], nothing, nothing, today);
  expect(followUp(1)).toEqual([]);
  expect(followUp(0)).toHaveLength(1);
});

test('the words count claims, most pressing first, and name nobody', () => {
  const due = dueReminders([clock(1, 'a'), clock(1, 'b'), clock(3, 'c'), clock(-2, 'd'), clock(-9, 'e'), { ...clock(5, 'f'), action: 'corrected-claim' },
    { id: 'case-a:follow-up', caseId: 'case-a', action: 'follow-up', day: today }], nothing, nothing, today);
  expect(reminderWords(due, 9)).toEqual({
    title: 'Overturn: 6 claims need you',
    message: '2 claims are past the last day for an appeal\n1 follow-up due today\n2 claims must be appealed by tomorrow\n1 claim must be appealed within 3 days\n1 claim must be worked within 5 days',
  });
  expect(reminderWords(due, 2)?.message.split('\n')).toHaveLength(3);
  expect(reminderWords([])).toBeNull();
});

test.each([
  [{ vault: 'unlocked', dueSoon: 0, overdue: 0 }, '', 'Overturn: nothing due within 7 days', 'quiet'],
  [{ vault: 'locked', dueSoon: 2, overdue: 0 }, '2', 'Overturn: 2 claims due within 7 days (locked)', 'soon'],
  [{ vault: 'unlocked', dueSoon: 1, overdue: 3 }, '4', 'Overturn: 3 overdue, 1 claim due within 7 days', 'over'],
  [{ vault: 'unlocked', dueSoon: 5000, overdue: 0 }, '999+', 'Overturn: 5000 claims due within 7 days', 'soon'],
  [{ vault: 'absent', dueSoon: 0, overdue: 0 }, '', 'Overturn: set up your practice', 'quiet'],
] as const)('badge %#', (state, text, title, tone) => expect(badgeWords(state)).toEqual({ text, title, tone }));
