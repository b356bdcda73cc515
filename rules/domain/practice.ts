import { z } from 'zod';
import { opaqueId, shortText } from './iso-date.ts';
import { DEADLINE_ACTIONS, LINES_OF_BUSINESS } from './vocabulary.ts';

/**
 * A window that the practice's own contract or the payer's manual gives, typed by a person with the place where it is written.
 * It beats the library's rule for the same action.
 */
export const contractWindow = z.object({
  action: z.enum(DEADLINE_ACTIONS), value: z.int().min(1).max(3660), unit: z.enum(['calendar-days', 'business-days', 'months', 'years']),
  startsFrom: z.enum(['date-of-service', 'remittance-date', 'notice-date', 'notice-receipt']), evidence: shortText.min(1),
  /** Who typed it, and when; absent where it is older than this record. */
  byUser: opaqueId.optional(), atMs: z.int().optional(),
});
export type ContractWindow = z.infer<typeof contractWindow>;

/**
 * A payer as this practice deals with it. `key` is what cases are filed under (clear in the store, so never a person's name);
 * `libraryPayer` is its name in the rule library, null where the library has none.
 */
export const practicePayer = z.object({
  key: z.string().regex(/^[a-z0-9-]{1,80}$/u), name: shortText.min(1), libraryPayer: shortText.nullable(),
  lineOfBusiness: z.enum(LINES_OF_BUSINESS).nullable(), state: z.string().regex(/^[A-Z]{2}$/u).nullable(), network: z.enum(['in', 'out']).nullable(),
  aliases: z.array(shortText).max(50), contractWindows: z.array(contractWindow).max(20).optional(),
  /** How disputes with this payer go out; paper is sent ahead. */
  filesBy: z.enum(['portal', 'fax', 'mail']).nullable().optional(),
  /** Days after a claim was sent by which this payer usually answered; absent where the practice's own number for all payers holds. */
  answersWithinDays: z.int().min(7).max(365).nullable().optional(),
  /** When the payer's day ends, in minutes after midnight of its own zone: what comes later counts as the next business day's. */
  cutOff: z.object({ minute: z.int().min(0).max(1439), timeZone: z.string().min(1).max(60) }).nullable().optional(),
});
export type PracticePayer = z.infer<typeof practicePayer>;

export const payerNote = z.object({ payerKey: shortText, text: z.string().max(20_000), tags: z.array(shortText).max(20) });
export type PayerNote = z.infer<typeof payerNote>;

const minute = z.int().min(0).max(1439);

/** What the practice decides once; none of it names a patient. */
export const practiceSettings = z.object({
  timeZone: z.string().max(60), idleMinutes: z.int().min(1).max(120), notifications: z.boolean(), followUpDays: z.int().min(1).max(120),
  pill: z.object({ side: z.enum(['left', 'right']), top: z.int().min(0).max(10_000) }), theme: z.enum(['system', 'light', 'dark', 'high-contrast']),
  /** Weekdays on which the practice works, 1 = Monday … 7 = Sunday. */
  workingDays: z.array(z.int().min(1).max(7)).min(1).max(7),
  /** Minutes after midnight between which nothing is told; equal ends mean no quiet hours. */
  quietHours: z.object({ from: minute, to: minute }), digestAt: minute,
  /** Working days past its day after which a claim is told to the leads. */
  escalateAfterDays: z.int().min(0).max(30),
  /** Days after the last look at its source from which a rule is marked. */
  staleAfterDays: z.int().min(30).max(3660),
  /** Years for which closed cases and the audit trail are kept at least, before a lead may purge them. */
  caseYears: z.int().min(1).max(50), trailYears: z.int().min(6).max(50),
  /** What is covered on a case until somebody shows it: the member's number and birth date, or the other numbers as well. */
  cover: z.enum(['member', 'numbers']),
});
export type PracticeSettings = z.infer<typeof practiceSettings>;
export const user = z.object({ id: opaqueId, name: shortText.min(1), role: z.enum(['biller', 'lead', 'auditor']) });
export type User = z.infer<typeof user>;
