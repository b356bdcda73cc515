import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { PayerCardView } from '../../components/payer/PayerCardView.tsx';
import type { LineOfBusiness } from '../../rules/domain/vocabulary.ts';

const card = (lineOfBusiness: LineOfBusiness): string => renderToStaticMarkup(
  <PayerCardView card={{ payer: { key: 'one', name: 'A payer', libraryPayer: null, lineOfBusiness, state: null, network: null, aliases: [] }, rules: [], notes: [] }} noteDraft="" onNoteDraft={() => undefined} onSaveNote={() => undefined} />,
);

test('beside a Medicare payer stands where Medicare itself teaches billers, to be opened in a tab of its own', () => {
  for (const programme of ['medicare-ffs', 'medicare-advantage'] as const) {
    expect(card(programme)).toContain('Medicare Learning Network');
    expect(card(programme)).toMatch(/<a href="https:\/\/www\.cms\.gov\/training-education\/medicare-learning-network\/[^"]*" target="_blank" rel="noopener noreferrer">/u);
  }
});

test('a commercial payer is sent to nobody else', () => {
  expect(card('commercial')).not.toContain('Official guidance');
});
