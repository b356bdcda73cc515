import type { CommandRequest } from '../../rules/protocol/commands.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { setFacts } from '../../rules/work/merge-facts.ts';
import type { FactName } from '../../rules/work/merge-facts.ts';
import type { WriteContext } from '../write.ts';
import { changeCase } from './change-case.ts';

/** A person's word on facts: the answer to the one question, a correction, or the acceptance of a difference. The case is dated anew. */
export async function answerCase(ctx: WriteContext, request: CommandRequest<'case:answer'>): Promise<Result<Record<string, never>>> {
  return changeCase(ctx, request.caseId, 'case:answer', (draft) => {
    const named = Object.keys(request.facts).filter((field) => request.facts[field as FactName] !== undefined);
    if (named.length === 0) return { refuse: 'bad-request', field: 'facts' };
    const { facts, changes } = setFacts(draft.sealed.facts, request.facts);
    const edited = [...new Set([...(draft.sealed.edited ?? []), ...named])];
    const differences = (draft.sealed.differences ?? []).filter(({ field }) => !named.includes(field));
    return { draft: { ...draft, sealed: { ...draft.sealed, facts, edited, differences } }, events: [{ kind: 'answered', title: changes.length === 0 ? 'Confirmed by a person' : 'Set by a person', changes }] };
  });
}
