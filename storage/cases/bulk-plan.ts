import { isoOfDay } from '../../rules/calendar/calendar-day.ts';
import { NO_DAY } from '../../rules/domain/day-number.ts';
import type { CommandReply, CommandRequest } from '../../rules/protocol/commands.ts';
import { ok } from '../../rules/protocol/result.ts';
import type { Result } from '../../rules/protocol/result.ts';
import type { WriteContext } from '../write.ts';
import { planCase } from './plan-case.ts';

type Step = CommandRequest<'queue:bulk'>['steps'][number];

/**
 * Plans many cases, each as one change with its own entry in timeline and trail. What they were before comes back, so that
 * all of it can be undone in one press; a case that somebody changed since is told as left alone, never overwritten.
 */
export async function planMany(ctx: WriteContext, { steps }: CommandRequest<'queue:bulk'>): Promise<Result<CommandReply<'queue:bulk'>>> {
  const undo: Step[] = [];
  let left = 0;
  for (const { caseId, rev, ...change } of steps) {
    const before = await ctx.db.cases.get(caseId);
    if (before === undefined || before.open === 0 || (rev !== undefined && rev !== before.rev) || !(await planCase(ctx, { caseId, ...change })).ok) {
      left += 1;
      continue;
    }
    const after = await ctx.db.cases.get(caseId);
    undo.push({
      caseId, ...(after === undefined ? {} : { rev: after.rev }),
      ...(change.ownerId === undefined ? {} : { ownerId: before.ownerId }), ...(change.state === undefined ? {} : { state: before.state as NonNullable<Step['state']> }),
      ...(change.followUpOn === undefined ? {} : { followUpOn: before.followUpDay === NO_DAY ? null : isoOfDay(before.followUpDay) }),
    });
  }
  return ok({ undo, left });
}
