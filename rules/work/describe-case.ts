import { explainCarc, explainRarc, explainStatusCategory, explainStatusCode } from '../codes/explain.ts';
import { actionInWords } from '../deadlines/claim-clocks.ts';
import type { ClaimClock } from '../deadlines/claim-clocks.ts';
import { explainTraps, inSentence } from '../deadlines/explain-traps.ts';
import type { Classification } from '../denials/classification.ts';
import type { Letter, SealedCase } from '../domain/denial-case.ts';
import { BASE_LIBRARY } from '../payers/rule-library.ts';
import type { RuleLibrary } from '../payers/rule-library.ts';
import type { ClockView, Explanation } from './case-file.ts';
import type { DatedCase } from './date-case.ts';
import { adjustmentText, moneyText } from './fact-text.ts';

type Names = ReadonlyMap<string, string>;

/** Every clock of a case as shown: running ones first, then those that wait, have stopped or do not exist, each with its reason. */
export function clockViews(dated: DatedCase, sealed: SealedCase, users: Names): ClockView[] {
  const deciding = new Set(dated.deciding);
  const ordered = [...dated.all.clocks].sort((left, right) => Number(right === dated.next) - Number(left === dated.next) || Number(deciding.has(right)) - Number(deciding.has(left)));
  const waiting = dated.all.waiting.map(({ action, after }) => blankView(action, 'not-open', `Opens when the payer has decided the ${actionInWords(after).toLowerCase()}.`));
  const closed = dated.all.closed.map(({ action, why }) => blankView(action, 'not-open', why));
  return [...ordered.map((clock) => clockView(clock, sealed, users)), ...waiting, ...closed];
}

function blankView(action: string, kind: ClockView['kind'], why: string | null): ClockView {
  return {
    action, name: actionInWords(action as ClaimClock['action']), kind, raw: null, due: null, safe: null, daysLeft: null, rule: null, version: null, confidence: null, source: null,
    steps: [], warnings: [], needs: [], why, conflict: [], overriddenBy: null, letterOn: null,
  };
}

function clockView(clock: ClaimClock, sealed: SealedCase, users: Names): ClockView {
  const view = { ...blankView(clock.action, 'unknown', null), name: clock.name, letterOn: clock.letter?.on ?? null };
  const { answer } = clock;
  const letter = clock.letter ?? null;
  const sent = sealed.submissions.filter(({ action }) => action === clock.action).at(-1);
  if (sent !== undefined && !('raw' in answer)) return { ...view, kind: 'stopped', why: `Sent on ${sent.on}.` };
  if (clock.state === 'filed' && !('raw' in answer)) return { ...view, kind: 'stopped', why: answeredWords(letter) };
  if ('raw' in answer) {
    const stopped = clock.state === 'filed' || clock.state === 'filed-late';
    const own = clock.override === null ? undefined : [...sealed.overrides].reverse().find((one) => one.action === clock.action && one.date === clock.override?.date);
    const byHand = clock.override !== null;
    return {
      ...view, kind: stopped ? 'stopped' : 'dated', raw: answer.raw, due: answer.due, safe: answer.safe, daysLeft: clock.daysLeft,
      // A date that somebody typed is no rule and was checked against nothing: it must not look as if it were.
      rule: byHand ? null : answer.rule, version: byHand ? null : answer.version, confidence: byHand ? null : answer.confidence, source: own !== undefined ? null : byHand ? { title: clock.override?.evidence ?? answer.source.title, url: '' } : answer.source,
      steps: own === undefined ? answer.steps : ['The last day as it was set by hand. It beats every rule.', ...answer.steps.slice(1)], warnings: [...answer.warnings, ...answer.dissents.map((dissent) => dissent.why)],
      why: stopped ? (letter?.answer !== undefined ? answeredWords(letter) : clock.state === 'filed' ? 'Sent in time.' : lateWords(sent?.lateReason ?? null)) : clock.state === 'ended' ? 'The last day has passed.' : null,
      overriddenBy: own === undefined ? contractAuthor(clock, users) : { reason: own.reason, evidence: own.evidence, userName: users.get(own.byUser) ?? '', atMs: own.atMs },
    };
  }
  if ('needs' in answer) return { ...view, kind: 'needs', needs: answer.needs, why: answer.why ?? null, warnings: answer.warnings ?? [] };
  if ('conflict' in answer) return { ...view, kind: 'conflict', conflict: answer.conflict.map(({ rule, due, source }) => ({ rule, due, source })), why: 'Two sources of equal standing give different last days.', warnings: answer.warnings ?? [] };
  if ('unverified' in answer) return { ...view, kind: 'unverified', rule: answer.unverified.rule, source: answer.unverified.source, why: answer.unverified.why };
  if ('unknown' in answer) return { ...view, why: answer.why ?? null };
  return { ...view, why: 'A fact of the claim cannot be used.', needs: [answer.error.fact] };
}

function answeredWords(letter: Letter | null): string {
  return letter?.answer === undefined ? 'Answered.' : `Answered on ${letter.answeredOn ?? ''}: ${letter.answer.words}`;
}

