import type { PracticePayer } from '../../rules/domain/practice.ts';
import { observe } from './observe.ts';
import type { Observation, SavedLook } from './observe.ts';
import { readDating } from '../dating.ts';
import { readSettings } from '../settings.ts';
import type { WriteContext } from '../write.ts';
import { todayOf } from './case-row.ts';
import { commitCases } from './change-case.ts';
import { findCandidates, identityTokens, libraryOf } from './find-cases.ts';

/**
 * Saves looks at claims of one payer as one change, under the writer's lock: finds or makes their cases, merges, seals,
 * writes. Call inside `withWriter`.
 */
export async function saveLooks(ctx: WriteContext, command: string, payer: PracticePayer, looks: readonly Observation[]): Promise<SavedLook[]> {
  const { followUpDays } = await readSettings(ctx.db);
  const library = libraryOf(payer);
  const tokens = looks.flatMap((look) => identityTokens(ctx.vault, { payer: payer.key, library, facts: look.facts }));
  const candidates = await findCandidates(ctx.db, ctx.vault, tokens);
  const payers = new Map((await ctx.db.payers.toArray()).map((row) => [row.key, row as PracticePayer]));
  const observed = await observe(ctx, { looks: looks.map((look) => ({ ...look, payer })), candidates, payers, followUpDays, today: todayOf(ctx.today, await readDating(ctx.db)) });
  await commitCases(ctx, command, [...new Set(observed.saved.flatMap(({ caseId }) => caseId ?? []))], observed.writes);
  return observed.saved;
}
