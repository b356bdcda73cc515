import type { GradedProof } from '../appeals/filing-proofs.ts';
import { parseCalendarDay } from '../calendar/calendar-day.ts';
import { actionInWords } from '../deadlines/claim-clocks.ts';
import { inSentence } from '../deadlines/explain-traps.ts';
import type { ClaimFacts, SealedCase } from '../domain/denial-case.ts';
import type { MemberRecord } from '../domain/member-record.ts';
import type { DeadlineAction } from '../domain/vocabulary.ts';
import type { RootCause } from '../domain/root-cause.ts';
import type { Chance } from '../queue/chance.ts';
import { subReason } from '../root-cause/sub-reasons.ts';
import { matchedApproval } from '../work/authorization-match.ts';
import type { AuthorizationFault, MatchedApproval } from '../work/authorization-match.ts';
import type { ClockView, Explanation } from '../work/case-file.ts';
import { coverageOn } from '../work/coverage-on.ts';
import { correctionActions } from './correction-window.ts';
import type { AdvisedPath } from './vocabulary.ts';

/** The window of a path: the payer's own rule, or why there is none. `daysLeft` below zero: it has ended. */
export type PathWindow = { name: string; due: string; daysLeft: number; /** The safe day ahead of it, where it is another day and not past. */ workBy: { on: string; daysLeft: number } | null; rule: string | null; source: ClockView['source'] };
export type AdviceGround = { from: 'person' | 'decision' | 'approval' | 'coverage' | 'proof' | 'root-cause' | 'codes' | 'own-cases' | 'window'; words: string };
export type AdviceOption = { path: AdvisedPath; because: string; window: PathWindow | null };
/** What to do about a claim. `grounds`: everything it follows from, the deciding one first. */
export type Advice = AdviceOption & { grounds: AdviceGround[]; others: AdviceOption[] };

export type AdviceInput = {
  explanation: Pick<Explanation, 'path' | 'pathReason' | 'category' | 'isRejection' | 'appealable' | 'appealReason' | 'overridden' | 'alternatives'>;
  clocks: readonly ClockView[]; facts: ClaimFacts; rootCause: RootCause | null; records: readonly MemberRecord[]; billedNumber: string | null; proofs: readonly GradedProof[]; /** What went out, oldest first; with how it was decided. */ submissions?: SealedCase['submissions']; chance: Pick<Chance, 'own' | 'category'>;
};

type Proposal = { path: AdvisedPath; because: string; from: AdviceGround['from'] };

const APPEALS: readonly string[] = ['peer-to-peer', 'reopening', 'reconsideration', 'appeal-level-1', 'appeal-level-2', 'appeal-level-3', 'appeal-level-4', 'appeal-level-5', 'external-review'];

/** What speaks first: a person's own word, then what records prove, then the root cause that was found, then the codes. */
export function advise(input: AdviceInput): Advice {
  const { explanation } = input;
  const codes: Proposal = { path: explanation.path as AdvisedPath, because: explanation.pathReason, from: 'codes' };
  const found = explanation.overridden !== null
    ? [{ ...codes, because: explanation.overridden.reason, from: 'person' as const }]
    : explanation.isRejection ? [codes] : [byDecision(input), byApproval(input), byCoverage(input), byProof(input), byRootCause(input), codes].filter((one) => one !== null).map((one) => withoutAppeal(one, input));
  const first = found[0] ?? codes;
  const option = (path: AdvisedPath, because: string): AdviceOption => ({ path, because, window: windowOf(path, input) });
  const others = [...found.slice(1), ...(explanation.alternatives ?? []).map((one) => withoutAppeal({ path: one.path, because: one.because, from: 'codes' }, input))].map(({ path, because }) => option(path, because));
  if (first.from !== 'person' && isHopeless(input) && (first.path === 'appeal' || first.path === 'correct-and-resubmit')) others.push(option('write-off', `Of ${String(closed(input.chance.own))} closed claims of this payer and kind only ${String(input.chance.own.won)} were paid.`));
  const chosen = inTime(option(first.path, first.because), others, input);
  return {
    ...chosen, grounds: [...found.map(({ from, because }) => ({ from, words: because })), ...ownCases(input), ...(chosen.path === first.path ? [] : [{ from: 'window' as const, words: chosen.because }])],
    others: unlike(chosen.path, [...(chosen.path === first.path ? [] : [option(first.path, first.because)]), ...others]),
  };
}

