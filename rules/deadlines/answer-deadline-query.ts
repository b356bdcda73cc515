import { addMonths } from '../calendar/month-arithmetic.ts';
import { isoOfDay } from '../calendar/calendar-day.ts';
import { BASE_LIBRARY, similarPayers } from '../payers/rule-library.ts';
import type { RuleLibrary } from '../payers/rule-library.ts';
import { dateRule } from './date-rule.ts';
import type { CountingContext, RuleDates } from './date-rule.ts';
import type { ConflictSide, DatedAnswer, DeadlineAnswer, Dissent } from './deadline-answer.ts';
import { readDeadlineQuery } from './deadline-query.ts';
import type { DeadlineQuery } from './deadline-query.ts';
import type { ClockStartDay } from './clock-start.ts';
import { countingSteps, ruleWarnings } from './explain-dates.ts';
import { selectRules } from './select-rules.ts';
import type { Candidate, Selection } from './select-rules.ts';

export type DeadlineOptions = CountingContext & { library?: RuleLibrary };

type Dated = { candidate: Candidate; start: ClockStartDay; dates: RuleDates; legWarnings: string[] };
type Counted = Dated | { candidate: Candidate; needs: string[] };

const unique = (values: readonly string[]): string[] => [...new Set(values)];
const isLow = (candidate: Candidate): boolean => candidate.entry.rule.confidence === 'low';

function dateCandidate(candidate: Candidate, query: DeadlineQuery, context: CountingContext): Counted {
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

function unknownRule(selection: Selection, query: DeadlineQuery): DeadlineAnswer {
  const order = ['party', 'state', 'conditions', 'effective-range', 'cap'];
  const kept = [...selection.kept].sort((left, right) => order.indexOf(left.because) - order.indexOf(right.because));
  const parties = unique(kept.filter((entry) => entry.because === 'party').map((entry) => entry.rule.party));
  const reasons = [
    parties.length > 0 ? `the rules found are for another party (${parties.join(', ')}), not for the ${query.party}` : '',
    kept.some((entry) => entry.because === 'state') ? 'the rules found hold in other states' : '',
    kept.some((entry) => entry.because === 'effective-range') ? 'the rules found were not in force on that date' : '',
    kept.some((entry) => entry.because === 'conditions') ? 'the facts do not meet the conditions of the rules found' : '',
    kept.some((entry) => entry.because === 'cap') ? 'the federal outer limit only bounds what states may set' : '',
  ].filter((reason) => reason !== '');
  return {
    unknown: 'rule', candidates: unique(kept.map((entry) => entry.rule.id)),
    why: reasons.length > 0 ? `No rule gives a date: ${reasons.join('; ')}.` : 'The library has no rule for this payer, line of business and step.',
  };
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

function dissentsOf(governing: Dated, known: readonly Candidate[], query: DeadlineQuery, context: CountingContext): Dissent[] {
  const dissents: Dissent[] = [];
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
      if (candidate.entry.tier === 'state-law' && raw > governing.dates.raw) {
        dissents.push({ rule: rule.id, raw: isoOfDay(raw), why: 'State law gives insured plans a longer right; the payer\'s own rule is the safer date.' });
      } else if (candidate.entry.tier === 'federal') {
        dissents.push({ rule: rule.id, raw: isoOfDay(raw), why: `The federal rule ends ${raw > governing.dates.raw ? 'later' : 'earlier'}; the payer's own rule is nearer to the claim.` });
      }
    }
  }
  return dissents;
}

/** The candidates that do not govern: known ones, those one fact away, those of states not asked about. */
type Beside = { known: readonly Candidate[]; open: readonly Candidate[]; askState: readonly Candidate[] };

