import { isoOfDay, parseCalendarDay } from '../calendar/calendar-day.ts';
import { ESCALATION_STEPS } from '../domain/appeal.ts';
import type { Escalation, EscalationStep } from '../domain/appeal.ts';
import path from './escalation-path.json' with { type: 'json' };
import { isLetterField } from './letter-fields.ts';
import type { LetterFacts } from './letter-fields.ts';

/** `waitDays`: calendar days to leave before the next step; the practice's habit, no payer's rule. */
export type PathStep = { step: EscalationStep; title: string; waitDays: number; when: string; text: string };
export const ESCALATION_PATH: readonly PathStep[] = path as PathStep[];

/** The text of a step with the facts of the case; what is missing stays a visible blank and is named. */
export function escalationText(text: string, facts: LetterFacts): { text: string; blanks: string[] } {
  const blanks: string[] = [];
  const filled = text.replaceAll(/\{\{([^{}]*)\}\}/gu, (_whole, name: string) => {
    const field = name.trim();
    const fact = isLetterField(field) ? facts.get(field) : undefined;
    if (fact === undefined) blanks.push(name.trim());
    return fact?.value ?? `[${name.trim().replaceAll('-', ' ')}?]`;
  });
  return { text: filled, blanks };
}

/** The step to take next, the day from which it should be taken, and why. Null where the last one was taken. */
export function nextEscalation(taken: readonly Escalation[], sentOn: string | null): { step: PathStep; from: string | null; why: string } | null {
  const last = taken.reduce<Escalation | null>((highest, one) => (highest === null || ESCALATION_STEPS.indexOf(one.step) >= ESCALATION_STEPS.indexOf(highest.step) ? one : highest), null);
  const at = last === null ? 0 : ESCALATION_STEPS.indexOf(last.step) + 1;
  const step = ESCALATION_PATH.find((one) => one.step === ESCALATION_STEPS[at]);
  if (step === undefined) return null;
  if (last === null) return { step, from: sentOn, why: step.when };
  const before = ESCALATION_PATH.find((one) => one.step === last.step);
  const day = parseCalendarDay(last.on);
  const from = last.answerBy ?? (day === null || before === undefined ? null : isoOfDay(day + before.waitDays));
  return { step, from, why: step.when };
}
