import { expect, it } from 'vitest';
import { radarFindings } from '../../../rules/library/radar.ts';
import { windowStatements } from '../../../rules/library/window-statements.ts';
import { BASE_RULES } from '../../../rules/payers/base-rules.ts';

const MEDICARE = BASE_RULES.filter(({ payer }) => payer === 'Medicare (Original / fee-for-service)');
const AETNA = BASE_RULES.filter(({ payer }) => payer === 'Aetna');
const found = (text: string, rules = AETNA) => radarFindings(windowStatements(text), rules, { lineOfBusiness: null, state: null });

it('is silent where the text says what the library says', () => {
  expect(found('Appeals must be filed within 60 days of the previous decision.')).toEqual([]);
  expect(found('Requests for redetermination must be received within 120 days of receipt of this notice.', MEDICARE)).toEqual([]);
});

it('is silent where the text counts from the notice what the library counts from presumed receipt', () => {
  expect(found('File a redetermination within 125 days of the date of this notice.', MEDICARE)).toEqual([]);
});

it('finds a window that no rule of the payer has, with the rules it disagrees with', () => {
  const [one] = found('Appeals must be received within 45 days of this letter.');
  expect(one?.statement).toMatchObject({ action: 'appeal-level-1', value: 45 });
  expect(one?.rules.map(({ id }) => id)).toContain('aetna-appeal-payment');
});

it('takes a year for twelve months, but no 365 days', () => {
  expect(found('Claims must be filed within 12 months of the date of service.', MEDICARE)).toEqual([]);
  expect(found('Claims must be filed within 365 days of the date of service.', MEDICARE)).toHaveLength(1);
});

it('says of a step the library has nothing about that there is nothing', () => {
  expect(found('Appeals must be received within 45 days of this letter.', [])[0]?.rules).toEqual([]);
});
