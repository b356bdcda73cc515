import { z } from 'zod';
import { opaqueId, shortText } from '../domain/iso-date.ts';
import { poolKey } from '../domain/person.ts';
import { LONGEST_CASE, MOST_BUNDLED } from '../team/bundle.ts';

const nothing = z.object({});
const work = ['biller', 'lead'] as const;
const signedHead = z.object({ text: z.string().max(2_000_000), signature: z.string().max(200) });

/** Hand-over bundles between computers: begun and taken in here; the page writes and reads the file. */
export const TEAM_COMMANDS = {
  /** The row of the trail, and what changed here written down, before the page writes the file. Sensitive cases stay out and are counted. */
  'bundle:begin': {
    request: z.object({ caseIds: z.array(opaqueId).min(1).max(MOST_BUNDLED), passphrase: z.string().min(1).max(1000) }),
    reply: z.object({ bundleId: z.string(), caseIds: z.array(z.string()), sensitive: z.int(), damaged: z.int(), practiceId: z.string() }), from: ['page'], roles: work,
  },
  /** The file was written whole. */
  'bundle:made': { request: z.object({ bundleId: opaqueId, cases: z.int().min(0), documents: z.int().min(0) }), reply: nothing, from: ['page'], roles: work },
  /** Whose key it is, where that is not known here; and that the practice it comes from is this one. */
  'bundle:take-begin': { request: z.object({ head: signedHead, signerName: shortText.nullable(), samePractice: z.boolean() }), reply: nothing, from: ['page'], roles: work },
  /** One case, as signed. Taking the same in again changes nothing. */
  'bundle:take-case': {
    request: z.object({ head: signedHead, case: z.object({ text: z.string().max(LONGEST_CASE), signature: z.string().max(200) }), ownerId: z.union([opaqueId, poolKey]) }),
    reply: z.object({ outcome: z.enum(['new', 'merged', 'same', 'purged']), choices: z.int() }), from: ['page'], roles: work,
  },
  /** What the file says of the whole practice, as signed: holds on everything, and cases that were purged. `gone`: copies that went here as well, by a lead's taking in. */
  'bundle:take-practice': {
    request: z.object({ head: signedHead, part: z.object({ text: z.string().max(400_000), signature: z.string().max(200) }) }), reply: z.object({ holds: z.int(), gone: z.int(), kept: z.int() }), from: ['page'], roles: work,
  },
  'bundle:take-part': { request: z.object({ documentId: opaqueId, n: z.int().min(0).max(1000), data: z.base64().max(400_000) }), reply: nothing, from: ['page'], roles: work },
  'bundle:taken': { request: z.object({ bundleId: opaqueId, fresh: z.int().min(0), merged: z.int().min(0), same: z.int().min(0) }), reply: nothing, from: ['page'], roles: work },
  /** Between two values of a field that two computers wrote without knowing of each other. */
  'case:decide': { request: z.object({ caseId: opaqueId, path: z.string().min(1).max(700), dot: z.tuple([opaqueId, z.int().min(1)]) }), reply: nothing, from: ['page'], roles: work },
  /** Something is asked of a colleague on a case, by name; answered by one of the two, or a lead: the handler tells which. */
  'case:ask': { request: z.object({ caseId: opaqueId, ofUser: opaqueId, words: shortText.trim().min(1) }), reply: nothing, from: ['page'], roles: work },
  'case:answer-ask': { request: z.object({ caseId: opaqueId, atMs: z.int(), byUser: opaqueId, ofUser: opaqueId, words: shortText.trim().min(1) }), reply: nothing, from: ['page'], roles: work },
  // Clients of a billing company: practices of their own, one in use at a time
  'client:add': { request: z.object({ name: z.string().trim().min(1).max(120), ownName: z.string().trim().min(1).max(120) }), reply: z.object({ clientId: z.string() }), from: ['page'], roles: ['lead'] },
  /** Locks, and takes another client's database into use; whoever has no passphrase there gets no further. */
  'client:switch': { request: z.object({ clientId: opaqueId }), reply: nothing, from: ['page'] },
} as const;
