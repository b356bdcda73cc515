import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { CheckList } from '../../components/work/CheckList.tsx';
import { COVERED_FACTS } from '../../rules/domain/covered-fields.ts';

const checks = [
  { what: 'member-id' as const, said: [{ by: 'remittance' as const, value: 'NGC00918274' }, { by: 'portal' as const, value: 'NGC00918275' }], verdict: 'differs' as const },
  { what: 'birth-date' as const, said: [{ by: 'record' as const, value: '1961-04-09' }], verdict: 'one-source' as const }, { what: 'codes' as const, said: [{ by: 'remittance' as const, value: '64483' }], verdict: 'one-source' as const },
];

test('what is covered among the values of a claim is covered in the list of what agrees, which still says whether it does', () => {
  const covered = renderToStaticMarkup(<CheckList checks={checks} covered={COVERED_FACTS.member} />);
  expect(covered).not.toMatch(/NGC0091827|04\/09\/1961|1961-04-09/u);
  expect(covered).toContain('64483');
  expect(covered).toMatch(/differ/iu);
  expect(renderToStaticMarkup(<CheckList checks={checks} covered={new Set()} />)).toMatch(/NGC00918274.*04\/09\/1961/su);
});
