import type { CommandRequest } from '../../rules/protocol/commands.ts';
import type { Result } from '../../rules/protocol/result.ts';
import type { WriteContext } from '../write.ts';
import { changeCase } from './change-case.ts';

/** Takes a resolved case back into the queue. How it had ended stays in the timeline. */
export async function reopenCase(ctx: WriteContext, request: CommandRequest<'case:reopen'>): Promise<Result<Record<string, never>>> {
  return changeCase(ctx, request.caseId, 'case:reopen', (draft) => {
    if (draft.open || draft.sealed.mergedInto != null) return { refuse: 'bad-request', field: 'caseId' };
    const plan = { ...draft.plan, state: draft.sealed.submissions.length > 0 ? 'waiting-on-payer' : 'working', nextAction: 'review' };
    return { draft: { ...draft, open: true, plan, sealed: { ...draft.sealed, resolution: null } }, events: [{ kind: 'reopened', title: 'Reopened', detail: request.reason }] };
  });
}
