import type { RuleConfidence, RuleSource } from '../payers/payer-rule.ts';

/** A rule that also bears on the question and does not govern; `raw` is null where its date cannot be counted. */
export type Dissent = { rule: string; raw: string | null; why: string };

/** A date with everything a biller needs to believe it. Dates are `YYYY-MM-DD`. */
export type DatedAnswer = {
  /** The arithmetic date. */
  raw: string;
  /** The last date the rule's own source accepts. */
  due: string;
  /** The last federal business day on or before raw: "file by". */
  safe: string;
  rule: string;
  version: number;
  confidence: RuleConfidence;
  source: RuleSource;
  /** The counting in sentences, each with its date. */
  steps: string[];
  dissents: Dissent[];
  warnings: string[];
  /** The step's own name at this payer, where it has one. */
  actionName?: string;
  payer?: string;
  /** Steps with the same word here share one window. */
  sharedWindow?: string;
};

export type ConflictSide = { rule: string; raw: string; due: string; source: RuleSource };

/** What `deadline` prints: exactly one of these. */
export type DeadlineAnswer =
  | DatedAnswer
  /** `hint`: what the asker of a command may try, in the words of the query; pages say it in their own. `rule`: the rule that would date it, where one alone waits for the fact. */
  | { needs: string[]; why?: string; hint?: string; rule?: string; warnings?: string[] }
  | { conflict: ConflictSide[]; warnings?: string[] }
  | { unverified: { rule: string; source: RuleSource; why: string; others?: string[] } }
  /** `instead`: steps of this payer that the library can date. */
  | { unknown: 'payer' | 'rule'; candidates: string[]; why?: string; hint?: string; instead?: string[] }
  /** `accepted`: what may stand there. */
  | { error: { code: string; fact: string; accepted?: string[] } };

export function isDated(answer: DeadlineAnswer): answer is DatedAnswer {
  return 'raw' in answer;
}
