import type { CommandRequest } from '../../rules/protocol/commands.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { dayOrNone } from '../../rules/work/date-case.ts';
import type { WriteContext } from '../write.ts';
import { todayOf } from './case-row.ts';
import { changeCase } from './change-case.ts';

/**
 * Puts a case among those that cannot be worked now, with the reason and the day of a second look. It comes back on that
 * day, or earlier where a date of the claim that is still to come falls before it.
 */
export async function setAsideCase(ctx: WriteContext, request: CommandRequest<'case:set-aside'>): Promise<Result<Record<string, never>>> {
  return changeCase(ctx, request.caseId, 'case:set-aside', (draft) => {
    const until = dayOrNone(request.secondLookOn);
    if (!draft.open) return { refuse: 'bad-request', field: 'caseId' };
    if (until <= todayOf(ctx.today).day) return { refuse: 'bad-request', field: 'secondLookOn' };
    const { reason, secondLookOn } = request;
    return {
      draft: {
        ...draft, plan: { ...draft.plan, state: 'not-workable', nextAction: 'review', followUpDay: until, snoozedUntilDay: until },
        sealed: { ...draft.sealed, setAsideForNow: [...(draft.sealed.setAsideForNow ?? []), { reason, secondLookOn, byUser: ctx.userId, atMs: ctx.nowMs }].slice(-60) },
      },
      events: [{ kind: 'set-aside', title: `Not workable now, second look ${secondLookOn}`, detail: reason }],
    };
  });
}
