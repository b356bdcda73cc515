import { z } from 'zod';
import { letterTemplate } from '../appeals/letter-template.ts';
import { APPEAL_CHANNELS, APPEAL_LEVELS, APPEAL_STATES, DECISION_SOURCES, DOCUMENT_TYPES, ESCALATION_STEPS, PROOF_KINDS, REQUESTS, packetPart, peerTalk } from '../domain/appeal.ts';
import { cents, isoDate, longText, opaqueId, shortText } from '../domain/iso-date.ts';

const work = ['biller', 'lead'] as const;
const nothing = z.object({});
const of = z.object({ appealId: opaqueId });
/** Base64 of at most 256 KiB: a message must not hold the worker up. */
export const DOCUMENT_PART_BYTES = 192 * 1024;
/** Larger documents are refused before they are read; no payer takes them. */
export const DOCUMENT_MAX_BYTES = 50 * 1024 * 1024;

/** One change of a packet that is not sent yet. */
export const packetEdit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('about'), letterDate: isoDate.optional(), signer: shortText.optional(), signerTitle: shortText.optional(), request: z.enum(REQUESTS).optional(), requestedCents: cents.min(0).nullable().optional() }),
  z.object({ kind: z.literal('template'), templateId: z.string().max(120) }),
  /** A value of null takes the typed fact away. */
  z.object({ kind: z.literal('fact'), field: z.string().max(60), value: shortText.nullable(), source: shortText }),
  z.object({ kind: z.literal('paragraph'), id: opaqueId, text: longText.nullable(), source: shortText }),
  z.object({ kind: z.literal('parts'), parts: z.array(packetPart).max(60) }),
  z.object({ kind: z.literal('proof'), id: opaqueId, proof: z.object({ kind: z.enum(PROOF_KINDS), on: isoDate.nullable(), reference: shortText, namesClaim: z.boolean(), documentId: opaqueId.nullable() }).nullable() }),
]);
export type PacketEdit = z.infer<typeof packetEdit>;

/** Commands about appeals and their packets; part of `COMMANDS`. */
export const APPEAL_COMMANDS = {
  'appeal:start': { request: z.object({ caseId: opaqueId, level: z.enum(APPEAL_LEVELS) }), reply: z.object({ appealId: z.string() }), from: ['page'], roles: work },
  /** One pattern, many claims: an appeal each, with the same own paragraph. Those the guard refuses are told with their reason. */
  'appeal:start-batch': {
    request: z.object({ caseIds: z.array(opaqueId).min(1).max(100), paragraph: longText, source: shortText }),
    reply: z.object({ started: z.array(z.object({ caseId: z.string(), appealId: z.string() })), refused: z.array(z.object({ caseId: z.string(), reason: z.string() })) }), from: ['page'], roles: work,
  },
  /** `rev`: the version that was looked at; another one by now is `changed-meanwhile`. */
  'appeal:edit': { request: of.extend({ rev: z.int(), edit: packetEdit }), reply: nothing, from: ['page'], roles: work },
  'appeal:move': {
    request: of.extend({ to: z.enum(APPEAL_STATES).extract(['draft', 'in-review', 'receipt-confirmed', 'in-payer-review', 'external-review', 'information-requested', 'closed']), on: isoDate, note: longText, reference: shortText.nullable(), followUpOn: isoDate.nullable() }),
    reply: nothing, from: ['page'], roles: work,
  },
  /** The second person's look at exactly this version. */
  'appeal:check': { request: of.extend({ hash: z.string().regex(/^[0-9a-f]{64}$/u), claimNumber: z.literal(true), member: z.literal(true), dates: z.literal(true), requestedOutcome: z.literal(true) }), reply: nothing, from: ['page'], roles: work },
  'appeal:send': {
    request: of.extend({ on: isoDate, channel: z.enum(APPEAL_CHANNELS), to: shortText.min(1), what: shortText.min(1), tracking: shortText.nullable(), noTrackingReason: shortText.nullable(), proof: shortText, lateReason: shortText.nullable(), followUpOn: isoDate }),
    reply: nothing, from: ['page'], roles: work,
  },
  'appeal:decide': {
    request: of.extend({
      outcome: z.enum(['upheld', 'overturned', 'partly-overturned', 'dismissed', 'withdrawn']), on: isoDate, source: z.enum(DECISION_SOURCES), reference: shortText.nullable(), reason: longText,
      recoveredCents: cents.min(0).nullable(), stillDeniedCents: cents.min(0).nullable(), followUpOn: isoDate,
    }),
    reply: nothing, from: ['page'], roles: work,
  },
  /** No next level, and why. */
  'appeal:stop': { request: of.extend({ reason: longText.min(1) }), reply: nothing, from: ['page'], roles: work },
  'appeal:escalate': { request: of.extend({ step: z.enum(ESCALATION_STEPS), on: isoDate, to: shortText, reference: shortText.nullable(), answerBy: isoDate.nullable(), note: longText }), reply: nothing, from: ['page'], roles: work },
  'appeal:peer-talk': { request: of.extend({ talk: peerTalk.omit({ byUser: true, atMs: true }) }), reply: nothing, from: ['page'], roles: work },

  // Documents: announced, sent in pieces, and taken in once all of them agree with the hash
  'document:begin': {
    request: of.extend({ name: shortText, type: z.enum(DOCUMENT_TYPES), bytes: z.int().min(1).max(DOCUMENT_MAX_BYTES), pages: z.int().min(1).max(5000), sha256: z.string().regex(/^[0-9a-f]{64}$/u) }),
    reply: z.object({ documentId: z.string(), parts: z.int() }), from: ['page'], roles: work,
  },
  'document:part': { request: z.object({ documentId: opaqueId, n: z.int().min(0).max(1000), data: z.base64().max(400_000) }), reply: nothing, from: ['page'], roles: work },
  'document:done': { request: z.object({ documentId: opaqueId }), reply: nothing, from: ['page'], roles: work },
  'document:remove': { request: z.object({ documentId: opaqueId }), reply: nothing, from: ['page'], roles: work },
  'document:viewed': { request: z.object({ documentId: opaqueId }), reply: nothing, from: ['page'], roles: ['biller', 'lead', 'auditor'] },

  /** Before a file leaves: the row of the trail and a name without a person. `isDraft`: marked on every page. */
  'appeal:export': { request: of.extend({ form: z.enum(['pdf', 'docx']), hash: z.string().regex(/^[0-9a-f]{64}$/u), sensitive: z.boolean().optional() }), reply: z.object({ fileName: z.string(), isDraft: z.boolean() }), from: ['page'], roles: work },
  /** A template of null goes back to the shipped one. */
  'letter-text:save': { request: z.object({ category: letterTemplate.shape.category, payerKey: shortText.nullable(), template: letterTemplate.nullable(), reason: shortText.min(1) }), reply: nothing, from: ['page'], roles: ['lead'] },
} as const;
