import { isoOfDay } from '../calendar/calendar-day.ts';
import type { CalendarDay } from '../calendar/calendar-day.ts';
import { payerWithoutRules } from '../payers/payers-without-rules.ts';
import { BASE_LIBRARY, similarPayers } from '../payers/rule-library.ts';
import type { RuleLibrary } from '../payers/rule-library.ts';
import { isAfterReconsideration } from './clock-start.ts';
import type { ClockStartDay } from './clock-start.ts';
import { dateRule } from './date-rule.ts';
import type { CountingContext, RuleDates } from './date-rule.ts';
import type { ConflictSide, DeadlineAnswer } from './deadline-answer.ts';
import type { DeadlineQuery } from './deadline-query.ts';
import { openQuestion, unknownRule } from './no-rule-answer.ts';
import { selectRules } from './select-rules.ts';
import type { Candidate, Selection } from './select-rules.ts';

/** `askedOn`: the day of asking, which moves no date and only warns of facts that lie after it. */
export type DeadlineOptions = CountingContext & { library?: RuleLibrary; askedOn?: CalendarDay };

/** A candidate with its dates. */
export type Dated = { candidate: Candidate; start: ClockStartDay; dates: RuleDates; legWarnings: string[] };
type Counted = Dated | { candidate: Candidate; needs: string[] };

export const unique = (values: readonly string[]): string[] => [...new Set(values)];
export const isLow = (candidate: Candidate): boolean => candidate.entry.rule.confidence === 'low';

export function dateCandidate(candidate: Candidate, query: DeadlineQuery, context: CountingContext): Counted {
  const { start, entry } = candidate;
  if ('needs' in start) return { candidate, needs: start.needs };
  return { candidate, start, dates: dateRule(entry.rule, start, query.facts, context), legWarnings: [] };
}

/** The latest leg whose fact is given; a leg without its fact is named, for it could end later. */
function latestOf(legs: readonly Candidate[], query: DeadlineQuery, context: CountingContext): Counted {
  const counted = legs.map((leg) => dateCandidate(leg, query, context));
  const dated = counted.filter((leg): leg is Dated => 'dates' in leg);
  const missing = counted.flatMap((leg) => ('needs' in leg ? leg.needs : []));
  let latest = dated[0];
  for (const leg of dated) if (latest !== undefined && leg.dates.raw > latest.dates.raw) latest = leg;
  const first = legs[0];
  if (latest === undefined) return { candidate: first as Candidate, needs: unique(missing) };
  const legWarnings = unique(missing).map((fact) =>
    `The rule takes the latest of several dates; the one counted from ${fact} is left out, because that fact was not given.`);
  return { ...latest, legWarnings };
}

/** Joins the legs of a latest-of rule into one answer each. */
function countUnits(candidates: readonly Candidate[], query: DeadlineQuery, context: CountingContext): Counted[] {
  const units = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const { rule } = candidate.entry;
    const key = rule.combine === 'latest-of' ? `latest-of ${rule.combineGroup ?? rule.id}` : rule.id;
    units.set(key, [...(units.get(key) ?? []), candidate]);
  }
  return [...units.values()].map((unit) => {
    const [only] = unit;
    return only !== undefined && unit.length === 1 && only.entry.rule.combine !== 'latest-of'
      ? dateCandidate(only, query, context) : latestOf(unit, query, context);
  });
}

/** Nearest tier first, then a condition that is met, then a rule of the state itself. */
function narrow(candidates: readonly Candidate[]): Candidate[] {
  const nearest = Math.min(...candidates.map((candidate) => candidate.rank));
  let kept = candidates.filter((candidate) => candidate.rank === nearest);
  for (const isCloser of [
    (candidate: Candidate) => candidate.conditions === 'met',
    (candidate: Candidate) => candidate.entry.rule.state !== undefined,
  ]) {
    const closer = kept.filter(isCloser);
    if (closer.length > 0) kept = closer;
  }
  return kept;
}

