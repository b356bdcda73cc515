import type { CommandRequest } from '../../rules/protocol/commands.ts';
import { failed, ok } from '../../rules/protocol/result.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { commitChange, withWriter } from '../write.ts';
import type { WriteContext } from '../write.ts';
import { answered } from './change-case.ts';

/** Who looked at a case, and which masked fields were shown: a row of the trail only, the case is not touched. */
export async function markViewed(ctx: WriteContext, request: CommandRequest<'case:viewed'>): Promise<Result<Record<string, never>>> {
  return answered(() => withWriter(ctx.db, async (): Promise<Result<Record<string, never>>> => {
    if ((await ctx.db.cases.where('id').equals(request.caseId).count()) === 0) return failed('not-found', 'caseId');
    const command = request.revealed.length === 0 ? 'case:viewed' : `case:viewed+${request.revealed.map((field) => field.replace(/[^a-zA-Z]/gu, '')).join('+').slice(0, 200)}`;
    await commitChange(ctx, { command, subject: request.caseId, outcome: 'done' }, [], () => Promise.resolve());
    return ok({});
  }));
}
