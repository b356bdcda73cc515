import type { CommandReply, CommandRequest } from '../../rules/protocol/commands.ts';
import { failed, ok } from '../../rules/protocol/result.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { pageOfReading } from '../../rules/evidence/page-of-reading.ts';
import type { Reading } from '../../rules/reading/reading.ts';
import { findPayer } from '../payers.ts';
import { withWriter } from '../write.ts';
import type { WriteContext } from '../write.ts';
import { answered } from './change-case.ts';
import { saveLooks } from './save-looks.ts';

/**
 * Saves what a person confirmed of a portal page. A claim that is a case already gets an observation with the difference,
 * never a second case. `reading` is kept as evidence, claim by claim; `host` is the portal's.
 */
export async function saveCapture(ctx: WriteContext, request: CommandRequest<'capture:save'>, reading: Reading | null, host: string): Promise<Result<CommandReply<'capture:save'>>> {
  return answered(() => withWriter(ctx.db, async (): Promise<Result<CommandReply<'capture:save'>>> => {
    const payer = await findPayer(ctx.db, request.payerKey);
    if (payer === null) return failed('not-found', 'payerKey');
    const saved = await saveLooks(ctx, 'capture:save', payer, request.claims.map((claim) => ({
      facts: claim.facts, source: claim.index < 0 ? ('form' as const) : ('portal' as const), edited: claim.edited, references: claim.references, noReferenceIssued: claim.noReferenceIssued,
      evidence: { host, place: null, reading: reading?.claims[claim.index] ?? null, pasted: null, page: reading === null ? null : pageOfReading(reading) },
    })));
    return ok({ saved: saved.map((one, at) => ({ index: request.claims[at]?.index ?? -1, caseId: one.caseId ?? '', isNew: one.isNew, changed: one.changed, dueIso: one.dueIso })) });
  }));
}
