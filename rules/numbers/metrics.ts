import type { Metric } from './metric.ts';
import { METRICS_OF_DENIALS } from './metrics-of-denials.ts';
import { METRICS_OF_RECOVERY } from './metrics-of-recovery.ts';
import { METRICS_OF_WORK } from './metrics-of-work.ts';

/** Every metric, in the order in which a report shows them. */
export const METRICS: readonly Metric[] = [...METRICS_OF_DENIALS, ...METRICS_OF_RECOVERY, ...METRICS_OF_WORK];

export function metricOf(id: string): Metric | null {
  return METRICS.find((metric) => metric.id === id) ?? null;
}
