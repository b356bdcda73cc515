import type { PracticePayer } from '../domain/practice.ts';

/**
 * The invented practice of practice mode. Everything in it is kept apart from the practice's own data, in a database of
 * another name under another key, and none of it is anybody's.
 */
export const TRAINING_USER = 'Practice Biller';
export const TRAINING_PRACTICE = 'Willow Bend Clinic (practice mode)';
/** Guards invented patients only, and is shown on the lock screen of practice mode. */
export const TRAINING_PASSPHRASE = 'seven patient herons read the fine print';
/** The host under which looks at the built-in portal are kept; `.example` can be nobody's (RFC 2606). */
export const TRAINING_HOST = 'practice-portal.example';

const payer = (key: string, name: string, state: string, days: number): PracticePayer => ({
  key, name, libraryPayer: null, lineOfBusiness: 'commercial', state, network: 'in', aliases: [],
  contractWindows: [
    { action: 'appeal-level-1', value: days, unit: 'calendar-days', startsFrom: 'remittance-date', evidence: 'Invented provider agreement, section 4' },
    { action: 'corrected-claim', value: days, unit: 'calendar-days', startsFrom: 'remittance-date', evidence: 'Invented provider agreement, section 3' },
  ],
});

export const TRAINING_PAYERS: readonly PracticePayer[] = [payer('osprey-mutual', 'Osprey Mutual', 'OH', 90), payer('fernbrook-health', 'Fernbrook Health Plan', 'PA', 60), payer('larkmoor-benefit', 'Larkmoor Benefit Fund', 'NJ', 120)];
