import { z } from 'zod';
import { DENIAL_CATEGORIES } from '../codes/vocabulary.ts';
import { isoDate, shortText } from '../domain/iso-date.ts';
import { DEADLINE_ACTIONS } from '../domain/vocabulary.ts';
import { payerRuleSchema } from '../payers/payer-rule-schema.ts';
import type { PayerRule } from '../payers/payer-rule.ts';

/** What the practice keeps in its library: rules of dates, how a payer is reached, what to do about a denial, and what was learnt. */
export const LIBRARY_KINDS = ['rule', 'profile', 'playbook', 'note'] as const;
export type LibraryKind = (typeof LIBRARY_KINDS)[number];

/** An id of ours or of a pack; never of a person. */
export const entryId = z.string().regex(/^[a-z0-9][a-z0-9:.-]{0,159}$/u, 'lower-case letters, digits, hyphens');
/** The payer something is filed under: a practice's key, or that of a library payer (`payerKeyOf`). Empty: every payer. */
export const payerKeyText = z.string().regex(/^[a-z0-9-]{0,80}$/u, 'a payer\'s key: lower-case words joined by hyphens');

const line = z.string().trim().min(1).max(1000);
const lines = z.array(line).max(40);
const webAddress = z.url({ protocol: /^https?$/u, error: 'a web address that begins with https:// or http://' }).max(500);

/** Which claims something is about. An empty list asks nothing; within a list one hit is enough; all lists must be met. */
export const about = z.strictObject({
  payers: z.array(payerKeyText.min(1)).max(20),
  /** Reason, remark, status or payer codes: `CO-197`, `197`, `N54`. */
  codes: z.array(z.string().trim().min(1).max(20)).max(60),
  categories: z.array(z.enum(DENIAL_CATEGORIES)).max(20),
  /** Procedure codes; `*` at the end stands for any further character. */
  procedures: z.array(z.string().regex(/^[A-Za-z0-9]{1,7}\*?$/u, 'a procedure code, or its beginning and a *')).max(60),
  modifiers: z.array(z.string().regex(/^[A-Za-z0-9]{2}$/u, 'two characters')).max(20),
  /** A line of business, or words of a plan's name. */
  products: z.array(z.string().trim().min(2).max(60)).max(20),
});
export type About = z.infer<typeof about>;
export const ABOUT_NOTHING: About = { payers: [], codes: [], categories: [], procedures: [], modifiers: [], products: [] };

export const NOTE_KINDS = ['general', 'authorization', 'modifier', 'bundling'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/** A practice's note. `text` is Markdown. */
export const noteBody = z.strictObject({ kind: z.enum(NOTE_KINDS), title: z.string().trim().max(120), text: z.string().trim().min(1).max(20_000), about });
export type NoteBody = z.infer<typeof noteBody>;

/** What to do about a denial: the practice's own way for a payer and code, in place of the shipped play. */
export const playbookBody = z.strictObject({
  title: z.string().trim().min(1).max(120), about, steps: lines.min(1), evidence: lines,
  /** Who does it, in the practice's words. */
  who: z.string().trim().max(300),
  /** What usually comes of it, as the practice has seen it. */
  typicalResult: z.string().trim().max(600),
});
export type PlaybookBody = z.infer<typeof playbookBody>;

/** What a channel, form or document is for: a step of the deadline rules, or one of the everyday ones. */
export const PROFILE_STEPS = ['any', 'claims', 'status', 'records', 'authorization', ...DEADLINE_ACTIONS] as const;
export type ProfileStep = (typeof PROFILE_STEPS)[number];
export const PROFILE_CHANNELS = ['portal', 'fax', 'mail', 'edi', 'phone', 'email'] as const;
export type ProfileChannel = (typeof PROFILE_CHANNELS)[number];

const step = z.enum(PROFILE_STEPS);
/** How a payer is reached and what it wants, as the practice found it. Windows and levels are not here: they are rules. */
export const profileBody = z.strictObject({
  channels: z.array(z.strictObject({ step, channel: z.enum(PROFILE_CHANNELS), to: z.string().trim().min(1).max(500), note: z.string().trim().max(300) })).max(60),
  phones: z.array(z.strictObject({ label: z.string().trim().min(1).max(80), number: z.string().trim().min(1).max(40), path: z.string().trim().max(300), hours: z.string().trim().max(120) })).max(20),
  links: z.array(z.strictObject({ label: z.string().trim().min(1).max(80), url: webAddress })).max(30),
  forms: z.array(z.strictObject({ step, name: z.string().trim().min(1).max(200), url: webAddress.or(z.literal('')) })).max(40),
  documents: z.array(z.strictObject({ step, name: z.string().trim().min(1).max(200) })).max(60),
  fileLimits: z.string().trim().max(300),
  claimsPerCall: z.int().min(1).max(100).nullable(),
  /** Day on which somebody last checked all of it; null where nobody did. */
  checkedOn: isoDate.nullable(),
});
export type ProfileBody = z.infer<typeof profileBody>;
export const BLANK_PROFILE: ProfileBody = { channels: [], phones: [], links: [], forms: [], documents: [], fileLimits: '', claimsPerCall: null, checkedOn: null };

/** A rule with who looked last whether it still holds. */
export const ruleBody = z.strictObject({ rule: payerRuleSchema, checkedOn: isoDate.nullable() });
export type RuleBody = { rule: PayerRule; checkedOn: string | null };

/** One part of a change. A body of null takes the entry away; of a shipped rule that means it is not applied. */
export const libraryItem = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('rule'), entryId, payerKey: payerKeyText, body: ruleBody.nullable() }),
  z.strictObject({ kind: z.literal('profile'), entryId, payerKey: payerKeyText, body: profileBody.nullable() }),
  z.strictObject({ kind: z.literal('playbook'), entryId, payerKey: payerKeyText, body: playbookBody.nullable() }),
  z.strictObject({ kind: z.literal('note'), entryId, payerKey: payerKeyText, body: noteBody.nullable() }),
]);
type Item<K extends LibraryKind, B> = { kind: K; entryId: string; payerKey: string; body: B | null };
export type LibraryItem = Item<'rule', RuleBody> | Item<'profile', ProfileBody> | Item<'playbook', PlaybookBody> | Item<'note', NoteBody>;

export const changeWords = { title: shortText.min(1), reason: z.string().trim().max(2000), evidence: z.string().trim().max(4000) };

/** `proposed` waits for a lead; the others are decided. */
export const CHANGE_STATES = ['proposed', 'approved', 'declined'] as const;
export type ChangeState = (typeof CHANGE_STATES)[number];
export const CHANGE_ORIGINS = ['edit', 'pack', 'radar', 'undo'] as const;
export type ChangeOrigin = (typeof CHANGE_ORIGINS)[number];