/** A window from the practice's contract is somebody's word too: who typed it, and on what evidence. */
function contractAuthor({ override }: ClaimClock, users: Names): ClockView['overriddenBy'] {
  if (override === null || override.recordedOn === '' || !/^\d+$/u.test(override.recordedOn)) return null;
  return { reason: override.reason, evidence: override.evidence ?? '', userName: users.get(override.author) ?? '', atMs: Number(override.recordedOn) };
}

/** Filed late is kept, never blocked: with good cause a payer may still take it. */
function lateWords(reason: string | null): string {
  return reason === null ? 'Sent after its last day, and no good cause is on file: ask for it to be taken with one.' : `Sent after its last day, with good cause: ${reason}`;
}

/** What the denial means and what to do, in plain words, with the claim's codes spelled out. */
export function explanationOf(classification: Classification, sealed: SealedCase, users: Names): Explanation {
  const own = sealed.classification;
  return {
    summary: classification.explanation, category: classification.category, originStep: classification.originStep, avoidable: classification.avoidable,
    path: classification.path, pathReason: classification.pathReason, appealable: classification.appealable !== 'no', appealReason: classification.appealReason,
    isRejection: classification.nature === 'rejection', codes: codeMeanings(sealed), steps: [], alternatives: classification.alternatives,
    overridden: own === null ? null : { reason: own.reason, userName: users.get(own.byUser) ?? '', atMs: own.atMs },
  };
}

/** Each code of the claim once, with our own words for it. */
export function codeMeanings({ facts }: Pick<SealedCase, 'facts'>): { code: string; meaning: string }[] {
  const found = new Map<string, string>();
  for (const adjustment of [...facts.adjustments, ...facts.lines.flatMap((line) => line.adjustments)]) {
    found.set(adjustmentText(adjustment), explainCarc(adjustment.carc)?.meaning ?? 'Not on the standard list.');
  }
  for (const rarc of [...facts.rarcs, ...facts.lines.flatMap((line) => line.rarcs)]) found.set(rarc, explainRarc(rarc)?.meaning ?? 'Not on the standard list.');
  for (const { category, status } of facts.statusCodes) {
    found.set(category, explainStatusCategory(category)?.meaning ?? 'Not on the standard list.');
    if (status !== null) found.set(`${category}:${status}`, explainStatusCode(status)?.meaning ?? 'Not on our list.');
  }
  for (const { code, text } of [...facts.payerCodes, ...facts.lines.flatMap((line) => line.payerCodes)]) if (!found.has(code)) found.set(code, text ?? 'The payer\'s own code.');
  return [...found].map(([code, meaning]) => ({ code, meaning }));
}

/** What one path lets another run into, and what waits for a person. */
export function trapsOf(dated: DatedCase, sealed: SealedCase): string[] {
  const traps = explainTraps(dated.all);
  const ended = dated.deciding.filter((clock) => clock.state === 'ended' && clock !== dated.next);
  if (ended.length > 0 && dated.next?.state !== 'ended') traps.push(`Already over: ${ended.map((clock) => inSentence(clock.name)).join(', ')}.`);
  if (dated.lapsed) traps.push('Every window known for this claim has passed. Check for good cause or a contract that allows more, else decide how to close it.');
  if (sealed.suggestion?.kind === 'paid') traps.push('A later remittance or page shows the claim as paid: check the payment and close the case.');
  if (sealed.suggestion?.kind === 'reversed') traps.push('The payer has reversed its decision on this claim: look for the corrected remittance before working it.');
  const { facts } = sealed;
  if (dated.needs[0] !== undefined && dated.undated === 'needs') traps.push('One fact is missing for a date; until it is answered nothing counts down.');
  if (facts.paid !== null && facts.paid > 0 && facts.status === 'partially-denied') traps.push(`${moneyText(facts.paid)} was paid already: contest only the refused part.`);
  return traps;
}

/** The rules the library has for a payer, for the card beside the claim. */
export function rulesOfPayer(libraryPayer: string | null, library: RuleLibrary = BASE_LIBRARY): { id: string; action: string; name: string; window: string; startsFrom: string; confidence: string; source: { title: string; url: string }; asOf: string; notes: string }[] {
  const entry = libraryPayer === null ? undefined : library.payerByName.get(libraryPayer);
  return (entry?.rules ?? []).filter(({ rule }) => rule.supersededBy === undefined && rule.role !== 'cap').map(({ rule }) => ({
    id: rule.id, action: rule.action, name: rule.actionName === undefined ? actionInWords(rule.action) : `${actionInWords(rule.action)}: ${rule.actionName}`,
    window: `${rule.limit.value} ${(rule.limit.value === 1 ? rule.limit.unit.replace(/s$/u, '') : rule.limit.unit).replace('-', ' ')}`, startsFrom: rule.clockStartsFrom.replaceAll('-', ' '), confidence: rule.confidence,
    source: { title: rule.source.title, url: rule.source.url }, asOf: rule.asOf,
    notes: [rule.scope === undefined ? '' : `For ${rule.scope}.`, rule.party === 'provider' ? '' : `For the ${rule.party.replace('-', ' ')}.`, rule.notes.trim()].filter((part) => part !== '').join(' '),
  }));
}
