import { mayFollow } from '../../rules/appeals/appeal-states.ts';
import { blockText } from '../../rules/appeals/build-letter.ts';
import { actionInWords } from '../../rules/deadlines/claim-clocks.ts';
import type { Appeal } from '../../rules/domain/appeal.ts';
import { NO_DAY } from '../../rules/domain/day-number.ts';
import type { CommandRequest } from '../../rules/protocol/commands.ts';
import { failed } from '../../rules/protocol/result.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { dayOrNone } from '../../rules/work/date-case.ts';
import type { WriteContext } from '../write.ts';
import { appealFile, mayCheck } from './appeal-file.ts';
import { changeAppeal, withStep } from './change-appeal.ts';

type Done = Promise<Result<Record<string, never>>>;
const STATE_WORDS: Readonly<Record<string, string>> = {
  draft: 'back to draft', 'in-review': 'given to a second person to check', 'receipt-confirmed': 'receipt confirmed by the payer', 'in-payer-review': 'in review at the payer', 'external-review': 'with the outside reviewer',
  'information-requested': 'the payer asks for more', closed: 'closed',
};

/** A step that needs no more than a day and a word. Checking, sending and deciding have commands of their own. */
export async function moveAppeal(ctx: WriteContext, { appealId, to, on, note, reference, followUpOn }: CommandRequest<'appeal:move'>): Done {
  if (on > ctx.today) return failed('bad-request', 'on');
  return changeAppeal(ctx, appealId, `appeal:move:${to}`, ({ row, level, state, appeal, draft }) => {
    if (!mayFollow(state, to, level)) return { refuse: 'bad-request', field: 'to' };
    // A level that was lost ends by the next one or by a written stop, never by a click.
    if (to === 'closed' && (state === 'upheld' || state === 'partly-overturned')) return { refuse: 'bad-request', field: 'to' };
    const isWithPayer = appeal.submission !== null && to !== 'closed';
    if (isWithPayer && followUpOn === null) return { refuse: 'bad-request', field: 'followUpOn' };
    const number = (reference ?? '').trim();
    const moved = withStep(ctx, { ...appeal, ...(to === 'receipt-confirmed' && number !== '' ? { payerNumber: number } : {}), ...(to === 'draft' ? { check: null } : {}) }, to, on, note, number === '' ? null : number);
    const nextDay = followUpOn === null ? row.nextDay : dayOrNone(followUpOn);
    const plan = isWithPayer && draft.open ? { ...draft.plan, followUpDay: nextDay, snoozedUntilDay: NO_DAY, nextAction: to === 'information-requested' ? 'send-records' : 'wait-for-payer', state: to === 'information-requested' ? 'working' : 'appeal-sent' } : draft.plan;
    const references = number === '' ? draft.sealed.references : [...draft.sealed.references, { label: `${actionInWords(level)} number`, value: number, atMs: ctx.nowMs }].slice(-200);
    return {
      appeal: moved, state: to, nextDay, draft: { ...draft, plan, sealed: { ...draft.sealed, references } },
      events: [{ kind: 'appeal', title: `${actionInWords(level)}: ${STATE_WORDS[to] ?? to}`, detail: [on, number, note].filter((part) => part !== '').join('; ') || null }],
    };
  });
}

/** Checked by a second person: exactly the version whose hash was looked at, and only where nothing is missing. */
export async function checkAppeal(ctx: WriteContext, { appealId, hash }: CommandRequest<'appeal:check'>): Done {
  return changeAppeal(ctx, appealId, 'appeal:check', async ({ level, state, appeal }) => {
    const file = await appealFile(ctx.db, ctx.vault, appealId, ctx.today);
    if (file === null) return { refuse: 'not-found' };
    if (!mayFollow(state, 'ready', level)) return { refuse: 'bad-request', field: 'state' };
    if (file.hash !== hash) return { refuse: 'changed-meanwhile' };
    if (file.checklist.faults.length > 0) return { refuse: 'bad-request', field: 'packet' };
    const may = mayCheck(file, ctx.userId);
    if (may === 'own-work') return { refuse: 'role-forbids', field: 'own-work' };
    const check: Appeal['check'] = { hash, byUser: ctx.userId, atMs: ctx.nowMs, claimNumber: true, member: true, dates: true, requestedOutcome: true, isAlone: may === 'alone' };
    return { appeal: withStep(ctx, { ...appeal, check }, 'ready', ctx.today, may === 'alone' ? 'Checked by its author: nobody else works here.' : ''), state: 'ready', events: [{ kind: 'appeal', title: `${actionInWords(level)} checked and ready`, detail: may === 'alone' ? 'by its author, who works here alone' : 'by a second person' }] };
  });
}

/** It left: the record of it, the step in the case so that clocks follow, the letter as it was, and the day to ask whether it arrived. */
export async function sendAppeal(ctx: WriteContext, request: CommandRequest<'appeal:send'>): Done {
  const { appealId, on, channel, to, what, proof, followUpOn } = request;
  const trimmed = (text: string | null): string | null => { const plain = (text ?? '').trim(); return plain === '' ? null : plain; };
  const [tracking, noTrackingReason, lateReason] = [trimmed(request.tracking), trimmed(request.noTrackingReason), trimmed(request.lateReason)];
  if (on > ctx.today) return failed('bad-request', 'on');
  if (tracking === null && noTrackingReason === null) return failed('bad-request', 'noTrackingReason');
  return changeAppeal(ctx, appealId, 'appeal:send', async ({ level, state, appeal, draft }) => {
    if (!mayFollow(state, 'sent', level)) return { refuse: 'bad-request', field: 'state' };
    const file = await appealFile(ctx.db, ctx.vault, appealId, ctx.today);
    if (file === null) return { refuse: 'not-found' };
    // Ready is of one version: where case, template or document changed since, it is not ready.
    if (file.check.kind !== 'valid') return { refuse: 'changed-meanwhile', field: 'check' };
    const clock = file.file.clocks.find(({ action, kind }) => action === level && kind === 'dated');
    const dueOn = clock?.due ?? null;
    const isLate = dueOn === null ? null : on > dueOn;
    if (isLate === true && lateReason === null) return { refuse: 'bad-request', field: 'lateReason' };
    const who = { byUser: ctx.userId, atMs: ctx.nowMs };
    const submission = { on, channel, to, what, tracking, noTrackingReason, proof, dueOn, isLate, lateReason, packetHash: file.hash, ...who };
    const step = { action: level, on, channel, confirmation: tracking, noConfirmationReason: noTrackingReason, ...who, ...(lateReason === null ? {} : { lateReason }) };
    const plan = { ...draft.plan, state: 'appeal-sent', nextAction: 'wait-for-payer', followUpDay: dayOrNone(followUpOn), snoozedUntilDay: NO_DAY };
    return {
      appeal: withStep(ctx, { ...appeal, submission, sentLetter: file.letter.blocks.map(blockText) }, 'sent', on, `By ${channel} to ${to}`, tracking), state: 'sent', nextDay: dayOrNone(followUpOn),
      draft: { ...draft, plan: draft.open ? plan : draft.plan, sealed: { ...draft.sealed, submissions: [...draft.sealed.submissions, step].slice(-200) } },
      events: [{ kind: 'submitted', title: `${actionInWords(level)} sent by ${channel}`, detail: [`${on} to ${to}`, tracking ?? `no tracking: ${noTrackingReason ?? ''}`, isLate === true ? `late, with good cause: ${lateReason ?? ''}` : ''].filter((part) => part !== '').join('; ') }],
    };
  });
}
