import type { CommandRequest } from '../../rules/protocol/commands.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { snoozeEnd } from '../../rules/work/case-columns.ts';
import { POOL } from '../../rules/domain/vocabulary.ts';
import { dayOrNone } from '../../rules/work/date-case.ts';
import type { WriteContext } from '../write.ts';
import { todayOf } from './case-row.ts';
import { changeCase } from './change-case.ts';

/**
 * Takes a case out of sight until a day: out of the queue, its tiles and the badge, and without reminders; those it slept
 * through come once when it is back. Never beyond the first day on which something is due, and not where such a day has
 * come: that would be the way to miss it. Where a date comes up earlier later on, the snooze ends with it (`snoozeEnd`).
 * With `backTo: 'pool'` nobody owns it from now on: whoever takes it from the pool when it is back.
 */
export async function snoozeCase(ctx: WriteContext, request: CommandRequest<'case:snooze'>): Promise<Result<Record<string, never>>> {
  const today = todayOf(ctx.today).day;
  return changeCase(ctx, request.caseId, 'case:snooze', (draft, row) => {
    const until = dayOrNone(request.untilIso);
    if (!draft.open || until <= today) return { refuse: 'bad-request', field: 'untilIso' };
    if (snoozeEnd(until, row, today) !== until) return { refuse: 'bad-request', field: 'untilIso' };
    const plan = { ...draft.plan, snoozedUntilDay: until, ...(request.backTo === 'pool' ? { ownerId: POOL } : {}) };
    return { draft: { ...draft, plan }, events: [{ kind: 'snoozed', title: request.backTo === 'pool' ? 'Snoozed, then to the pool' : 'Snoozed', detail: request.untilIso }] };
  });
}
