import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { foundPayers } from '../../components/library/PayerIndex.tsx';
import { bestFirst } from '../../components/ui/best-match.ts';
import { plainFacts } from '../../components/words/fact-words.ts';
import { FormFooter } from '../../components/work/FormFooter.tsx';

test('a warning of the deadline rules names facts in words', () => {
  expect(plainFacts('The clock runs from that decision: give priorDecisionDate.')).toBe('The clock runs from that decision: give the date of the last decision.');
  expect(plainFacts('Needs eligibilityPostedDate or noticeReceivedDate of UnitedHealthcare.')).toBe('Needs the day eligibility was posted or the day the notice arrived of UnitedHealthcare.');
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
