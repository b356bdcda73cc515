import { z } from 'zod';
import type { DayNumber } from '../domain/day-number.ts';

/** What a practice decides about its numbers. Each change is kept with its day; a line on a chart breaks there. */
export const numbersSettings = z.object({
  /** Below so many nothing is shown as a percentage or a middle, only counts. */
  minimumN: z.int().min(1).max(200),
  /** Whether a claim denied in part counts as denied at first response. */
  partialsCount: z.boolean(),
  /** Where "days to resolution" end: the payer's money, the payer's money or a final write-off, or whatever closed the work. */
  endPoint: z.enum(['payment', 'payment-or-write-off', 'any-close']),
  /** Denials of the same payer, reason and service within so many days are repeats. */
  repeatDays: z.int().min(7).max(730),
  /** What an hour of this work costs, and tools and fees a month; null where nobody has said. */
  hourlyCostCents: z.int().min(0).max(100_000_00).nullable(), monthlyFeesCents: z.int().min(0).max(1_000_000_00).nullable(),
  /** In what leaves the practice, a count below this is shown as "fewer than". */
  smallCell: z.int().min(2).max(50),
});
export type NumbersSettings = z.infer<typeof numbersSettings>;

export const FIRST_NUMBERS_SETTINGS: NumbersSettings = {
  minimumN: 10, partialsCount: true, endPoint: 'any-close', repeatDays: 90, hourlyCostCents: null, monthlyFeesCents: null, smallCell: 5,
};

/** Settings as they held from a day on, oldest first. */
export type DatedSettings = { fromDay: DayNumber; settings: NumbersSettings };

/** What held on a day: the newest that began on or before it; before the first one, the first. */
export function settingsOn(history: readonly DatedSettings[], day: DayNumber): NumbersSettings {
  let found = history[0]?.settings ?? FIRST_NUMBERS_SETTINGS;
  for (const one of history) if (one.fromDay <= day) found = one.settings;
  return found;
}

/** What a definition rests on among the settings. */
export type SettingKey = keyof NumbersSettings;

/** The days on which one of these settings changed. */
export function changesOf(history: readonly DatedSettings[], keys: readonly SettingKey[]): { day: DayNumber; key: SettingKey }[] {
  return history.flatMap((one, index) => {
    const before = history[index - 1];
    return before === undefined ? [] : keys.filter((key) => before.settings[key] !== one.settings[key]).map((key) => ({ day: one.fromDay, key }));
  });
}