/** Where the payer or the law leaves no appeal, proof is still worth a call: one screen must not say both. */
function withoutAppeal(proposal: Proposal, { explanation: { appealable, appealReason } }: AdviceInput): Proposal {
  if (appealable || proposal.path !== 'appeal') return proposal;
  // What the codes alone say of an appeal is no news here; what is at hand is.
  const atHand = proposal.from === 'codes' ? 'and have the proof ready.' : `with this in hand: ${proposal.because}`;
  return { ...proposal, path: 'call-payer', because: `${appealReason} Ask which way is open all the same (reprocessing, a dispute under the contract), ${atHand}` };
}

/** Each other path once, without the one chosen. */
function unlike(path: AdvisedPath, options: readonly AdviceOption[]): AdviceOption[] {
  return options.filter((one, at) => one.path !== path && one.path !== 'none' && options.findIndex((other) => other.path === one.path) === at);
}

/** Where the window of the first choice has ended, the next path that is still open; where none is, what is left to do. */
function inTime(first: AdviceOption, others: readonly AdviceOption[], input: AdviceInput): AdviceOption {
  const { window } = first;
  if (window === null || window.daysLeft >= 0) return first;
  const ended = `${window.name} ended on ${window.due}.`;
  const appeal: AdviceOption = { path: 'appeal', because: 'It is still open.', window: windowOf('appeal', input) };
  const next = [...others, ...(input.explanation.appealable && first.path !== 'appeal' ? [appeal] : [])].find((one) => one.path !== first.path && one.path !== 'write-off' && one.window !== null && one.window.daysLeft >= 0);
  if (next !== undefined) return { ...next, because: `${ended} ${next.because}` };
  return { path: 'call-payer', because: `${ended} Ask whether good cause, a contract or the payer's own mistake keeps it open; if not, it is to be written off.`, window: null };
}

/** The step of the ladder that went furthest, where it was decided against the practice. */
function lostStep({ submissions = [] }: AdviceInput): { action: string; outcome: string; on: string | null } | null {
  const furthest = [...submissions].filter(({ action }) => APPEALS.includes(action)).sort((a, b) => APPEALS.indexOf(a.action) - APPEALS.indexOf(b.action)).at(-1);
  const decision = furthest?.decision;
  return furthest === undefined || decision === undefined || decision.outcome === 'overturned' ? null : { action: furthest.action, outcome: decision.outcome, on: decision.on };
}

/** Steps of appeal that are still ahead: none that was decided, nor one below it. */
function appealsAhead(input: AdviceInput): readonly string[] {
  const lost = lostStep(input);
  return lost === null ? APPEALS : APPEALS.slice(APPEALS.indexOf(lost.action) + 1);
}

/** A level that was lost: the next one, or where none is known to be open the question which is left. */
function byDecision(input: AdviceInput): Proposal | null {
  const lost = lostStep(input);
  if (lost === null) return null;
  const said = `The payer decided the ${actionInWords(lost.action as DeadlineAction).toLowerCase()}${lost.on === null ? '' : ` on ${lost.on}`}: ${lost.outcome.replaceAll('-', ' ')}.`;
  const ahead = appealsAhead(input);
  const next = input.clocks.find(({ action, kind }) => ahead.includes(action) && kind !== 'not-open' && kind !== 'stopped');
  return next === undefined
    ? { path: 'call-payer', from: 'decision', because: `${said} No further level is known to be open: ask which is left, and by when.` }
    : { path: 'appeal', from: 'decision', because: `${said} What comes next: ${inSentence(next.name)}.` };
}

