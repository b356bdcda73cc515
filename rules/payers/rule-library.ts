import { BASE_RULES } from './base-rules.ts';
import type { DeadlineAction, FilingParty, LineOfBusiness, PayerRule } from './payer-rule.ts';
import { joinedRuns, lettersApart, payerNameWords, stateInName } from './payer-name.ts';
import doesNotApply from './does-not-apply.json' with { type: 'json' };
import inForceSince from './in-force-since.json' with { type: 'json' };
import { isBluePlanName } from './payers-without-rules.ts';
import profiles from './payer-profiles.json' with { type: 'json' };
import { parseCalendarDay } from '../calendar/calendar-day.ts';
import type { CalendarDay } from '../calendar/calendar-day.ts';

/** How near a payer's rules are to the claim: a plan's own text before its payer's, that before state law, that before a federal floor. */
export const RULE_TIERS = ['contract', 'plan', 'payer', 'state-law', 'federal'] as const;
export type RuleTier = (typeof RULE_TIERS)[number];

/** What the library knows of a payer beyond its rules (payer-profiles.json). */
export type PayerProfile = {
  tier: RuleTier;
  /** Further spellings seen on portals and remittances. */
  alsoSpelled?: string[];
  /** Names that several payers or states share: they never stand for one state. */
  sharedNames?: string[];
  /** Longer names of other payers that happen to hold one of ours. */
  isNot?: string[];
  /** Found by its own name only, never as the continuation of a shorter one. */
  ownNameOnly?: boolean;
  /** The programme whose rules also hold for this payer. */
  programme?: string;
  feeForService?: boolean;
  /** A plan under a federal contract that state law on benefits and payments does not reach (federal employees: 5 U.S.C. 8902(m)(1)). */
  preemptsStateLaw?: boolean;
  alsoLinesOfBusiness?: LineOfBusiness[];
  /** Payers that law is found by because the library has no rule of their own. */
  lawOnly?: string[];
  /** Law that holds for every payer of a line of business, not only for payers of this name. */
  governs?: { lineOfBusiness: LineOfBusiness; parties: FilingParty[]; actions: DeadlineAction[] };
};

/** A rule with what selection needs worked out once. */
export type LibraryRule = {
  rule: PayerRule;
  tier: RuleTier;
  effectiveFrom: CalendarDay | null;
  effectiveTo: CalendarDay | null;
  /** `appliesWhen` as pairs. */
  conditions: readonly (readonly [string, unknown])[];
  /** Where its own text says that it does not hold. */
  exclusion: Exclusion | null;
  /** The network status that the words it limits itself by presuppose; a status nobody gave contradicts nothing. */
  scopeNetwork: 'in' | 'out' | null;
};

/** Cases a rule's own text takes out, which no field of the rule can say. */
export type Exclusion = { states?: readonly string[]; network?: 'in' | 'out'; why: string };

export type PayerEntry = { name: string; profile: PayerProfile; rules: LibraryRule[]; spellings: Set<string>; shared: Set<string>; isNot: Set<string>; lawOnly: Set<string> };

export type RuleLibrary = {
  rules: readonly LibraryRule[];
  ruleById: ReadonlyMap<string, LibraryRule>;
  payerByName: ReadonlyMap<string, PayerEntry>;
  payersBySpelling: ReadonlyMap<string, readonly PayerEntry[]>;
  governing: readonly PayerEntry[];
};

export type PayerMatch = {
  /** The payers whose name is the longest held in the query; several when they share it. */
  payers: readonly PayerEntry[];
  /** The folded spelling that matched. */
  spelling: string;
};

const folded = (name: string): string => payerNameWords(name).join('');

function spellingsOf(name: string, aliases: Iterable<string>, profile: PayerProfile): Set<string> {
  const bare = name.replaceAll(/\([^)]*\)/g, ' ');
  // "Medicaid" alone is no payer: there is one per state.
  return new Set([name, bare, ...aliases, ...(profile.alsoSpelled ?? [])].map(folded).filter((spelling) => spelling !== '' && spelling !== 'medicaid'));
}

/** Rules without a first day of their own that came with a dated change of law, and why that is known. */
const IN_FORCE_SINCE = inForceSince as Readonly<Record<string, { from: string; why: string } | undefined>>;

const EXCLUSIONS = doesNotApply as Readonly<Record<string, Exclusion | undefined>>;
export const exclusionOf = (ruleId: string): Exclusion | null => EXCLUSIONS[ruleId] ?? null;

