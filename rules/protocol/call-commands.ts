import { z } from 'zod';
import { CALLER_FIELDS } from '../calls/caller-fields.ts';
import { workTextBody, workTextKey } from '../calls/work-text.ts';
import { contact, PROMISE_STATES } from '../domain/contact.ts';
import { CORRECTION_CHANNELS, CORRECTION_KINDS, CORRECTION_STATES, correctionChange, requestedRecord, statusCheck } from '../domain/correction.ts';
import { nextAction } from '../domain/denial-case.ts';
import { cents, isoDate, longText, opaqueId, shortText } from '../domain/iso-date.ts';
import { CONTACT_OUTCOMES } from '../domain/vocabulary.ts';

const nothing = z.object({});
const work = ['biller', 'lead'] as const;
const everybody = ['biller', 'lead', 'auditor'] as const;

/** A field of a draft that changed: what it was when this window last knew it, and what it is now. */
const fieldChange = z.object({ was: z.unknown(), now: z.unknown() });

/** Contacts, promises, notes to post and corrections. */
export const CALL_COMMANDS = {
  'contact:log': {
    request: z.object({
      caseIds: z.array(opaqueId).min(1).max(50), contact, outcome: z.enum(CONTACT_OUTCOMES), followUpOn: isoDate, nextAction,
      /** Given by the page that logs it: the same call saved from two windows is one contact. */
      callId: opaqueId.optional(),
      /** The finished note of each claim, to be posted. */
      notes: z.array(z.object({ caseId: opaqueId, text: longText.min(1), formatId: z.string().max(60), formatVersion: z.int().min(0) })).max(50).optional(),
      /** Promises of earlier contacts of which this one told how they ended. */
      promises: z.array(z.object({ promiseId: opaqueId, state: z.enum(PROMISE_STATES), how: shortText })).max(50).optional(),
    }),
    reply: z.object({ contactId: z.string() }), from: ['page'], roles: work,
  },
  'promise:settle': { request: z.object({ promiseId: opaqueId, state: z.enum(PROMISE_STATES), how: shortText }), reply: nothing, from: ['page'], roles: work },
  'case-note:posted': { request: z.object({ noteIds: z.array(opaqueId).min(1).max(500), state: z.enum(['posted', 'not-needed', 'unposted']) }), reply: nothing, from: ['page'], roles: work },
  'case-note:write': { request: z.object({ caseId: opaqueId, sourceId: opaqueId, text: longText.min(1), formatId: z.string().max(60), formatVersion: z.int().min(0) }), reply: z.object({ noteId: z.string() }), from: ['page'], roles: work },
  /** A covered identifier of the caller card was shown or copied: a row of the trail, with the field's name alone. */
  'caller-card:used': { request: z.object({ caseId: opaqueId, field: z.enum(CALLER_FIELDS), how: z.enum(['shown', 'copied']) }), reply: nothing, from: ['page'], roles: everybody },
  'case:birth-date': { request: z.object({ caseId: opaqueId, birthDate: isoDate.nullable() }), reply: nothing, from: ['page'], roles: work },
  /** A question list, a note format or the practice's own numbers: the lead decides. `base`: the version it was written upon; `body` null goes back to what is shipped. */
  'work-text:save': { request: z.object({ key: workTextKey, base: z.int().min(0), body: workTextBody.nullable(), reason: shortText }), reply: z.object({ n: z.int() }), from: ['page'], roles: ['lead'] },
  /** Fields of a draft, merged with what another window of the same person wrote meanwhile. */
  'draft:merge': { request: z.object({ key: z.string().max(120), fields: z.record(z.string().max(60), fieldChange) }), reply: nothing, from: ['page'], roles: everybody },

  'correction:begin': {
    request: z.object({
      caseId: opaqueId, kind: z.enum(CORRECTION_KINDS), originalClaimNumber: shortText.nullable(), changes: z.array(correctionChange).max(60), reason: longText,
      records: z.array(requestedRecord).max(60), requestReference: shortText.nullable(),
    }),
    reply: z.object({ correctionId: z.string() }), from: ['page'], roles: work,
  },
  /** Changes what is not sent yet. `rev`: the state that was looked at (`changed-meanwhile` where it is another one by now). */
  'correction:change': {
    request: z.object({
      correctionId: opaqueId, rev: z.int(), originalClaimNumber: shortText.nullable(), changes: z.array(correctionChange).max(60), reason: longText, records: z.array(requestedRecord).max(60), requestReference: shortText.nullable(),
    }),
    reply: nothing, from: ['page'], roles: work,
  },
  'correction:check-status': { request: z.object({ correctionId: opaqueId, check: statusCheck.omit({ byUser: true, atMs: true }) }), reply: nothing, from: ['page'], roles: work },
  /** Its next step. `sent` needs a confirmation or the reason why none, and a day to look again; it ends the window's clock as well. */
  'correction:step': {
    request: z.object({
      correctionId: opaqueId, rev: z.int(), state: z.enum(CORRECTION_STATES), on: isoDate, channel: z.enum(CORRECTION_CHANNELS).nullable(), confirmation: shortText.nullable(), noConfirmationReason: shortText.nullable(),
      newClaimNumber: shortText.nullable(), paidCents: cents.min(0).nullable(), note: longText, followUpOn: isoDate.nullable(), duplicateReason: shortText.nullable(), lateReason: shortText.nullable(),
    }),
    reply: nothing, from: ['page'], roles: work,
  },
} as const;
