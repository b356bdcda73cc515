import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { RuleList } from '../../components/library/RuleList.tsx';
import { RuleOrigin } from '../../components/library/RuleOrigin.tsx';
import { apartWords } from '../../components/words/rule-condition-words.ts';
import { BASE_RULES } from '../../rules/payers/base-rules.ts';
import type { PayerRule } from '../../rules/payers/payer-rule.ts';

const ruleOf = (id: string): PayerRule => BASE_RULES.find((rule) => rule.id === id) as PayerRule;
const read = (markup: string) => markup.replaceAll(/<[^>]+>/gu, ' ').replaceAll(/\s+/gu, ' ').replaceAll(/ (?=[.,;:])/gu, '');

test('a window the practice changed is not shown as checked in the source of the window before', () => {
  const before = ruleOf('uhc-reconsideration');
  const rule: PayerRule = { ...before, limit: { value: 6, unit: 'months' }, asOf: '2026-11-28' };
  const change = { userName: 'Bo Larkspur', atMs: Date.UTC(2026, 10, 28, 15), reason: 'New agreement', evidence: 'p. 12', before };
  const words = read(renderToStaticMarkup(<RuleOrigin rule={rule} change={change} />));
  expect(words).toContain('Changed from 12 months by Bo Larkspur');
  expect(words).toContain('Proof: p. 12');
  expect(words).toContain('Source of the window before (12 months): UnitedHealthcare Administrative Guide 2021');
  expect(words).toContain('About the window before (12 months): Step 1.');
  expect(words).not.toMatch(/Checked against the source|Seen in the source/u);
  const newSource = read(renderToStaticMarkup(<RuleOrigin rule={{ ...rule, source: { title: 'Guide 2026', url: 'https://payer.example/guide' }, notes: 'Six months.' }} change={change} />));
  expect(newSource).toMatch(/Guide 2026.*Source of the window before \(12 months\): UnitedHealthcare Administrative Guide 2021.*Checked against the source/u);
  expect(newSource).not.toContain('About the window before');
});

test('rules of one name say what tells them apart', () => {
  const disputes = BASE_RULES.filter(({ combineGroup }) => combineGroup === 'mcd-az-dispute');
  expect(disputes).toHaveLength(3);
  expect([...apartWords(disputes).values()].sort()).toEqual([
    'From the date of service; the latest of these days counts', 'From the day eligibility was posted; the latest of these days counts', 'From the remittance; the latest of these days counts',
  ]);
  const rival: PayerRule = { ...ruleOf('aetna-reconsideration'), id: 'other', appliesWhen: { disputeKind: ['medical-necessity', 'coding'] } };
  expect([...apartWords([ruleOf('aetna-reconsideration'), rival]).values()]).toEqual(['Any other claim', 'Dispute about: medical necessity or coding']);
  expect(apartWords([ruleOf('uhc-reconsideration'), ruleOf('uhc-appeal')]).size).toBe(0);
  const shown = disputes.map((rule) => ({ rule, from: 'shipped' as const, packName: null, n: 0, changedBy: null, changedMs: null, checkedOn: null, checkedBy: null, lastLook: null, isStale: false, isSuperseded: false, windowChange: null }));
  expect(read(renderToStaticMarkup(<RuleList rules={shown} conflicting={new Set()} actionsOf={() => null} />))).toContain('From the day eligibility was posted');
});
