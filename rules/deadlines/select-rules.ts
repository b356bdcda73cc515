import type { CalendarDay } from '../calendar/calendar-day.ts';
import { civilOfDay } from '../calendar/calendar-day.ts';
import type { PayerRule } from '../payers/payer-rule.ts';
import { isMedicaidAlone, joinedRuns, medicaidState, payerNameWords, stateInName } from '../payers/payer-name.ts';
import { isKnownWithoutRules } from '../payers/payers-without-rules.ts';
import { matchPayer, payersBeyondStateLaw, payersNamedAfter, RULE_TIERS } from '../payers/rule-library.ts';
import type { LibraryRule, PayerEntry, PayerMatch, RuleLibrary } from '../payers/rule-library.ts';
import { clockStart } from './clock-start.ts';
import type { ClockStartResult } from './clock-start.ts';
import type { DeadlineFacts, DeadlineQuery } from './deadline-query.ts';

/** A rule that bears on the query, with what the facts say of it. */
export type Candidate = {
  entry: LibraryRule;
  payer: PayerEntry;
  start: ClockStartResult;
  /** `open` = a condition's fact was not given. */
  conditions: 'none' | 'met' | 'open';
  openFacts: string[];
  /** Smaller is nearer to the claim: the tier, and law over everybody after the law of the programme named. */
  rank: number;
};

/** A rule of the right payer, line, step, party and state, before the facts are looked at. */
type RuleInScope = { entry: LibraryRule; payer: PayerEntry; rank: number };
export type KeptOut = { rule: PayerRule; because: 'party' | 'state' | 'effective-range' | 'conditions' | 'cap' | 'own-text' | 'scope' };
type Circle = { rules: RuleInScope[]; keptOut: KeptOut[] };

/** What does not depend on facts, worked out once for each payer, line, state, step and party. */
type Scope = {
  match: PayerMatch;
  state: string | null;
  stateFromName: boolean;
  named: ReadonlySet<PayerEntry>;
  own: Circle;
  memberRights: readonly PayerRule[];
  contractor: string | null;
  /** With the payers whose name goes on from the one given; built when the payer itself has nothing to say. */
  continued: Circle | null;
};

export type Selection = {
  match: PayerMatch;
  /** The state the query gives, or the one the payer's name spells out. */
  state: string | null;
  stateFromName: boolean;
  candidates: Candidate[];
  /** Rules of the same payers, line and action that another party, state, date or condition keeps out. */
  kept: KeptOut[];
  /** Rights that law over this line of business gives to the member for this step, where the provider asked. */
  memberRights: readonly PayerRule[];
  /** The Medicare contractor that the payer's name says. */
  contractor: string | null;
  /** True where the payer was found only as a continuation of the name given. */
  byContinuation: boolean;
};

type ConditionState = { state: 'none' | 'met' | 'open' | 'unmet'; openFacts: string[] };

