import { lastFederalBusinessDay } from '../calendar/business-days.ts';
import type { ClosedDays } from '../calendar/business-days.ts';
import { isoOfDay, parseCalendarDay } from '../calendar/calendar-day.ts';
import type { DeadlineAction } from '../payers/payer-rule.ts';
import { dayInWords } from './clock-start.ts';
import { isDated } from './deadline-answer.ts';
import type { DatedAnswer, DeadlineAnswer } from './deadline-answer.ts';

/** What a date came from that beats the library: the letter beats a contract, a contract the practice's own setting. */
export const OVERRIDE_KINDS = ['letter', 'contract', 'practice'] as const;
export type OverrideKind = (typeof OVERRIDE_KINDS)[number];

/** A date a person set for one clock, with who set it, why and on what evidence. */
export type ClockOverride = {
  action: DeadlineAction;
  kind: OverrideKind;
  /** Last day, `YYYY-MM-DD`. */
  date: string;
  author: string;
  reason: string;
  evidence: string | null;
  recordedOn: string;
  /** How the date was counted, in words, where it was not typed itself. */
  counted?: string;
};

const KIND_TITLES: Readonly<Record<OverrideKind, string>> = {
  letter: 'Date printed on the payer\'s letter',
  contract: 'Date by the practice\'s contract with the payer',
  practice: 'Date set by the practice',
};

/** The override that wins for an action: by kind, then the one recorded last. A malformed date never wins. */
export function overrideFor(action: DeadlineAction, overrides: readonly ClockOverride[]): ClockOverride | null {
  const ofAction = overrides.filter((override) => override.action === action && parseCalendarDay(override.date) !== null);
  ofAction.sort((left, right) =>
    OVERRIDE_KINDS.indexOf(left.kind) - OVERRIDE_KINDS.indexOf(right.kind) || (left.recordedOn < right.recordedOn ? 1 : -1));
  return ofAction[0] ?? null;
}

/** The dated answer of an override; what the library would have said stays as a dissent. */
export function overriddenAnswer(override: ClockOverride, library: DeadlineAnswer, closed: ClosedDays = new Set()): DatedAnswer {
  const day = parseCalendarDay(override.date);
  if (day === null) throw new RangeError('an override needs a date that exists');
  const safe = lastFederalBusinessDay(day, closed);
  return {
    raw: override.date, due: override.date, safe: isoOfDay(safe),
    rule: `override-${override.kind}`, version: 1, confidence: 'high',
    source: { title: KIND_TITLES[override.kind], url: '' },
    steps: [
      ...(override.counted === undefined ? [] : [override.counted]),
      `${KIND_TITLES[override.kind]}: ${dayInWords(day)}. It beats the rule library.`,
      `The last federal business day on or before it: file by ${dayInWords(safe)}.`,
    ],
    dissents: isDated(library) ? [{ rule: library.rule, raw: library.raw, why: `The library's own date is ${library.due} (rule ${library.rule}, ${library.source.title}), set aside by the override.` }] : [],
    warnings: [],
  };
}
