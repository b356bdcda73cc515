import { addMonths } from '../calendar/month-arithmetic.ts';
import { isoOfDay } from '../calendar/calendar-day.ts';
import { isAfterReconsideration } from './clock-start.ts';
import type { CountingContext } from './date-rule.ts';
import type { DatedAnswer, DeadlineAnswer, Dissent } from './deadline-answer.ts';
import { readDeadlineQuery } from './deadline-query.ts';
import type { DeadlineQuery } from './deadline-query.ts';
import { dateCandidate, decideDeadline, isLow, unique } from './decide-deadline.ts';
import type { Beside, Dated, DeadlineOptions } from './decide-deadline.ts';
import { countingSteps, ruleWarnings } from './explain-dates.ts';
import { futureDates } from './odd-dates.ts';
import { conditionsInWords, windowInWords } from './no-rule-answer.ts';
import type { Candidate, Selection } from './select-rules.ts';

function dissentsOf(governing: Dated, known: readonly Candidate[], query: DeadlineQuery, context: CountingContext): { dissents: Dissent[]; earlierLaw: string[] } {
  const dissents: Dissent[] = [];
  const earlierLaw: string[] = [];
  const { rule: governs } = governing.candidate.entry;
  for (const candidate of known) {
    const { rule } = candidate.entry;
    if (rule.id === governs.id || candidate.conditions === 'open') continue;
    if (rule.combineGroup !== undefined && rule.combineGroup === governs.combineGroup) continue;
    const counted = dateCandidate(candidate, query, context);
    const raw = 'dates' in counted ? counted.dates.raw : null;
    const isFarther = candidate.rank > governing.candidate.rank;
    if (rule.confidence === 'low') {
      dissents.push({ rule: rule.id, raw: raw === null ? null : isoOfDay(raw), why: `Low confidence, so it does not govern: ${rule.notes.trim()}` });
    } else if (isFarther && raw !== null && raw !== governing.dates.raw) {
      const isLaw = candidate.entry.tier === 'state-law' || candidate.entry.tier === 'federal';
      if (isLaw && raw < governing.dates.raw) {
        dissents.push({ rule: rule.id, raw: isoOfDay(raw), why: `${candidate.entry.tier === 'federal' ? 'The federal rule' : 'State law'} ends earlier; the payer's own rule is nearer to the claim.` });
        earlierLaw.push(`The ${candidate.entry.tier === 'federal' ? 'federal rule' : 'law of the state'} (${rule.id}) ends earlier, on ${isoOfDay(raw)}: work to that day, unless the payer's letter prints the later one.`);
      } else if (candidate.entry.tier === 'state-law') {
        dissents.push({ rule: rule.id, raw: isoOfDay(raw), why: 'State law gives insured plans a longer right; the payer\'s own rule is the safer date.' });
      } else if (candidate.entry.tier === 'federal') {
        dissents.push({ rule: rule.id, raw: isoOfDay(raw), why: 'The federal rule ends later; the payer\'s own rule is nearer to the claim.' });
      }
    }
  }
  return { dissents, earlierLaw };
}

