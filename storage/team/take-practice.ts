import type { CommandReply, CommandRequest } from '../../rules/protocol/commands.ts';
import { failed, ok } from '../../rules/protocol/result.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { isoToDayNumber } from '../../rules/domain/day-number.ts';
import { isPurged } from '../../rules/team/practice-part.ts';
import { answered, changeCase } from '../cases/change-case.ts';
import { openCaseOrNull } from '../cases/open-case.ts';
import { roleOf } from '../people.ts';
import { heldCases, holdsThatCome, isHeldWhole } from '../retention/legal-hold.ts';
import { firstKept, lastDayOf } from '../retention/purge-plan.ts';
import { purgeCase } from '../retention/purge.ts';
import { markOfCase, putPurged } from '../retention/purged-cases.ts';
import type { CaseRow } from '../schema/v3.ts';
import { commitChange, withWriter } from '../write.ts';
import type { WriteContext } from '../write.ts';
import { checkedHead, checkedPractice } from './bundle-file.ts';
import { originOf } from './look-at-bundle.ts';

type Taken = CommandReply<'bundle:take-practice'>;

/**
 * What a hand-over file says of the whole practice. Holds are set here too; none is ever ended by a file. Marks of purged cases are
 * kept, so that no older file brings one back. A copy here of such a case goes only where it could be purged here at this moment all
 * the same (closed, past the time kept here, under no hold) and a lead takes the file in; one that is worked on, or held, stays, says so
 * in its timeline, and by that is alive for the other computer as well.
 *
 * `caseYears`: how long closed cases are kept here. Fails with `bad-request` where it is not signed, `not-allowed` before `beginTaking`.
 */
export async function takePractice(ctx: WriteContext, { head: signed, part }: CommandRequest<'bundle:take-practice'>, caseYears: number): Promise<Result<Taken>> {
  const { db } = ctx;
  const head = await checkedHead(signed);
  if (head === null || head === 'newer-form') return failed('bad-request', 'head');
  const came = await checkedPractice(head, part);
  if (came === null) return failed('bad-request', 'part');
  return answered(async (): Promise<Result<Taken>> => {
    const origin = await originOf(db, head);
    if (origin.key === 'unknown' || origin.practice === 'unknown') return failed('not-allowed', 'head');
    const holds = await withWriter(db, async () => {
      const { rows, fresh } = await holdsThatCome(ctx, came.holds);
      if (came.holds.length + came.purged.length > 0) {
        await commitChange(ctx, [{ command: 'bundle:take-practice', subject: `${head.id} ${came.purged.length} purged elsewhere`, outcome: 'done' }, ...fresh.map((id) => ({ command: 'bundle:hold-came', subject: id, outcome: 'done' }))], [], async () => {
          await db.meta.bulkPut(rows);
          await putPurged(db, came.purged);
        });
      }
      return fresh.length;
    });
    const isLead = (await roleOf(db, ctx.userId)) === 'lead';
    const beforeDay = isoToDayNumber(firstKept(ctx.today, caseYears));
    const done = { gone: 0, kept: 0 };
    for (const row of await copiesHere(ctx, came.purged)) {
      if (await mustStay(ctx, row)) {
        await keepAlive(ctx, row.id);
        done.kept += 1;
      } else if (isLead && lastDayOf(row) < beforeDay && !(await isHeldWhole(db)) && (await withWriter(db, async () => purgeCase(ctx, row))) !== null) done.gone += 1;
      else done.kept += 1;
    }
    return ok({ holds, ...done });
  });
}

/** Cases here that were purged elsewhere, and on which nobody worked since. */
async function copiesHere({ db }: WriteContext, purged: readonly (readonly [string, number])[]): Promise<CaseRow[]> {
  if (purged.length === 0) return [];
  const byMark = new Map(purged);
  const newest = purged.reduce((found, [, ms]) => Math.max(found, ms), 0);
  const [closed, open] = await Promise.all([0, 1].map(async (at) => db.cases.where('[open+touchedMs]').between([at, -Infinity], [at, newest], true, true).toArray()));
  return [...(closed ?? []), ...(open ?? [])].filter(({ id, touchedMs }) => isPurged(touchedMs, byMark.get(markOfCase(id)) ?? null));
}

async function mustStay(ctx: WriteContext, row: CaseRow): Promise<boolean> {
  const sealed = await openCaseOrNull(ctx.vault, row);
  const held = await heldCases(ctx.db);
  return row.open === 1 || held.has(row.id) || held.has(sealed?.mergedInto ?? '') || sealed?.legalHold != null;
}

async function keepAlive(ctx: WriteContext, caseId: string): Promise<void> {
  await changeCase(ctx, caseId, 'bundle:case-kept', (draft, { touchedMs }) => ({
    draft: { ...draft, touchedMs: Math.max(draft.touchedMs, touchedMs + 1) },
    events: [{ kind: 'kept', title: 'Purged on another computer; it stays here, because it is worked on or on hold', detail: null }],
  }));
}
