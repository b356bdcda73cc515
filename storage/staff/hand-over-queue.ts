import type { CommandRequest } from '../../rules/protocol/commands.ts';
import { failed, ok } from '../../rules/protocol/result.ts';
import type { Result } from '../../rules/protocol/result.ts';
import type { FactChange } from '../../rules/work/merge-facts.ts';
import { commitChange, withWriter } from '../write.ts';
import { changeCase } from '../cases/change-case.ts';
import { keepDraft, readDraft } from '../drafts.ts';
import { listPeople } from '../people.ts';
import type { WriteContext } from '../write.ts';
import { readPools } from './pools.ts';

/** Open cases of an owner, the one whose next day comes first in front. */
export async function openCaseIdsOf(db: WriteContext['db'], ownerId: string): Promise<string[]> {
  const rows = await db.cases.where('[open+ownerId+nextDay]').between([1, ownerId, -Infinity], [1, ownerId, Infinity]).toArray();
  return rows.map(({ id }) => id);
}

/**
 * Gives open cases of one owner to another, one transaction a case, the most urgent first: broken off in the middle, what is most
 * urgent has moved, and doing it again goes on with the rest. Every clock goes with its case. What the old owner had begun to
 * type about a case is laid before the new one, where that is a person who has begun nothing there.
 */
export async function handOverQueue(ctx: WriteContext, request: CommandRequest<'queue:hand-over'>): Promise<Result<{ moved: number; drafts: number }>> {
  const { fromId, toId, reason } = request;
  const [people, pools] = [await listPeople(ctx.db), await readPools(ctx.db)];
  const to = people.find(({ id }) => id === toId);
  if (fromId === toId || (to === undefined && !pools.some(({ key }) => key === toId))) return failed('not-found', 'toId');
  if (to !== undefined && (to.standing === 'left' || to.role === 'auditor')) return failed('bad-request', 'toId');
  const nameOf = (id: string): string => people.find((one) => one.id === id)?.name ?? pools.find(({ key }) => key === id)?.name ?? id;
  const wanted = request.caseIds === null ? null : new Set(request.caseIds);
  const moved: string[] = [];
  for (const caseId of await openCaseIdsOf(ctx.db, fromId)) {
    if (wanted !== null && !wanted.has(caseId)) continue;
    const changed = await changeCase(ctx, caseId, `queue:hand-over+${fromId}+${toId}`, (draft) => {
      if (!draft.open || draft.plan.ownerId !== fromId) return { refuse: 'changed-meanwhile' };
      const changes = [{ field: 'owner', was: nameOf(fromId), now: nameOf(toId) }] as unknown as FactChange[];
      return { draft: { ...draft, plan: { ...draft.plan, ownerId: toId } }, events: [{ kind: 'handed-over', title: 'Handed over', detail: reason === '' ? null : reason, changes }] };
    });
    if (changed.ok) moved.push(caseId);
    else if (changed.error.code !== 'changed-meanwhile') return changed;
  }
  await moveAppeals(ctx, fromId, toId, moved);
  return ok({ moved: moved.length, drafts: to === undefined || wanted !== null ? 0 : await copyDrafts(ctx, fromId, toId) });
}

async function copyDrafts(ctx: WriteContext, fromId: string, toId: string): Promise<number> {
  let copied = 0;
  for (const row of await ctx.db.drafts.where('key').startsWith(`${fromId}/`).toArray()) {
    const key = row.key.slice(fromId.length + 1);
    if ((await ctx.db.drafts.get(`${toId}/${key}`)) !== undefined) continue;
    const draft = await readDraft(ctx.db, ctx.vault, fromId, key).catch(() => null); // a damaged one stays where it is
    if (draft !== null && (await keepDraft({ ...ctx, userId: toId, nowMs: draft.atMs }, key, draft.value)).ok) copied += 1;
  }
  return copied;
}

/** Appeals that are still worked go where their case went. */
async function moveAppeals(ctx: WriteContext, fromId: string, toId: string, caseIds: readonly string[]): Promise<void> {
  await withWriter(ctx.db, async () => {
    const rows = (await ctx.db.appeals.where('caseId').anyOf([...caseIds]).toArray()).filter((row) => row.open === 1 && row.ownerId === fromId);
    if (rows.length === 0) return;
    await commitChange(ctx, { command: `queue:hand-over+${fromId}+${toId}`, subject: `${rows.length} appeals`, outcome: 'done' }, [ctx.db.appeals], async () => ctx.db.appeals.bulkPut(rows.map((row) => ({ ...row, ownerId: toId }))));
  });
}
