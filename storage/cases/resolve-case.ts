import { END_REASONS } from '../../rules/domain/end-reason.ts';
import { NO_DAY } from '../../rules/domain/day-number.ts';
import type { CommandRequest } from '../../rules/protocol/commands.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { moneyText } from '../../rules/work/fact-text.ts';
import type { WriteContext } from '../write.ts';
import { changeCase } from './change-case.ts';

/** Ends the work with an outcome and a reason. The case leaves the queue and stays on file. */
export async function resolveCase(ctx: WriteContext, request: CommandRequest<'case:resolve'>): Promise<Result<Record<string, never>>> {
  return changeCase(ctx, request.caseId, 'case:resolve', (draft) => {
    if (!draft.open) return { refuse: 'bad-request', field: 'caseId' };
    const { outcome, reason, recoveredCents, endReason = null } = request;
    if (endReason !== null && !(END_REASONS[outcome] as readonly string[]).includes(endReason)) return { refuse: 'bad-request', field: 'endReason' };
    if (recoveredCents !== null && recoveredCents < 0) return { refuse: 'bad-request', field: 'recoveredCents' };
    return {
      draft: {
        ...draft, open: false, plan: { ...draft.plan, state: 'resolved', followUpDay: NO_DAY, snoozedUntilDay: NO_DAY },
        sealed: { ...draft.sealed, suggestion: null, resolution: { outcome, reason, recoveredCents, byUser: ctx.userId, atMs: ctx.nowMs, on: ctx.today, endReason } },
      },
      events: [{ kind: 'resolved', title: `Resolved: ${outcome.replaceAll('-', ' ')}`, detail: recoveredCents === null ? reason : `${reason}; ${moneyText(recoveredCents)} recovered` }],
    };
  });
}
