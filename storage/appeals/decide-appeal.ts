import { mayFollow } from '../../rules/appeals/appeal-states.ts';
import { actionInWords } from '../../rules/deadlines/claim-clocks.ts';
import { NO_DAY } from '../../rules/domain/day-number.ts';
import type { CommandRequest } from '../../rules/protocol/commands.ts';
import { failed } from '../../rules/protocol/result.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { dayOrNone } from '../../rules/work/date-case.ts';
import { moneyText } from '../../rules/work/fact-text.ts';
import type { WriteContext } from '../write.ts';
import { changeAppeal, withStep } from './change-appeal.ts';

type Done = Promise<Result<Record<string, never>>>;

/**
 * How the level ended, with the money. The decision goes to the step of the case too, which opens the clock of the next level.
 * A win needs its amount: `bad-request` (`recoveredCents`) without one.
 */
export async function decideAppeal(ctx: WriteContext, { appealId, followUpOn, ...outcome }: CommandRequest<'appeal:decide'>): Done {
  if (outcome.on > ctx.today) return failed('bad-request', 'on');
  if ((outcome.outcome === 'overturned' || outcome.outcome === 'partly-overturned') && outcome.recoveredCents === null) return failed('bad-request', 'recoveredCents');
  return changeAppeal(ctx, appealId, 'appeal:decide', ({ level, state, appeal, draft }) => {
    if (!mayFollow(state, outcome.outcome, level)) return { refuse: 'bad-request', field: 'outcome' };
    if (appeal.submission !== null && outcome.on < appeal.submission.on) return { refuse: 'bad-request', field: 'on' };
    const decided = { ...outcome, recoveredCents: outcome.outcome === 'upheld' ? 0 : outcome.recoveredCents, byUser: ctx.userId, atMs: ctx.nowMs };
    const kind = outcome.outcome;
    const at = draft.sealed.submissions.findLastIndex(({ action, decision }) => action === level && (decision === undefined || decision.on === null));
    const submissions = kind === 'dismissed' || kind === 'withdrawn' || at < 0 ? draft.sealed.submissions : draft.sealed.submissions.map((one, index) => (index === at ? { ...one, decision: { outcome: kind, on: outcome.on } } : one));
    const isWon = kind === 'overturned';
    const plan = !draft.open ? draft.plan : { ...draft.plan, followUpDay: dayOrNone(followUpOn), snoozedUntilDay: NO_DAY, ...(isWon ? { state: 'waiting-on-payer', nextAction: 'check-status' } : { state: 'working', nextAction: kind === 'upheld' || kind === 'partly-overturned' ? 'appeal' : 'review' }) };
    const money = decided.recoveredCents === null ? '' : `${moneyText(decided.recoveredCents)} recovered`;
    return {
      appeal: withStep(ctx, { ...appeal, outcome: decided }, kind, outcome.on, outcome.reason, outcome.reference), state: kind, nextDay: dayOrNone(followUpOn), draft: { ...draft, plan, sealed: { ...draft.sealed, submissions } },
      events: [{ kind: 'appeal', title: `${actionInWords(level)}: ${kind.replaceAll('-', ' ')}`, detail: [outcome.on, money, outcome.reference ?? '', outcome.reason].filter((part) => part !== '').join('; ') }],
    };
  });
}

/** It ends here: why nobody goes on to the next level, in writing. */
export async function stopAppeal(ctx: WriteContext, { appealId, reason }: CommandRequest<'appeal:stop'>): Done {
  return changeAppeal(ctx, appealId, 'appeal:stop', ({ level, state, appeal, draft }) => {
    if (state !== 'upheld' && state !== 'partly-overturned') return { refuse: 'bad-request', field: 'state' };
    const stop = { reason, byUser: ctx.userId, atMs: ctx.nowMs };
    return {
      appeal: withStep(ctx, { ...appeal, stop }, 'closed', ctx.today, reason), state: 'closed', draft: draft.open ? { ...draft, plan: { ...draft.plan, nextAction: 'review' } } : draft,
      events: [{ kind: 'appeal', title: `${actionInWords(level)}: not taken further`, detail: reason }],
    };
  });
}

/** A step above the people who decide: to whom, when, and by when they are to answer. */
export async function escalateAppeal(ctx: WriteContext, { appealId, ...step }: CommandRequest<'appeal:escalate'>): Done {
  if (step.on > ctx.today) return failed('bad-request', 'on');
  return changeAppeal(ctx, appealId, `appeal:escalate:${step.step}`, ({ row, level, appeal, draft }) => {
    if (appeal.submission === null) return { refuse: 'bad-request', field: 'state' };
    const day = step.answerBy === null ? row.nextDay : dayOrNone(step.answerBy);
    return {
      appeal: { ...appeal, escalations: [...appeal.escalations, { ...step, byUser: ctx.userId, atMs: ctx.nowMs }].slice(-60) }, nextDay: day,
      draft: draft.open && step.answerBy !== null ? { ...draft, plan: { ...draft.plan, followUpDay: day, snoozedUntilDay: NO_DAY } } : draft,
      events: [{ kind: 'appeal', title: `${actionInWords(level)}: escalated to ${step.step.replaceAll('-', ' ')}`, detail: [step.on, step.to, step.reference ?? '', step.note].filter((part) => part !== '').join('; ') }],
    };
  });
}

/** A talk between physicians: asked for, booked with day and hour, held, missed or refused. A booked one becomes the next day to look. */
export async function recordPeerTalk(ctx: WriteContext, { appealId, talk }: CommandRequest<'appeal:peer-talk'>): Done {
  if (talk.state === 'booked' && talk.at === null) return failed('bad-request', 'talk.at');
  if (talk.state !== 'booked' && talk.on > ctx.today) return failed('bad-request', 'talk.on');
  return changeAppeal(ctx, appealId, `appeal:peer-talk:${talk.state}`, ({ row, appeal, draft }) => {
    const day = talk.state === 'booked' ? dayOrNone(talk.on) : row.nextDay;
    return {
      appeal: { ...appeal, peerTalks: [...appeal.peerTalks, { ...talk, byUser: ctx.userId, atMs: ctx.nowMs }].slice(-30) }, nextDay: Math.min(day, row.nextDay),
      draft: draft.open && talk.state === 'booked' ? { ...draft, plan: { ...draft.plan, followUpDay: Math.min(day, draft.plan.followUpDay), snoozedUntilDay: NO_DAY } } : draft,
      events: [{ kind: 'appeal', title: `Talk between physicians ${talk.state}`, detail: [talk.on, talk.at ?? '', talk.timeZone, talk.payerDoctor, talk.reference ?? '', talk.note].filter((part) => part !== '').join('; ') }],
    };
  });
}
