import { z } from 'zod';
import { cents, isoDate, longText, opaqueId, shortText } from './iso-date.ts';
import { caseAsk } from './case-ask.ts';
import { legalHold, sensitiveMark } from './sensitive.ts';
import { ALL_END_REASONS } from './end-reason.ts';
import { rootCause } from './root-cause.ts';
import { CASE_STATES, DEADLINE_ACTIONS, LETTER_KINDS, LINES_OF_BUSINESS, NEXT_ACTIONS, RESOLUTIONS } from './vocabulary.ts';

const groupCode = z.enum(['CO', 'PR', 'OA', 'PI', 'CR']);
export const claimStatus = z.enum([
  'paid', 'partially-denied', 'denied', 'pending', 'rejected', 'reversed', 'information-requested', 'acknowledged', 'forwarded', 'not-found', 'finalized',
]);

export const adjustment = z.object({ groupCode: groupCode.nullable(), carc: z.string().max(8), cents: cents.nullable() });

export const serviceLine = z.object({
  line: z.int(), procedure: shortText.nullable(), modifiers: z.array(z.string().max(8)).max(8), units: z.number().nullable(),
  charge: cents.nullable(), allowed: cents.nullable(), paid: cents.nullable(), status: claimStatus.nullable(),
  serviceFrom: isoDate.nullable(), serviceTo: isoDate.nullable(),
  adjustments: z.array(adjustment).max(60), rarcs: z.array(z.string().max(8)).max(40),
  payerCodes: z.array(z.object({ code: shortText, text: longText.nullable() })).max(40),
});

/**
 * What is known of a claim, in plain values: the newest confirmed word of a remittance, a portal or a person.
 * Every earlier word stays in the observations; this is the sum, never the evidence.
 */
export const claimFacts = z.object({
  payerName: shortText.nullable(), claimControlNumber: shortText.nullable(), patientControlNumber: shortText.nullable(),
  patientName: shortText.nullable(), memberId: shortText.nullable(), provider: shortText.nullable(),
  serviceFrom: isoDate.nullable(), serviceTo: isoDate.nullable(), receivedOn: isoDate.nullable(), finalizedOn: isoDate.nullable(),
  remittanceOn: isoDate.nullable(), paymentOn: isoDate.nullable(), noticeReceivedOn: isoDate.nullable(),
  charge: cents.nullable(), allowed: cents.nullable(), paid: cents.nullable(), patientResponsibility: cents.nullable(),
  paymentNumber: shortText.nullable(), status: claimStatus.nullable(),
  statusCodes: z.array(z.object({ category: z.string().max(8), status: z.string().max(8).nullable(), entity: z.string().max(8).nullable() })).max(40),
  adjustments: z.array(adjustment).max(60), rarcs: z.array(z.string().max(8)).max(40),
  payerCodes: z.array(z.object({ code: shortText, text: longText.nullable() })).max(40),
  lines: z.array(serviceLine).max(1000),
  claimType: z.enum(['professional', 'institutional']).nullable(),
  network: z.enum(['in', 'out']).nullable(),
  lineOfBusiness: z.enum(LINES_OF_BUSINESS).nullable(),
  /** US state whose rules apply, two letters. */
  state: z.string().regex(/^[A-Z]{2}$/u).nullable(),
  /** Medicare contractor, where known ("noridian", "palmetto", ...). */
  mac: z.string().max(40).nullable(),
  /** Where the service was given, of which specialty, the patient's birth date and plan: only where a source shows them. */
  location: shortText.nullable().optional(), specialty: shortText.nullable().optional(), birthDate: isoDate.nullable().optional(), plan: shortText.nullable().optional(),
});
export type ClaimFacts = z.infer<typeof claimFacts>;
export type CaseServiceLine = z.infer<typeof serviceLine>;
export type CaseAdjustment = z.infer<typeof adjustment>;

/** A person's word that beats the rule: the date printed on a letter, a contract, a promise. */
export const deadlineOverride = z.object({
  action: z.enum(DEADLINE_ACTIONS), date: isoDate, reason: shortText.min(1), evidence: shortText, byUser: opaqueId, atMs: z.int(),
});
export type DeadlineOverride = z.infer<typeof deadlineOverride>;

/** A submission that left the practice: which route, when, how, what number came back or why none. */
export const submission = z.object({
  action: z.enum(DEADLINE_ACTIONS).or(z.literal('records')), on: isoDate, channel: z.enum(['portal', 'fax', 'mail', 'edi', 'phone']),
  confirmation: shortText.nullable(), noConfirmationReason: shortText.nullable(), byUser: opaqueId, atMs: z.int(),
  /** Why it went out after its last day: good cause, as it was told to the payer. */
  lateReason: shortText.nullable().optional(),
  /** What the payer decided on it, and when; absent while it is pending, `on` null while nobody could say the day. */
  decision: z.object({ outcome: z.enum(['upheld', 'partly-overturned', 'overturned']), on: isoDate.nullable() }).optional(),
});
export type Submission = z.infer<typeof submission>;

