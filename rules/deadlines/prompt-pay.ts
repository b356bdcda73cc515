import type { CalendarDay } from '../calendar/calendar-day.ts';
import type { RuleSource } from '../payers/payer-rule.ts';
import promptPay from './prompt-pay.json' with { type: 'json' };

/** What a state's law gives an insurer to act on a claim, and what a late payment costs it. Only where a source was read. */
export type PromptPayLaw = {
  id: string; version: number; state: string; lineOfBusiness: string;
  /** `in`: the law speaks of contracted providers alone; null where it speaks of all. */
  network: 'in' | null;
  days: { electronic: number; paper: number };
  interest: { percentPerYear: number; on: 'payment' | 'penalty'; fromDaysLate: number };
  penalties: { fromDaysLate: number; percentOfDifference: number; mostCents: number }[];
  notes: string; source: RuleSource;
};

export const PROMPT_PAY_LAWS = promptPay as readonly PromptPayLaw[];

/** The law over a claim, or null where the library has none, or the provider's network status takes the claim out of it. */
export function promptPayLaw(claim: { state: string | null; lineOfBusiness: string | null; network: 'in' | 'out' | null }): PromptPayLaw | null {
  const law = PROMPT_PAY_LAWS.find(({ state, lineOfBusiness }) => state === claim.state && lineOfBusiness === claim.lineOfBusiness);
  return law === undefined || (law.network === 'in' && claim.network === 'out') ? null : law;
}

/**
 * The day by which the insurer has to act on a claim received on `received`. Where nobody knows how the claim went out, both days
 * differ: `earliest` holds for an electronic one, and only after `latest` is it overdue for sure.
 */
export function promptPayDays(law: PromptPayLaw, received: CalendarDay, isElectronic: boolean | null): { earliest: CalendarDay; latest: CalendarDay } {
  return {
    earliest: received + (isElectronic === false ? law.days.paper : law.days.electronic),
    latest: received + (isElectronic === true ? law.days.electronic : law.days.paper),
  };
}

/** Money the law adds to a payment made `daysLate` days after the day of action; null where the amount it is counted on is not known. Whole cents, rounded to the nearest. */
export type LatePay = { daysLate: number; penaltyCents: number | null; interestCents: number | null };

export function latePay(law: PromptPayLaw, due: CalendarDay, paidOn: CalendarDay, amounts: { paidCents: number | null; chargeCents: number | null; allowedCents: number | null }): LatePay | null {
  const daysLate = paidOn - due;
  if (daysLate <= 0) return null;
  const step = [...law.penalties].reverse().find(({ fromDaysLate }) => daysLate >= fromDaysLate);
  const difference = amounts.chargeCents === null || amounts.allowedCents === null ? null : Math.max(0, amounts.chargeCents - amounts.allowedCents);
  const penaltyCents = step === undefined ? 0 : difference === null ? null : Math.min(step.mostCents, Math.round((difference * step.percentOfDifference) / 100));
  const base = law.interest.on === 'payment' ? amounts.paidCents : penaltyCents;
  const interestCents = daysLate < law.interest.fromDaysLate ? 0 : base === null ? null : Math.round((base * law.interest.percentPerYear * daysLate) / (100 * 365));
  return { daysLate, penaltyCents, interestCents };
}