function selectionWarnings(governing: Dated, selection: Selection, beside: Beside, query: DeadlineQuery, context: CountingContext): string[] {
  const { rule } = governing.candidate.entry;
  const warnings: string[] = [];
  if (selection.byContinuation) warnings.push(`The payer was matched to "${governing.candidate.payer.name}" by the beginning of its name: check.`);
  if (selection.stateFromName && rule.state !== undefined) warnings.push(`The state ${rule.state} is taken from the payer's name.`);
  if (selection.state === null && rule.state !== undefined) warnings.push(`No state was given: the payer's rules are those of ${rule.state}.`);
  const { tier } = governing.candidate.entry;
  if ((tier === 'state-law' || tier === 'federal') && !selection.match.payers.includes(governing.candidate.payer) && governing.candidate.payer.profile.governs !== undefined) {
    warnings.push(`The library has no verified rule of this payer's own for this step: the date is that of ${tier === 'federal' ? 'the federal rule' : 'state law for insured plans'}; a contract or plan may set another.`);
  }
  for (const other of beside.askState.filter((candidate) => !isLow(candidate) && candidate.conditions !== 'open')) {
    warnings.push(`Another rule, ${other.entry.rule.id}, governs in ${other.entry.rule.state ?? ''}; no state was given.`);
  }
  for (const other of beside.open.filter((candidate) => candidate.rank <= governing.candidate.rank)) {
    warnings.push(`Another rule, ${other.entry.rule.id}, governs when ${conditionsInWords(other)}; say so by ${other.openFacts.join(', ')}.`);
  }
  if (governing.candidate.conditions === 'met' && rule.appliesWhen?.filingException !== undefined) {
    for (const other of selection.candidates.filter((candidate) => candidate.conditions === 'none' && !isLow(candidate) && candidate.payer === governing.candidate.payer)) {
      const ordinary = dateCandidate(other, query, context);
      if ('dates' in ordinary && ordinary.dates.raw > governing.dates.raw) {
        warnings.push(`The exception would end before the ordinary limit (${other.entry.rule.id}, ${isoOfDay(ordinary.dates.raw)}), which it only ever extends.`);
      }
    }
  }
  const law = query.lineOfBusiness === 'medicaid' && query.action === 'timely-filing' && 'notice' in governing.candidate.start;
  if (law && rule.clockStartsFrom === 'date-of-service' && governing.dates.raw > addMonths(governing.start.day, 12)) {
    warnings.push('This is longer than the federal outer limit of 12 months for Medicaid claims (42 CFR 447.45(d)): it holds only under an exception to it.');
  }
  if (rule.action === 'appeal-level-1' && ['prior-decision-date', 'notice-receipt'].includes(rule.clockStartsFrom)
    && governing.start.from === 'remittanceDate' && governing.candidate.payer.rules.some((other) => other.rule.action === 'reconsideration' && other.rule.state === rule.state)) {
    warnings.push('Where the payer has decided a reconsideration, the clock runs from that decision: give priorDecisionDate.');
  }
  return warnings;
}

function conditionsInWords(candidate: Candidate): string {
  const conditions = candidate.entry.rule.appliesWhen ?? {};
  return Object.entries(conditions)
    .map(([name, value]) => `${name} is ${Array.isArray(value) ? value.join(' or ') : String(value)}`).join(' and ');
}

function datedAnswer(governing: Dated, selection: Selection, beside: Beside, query: DeadlineQuery, read: readonly string[], context: CountingContext): DatedAnswer {
  const { rule } = governing.candidate.entry;
  return {
    raw: isoOfDay(governing.dates.raw), due: isoOfDay(governing.dates.due), safe: isoOfDay(governing.dates.safe),
    rule: rule.id, version: rule.version, confidence: rule.confidence, source: rule.source,
    steps: countingSteps(rule, governing.start, governing.dates, query.facts),
    dissents: dissentsOf(governing, beside.known, query, context),
    warnings: unique([
      ...read, ...selectionWarnings(governing, selection, beside, query, context), ...governing.legWarnings,
      ...ruleWarnings(rule, governing.start, governing.dates, query.facts, context),
    ]),
    ...(rule.actionName === undefined ? {} : { actionName: rule.actionName }),
    payer: rule.payer,
    ...(rule.combine === 'shared-window' && rule.combineGroup !== undefined ? { sharedWindow: rule.combineGroup } : {}),
  };
}

