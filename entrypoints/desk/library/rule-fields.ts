import type { RuleFields } from '../../../components/library/RuleForm.tsx';
import type { PracticePayer } from '../../../rules/domain/practice.ts';
import type { RuleWish } from '../../../rules/library/rule-items.ts';
import type { PayerRule } from '../../../rules/payers/payer-rule.ts';
import type { RadarAsk } from '../../../storage/library/radar-asks.ts';

/** A rule as its form begins. */
export function fieldsOfRule(rule: PayerRule): RuleFields {
  return {
    action: rule.action, value: String(rule.limit.value), unit: rule.limit.unit, startsFrom: rule.clockStartsFrom, lineOfBusiness: rule.lineOfBusiness, state: rule.state ?? null, party: rule.party, scope: rule.scope ?? '',
    from: null, confidence: rule.confidence, sourceTitle: rule.source.title, sourceUrl: rule.source.url, citation: rule.source.citation ?? '', notes: rule.notes,
  };
}

/** A new rule as its form begins. */
export function blankRule(payer: PracticePayer | null): RuleFields {
  return {
    action: null, value: '', unit: 'calendar-days', startsFrom: 'remittance-date', lineOfBusiness: payer?.lineOfBusiness ?? null, state: null, party: 'provider', scope: '',
    from: null, confidence: 'high', sourceTitle: '', sourceUrl: '', citation: '', notes: '',
  };
}

/** A form begun from a window that a text states: the numbers of the text, the rest as it is in the library. */
export function fieldsOfAsk(ask: RadarAsk, rule: PayerRule | null, payer: PracticePayer | null): RuleFields {
  const base = rule === null ? blankRule(payer) : fieldsOfRule(rule);
  const { action, value, unit, startsFrom } = ask.statement;
  return { ...base, action, value: String(value), unit, startsFrom: startsFrom ?? base.startsFrom };
}

/** What was typed, as a wish; null while something needed is missing. */
export function wishOf(fields: RuleFields): RuleWish | null {
  const { action, lineOfBusiness, value } = fields;
  if (action === null || lineOfBusiness === null || !/^\s*\d{1,4}\s*$/u.test(value)) return null;
  return { ...fields, action, lineOfBusiness, value: Number(value.trim()) };
}
