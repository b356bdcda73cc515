import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inUsSpelling } from '../us-spelling.ts';
import { BASE_RULES } from '../../../rules/payers/base-rules.ts';
import saidInNotes from '../../../rules/payers/deadline-rules/said-in-notes.json' with { type: 'json' };
import profiles from '../../../rules/payers/payer-profiles.json' with { type: 'json' };
import { payerRuleProblems } from '../../../rules/payers/payer-rule-schema.ts';
import serviceDateBases from '../../../rules/payers/service-date-bases.json' with { type: 'json' };

const SHARED = new URL('../../../../shared/data/payer-deadlines.json', import.meta.url);
const rule = BASE_RULES[0];

describe('the rule library as data', () => {
  it('has no problem the schema can see', () => expect(payerRuleProblems(BASE_RULES)).toEqual([]));

  it('has 177 rules of 85 payers, each with a source, a date it was looked at and a confidence', () => {
    expect(BASE_RULES).toHaveLength(177);
    expect(new Set(BASE_RULES.map((entry) => entry.payer)).size).toBe(85);
    for (const entry of BASE_RULES) {
      expect(entry.source.url).toMatch(/^https?:\/\//);
      expect(entry.source.title).not.toBe('');
      expect(entry.asOf).toMatch(/^\d{4}/);
      expect(['high', 'medium', 'low']).toContain(entry.confidence);
    }
  });

  it('places every payer in a tier, and no payer that has no rule', () => {
    expect(new Set(Object.keys(profiles))).toEqual(new Set(BASE_RULES.map((entry) => entry.payer)));
    const ids = new Set(BASE_RULES.map((entry) => entry.id));
    for (const id of Object.keys(serviceDateBases)) expect(ids).toContain(id);
  });

  it.skipIf(!existsSync(SHARED))('carries the facts of the source unchanged', () => {
    const source = JSON.parse(readFileSync(SHARED, 'utf8')) as { id: string }[];
    const ours = new Map(BASE_RULES.map((entry) => [entry.id, entry]));
    for (const entry of source) expect(ours.get(entry.id)).toEqual(inUsSpelling(entry));
    // What the source says only in the notes of a rule stands in a file of its own.
    expect(source).toHaveLength(BASE_RULES.length - saidInNotes.length);
  });

  it.each([
    ['an unknown field', { ...rule, extra: 1 }, /extra|unrecognized/i],
    ['a limit of nothing', { ...rule, limit: { value: 0, unit: 'months' } }, /limit\.value/],
    ['a unit nobody counts in', { ...rule, limit: { value: 1, unit: 'weeks' } }, /limit\.unit/],
    ['a source that is no address', { ...rule, source: { title: 'x', url: 'see manual' } }, /source\.url/],
    ['a range that ends before it begins', { ...rule, effectiveFrom: '2026-01-01', effectiveTo: '2025-01-01' }, /effectiveTo/],
    ['a day that does not exist', { ...rule, effectiveFrom: '2026-02-30' }, /effectiveFrom/],
    ['a successor nobody wrote', { ...rule, supersededBy: 'no-such-rule' }, /supersededBy/],
    ['no rule at all', 'rule', /rule 0/],
  ] as const)('refuses %s', (_what, candidate, problem) => expect(payerRuleProblems([candidate]).join('\n')).toMatch(problem));

  it('refuses the same id twice', () => expect(payerRuleProblems([rule, rule]).join('\n')).toMatch(/twice/));
});
