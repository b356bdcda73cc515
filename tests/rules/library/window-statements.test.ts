import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { windowStatements } from '../../../rules/library/window-statements.ts';

const short = (text: string): string[] => windowStatements(text).map(({ action, value, unit, startsFrom }) => `${action} ${value} ${unit} from ${startsFrom ?? '?'}`);

describe('windows that a page, a letter or a remark states', () => {
  it.each([
    ['Appeals must be received within 90 days of the date of this notice.', ['appeal-level-1 90 calendar-days from notice-date']],
    ['You have one hundred eighty (180) calendar days from the date of the remittance advice to file an appeal.', ['appeal-level-1 180 calendar-days from remittance-date']],
    ['A request for reconsideration must be filed within 60 business days after receipt of the denial letter.', ['reconsideration 60 business-days from notice-receipt']],
    ['The timely filing limit is 120 days from the date of service.', ['timely-filing 120 calendar-days from date-of-service']],
    ['Claims must be filed within 1 year of the date of service.', ['timely-filing 1 years from date-of-service']],
    ['Second-level appeals: no later than sixty (60) days following the first level decision.', ['appeal-level-2 60 calendar-days from prior-decision-date']],
    ['Peer-to-peer discussions may be requested within 14 calendar days of the denial.', ['peer-to-peer 14 calendar-days from notice-date']],
    ['You may appeal this decision. To do so, write to us within 180 days (6 months) of receipt.', ['appeal-level-1 180 calendar-days from notice-receipt']],
    ['To appeal, submit a written request in 65 days from the date of this letter.', ['appeal-level-1 65 calendar-days from notice-date']],
    ['Corrected claims must be submitted within 12 months of the date of service, and appeals within 60 days of the decision.', ['corrected-claim 12 months from date-of-service', 'appeal-level-1 60 calendar-days from ?']],
    ['Appeal\nwithin 90\ndays of this\nnotice.', ['appeal-level-1 90 calendar-days from notice-date']],
  ])('%s', (text, expected) => expect(short(text)).toEqual(expected));

  it.each([
    'We will respond to your appeal within 30 days.',
    'Please allow 30 days for processing of your appeal.',
    'The plan will decide the appeal within 60 days of receipt.',
    'Your session expires within 15 minutes.',
    'Appeals of the last 90 days are shown.',
    'Claims are processed within 30 days.',
    'Showing 1 to 20 of 90 claims. Appeal status: upheld.',
    'Keep your appeal letter.',
    '',
  ])('is silent about what is no window of the provider: %s', (text) => expect(short(text)).toEqual([]));

  it('states each step and window once, however often the text repeats it', () => {
    expect(short('Appeal within 90 days of this notice. '.repeat(50))).toHaveLength(1);
  });

  it('shows the sentence as it reads, without characters that turn it around', () => {
    const [found] = windowStatements('Appeal within 9\u200b0\u202e days of the notice.');
    expect(found).toMatchObject({ value: 90, sentence: 'Appeal within 90 days of the notice.' });
  });

  it('keeps markup as text and cuts what is too long', () => {
    const [found] = windowStatements(`${'x'.repeat(900)} <img src=x onerror=alert(1)> appeal within 90 days of the notice ${'y'.repeat(900)}`);
    expect(found?.value).toBe(90);
    expect(found?.sentence.length).toBeLessThan(410);
    expect(found?.sentence).toContain('<img src=x onerror=alert(1)>');
  });

  it('ends soon on hostile texts, and never throws', () => {
    const started = performance.now();
    for (const text of ['within 9 days '.repeat(20_000), `appeal ${'a '.repeat(60_000)}`, '('.repeat(100_000), `we ${'x'.repeat(59)} `.repeat(2000), 'one hundred '.repeat(9000), `appeal within ${'9'.repeat(70_000)} days`]) windowStatements(text);
    expect(performance.now() - started).toBeLessThan(2000);
    fc.assert(fc.property(fc.string({ maxLength: 2000 }), (text) => windowStatements(text).length <= 12), { numRuns: 300, seed: 5 });
  });
});
