import type { PayerRule } from '../payers/payer-rule.ts';

/** Two rules that would date the same claim differently, with nothing to tell which holds. */
export type RuleConflict = { left: PayerRule; right: PayerRule };

const conditionsOf = (rule: PayerRule): string => JSON.stringify(Object.entries(rule.appliesWhen ?? {}).map(([name, value]) => [name, Array.isArray(value) ? [...value].sort() : value]).sort());

/** Everything that decides to which claims a rule speaks. */
function scopeOf(rule: PayerRule): string {
  return [rule.payer, rule.lineOfBusiness, rule.state ?? '', rule.action, rule.party, conditionsOf(rule), rule.scope ?? ''].join('|');
}

/** Everything that decides which date it gives. */
function countOf(rule: PayerRule): string {
  const { limit, clockStartsFrom, monthAnchor, presumedReceiptDays, mailingDaysAdded, roll } = rule;
  return JSON.stringify([limit.value, limit.unit, clockStartsFrom, monthAnchor ?? null, presumedReceiptDays ?? 0, mailingDaysAdded ?? 0, roll?.lastDayNonBusiness ?? null]);
}

function isInForceTogether(left: PayerRule, right: PayerRule): boolean {
  const [from, to] = [[left.effectiveFrom, right.effectiveFrom], [left.effectiveTo, right.effectiveTo]];
  const latestStart = from.map((day) => day ?? '0000').sort().at(-1) ?? '';
  const earliestEnd = to.map((day) => day ?? '9999').sort()[0] ?? '';
  return latestStart <= earliestEnd;
}

const isWeighed = (rule: PayerRule): boolean => rule.confidence !== 'low' && rule.role !== 'cap' && rule.combine !== 'latest-of';

/**
 * Pairs of rules that speak to the same claims at the same time and count differently. What the engine calls a conflict
 * for a claim is found here without one, so that a person can decide it before a date is needed.
 */
export function ruleConflicts(rules: readonly PayerRule[]): RuleConflict[] {
  const groups = new Map<string, PayerRule[]>();
  for (const rule of rules.filter(isWeighed)) groups.set(scopeOf(rule), [...(groups.get(scopeOf(rule)) ?? []), rule]);
  return [...groups.values()].flatMap((group) => group.flatMap((left, at) =>
    group.slice(at + 1).filter((right) => countOf(left) !== countOf(right) && isInForceTogether(left, right)).map((right) => ({ left, right }))));
}
