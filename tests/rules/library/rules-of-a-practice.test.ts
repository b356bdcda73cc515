import { describe, expect, it } from 'vitest';
import { answerDeadlineQuery } from '../../../rules/deadlines/answer-deadline-query.ts';
import { effectiveRules } from '../../../rules/library/effective-rules.ts';
import { ruleConflicts } from '../../../rules/library/rule-conflicts.ts';
import { datesAlike, fieldDifferences } from '../../../rules/library/rule-difference.ts';
import { isStale, lastLookDay } from '../../../rules/library/stale.ts';
import { payersTouched } from '../../../rules/library/touched-payers.ts';
import { BASE_RULES } from '../../../rules/payers/base-rules.ts';
import type { PayerRule } from '../../../rules/payers/payer-rule.ts';
import { BASE_LIBRARY, buildRuleLibrary } from '../../../rules/payers/rule-library.ts';
import { dayOfIso } from '../../../components/words/day-words.ts';

export const JUNIPER: PayerRule = {
  id: 'juniper-appeal', version: 1, payer: 'Juniper Health', payerAliases: ['Juniper'], lineOfBusiness: 'commercial', action: 'appeal-level-1', party: 'provider', limit: { value: 90, unit: 'calendar-days' },
  clockStartsFrom: 'remittance-date', notes: 'From the manual.', source: { title: 'Manual', url: 'https://juniper.example/manual' }, asOf: '2026-10-01', confidence: 'high',
};
const ask = (rules: readonly PayerRule[]) => answerDeadlineQuery({ payer: 'Juniper Health', lineOfBusiness: 'commercial', action: 'appeal-level-1', facts: { remittanceDate: '2026-03-02' } }, { library: buildRuleLibrary(rules) });

describe('the rules that hold for a practice', () => {
  it('are the shipped ones where nothing was changed', () => expect(effectiveRules(BASE_RULES, [])).toEqual(BASE_RULES));

  it('take a changed rule in the place of the shipped one, leave out one taken away, and add new ones', () => {
    const [first, second] = BASE_RULES as [PayerRule, PayerRule];
    const changed = { ...first, limit: { value: 2, unit: 'years' as const } };
    const rules = effectiveRules(BASE_RULES, [{ id: first.id, rule: changed }, { id: second.id, rule: null }, { id: JUNIPER.id, rule: JUNIPER }]);
    expect(rules[0]).toEqual(changed);
    expect(rules.some(({ id }) => id === second.id)).toBe(false);
    expect(rules.at(-1)).toEqual(JUNIPER);
    expect(rules).toHaveLength(BASE_RULES.length);
  });

  it('date a claim of a payer only the practice knows', () => expect(ask([...BASE_RULES, JUNIPER])).toMatchObject({ due: '2026-05-31', rule: 'juniper-appeal' }));

  it('give no date where two packs disagree, but both sides', () => {
    const other = { ...JUNIPER, id: 'pack-b-juniper-appeal', limit: { value: 60, unit: 'calendar-days' as const } };
    expect(ask([...BASE_RULES, JUNIPER, other])).toMatchObject({ conflict: [{ rule: 'juniper-appeal', due: '2026-05-31' }, { rule: 'pack-b-juniper-appeal', due: '2026-05-01' }] });
    expect(ruleConflicts([JUNIPER, other])).toEqual([{ left: JUNIPER, right: other }]);
  });
});

describe('two rules contradict each other', () => {
  const other: PayerRule = { ...JUNIPER, id: 'other', limit: { value: 60, unit: 'calendar-days' } };
  it.each([
    ['of the same window', { ...other, limit: JUNIPER.limit }],
    ['for another state', { ...other, state: 'OH' }],
    ['under a condition of its own', { ...other, appliesWhen: { network: 'out' as const } }],
    ['not in force at the same time', { ...other, effectiveTo: '2025-12-31' }],
    ['that nobody verified', { ...other, confidence: 'low' as const }],
    ['for the member', { ...other, party: 'member' as const }],
  ])('but not one %s', (_what, rule) => expect(ruleConflicts([{ ...JUNIPER, effectiveFrom: '2026-01-01' }, rule])).toEqual([]));
  it('that tell the same claims different windows', () => expect(ruleConflicts([JUNIPER, other])).toHaveLength(1));
});

it('a change of words moves no date; a change of the window may', () => {
  expect(datesAlike(JUNIPER, { ...JUNIPER, notes: 'Said otherwise.', asOf: '2026-11-01', version: 4 })).toBe(true);
  expect(datesAlike(JUNIPER, { ...JUNIPER, limit: { value: 91, unit: 'calendar-days' } })).toBe(false);
  expect(datesAlike(JUNIPER, { ...JUNIPER, confidence: 'low' })).toBe(false);
});

it('tells differences field by field, whatever the order of the keys', () => {
  expect(fieldDifferences({ limit: { value: 90, unit: 'days' }, state: 'OH' }, { state: 'OH', limit: { unit: 'days', value: 60 }, scope: 'x' })).toEqual([
    { field: 'limit', was: '90 days', now: '60 days' }, { field: 'scope', was: null, now: 'x' },
  ]);
});

it('calls a rule stale by the last look, and not before a vague date can be over', () => {
  expect(lastLookDay('2024', null)).toBe(dayOfIso('2024-12-31'));
  expect(lastLookDay('2024-02', null)).toBe(dayOfIso('2024-02-29'));
  expect(lastLookDay('2024', '2026-11-20')).toBe(dayOfIso('2026-11-20'));
  const today = dayOfIso('2025-12-31') ?? 0;
  expect(isStale('2024', null, today, 365)).toBe(false);
  expect(isStale('2024', null, today + 1, 365)).toBe(true);
  expect(isStale('some day', null, today, 365)).toBe(true);
});

it('a change touches the payers whose claims it can date otherwise, and law touches everybody', () => {
  const payer = (key: string, name: string, libraryPayer: string | null) => ({ key, name, libraryPayer, lineOfBusiness: 'commercial' as const, state: null, network: null, aliases: [] });
  const payers = [payer('aetna', 'Aetna Life', 'Aetna'), payer('cigna', 'Cigna', 'Cigna Healthcare'), payer('juniper', 'Juniper Health', null)];
  expect(payersTouched(new Set(['Aetna']), payers, [BASE_LIBRARY])).toEqual(['aetna']);
  expect(payersTouched(new Set(['Juniper Health']), payers, [BASE_LIBRARY, buildRuleLibrary([...BASE_RULES, JUNIPER])])).toEqual(['juniper']);
  const law = [...BASE_LIBRARY.governing][0];
  expect(payersTouched(new Set([law?.name ?? '']), payers, [BASE_LIBRARY])).toHaveLength(3);
});
