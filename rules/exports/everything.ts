import { z } from 'zod';
import { contact } from '../domain/contact.ts';
import { sealedCase } from '../domain/denial-case.ts';
import { personDetails } from '../domain/person.ts';
import { practicePayer, user } from '../domain/practice.ts';

/** The file that holds everything in readable form. Its JSON Schema is storage/exports/everything.schema.json, made from it. */
export const EVERYTHING_FORM = 1;

const ms = z.number().describe('Milliseconds since 1970-01-01T00:00:00Z');
const day = z.number().describe('Days since 1970-01-01; 9999999 where no day is known');
const money = z.number().describe('Cents');
/** `null` where the record could not be opened: it is damaged, and named rather than left out. */
const opened = <T extends z.ZodType>(content: T) => content.nullable().describe('What is sealed in the store; null where the record is damaged');
const record = z.looseObject({ id: z.string() });
const sealedRecord = z.looseObject({ id: z.string(), content: opened(z.unknown()) });

const caseRecord = z.looseObject({
  id: z.string(), ownerId: z.string().describe('A user, or "pool"'), open: z.union([z.literal(0), z.literal(1)]), state: z.string(), nextAction: z.string(), payerKey: z.string(), category: z.string(), path: z.string(), payerStatus: z.string(),
  deniedCents: money, chargeCents: money, paidCents: money, nextDay: day, safeDay: day, dueDay: day, followUpDay: day, snoozedUntilDay: day, createdMs: ms, touchedMs: ms, content: opened(sealedCase),
});

/** Tables of the file, in its order. A key that opens something (wraps) and drafts of other people's unsaved words are not in it. */
export const EVERYTHING_TABLES = {
  users: z.array(user.extend({ ...personDetails.partial().shape, createdMs: ms, leftMs: ms.nullable().optional(), elsewhere: z.literal(1).optional(), firstPassphrase: z.literal(1).optional() })),
  payers: z.array(practicePayer.loose()),
  settings: z.array(z.looseObject({ key: z.string(), value: z.unknown() })),
  cases: z.array(caseRecord),
  clocks: z.array(z.looseObject({ id: z.string(), caseId: z.string(), action: z.string(), rawDay: day, dueDay: day, safeDay: day, ruleId: z.string() })),
  observations: z.array(z.looseObject({ id: z.string(), caseId: z.string(), n: z.number(), source: z.string(), atMs: ms, userId: z.string(), prev: z.string(), hash: z.string(), content: opened(z.unknown()) })),
  contacts: z.array(z.looseObject({ id: z.string(), caseIds: z.array(z.string()), payerKey: z.string(), outcome: z.string(), atMs: ms, userId: z.string(), content: opened(contact) })),
  events: z.array(z.looseObject({ id: z.string(), caseId: z.string(), kind: z.string(), atMs: ms, userId: z.string(), content: opened(z.unknown()) })),
  payerNotes: z.array(sealedRecord), remittanceClaims: z.array(record), imports: z.array(sealedRecord), faults: z.array(sealedRecord), filings: z.array(sealedRecord),
  libraryEntries: z.array(record), libraryVersions: z.array(sealedRecord), libraryChanges: z.array(sealedRecord), radarAsks: z.array(sealedRecord), regroupings: z.array(sealedRecord), worklistMappings: z.array(sealedRecord), captureHealth: z.array(z.looseObject({})).describe('How reading went, by portal'), memberRecords: z.array(sealedRecord).describe('Coverage checks and authorizations'), savedViews: z.array(sealedRecord).describe('Views of the queue'), portalMaps: z.array(z.looseObject({})).describe('Maps of portals this practice made'),
  promises: z.array(sealedRecord), corrections: z.array(sealedRecord), caseNotes: z.array(sealedRecord), workTexts: z.array(sealedRecord),
  appeals: z.array(sealedRecord), documents: z.array(sealedRecord), documentParts: z.array(sealedRecord),
  caseVersions: z.array(sealedRecord).describe('Who wrote which field of a case that was handed over between computers'),
  monthFigures: z.array(record), preventionRecords: z.array(sealedRecord),
  audit: z.array(z.object({ seq: z.number(), atMs: ms, userId: z.string(), command: z.string(), subject: z.string(), outcome: z.string(), prev: z.string(), hash: z.string() })),
} as const;

export const everythingFile = z.object({
  form: z.literal(EVERYTHING_FORM), product: z.string(), schema: z.number().describe('Version of the store it was read from'), exportedAt: z.string().describe('ISO 8601, UTC'), practice: z.string(),
  tables: z.object(EVERYTHING_TABLES).partial(),
});

/** The JSON Schema (draft 2020-12) of the file. */
export function everythingJsonSchema(): unknown {
  return z.toJSONSchema(everythingFile, { io: 'output', unrepresentable: 'any' });
}

