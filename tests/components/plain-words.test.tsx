import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { DifferenceList } from '../../components/library/DifferenceList.tsx';
import { foundPayers } from '../../components/library/PayerIndex.tsx';
import { RuleOrigin } from '../../components/library/RuleOrigin.tsx';
import { bestFirst } from '../../components/ui/best-match.ts';
import { seenWords } from '../../components/words/day-words.ts';
import { plainFacts } from '../../components/words/fact-words.ts';
import { FormFooter } from '../../components/work/FormFooter.tsx';
import { fieldDifferences } from '../../rules/library/rule-difference.ts';
import { BASE_RULES } from '../../rules/payers/base-rules.ts';

test('a warning of the deadline rules names facts in words', () => {
  expect(plainFacts('The clock runs from that decision: give priorDecisionDate.')).toBe('The clock runs from that decision: give the date of the last decision.');
  expect(plainFacts('Needs eligibilityPostedDate or noticeReceivedDate of UnitedHealthcare.')).toBe('Needs the day eligibility was posted or the day the notice arrived of UnitedHealthcare.');
});

test('a warning that names another rule says its window and when it holds, and no id', () => {
  expect(plainFacts('Another rule, mcr-ffs-exception-retro-entitlement, of 6 months governs when filingException is administrative-error or retro-entitlement; say so by filingException.'))
    .toBe('Another rule of 6 months governs when the reason for late filing is administrative error or retro entitlement: this date does not count on it.');
});

test('a payer that goes by the typed name comes before those that only have it in theirs', () => {
  const names = ['Cigna Healthcare Medicare Advantage', 'Medicareful Plan', 'Aetna Medicare', 'Medicare', 'Medicare (Original)'];
  const wanted = ['Medicare', 'Medicare (Original)', 'Medicareful Plan', 'Cigna Healthcare Medicare Advantage', 'Aetna Medicare'];
  expect(bestFirst(names, (name) => name, ' medicare')).toEqual(wanted);
  expect(foundPayers(names.map((name) => ({ name, searched: name.toLowerCase() })), 'Medicare').map(({ name }) => name)).toEqual(wanted);
  expect(bestFirst(names, (name) => name, '')).toEqual(names);
});

test('a form that cannot be saved yet says what is missing', () => {
  const footer = (missing: string[]) => renderToStaticMarkup(<FormFooter save="Set date" isReady={missing.length === 0} missing={missing} isBusy={false} onCancel={() => undefined} />);
  expect(footer(['what ends then'])).toContain('Still missing: what ends then.');
  expect(footer([])).not.toContain('Still missing');
});

test('every rule that came with Overturn says when its source was seen, be it a day, a month or a year', () => {
  expect([seenWords('2026-11-02'), seenWords('2018-09'), seenWords('2024')]).toEqual(['11/02/2026', '09/2018', '2024']);
  for (const rule of BASE_RULES) expect(renderToStaticMarkup(<RuleOrigin rule={rule} change={null} />)).toMatch(/Seen in the source: (?:\d{2}\/)?(?:\d{2}\/)?\d{4}\./u);
});

test('two versions of a profile and of a rule are compared in words, not in names of fields', () => {
  const differences = fieldDifferences(
    { clockStartsFrom: 'remittance-date', lineOfBusiness: 'medicare-ffs', phones: [{ label: 'Claims', number: '1', path: '2, 1', hours: '' }], appliesWhen: { network: 'in', claimType: 'institutional' } },
    { clockStartsFrom: 'notice-receipt', lineOfBusiness: 'commercial', phones: [], appliesWhen: { network: 'out' } },
  );
  const text = renderToStaticMarkup(<DifferenceList differences={differences} />).replaceAll(/<[^>]+>/gu, ' ');
  for (const word of ['the remittance', 'receipt of the notice', 'Medicare', 'Commercial', 'for: Claims', 'keys to press: 2, 1', 'claim type: institutional']) expect(text).toContain(word);
  expect(text).not.toMatch(/clockStartsFrom|remittance-date|medicare-ffs|claimType|label:|path:/u);
});