/** A letter (or finding) that starts a clock of its own; a last day printed in it beats every rule. `answeredOn` ends it. */
export const letter = z.object({
  kind: z.enum(LETTER_KINDS), on: isoDate, receivedOn: isoDate.nullable(), lastDay: isoDate.nullable(), evidence: shortText, answeredOn: isoDate.nullable(), byUser: opaqueId, atMs: z.int(),
  /** How it was answered, in a person's words; absent while it is not. */
  answer: z.object({ words: shortText, byUser: opaqueId, atMs: z.int() }).optional(),
});
export type Letter = z.infer<typeof letter>;

/** The payer that comes after this one, as it was when a person named it. */
export const nextPayer = z.object({ name: shortText.min(1), lineOfBusiness: z.enum(LINES_OF_BUSINESS).nullable(), state: z.string().regex(/^[A-Z]{2}$/u).nullable(), network: z.enum(['in', 'out']).nullable(), byUser: opaqueId, atMs: z.int() });
export type NextPayer = z.infer<typeof nextPayer>;

/** What a page or file says against a fact that a person set: it waits for that person, nothing is overwritten. */
export const factDifference = z.object({ field: z.string().max(60), was: shortText.nullable(), now: shortText.nullable(), value: z.unknown(), observationId: opaqueId, atMs: z.int() });
export type FactDifference = z.infer<typeof factDifference>;

/** What a later remittance or page suggests about the whole case; a person decides. */
export const caseSuggestion = z.object({ kind: z.enum(['paid', 'reversed']), observationId: opaqueId, atMs: z.int() });
export type CaseSuggestion = z.infer<typeof caseSuggestion>;

/** The sealed half of a case: everything that names a person or a claim. */
export const sealedCase = z.object({
  facts: claimFacts,
  references: z.array(z.object({ label: shortText, value: shortText, atMs: z.int() })).max(200),
  /** A person's classification where it differs from the rule's, with the reason. */
  classification: z.object({ category: z.string().max(60), path: z.string().max(60), avoidable: z.enum(['yes', 'no', 'undecided']), reason: shortText.min(1), byUser: opaqueId, atMs: z.int() }).nullable(),
  overrides: z.array(deadlineOverride).max(60),
  submissions: z.array(submission).max(200),
  resolution: z.object({ outcome: z.enum(RESOLUTIONS), reason: shortText, recoveredCents: cents.nullable(), byUser: opaqueId, atMs: z.int(), endReason: z.enum(ALL_END_REASONS).nullable().optional(), on: isoDate.optional() }).nullable(),
  /** Facts a person set; a page or file does not change them by itself. */
  edited: z.array(z.string().max(60)).max(60).optional(),
  differences: z.array(factDifference).max(60).optional(),
  suggestion: caseSuggestion.nullable().optional(),
  /** The case this one was merged into; it is closed and takes no further looks. */
  mergedInto: opaqueId.nullable().optional(),
  /** Numbers of cases merged into this one: a look with one of them is a look at this claim. */
  alsoNumbers: z.array(shortText).max(60).optional(),
  /** Cases a person said are of other claims, however alike. */
  notTwins: z.array(opaqueId).max(200).optional(),
  /** Looks that were of another claim; they stay in the chain and count no more. */
  setAside: z.array(opaqueId).max(500).optional(),
  /** The newest observation of the case: number and hash. Absent in cases before version 2. */
  evidence: z.object({ n: z.int(), hash: z.string().max(100) }).optional(),
  letters: z.array(letter).max(60).optional(),
  /** As on the card; typed by a person, because payers ask for it before they answer. */
  patientBirthDate: isoDate.nullable().optional(),
  nextPayer: nextPayer.nullable().optional(),
  /** Needs more care than others: stays out of what leaves (rules/domain/sensitive.ts). */
  sensitive: sensitiveMark.nullable().optional(),
  legalHold: legalHold.nullable().optional(),
  /** What went wrong first, as persons found it; the last one holds. */
  rootCauses: z.array(rootCause).max(60).optional(),
  /** Sent, and not answered within the payer's time: when it was sent and by when an answer was due. Holds until the payer says something. */
  unanswered: z.object({ sentOn: isoDate, answerDueOn: isoDate, atMs: z.int() }).optional(),
  asks: z.array(caseAsk).max(60).optional(),
  /** Set aside as not workable: why, and when to look again. The last one holds while the state says so. */
  setAsideForNow: z.array(z.object({ reason: shortText.min(1), secondLookOn: isoDate, byUser: opaqueId, atMs: z.int() })).max(60).optional(),
});
export type SealedCase = z.infer<typeof sealedCase>;

export const caseState = z.enum(CASE_STATES);
export const nextAction = z.enum(NEXT_ACTIONS);