function scopeNetwork({ scope, appliesWhen }: PayerRule): 'in' | 'out' | null {
  if (scope === undefined || appliesWhen !== undefined) return null;
  if (/\bnon-?(?:participating|contract|network)/i.test(scope)) return 'out';
  return /(?:^|[;,] )(?:participating|in-network)\b/i.test(scope) ? 'in' : null;
}

function optionalDay(text: string | undefined): CalendarDay | null {
  return text === undefined ? null : parseCalendarDay(text);
}

/**
 * Indexes rules by payer, once. `tiers` places payers that payer-profiles.json does not know (packs, contracts); without
 * it they rank as payers.
 */
export function buildRuleLibrary(rules: readonly PayerRule[], tiers: ReadonlyMap<string, RuleTier> = new Map()): RuleLibrary {
  const known = profiles as unknown as Readonly<Record<string, PayerProfile>>;
  const byPayer = new Map<string, PayerRule[]>();
  for (const rule of rules) {
    const list = byPayer.get(rule.payer);
    if (list === undefined) byPayer.set(rule.payer, [rule]);
    else list.push(rule);
  }
  const payerByName = new Map<string, PayerEntry>();
  const payersBySpelling = new Map<string, PayerEntry[]>();
  for (const [name, ofPayer] of byPayer) {
    const own = Object.hasOwn(known, name) ? known[name] : undefined;
    const profile = { ...(own ?? { tier: 'payer' }), tier: tiers.get(name) ?? own?.tier ?? 'payer' } satisfies PayerProfile;
    const entry: PayerEntry = {
      name, profile,
      rules: ofPayer.map((rule) => ({
        rule, tier: profile.tier, effectiveFrom: optionalDay(rule.effectiveFrom ?? IN_FORCE_SINCE[rule.id]?.from), effectiveTo: optionalDay(rule.effectiveTo), conditions: Object.entries(rule.appliesWhen ?? {}), exclusion: exclusionOf(rule.id), scopeNetwork: scopeNetwork(rule),
      })),
      spellings: spellingsOf(name, ofPayer.flatMap((rule) => rule.payerAliases), profile),
      shared: new Set((profile.sharedNames ?? []).map(folded)),
      isNot: new Set((profile.isNot ?? []).map(folded)),
      lawOnly: new Set((profile.lawOnly ?? []).map(folded)),
    };
    payerByName.set(name, entry);
    for (const spelling of entry.spellings) payersBySpelling.set(spelling, [...(payersBySpelling.get(spelling) ?? []), entry]);
  }
  const all = [...payerByName.values()].flatMap((entry) => entry.rules);
  return {
    rules: all,
    ruleById: new Map(all.map((entry) => [entry.rule.id, entry])),
    payerByName, payersBySpelling,
    governing: [...payerByName.values()].filter((entry) => entry.profile.governs !== undefined),
  };
}

/** The shipped rules, indexed when the module loads. */
export const BASE_LIBRARY: RuleLibrary = buildRuleLibrary(BASE_RULES);

/** Names met before: a claim list names few payers and asks for each many times. */
const MOST_REMEMBERED = 2000;
const remembered = new WeakMap<RuleLibrary, Map<string, PayerMatch | null>>();

/** `findPayers` with its answers remembered per library: the same name always gives the same match. */
export function matchPayer(query: string, library: RuleLibrary = BASE_LIBRARY): PayerMatch | null {
  let known = remembered.get(library);
  if (known === undefined) {
    known = new Map();
    remembered.set(library, known);
  }
  const before = known.get(query);
  if (before !== undefined) return before;
  const match = findPayers(query, library);
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(query, match);
  return match;
}

/** The plans in a payer's name that state law does not reach, however much else the name says ("GEHA", "Florida Blue FEP"); none for all others. */
export function payersBeyondStateLaw(query: string, library: RuleLibrary = BASE_LIBRARY): PayerEntry[] {
  const entries = [...joinedRuns(payerNameWords(query))].flatMap((run) => library.payersBySpelling.get(run) ?? []);
  return [...new Set(entries.filter(({ profile }) => profile.preemptsStateLaw === true))];
}

/**
 * The payers a name stands for: by name or alias, case and punctuation folded, also where the query holds an alias with
 * more words. The longest spelling wins, so "Aetna Better Health of Illinois" is never Aetna. Null when none is held.
 */
