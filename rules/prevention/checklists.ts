import type { DayNumber } from '../domain/day-number.ts';
import type { DenialRow } from '../numbers/denial-row.ts';
import steps from './practice-steps.json' with { type: 'json' };

export type PracticeStep = { where: 'front-desk' | 'pre-submission'; check: string; step: string; example: string };
/** What to check before a service or before sending, the new step, and a good example, by reason. Own wording, nobody's claim. */
export const PRACTICE_STEPS = steps as Readonly<Record<string, PracticeStep>>;

export type ChecklistItem = { category: string; check: string; claims: number; cents: number; payers: { payerKey: string; claims: number }[]; services: string[] };

/** How far back the practice's own denials are looked at, and how many of a reason make an item of a list. */
export const CHECKLIST_DAYS = 182;
export const FEWEST_FOR_ITEM = 3;

const counted = (rows: readonly DenialRow[], valueOf: (row: DenialRow) => string): [string, number][] => [...Map.groupBy(rows, valueOf)].map(([value, group]): [string, number] => [value, group.length]).sort((one, other) => other[1] - one[1]);

/** A check list out of the practice's own denials of the last half year: what cost most comes first, with the payers it was. */
export function checklistOf(rows: readonly DenialRow[], where: PracticeStep['where'], today: DayNumber): ChecklistItem[] {
  const recent = rows.filter(({ deniedDay, avoidable }) => deniedDay > today - CHECKLIST_DAYS && deniedDay <= today && avoidable !== 'no');
  return [...Map.groupBy(recent, ({ category }) => category)].flatMap(([category, group]): ChecklistItem[] => {
    const known = PRACTICE_STEPS[category];
    if (known?.where !== where || group.length < FEWEST_FOR_ITEM) return [];
    return [{
      category, check: known.check, claims: group.length, cents: group.reduce((sum, { deniedCents }) => sum + deniedCents, 0),
      payers: counted(group, ({ payerKey }) => payerKey).filter(([, claims]) => claims >= FEWEST_FOR_ITEM).slice(0, 3).map(([payerKey, claims]) => ({ payerKey, claims })), services: counted(group, ({ service }) => service).filter(([service, claims]) => service !== '' && claims >= FEWEST_FOR_ITEM).slice(0, 4).map(([service]) => service),
    }];
  }).sort((one, other) => other.cents - one.cents);
}

export type CoachingCard = { role: string; category: string; claims: number; cents: number; payerKey: string; step: string; example: string };

/** For each role of the practice's day the reasons that cost most, with the new step and a good example; never a name. */
export function coachingCards(rows: readonly DenialRow[], today: DayNumber, smallCell: number): CoachingCard[] {
  const recent = rows.filter(({ deniedDay, avoidable, step }) => deniedDay > today - CHECKLIST_DAYS && deniedDay <= today && avoidable === 'yes' && step !== 'undecided' && step !== '');
  return [...Map.groupBy(recent, ({ step }) => step)].flatMap(([role, own]) => [...Map.groupBy(own, ({ category }) => category)].flatMap(([category, group]): CoachingCard[] => {
    const known = PRACTICE_STEPS[category];
    if (known === undefined || group.length < smallCell) return [];
    return [{ role, category, claims: group.length, cents: group.reduce((sum, { deniedCents }) => sum + deniedCents, 0), payerKey: counted(group, ({ payerKey }) => payerKey)[0]?.[0] ?? '', step: known.step, example: known.example }];
  })).sort((one, other) => other.cents - one.cents);
}
