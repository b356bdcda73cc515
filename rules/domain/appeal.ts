import { z } from 'zod';
import { cents, isoDate, longText, opaqueId, shortText } from './iso-date.ts';

/** Where an appeal stands. The words of the field catalogue; which may follow which is in rules/appeals/appeal-states.ts. */
export const APPEAL_STATES = [
  'draft', 'in-review', 'ready', 'sent', 'receipt-confirmed', 'in-payer-review', 'information-requested', 'upheld', 'overturned', 'partly-overturned',
  'external-review', 'withdrawn', 'dismissed', 'closed',
] as const;
export type AppealState = (typeof APPEAL_STATES)[number];

/** The levels an appeal is made at: the steps of the deadline rules that are appeals. In the order in which one leads to the next. */
export const APPEAL_LEVELS = ['reconsideration', 'appeal-level-1', 'appeal-level-2', 'appeal-level-3', 'appeal-level-4', 'appeal-level-5', 'external-review'] as const;
export type AppealLevel = (typeof APPEAL_LEVELS)[number];

/** States of which the payer has decided. Withdrawn and dismissed are no decision on the matter and count in no overturn rate. */
export const DECIDED_STATES: readonly AppealState[] = ['upheld', 'overturned', 'partly-overturned'];
/** States in which nothing more is expected of this level; an overturned one is open until its payment was seen. */
export const ENDED_STATES: readonly AppealState[] = ['withdrawn', 'dismissed', 'closed'];

export const APPEAL_CHANNELS = ['portal', 'fax', 'mail', 'edi', 'phone'] as const;
export type AppealChannel = (typeof APPEAL_CHANNELS)[number];

/** What a packet is made of. `cover-letter` and `filing-proof-list` are written by Overturn, the others are documents. */
export const PART_KINDS = [
  'cover-letter', 'payer-form', 'remittance', 'denial-letter', 'prior-decision', 'claim-copy', 'chart-notes', 'orders', 'test-results', 'authorization', 'policy-text',
  'filing-proof-list', 'filing-proof', 'coverage-proof', 'other-payer-remittance', 'corrected-claim', 'representative-form', 'other',
] as const;
export type PartKind = (typeof PART_KINDS)[number];

/** What is asked of the payer. */
export const REQUESTS = ['pay-in-full', 'pay-denied-lines', 'reprocess', 'records-reviewed', 'return-taken-back'] as const;
export type AppealRequest = (typeof REQUESTS)[number];

/** A part of the packet in its place. `why`: why it is in there, in a person's or the template's words; nothing goes in without. */
export const packetPart = z.object({ id: opaqueId, kind: z.enum(PART_KINDS), title: shortText.min(1), why: shortText, documentId: opaqueId.nullable() });
export type PacketPart = z.infer<typeof packetPart>;

/** A biller's own paragraph of the letter, kept apart from the template's. `source`: where what it says is to be found. */
export const ownParagraph = z.object({ id: opaqueId, text: longText.min(1), source: shortText, byUser: opaqueId, atMs: z.int() });
export type OwnParagraph = z.infer<typeof ownParagraph>;

/** The second person's look at one exact version: `hash` is over all parts, so that any change voids it. */
export const packetCheck = z.object({
  hash: z.string().regex(/^[0-9a-f]{64}$/u), byUser: opaqueId, atMs: z.int(),
  claimNumber: z.literal(true), member: z.literal(true), dates: z.literal(true), requestedOutcome: z.literal(true),
  /** Only one person works in this practice: looked through once more by the author, and marked as that. */
  isAlone: z.boolean(),
});
export type PacketCheck = z.infer<typeof packetCheck>;

/** What left, when, how, to whom, and what proves it. */
export const appealSubmission = z.object({
  on: isoDate, channel: z.enum(APPEAL_CHANNELS), to: shortText.min(1), what: shortText.min(1), tracking: shortText.nullable(), noTrackingReason: shortText.nullable(), proof: shortText,
  /** The last day as it stood when it was sent; null where no date was known. */
  dueOn: isoDate.nullable(), isLate: z.boolean().nullable(), lateReason: shortText.nullable(), packetHash: z.string().max(64).nullable(), byUser: opaqueId, atMs: z.int(),
});
export type AppealSubmission = z.infer<typeof appealSubmission>;

export const DECISION_SOURCES = ['letter', 'phone', 'portal', 'remittance'] as const;
/** How the level ended. Cents: what the payer pays after the decision, and what stays denied. */
export const appealOutcome = z.object({
  outcome: z.enum(['upheld', 'overturned', 'partly-overturned', 'dismissed', 'withdrawn']), on: isoDate, source: z.enum(DECISION_SOURCES), reference: shortText.nullable(),
  reason: longText, recoveredCents: cents.min(0).nullable(), stillDeniedCents: cents.min(0).nullable(), byUser: opaqueId, atMs: z.int(),
});
export type AppealOutcome = z.infer<typeof appealOutcome>;

