import { actionInWords } from '../deadlines/claim-clocks.ts';
import { APPEAL_LEVELS } from '../domain/appeal.ts';
import type { AppealLevel, AppealState } from '../domain/appeal.ts';
import type { ClockView } from '../work/case-file.ts';

/** An appeal of the same case, as far as the guard needs it. */
export type KnownAppeal = { id: string; level: AppealLevel; state: AppealState };

/** A level one could start: its last day where one is known, and what speaks against it. */
export type LevelChoice = {
  level: AppealLevel; name: string; due: string | null; safe: string | null; daysLeft: number | null;
  /** `right`: the one to start now. `refused`: may not be started; `reason` says why. `unsure`: no date is known. */
  kind: 'right' | 'open' | 'unsure' | 'refused'; reason: string;
};

const LIVE: readonly AppealState[] = ['draft', 'in-review', 'ready', 'sent', 'receipt-confirmed', 'in-payer-review', 'external-review', 'information-requested'];

/**
 * Guard against a second appeal of the same thing: null where the level may be started, else why not. `submitted`: steps
 * recorded as sent without an appeal of ours.
 */
export function duplicateOf(level: AppealLevel, appeals: readonly KnownAppeal[], submitted: readonly { action: string; on: string; decision?: unknown }[]): string | null {
  const name = actionInWords(level).toLowerCase();
  const same = appeals.filter((one) => one.level === level);
  const live = same.find(({ state }) => LIVE.includes(state));
  if (live !== undefined) return LIVE.indexOf(live.state) < 3 ? `A ${name} is being prepared already. Go on with that one.` : `A ${name} is with the payer already. A second one is usually returned as a duplicate.`;
  if (same.some(({ state }) => state !== 'withdrawn')) return `The ${name} was decided. The next step is the level after it.`;
  const other = appeals.find((one) => LIVE.includes(one.state));
  if (other !== undefined) return `The ${actionInWords(other.level).toLowerCase()} of this claim is still open. Two appeals of one claim stop each other.`;
  const higher = appeals.find((one) => one.state !== 'withdrawn' && APPEAL_LEVELS.indexOf(one.level) > APPEAL_LEVELS.indexOf(level));
  if (higher !== undefined) return `This claim went on to the ${actionInWords(higher.level).toLowerCase()} already.`;
  const sent = submitted.find(({ action }) => action === level);
  if (sent !== undefined && same.length === 0) return sent.decision === undefined ? `A ${name} was recorded as sent on ${sent.on} and is not decided.` : `A ${name} sent on ${sent.on} was decided.`;
  return null;
}

/** The levels of a claim in their order, with the one to start marked. A level whose clock is closed for this claim is not offered. */
export function levelChoices(clocks: readonly ClockView[], appeals: readonly KnownAppeal[], submitted: readonly { action: string; on: string; decision?: unknown }[]): LevelChoice[] {
  const choices = APPEAL_LEVELS.flatMap((level): LevelChoice[] => {
    const clock = clocks.find(({ action }) => action === level);
    if (clock === undefined) return [];
    const dates = clock.kind === 'dated' ? { due: clock.due, safe: clock.safe, daysLeft: clock.daysLeft } : { due: null, safe: null, daysLeft: null };
    const base = { level, name: actionInWords(level), ...dates };
    const duplicate = duplicateOf(level, appeals, submitted);
    if (duplicate !== null) return [{ ...base, kind: 'refused', reason: duplicate }];
    if (clock.kind === 'not-open') return [{ ...base, kind: 'refused', reason: clock.why ?? 'Not open for this claim.' }];
    if (clock.kind === 'stopped') return [{ ...base, kind: 'refused', reason: clock.why ?? 'Answered.' }];
    if (clock.kind !== 'dated') return [{ ...base, kind: 'unsure', reason: clock.why ?? 'No date is known. Ask the payer before you rely on it.' }];
    if ((clock.daysLeft ?? 0) < 0) return [{ ...base, kind: 'unsure', reason: 'The last day has passed. It can still be sent late, with good cause.' }];
    return [{ ...base, kind: 'open', reason: '' }];
  });
  const right = choices.find(({ kind }) => kind === 'open') ?? choices.find(({ kind }) => kind === 'unsure');
  return choices.map((choice) => (choice === right && choice.kind === 'open' ? { ...choice, kind: 'right', reason: 'The first level that is open now.' } : choice));
}