function monthDay(day: CalendarDay): string {
  const { month, day: dayOfMonth } = civilOfDay(day);
  return `${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}

const UNCONDITIONAL: ConditionState = { state: 'none', openFacts: [] };
const UNMET: ConditionState = { state: 'unmet', openFacts: [] };
const MET: ConditionState = { state: 'met', openFacts: [] };

/** Whether the facts meet a rule's conditions. A missing fact leaves it open, unless another condition already fails. */
export function conditionState({ conditions }: LibraryRule, facts: DeadlineFacts, start: ClockStartResult): ConditionState {
  if (conditions.length === 0) return UNCONDITIONAL;
  const openFacts: string[] = [];
  for (const [name, wanted] of conditions) {
    if (name === 'serviceMonthDay') {
      // Follows from the date itself, so it is never asked for.
      if (!('day' in start) || monthDay(start.day) !== wanted) return UNMET;
      continue;
    }
    const given = facts[name as keyof DeadlineFacts];
    if (given === undefined) openFacts.push(name);
    else if (Array.isArray(wanted) ? !(wanted as unknown[]).includes(given) : wanted !== given) return UNMET;
  }
  return openFacts.length > 0 ? { state: 'open', openFacts } : MET;
}

/** Whether a rule was in force on the date that chooses its version; a clock with no date yet could be in any. */
export function isInForce(entry: LibraryRule, start: ClockStartResult): boolean {
  if (!('notice' in start)) return true;
  return (entry.effectiveFrom === null || start.notice >= entry.effectiveFrom)
    && (entry.effectiveTo === null || start.notice <= entry.effectiveTo);
}

function speaksOf(entry: PayerEntry, rule: PayerRule, query: DeadlineQuery): boolean {
  const sameLine = rule.lineOfBusiness === query.lineOfBusiness
    || (entry.profile.alsoLinesOfBusiness ?? []).includes(query.lineOfBusiness);
  return sameLine && rule.action === query.action;
}

/** Law that holds for any payer of this line of business, asked about this step, by this party. */
function governingPayers(library: RuleLibrary, match: PayerMatch, query: DeadlineQuery): PayerEntry[] {
  const isFeeForService = match.payers.some((payer) => payer.profile.feeForService === true);
  const isBeyondStateLaw = payersBeyondStateLaw(query.payer, library).length > 0;
  return library.governing.filter((entry) => {
    const governs = entry.profile.governs;
    if (governs === undefined || match.payers.includes(entry) || (isBeyondStateLaw && entry.profile.tier === 'state-law')) return false;
    const sameLine = governs.lineOfBusiness === query.lineOfBusiness || (entry.profile.alsoLinesOfBusiness ?? []).includes(query.lineOfBusiness);
    // The managed-care right is against a plan; fee-for-service programmes have hearings of their own.
    return sameLine && governs.parties.includes(query.party) && governs.actions.includes(query.action)
      && !(query.lineOfBusiness === 'medicaid' && isFeeForService);
  });
}

/** Rules of that law which give the step to the member instead. */
function memberRights(library: RuleLibrary, match: PayerMatch, query: DeadlineQuery): PayerRule[] {
  const asMember: DeadlineQuery = { ...query, party: 'member' };
  return governingPayers(library, match, asMember).flatMap((entry) => entry.rules.map(({ rule }) => rule)
    .filter((rule) => speaksOf(entry, rule, asMember) && rule.party === 'member' && rule.state === undefined && rule.effectiveTo === undefined));
}

/** A payer of one state is not ruled by another state's law, wherever the claim says it is from. */
function isOfAnotherState(match: PayerMatch, law: PayerEntry): boolean {
  if (law.profile.tier !== 'state-law' || match.payers.length === 0) return false;
  const lawStates = new Set(law.rules.map(({ rule }) => rule.state));
  return match.payers.every((payer) => {
    const [state, ...others] = new Set(payer.rules.map(({ rule }) => rule.state));
    return state !== undefined && others.length === 0 && !payer.shared.has(match.spelling) && !lawStates.has(state);
  });
}

function programmesOf(library: RuleLibrary, payers: readonly PayerEntry[]): PayerEntry[] {
  return payers.flatMap((payer) => {
    const programme = payer.profile.programme === undefined ? undefined : library.payerByName.get(payer.profile.programme);
    return programme === undefined || payers.includes(programme) ? [] : [programme];
  });
}

function circleOf(payers: readonly PayerEntry[], law: readonly PayerEntry[], query: DeadlineQuery, state: string | null): Circle {
  const circle: Circle = { rules: [], keptOut: [] };
  for (const payer of new Set([...payers, ...law])) {
    const isLawOnly = !payers.includes(payer);
    for (const entry of payer.rules) {
      const { rule } = entry;
      if (!speaksOf(payer, rule, query)) continue;
      if (rule.role === 'cap') circle.keptOut.push({ rule, because: 'cap' });
      else if (rule.party !== query.party) circle.keptOut.push({ rule, because: 'party' });
      else if (state !== null && entry.exclusion?.states?.includes(state) === true) circle.keptOut.push({ rule, because: 'own-text' });
      else if (rule.state !== undefined && state !== null && rule.state !== state) circle.keptOut.push({ rule, because: 'state' });
      else circle.rules.push({ entry, payer, rank: RULE_TIERS.indexOf(entry.tier) + (isLawOnly ? 0.5 : 0) });
    }
  }
  return circle;
}

function findPayer(query: DeadlineQuery, library: RuleLibrary): PayerMatch | null {
  const match = matchPayer(query.payer, library);
  if (match !== null) {
    // "Florida Blue FEP" is found as a payer of Florida's law by the longer name; the plan is the federal one.
    const beyond = match.payers.every(({ profile }) => profile.tier === 'state-law') ? payersBeyondStateLaw(query.payer, library) : [];
    return beyond.length > 0 ? { payers: beyond, spelling: payerNameWords(query.payer).join('') } : match;
  }
  // "Medicaid" is no payer; "Medicaid" in Texas is, and so are "Medicaid of Texas" and "TX State Medicaid".
  const state = medicaidState(query.payer) ?? query.state;
  if (isMedicaidAlone(query.payer)) return state === null ? null : matchPayer(`${state} Medicaid`, library);
  // Law over every payer of its line of business holds for a known payer that the library has no rule of, too.
  return isKnownWithoutRules(query.payer, query.lineOfBusiness) ? { payers: [], spelling: '' } : null;
}

/** The contractor a Medicare payer's name says, so that "Palmetto GBA" needs no further fact. The railroad's contractor is Palmetto. */
function contractorNamed(payer: string): string | null {
  const words = payerNameWords(payer);
  const named: readonly (readonly [string, string])[] = [
    ['palmetto', 'palmetto'], ['noridian', 'noridian'], ['ngs', 'ngs'], ['nationalgovernmentservices', 'ngs'], ['novitas', 'novitas'],
    ['firstcoast', 'first-coast'], ['fcso', 'first-coast'], ['cgs', 'cgs'], ['wps', 'wps'], ['wisconsinphysiciansservice', 'wps'],
    ['railroad', 'palmetto'], ['rrb', 'palmetto'],
  ];
  const runs = joinedRuns(words);
  return named.find(([name]) => runs.has(name))?.[1] ?? null;
}

function findScope(query: DeadlineQuery, library: RuleLibrary): Scope | null {
  const match = findPayer(query, library);
  if (match === null) return null;
  const fromName = query.state === null ? stateInName(query.payer) ?? (isMedicaidAlone(query.payer) ? medicaidState(query.payer) : null) : null;
  const state = query.state ?? fromName;
  const law = governingPayers(library, match, query).filter((entry) => !isOfAnotherState(match, entry));
  const named = [...match.payers, ...programmesOf(library, match.payers)];
  const further = match.payers.length === 0 ? [] : payersNamedAfter(match, library);
  return {
    match, state, stateFromName: fromName !== null, named: new Set(named),
    own: circleOf(named, law, query, state),
    memberRights: query.party === 'provider' ? memberRights(library, match, query) : [],
    contractor: query.lineOfBusiness === 'medicare-ffs' ? contractorNamed(query.payer) : null,
    continued: further.length > 0 ? circleOf([...named, ...further], law, query, state) : null,
  };
}

/** Scopes met before. A practice's claims fall into few, and re-dating asks for each thousands of times. */
const MOST_REMEMBERED = 5000;
const remembered = new WeakMap<RuleLibrary, Map<string, Scope | null>>();

function scopeOf(query: DeadlineQuery, library: RuleLibrary): Scope | null {
  let scopes = remembered.get(library);
  if (scopes === undefined) {
    scopes = new Map();
    remembered.set(library, scopes);
  }
  const key = `${query.action}|${query.party}|${query.lineOfBusiness}|${query.state ?? ''}|${query.payer}`;
  const known = scopes.get(key);
  if (known !== undefined) return known;
  const scope = findScope(query, library);
  if (scopes.size >= MOST_REMEMBERED) scopes.clear();
  scopes.set(key, scope);
  return scope;
}

function sift(circle: Circle, facts: DeadlineFacts): Pick<Selection, 'candidates' | 'kept'> {
  const candidates: Candidate[] = [];
  const kept = circle.keptOut.slice();
  for (const { entry, payer, rank } of circle.rules) {
    const start = clockStart(entry.rule, facts);
    const conditions = conditionState(entry, facts, start);
    if (facts.network !== undefined && entry.exclusion?.network === facts.network) kept.push({ rule: entry.rule, because: 'own-text' });
    else if (facts.network !== undefined && entry.scopeNetwork !== null && entry.scopeNetwork !== facts.network) kept.push({ rule: entry.rule, because: 'scope' });
    else if (conditions.state === 'unmet') kept.push({ rule: entry.rule, because: 'conditions' });
    else if (!isInForce(entry, start)) kept.push({ rule: entry.rule, because: 'effective-range' });
    else candidates.push({ entry, payer, rank, start, conditions: conditions.state, openFacts: conditions.openFacts });
  }
  return { candidates, kept };
}

/** The rules that bear on a query: of the payer it names, of that payer's programme, and the law over its line of business. Null for an unknown payer. */
export function selectRules(query: DeadlineQuery, library: RuleLibrary): Selection | null {
  const scope = scopeOf(query, library);
  if (scope === null) return null;
  const base = { match: scope.match, state: scope.state, stateFromName: scope.stateFromName, memberRights: scope.memberRights, contractor: scope.contractor };
  const own = sift(scope.own, query.facts);
  if (scope.continued !== null && !own.candidates.some((candidate) => scope.named.has(candidate.payer))) {
    const continued = sift(scope.continued, query.facts);
    if (continued.candidates.length > own.candidates.length) return { ...base, ...continued, byContinuation: true };
  }
  return { ...base, ...own, byContinuation: false };
}
