import { z } from 'zod';
import { opaqueId, shortText } from '../domain/iso-date.ts';
import { SENSITIVE_KINDS } from '../domain/sensitive.ts';
import { CASE_REVEAL_REASONS, ROLES } from '../domain/vocabulary.ts';

const nothing = z.object({});

/** What is covered, what stays inside, how long it is kept, and what is damaged; part of `COMMANDS`. */
export const KEEPING_COMMANDS = {
  /** Kept out of what leaves, by default. Null takes the mark away. */
  'case:mark-sensitive': { request: z.object({ caseId: opaqueId, kind: z.enum(SENSITIVE_KINDS).nullable(), reason: shortText }), reply: nothing, from: ['page'], roles: ['biller', 'lead'] },
  'case:hold': { request: z.object({ caseId: opaqueId, on: z.boolean(), reason: shortText.min(1) }), reply: nothing, from: ['page'], roles: ['lead'] },
  /** Covered identifiers of a case are shown or copied. `reason` null: the one said for this case since the vault was opened. */
  'case:reveal': {
    request: z.object({ caseId: opaqueId, fields: z.array(z.string().max(60)).min(1).max(20), how: z.enum(['shown', 'copied']), reason: z.enum(CASE_REVEAL_REASONS).nullable() }), reply: z.object({ reason: z.enum(CASE_REVEAL_REASONS) }), from: ['page'], roles: ROLES,
  },
  'hold:all': { request: z.object({ on: z.boolean(), reason: shortText.min(1) }), reply: nothing, from: ['page'], roles: ['lead'] },
  /** `cases`, `trailRows`: the counts of the preview, null where that part stays. */
  'retention:purge': {
    request: z.object({ cases: z.int().min(0).nullable(), trailRows: z.int().min(0).nullable(), passphrase: z.string().min(1).max(1000) }), reply: z.object({ cases: z.int(), rows: z.int(), trailRows: z.int() }), from: ['page'], roles: ['lead'],
  },
  /** Columns that were damaged on the disk are worked out anew. */
  'store:mend': { request: nothing, reply: z.object({ mended: z.int(), left: z.int() }), from: ['page'], roles: ['lead'] },
  /** A report or a file about this computer leaves: counts and days, no patient. */
  'computer:report': { request: z.object({ what: z.enum(['diagnostics', 'lost-device']) }), reply: nothing, from: ['page'], roles: ROLES },
} as const;