function windowOf(path: AdvisedPath, input: AdviceInput): PathWindow | null {
  const { clocks, explanation } = input;
  const actions = path === 'appeal' ? appealsAhead(input) : path === 'correct-and-resubmit' ? correctionActions(explanation.isRejection) : path === 'send-records' ? ['records-request'] : path === 'bill-other-payer' ? ['next-payer'] : [];
  const dated = clocks.flatMap(({ action, kind, name, due, safe, daysLeft, rule, source }) => (kind === 'dated' && due !== null && daysLeft !== null && actions.includes(action) ? [{ action, name, due, safe, daysLeft, rule, source }] : []));
  // A correction goes by its own window where the payer has one; of several ways to appeal the one that ends first.
  const [own] = path === 'appeal' ? [] : actions.flatMap((action) => dated.filter((one) => one.action === action));
  const open = dated.filter(({ daysLeft }) => daysLeft >= 0).sort((a, b) => a.daysLeft - b.daysLeft)[0];
  const chosen = own ?? open ?? dated.sort((a, b) => b.daysLeft - a.daysLeft)[0];
  return chosen === undefined ? null : { name: chosen.name, due: chosen.due, daysLeft: chosen.daysLeft, workBy: workByOf(chosen), rule: chosen.rule, source: chosen.source };
}

/** The day to work to, in the same words as the clock's own row: two counts for one clock help nobody. */
function workByOf({ due, safe, daysLeft }: { due: string; safe: string | null; daysLeft: number }): PathWindow['workBy'] {
  const [last, early] = [parseCalendarDay(due), safe === null ? null : parseCalendarDay(safe)];
  if (safe === null || last === null || early === null || early >= last) return null;
  const left = daysLeft - (last - early);
  return left < 0 ? null : { on: safe, daysLeft: left };
}

const PARTS: Readonly<Record<AuthorizationFault['what'], string>> = { number: 'the number', member: 'the member', code: 'the code', units: 'the units', dates: 'the dates', provider: 'the provider', place: 'the place', status: 'the answer' };

function byApproval({ explanation, records, facts, billedNumber }: AdviceInput): Proposal | null {
  if (explanation.category !== 'prior-authorization') return null;
  const match = matchedApproval(records, facts, billedNumber);
  if (match === null) return null;
  return { ...approvalPath(match, billedNumber), from: 'approval' };
}

function approvalPath({ record, faults }: MatchedApproval, billedNumber: string | null): { path: AdvisedPath; because: string } {
  const name = `Authorization ${record.number}`;
  const has = (what: AuthorizationFault['what']): boolean => faults.some((fault) => fault.what === what);
  if (has('status')) return record.status === 'pending' ? { path: 'call-payer', because: `${name} is not decided yet: ask for the decision before anything is sent.` } : { path: 'appeal', because: `${name} was refused: the claim is paid only if that decision is reversed.` };
  if (has('member')) return { path: 'correct-and-resubmit', because: `${name} is of another member number: hold both against the card, and correct the one that is wrong.` };
  const rest = faults.filter(({ what }) => what !== 'number').map(({ what }) => PARTS[what]);
  if (rest.length > 0) return { path: 'call-payer', because: `${name} differs from the claim in ${listed(rest)}. Hold both against the record: correct the claim where the record says so, else ask the payer to change the approval.` };
  if (has('number')) return { path: 'correct-and-resubmit', because: `Another number was billed than that of the approval: send a corrected claim with ${record.number}.` };
  return billedNumber === null
    ? { path: 'correct-and-resubmit', because: `${name} covers what was billed, and no source shows its number on the claim: send a corrected claim with it.` }
    : { path: 'appeal', because: `${name} covers what was billed and its number was on the claim: the approval is the proof.` };
}

function byCoverage({ explanation: { category }, records, facts }: AdviceInput): Proposal | null {
  if (!['eligibility', 'coordination-of-benefits', 'patient-data'].includes(category)) return null;
  const verdict = coverageOn(records, facts);
  if (verdict === null) return null;
  const { check: { otherPayer, order, checkedOn, from, to }, kind } = verdict;
  const isSecond = order === 'secondary' || order === 'tertiary';
  if (category !== 'patient-data' && (isSecond || kind === 'not-active' && otherPayer !== null)) return { path: 'bill-other-payer', from: 'coverage', because: `The check of ${checkedOn} says that ${otherPayer ?? 'another payer'} ${isSecond ? 'pays first' : 'covers these days'}: bill it before its own limit.` };
  if (kind === 'not-active') return category === 'patient-data' ? null : { path: 'call-payer', from: 'coverage', because: `The check of ${checkedOn} shows coverage ${from ?? 'open'} to ${to ?? 'open'}, outside the days of service: ask the patient which plan was in force, and this payer for the day it ended.` };
  if (kind === 'active' && category === 'eligibility') return { path: 'call-payer', from: 'coverage', because: `The check of ${checkedOn} shows coverage on the days of service: ask for reprocessing with it, and appeal if that is refused.` };
  return null;
}

