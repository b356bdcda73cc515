import { z } from 'zod';
import { opaqueId, shortText } from '../domain/iso-date.ts';
import { SENSITIVE_KINDS } from '../domain/sensitive.ts';
import { CASE_REVEAL_REASONS, ROLES } from '../domain/vocabulary.ts';

const passphrase = z.string().min(1).max(1000);
const nothing = z.object({});

/** What is covered, what stays inside, how long it is kept, what is damaged; backups and the recovery key. Part of `COMMANDS`. */
export const KEEPING_COMMANDS = {
  /** Kept out of what leaves, by default. Null takes the mark away, which like changing it the handler lets only a lead do, with a reason. */
  'case:mark-sensitive': { request: z.object({ caseId: opaqueId, kind: z.enum(SENSITIVE_KINDS).nullable(), reason: shortText }), reply: nothing, from: ['page'], roles: ['biller', 'lead'] },
  'case:hold': { request: z.object({ caseId: opaqueId, on: z.boolean(), reason: shortText.min(1) }), reply: nothing, from: ['page'], roles: ['lead'] },
  /** Covered identifiers of a case are shown or copied. `reason` null: the one said for this case since the vault was opened. */
  'case:reveal': {
    request: z.object({ caseId: opaqueId, fields: z.array(z.string().max(60)).min(1).max(20), how: z.enum(['shown', 'copied']), reason: z.enum(CASE_REVEAL_REASONS).nullable() }), reply: z.object({ reason: z.enum(CASE_REVEAL_REASONS) }), from: ['page'], roles: ROLES,
  },
  'hold:all': { request: z.object({ on: z.boolean(), reason: shortText.min(1) }), reply: nothing, from: ['page'], roles: ['lead'] },
  /** `cases`, `trailRows`: the counts of the preview, null where that part stays. */
  'retention:purge': {
    request: z.object({ cases: z.int().min(0).nullable(), trailRows: z.int().min(0).nullable(), passphrase }), reply: z.object({ cases: z.int(), rows: z.int(), unfiled: z.int(), trailRows: z.int() }), from: ['page'], roles: ['lead'],
  },
  /** Columns that were damaged on the disk are worked out anew. */
  'store:mend': { request: nothing, reply: z.object({ mended: z.int(), left: z.int() }), from: ['page'], roles: ['lead'] },
  /** A report or a file about this computer leaves: counts and days, no patient. */
  'computer:report': { request: z.object({ what: z.enum(['diagnostics', 'lost-device']) }), reply: nothing, from: ['page'], roles: ROLES },

  // Backups: written, checked and read by a worker of the desk; begun, recorded and taken into use here
  /** `user`: the passphrase is that of whoever is signed in; `own`: one for this file alone. */
  'backup:begin': { request: z.object({ lock: z.enum(['own', 'user']), passphrase, why: z.enum(['person', 'before-restore', 'before-update']) }), reply: nothing, from: ['page'], roles: ['lead'] },
  /** The copy kept of before the last update goes before its days are over. */
  'backup:drop-copy': { request: nothing, reply: nothing, from: ['page'], roles: ['lead'] },
  'backup:made': { request: z.object({ rows: z.int().min(0) }), reply: nothing, from: ['page'], roles: ['lead'] },
  'backup:checked': { request: z.object({ outcome: z.string().regex(/^[a-z-]{1,40}$/u) }), reply: nothing, from: ['page'], roles: ROLES },
  /** Over an empty profile anybody may; over a practice a lead, whose passphrase is asked once more. The handler tells which. */
  'backup:use-restored': { request: z.object({ name: z.string().max(80), passphrase: passphrase.nullable() }), reply: nothing, from: ['page'] },
  /** The state before a restore, while nobody has signed in to the restored one. */
  'backup:put-back': { request: nothing, reply: nothing, from: ['page'] },

  // Recovery: the printed key, its use in an emergency, and the wipe
  /** `passphrase` null only for the first key of a practice made a moment ago. */
  'recovery:set': { request: z.object({ key: z.string().max(80), passphrase: passphrase.nullable() }), reply: nothing, from: ['page'], roles: ['lead'] },
  'recovery:use': { request: z.object({ userId: opaqueId, key: z.string().max(80), next: passphrase }), reply: nothing, from: ['page'] },
  /** The notice that the key was used has been read. */
  'recovery:noticed': { request: nothing, reply: nothing, from: ['page'], roles: ROLES },
  'wipe:set': { request: z.object({ after: z.int().min(10).max(100).nullable(), passphrase }), reply: nothing, from: ['page'], roles: ['lead'] },
} as const;