/** A step of an appeal, as it was made. Added, never changed. */
export const appealStep = z.object({ state: z.enum(APPEAL_STATES), on: isoDate, note: longText, reference: shortText.nullable(), byUser: opaqueId, atMs: z.int() });
export type AppealStep = z.infer<typeof appealStep>;

/** A proof of filing named by hand, beside those that came out of files. */
export const PROOF_KINDS = [
  'payer-acceptance-277ca', 'clearinghouse-277ca', 'functional-ack-999', 'interchange-ack-ta1', 'clearinghouse-payer-report', 'clearinghouse-batch-report', 'portal-receipt',
  'portal-screenshot', 'practice-system-screenshot', 'certified-mail', 'fax-confirmation', 'earlier-remittance', 'payer-letter', 'call-reference', 'claim-copy-only', 'claim-file-837',
] as const;
export type ProofKind = (typeof PROOF_KINDS)[number];
export const namedProof = z.object({ id: opaqueId, kind: z.enum(PROOF_KINDS), on: isoDate.nullable(), reference: shortText, namesClaim: z.boolean(), documentId: opaqueId.nullable(), byUser: opaqueId, atMs: z.int() });
export type NamedProof = z.infer<typeof namedProof>;

export const ESCALATION_STEPS = ['supervisor', 'payer-representative', 'formal-complaint', 'regulator'] as const;
export type EscalationStep = (typeof ESCALATION_STEPS)[number];
export const escalation = z.object({ step: z.enum(ESCALATION_STEPS), on: isoDate, to: shortText, reference: shortText.nullable(), answerBy: isoDate.nullable(), note: longText, byUser: opaqueId, atMs: z.int() });
export type Escalation = z.infer<typeof escalation>;

/** A talk between the physicians: asked for, booked, held. */
export const peerTalk = z.object({
  state: z.enum(['requested', 'booked', 'held', 'missed', 'refused']), on: isoDate, at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u).nullable(), timeZone: shortText, ownDoctor: shortText, payerDoctor: shortText,
  phone: shortText, reference: shortText.nullable(), note: longText, byUser: opaqueId, atMs: z.int(),
});
export type PeerTalk = z.infer<typeof peerTalk>;

/** The sealed half of an appeal. What queries need stands in clear beside it (storage/schema/v3.ts). */
export const appeal = z.object({
  /** Id of the letter template and its version: 0 for the shipped one. */
  templateId: z.string().max(120), templateVersion: z.int().min(0),
  letterDate: isoDate, signer: shortText, signerTitle: shortText,
  request: z.enum(REQUESTS), requestedCents: cents.min(0).nullable(),
  /** Facts typed for this letter, each with where it comes from, for what the case does not hold. By name of the merge field. */
  typedFacts: z.array(z.object({ field: z.string().max(60), value: shortText.min(1), source: shortText.min(1), byUser: opaqueId, atMs: z.int() })).max(60),
  paragraphs: z.array(ownParagraph).max(40), parts: z.array(packetPart).max(60),
  /** Everybody who changed the packet: none of them may check it. */
  editors: z.array(opaqueId).max(60), check: packetCheck.nullable(),
  submission: appealSubmission.nullable(),
  /** The letter as it was sent, so that a later change of template or case does not rewrite it. */
  sentLetter: z.array(longText).max(200).nullable(),
  outcome: appealOutcome.nullable(),
  /** Why nobody goes on to the next level, where that was decided. */
  stop: z.object({ reason: longText.min(1), byUser: opaqueId, atMs: z.int() }).nullable(),
  /** Number the payer gave the appeal. */
  payerNumber: shortText.nullable(),
  proofs: z.array(namedProof).max(60), escalations: z.array(escalation).max(60), peerTalks: z.array(peerTalk).max(30), steps: z.array(appealStep).max(200),
  /** Documents that somebody took out for good: no file of another computer brings one back. */
  removedDocuments: z.array(opaqueId).max(300).optional(),
  /** Appeals begun together for one pattern share it. */
  batchId: opaqueId.nullable(),
});
export type Appeal = z.infer<typeof appeal>;

export const DOCUMENT_TYPES = ['application/pdf', 'image/png', 'image/jpeg'] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];
/** What is sealed of a document beside its content. The name is the person's own and may name a patient: it never becomes a file name. */
export const documentContent = z.object({ name: shortText, sha256: z.string().regex(/^[0-9a-f]{64}$/u) });
export type DocumentContent = z.infer<typeof documentContent>;