function byProof({ explanation: { category }, proofs }: AdviceInput): Proposal | null {
  if (category !== 'timely-filing') return null;
  const best = proofs[0];
  if (best?.grade === 'counts') return { path: 'appeal', from: 'proof', because: `There is proof that the payer had the claim in time${best.on === null ? '' : ` (${best.on})`}: dispute with it.` };
  if (best?.grade === 'supports') return { path: 'appeal', from: 'proof', because: 'What is kept supports that it was filed in time and does not prove it: look for the payer’s own acceptance before the dispute goes out.' };
  if (proofs.length > 0) return { path: 'call-payer', from: 'proof', because: 'What is kept is weak or does not count as proof of filing: ask clearinghouse and payer for the acceptance of this claim; without it, it is to be written off.' };
  return null;
}

const CORRECT = new Set(['number-missing', 'member-number-wrong', 'name-differs', 'birth-date-differs', 'relation-wrong', 'wrong-plan', 'primary-answer-missing', 'field-missing', 'place-wrong', 'provider-number-wrong', 'dates-wrong', 'modifier-missing', 'modifier-wrong', 'wrong-procedure', 'not-specific', 'code-retired', 'units-wrong', 'correction-as-new', 'diagnosis-mismatch', 'separate-service', 'not-linked']);
const OTHER_PAYER = new Set(['other-payer-unknown', 'order-wrong']);
const RECORDS = new Set(['incomplete', 'sent-late', 'no-notes']);
const CONTEST = new Set(['payer-error', 'ended-after-service', 'in-time-after-all', 'emergency', 'rate-loaded-wrong', 'share-wrong', 'taken-without-notice']);
const ASK = new Set(['member-form-open', 'not-asked', 'need-unclear', 'desks-apart', 'tracked-by-hand', 'used-up', 'changed-late', 'differs', 'not-enrolled', 'enrollment-lapsed']);

function byRootCause({ rootCause, explanation }: AdviceInput): Proposal | null {
  if (rootCause === null) return null;
  const { subReason: id, category } = rootCause;
  const words = subReason(category, id)?.words;
  if (words === undefined) return null;
  const because = (what: string): string => `Found on this claim: ${words.charAt(0).toLowerCase()}${words.slice(1)}. ${what}`;
  if (CONTEST.has(id)) return explanation.appealable ? { path: 'appeal', from: 'root-cause', because: because('The claim was right: contest the decision with what shows it.') } : { path: 'call-payer', from: 'root-cause', because: because('Ask the payer to process it again.') };
  if (CORRECT.has(id)) return { path: 'correct-and-resubmit', from: 'root-cause', because: because('Correct what the record supports; sent unchanged it is denied again.') };
  if (OTHER_PAYER.has(id)) return { path: 'bill-other-payer', from: 'root-cause', because: because('The other payer goes first.') };
  if (RECORDS.has(id)) return { path: 'send-records', from: 'root-cause', because: because('Send the record whole and signed.') };
  if (ASK.has(id)) return { path: 'call-payer', from: 'root-cause', because: because('Ask what the payer accepts after the fact.') };
  if (id === 'share-as-due') return { path: 'bill-patient', from: 'root-cause', because: because('The plan gives this part to the patient.') };
  if (id === 'agreed') return { path: 'write-off', from: 'root-cause', because: because('Nothing is owed beyond the contract.') };
  return null;
}

const closed = ({ won, lost }: { won: number; lost: number }): number => won + lost;
/** From so many closed claims on, a low share is more than chance. */
const ENOUGH = 10;
const isHopeless = ({ chance: { own } }: AdviceInput): boolean => closed(own) >= ENOUGH && own.won * 10 <= closed(own);

function ownCases({ chance: { own, category } }: AdviceInput): AdviceGround[] {
  if (closed(own) > 0) return [{ from: 'own-cases', words: `${String(own.won)} of ${String(closed(own))} closed claims of this payer and kind were paid.` }];
  return closed(category) > 0 ? [{ from: 'own-cases', words: `${String(category.won)} of ${String(closed(category))} closed claims of this kind, with any payer, were paid.` }] : [];
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}
