import type { ReadingKind } from '../reading/reading.ts';
import { sectionKind } from './reader/sections.ts';

/** Words without which no page says anything about a claim, an appeal, a payment, a member's coverage or an approval. */
const MARKERS = ['claim', 'clm', 'icn', 'dcn', 'tcn', 'appeal', 'dispute', 'reconsideration', 'redetermination', 'remittance', 'confirmation', 'control number', 'eligib', 'coverage', 'authorization', 'certification', 'reclam'] as const;

/** The cheap refusal: whether a page's text is worth reading at all. */
export function mayBeClaimPage(text: string): boolean {
  const plain = text.toLowerCase();
  return MARKERS.some((word) => plain.includes(word));
}

/** Words of pages that work for submitters, not for payers: their numbers and codes mean acceptance, not decisions. */
const CLEARINGHOUSE = /clearing ?house(?! (?:trace|claim|tracking|reference|batch))|277ca|\bscrubb(?:er|ed|ing)\b|rejected (?:by|at) (?:the )?(?:payer|clearing|gateway)|payer rejected|rejected claims|claim rejections?|rejection (?:details?|report)|payer accepted/i;

/** `texts`: headings, titles and status words; long texts only mention things. */
export function looksLikeClearinghouse(texts: readonly string[]): boolean {
  return texts.some((text) => text.length <= 80 && CLEARINGHOUSE.test(text));
}

const SUBMITTED = /\b(?:successfully (?:submitted|received|filed|sent|uploaded)|has been (?:successfully )?(?:submitted|received|filed|sent)|was (?:successfully )?(?:submitted|received|filed)|submission (?:confirmation|complete|received|successful)|thank you for (?:your )?submi|we (?:have )?received your|(?:appeal|dispute|request|reconsideration) (?:was |has been )?submitted(?! (?:by|on|via|through)\b))\b|^(?:your )?(?:appeal|dispute|request|reconsideration) (?:request )?(?:received|confirmation)[.!]?$|^your (?:[a-z]+ ){1,4}(?:was|has been) (?:successfully )?(?:sent|submitted|received|filed)\b|^confirmation$|^(?:your )?(?:request|appeal|dispute|message|inquiry|reconsideration)(?: was)? (?:sent|submitted|filed)[.!]?$|^your (?:appeal|dispute|request|reconsideration|grievance|inquiry)\b.{0,60}\b(?:was|has been) (?:successfully )?(?:sent|submitted|received|filed)\b|^submission confirmed|^(?:your )?(?:appeal|dispute|request|reconsideration|grievance|inquiry|message) (?:is on its way|is in our hands|is with us)[.!]?$|^we(?: have|'ve|’ve)? got your (?:appeal|dispute|request|reconsideration|grievance|inquiry)\b/i;

/** What a page is called that has just taken something in; as a heading of a part it may be a list of what came in earlier. */
const TAKEN_IN = /^\W*(?:your )?(?:documents?|attachments?|(?:medical )?records|files?|(?:corrected |replacement )?claims?) (?:was |were |has been |have been )?(?:successfully )?(?:received|submitted|sent|uploaded|attached)[.!]?$/i;

/** Whether the title of a page says that something has just been filed. */
export function titleSaysSubmitted(text: string): boolean {
  return TAKEN_IN.test(text);
}

/** Whether a page's headings and notices say that something has just been filed. */
export function saysSubmitted(texts: readonly string[]): boolean {
  return texts.some((text) => text.length <= 200 && SUBMITTED.test(text));
}

export type KindEvidence = {
  headings: readonly { text: string; level: number }[];
  claims: number; fromList: boolean; appeals: number; richest: number; lines: number; payment: boolean; providerAdjustments: boolean; submitted: boolean; references: number; entryForm: boolean;
};

const REFUSED = new Set(['help', 'estimate', 'auth', 'eligibility', 'notes', 'user', 'news', 'search']);

/** Titles of pages that name claims and tell nothing of them: what was searched, called about, sent, or is out of order. */
const ELSEWHERE = /\b(?:search history|(?:saved|recent|previous|past) searches|upload history|call (?:log|history|record)s?|(?:medical )?records? requests|import preview|known issues?)\b|^(?:system|portal|site|service) status$/i;

/** What kind of page the evidence adds up to; `none` when it is not enough. */
export function decidePageKind(evidence: KindEvidence): ReadingKind {
  const title = evidence.headings.filter((heading) => heading.level === 1)[0] ?? evidence.headings[0];
  const about = title === undefined ? null : sectionKind(title.text);
  if (evidence.entryForm) return 'none';
  if (evidence.submitted && evidence.references > 0 && evidence.lines === 0 && !evidence.fromList && evidence.richest < 6) return 'confirmation';
  // A page whose very title says that it was filed confirms it, with or without a number.
  if (evidence.submitted && title !== undefined && (saysSubmitted([title.text]) || titleSaysSubmitted(title.text)) && evidence.lines === 0 && !evidence.fromList && evidence.claims <= 1 && evidence.richest < 5 && about !== 'help') return 'confirmation';
  // What a search found may stand below the form that is still open; what is typed into the form itself is no finding.
  const answered = about === 'search' && title?.level !== 1 && evidence.claims === 1 && evidence.richest >= 5;
  if (about !== null && REFUSED.has(about) && !answered && !/claim/i.test(title?.text ?? '') && !evidence.fromList && evidence.lines === 0) return 'none';
  if (about === 'help' || title?.level === 1 && ELSEWHERE.test(title.text)) return 'none';
  if (evidence.appeals > 0 && (evidence.richest < (about === 'claim' && title?.level === 1 ? 3 : 5) && evidence.lines === 0 || about === 'appeal')) return 'appeal-status';
  if (evidence.claims === 0) return 'none';
  const remittance = evidence.headings.some((heading) => heading.level < 8 && /\b(?:remittance|remit|explanation of payment|eop|era|835|payment (?:detail|summary|advice)|check detail|eft detail)\b/i.test(heading.text));
  if (evidence.payment && (remittance || evidence.providerAdjustments || evidence.claims > 1 && !evidence.fromList)) return 'remittance';
  if (remittance && evidence.claims > 1 && evidence.lines > 0) return 'remittance';
  const several = evidence.claims > 1 && evidence.lines === 0 && (evidence.claims > 2 || /results?\b|\blist\b|\bclaims\b/i.test(title?.text ?? ''));
  if (evidence.fromList && evidence.claims === 1 && /\b(?:details?|summary)\b/i.test(title?.text ?? '')) return 'claim-detail';
  return evidence.fromList || several ? 'claim-list' : 'claim-detail';
}
