import { z } from 'zod';
import { CALL_COMMANDS } from './call-commands.ts';
import { caseState, claimFacts, nextAction } from '../domain/denial-case.ts';
import { ALL_END_REASONS } from '../domain/end-reason.ts';
import { cents, isoDate, longText, opaqueId, shortText } from '../domain/iso-date.ts';
import { personDetails, poolKey, workPool } from '../domain/person.ts';
import { practicePayer, practiceSettings } from '../domain/practice.ts';
import { authorizationRecord, coverageCheck } from '../domain/member-record.ts';
import { queueWeights } from '../domain/queue-weights.ts';
import { savedView } from '../domain/queue-filter.ts';
import { rootCause } from '../domain/root-cause.ts';
import { practiceCalendar } from '../domain/practice-calendar.ts';
import { DEADLINE_ACTIONS, LETTER_KINDS, POOL, RESOLUTIONS, REVEAL_REASONS, ROLES } from '../domain/vocabulary.ts';
import { EXPORT_FORMATS, EXPORT_KINDS, EXPORT_REASONS, IDENTIFYING_COLUMNS, PLAIN_COLUMNS } from '../exports/export-kinds.ts';
import { changeWords, libraryItem } from '../library/library-entry.ts';
import { numbersSettings } from '../numbers/numbers-settings.ts';
import { preventionRecord } from '../prevention/prevention-record.ts';
import { MERGE_CHOICES } from '../library/pack-merge.ts';
import { worklistMapping } from '../worklists/worklist-columns.ts';
import { hookSuggestion, mapField, nameableValue, trainerPage } from '../portals/maps/trainer-schema.ts';
import { KEEPING_COMMANDS } from './keeping-commands.ts';
import { APPEAL_COMMANDS } from './appeal-commands.ts';
import { TEAM_COMMANDS } from './team-commands.ts';
import { portalMapSchema } from '../portals/maps/portal-map-schema.ts';
import { frameContextSchema, readingSchema } from '../reading/reading-schema.ts';

/**
 * The one contract between everything that asks and the background that does.
 *
 * A command names its request, its reply and who may send it:
 * - `page`: an extension page (popup, side panel, desk, welcome);
 * - `card`: the review card, an extension page framed inside a portal, which never opens IndexedDB;
 * - `portal`: the content script in a portal page the user granted. Its data is untrusted.
 * `roles` names who may do it once a user is signed in; absent means everyone incl. before sign-in.
 */
export type Sender = 'page' | 'card' | 'portal';

type Contract = Record<string, { request: z.ZodType; reply: z.ZodType; from: readonly Sender[]; roles?: readonly (typeof ROLES)[number][] }>;

const passphrase = z.string().min(1).max(1000);
const nothing = z.object({});
const work = ['biller', 'lead'] as const;
const frame = z.object({ captureId: opaqueId });

/** Words for the pill and for marks beside rows: a status, days and counts, never a person or a number of a claim. */
const offerReply = z.object({
  captureId: z.string().nullable(), claims: z.int(), tracked: z.int(), word: z.string().nullable(), daysLeft: z.int().nullable(), locked: z.boolean(),
  /** Rows of this frame's own reading that are in the queue already; `changed` where the page says something else than was last seen. */
  marks: z.array(z.object({ row: z.int(), daysLeft: z.int().nullable(), closed: z.boolean(), changed: z.boolean() })),
});

/** What the card lets a person change before saving: plain values, one object per claim of the reading. */
export const reviewedClaim = z.object({
  /** Index into the reading's claims; -1 for a claim typed by hand. */
  index: z.int(),
  facts: claimFacts,
  references: z.array(z.object({ label: shortText, value: shortText })).max(100),
  /** Fields a person changed against the reading: kept, so that evidence and word never mix. */
  edited: z.array(z.string().max(60)).max(60),
  /** Set where a page confirms a submission but gives no number. */
  noReferenceIssued: z.boolean(),
});

/** A note and a playbook as they are shown beside a claim. */
const aboutNote = z.object({ id: z.string(), kind: z.string(), title: z.string(), text: z.string(), userName: z.string(), atMs: z.int() });
const aboutPlaybook = z.object({ id: z.string(), title: z.string(), steps: z.array(z.string()), evidence: z.array(z.string()), who: z.string(), typicalResult: z.string(), isOwn: z.boolean() });

