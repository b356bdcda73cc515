import { describe, expect, it } from 'vitest';
import { answerDeadlineQuery } from '../../../rules/deadlines/answer-deadline-query.ts';
import { effectiveRules } from '../../../rules/library/effective-rules.ts';
import { libraryItem } from '../../../rules/library/library-entry.ts';
import type { LibraryItem } from '../../../rules/library/library-entry.ts';
import { changedRuleItems, newRuleItem } from '../../../rules/library/rule-items.ts';
import type { RuleWish } from '../../../rules/library/rule-items.ts';
import { BASE_RULES } from '../../../rules/payers/base-rules.ts';
import type { PayerRule } from '../../../rules/payers/payer-rule.ts';
import { buildRuleLibrary } from '../../../rules/payers/rule-library.ts';

const aetna = BASE_RULES.find(({ id }) => id === 'aetna-reconsideration') as PayerRule;
const medicare = BASE_RULES.find(({ id }) => id === 'mcr-ffs-redetermination') as PayerRule;
const wish = (rule: PayerRule, more: Partial<RuleWish>): RuleWish => ({
  action: rule.action, value: rule.limit.value, unit: rule.limit.unit, startsFrom: rule.clockStartsFrom, lineOfBusiness: rule.lineOfBusiness, state: null, party: rule.party, scope: rule.scope ?? '', from: null, confidence: 'high',
  sourceTitle: 'Manual 2026', sourceUrl: 'https://aetna.example/manual', citation: '', notes: 'Said so.', ...more,
});
const applied = (items: readonly LibraryItem[]) => effectiveRules(BASE_RULES, items.flatMap((item) => (item.kind === 'rule' ? [{ id: item.entryId, rule: item.body?.rule ?? null }] : [])));
const due = (rules: readonly PayerRule[], priorDecisionDate: string) => answerDeadlineQuery({ payer: 'Aetna', lineOfBusiness: 'commercial', action: 'reconsideration', facts: { priorDecisionDate } }, { library: buildRuleLibrary(rules) });

describe('a changed rule', () => {
  it('that was simply wrong is corrected for all notices', () => {
    const items = changedRuleItems(aetna, wish(aetna, { value: 90 }), '2026-11-27') ?? [];
    expect(due(applied(items), '2025-01-01')).toMatchObject({ due: '2025-04-01', rule: 'aetna-reconsideration' });
  });

  it('that holds from a day on leaves older notices to the old window', () => {
    const items = changedRuleItems(aetna, wish(aetna, { value: 90, from: '2026-07-01' }), '2026-11-27') ?? [];
    expect(items).toHaveLength(2);
    const rules = applied(items);
    expect(due(rules, '2026-06-30')).toMatchObject({ due: '2026-12-27', rule: 'aetna-reconsideration' });
    expect(due(rules, '2026-07-01')).toMatchObject({ due: '2026-09-29', rule: 'aetna-reconsideration-from-20260701' });
  });

  it('cannot begin where the rule itself is not in force', () => {
    expect(changedRuleItems({ ...aetna, effectiveFrom: '2026-08-01' }, wish(aetna, { value: 90, from: '2026-07-01' }), '2026-11-27')).toBeNull();
    expect(changedRuleItems({ ...aetna, effectiveTo: '2026-06-01' }, wish(aetna, { value: 90, from: '2026-07-01' }), '2026-11-27')).toBeNull();
  });

  it('keeps the days presumed for receipt only while it counts from receipt', () => {
    const same = changedRuleItems(medicare, wish(medicare, { value: 100 }), '2026-11-27')?.[0];
    const other = changedRuleItems(medicare, wish(medicare, { startsFrom: 'notice-date' }), '2026-11-27')?.[0];
    expect(same?.kind === 'rule' && same.body?.rule.presumedReceiptDays).toBe(5);
    expect(other?.kind === 'rule' && other.body?.rule.presumedReceiptDays).toBeUndefined();
    for (const item of [same, other]) expect(libraryItem.safeParse(item).success).toBe(true);
  });
});

it('a new rule of a payer only the practice knows dates its claims, under an id nobody has', () => {
  const item = newRuleItem({ name: 'Cedar Valley Health', aliases: ['CVH'] }, wish(aetna, { action: 'appeal-level-1', value: 60, startsFrom: 'remittance-date' }), '2026-11-27', new Set(['cedar-valley-health-appeal-level-1-commercial']));
  expect(item.entryId).toBe('cedar-valley-health-appeal-level-1-commercial-2');
  expect(libraryItem.safeParse(item).success).toBe(true);
  expect(answerDeadlineQuery({ payer: 'CVH', lineOfBusiness: 'commercial', action: 'appeal-level-1', facts: { remittanceDate: '2026-03-02' } }, { library: buildRuleLibrary(applied([item])) })).toMatchObject({ due: '2026-05-01' });
});
