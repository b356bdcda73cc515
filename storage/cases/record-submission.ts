import { actionInWords } from '../../rules/deadlines/claim-clocks.ts';
import type { CaseState } from '../../rules/domain/vocabulary.ts';
import type { CommandRequest } from '../../rules/protocol/commands.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { dayOrNone } from '../../rules/work/date-case.ts';
import { NO_DAY } from '../../rules/domain/day-number.ts';
import type { WriteContext } from '../write.ts';
import { changeCase } from './change-case.ts';

/** Where a case stands while this step is out. */
export function stateAfter(action: string): CaseState {
  if (action === 'records') return 'records-sent';
  return ['corrected-claim', 'timely-filing', 'reopening'].includes(action) ? 'correction-sent' : 'appeal-sent';
}

/** Something left the practice: its clock stops, the follow-up takes its place. A number or the reason why there is none is required. `bad-request` (`on`) for a day to come or before the service. */
export async function recordSubmission(ctx: WriteContext, request: CommandRequest<'case:record-submission'>): Promise<Result<Record<string, never>>> {
  return changeCase(ctx, request.caseId, 'case:record-submission', (draft) => {
    const { action, on, channel, confirmation, noConfirmationReason, followUpOn } = request;
    const lateReason = (request.lateReason ?? '').trim();
    if (!draft.open) return { refuse: 'bad-request', field: 'caseId' };
    if ((confirmation ?? '').trim() === '' && (noConfirmationReason ?? '').trim() === '') return { refuse: 'bad-request', field: 'noConfirmationReason' };
    if (on > ctx.today || on < (draft.sealed.facts.serviceFrom ?? on)) return { refuse: 'bad-request', field: 'on' };
    const submission = { action, on, channel, confirmation, noConfirmationReason, byUser: ctx.userId, atMs: ctx.nowMs, ...(lateReason === '' ? {} : { lateReason }) };
    const submissions = [...draft.sealed.submissions, submission].slice(-200);
    const plan = { ...draft.plan, state: stateAfter(action), nextAction: 'wait-for-payer', followUpDay: dayOrNone(followUpOn), snoozedUntilDay: NO_DAY };
    const what = action === 'records' ? 'Records' : actionInWords(action);
    return {
      draft: { ...draft, plan, sealed: { ...draft.sealed, submissions } },
      events: [{ kind: 'submitted', title: `${what} sent by ${channel}`, detail: `${on}; ${confirmation === null ? `no confirmation: ${noConfirmationReason ?? ''}` : `confirmation ${confirmation}`}${lateReason === '' ? '' : `; late, with good cause: ${lateReason}`}` }],
    };
  });
}
