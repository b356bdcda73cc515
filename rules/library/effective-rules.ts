import type { PayerRule } from '../payers/payer-rule.ts';

/** A rule as the practice keeps it: changed, added, taken in from a pack, or taken away (`rule: null`). */
export type KeptRule = { id: string; rule: PayerRule | null };

/**
 * The rules that hold: the shipped ones, each replaced by the practice's own of the same id, without those taken away, and
 * what was added after them. Two rules of different ids that disagree both stay: the engine calls that a conflict and
 * gives no date, until a person takes one away.
 */
export function effectiveRules(shipped: readonly PayerRule[], kept: readonly KeptRule[]): PayerRule[] {
  const byId = new Map(kept.map((one) => [one.id, one.rule]));
  const rules: PayerRule[] = [];
  for (const rule of shipped) {
    const own = byId.get(rule.id);
    if (own === undefined) rules.push(rule);
    else if (own !== null) rules.push(own);
    byId.delete(rule.id);
  }
  for (const rule of byId.values()) if (rule !== null) rules.push(rule);
  return rules;
}
