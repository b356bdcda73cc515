import { expect, test } from 'vitest';
import { calendarFile } from '../../../rules/reminders/calendar-file.ts';
import { digestLines, digestWords, hasNews, markDigest } from '../../../rules/reminders/digest-words.ts';
import { dueReminders } from '../../../rules/reminders/due-reminders.ts';
import { isoToDayNumber } from '../../../rules/domain/day-number.ts';

const none = { overdue: 0, dueToday: 0, dueSoon: 0, passed: 0, back: 0, pool: 0, escalated: 0, prevention: 0 };

test('a quiet day has no news; a full one says the worst first and names nobody', () => {
  expect(hasNews(none)).toBe(false);
  expect(digestWords(none, 'Friday')).toBeNull();
  expect(digestLines({ overdue: 3, dueToday: 2, dueSoon: 5, passed: 1, back: 4, pool: 1, escalated: 2, prevention: 0 }, 'Friday')).toEqual([
    '1 claim went past its day since Friday', '3 overdue in all', '2 due today', '5 due within 7 days', '4 back from a snooze', '1 in the pool needs an owner', '2 claims of others are past their day',
  ]);
  expect(digestLines({ ...none, passed: 2 }, null)).toEqual(['2 claims went past their day']);
});

test('a digest marks its day once, and remembers the one before', () => {
  const first = markDigest(null, 100);
  expect(first).toEqual({ lastDay: 100, sinceDay: null, seenDay: null });
  const third = markDigest({ ...first, seenDay: 100 }, 103);
  expect(third).toEqual({ lastDay: 103, sinceDay: 100, seenDay: 100 });
  expect(markDigest(third, 103)).toBe(third);
  expect(markDigest(third, 102)).toBe(third);
});

test('what falls on closed days is told on the last working day before them, and then not again', () => {
  const friday = 20_000;
  const clock = { id: 'case-a:appeal-level-1', caseId: 'case-a', action: 'appeal-level-1', day: friday + 2 };
  const [told] = dueReminders([clock], new Map(), new Map(), friday, 2);
  expect(told).toMatchObject({ daysLeft: 2 });
  expect(told?.marks.map(({ stage }) => stage)).toEqual([14, 7, 3, 1, 0]);
  const fired = new Map(told?.marks.map(({ id }) => [id, clock.day]));
  expect(dueReminders([clock], fired, new Map(), friday + 3, 0)).toEqual([]);
  const call = { id: 'case-a:follow-up', caseId: 'case-a', action: 'follow-up', day: friday + 2 };
  expect(dueReminders([call], new Map(), new Map(), friday, 2)).toHaveLength(1);
  expect(dueReminders([call], new Map(), new Map(), friday, 1)).toEqual([]);
});

test('the calendar file is a calendar file, with counts and nothing else', () => {
  const text = calendarFile([{ day: isoToDayNumber('2026-12-31'), claims: 2, followUps: 1, datesToFind: 3 }, { day: isoToDayNumber('2027-01-04'), claims: 0, followUps: 0, datesToFind: 0 }], '20261127T120000Z', 'user-with-a-rather-long-opaque-id-0123456789-0123456789');
  expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')).toBe(true);
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  const lines = text.split('\r\n');
  expect(lines.every((line) => line.length <= 75)).toBe(true);
  const whole = text.replaceAll('\r\n ', '');
  expect(whole).toContain('UID:20261231-user-with-a-rather-long-opaque-id-0123456789-0123456789@overturn.invalid');
  expect(whole).toContain('DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n');
  expect(whole).toContain(String.raw`SUMMARY:Overturn: 2 claims due\, 1 follow-up\, 3 dates to find`);
  expect(whole.match(/BEGIN:VEVENT/gu)).toHaveLength(1);
});
