import type { CaseRevealReason } from '../../rules/domain/vocabulary.ts';
import { failed, ok } from '../../rules/protocol/result.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { commitChange, withWriter } from '../write.ts';
import type { WriteContext } from '../write.ts';
import { answered } from './change-case.ts';

/** Covered identifiers of a case were shown or copied, and why: a row of the trail with the names of the fields, never a value. The case is not touched. */
export async function revealCase(ctx: WriteContext, request: { caseId: string; fields: readonly string[]; how: 'shown' | 'copied'; reason: CaseRevealReason }): Promise<Result<Record<string, never>>> {
  return answered(() => withWriter(ctx.db, async (): Promise<Result<Record<string, never>>> => {
    if ((await ctx.db.cases.where('id').equals(request.caseId).count()) === 0) return failed('not-found', 'caseId');
    const fields = request.fields.map((field) => field.replace(/[^a-zA-Z]/gu, '')).join('+').slice(0, 200);
    await commitChange(ctx, { command: `case:reveal+${request.reason}+${request.how}+${fields}`, subject: request.caseId, outcome: 'done' }, [], () => Promise.resolve());
    return ok({});
  }));
}
