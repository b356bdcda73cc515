import { figureOf } from './figure.ts';
import type { Asked, Figure, Metric } from './metric.ts';
import { METRICS } from './metrics.ts';
import type { DatedSettings } from './numbers-settings.ts';
import { periodBefore } from './period.ts';
import type { Period } from './period.ts';
import { compared } from './trend.ts';
import type { SeenVersion } from './trend.ts';

export type MetricCard = { metric: Metric; figure: Figure; before: { figure: Figure; change: number | null; broken: boolean; period: Period } | null };

/** Every metric of what was asked, each beside the same length of time before. */
export function cardsOf(asked: Asked, history: readonly DatedSettings[], seen: readonly SeenVersion[]): MetricCard[] {
  const period = periodBefore(asked.period);
  return METRICS.map((metric): MetricCard => {
    const before = compared(metric, asked, history, seen);
    return { metric, figure: figureOf(metric, asked), before: before === null ? null : { figure: before.before, change: before.change, broken: before.broken, period } };
  });
}
