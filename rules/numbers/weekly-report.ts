import { capacityOf } from './capacity.ts';
import type { Capacity } from './capacity.ts';
import { cardsOf } from './cards.ts';
import type { MetricCard } from './cards.ts';
import { byDimension } from './dimensions.ts';
import type { GroupFigure } from './dimensions.ts';
import type { Asked, Metric } from './metric.ts';
import { metricOf } from './metrics.ts';
import type { DatedSettings } from './numbers-settings.ts';
import type { SeenVersion } from './trend.ts';

/** A count that leaves the practice: exact, or only "fewer than" where it is small enough to point at somebody. */
export type SafeCount = { exact: number } | { below: number };

export function safeCount(count: number, smallCell: number): SafeCount {
  return count === 0 || count >= smallCell ? { exact: count } : { below: smallCell };
}

/** A group of a report; `value` null is every group that is too small to stand alone, together. `claims` is never small. */
export type ReportLine = { value: string | null; claims: number; cents: number };
export type ReportTable = { title: 'payer' | 'reason'; metric: Metric; lines: ReportLine[] };
export type WeeklyReport = {
  period: Asked['period']; smallCell: number; minimumN: number;
  /** Figures of the week; those of too few have none. */
  cards: MetricCard[]; tables: ReportTable[]; capacity: Omit<Capacity, 'ahead'> & { due: SafeCount; missed: SafeCount };
};

/**
 * The weekly report: sums only, no name, no number of a claim, no owner. Groups with fewer claims than the small-cell limit are
 * put together, and with them the next larger ones until they are enough: a single one left out could be worked out from the total.
 */
export function weeklyReport(asked: Asked, history: readonly DatedSettings[], seen: readonly SeenVersion[]): WeeklyReport {
  const { smallCell, minimumN } = asked.settings;
  const dollars = metricOf('denied-dollars');
  const { ahead, ...rest } = capacityOf(asked.rows, asked.today, asked.rows.reduce((least, { openedDay }) => Math.min(least, openedDay), asked.today));
  return {
    period: asked.period, smallCell, minimumN, cards: cardsOf(asked, history, seen),
    tables: dollars === null ? [] : (['payer', 'reason'] as const).map((title) => ({ title, metric: dollars, lines: safeLines(byDimension(dollars, asked, title), smallCell) })),
    capacity: { ...rest, due: safeCount(ahead.due, smallCell), missed: safeCount(ahead.missed, smallCell) },
  };
}

export function safeLines(groups: readonly GroupFigure[], smallCell: number): ReportLine[] {
  const bySize = [...groups].sort((one, other) => one.figure.n - other.figure.n);
  let folded = bySize.filter(({ figure }) => figure.n < smallCell).length;
  const claimsOf = (list: readonly GroupFigure[]): number => list.reduce((sum, { figure }) => sum + figure.n, 0);
  while (folded > 0 && folded < bySize.length && claimsOf(bySize.slice(0, folded)) < smallCell) folded += 1;
  const together = bySize.slice(0, folded);
  const alone = groups.filter((group) => !together.includes(group)).map(({ value, figure }): ReportLine => ({ value, claims: figure.n, cents: figure.top }));
  const rest: ReportLine = { value: null, claims: claimsOf(together), cents: together.reduce((sum, { figure }) => sum + figure.top, 0) };
  return rest.claims >= smallCell ? [...alone, rest] : alone;
}

/** What a report may say of a figure: all of it, nothing but that it is small, or that there is none. */
export function mayShow({ metric, figure }: MetricCard, smallCell: number): 'figure' | 'small' | 'none' {
  if (figure.n === 0 && figure.value === null) return 'none';
  const isOfClaims = metric.measure.kind !== 'typed';
  if (isOfClaims && figure.n > 0 && figure.n < smallCell) return 'small';
  // Of a share the few can stand on either side of it.
  const few = (count: number): boolean => count > 0 && count < smallCell;
  const isCount = (metric.measure.kind === 'share' || metric.measure.kind === 'per-submitted') && metric.measure.of !== 'cents';
  if (isCount && figure.bottom !== null && (few(figure.top) || few(figure.bottom - figure.top))) return 'small';
  return figure.value === null ? 'none' : 'figure';
}
