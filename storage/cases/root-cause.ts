import { rootCause } from '../../rules/domain/root-cause.ts';
import type { CommandRequest } from '../../rules/protocol/commands.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { subReason } from '../../rules/root-cause/sub-reasons.ts';
import type { FactChange } from '../../rules/work/merge-facts.ts';
import type { WriteContext } from '../write.ts';
import { changeCase } from './change-case.ts';

/** Adds what went wrong first, as a person found it. An earlier finding stays in the case's list and in its history. */
export async function recordRootCause(ctx: WriteContext, request: CommandRequest<'case:root-cause'>): Promise<Result<Record<string, never>>> {
  return changeCase(ctx, request.caseId, 'case:root-cause', (draft) => {
    const { category, origin, avoidable, overrideReason, answers, note } = request;
    const known = subReason(category, request.subReason);
    if (known === null) return { refuse: 'bad-request', field: 'subReason' };
    const found = rootCause.safeParse({ category, subReason: known.id, origin, avoidable, ruleAvoidable: known.avoidable, overrideReason, answers, note, byUser: ctx.userId, atMs: ctx.nowMs });
    if (!found.success) return { refuse: 'bad-request', field: 'overrideReason' };
    const before = draft.sealed.rootCauses?.at(-1);
    const words = (of: typeof before): string | null => (of === undefined ? null : subReason(of.category, of.subReason)?.words ?? of.subReason);
    const changes = [
      { field: 'rootCause', was: words(before), now: known.words }, { field: 'origin', was: before?.origin ?? null, now: origin }, { field: 'avoidable', was: before?.avoidable ?? null, now: avoidable },
    ].filter(({ was, now }) => was !== now) as unknown as FactChange[];
    return {
      draft: { ...draft, sealed: { ...draft.sealed, rootCauses: [...(draft.sealed.rootCauses ?? []), found.data].slice(-60) } },
      events: [{ kind: 'root-cause', title: before === undefined ? 'Root cause found' : 'Root cause found anew', detail: [overrideReason, note].filter((text) => text !== null && text !== '').join(' · ') || null, changes }],
    };
  });
}
