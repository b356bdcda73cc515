import type { CommandRequest } from '../../rules/protocol/commands.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { actionOfPath } from '../../rules/work/case-columns.ts';
import type { FactChange } from '../../rules/work/merge-facts.ts';
import type { WriteContext } from '../write.ts';
import { changeCase } from './change-case.ts';

/** A person's classification, which beats the advised one; the reason is kept and shown. */
export async function classifyCase(ctx: WriteContext, request: CommandRequest<'case:classify'>): Promise<Result<Record<string, never>>> {
  return changeCase(ctx, request.caseId, 'case:classify', (draft, row) => {
    const { category, path, avoidable, reason } = request;
    const classification = { category, path, avoidable, reason, byUser: ctx.userId, atMs: ctx.nowMs };
    const plan = row.nextAction === actionOfPath(row.path) ? { ...draft.plan, nextAction: actionOfPath(path) } : draft.plan;
    const changes = [{ field: 'category', was: row.category, now: category }, { field: 'path', was: row.path, now: path }].filter((change) => change.was !== change.now) as unknown as FactChange[];
    return { draft: { ...draft, plan, sealed: { ...draft.sealed, classification } }, events: [{ kind: 'classified', title: 'Classified by a person', detail: reason, changes }] };
  });
}
