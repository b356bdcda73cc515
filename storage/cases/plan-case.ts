import { NO_DAY } from '../../rules/domain/day-number.ts';
import { POOL } from '../../rules/domain/vocabulary.ts';
import type { CommandRequest } from '../../rules/protocol/commands.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { dayOrNone } from '../../rules/work/date-case.ts';
import { isoOfDay } from '../../rules/calendar/calendar-day.ts';
import type { FactChange } from '../../rules/work/merge-facts.ts';
import { readPools } from '../staff/pools.ts';
import type { WriteContext } from '../write.ts';
import { changeCase } from './change-case.ts';

/** Plans the work: state, next action, follow-up day, owner. What is left out stays. Resolving has a command of its own. */
export async function planCase(ctx: WriteContext, request: CommandRequest<'case:plan'>): Promise<Result<Record<string, never>>> {
  const pools = await readPools(ctx.db);
  const owner = request.ownerId ?? POOL;
  const taker = await ctx.db.users.get(owner);
  if (!pools.some(({ key }) => key === owner) && (taker === undefined || taker.leftMs != null)) return { ok: false, error: { code: 'not-found', field: 'ownerId' } };
  const names = new Map([...pools.map(({ key, name }): [string, string] => [key, key === POOL ? 'the pool' : name]), ...(await ctx.db.users.toArray()).map((user): [string, string] => [user.id, user.name])]);
  return changeCase(ctx, request.caseId, 'case:plan', (draft) => {
    if (!draft.open) return { refuse: 'bad-request', field: 'caseId' };
    if (request.state === 'resolved') return { refuse: 'bad-request', field: 'state' };
    const was = draft.plan;
    const plan = {
      ...was, state: request.state ?? was.state, nextAction: request.nextAction ?? was.nextAction,
      followUpDay: request.followUpOn === undefined ? was.followUpDay : dayOrNone(request.followUpOn),
      // Every open case has an owner, be it the pool: giving it up to nobody means that the one who does so keeps it.
      ownerId: request.ownerId === undefined ? was.ownerId : request.ownerId ?? ctx.userId,
    };
    const day = (value: number): string | null => (value === NO_DAY ? null : isoOfDay(value));
    const changes = [
      { field: 'state', was: was.state, now: plan.state }, { field: 'nextAction', was: was.nextAction, now: plan.nextAction }, { field: 'followUpDay', was: day(was.followUpDay), now: day(plan.followUpDay) },
      { field: 'owner', was: names.get(was.ownerId) ?? was.ownerId, now: names.get(plan.ownerId) ?? plan.ownerId },
    ].filter((change) => change.was !== change.now);
    return { draft: { ...draft, plan }, events: [{ kind: 'planned', title: 'Work planned', changes: changes as unknown as FactChange[] }] };
  });
}