function selectionWarnings(governing: Dated, selection: Selection, beside: Beside, query: DeadlineQuery): string[] {
  const { rule } = governing.candidate.entry;
  const warnings: string[] = [];
  if (selection.byContinuation) warnings.push(`The payer was matched to "${governing.candidate.payer.name}" by the beginning of its name: check.`);
  if (selection.stateFromName && rule.state !== undefined) warnings.push(`The state ${rule.state} is taken from the payer's name.`);
  if (selection.state === null && rule.state !== undefined) warnings.push(`No state was given: the payer's rules are those of ${rule.state}.`);
  const { tier } = governing.candidate.entry;
  const { payer } = governing.candidate;
  const isOnlyLaw = !selection.match.payers.includes(payer) || payer.lawOnly.has(selection.match.spelling);
  if ((tier === 'state-law' || tier === 'federal') && isOnlyLaw && payer.profile.governs !== undefined) {
    warnings.push(`The library has no verified rule of this payer's own for this step: the date is that of ${tier === 'federal' ? 'the federal rule' : query.lineOfBusiness === 'commercial' ? 'state law for insured plans' : 'state law'}; a contract or plan may set another.`);
  }
  for (const other of beside.askState.filter((candidate) => !isLow(candidate) && candidate.conditions !== 'open')) {
    warnings.push(`Another rule, ${other.entry.rule.id}, of ${windowInWords(other)} governs in ${other.entry.rule.state ?? ''}; no state was given.`);
  }
  for (const other of beside.open.filter((candidate) => candidate.rank <= governing.candidate.rank)) {
    warnings.push(`Another rule, ${other.entry.rule.id}, of ${windowInWords(other)} governs when ${conditionsInWords(other)}; say so by ${other.openFacts.join(', ')}.`);
  }
  const law = query.lineOfBusiness === 'medicaid' && query.action === 'timely-filing' && 'notice' in governing.candidate.start;
  if (law && rule.clockStartsFrom === 'date-of-service' && governing.dates.raw > addMonths(governing.start.day, 12)) {
    warnings.push('This is longer than the federal outer limit of 12 months for Medicaid claims (42 CFR 447.45(d)): it holds only under an exception to it.');
  }
  if (rule.action === 'appeal-level-1' && ['prior-decision-date', 'notice-receipt'].includes(rule.clockStartsFrom)
    && governing.start.from === 'remittanceDate' && !isAfterReconsideration(rule.id) && governing.candidate.payer.rules.some((other) => other.rule.action === 'reconsideration' && other.rule.state === rule.state)) {
    warnings.push('Where the payer has decided a reconsideration, the clock runs from that decision: give priorDecisionDate.');
  }
  return warnings;
}

function datedAnswer(governing: Dated, selection: Selection, beside: Beside, query: DeadlineQuery, read: readonly string[], context: CountingContext): DatedAnswer {
  const { rule } = governing.candidate.entry;
  const { dissents, earlierLaw } = dissentsOf(governing, beside.known, query, context);
  return {
    raw: isoOfDay(governing.dates.raw), due: isoOfDay(governing.dates.due), safe: isoOfDay(governing.dates.safe),
    rule: rule.id, version: rule.version, confidence: rule.confidence, source: rule.source,
    steps: countingSteps(rule, governing.start, governing.dates, query.facts, context),
    dissents,
    warnings: unique([
      ...read, ...earlierLaw, ...selectionWarnings(governing, selection, beside, query), ...governing.legWarnings,
      ...ruleWarnings(rule, governing.start, governing.dates, query.facts, context),
    ]),
    ...(rule.actionName === undefined ? {} : { actionName: rule.actionName }),
    payer: rule.payer,
    ...(rule.combine === 'shared-window' && rule.combineGroup !== undefined ? { sharedWindow: rule.combineGroup } : {}),
  };
}

/**
 * Answers one deadline query of unknown origin, exactly as the `deadline` command prints it.
 *
 * The query is checked here: nothing is thrown for bad input, no value of it is repeated in an error. Dates in and out
 * are `YYYY-MM-DD`. The answer depends on nothing but the query, the library and the closed days and pauses handed in; the day of
 * asking, where it is handed in, only warns of dates that lie after it.
 */
export function answerDeadlineQuery(input: unknown, options: DeadlineOptions = {}): DeadlineAnswer {
  const read = readDeadlineQuery(input);
  if (!('query' in read)) return read;
  const decision = decideDeadline(read.query, options);
  const warnings = [...read.warnings, ...(options.askedOn === undefined ? [] : futureDates(read.query.facts, options.askedOn))];
  if ('answer' in decision) {
    return ('conflict' in decision.answer || 'needs' in decision.answer) && warnings.length > 0 ? { ...decision.answer, warnings } : decision.answer;
  }
  return datedAnswer(decision.governing, decision.selection, decision.beside, decision.query, warnings, options);
}
