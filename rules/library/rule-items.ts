import { isoOfDay, parseCalendarDay } from '../calendar/calendar-day.ts';
import { payerKeyOf } from '../payers/payer-key.ts';
import type { ClockStart, DeadlineAction, FilingParty, LimitUnit, LineOfBusiness, PayerRule, RuleConfidence } from '../payers/payer-rule.ts';
import type { LibraryItem } from './library-entry.ts';

/** What a person may say of a rule; texts may be empty. `from`: the first notice date a changed window holds for, null where the old one was wrong. */
export type RuleWish = {
  action: DeadlineAction; value: number; unit: LimitUnit; startsFrom: ClockStart; lineOfBusiness: LineOfBusiness; state: string | null; party: FilingParty; scope: string; from: string | null; confidence: RuleConfidence;
  sourceTitle: string; sourceUrl: string; citation: string; notes: string;
};

/** A rule without what a person says of it. */
type Base = Omit<PayerRule, 'limit' | 'clockStartsFrom' | 'scope' | 'confidence' | 'notes' | 'asOf' | 'source'>;

function without<T extends object, K extends keyof T>(value: T, ...names: K[]): Omit<T, K> {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name as K))) as Omit<T, K>;
}

/** Parts of a rule that belong to one way of counting: with another unit or start they would say something else. */
function withoutOldCounting(rule: PayerRule, wish: RuleWish): Base {
  const { limit, clockStartsFrom, monthAnchor, presumedReceiptDays, clockNote, equivalent } = rule;
  const rest = without(rule, 'limit', 'clockStartsFrom', 'monthAnchor', 'presumedReceiptDays', 'clockNote', 'equivalent', 'scope');
  const sameStart = clockStartsFrom === wish.startsFrom;
  return {
    ...rest,
    ...(monthAnchor !== undefined && limit.unit === wish.unit && sameStart ? { monthAnchor } : {}),
    ...(presumedReceiptDays !== undefined && sameStart ? { presumedReceiptDays } : {}),
    ...(clockNote !== undefined && sameStart ? { clockNote } : {}),
    ...(equivalent !== undefined && limit.unit === wish.unit && limit.value === wish.value ? { equivalent } : {}),
  };
}

function wished(base: Base, wish: RuleWish, today: string): PayerRule {
  return {
    ...base, limit: { value: wish.value, unit: wish.unit }, clockStartsFrom: wish.startsFrom, confidence: wish.confidence, notes: wish.notes.trim(), asOf: today,
    source: { title: wish.sourceTitle.trim(), url: wish.sourceUrl.trim(), ...(wish.citation.trim() === '' ? {} : { citation: wish.citation.trim() }) },
    ...(wish.scope.trim() === '' ? {} : { scope: wish.scope.trim() }),
  };
}

/**
 * A changed rule as the items of a change: the rule itself, or, where the new window holds from some day on, the old rule that
 * ends the day before and the new one that follows it, because older notices follow the old one. Null where that day lies
 * outside the rule's own range. `today`: the day the source was seen.
 */
export function changedRuleItems(rule: PayerRule, wish: RuleWish, today: string): LibraryItem[] | null {
  const base = withoutOldCounting(rule, wish);
  const payerKey = payerKeyOf(rule.payer);
  if (wish.from === null) return [{ kind: 'rule', entryId: rule.id, payerKey, body: { rule: wished(base, wish, today), checkedOn: today } }];
  const from = parseCalendarDay(wish.from);
  if (from === null) return null;
  const lastDay = isoOfDay(from - 1);
  if ((rule.effectiveFrom !== undefined && rule.effectiveFrom > lastDay) || (rule.effectiveTo !== undefined && rule.effectiveTo < wish.from)) return null;
  const id = `${rule.id}-from-${wish.from.replaceAll('-', '')}`;
  const fresh = without(base, 'supersededBy');
  return [
    { kind: 'rule', entryId: rule.id, payerKey, body: { rule: { ...rule, effectiveTo: lastDay, supersededBy: id }, checkedOn: today } },
    { kind: 'rule', entryId: id, payerKey, body: { rule: wished({ ...fresh, id, version: 1, effectiveFrom: wish.from }, wish, today), checkedOn: today } },
  ];
}

/** A new rule of a payer as the item of a change. `taken`: ids there are already. */
export function newRuleItem(payer: { name: string; aliases: readonly string[] }, wish: RuleWish, today: string, taken: ReadonlySet<string>): LibraryItem {
  const stem = [payerKeyOf(payer.name), wish.action, wish.lineOfBusiness, wish.state?.toLowerCase() ?? ''].filter((part) => part !== '').join('-').slice(0, 120).replace(/-+$/u, '');
  let id = stem;
  for (let at = 2; taken.has(id); at += 1) id = `${stem}-${at}`;
  const base: Base = { id, version: 1, payer: payer.name, payerAliases: payer.aliases.length === 0 ? [payer.name] : [...payer.aliases], lineOfBusiness: wish.lineOfBusiness, action: wish.action, party: wish.party, ...(wish.state === null ? {} : { state: wish.state }) };
  return { kind: 'rule', entryId: id, payerKey: payerKeyOf(payer.name), body: { rule: wished(base, wish, today), checkedOn: today } };
}

/** A rule that somebody looked up in its source and found as it stands. */
export function checkedRuleItem(rule: PayerRule, today: string): LibraryItem {
  return { kind: 'rule', entryId: rule.id, payerKey: payerKeyOf(rule.payer), body: { rule: { ...rule, asOf: today }, checkedOn: today } };
}

/** A rule that is not to be applied any more. */
export function withdrawnRuleItem(rule: PayerRule): LibraryItem {
  return { kind: 'rule', entryId: rule.id, payerKey: payerKeyOf(rule.payer), body: null };
}