/** A record of a member as it is given: who and when is added, and evidence only by what was read. */
const newCoverage = coverageCheck.omit({ byUser: true, atMs: true, evidence: true });
const newAuthorization = authorizationRecord.omit({ byUser: true, atMs: true, evidence: true });

/** One case of many that are planned at once: only what is named changes. */
const bulkStep = z.object({ caseId: opaqueId, rev: z.int().optional(), ownerId: z.string().max(64).optional(), state: caseState.optional(), followUpOn: isoDate.nullable().optional() });

export const COMMANDS = {
  ...CALL_COMMANDS,
  ...KEEPING_COMMANDS,
  // The vault and the people
  'vault:status': {
    request: nothing, from: ['page', 'card'],
    reply: z.object({
      state: z.enum(['absent', 'locked', 'unlocked', 'newer']), users: z.array(z.object({ id: z.string(), name: z.string(), role: z.enum(ROLES) })),
      userId: z.string().nullable(), backOffUntilMs: z.int().nullable(),
    }),
  },
  'practice:create': {
    request: z.object({
      userName: shortText.min(1), practiceName: shortText.min(1), passphrase, payers: z.array(practicePayer).max(300), portals: z.array(z.string().max(80)).max(100), timeZone: z.string().max(60),
    }),
    reply: z.object({ userId: z.string() }), from: ['page'],
  },
  'vault:unlock': { request: z.object({ userId: opaqueId, passphrase }), reply: nothing, from: ['page'] },
  'vault:lock': { request: nothing, reply: nothing, from: ['page', 'card'] },
  'vault:change-passphrase': { request: z.object({ current: passphrase, next: passphrase }), reply: nothing, from: ['page'], roles: ROLES },
  'settings:save': { request: practiceSettings.partial(), reply: nothing, from: ['page', 'card'], roles: work },
  /** Closed days and pauses move every date of the practice: the lead decides about them. */
  'calendar:save': { request: z.object({ was: practiceCalendar, now: practiceCalendar }), reply: nothing, from: ['page'], roles: ['lead'] },
  'payer:save': { request: practicePayer, reply: nothing, from: ['page'], roles: work },
  'payer-note:save': { request: z.object({ id: opaqueId.nullable(), payerKey: shortText, text: z.string().max(20_000), tags: z.array(shortText).max(20) }), reply: z.object({ id: z.string() }), from: ['page'], roles: work },

  // The people of the practice. Each has a passphrase of their own for the same data key; what they may do stands at each command
  'person:add': { request: z.object({ name: shortText.trim().min(1), role: z.enum(ROLES), passphrase }), reply: z.object({ personId: z.string() }), from: ['page'], roles: ['lead'] },
  'person:save': { request: z.object({ personId: opaqueId, name: shortText.trim().min(1), role: z.enum(ROLES), ...personDetails.shape }), reply: nothing, from: ['page'], roles: ['lead'] },
  /** For somebody who forgot theirs; it has to be replaced by an own one at the next sign-in. */
  'person:set-passphrase': { request: z.object({ personId: opaqueId, passphrase }), reply: nothing, from: ['page'], roles: ['lead'] },
  'person:leave': { request: z.object({ personId: opaqueId }), reply: nothing, from: ['page'], roles: ['lead'] },
  'person:away': { request: z.object({ away: personDetails.shape.away }), reply: nothing, from: ['page'], roles: work },
  'pools:save': { request: z.object({ pools: z.array(workPool).max(40) }), reply: nothing, from: ['page'], roles: ['lead'] },
  /** Open cases of one owner go to another; a biller may give away only their own. `caseIds` null: all of them. */
  'queue:hand-over': {
    request: z.object({ fromId: z.union([opaqueId, poolKey]), toId: z.union([opaqueId, poolKey]), caseIds: z.array(opaqueId).max(2000).nullable(), reason: shortText }),
    reply: z.object({ moved: z.int(), drafts: z.int() }), from: ['page'], roles: work,
  },
  /** The sheet of a hand-over was printed; `names`: with what tells who the patients are. */
  'queue:sheet-printed': { request: z.object({ ownerId: z.union([opaqueId, poolKey]), cases: z.int().min(0), names: z.boolean() }), reply: nothing, from: ['page'], roles: ROLES },

  // The practice's own library
  /** Proposes a change; a lead may have it in force at once. `stamp`: the state of the rules that was looked at (`changed-meanwhile` where it is another one by now). */
  'library:change': {
    request: z.object({ items: z.array(libraryItem).min(1).max(500), ...changeWords, approve: z.boolean(), askId: z.string().max(200).nullable(), stamp: z.int().nullable(),
      /** The number of the version that was changed, where the change is of one entry: another one by now is `changed-meanwhile`, and nothing is lost. */
      base: z.int().min(0).nullable().optional() }),
    reply: z.object({ changeId: z.string(), state: z.string() }), from: ['page'], roles: work,
  },
  'library:decide': { request: z.object({ changeId: opaqueId, approve: z.boolean(), reason: shortText, stamp: z.int().nullable() }), reply: nothing, from: ['page'], roles: ['lead'] },
  'library:undo': { request: z.object({ changeId: opaqueId, reason: shortText.min(1), stamp: z.int().nullable() }), reply: nothing, from: ['page'], roles: ['lead'] },
  'pack:import': {
    request: z.object({ text: z.string().max(5_000_000), choices: z.record(z.string().max(250), z.enum(MERGE_CHOICES)), reason: shortText, signerName: z.string().max(120).nullable(), stamp: z.int().nullable() }),
    reply: z.object({ changeId: z.string() }), from: ['page'], roles: ['lead'],
  },
  'pack:export': {
    request: z.object({ name: z.string().trim().min(1).max(120), about: z.string().max(2000), payerKeys: z.array(z.string().max(80)).max(1000).nullable(), withShipped: z.boolean(), withNotes: z.boolean(), withPlaybooks: z.boolean(), withProfiles: z.boolean() }),
    reply: z.object({ text: z.string(), fileName: z.string() }), from: ['page'], roles: ['lead'],
  },
  /** A letter's text held against the library; what it states otherwise is asked about, once. */
  'radar:check-letter': { request: z.object({ payerKey: shortText, text: longText.min(1) }), reply: z.object({ statements: z.int(), asks: z.int() }), from: ['page'], roles: work },
  'radar:dismiss': { request: z.object({ askId: z.string().max(200) }), reply: nothing, from: ['page'], roles: work },
  /** What the library says about the claims of a capture: for the card, which opens no database. */
  'library:about-capture': { request: frame.extend({ payerKey: shortText.nullable() }), reply: z.object({ notes: z.array(aboutNote), playbooks: z.array(aboutPlaybook), asks: z.int() }), from: ['card', 'page'], roles: ROLES },

  /** Practice mode: an invented practice in a database of its own. Entering locks the vault; leaving ends it, and deletes it where that was asked for. */
  'training:enter': { request: nothing, reply: nothing, from: ['page'] },
  'training:leave': { request: z.object({ deleteData: z.boolean() }), reply: nothing, from: ['page'] },

  // Portals
  'portal:read-once': { request: z.object({ tabId: z.int() }), reply: z.object({ kind: z.string(), captureId: z.string().nullable(), mode: z.string(), host: z.string(), granted: z.boolean() }), from: ['page'] },
  'portal:granted': { request: z.object({ origins: z.array(z.string().max(300)).max(30) }), reply: nothing, from: ['page'], roles: work },
  'portal:withdraw': { request: z.object({ origins: z.array(z.string().max(300)).max(30) }), reply: nothing, from: ['page'], roles: work },
  /** What the page's host may have: asked by the content script before it does anything. */
  'portal:terms': { request: nothing, reply: z.object({ mode: z.enum(['assisted', 'read-only', 'hands-off', 'unknown']), locked: z.boolean(), pill: practiceSettings.shape.pill }), from: ['portal'] },
  /** Brings the reader into the frame that asks: most pages of a portal never need it. */
  'portal:bring-reader': { request: nothing, reply: z.object({ brought: z.boolean() }), from: ['portal'] },
  /** The portal's own countdown to a sign-out was noticed, or is gone. `isWatched`: the person is looking at that page. */
  'portal:session-ending': { request: z.object({ isEnding: z.boolean(), seconds: z.int().min(0).max(100_000).nullable(), isWatched: z.boolean() }), reply: nothing, from: ['portal'] },
  /** What a person selected on a page that cannot be read otherwise; nothing is kept. */
  'portal:read-selection': { request: z.object({ tabId: z.int() }), reply: z.object({ text: z.string(), html: z.string().nullable() }), from: ['page'], roles: work },

  // Maps of portals: proposed by whoever works, in use for all once a lead approves
  'map:propose': { request: z.object({ map: portalMapSchema }), reply: z.object({ id: z.string(), version: z.int() }), from: ['page'], roles: work },
  'map:approve': { request: z.object({ id: opaqueId }), reply: nothing, from: ['page'], roles: ['lead'] },
  'map:retire': { request: z.object({ id: opaqueId }), reply: nothing, from: ['page'], roles: work },

  // The trainer: a person points at values on a page and says what they are. Each step asks the page anew; nothing of it is kept
  'trainer:start': { request: z.object({ tabId: z.int() }), reply: trainerPage, from: ['page'], roles: work },
  /** The next click on the page picks a value; it is caught by a layer of ours and never reaches the portal. */
  'trainer:point': { request: z.object({ tabId: z.int() }), reply: nothing, from: ['page'], roles: work },
  'trainer:pointed': { request: z.object({ value: nameableValue.nullable() }), reply: nothing, from: ['portal'] },
  'trainer:show': { request: z.object({ tabId: z.int(), frameId: z.int(), n: z.int().nullable() }), reply: nothing, from: ['page'], roles: work },
  'trainer:suggest': { request: z.object({ tabId: z.int(), frameId: z.int(), n: z.int(), field: mapField }), reply: hookSuggestion, from: ['page'], roles: work },
  'trainer:try': { request: z.object({ tabId: z.int(), map: portalMapSchema }), reply: z.object({ reading: readingSchema }), from: ['page'], roles: work },
  'trainer:stop': { request: z.object({ tabId: z.int() }), reply: nothing, from: ['page'], roles: work },

  /** A reading of this frame. The background joins the frames of the tab and says what the pill may show. */
  'capture:offer': {
    /** `context`: what this frame shows around a claim in a frame inside it. */
    request: z.object({ reading: readingSchema, context: frameContextSchema.optional(), pageId: z.string().max(80) }), from: ['portal'],
    reply: offerReply,
  },
  /** Every frame of the tab is read once more, and the whole said again. */
  'capture:gather': { request: nothing, reply: offerReply, from: ['portal'] },
  /** A mark beside a row was pressed in a frame: the card opens in the top one. */
  'capture:show': { request: nothing, reply: nothing, from: ['portal'] },
  'capture:withdraw': { request: z.object({ pageId: z.string().max(80) }), reply: nothing, from: ['portal'] },
  'capture:open-panel': { request: nothing, reply: z.object({ opened: z.boolean() }), from: ['portal', 'page'] },
  'pill:moved': { request: z.object({ side: z.enum(['left', 'right']), top: z.int().min(0).max(10_000) }), reply: nothing, from: ['portal'] },
  'capture:pending': {
    /** `instead`: the capture that was looked at until now, where a review goes on with a newer one. */
    request: frame.extend({ instead: opaqueId.optional() }), from: ['page', 'card'],
    reply: z.object({
      reading: readingSchema, host: z.string(), tabId: z.int(), atMs: z.int(), payerKey: z.string().nullable(),
      payers: z.array(practicePayer),
      /** Per claim: the case it belongs to already, with the facts as last known, so that the card can show the difference. */
      known: z.array(z.object({ index: z.int(), caseId: z.string(), facts: claimFacts, lastSeenMs: z.int() })),
      draft: z.unknown(),
      /** The client in use, where there are several: it is saved there and nowhere else. */
      clientName: z.string().nullable(),
    }),
  },
  /** What the tab of a capture shows by now, null where it shows no claim; `ending`: that its portal counts down to a sign-out. */
  'capture:now': { request: frame, reply: z.object({ captureId: z.string().nullable(), reading: readingSchema.nullable(), ending: z.object({ atMs: z.number(), seconds: z.number().nullable() }).nullable() }), from: ['card', 'page'] },
  'capture:highlight': { request: frame.extend({ raw: z.string().max(2000).nullable(), label: z.string().max(2000).nullable() }), reply: nothing, from: ['card', 'page'] },
  'capture:draft': { request: frame.extend({ draft: z.unknown() }), reply: nothing, from: ['card', 'page'] },
  'capture:close': { request: frame, reply: nothing, from: ['card', 'page'] },
  'capture:save': {
    request: frame.extend({ payerKey: shortText, claims: z.array(reviewedClaim).min(1).max(500) }), from: ['card', 'page'], roles: work,
    reply: z.object({ saved: z.array(z.object({ index: z.int(), caseId: z.string(), isNew: z.boolean(), changed: z.array(z.string()), dueIso: z.string().nullable() })) }),
  },
  /** The paste box and the blank form: a person's own words, no script ran. */
  'case:record': { request: z.object({ payerKey: shortText, claim: reviewedClaim, source: z.enum(['paste', 'form']), pasted: longText.nullable() }), reply: z.object({ caseId: z.string(), isNew: z.boolean() }), from: ['page'], roles: work },

  /** Rows of a worklist (CSV, XLSX, pasted cells) that a person looked through; all of them or none. */
  'worklist:import': {
    request: z.object({ rows: z.array(z.object({ row: z.int().min(1), payerKey: shortText.nullable(), payerName: shortText.nullable(), facts: claimFacts, note: z.string().max(2000).nullable() })).min(1).max(200) }),
    reply: z.object({ saved: z.array(z.object({ row: z.int(), caseId: z.string(), isNew: z.boolean(), changed: z.boolean() })) }), from: ['page'], roles: work,
  },
  'worklist:save-mapping': { request: z.object({ headers: z.array(z.string().max(300)).min(1).max(200), mapping: worklistMapping }), reply: nothing, from: ['page'], roles: work },

  // The work on a case
  'case:viewed': { request: z.object({ caseId: opaqueId, revealed: z.array(z.string().max(60)).max(60) }), reply: nothing, from: ['page'], roles: ROLES },
  'case:plan': { request: z.object({ caseId: opaqueId, state: caseState.optional(), nextAction: nextAction.optional(), followUpOn: isoDate.nullable().optional(), ownerId: z.union([opaqueId, z.literal(POOL)]).nullable().optional() }), reply: nothing, from: ['page'], roles: work },
  /** The first preventable error behind a denial; added to what was found before. */
  'case:root-cause': {
    request: z.object({ caseId: opaqueId, ...rootCause.shape }).omit({ ruleAvoidable: true, byUser: true, atMs: true }), reply: nothing, from: ['page'], roles: work,
  },
  /** Among those that cannot be worked now, until a second look. */
  'case:set-aside': { request: z.object({ caseId: opaqueId, reason: shortText.min(1), secondLookOn: isoDate }), reply: nothing, from: ['page'], roles: work },
  /** A coverage check or an approval of the case's member, as a payer gave it. */
  'member-record:add': {
    request: z.object({ caseId: opaqueId, record: z.discriminatedUnion('kind', [newCoverage, newAuthorization]) }), reply: nothing, from: ['page'], roles: work,
  },
  /** The same, read from a page that shows it and kept by a person's gesture; what the page said is taken from the capture. `isNew` false: the same was kept before on that day. */
  'member-record:keep': {
    request: frame.extend({ payerKey: shortText.min(1), record: z.discriminatedUnion('kind', [newCoverage, newAuthorization]) }), reply: z.object({ isNew: z.boolean() }), from: ['card', 'page'], roles: work,
  },
  /** Many cases planned at once. `rev`: only where the case is still the one that was looked at. `undo` is the same command backwards. */
  'queue:bulk': { request: z.object({ steps: z.array(bulkStep).min(1).max(500) }), reply: z.object({ undo: z.array(bulkStep), left: z.int() }), from: ['page'], roles: work },
  /** Minutes, and what money counts against time: the order of everybody's queue. */
  'queue:set-weights': { request: queueWeights, reply: nothing, from: ['page'], roles: ['lead'] },
  'view:save': { request: z.object({ id: opaqueId.nullable(), view: savedView, shared: z.boolean() }), reply: z.object({ id: z.string() }), from: ['page'], roles: ROLES },
  'view:delete': { request: z.object({ id: opaqueId }), reply: nothing, from: ['page'], roles: ROLES },
  'case:snooze': { request: z.object({ caseId: opaqueId, untilIso: isoDate, backTo: z.enum(['owner', 'pool']).optional() }), reply: nothing, from: ['page'], roles: work },
  'case:answer': { request: z.object({ caseId: opaqueId, facts: claimFacts.partial() }), reply: nothing, from: ['page'], roles: work },
  'case:classify': { request: z.object({ caseId: opaqueId, category: z.string().max(60), path: z.string().max(60), avoidable: z.enum(['yes', 'no', 'undecided']), reason: shortText.min(1) }), reply: nothing, from: ['page'], roles: work },
  /** A date of a person's own beats the rule; null takes it back. `seen`: the one that stood there when the person began. */
  'case:override-deadline': { request: z.object({ caseId: opaqueId, action: z.enum(DEADLINE_ACTIONS), date: isoDate.nullable(), seen: isoDate.nullable().optional(), reason: shortText.min(1), evidence: shortText }), reply: nothing, from: ['page'], roles: work },
  'case:record-submission': {
    request: z.object({
      caseId: opaqueId, action: z.enum(DEADLINE_ACTIONS).or(z.literal('records')), on: isoDate, channel: z.enum(['portal', 'fax', 'mail', 'edi', 'phone']),
      confirmation: shortText.nullable(), noConfirmationReason: shortText.nullable(), followUpOn: isoDate,
      /** Good cause, where it went out after its last day. */
      lateReason: shortText.nullable().optional(),
    }),
    reply: nothing, from: ['page'], roles: work,
  },
  /** A letter that starts a clock of its own. */
  'case:record-letter': {
    request: z.object({ caseId: opaqueId, kind: z.enum(LETTER_KINDS), on: isoDate, receivedOn: isoDate.nullable(), lastDay: isoDate.nullable(), evidence: shortText }),
    reply: nothing, from: ['page'], roles: work,
  },
  /** What is put right about a step that was recorded as sent, named by its moment: the day the payer decided it, or that it never went out. */
  'case:change-submission': { request: z.object({ caseId: opaqueId, atMs: z.int(), change: z.discriminatedUnion('kind', [z.object({ kind: z.literal('decided'), on: isoDate }), z.object({ kind: z.literal('taken-back'), reason: shortText.min(1) })]) }), reply: nothing, from: ['page'], roles: work },
  /** The letter of a kind and day was answered: its clock ends. */
  'case:answer-letter': { request: z.object({ caseId: opaqueId, kind: z.enum(LETTER_KINDS), letterOn: isoDate, answeredOn: isoDate, words: shortText.min(1) }), reply: nothing, from: ['page'], roles: work },
  'case:next-payer': { request: z.object({ caseId: opaqueId, payerKey: shortText.nullable() }), reply: nothing, from: ['page'], roles: work },
  'case:resolve': { request: z.object({ caseId: opaqueId, outcome: z.enum(RESOLUTIONS), reason: shortText.min(1), recoveredCents: cents.min(0).nullable(), endReason: z.enum(ALL_END_REASONS).nullable().optional() }), reply: nothing, from: ['page'], roles: work },
  'case:reopen': { request: z.object({ caseId: opaqueId, reason: shortText.min(1) }), reply: nothing, from: ['page'], roles: work },
  /** One claim, two cases: `otherId` goes into `caseId`. Nothing is deleted; `case:undo-regrouping` takes it back. */
  'case:merge': { request: z.object({ caseId: opaqueId, otherId: opaqueId, reason: shortText }), reply: z.object({ regroupingId: z.string() }), from: ['page'], roles: work },
  /** Two claims, one case: the looks named become a case of their own. */
  'case:split': { request: z.object({ caseId: opaqueId, observationIds: z.array(opaqueId).min(1).max(200), reason: shortText }), reply: z.object({ caseId: z.string() }), from: ['page'], roles: work },
  'case:undo-regrouping': { request: z.object({ regroupingId: opaqueId }), reply: nothing, from: ['page'], roles: work },
  'case:keep-apart': { request: z.object({ caseId: opaqueId, otherId: opaqueId }), reply: nothing, from: ['page'], roles: work },
  'case:add-note': { request: z.object({ caseId: opaqueId, text: longText.min(1) }), reply: nothing, from: ['page'], roles: work },
  'note:copied': { request: z.object({ caseId: opaqueId }), reply: nothing, from: ['page'], roles: work },

  ...APPEAL_COMMANDS,
  ...TEAM_COMMANDS,

  // The evidence of a case: what left the store, and why
  'evidence:export': { request: z.object({ caseId: opaqueId, sensitive: z.boolean().optional() }), reply: z.object({ fileName: z.string(), text: z.string() }), from: ['page'], roles: ROLES },
  'evidence:reveal': { request: z.object({ caseId: opaqueId, n: z.int().min(1), reason: z.enum(REVEAL_REASONS), words: shortText }), reply: nothing, from: ['page'], roles: ROLES },
  'evidence:printed': { request: z.object({ caseId: opaqueId, n: z.int().min(1), identifiers: z.enum(['covered', 'shown']) }), reply: nothing, from: ['page'], roles: ROLES },
  'evidence:checked': { request: z.object({ caseId: opaqueId.nullable(), whole: z.boolean() }), reply: nothing, from: ['page'], roles: ROLES },

  // Drafts: what a person typed and has not saved yet. Sealed; survives tab, worker and browser.
  'draft:keep': { request: z.object({ key: z.string().max(120), value: z.unknown() }), reply: nothing, from: ['page', 'card'], roles: ROLES },
  'draft:drop': { request: z.object({ key: z.string().max(120) }), reply: nothing, from: ['page', 'card'], roles: ROLES },

  // Reminders
  'reminder:sweep': { request: nothing, reply: z.object({ due: z.int(), overdue: z.int() }), from: ['page'] },

  /** The morning's card was read and put away. */
  'digest:seen': { request: nothing, reply: nothing, from: ['page'], roles: ROLES },

  // Exports: the role, the reason and the row of the trail come before the page writes the file
  'export:begin': {
    request: z.object({ kind: z.enum(EXPORT_KINDS), format: z.enum(EXPORT_FORMATS), columns: z.array(z.enum([...PLAIN_COLUMNS, ...IDENTIFYING_COLUMNS])).max(30), rows: z.int().min(0), reason: z.enum(EXPORT_REASONS).nullable(),
      /** Cases marked sensitive as well; they stay out unless somebody says so. */
      sensitive: z.boolean().optional() }),
    reply: nothing, from: ['page'], roles: ROLES,
  },

  // Numbers and prevention
  /** Works out the numbers of cases that changed, for a moment; `left` says whether to ask again. */
  'numbers:refresh': { request: nothing, reply: z.object({ done: z.int(), left: z.int(), damaged: z.int() }), from: ['page'], roles: ROLES },
  /** How figures are made is the practice's word for months: the lead gives it. */
  'numbers:save-settings': { request: numbersSettings, reply: nothing, from: ['page'], roles: ['lead'] },
  'numbers:save-figures': {
    request: z.object({
      month: z.int().min(24_000).max(26_400), payerKey: z.string().max(80), claims: z.int().min(0).max(10_000_000).nullable(), cents: z.int().min(0).max(1_000_000_000_00).nullable(), cleanClaims: z.int().min(0).max(10_000_000).nullable(),
      receivablesCents: z.int().min(0).max(1_000_000_000_00).nullable(), dailyChargesCents: z.int().min(0).max(1_000_000_000_00).nullable(),
    }),
    reply: nothing, from: ['page'], roles: work,
  },
  /** Before a report or a meeting pack leaves: the row of the trail. Both hold sums only. */
  'numbers:report': { request: z.object({ what: z.enum(['weekly-report', 'meeting-pack']), form: z.enum(['pdf', 'xlsx', 'print']), from: isoDate, to: isoDate }), reply: nothing, from: ['page'], roles: ROLES },
  'prevention:save': { request: z.object({ id: opaqueId.nullable(), rev: z.int().min(0), record: preventionRecord }), reply: z.object({ id: z.string() }), from: ['page'], roles: work },

  // Admin
  'audit:note': { request: z.object({ what: z.enum(['exported', 'revealed', 'printed']), subject: z.string().max(80) }), reply: nothing, from: ['page'], roles: ROLES },
} as const satisfies Contract;

export type CommandName = keyof typeof COMMANDS;
export type CommandRequest<N extends CommandName> = z.infer<(typeof COMMANDS)[N]['request']>;
export type CommandReply<N extends CommandName> = z.infer<(typeof COMMANDS)[N]['reply']>;

/** How a command travels. */
export type Envelope = {
  overturn: 1; command: string; request: unknown;
  /** Whether the page that asks was opened in practice mode; the background refuses what was meant for the other side. */
  training?: boolean;
};
export function isEnvelope(message: unknown): message is Envelope {
  return typeof message === 'object' && message !== null && (message as { overturn?: unknown }).overturn === 1 && typeof (message as { command?: unknown }).command === 'string';
}
