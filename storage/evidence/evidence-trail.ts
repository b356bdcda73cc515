import type { CommandRequest } from '../../rules/protocol/commands.ts';
import { failed, ok } from '../../rules/protocol/result.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { sealEvents } from '../cases/case-history.ts';
import type { NewEvent } from '../cases/case-history.ts';
import { answered, commitCases } from '../cases/change-case.ts';
import { commitChange, withWriter } from '../write.ts';
import type { WriteContext } from '../write.ts';

/**
 * Covered identifiers of an exhibit were shown, and why. The reason of the closed list stands in the trail, where nothing
 * of a patient may; the person's own words go to the case's timeline, sealed.
 */
export async function revealEvidence(ctx: WriteContext, { caseId, n, reason, words }: CommandRequest<'evidence:reveal'>): Promise<Result<Record<string, never>>> {
  return noteOnCase(ctx, caseId, `evidence:reveal+${reason}`, { kind: 'evidence-revealed', title: `Identifiers shown on the evidence page of look ${n}`, detail: words.trim() === '' ? null : words.trim() });
}

/** The page went to a printer or a file. */
export async function evidencePrinted(ctx: WriteContext, { caseId, n, identifiers }: CommandRequest<'evidence:printed'>): Promise<Result<Record<string, never>>> {
  return noteOnCase(ctx, caseId, `evidence:printed+${identifiers}`, { kind: 'evidence-printed', title: `Evidence page of look ${n} printed`, detail: identifiers === 'shown' ? 'With all identifiers.' : 'Identifiers covered.' });
}

/** A line in the timeline and a row of the trail. The case itself stays as it is: looking at its evidence is no work on it, and moves no date. */
async function noteOnCase(ctx: WriteContext, caseId: string, command: string, event: NewEvent): Promise<Result<Record<string, never>>> {
  return answered(() => withWriter(ctx.db, async (): Promise<Result<Record<string, never>>> => {
    if ((await ctx.db.cases.where('id').equals(caseId).count()) === 0) return failed('not-found', 'caseId');
    await commitCases(ctx, command, [caseId], { cases: [], observations: [], events: await sealEvents(ctx.vault, ctx, caseId, [event]) });
    return ok({});
  }));
}

/** A file was checked: whether it held, never what was in it. */
export async function evidenceChecked(ctx: WriteContext, { caseId, whole }: CommandRequest<'evidence:checked'>): Promise<Result<Record<string, never>>> {
  await withWriter(ctx.db, async () => commitChange(ctx, { command: 'evidence:checked', subject: caseId ?? '', outcome: whole ? 'done' : 'broken' }, [], () => Promise.resolve()));
  return ok({});
}
