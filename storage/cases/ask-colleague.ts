import type { CaseAsk } from '../../rules/domain/case-ask.ts';
import type { CommandRequest } from '../../rules/protocol/commands.ts';
import { failed } from '../../rules/protocol/result.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { listPeople, roleOf } from '../people.ts';
import { refused } from '../write.ts';
import type { WriteContext } from '../write.ts';
import { changeCase } from './change-case.ts';

type Done = Promise<Result<Record<string, never>>>;

/** Most asks a case keeps; the oldest answered ones go first, and stay in its history. */
const MOST_ASKS = 60;

/**
 * Asks something of a colleague on an open case. Somebody on another computer of the practice is asked too: it goes along with the next
 * hand-over file. Fails with `not-found` (`ofUser`: nobody who could answer) and `bad-request` (`caseId`: the case is closed).
 */
export async function askColleague(ctx: WriteContext, { caseId, ofUser, words }: CommandRequest<'case:ask'>): Done {
  const asked = (await listPeople(ctx.db)).find(({ id }) => id === ofUser);
  if (asked === undefined || asked.id === ctx.userId || asked.standing === 'left' || asked.role === 'auditor') return failed('not-found', 'ofUser');
  return changeCase(ctx, caseId, 'case:ask', (draft) => {
    if (!draft.open) return { refuse: 'bad-request', field: 'caseId' };
    const before = draft.sealed.asks ?? [];
    const room = MOST_ASKS - 1 - before.filter(({ answer }) => answer === null).length;
    if (room < 0) return { refuse: 'bad-request', field: 'words' };
    const answered = room === 0 ? [] : before.filter(({ answer }) => answer !== null).slice(-room);
    const kept = before.filter((one) => one.answer === null || answered.includes(one));
    const ask: CaseAsk = { byUser: ctx.userId, ofUser, atMs: ctx.nowMs, words, answer: null };
    return { draft: { ...draft, sealed: { ...draft.sealed, asks: [...kept, ask] } }, events: [{ kind: 'asked', title: `Asked ${asked.name}`, detail: words }] };
  });
}

/** Answers what was asked, or says that it is done. Fails with `role-forbids` for anybody but the two of them and a lead, `changed-meanwhile` where it was answered. */
export async function answerAsk(ctx: WriteContext, { caseId, atMs, byUser, ofUser, words }: CommandRequest<'case:answer-ask'>): Done {
  const mayAnswer = [byUser, ofUser].includes(ctx.userId) || (await roleOf(ctx.db, ctx.userId)) === 'lead';
  if (!mayAnswer) return refused(ctx, { command: 'case:answer-ask', subject: caseId, outcome: 'role-forbids' });
  return changeCase(ctx, caseId, 'case:answer-ask', (draft) => {
    const asks = draft.sealed.asks ?? [];
    const at = asks.findIndex((one) => one.atMs === atMs && one.byUser === byUser && one.ofUser === ofUser);
    const ask = asks[at];
    if (ask?.answer !== null) return { refuse: 'changed-meanwhile', field: 'atMs' };
    const answer = { words, byUser: ctx.userId, atMs: ctx.nowMs };
    return {
      draft: { ...draft, sealed: { ...draft.sealed, asks: asks.map((one, index) => (index === at ? { ...ask, answer } : one)) } },
      events: [{ kind: 'answered', title: `Answered: ${ask.words}`.slice(0, 300), detail: words }],
    };
  });
}
