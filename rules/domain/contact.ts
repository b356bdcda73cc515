import { z } from 'zod';
import { isoDate, longText, opaqueId, shortText } from './iso-date.ts';
import { nextAction } from './denial-case.ts';
import { CHANNELS, CONTACT_OUTCOMES, NO_REFERENCE_REASONS } from './vocabulary.ts';

/** Where a call stands. `hold` also before anybody answers. */
export const CALL_PHASES = ['hold', 'talk', 'wrap'] as const;
export type CallPhase = (typeof CALL_PHASES)[number];

/**
 * When a call passed from one phase to the next. Moments, never counters: how long each lasted is worked out from them, so that
 * a closed panel, a stopped worker or a dead browser loses no second.
 */
export const callMoment = z.object({ phase: z.enum(CALL_PHASES), atMs: z.int() });
export type CallMoment = z.infer<typeof callMoment>;

export const ANSWER_KINDS = ['text', 'yes-no', 'choice', 'date', 'amount', 'number'] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];
/**
 * An answer to a question of a list. `key` is the same in every list that asks the same thing, so that what two representatives
 * said can be laid side by side. `value`: an ISO date, cents, `yes`/`no`, a choice's key, or words. `question` as it was asked.
 */
export const contactAnswer = z.object({ key: z.string().regex(/^[a-z0-9-]{1,60}$/u), question: shortText, kind: z.enum(ANSWER_KINDS), value: z.string().max(2000) });
export type ContactAnswer = z.infer<typeof contactAnswer>;

/** Fields that only some channels have: pages of a fax, tracking of a letter, a chat's or message's thread, the doctors of a peer to peer. */
export const CHANNEL_FIELDS = ['pages', 'confirmation', 'tracking', 'carrier', 'thread', 'subject', 'sent-or-received', 'menu-path', 'payer-doctor', 'own-doctor', 'specialty', 'decision-said'] as const;
export type ChannelField = (typeof CHANNEL_FIELDS)[number];

/** What was said of one claim of a contact that was about several. What is absent is as for the whole contact. */
export const contactClaim = z.object({
  caseId: opaqueId, outcome: z.enum(CONTACT_OUTCOMES), followUpOn: isoDate, nextAction, answers: z.array(contactAnswer).max(60), note: longText,
  promise: shortText, promisedFor: isoDate.nullable(),
  /** Where the payer gave this claim a number of its own. */
  reference: shortText.nullable(),
});
export type ContactClaim = z.infer<typeof contactClaim>;

/** A contact with a payer about one or more cases: who, what was said, what was promised. Sealed as a whole but for its day and outcome. */
export const contact = z.object({
  /** `numberDialled`: a number, or the address, fax or thread that was used. */
  channel: z.enum(CHANNELS), numberDialled: shortText, representative: shortText, reference: shortText.nullable(),
  noReferenceReason: z.enum(NO_REFERENCE_REASONS).nullable(), outcome: z.enum(CONTACT_OUTCOMES), promise: shortText, promisedFor: isoDate.nullable(),
  note: longText, startedAtMs: z.int(), endedAtMs: z.int().nullable(),
  /** Seconds of waiting; null where nobody timed it. All further fields are absent in contacts before version 3. */
  holdSeconds: z.int().min(0).nullable(),
  talkSeconds: z.int().min(0).nullable().optional(), wrapSeconds: z.int().min(0).nullable().optional(), moments: z.array(callMoment).max(200).optional(),
  /** The line was cut before it was over. */
  dropped: z.boolean().optional(),
  representativeId: shortText.optional(), department: shortText.optional(),
  callback: z.object({ number: shortText, extension: shortText, on: isoDate.nullable() }).optional(),
  /** What was asked by: the list and its version, and the answers about the first claim. */
  questionList: z.object({ id: z.string().max(60), version: z.int().min(0) }).optional(), answers: z.array(contactAnswer).max(60).optional(),
  /** Names of identifiers that were shown or copied from the caller card during it; never their values. */
  identifiersGiven: z.array(z.string().max(60)).max(40).optional(),
  channelFields: z.partialRecord(z.enum(CHANNEL_FIELDS), shortText).optional(),
  claims: z.array(contactClaim).max(50).optional(),
}).refine((value) => value.reference !== null || value.noReferenceReason !== null, { path: ['noReferenceReason'], message: 'reference-or-reason' });
export type Contact = z.infer<typeof contact>;

/** How a promise of a payer ended, if it did. `withdrawn`: it was recorded by mistake, or does not matter any more. */
export const PROMISE_STATES = ['open', 'kept', 'broken', 'withdrawn'] as const;
export type PromiseState = (typeof PROMISE_STATES)[number];
