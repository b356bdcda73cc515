import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { PolicyView } from '../../components/computer/PolicyView.tsx';
import { readPolicy } from '../../rules/policy/read-policy.ts';

const read = (raw: unknown) => renderToStaticMarkup(<PolicyView managed={readPolicy(raw)} />).replaceAll(/<[^>]+>/gu, ' ').replaceAll(/\s+/gu, ' ');

test('a misspelt part and a wrong kind that reach Overturn are named, and what holds instead is said plainly', () => {
  const words = read({ exportAllowed: ['trail'], idleMinutes: '10', portalsAllowed: 'availity' });
  expect(words).toContain('exportAllowed : Overturn knows no such part. It does nothing.');
  expect(words).toMatch(/idleMinutes : It must be a whole number from 1 to 120\. The practice(?:'|&#x27;)s own setting holds\./u);
  expect(words).toContain('portalsAllowed : It must be a list. Until it is mended no portal is read.');
});

test('a part that the browser dropped cannot be named, so it is said where to look, also where nothing came at all', () => {
  for (const raw of [undefined, { trailYears: 7 }]) expect(read(raw)).toContain('chrome://policy shows what was dropped');
});
