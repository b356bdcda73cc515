import { duplicateOf, levelChoices } from '../../rules/appeals/appeal-level.ts';
import { templateFor } from '../../rules/appeals/letter-template.ts';
import { actionInWords } from '../../rules/deadlines/claim-clocks.ts';
import { DENIAL_CATEGORIES } from '../../rules/codes/vocabulary.ts';
import type { DenialCategory } from '../../rules/codes/vocabulary.ts';
import { APPEAL_LEVELS } from '../../rules/domain/appeal.ts';
import type { Appeal, AppealLevel, AppealState } from '../../rules/domain/appeal.ts';
import { NO_DAY } from '../../rules/domain/day-number.ts';
import type { CommandReply, CommandRequest } from '../../rules/protocol/commands.ts';
import { failed, ok } from '../../rules/protocol/result.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { sealEvents } from '../cases/case-history.ts';
import { composeCase, draftOf, todayOf } from '../cases/case-row.ts';
import { answered, commitCases } from '../cases/change-case.ts';
import { openCase } from '../cases/open-case.ts';
import { readDating } from '../dating.ts';
import { findPayer } from '../payers.ts';
import { caseFile } from '../queries/case-file.ts';
import type { AppealRow } from '../schema/v3.ts';
import { withWriter } from '../write.ts';
import type { WriteContext } from '../write.ts';
import { composeAppeal, datesOfLevel, withStep } from './change-appeal.ts';
import { letterTextRows, ownTemplates } from './letter-texts.ts';
import { knownAppeal, openAppeal } from './open-appeal.ts';

type Beginning = { paragraph: string; source: string; batchId: string | null };
const PLAIN: Beginning = { paragraph: '', source: '', batchId: null };

/**
 * Begins an appeal at a level: its letter from the template for this payer and reason, its packet with what Overturn writes itself.
 * `bad-request` (`level`) where it would be a second appeal of the same thing. The level before, lost or won in part, is closed by it.
 */
export async function startAppeal(ctx: WriteContext, { caseId, level }: CommandRequest<'appeal:start'>): Promise<Result<CommandReply<'appeal:start'>>> {
  return answered(() => withWriter(ctx.db, async () => begin(ctx, caseId, level, PLAIN)));
}

/** One pattern, many claims: each gets the appeal at its own right level. What is refused is told with the reason, and nothing of it is written. */
export async function startBatch(ctx: WriteContext, { caseIds, paragraph, source }: CommandRequest<'appeal:start-batch'>): Promise<Result<CommandReply<'appeal:start-batch'>>> {
  return answered(() => withWriter(ctx.db, async () => {
    const reply: CommandReply<'appeal:start-batch'> = { started: [], refused: [] };
    const batchId = crypto.randomUUID();
    for (const caseId of new Set(caseIds)) {
      const [file, appeals] = await Promise.all([caseFile(ctx.db, ctx.vault, caseId, ctx.today), ctx.db.appeals.where('caseId').equals(caseId).toArray()]);
      const choices = file === null ? [] : levelChoices(file.clocks, appeals.map(knownAppeal), file.sealed.submissions);
      const right = choices.find(({ kind }) => kind === 'right');
      if (right === undefined) {
        reply.refused.push({ caseId, reason: choices.find(({ kind }) => kind === 'refused')?.reason ?? 'No level of appeal is known to be open for this claim.' });
        continue;
      }
      const begun = await begin(ctx, caseId, right.level, { paragraph, source, batchId });
      if (begun.ok) reply.started.push({ caseId, appealId: begun.value.appealId });
      else reply.refused.push({ caseId, reason: begun.error.field === 'caseId' ? 'The case is closed.' : 'It could not be started.' });
    }
    return ok(reply);
  }));
}

async function begin(ctx: WriteContext, caseId: string, level: AppealLevel, { paragraph, source, batchId }: Beginning): Promise<Result<CommandReply<'appeal:start'>>> {
  const row = await ctx.db.cases.get(caseId);
  if (row === undefined) return failed('not-found', 'caseId');
  if (row.open === 0) return failed('bad-request', 'caseId');
  const [rows, texts, user] = await Promise.all([ctx.db.appeals.where('caseId').equals(caseId).toArray(), letterTextRows(ctx.db), ctx.db.users.get(ctx.userId)]);
  const sealed = await openCase(ctx.vault, row);
  if (duplicateOf(level, rows.map(knownAppeal), sealed.submissions) !== null) return failed('bad-request', 'level');
  const draft = draftOf(row, sealed, await findPayer(ctx.db, row.payerKey));
  const composed = await composeCase(ctx.vault, { ...draft, touchedMs: ctx.nowMs, plan: { ...draft.plan, state: draft.plan.state === 'identified' ? 'working' : draft.plan.state, nextAction: 'appeal' } }, todayOf(ctx.today, await readDating(ctx.db)));
  const category = (DENIAL_CATEGORIES as readonly string[]).includes(row.category) ? (row.category as DenialCategory) : 'other';
  const template = templateFor(category, row.payerKey, await ownTemplates(ctx.vault, texts));
  const dates = datesOfLevel(composed.clocks, level);
  const appealId = crypto.randomUUID();
  const appeal: Appeal = withStep(ctx, {
    templateId: template.id, templateVersion: template.version, letterDate: ctx.today, signer: user?.name ?? '', signerTitle: '', request: template.template.request, requestedCents: row.deniedCents > 0 ? row.deniedCents : null, typedFacts: [],
    paragraphs: paragraph.trim() === '' ? [] : [{ id: crypto.randomUUID(), text: paragraph, source, byUser: ctx.userId, atMs: ctx.nowMs }],
    parts: [{ id: crypto.randomUUID(), kind: 'cover-letter', title: 'Cover letter', why: 'Says which claim it is, what is asked for and why.', documentId: null }],
    editors: [ctx.userId], check: null, submission: null, sentLetter: null, outcome: null, stop: null, payerNumber: null, proofs: [], escalations: [], peerTalks: [], steps: [], batchId,
  }, 'draft', ctx.today);
  const before = rows.filter((one) => one.state !== 'withdrawn' && APPEAL_LEVELS.indexOf(one.level as AppealLevel) < APPEAL_LEVELS.indexOf(level)).sort((left, right) => right.madeMs - left.madeMs)[0];
  const writes: AppealRow[] = [await composeAppeal(ctx, {
    id: appealId, caseId, payerKey: row.payerKey, level, state: 'draft', open: 1, previousId: before?.id ?? null, category: row.category, ownerId: row.ownerId, ...dates, nextDay: dates.safeDay, madeMs: ctx.nowMs,
    sentDay: null, isLate: null, decidedDay: null, requestedCents: null, recoveredCents: null, rev: 0,
  }, appeal, 'draft', dates.safeDay, dates)];
  if (before !== undefined && before.open === 1) {
    const closed = withStep(ctx, await openAppeal(ctx.vault, before), 'closed', ctx.today, `Went on to the ${actionInWords(level).toLowerCase()}.`);
    writes.push(await composeAppeal(ctx, before, closed, 'closed' satisfies AppealState, NO_DAY, before));
  }
  const events = await sealEvents(ctx.vault, ctx, caseId, [{ kind: 'appeal', title: `${actionInWords(level)} begun`, detail: batchId === null ? null : 'With others of one pattern' }, ...composed.events]);
  await commitCases(ctx, 'appeal:start', [appealId], { cases: [{ before: row, after: composed.row, clocks: composed.clocks }], observations: [], events }, {
    tables: [ctx.db.appeals], write: async () => { await ctx.db.appeals.bulkPut(writes); },
  });
  return ok({ appealId });
}
