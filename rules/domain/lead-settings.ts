import type { PracticeSettings } from './practice.ts';

/** What binds everybody in the practice, so that a lead decides it: what is kept and covered, when it locks, when a day ends, and who is told. */
export const LEAD_SETTINGS: readonly (keyof PracticeSettings)[] = ['caseYears', 'trailYears', 'cover', 'idleMinutes', 'timeZone', 'workingDays', 'escalateAfterDays', 'staleAfterDays'];
