import groups from './payers-without-rules.json' with { type: 'json' };
import { joinedRuns, payerNameWords, stateInName } from './payer-name.ts';
import type { RuleLibrary } from './rule-library.ts';

/** A payer everybody knows and the library has no rule of: what it is, and the names of the library nearest to it. */
export type PayerWithoutRules = { why: string; candidates: string[] };

/** `isSelfFunded`: an administrator of self-funded plans, whom state law over insured plans does not reach. */
type Group = { kin: readonly string[] | 'blues'; why: string; names: readonly string[]; isSelfFunded?: true };

const GROUPS = groups as readonly Group[];
const bySpelling = new Map<string, Group>(GROUPS.flatMap((group) => group.names.map((name) => [payerNameWords(name).join(''), group] as const)));
const BLUES = GROUPS.find(({ kin }) => kin === 'blues');

/** "BCBSIL", "BCBS of Illinois", "Blue Cross of Idaho": a Blue plan by its name alone. */
function isBlue(words: readonly string[]): boolean {
  return words.some((word, index) => /^bcbs/.test(word) || /^bluecross/.test(word) || (word === 'blue' && ['cross', 'shield'].includes(words[index + 1] ?? '')));
}

/** Whether a name is that of one Blue plan: short names of two of them differ by letters that are a state, so letters are no likeness there. */
export const isBluePlanName = (name: string): boolean => isBlue(payerNameWords(name));

/** Names met before: a claim list names few payers and asks for each many times. */
const MOST_REMEMBERED = 2000;
const remembered = new Map<string, Group | null>();

/** The longest name held in the query decides. */
function groupOf(query: string): Group | null {
  const before = remembered.get(query);
  if (before !== undefined) return before;
  const words = payerNameWords(query);
  const [longest] = [...joinedRuns(words)].filter((run) => bySpelling.has(run)).sort((left, right) => right.length - left.length);
  const group = (longest === undefined ? (isBlue(words) ? BLUES : undefined) : bySpelling.get(longest)) ?? null;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(query, group);
  return group;
}

/** Whether a payer the library has no rule of is one that law over every payer of its line of business reaches. */
export const isKnownWithoutRules = (query: string, lineOfBusiness: string): boolean => {
  const group = groupOf(query);
  return group !== null && (group.isSelfFunded !== true || lineOfBusiness !== 'commercial');
};

/** What is known of a payer the library has no rule of; null for a stranger. */
export function payerWithoutRules(query: string, library: RuleLibrary): PayerWithoutRules | null {
  const group = groupOf(query);
  if (group === null) return null;
  const state = stateInName(query);
  const names = group.kin === 'blues'
    ? [...library.payerByName.values()].filter((entry) => isBluePlanName(entry.name) && entry.profile.tier !== 'state-law').sort((left, right) => Number(right.rules.some(({ rule }) => rule.state === state)) - Number(left.rules.some(({ rule }) => rule.state === state))).map(({ name }) => name)
    : group.kin.filter((name) => library.payerByName.has(name));
  return { why: group.why, candidates: names.slice(0, 12) };
}
