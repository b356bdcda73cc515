import type { CommandReply, CommandRequest } from '../../rules/protocol/commands.ts';
import { failed, ok } from '../../rules/protocol/result.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { answered, commitCases } from '../cases/change-case.ts';
import { todayOf } from '../cases/case-row.ts';
import { findCandidates, identityTokens, libraryOf } from '../cases/find-cases.ts';
import { observe } from '../cases/observe.ts';
import type { PayerObservation } from '../cases/observe.ts';
import { readDating } from '../dating.ts';
import { FilePayers } from '../imports/file-claim.ts';
import { listPayers } from '../payers.ts';
import type { PayerRow } from '../schema/v1.ts';
import { readSettings } from '../settings.ts';
import { withWriter } from '../write.ts';
import type { WriteContext } from '../write.ts';

/**
 * Saves rows of a worklist that a person has looked through: a claim that is a case already gets what the row adds, never a
 * second case. All rows of one command are written, or none. Rows of one claim in one list become one case.
 */
export async function saveWorklist(ctx: WriteContext, request: CommandRequest<'worklist:import'>): Promise<Result<CommandReply<'worklist:import'>>> {
  return answered(() => withWriter(ctx.db, async (): Promise<Result<CommandReply<'worklist:import'>>> => {
    const known = await listPayers(ctx.db);
    const payers = new FilePayers(known);
    const looks: PayerObservation[] = [];
    for (const { payerKey, payerName, facts, note, row } of request.rows) {
      if (payerKey === null && (payerName ?? '').trim() === '') return failed('bad-request', 'payerName');
      const payer = payerKey === null ? payers.payerNamed(payerName ?? '') : known.find(({ key }) => key === payerKey);
      if (payer === undefined) return failed('not-found', 'payerKey');
      looks.push({ payer, facts, source: 'worklist', edited: [], references: [], noReferenceIssued: false, evidence: { host: null, place: null, reading: null, pasted: note === null ? `Row ${row}` : `Row ${row}: ${note}` } });
    }
    const tokens = looks.flatMap((look) => identityTokens(ctx.vault, { payer: look.payer.key, library: libraryOf(look.payer), facts: look.facts }));
    const [candidates, { followUpDays }] = await Promise.all([findCandidates(ctx.db, ctx.vault, tokens), readSettings(ctx.db)]);
    const observed = await observe(ctx, { looks, candidates, payers: payers.byKey(), followUpDays, today: todayOf(ctx.today, await readDating(ctx.db)) });
    await commitCases(ctx, 'worklist:import', [...new Set(observed.saved.flatMap(({ caseId }) => caseId ?? []))], observed.writes, {
      tables: [ctx.db.payers], write: async () => { await ctx.db.payers.bulkAdd(payers.added as PayerRow[]); },
    });
    return ok({ saved: observed.saved.map(({ caseId, isNew, changed }, at) => ({ row: request.rows[at]?.row ?? 0, caseId: caseId ?? '', isNew, changed: changed.length > 0 })) });
  }));
}
