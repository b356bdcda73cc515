import type { DayNumber } from '../domain/day-number.ts';
import { figureOf } from './figure.ts';
import type { Asked, Figure, Metric } from './metric.ts';
import { changesOf, settingsOn } from './numbers-settings.ts';
import type { DatedSettings, SettingKey } from './numbers-settings.ts';
import { monthOf, periodBefore, periodOfMonth } from './period.ts';
import type { MonthNumber } from './period.ts';

/** The day a practice's Overturn first worked with a version of a definition. */
export type SeenVersion = { metricId: string; version: number; day: DayNumber };

/** Where a line must not be read across: from this day the figure is made otherwise. */
export type Break = { day: DayNumber; why: { setting: SettingKey } | { version: number; what: string } };

export type TrendPoint = { month: MonthNumber; figure: Figure; breaks: Break[] };

/** The breaks of a metric, oldest first. The first version and the first settings break nothing. */
export function breaksOf(metric: Metric, history: readonly DatedSettings[], seen: readonly SeenVersion[]): Break[] {
  const own = seen.filter(({ metricId }) => metricId === metric.id);
  const oldest = Math.min(...own.map(({ version }) => version));
  const versions = own.filter(({ version }) => version > oldest)
    .map(({ version, day }): Break => ({ day, why: { version, what: metric.changed.find((change) => change.version === version)?.what ?? '' } }));
  const settings = changesOf(history, metric.restsOn).map(({ day, key }): Break => ({ day, why: { setting: key } }));
  return [...versions, ...settings].sort((one, other) => one.day - other.day);
}

/**
 * A metric month by month, the newest last. Each month is worked out by the settings that held at its end, so that what was
 * reported then still stands; where they changed, the month carries the break.
 */
export function trendOf(metric: Metric, asked: Omit<Asked, 'period' | 'settings'>, last: MonthNumber, count: number, history: readonly DatedSettings[], seen: readonly SeenVersion[]): TrendPoint[] {
  const breaks = breaksOf(metric, history, seen);
  return Array.from({ length: count }, (_, index): TrendPoint => {
    const month = last - count + 1 + index;
    const period = periodOfMonth(month);
    return {
      month, figure: figureOf(metric, { ...asked, period, settings: settingsOn(history, Math.min(period.to, asked.today)) }),
      breaks: breaks.filter(({ day }) => monthOf(day) === month),
    };
  });
}

/** The same metric in the period of the same length before; `broken` where a definition changed in between. */
export function compared(metric: Metric, asked: Asked, history: readonly DatedSettings[], seen: readonly SeenVersion[]): { before: Figure; change: number | null; broken: boolean } | null {
  if (metric.view === 'now') return null;
  const period = periodBefore(asked.period);
  const before = figureOf(metric, { ...asked, period, settings: settingsOn(history, Math.min(period.to, asked.today)) });
  const now = figureOf(metric, asked);
  const broken = breaksOf(metric, history, seen).some(({ day }) => day > period.from && day <= asked.period.to);
  return { before, change: now.value === null || before.value === null ? null : now.value - before.value, broken };
}
