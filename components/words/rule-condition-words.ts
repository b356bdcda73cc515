import type { PayerRule, RuleConditions } from '../../rules/payers/payer-rule.ts';
import { partyWords, ruleNameWords, startWords } from './library-words.ts';
import { dayOfIso, numericDay } from './day-words.ts';
import { lineOfBusinessWords, networkWords } from './payer-words.ts';

/** Words for what a rule asks of a claim before it holds, and for what tells rules of one name apart. */
const conditions: Record<keyof RuleConditions, string> = {
  serviceMonthDay: 'service on', claimType: 'claim type', network: 'network', payerOrder: 'payer order', expedited: 'expedited', disputeKind: 'dispute about', filingException: 'late filing because of', reopeningReason: 'reopening for',
  correctionKind: 'correction', claimKind: 'claim',
};

const spaced = (value: string) => value.replaceAll('-', ' ');

function valueWords(name: string, value: string | boolean | readonly string[]): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'string') return value.map(spaced).join(' or ');
  if (name === 'network') return networkWords(value).toLowerCase();
  return name === 'serviceMonthDay' ? value.replace('-', '/') : spaced(value);
}

/** `dispute about: payment or coding; claim type: institutional`; null where the rule asks nothing. */
export function conditionWords(asked: RuleConditions | undefined): string | null {
  const parts = Object.entries(asked ?? {}).filter(([, value]) => value !== undefined).map(([name, value]) => `${Object.hasOwn(conditions, name) ? conditions[name as keyof RuleConditions] : spaced(name)}: ${valueWords(name, value)}`);
  return parts.length === 0 ? null : parts.join('; ');
}

/** From when to when a rule holds, by the day of the notice; null where it always does. */
export function rangeWords({ effectiveFrom, effectiveTo }: Pick<PayerRule, 'effectiveFrom' | 'effectiveTo'>): string | null {
  const day = (iso: string) => { const number = dayOfIso(iso); return number === null ? iso : numericDay(number); };
  if (effectiveFrom === undefined) return effectiveTo === undefined ? null : `For notices until ${day(effectiveTo)}`;
  return effectiveTo === undefined ? `For notices from ${day(effectiveFrom)} on` : `For notices from ${day(effectiveFrom)} to ${day(effectiveTo)}`;
}

const latest = 'the latest of these days counts';
const traits: readonly ((rule: PayerRule) => string)[] = [
  (rule) => `From ${startWords(rule.clockStartsFrom)}`, (rule) => conditionWords(rule.appliesWhen) ?? 'any other claim', (rule) => partyWords(rule.party), (rule) => lineOfBusinessWords(rule.lineOfBusiness), (rule) => rangeWords(rule) ?? 'at any time',
];

/**
 * What tells each rule apart from others that go by the same name, by rule id; rules whose name is their own are not in it.
 * Two that differ in nothing but the window get no words.
 */
export function apartWords(rules: readonly PayerRule[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const alike of Map.groupBy(rules, (rule) => `${ruleNameWords(rule)}|${rule.state ?? ''}|${rule.scope ?? ''}`).values()) {
    if (alike.length < 2) continue;
    const differing = traits.filter((trait) => new Set(alike.map(trait)).size > 1);
    for (const rule of alike) {
      const group = alike.filter(({ combineGroup }) => combineGroup !== undefined && combineGroup === rule.combineGroup);
      const words = [...differing.map((trait) => trait(rule)), ...(rule.combine === 'latest-of' && group.length > 1 ? [latest] : [])].join('; ');
      if (words !== '') found.set(rule.id, words.charAt(0).toUpperCase() + words.slice(1));
    }
  }
  return found;
}