function findPayers(query: string, library: RuleLibrary): PayerMatch | null {
  const runs = joinedRuns(payerNameWords(query));
  const found: { spelling: string; entry: PayerEntry }[] = [];
  for (const run of runs) {
    for (const entry of library.payersBySpelling.get(run) ?? []) {
      if (![...entry.isNot].some((other) => runs.has(other))) found.push({ spelling: run, entry });
    }
  }
  found.sort((left, right) => right.spelling.length - left.spelling.length);
  const best = found[0];
  if (best === undefined) return null;
  const payers = found.filter((hit) => hit.spelling === best.spelling).map((hit) => hit.entry);
  const also = found.filter((hit) => hit.spelling.length === best.spelling.length && hit.spelling !== best.spelling).map((hit) => hit.entry);
  return { payers: [...new Set([...payers, ...also])], spelling: best.spelling };
}

/** Payers whose name goes on from the matched one ("Humana" → "Humana Medicare Advantage"); for lines of business the first has no rules in. */
export function payersNamedAfter(match: PayerMatch, library: RuleLibrary = BASE_LIBRARY): PayerEntry[] {
  return [...library.payerByName.values()].filter((entry) =>
    !match.payers.includes(entry) && entry.profile.ownNameOnly !== true
    && [...entry.spellings].some((spelling) => spelling.startsWith(match.spelling)));
}

// Words that half the payers share, so that a common one is no likeness.
const COMMON_WORDS: ReadonlySet<string> = new Set([
  'health', 'healthcare', 'care', 'plan', 'plans', 'medicare', 'medicaid', 'insurance', 'life', 'mutual', 'community', 'network',
  'federal', 'group', 'blue', 'cross', 'shield', 'bcbs', 'advantage', 'medical', 'services', 'state', 'review', 'program', 'benefit',
  'benefits', 'complete', 'choice', 'partners', 'first', 'coast', 'part', 'all', 'individual', 'employee', 'employees', 'total', 'public',
]);

const rememberedSimilar = new WeakMap<RuleLibrary, Map<string, readonly string[]>>();

/**
 * Names in the library that look like an unknown one: a shared distinctive word or a slip of one or two letters, at most
 * five; of a name made of common words alone, at most twelve that hold them all. Remembered as `matchPayer` is: comparing with every spelling takes milliseconds, and each step of each claim asks.
 */
export function similarPayers(query: string, library: RuleLibrary = BASE_LIBRARY): string[] {
  let known = rememberedSimilar.get(library);
  if (known === undefined) {
    known = new Map();
    rememberedSimilar.set(library, known);
  }
  const before = known.get(query);
  if (before !== undefined) return [...before];
  const similar = findSimilar(query, library);
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(query, similar);
  return [...similar];
}

function findSimilar(query: string, library: RuleLibrary): string[] {
  const words = payerNameWords(query).filter((word) => word.length >= 4 && !COMMON_WORDS.has(word)).slice(0, 20);
  const whole = folded(query);
  const scored: { name: string; score: number }[] = [];
  const state = stateInName(query);
  // BCBSIL and BCBSFL are two letters and one thousand miles apart.
  const isBluePlan = isBluePlanName(query);
  for (const entry of library.payerByName.values()) {
    // Another state's programme is no likeness of this one's, however close the letters.
    if (state !== null && !entry.rules.some(({ rule }) => rule.state === undefined || rule.state === state)) continue;
    let score = 0;
    for (const spelling of entry.spellings) {
      if (!isBluePlan && whole.length >= 4 && spelling.length >= 4 && lettersApart(whole, spelling) <= (whole.length >= 8 ? 2 : 1)) score = Math.max(score, 10);
    }
    const ofPayer = payerNameWords(entry.name);
    for (const word of words) {
      if (ofPayer.includes(word)) score = Math.max(score, 5 + word.length / 100);
      else if (word.length >= 5 && ofPayer.some((other) => other.length >= 5 && !COMMON_WORDS.has(other) && lettersApart(word, other) <= 1)) score = Math.max(score, 3);
    }
    if (score > 0) scored.push({ name: entry.name, score });
  }
  // A name of nothing but common words ("BCBS", "ACA"): those that hold all of it, or nobody could tell what to ask.
  const all = payerNameWords(query);
  if (scored.length === 0 && words.length === 0 && all.length > 0) {
    for (const entry of library.payerByName.values()) {
      const held = new Set(payerNameWords(entry.name));
      if (all.every((word) => held.has(word)) && (state === null || entry.rules.some(({ rule }) => rule.state === undefined || rule.state === state))) scored.push({ name: entry.name, score: 1 });
    }
    return scored.map(({ name }) => name).sort().slice(0, 12);
  }
  return scored.sort((left, right) => right.score - left.score || (left.name < right.name ? -1 : 1)).slice(0, 5).map((hit) => hit.name);
}
