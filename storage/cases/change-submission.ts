import { actionInWords } from '../../rules/deadlines/claim-clocks.ts';
import { NO_DAY } from '../../rules/domain/day-number.ts';
import type { CommandRequest } from '../../rules/protocol/commands.ts';
import type { Result } from '../../rules/protocol/result.ts';
import type { WriteContext } from '../write.ts';
import { changeCase } from './change-case.ts';
import { stateAfter } from './record-submission.ts';

/**
 * Puts right what was recorded as sent. `decided`: the day of a decision that nobody could say when it was logged. `taken-back`: it never
 * went out (or not like this), so its clock runs again; what was recorded stays in the history. `not-found` (`atMs`) where no such step waits
 * for this, `kept-with-appeal` for a step that an appeal or a correction keeps, `bad-request` (`on`) for a day before the sending or still to come.
 */
export async function changeSubmission(ctx: WriteContext, { caseId, atMs, change }: CommandRequest<'case:change-submission'>): Promise<Result<Record<string, never>>> {
  const levels = new Set((await ctx.db.appeals.where('caseId').equals(caseId).toArray()).map(({ level }): string => level));
  const sentCorrections = (await ctx.db.corrections.where('caseId').equals(caseId).toArray()).filter(({ state }) => state !== 'draft' && state !== 'withdrawn');
  const corrections = new Set<string>(sentCorrections.length === 0 ? [] : ['corrected-claim', 'timely-filing', 'reopening']);
  return changeCase(ctx, caseId, 'case:change-submission', (draft) => {
    const { submissions } = draft.sealed;
    const step = submissions.find((one) => one.atMs === atMs);
    if (!draft.open) return { refuse: 'bad-request', field: 'caseId' };
    if (step === undefined) return { refuse: 'not-found', field: 'atMs' };
    const what = step.action === 'records' ? 'Records' : actionInWords(step.action);
    if (change.kind === 'decided') {
      if (step.decision === undefined || step.decision.on !== null) return { refuse: 'not-found', field: 'atMs' };
      if (change.on < step.on || change.on > ctx.today) return { refuse: 'bad-request', field: 'on' };
      const decision = { ...step.decision, on: change.on };
      return {
        draft: { ...draft, sealed: { ...draft.sealed, submissions: submissions.map((one) => (one === step ? { ...one, decision } : one)) } },
        events: [{ kind: 'submitted', title: `${what}: decided on ${change.on}`, detail: decision.outcome.replace('-', ' ') }],
      };
    }
    if (levels.has(step.action) || corrections.has(step.action)) return { refuse: 'kept-with-appeal', field: 'atMs' };
    const rest = submissions.filter((one) => one !== step);
    // Something else of this claim may still be out: the case waits for that then, and is looked at again when it was to be.
    const waiting = rest.filter(({ decision }) => decision === undefined).sort((a, b) => a.atMs - b.atMs).at(-1);
    const plan = waiting === undefined ? { ...draft.plan, state: 'working' as const, nextAction: 'review' as const, followUpDay: NO_DAY } : { ...draft.plan, state: stateAfter(waiting.action) };
    return {
      draft: { ...draft, plan, sealed: { ...draft.sealed, submissions: rest } },
      events: [{
        kind: 'submitted', title: `${what} taken back: not sent as recorded`,
        detail: [change.reason, `recorded as sent on ${step.on} by ${step.channel}`, step.confirmation === null ? `no confirmation: ${step.noConfirmationReason ?? ''}` : `confirmation ${step.confirmation}`, step.decision === undefined ? '' : step.decision.outcome.replace('-', ' ')].filter((part) => part !== '').join('; '),
      }],
    };
  });
}
