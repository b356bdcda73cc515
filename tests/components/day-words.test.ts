import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typedDay } from '../../components/ui/typed-day.ts';
import { agoWords, dayOfIso, dueWords, isoOfDay, numericDay, shortDay, urgencyOf, weekdayDay } from '../../components/words/day-words.ts';
import { fromDayNumber, NO_DAY } from '../../rules/domain/day-number.ts';

const anyDay = fc.integer({ min: -20_000, max: 60_000 });
const saturday = dayOfIso('2026-11-21') ?? 0;

describe('days in words', () => {
  it('agree with the calendar for every day', () => {
    fc.assert(fc.property(anyDay, (day) => {
      const date = fromDayNumber(day);
      expect(isoOfDay(day)).toBe(date.toString());
      expect(dayOfIso(date.toString())).toBe(day);
      expect(weekdayDay(day).slice(0, 3)).toBe(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][date.dayOfWeek - 1]);
    }));
  });
  it.each(['2026-02-30', '2026-13-01', '26-01-01', '', '2026-1-1', '2025-02-29'])('refuse %s', (text) => expect(dayOfIso(text)).toBeNull());
  it.each([[0, 'today'], [1, 'tomorrow'], [2, 'in 2 days'], [-1, '1 day over'], [-3, '3 days over']])('say %i days as "%s"', (days, words) => expect(dueWords(saturday + days, saturday)).toBe(words));
  it('say a day that has been', () => expect([0, 1, 5].map((days) => agoWords(saturday - days, saturday))).toEqual(['today', 'yesterday', '5 days ago']));
  it('name the year only where it is another', () => expect([shortDay(saturday, saturday), shortDay(saturday + 60, saturday)]).toEqual(['Nov 21', 'Jan 20, 2027']));
  it.each([[-1, 'over'], [0, 'today'], [7, 'soon'], [8, 'later']])('call %i days %s', (days, urgency) => expect(urgencyOf(saturday + days, saturday)).toBe(urgency));
  it('call an unknown day none, never far away', () => expect(urgencyOf(NO_DAY, saturday)).toBe('none'));
});

describe('a typed date', () => {
  it('reads back what is shown, for every day of these centuries', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 40_000 }), anyDay, (day, today) => { expect(typedDay(numericDay(day), today)).toBe(isoOfDay(day)); }));
  });
  it.each([
    ['12/3', '2026-12-03'], ['1/5', '2027-01-05'], // the next one to come
    ['11/21', '2026-11-21'], ['2/29', null], // neither this year nor the next has one
    ['12-3-26', '2026-12-03'], ['12.03.2026', '2026-12-03'], ['20261203', '2026-12-03'], ['2026-12-03', '2026-12-03'],
    ['+14', '2026-12-05'], ['+0', '2026-11-21'], ['today', '2026-11-21'], ['t', '2026-11-21'], ['tomorrow', '2026-11-22'],
    ['fri', '2026-11-27'], ['Saturday', '2026-11-28'], ['sun', '2026-11-22'], // a weekday is always one to come
    ['13/1/2026', null], ['2/30/2026', null], ['', null], ['soon', null], ['1/1/1', null],
  ])('"%s" means %s', (text, iso) => expect(typedDay(text, saturday)).toBe(iso));
});
