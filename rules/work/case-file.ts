import type { Contact } from '../domain/contact.ts';
import type { SealedCase } from '../domain/denial-case.ts';
import type { PracticePayer } from '../domain/practice.ts';
import type { Alternative } from '../denials/situation.ts';
import type { ExpectedDay } from './expected-days.ts';
import type { FilingView } from './filing-proof.ts';
import type { ProfileBody } from '../library/library-entry.ts';
import type { PayerRule } from '../payers/payer-rule.ts';
import type { QueueItem } from './queue-item.ts';

/** A clock of the claim as shown: the dates, and everything they open to. */
export type ClockView = {
  action: string; name: string;
  /** `dated` has the three dates; the others say why there is none. */
  kind: 'dated' | 'needs' | 'conflict' | 'unverified' | 'unknown' | 'not-open' | 'stopped';
  raw: string | null; due: string | null; safe: string | null; daysLeft: number | null;
  rule: string | null; version: number | null; confidence: string | null;
  source: { title: string; url: string; citation?: string } | null;
  steps: string[]; warnings: string[]; needs: string[]; why: string | null;
  conflict: { rule: string; due: string; source: { title: string; url: string } }[];
  overriddenBy: { reason: string; evidence: string; userName: string; atMs: number } | null;
  /** The rule, where its window is the practice's own, and the change that gave it that window. `source` is then null if it knows only the window before. */
  ownWindow?: { rule: PayerRule; change: { userName: string; atMs: number; reason: string; evidence: string; before: PayerRule | null } } | null;
  /** Day of the letter that started it (`YYYY-MM-DD`), for the clocks that letters start. */
  letterOn: string | null;
};

export type Explanation = {
  summary: string; category: string; originStep: string; avoidable: 'yes' | 'no' | 'undecided'; path: string; pathReason: string; appealable: boolean; appealReason: string;
  isRejection: boolean; codes: { code: string; meaning: string }[]; steps: string[]; /** Other paths the codes leave open. */ alternatives?: readonly Alternative[]; overridden: { reason: string; userName: string; atMs: number } | null;
};

export type TimelineEntry = { id: string; atMs: number; userName: string; kind: string; title: string; detail: string | null; changes: { field: string; was: string | null; now: string | null }[] };

/** Everything the practice knows about one case, opened. */
export type CaseFile = {
  item: QueueItem; sealed: SealedCase; payer: PracticePayer | null; ownerName: string; explanation: Explanation; clocks: ClockView[]; traps: string[];
  timeline: TimelineEntry[]; /** `on` is the practice's calendar day of the contact. */
  /** Answers awaited, promises and our own follow-up, the earliest first. */
  expected: ExpectedDay[];
  contacts: (Contact & { id: string; atMs: number; userName: string; on?: string })[];
  /** What was sent and how its arrival was answered. */
  filings: FilingView[];
  observations: { id: string; n: number; source: string; atMs: number; userName: string; host: string | null; hash: string }[];
};

/** What the practice and the library know of a payer, for the claim in front. */
export type PayerCard = {
  payer: PracticePayer;
  rules: { id: string; action: string; name: string; window: string; startsFrom: string; confidence: string; source: { title: string; url: string }; asOf: string; notes: string }[];
  notes: { id: string; text: string; tags: string[]; atMs: number; userName: string; kind?: string }[];
  /** How it is reached, where the practice wrote that down. */
  profile?: ProfileBody | null;
};

export type ImportSummary = {
  id: string; state: 'running' | 'done' | 'cancelled' | 'failed'; startedMs: number; finishedMs: number | null; fileName: string; bytes: number; bytesDone: number;
  claims: number; paid: number; denied: number; partlyDenied: number; other: number; alreadyKnown: number; newCases: number; updatedCases: number;
  faults: { code: string; segment: number; detail: string | null }[]; faultCount: number;
  /** The very same file was read before; the numbers are those of that time, and nothing was done again. */
  repeated?: boolean;
  /** What else the file holds and is not imported: kinds of X12 transactions, with their number. */
  notImported?: { kind: string; transactions: number }[];
  /** Money the payer moved outside of claims (PLB), for posting. Positive reduces the payment. */
  providerAdjustments?: { code: string; cents: number; reference: string | null }[];
  /** Claims sent (837) and answers to their arrival (277CA). Taken in: by a clearinghouse, or without the payer's word. */
  filings?: { sent: number; sentCents: number; accepted: number; takenIn: number; rejected: number };
};
