import { settingsUnderPolicy } from '../../../rules/policy/policy-settings.ts';
import { failed, ok } from '../../../rules/protocol/result.ts';
import { markSensitive } from '../../../storage/cases/mark-sensitive.ts';
import { revealCase } from '../../../storage/cases/reveal-case.ts';
import { mendCases } from '../../../storage/health/damaged-rows.ts';
import { holdCase, holdEverything } from '../../../storage/retention/legal-hold.ts';
import { purge } from '../../../storage/retention/purge.ts';
import { readSettings } from '../../../storage/settings.ts';
import { commitChange, withWriter } from '../../../storage/write.ts';
import { managedPolicy } from '../../shared/managed-policy.ts';
import { keepRevealReason, revealReasonOf } from '../../shared/reveal-reasons.ts';
import type { Handlers } from '../handler.ts';
import { needWriteContext } from '../services.ts';

/** What is covered, what stays inside, how long it is kept, and what is damaged. */
export const keepingHandlers: Pick<Handlers, 'case:mark-sensitive' | 'case:hold' | 'case:reveal' | 'hold:all' | 'retention:purge' | 'store:mend' | 'computer:report'> = {
  'case:mark-sensitive': async (request) => markSensitive(await needWriteContext(), request),
  'case:hold': async (request) => holdCase(await needWriteContext(), request),
  'case:reveal': async ({ caseId, fields, how, reason: said }) => {
    const ctx = await needWriteContext();
    const reason = said ?? await revealReasonOf(caseId);
    if (reason === null) return failed('reason-first');
    const done = await revealCase(ctx, { caseId, fields, how, reason });
    if (!done.ok) return done;
    if (said !== null) await keepRevealReason(caseId, said);
    return ok({ reason });
  },
  'hold:all': async (request) => holdEverything(await needWriteContext(), request),
  'retention:purge': async (request) => {
    const ctx = await needWriteContext();
    return purge(ctx, settingsUnderPolicy(await readSettings(ctx.db), await managedPolicy()), request);
  },
  'store:mend': async () => mendCases(await needWriteContext()),
  'computer:report': async ({ what }) => {
    const ctx = await needWriteContext();
    await withWriter(ctx.db, async () => commitChange(ctx, { command: `computer:report+${what}`, subject: '', outcome: 'done' }, [], () => Promise.resolve()));
    return ok({});
  },
};
