import { actionInWords } from '../../rules/deadlines/claim-clocks.ts';
import type { CommandRequest } from '../../rules/protocol/commands.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { isHandSetDay } from '../../rules/work/hand-set-day.ts';
import type { FactChange } from '../../rules/work/merge-facts.ts';
import type { WriteContext } from '../write.ts';
import { changeCase } from './change-case.ts';

/**
 * A date from a letter or contract that beats the rule, with reason and evidence, or null to go back to the rule; what stood before stays in
 * the history. `bad-request` (`date`) for a day nobody can mean, `changed-meanwhile` (`date`) where another date was set since it was looked at.
 */
export async function overrideDeadline(ctx: WriteContext, request: CommandRequest<'case:override-deadline'>): Promise<Result<Record<string, never>>> {
  return changeCase(ctx, request.caseId, 'case:override-deadline', (draft) => {
    const { action, date, seen, reason, evidence } = request;
    if (date !== null && !isHandSetDay(date, ctx.today)) return { refuse: 'bad-request', field: 'date' };
    const before = draft.sealed.overrides.filter((one) => one.action === action).at(-1);
    if (seen !== undefined && (before?.date ?? null) !== seen) return { refuse: 'changed-meanwhile', field: 'date' };
    const kept = draft.sealed.overrides.filter((one) => date !== null || one.action !== action);
    const overrides = date === null ? kept : [...kept, { action, date, reason, evidence, byUser: ctx.userId, atMs: ctx.nowMs }].slice(-60);
    const changes = [{ field: action, was: before?.date ?? null, now: date }] as unknown as FactChange[];
    return { draft: { ...draft, sealed: { ...draft.sealed, overrides } }, events: [{ kind: 'deadline-set', title: `${date === null ? 'Last day taken back' : 'Last day set'}: ${actionInWords(action).toLowerCase()}`, detail: [reason, evidence].filter((part) => part !== '').join('. '), changes }] };
  });
}
