import { actionInWords } from '../../rules/deadlines/claim-clocks.ts';
import { lettersInForce } from '../../rules/deadlines/letter-clocks.ts';
import type { CommandRequest } from '../../rules/protocol/commands.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { isHandSetDay } from '../../rules/work/hand-set-day.ts';
import type { FactChange } from '../../rules/work/merge-facts.ts';
import { findPayer } from '../payers.ts';
import type { WriteContext } from '../write.ts';
import { changeCase } from './change-case.ts';

/** A letter (or finding) that starts a clock of its own; a last day printed in it beats every rule. `bad-request` (`on`, `lastDay`) for a day nobody can mean. */
export async function recordLetter(ctx: WriteContext, request: CommandRequest<'case:record-letter'>): Promise<Result<Record<string, never>>> {
  return changeCase(ctx, request.caseId, 'case:record-letter', (draft) => {
    const { kind, on, receivedOn, lastDay, evidence } = request;
    if (!draft.open) return { refuse: 'bad-request', field: 'caseId' };
    if (on > ctx.today) return { refuse: 'bad-request', field: 'on' };
    if (receivedOn !== null && (receivedOn < on || receivedOn > ctx.today)) return { refuse: 'bad-request', field: 'receivedOn' };
    if (lastDay !== null && (lastDay < on || !isHandSetDay(lastDay, ctx.today))) return { refuse: 'bad-request', field: 'lastDay' };
    const letter = { kind, on, receivedOn, lastDay, evidence, answeredOn: null, byUser: ctx.userId, atMs: ctx.nowMs };
    const letters = [...(draft.sealed.letters ?? []), letter].slice(-60);
    return {
      draft: { ...draft, sealed: { ...draft.sealed, letters } },
      events: [{ kind: 'letter', title: `Letter recorded: ${actionInWords(kind).toLowerCase()}`, detail: [`dated ${on}`, receivedOn === null ? '' : `received ${receivedOn}`, lastDay === null ? '' : `last day ${lastDay}`, evidence].filter((part) => part !== '').join('; ') }],
    };
  });
}

/**
 * A letter was answered: money sent back, disputed, records handed over. `not-found` (`kind`) where no such letter of that day waits,
 * `bad-request` (`answeredOn`) for a day before the letter or still to come.
 */
export async function answerLetter(ctx: WriteContext, request: CommandRequest<'case:answer-letter'>): Promise<Result<Record<string, never>>> {
  return changeCase(ctx, request.caseId, 'case:answer-letter', (draft) => {
    const { kind, answeredOn } = request;
    const words = request.words.trim();
    if (!draft.open) return { refuse: 'bad-request', field: 'caseId' };
    const letters = draft.sealed.letters ?? [];
    const waiting = lettersInForce(letters).find((letter) => letter.kind === kind && letter.on === request.letterOn && letter.answeredOn === null);
    if (waiting === undefined) return { refuse: 'not-found', field: 'kind' };
    if (answeredOn < waiting.on || answeredOn > ctx.today) return { refuse: 'bad-request', field: 'answeredOn' };
    if (words === '') return { refuse: 'bad-request', field: 'words' };
    const answered = { ...waiting, answeredOn, answer: { words, byUser: ctx.userId, atMs: ctx.nowMs } };
    return {
      draft: { ...draft, sealed: { ...draft.sealed, letters: letters.map((letter) => (letter === waiting ? answered : letter)) } },
      events: [{ kind: 'letter', title: `Letter answered: ${actionInWords(kind).toLowerCase()}`, detail: `letter dated ${waiting.on}; ${answeredOn}; ${words}` }],
    };
  });
}

/** Which payer comes after this one, as the practice knows it today; null takes it back. `not-found` (`payerKey`) for a payer the practice has not. */
export async function nameNextPayer(ctx: WriteContext, request: CommandRequest<'case:next-payer'>): Promise<Result<Record<string, never>>> {
  const payer = request.payerKey === null ? null : await findPayer(ctx.db, request.payerKey);
  return changeCase(ctx, request.caseId, 'case:next-payer', (draft) => {
    if (!draft.open) return { refuse: 'bad-request', field: 'caseId' };
    if (request.payerKey !== null && (payer === null || request.payerKey === draft.payerKey)) return { refuse: 'not-found', field: 'payerKey' };
    const nextPayer = payer === null ? null : {
      name: payer.libraryPayer ?? payer.name, lineOfBusiness: payer.lineOfBusiness, state: payer.state, network: payer.network, byUser: ctx.userId, atMs: ctx.nowMs,
    };
    const changes = [{ field: 'nextPayer', was: draft.sealed.nextPayer?.name ?? null, now: nextPayer?.name ?? null }] as unknown as FactChange[];
    return { draft: { ...draft, sealed: { ...draft.sealed, nextPayer } }, events: [{ kind: 'next-payer', title: nextPayer === null ? 'No next payer any more' : `Next payer: ${nextPayer.name}`, changes }] };
  });
}
