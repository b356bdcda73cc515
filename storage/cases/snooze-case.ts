import type { CommandRequest } from '../../rules/protocol/commands.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { dayOrNone } from '../../rules/work/date-case.ts';
import type { WriteContext } from '../write.ts';
import { todayOf } from './case-row.ts';
import { changeCase } from './change-case.ts';

/**
 * Takes a case out of sight until a day; its clocks, the badge and the reminders go on. Not beyond the day by which
 * something must be done: that would be the way to miss it.
 */
export async function snoozeCase(ctx: WriteContext, request: CommandRequest<'case:snooze'>): Promise<Result<Record<string, never>>> {
  const today = todayOf(ctx.today).day;
  return changeCase(ctx, request.caseId, 'case:snooze', (draft, row) => {
    const until = dayOrNone(request.untilIso);
    if (!draft.open || until <= today) return { refuse: 'bad-request', field: 'untilIso' };
    if (row.safeDay >= today && until > row.safeDay) return { refuse: 'bad-request', field: 'untilIso' };
    return { draft: { ...draft, plan: { ...draft.plan, snoozedUntilDay: until } }, events: [{ kind: 'snoozed', title: 'Snoozed', detail: request.untilIso }] };
  });
}
