import type { DayNumber } from '../domain/day-number.ts';

/** One appeal of a claim; `decidedDay` null while the payer has it. */
export type AppealFact = { level: string; sentDay: DayNumber; decidedDay: DayNumber | null; result: 'overturned' | 'partly-overturned' | 'upheld' | 'withdrawn' | 'dismissed' | null };

/** The last day on which a window of the claim could be used, and the day somebody used it. */
export type WindowFact = { lastDay: DayNumber; actedDay: DayNumber | null };

/**
 * What the numbers need of one denied claim, in plain values: no name, no birth date, no number of a claim or a member.
 * One row is one denial of one claim (or of its lines). Days are day numbers, money is cents, null is "not known".
 */
export type DenialRow = {
  id: string;
  payerKey: string;
  /** The reason in plain groups, and the leading code under its raw value, such as `CO-197`; '' where no code is on the claim. */
  category: string; code: string;
  /** Where in the practice's day the cause lies. */
  step: string;
  specialty: string; location: string; provider: string;
  /** The procedure of the line with the most money refused; '' where none is known. */
  service: string;
  ownerId: string;
  /** What the payer's first answer was. A rejection is no denial: it was never taken in. */
  first: 'denial' | 'partial-denial' | 'rejection' | 'other';
  /** The day of the payer's first adverse answer. */
  deniedDay: DayNumber;
  /** The day the claim was first sent, from an imported 837 or 277CA. */
  submittedDay: DayNumber | null;
  chargeCents: number; deniedCents: number;
  avoidable: 'yes' | 'no' | 'undecided';
  appealable: boolean;
  open: boolean;
  /** What an open claim waits for. */
  stage: 'correction' | 'appeal' | 'payer' | 'decision';
  /** How the work ended; null while open. */
  outcome: 'paid' | 'overturned' | 'corrected-paid' | 'written-off' | 'patient-billed' | 'closed' | null;
  closedDay: DayNumber | null;
  /** Paid by the payer after the denial, never more than was denied. */
  recoveredCents: number;
  /** Owed by the patient after the denial: a second figure, never part of the first. */
  patientCents: number;
  /** The first correction or appeal that left the practice. */
  firstActDay: DayNumber | null;
  window: WindowFact | null;
  /** Corrections and appeals sent, and adverse answers that came after one. */
  resent: number; deniedAgain: number;
  /** The day of the newest adverse answer after one of them. */
  deniedAgainDay: DayNumber | null;
  appeals: readonly AppealFact[];
  /** Work: steps people took, contacts, minutes where they were logged (null: none were). */
  touches: number; contacts: number; minutes: number | null;
  /** The same by person. */
  work: readonly { userId: string; touches: number; minutes: number | null }[];
  /** The day it came into the queue. */
  openedDay: DayNumber;
  /** Days since the denial before it of the same payer, reason and service; null for the first one. Set by `withRepeats`. */
  sinceSameDays: number | null;
};

/** One contact with a payer, without what was said. */
export type ContactRowFact = {
  id: string; caseIds: readonly string[]; payerKey: string; userId: string; day: DayNumber;
  /** 0 to 23, in the practice's time zone; 1 = Monday. */
  hour: number; weekday: number;
  channel: string; minutes: number | null; holdMinutes: number | null;
  /** Cut off by the payer's side before anything was answered. */
  dropped: boolean;
  reference: 'given' | 'none' | 'not-possible';
  noReferenceReason: string;
};

/** A promise of a payer. `kept`: by its day; null while nobody has looked into it. */
export type PromiseFact = { caseId: string; payerKey: string; userId: string; dueDay: DayNumber; kept: boolean | null };

export type DenominatorSource = 'typed' | 'imported' | 'answered';

/** What was submitted, by month and payer: counted from imported files, or typed. `month` counts months since year 0. */
export type SubmittedFact = {
  month: number;
  /** '' where a typed figure is of the whole practice. */
  payerKey: string;
  /** `answered`: claims decided in imported remittances, used only for a month without anything better, and said so. */
  source: DenominatorSource;
  claims: number | null; cents: number | null;
  /** Claims accepted and paid without anybody touching them again. */
  cleanClaims: number | null;
  /** Total receivables at the month's end, and average charges a day: typed only. */
  receivablesCents: number | null; dailyChargesCents: number | null;
};
