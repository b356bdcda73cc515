import type { DayNumber } from '../domain/day-number.ts';
import type { ContactRowFact, DenialRow, DenominatorSource, PromiseFact, SubmittedFact } from './denial-row.ts';
import type { NumbersSettings, SettingKey } from './numbers-settings.ts';
import type { Period } from './period.ts';

/** What a question to the numbers is about. Rows are filtered already, except by period. */
export type Asked = { rows: readonly DenialRow[]; contacts: readonly ContactRowFact[]; promises: readonly PromiseFact[]; submitted: Submitted; period: Period; today: DayNumber; settings: NumbersSettings };

/** What was submitted, as far as it can be used for this question; `unusable` says why it cannot. */
export type Submitted = { facts: readonly SubmittedFact[]; unusable: null | 'grouped' | 'filtered' | 'working-in' };

/** What a rule about one row may look at. */
export type Look = { period: Period; today: DayNumber; settings: NumbersSettings };

/**
 * How a figure is made of rows.
 * - `share`: sum of `top` / sum of `bottom` over the rows that count; `n` is the number of these rows (or of `size`, where a row stands for several things).
 * - `per-submitted`: over what was submitted in the same months, which is imported or typed.
 * - `middle`: median and mean of days.
 * - `total`: a sum of cents, with its parts.
 * - `cost`: labour and net recovery, which need minutes.
 * - `contacts`: a share of contacts. `promises`: promises kept of those that fell due.
 * - `typed`: from figures of the month alone.
 */
export type Measure =
  | { kind: 'share'; of: 'claims' | 'cents' | 'appeals'; counts(row: DenialRow, look: Look): boolean; top(row: DenialRow, look: Look): number; bottom(row: DenialRow, look: Look): number; size?(row: DenialRow, look: Look): number }
  | { kind: 'per-submitted'; of: 'claims' | 'cents'; counts(row: DenialRow, look: Look): boolean; top(row: DenialRow, look: Look): number }
  | { kind: 'middle'; counts(row: DenialRow, look: Look): boolean; days(row: DenialRow, look: Look): number | null }
  | { kind: 'total'; counts(row: DenialRow, look: Look): boolean; cents(row: DenialRow, look: Look): number; part?(row: DenialRow): string; parts?: readonly string[] }
  | { kind: 'cost'; what: 'per-denial' | 'net'; counts(row: DenialRow, look: Look): boolean }
  | { kind: 'contacts'; counts(contact: ContactRowFact, look: Look): boolean; hit(contact: ContactRowFact, look: Look): boolean }
  | { kind: 'promises' }
  | { kind: 'typed'; what: 'clean-claims' | 'days-in-receivables' };

export type MetricUnit = 'percent' | 'days' | 'cents';
export type MetricGroup = 'denials' | 'recovery' | 'speed' | 'prevention' | 'cost' | 'payer';

/** A metric as data and one function. All words stand on its card. */
export type Metric = {
  id: string; title: string; group: MetricGroup; unit: MetricUnit;
  /** In words: what is divided by what. */
  formula: string; numerator: string; denominator: string | null;
  /** Which claims count, by which day, and what is left out. */
  counted: string;
  /** `event`: by the day it happened; `cohort`: by the month the claim was sent; `now`: as things stand. Never mixed in one figure. */
  view: 'event' | 'cohort' | 'now';
  /** Raised whenever the same claims would give another figure; `changed` says what is different, newest last. */
  version: number; changed: readonly { version: number; what: string }[];
  restsOn: readonly SettingKey[];
  better: 'higher' | 'lower' | 'neither';
  measure: Measure;
  /** Open work that is left out of the figure, so that it is named beside it. */
  leftOpen?(row: DenialRow, look: Look): boolean;
  /** Other counts that belong beside the figure. */
  beside?: readonly { label: string; unit: 'count' | 'cents'; of(row: DenialRow, look: Look): number }[];
};

/** Why there is no figure. */
export type NoFigure = 'working-in' | 'nothing' | 'too-few' | 'no-denominator' | 'not-by-this' | 'part-months' | 'no-cost' | 'no-minutes';

export type Figure = {
  /** Percent as a number of 100, days or cents; null where `why` says why. */
  value: number | null; why: NoFigure | null;
  top: number; bottom: number | null;
  /** Of how many it was made. */
  n: number;
  /** The mean, where the value is a median. */
  mean: number | null;
  parts: { part: string; cents: number; claims: number }[];
  open: { claims: number; cents: number } | null;
  beside: { label: string; unit: 'count' | 'cents'; value: number }[];
  /** Where the denominator comes from, and the months for which it is missing. */
  denominator: { sources: DenominatorSource[]; missing: number[] } | null;
};