/** Without a state, a state's rule holds only where the payer's name itself stands for that state. */
function splitByState(selection: Selection): { known: Candidate[]; askState: Candidate[] } {
  if (selection.state !== null) return { known: selection.candidates, askState: [] };
  const known: Candidate[] = [];
  const askState: Candidate[] = [];
  for (const candidate of selection.candidates) {
    const { payer, entry } = candidate;
    const ownStates = new Set(payer.rules.map((other) => other.rule.state));
    const isNamed = selection.match.payers.includes(payer);
    const standsForState = ownStates.size === 1 && isNamed && !payer.shared.has(selection.match.spelling);
    if (entry.rule.state === undefined || standsForState) known.push(candidate);
    // A state's law over every payer is no reason to ask: without a state it is not looked at.
    else if (isNamed || payer.profile.governs === undefined) askState.push(candidate);
  }
  return { known, askState };
}

function unverified(candidates: readonly Candidate[]): DeadlineAnswer {
  const [first, ...others] = narrow(candidates);
  if (first === undefined) throw new RangeError('unverified needs a rule');
  const { rule } = first.entry;
  return {
    unverified: {
      rule: rule.id, source: rule.source,
      why: `Only rules of low confidence apply, so no date is given. ${rule.notes.trim()}`,
      ...(others.length > 0 ? { others: others.map((other) => other.entry.rule.id) } : {}),
    },
  };
}

/** The candidates that do not govern: known ones, those one fact away, those of states not asked about. */
export type Beside = { known: readonly Candidate[]; open: readonly Candidate[]; askState: readonly Candidate[] };

/** Either the rule that governs, dated, with what stands beside it; or the answer why none does. */
export type Decision = { governing: Dated; beside: Beside; selection: Selection; query: DeadlineQuery } | { answer: DeadlineAnswer };

/** What is asked for where no rule can be counted; one that waits for the decision of a reconsideration says so. */
function neededFor(units: readonly Counted[]): DeadlineAnswer {
  const needs = unique(units.flatMap((unit) => ('needs' in unit ? unit.needs : [])));
  const [only] = units;
  if (only === undefined || units.length > 1 || !isAfterReconsideration(only.candidate.entry.rule.id)) return { needs };
  const { rule } = only.candidate.entry;
  return {
    needs, rule: rule.id,
    why: `${rule.actionName ?? 'This appeal'} opens with the decision on the reconsideration and is counted from it; the first remittance or denial starts the reconsideration's own clock.`,
    hint: 'The reconsideration itself: ask with action "reconsideration".',
  };
}

/**
 * An exception to a filing limit lengthens it and never shortens it: where the ordinary limit ends later, that is the date,
 * and the exception is told beside it.
 */
function longerOfExceptionAndLimit(units: Counted[], usable: readonly Candidate[], query: DeadlineQuery, context: CountingContext): Counted[] {
  if (!units.some(({ candidate }) => candidate.entry.rule.appliesWhen?.filingException !== undefined)) return units;
  const [exception, ...further] = units.filter(({ candidate }) => candidate.entry.rule.appliesWhen?.filingException !== undefined);
  if (exception === undefined || further.length > 0) return units;
  const { entry, payer } = exception.candidate;
  const ordinary = usable.filter((candidate) => candidate.payer === payer && candidate.entry.rule.appliesWhen?.filingException === undefined);
  const limits = ordinary.length === 0 ? [] : countUnits(narrow(ordinary), query, context);
  const [limit] = limits;
  if (limit === undefined || limits.length > 1 || !('dates' in exception)) return units;
  if (!('dates' in limit)) {
    return [{ ...exception, legWarnings: [`The ordinary limit (${limit.candidate.entry.rule.id}) could end later and would then stand; it is left out because ${limit.needs.join(', ')} was not given.`] }];
  }
  if (limit.dates.raw <= exception.dates.raw) return [exception];
  return [{ ...limit, legWarnings: [...limit.legWarnings, `The exception (${entry.rule.id}) would end on ${isoOfDay(exception.dates.raw)}, before the ordinary limit; it only ever extends that, so the ordinary limit is the date.`] }];
}

