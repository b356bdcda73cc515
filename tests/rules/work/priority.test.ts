import { expect, test } from 'vitest';
import { NO_DAY } from '../../../rules/domain/day-number.ts';
import { DEFAULT_WEIGHTS } from '../../../rules/domain/queue-weights.ts';
import { awakeFrom, orderSentence, priorityOf } from '../../../rules/queue/priority.ts';
import { DEFAULT_SCORING, worthOf } from '../../../rules/queue/worth.ts';
import type { PriorityInput } from '../../../rules/queue/priority.ts';

const today = 20_522;
type Case = Partial<PriorityInput> & { deniedCents?: number };
const of = ({ deniedCents = 10_000, ...more }: Case): PriorityInput => ({
  nextDay: today + 30, lapsed: false, createdDay: today, today, snoozedUntilDay: NO_DAY, worth: worthOf({ deniedCents, payerKey: 'acme', category: 'coding' }, DEFAULT_SCORING), ...more,
});
const rank = (more: Case): number => priorityOf(of(more)).priority;

test('nearer days come first, more money comes first, and neither hides the other', () => {
  expect(rank({ nextDay: today + 1 })).toBeGreaterThan(rank({ nextDay: today + 2 }));
  expect(rank({ deniedCents: 20_000 })).toBeGreaterThan(rank({ deniedCents: 10_000 }));
  expect(rank({ nextDay: today + 1, deniedCents: 2_000 })).toBeGreaterThan(rank({ nextDay: today + 30, deniedCents: 1_000_000 }));
  expect(rank({ nextDay: today + 9, deniedCents: 1_000_000 })).toBeGreaterThan(rank({ nextDay: today + 7, deniedCents: 5_000 }));
});

test('the order of two cases is the same on every day it is looked at', () => {
  const soon = { nextDay: today + 3, deniedCents: 5_000 };
  const rich = { nextDay: today + 12, deniedCents: 900_000 };
  const order = (day: number): number => Math.sign(rank({ ...soon, today: day }) - rank({ ...rich, today: day }));
  for (let day = today - 50; day < today + 50; day += 1) expect(order(day)).toBe(order(today));
});

test('no date does not mean last: such a case stands as if due within three weeks, and a lapsed one waits for a decision', () => {
  expect(rank({ nextDay: NO_DAY })).toBe(rank({ nextDay: today + DEFAULT_WEIGHTS.findDateWithin }));
  expect(rank({ nextDay: today - 400, lapsed: true })).toBeLessThan(rank({ nextDay: today + 5 }));
});

test('a snoozed case is below the line until its day and above it from then on', () => {
  const asleep = rank({ snoozedUntilDay: today + 4 });
  expect(asleep).toBeLessThan(awakeFrom(today));
  expect(asleep).toBeLessThan(awakeFrom(today + 3));
  expect(asleep).toBeGreaterThanOrEqual(awakeFrom(today + 4));
});

test('the reason of the order says the days and the money', () => {
  const row = (more: Case) => ({ nextDay: today + 3, nextKind: 'appeal-level-1', undated: '', dueDay: today + 5, deniedCents: 125_000, snoozedUntilDay: NO_DAY, score: priorityOf(of({ nextDay: today + 3, deniedCents: 125_000, ...more })).score });
  expect(orderSentence(row({}), today)).toBe('Due in 3 days. $1,250.00 at stake, 50% chance, 20 minutes of work: $31.25 a minute, which counts like 10 days less.');
  expect(orderSentence({ ...row({ nextDay: today - 2 }), nextDay: today - 2 }, today)).toMatch(/^2 days past its day\./u);
  expect(orderSentence({ ...row({ nextDay: NO_DAY }), nextDay: NO_DAY }, today)).toMatch(/^No date is known/u);
  expect(orderSentence({ ...row({ nextDay: today + 31, windowUnknown: true }), nextDay: today + 31, nextKind: 'follow-up', undated: 'unknown-payer' }, today)).toMatch(/^No date is known/u);
});

test('a follow-up does not put off a claim whose window nobody knows, and comes first where it is sooner', () => {
  expect(rank({ nextDay: today + 31, windowUnknown: true })).toBe(rank({ nextDay: NO_DAY }));
  expect(rank({ nextDay: today + 2, windowUnknown: true })).toBe(rank({ nextDay: today + 2 }));
  expect(rank({ nextDay: today + 31 })).toBeLessThan(rank({ nextDay: NO_DAY }));
});
