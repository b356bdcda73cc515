import { METRICS } from '../../rules/numbers/metrics.ts';
import type { NumbersSettings } from '../../rules/numbers/numbers-settings.ts';
import type { SeenVersion } from '../../rules/numbers/trend.ts';
import { isoMonth } from '../../rules/numbers/period.ts';
import { isoToDayNumber } from '../../rules/domain/day-number.ts';
import { ok } from '../../rules/protocol/result.ts';
import type { Result } from '../../rules/protocol/result.ts';
import type { MonthFigureRow } from '../schema/v3.ts';
import { commitChange, withWriter } from '../write.ts';
import type { WriteContext } from '../write.ts';
import { historyOf, NUMBERS_SETTING, seenOf, VERSIONS_SETTING } from './read-numbers.ts';

/** From today on the numbers are worked out so. What held before is kept with its days: lines break there. */
export async function saveNumbersSettings(ctx: WriteContext, settings: NumbersSettings): Promise<Result<Record<string, never>>> {
  await withWriter(ctx.db, async () => {
    const history = historyOf((await ctx.db.settings.get(NUMBERS_SETTING))?.value);
    const fromDay = isoToDayNumber(ctx.today);
    // Twice on one day is one change: nobody has reported by the first.
    const value = [...history.filter((one) => one.fromDay !== fromDay), { fromDay, settings }];
    await commitChange(ctx, { command: 'numbers:save-settings', subject: 'numbers', outcome: 'done' }, [ctx.db.settings], async () => ctx.db.settings.put({ key: NUMBERS_SETTING, value }));
  });
  return ok({});
}

export type TypedFigures = Omit<MonthFigureRow, 'id' | 'atMs' | 'userId'>;

/** Keeps figures of a month that somebody typed. Those typed before stay on file; the newest holds. */
export async function saveMonthFigures(ctx: WriteContext, figures: TypedFigures): Promise<Result<Record<string, never>>> {
  const row: MonthFigureRow = { ...figures, id: crypto.randomUUID(), atMs: ctx.nowMs, userId: ctx.userId };
  await withWriter(ctx.db, async () => commitChange(ctx, { command: 'numbers:save-figures', subject: `${isoMonth(figures.month)} ${figures.payerKey}`.trim(), outcome: 'done' }, [ctx.db.monthFigures], async () => ctx.db.monthFigures.add(row)));
  return ok({});
}

/** Notes the day on which this practice first worked with each definition, so that a later version shows as a break. */
export async function noteDefinitions(ctx: WriteContext): Promise<void> {
  const seen = seenOf((await ctx.db.settings.get(VERSIONS_SETTING))?.value);
  const fresh = METRICS.filter((metric) => !seen.some(({ metricId, version }) => metricId === metric.id && version === metric.version));
  if (fresh.length === 0) return;
  const day = isoToDayNumber(ctx.today);
  const value: SeenVersion[] = [...seen, ...fresh.map(({ id, version }) => ({ metricId: id, version, day }))];
  await withWriter(ctx.db, async () => ctx.db.settings.put({ key: VERSIONS_SETTING, value }));
}
