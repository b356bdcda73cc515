import type { CommandRequest } from '../../rules/protocol/commands.ts';
import { failed, ok } from '../../rules/protocol/result.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { answered, changeCase } from '../cases/change-case.ts';
import { commitChange, withWriter } from '../write.ts';
import type { WriteContext } from '../write.ts';

/** An identifier of the caller card was shown or copied: a row of the trail with the field's name, never its value. */
export async function callerCardUsed(ctx: WriteContext, { caseId, field, how }: CommandRequest<'caller-card:used'>): Promise<Result<Record<string, never>>> {
  return answered(() => withWriter(ctx.db, async (): Promise<Result<Record<string, never>>> => {
    if ((await ctx.db.cases.where('id').equals(caseId).count()) === 0) return failed('not-found', 'caseId');
    await commitChange(ctx, { command: `caller-card:${how}+${field}`, subject: caseId, outcome: 'done' }, [], () => Promise.resolve());
    return ok({});
  }));
}

/** The patient's birth date, which payers ask for before they answer. No file or page of ours gives it; a person types it once. */
export async function setBirthDate(ctx: WriteContext, { caseId, birthDate }: CommandRequest<'case:birth-date'>): Promise<Result<Record<string, never>>> {
  if (birthDate !== null && birthDate > ctx.today) return failed('bad-request', 'birthDate');
  return changeCase(ctx, caseId, 'case:birth-date', (draft) => ({
    draft: { ...draft, sealed: { ...draft.sealed, patientBirthDate: birthDate } },
    events: [{ kind: 'facts', title: birthDate === null ? 'Birth date taken away' : (draft.sealed.patientBirthDate ?? null) === null ? 'Birth date added' : 'Birth date changed', detail: `was ${draft.sealed.patientBirthDate ?? 'not known'}; now ${birthDate ?? 'not known'}` }],
  }));
}