function decide(query: DeadlineQuery, selection: Selection, context: CountingContext): Decision {
  const { known, askState } = splitByState(selection);
  const usable = known.filter((candidate) => !isLow(candidate) && candidate.conditions !== 'open');
  const open = known.filter((candidate) => !isLow(candidate) && candidate.conditions === 'open');
  const nearestUsable = Math.min(...usable.map((candidate) => candidate.rank));
  const nearestOpen = Math.min(...open.map((candidate) => candidate.rank));

  const continuations = selection.byContinuation
    ? unique(known.filter((candidate) => candidate.payer.profile.governs === undefined && !selection.match.payers.includes(candidate.payer)).map((candidate) => candidate.payer.name)) : [];
  if (continuations.length > 1) return { answer: { unknown: 'payer', candidates: continuations, why: 'Several payers have names that begin so: say which.' } };

  // Rules nearer than any that could govern, one fact away: that fact is the one question to ask.
  if (nearestOpen < nearestUsable) {
    return { answer: openQuestion(open.filter((candidate) => candidate.rank === nearestOpen), selection, query) };
  }
  if (usable.length === 0) {
    // A state is worth asking for where it could bring a date, or where nothing else is known.
    const worthAsking = known.length === 0 ? askState : askState.filter((candidate) => !isLow(candidate));
    if (worthAsking.length > 0) {
      const payers = unique(worthAsking.map((candidate) => candidate.payer.name));
      return {
        answer: payers.length > 1
          ? { unknown: 'payer', candidates: payers, why: 'Several payers go by this name in different states: say which, or give the state.' }
          : { needs: ['state'] },
      };
    }
    if (known.length > 0) return { answer: unverified(known) };
    return { answer: unknownRule(selection, query) };
  }

  const units = longerOfExceptionAndLimit(countUnits(narrow(usable), query, context), usable, query, context);
  const dated = units.filter((unit): unit is Dated => 'dates' in unit);
  const [first] = dated;
  if (first === undefined) return { answer: neededFor(units) };
  const differ = dated.some((unit) => unit.dates.raw !== first.dates.raw || unit.dates.due !== first.dates.due);
  if (differ) {
    const payers = unique(dated.map((unit) => unit.candidate.payer.name));
    if (payers.length > 1) return { answer: { unknown: 'payer', candidates: payers, why: 'Several payers go by this name and their rules differ: say which.' } };
    const conflict: ConflictSide[] = dated.map(({ candidate, dates }) => ({
      rule: candidate.entry.rule.id, raw: isoOfDay(dates.raw), due: isoOfDay(dates.due), source: candidate.entry.rule.source,
    }));
    return { answer: { conflict } };
  }
  const governing = dated.find((unit) => unit.candidate.entry.rule.confidence === 'high') ?? first;
  return { governing, beside: { known, open, askState }, selection, query };
}

/** A name nobody goes by in the library: the names nearest to it, and what is known of the payer where it is a known one. */
function unknownPayer(payer: string, library: RuleLibrary): DeadlineAnswer {
  const similar = similarPayers(payer, library);
  const known = payerWithoutRules(payer, library);
  return known === null
    ? { unknown: 'payer', candidates: similar, ...(similar.length === 0 ? {} : { why: 'No payer of the library goes by this name; these are like it.' }) }
    : { unknown: 'payer', candidates: unique([...similar, ...known.candidates]).slice(0, 12), why: `The library has no rule of this payer: it is ${known.why}.` };
}

/** Decides which rule answers a checked query and dates it; no words are made here, so that re-dating can use it too. */
export function decideDeadline(query: DeadlineQuery, options: DeadlineOptions = {}): Decision {
  const library = options.library ?? BASE_LIBRARY;
  const selection = selectRules(query, library);
  if (selection === null) return { answer: unknownPayer(query.payer, library) };
  const contractor = query.facts.mac === undefined ? selection.contractor : null;
  const decision = decide(contractor === null ? query : { ...query, facts: { ...query.facts, mac: contractor } }, selection, options);
  // Of a payer without rules of its own the law alone speaks; where it is silent too, the payer is what is not known.
  const isSilent = selection.match.payers.length === 0 && 'answer' in decision && 'unknown' in decision.answer;
  return isSilent ? { answer: unknownPayer(query.payer, library) } : decision;
}
