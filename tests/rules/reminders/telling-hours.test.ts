import { expect, test } from 'vitest';
import { isQuietHour, tellingNow } from '../../../rules/reminders/telling-hours.ts';
import type { TellingHours } from '../../../rules/reminders/telling-hours.ts';
import { isoToDayNumber } from '../../../rules/domain/day-number.ts';

const hours: TellingHours = { working: { weekdays: [1, 2, 3, 4, 5], closed: new Set() }, quiet: { from: 18 * 60, to: 7 * 60 }, digestAt: 8 * 60 };
const friday = isoToDayNumber('2026-11-20');

test.each([[17 * 60 + 59, false], [18 * 60, true], [0, true], [6 * 60 + 59, true], [7 * 60, false]])('over midnight: minute %i quiet? %s', (minute, quiet) => expect(isQuietHour(minute, hours.quiet)).toBe(quiet));
test('within a day, and never where both ends are the same', () => {
  expect([719, 720, 779, 780].map((minute) => isQuietHour(minute, { from: 720, to: 780 }))).toEqual([false, true, true, false]);
  expect(isQuietHour(600, { from: 600, to: 600 })).toBe(false);
});

test.each([
  ['before the digest hour', friday, 7 * 60 + 30, null, 'nothing'],
  ['from the digest hour on', friday, 8 * 60, friday - 1, 'digest'],
  ['late in the day, where the machine slept all morning', friday, 17 * 60, friday - 1, 'digest'],
  ['after the digest', friday, 9 * 60, friday, 'reminders'],
  ['in a quiet hour', friday, 20 * 60, friday - 1, 'nothing'],
  ['on a Saturday', friday + 1, 9 * 60, friday, 'nothing'],
  ['where the clock was set back a day', friday - 1, 9 * 60, friday, 'reminders'],
] as const)('%s', (_when, day, minute, last, told) => expect(tellingNow({ day, minute }, hours, last)).toBe(told));
