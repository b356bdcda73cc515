import type { CommandReply, CommandRequest } from '../../rules/protocol/commands.ts';
import { failed, ok } from '../../rules/protocol/result.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { findPayer } from '../payers.ts';
import { withWriter } from '../write.ts';
import type { WriteContext } from '../write.ts';
import { answered } from './change-case.ts';
import { saveLooks } from './save-looks.ts';

/** Saves a claim typed or pasted by a person: everything that has a value counts as that person's word. */
export async function recordCase(ctx: WriteContext, request: CommandRequest<'case:record'>): Promise<Result<CommandReply<'case:record'>>> {
  return answered(() => withWriter(ctx.db, async (): Promise<Result<CommandReply<'case:record'>>> => {
    const payer = await findPayer(ctx.db, request.payerKey);
    if (payer === null) return failed('not-found', 'payerKey');
    const { claim } = request;
    const typed = Object.entries(claim.facts).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)).map(([field]) => field);
    const edited = request.source === 'form' ? [...new Set([...typed, ...claim.edited])] : claim.edited;
    const [saved] = await saveLooks(ctx, 'case:record', payer, [{
      facts: claim.facts, source: request.source, edited, references: claim.references, noReferenceIssued: claim.noReferenceIssued,
      evidence: { host: null, place: null, reading: null, pasted: request.pasted },
    }]);
    return saved?.caseId == null ? failed('bad-request') : ok({ caseId: saved.caseId, isNew: saved.isNew });
  }));
}