/** The contractor a Medicare payer's name says, so that "Palmetto GBA" needs no further fact. */
function contractorNamed(spelling: string): string | null {
  const named: readonly (readonly [string, string])[] = [
    ['palmetto', 'palmetto'], ['noridian', 'noridian'], ['ngs', 'ngs'], ['nationalgovernmentservices', 'ngs'], ['novitas', 'novitas'],
    ['firstcoast', 'first-coast'], ['fcso', 'first-coast'], ['cgs', 'cgs'], ['wps', 'wps'], ['wisconsinphysiciansservice', 'wps'],
  ];
  return named.find(([beginning]) => spelling.startsWith(beginning))?.[1] ?? null;
}

function decide(query: DeadlineQuery, selection: Selection, read: readonly string[], context: CountingContext): DeadlineAnswer {
  const { known, askState } = splitByState(selection);
  const usable = known.filter((candidate) => !isLow(candidate) && candidate.conditions !== 'open');
  const open = known.filter((candidate) => !isLow(candidate) && candidate.conditions === 'open');
  const nearestUsable = Math.min(...usable.map((candidate) => candidate.rank));
  const nearestOpen = Math.min(...open.map((candidate) => candidate.rank));

  // Rules nearer than any that could govern, one fact away: that fact is the one question to ask.
  if (nearestOpen < nearestUsable) {
    return { needs: unique(open.filter((candidate) => candidate.rank === nearestOpen).flatMap((candidate) => candidate.openFacts)) };
  }
  if (usable.length === 0) {
    if (askState.length > 0) {
      const payers = unique(askState.map((candidate) => candidate.payer.name));
      return payers.length > 1
        ? { unknown: 'payer', candidates: payers, why: 'Several payers go by this name in different states: say which, or give the state.' }
        : { needs: ['state'] };
    }
    if (known.length > 0) return unverified(known);
    return unknownRule(selection, query);
  }

  const units = countUnits(narrow(usable), query, context);
  const dated = units.filter((unit): unit is Dated => 'dates' in unit);
  const [first] = dated;
  if (first === undefined) return { needs: unique(units.flatMap((unit) => ('needs' in unit ? unit.needs : []))) };
  const differ = dated.some((unit) => unit.dates.raw !== first.dates.raw || unit.dates.due !== first.dates.due);
  if (differ) {
    const payers = unique(dated.map((unit) => unit.candidate.payer.name));
    if (payers.length > 1) return { unknown: 'payer', candidates: payers, why: 'Several payers go by this name and their rules differ: say which.' };
    const conflict: ConflictSide[] = dated.map(({ candidate, dates }) => ({
      rule: candidate.entry.rule.id, raw: isoOfDay(dates.raw), due: isoOfDay(dates.due), source: candidate.entry.rule.source,
    }));
    return { conflict, warnings: [...read] };
  }
  const governing = dated.find((unit) => unit.candidate.entry.rule.confidence === 'high') ?? first;
  return datedAnswer(governing, selection, { known, open, askState }, query, read, context);
}

/**
 * Answers one deadline query of unknown origin, exactly as the `deadline` command prints it.
 *
 * The query is checked here: nothing is thrown for bad input, no value of it is repeated in an error. Dates in and out
 * are `YYYY-MM-DD`. The answer depends on nothing but the query, the library and the closed days and pauses handed in.
 */
export function answerDeadlineQuery(input: unknown, options: DeadlineOptions = {}): DeadlineAnswer {
  const read = readDeadlineQuery(input);
  if (!('query' in read)) return read;
  const library = options.library ?? BASE_LIBRARY;
  const { query } = read;
  const selection = selectRules(query, library);
  if (selection === null) return { unknown: 'payer', candidates: similarPayers(query.payer, library) };
  if (query.lineOfBusiness === 'medicare-ffs' && query.facts.mac === undefined) {
    const contractor = contractorNamed(selection.match.spelling);
    if (contractor !== null) query.facts.mac = contractor;
  }
  return decide(query, selection, read.warnings, options);
}
