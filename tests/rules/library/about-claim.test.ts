import { describe, expect, it } from 'vitest';
import { fitOf, topicsOf } from '../../../rules/library/about-claim.ts';
import { ABOUT_NOTHING } from '../../../rules/library/library-entry.ts';
import type { About } from '../../../rules/library/library-entry.ts';
import { notesFor, playbooksFor } from '../../../rules/library/playbook-choice.ts';
import { blankFacts } from '../../../rules/work/blank-facts.ts';

const payer = { key: 'aetna-il', name: 'Aetna of Illinois', libraryPayer: 'Aetna', lineOfBusiness: 'commercial' as const, state: 'IL', network: null, aliases: [] };
const facts = {
  ...blankFacts(), payerName: 'AETNA CHOICE POS II', adjustments: [{ groupCode: 'CO' as const, carc: '197', cents: 100 }], rarcs: ['N54'],
  lines: [{ line: 1, procedure: '97110', modifiers: ['GP'], units: 1, charge: 100, allowed: null, paid: null, status: null, serviceFrom: null, serviceTo: null, adjustments: [], rarcs: [], payerCodes: [{ code: 'X12', text: null }] }],
};
const topics = topicsOf(facts, payer, 'prior-authorization');
const about = (part: Partial<About>): About => ({ ...ABOUT_NOTHING, ...part });

describe('what a note is about', () => {
  it.each<[string, Partial<About>]>([
    ['its payer by the practice\'s key', { payers: ['aetna-il'] }], ['its payer by the library\'s', { payers: ['aetna'] }], ['a reason code with its group', { codes: ['CO-197'] }], ['a reason code alone', { codes: ['197'] }],
    ['a remark', { codes: ['n54'] }], ['a payer\'s own code', { codes: ['x12'] }], ['a procedure', { procedures: ['97110'] }], ['the beginning of one', { procedures: ['9711*'] }], ['a modifier', { modifiers: ['gp'] }],
    ['a line of business', { products: ['commercial'] }], ['words of the plan\'s name', { products: ['Choice POS'] }], ['payer and code together', { payers: ['aetna'], codes: ['CO-197', 'CO-16'] }],
  ])('fits a claim by %s', (_what, part) => expect(fitOf(about(part), topics)).toBeGreaterThan(0));
  it.each<[string, Partial<About>]>([
    ['another payer', { payers: ['cigna'] }], ['another group of the same code', { codes: ['PR-197'] }], ['another procedure', { procedures: ['99213'] }], ['a longer procedure than the claim\'s', { procedures: ['971100'] }],
    ['one of two tags not met', { payers: ['aetna'], codes: ['CO-16'] }], ['another product', { products: ['medicaid'] }], ['nothing at all', {}],
  ])('does not fit by %s', (_what, part) => expect(fitOf(about(part), topics)).toBeNull());
});

const note = (id: string, part: Partial<About>, atMs = 1) => ({ id, atMs, body: { kind: 'general' as const, title: id, text: 'x', about: about(part) } });
it('shows the closest note first, and of two alike the newer', () => {
  expect(notesFor(topics, [note('payer', { payers: ['aetna'] }), note('code', { payers: ['aetna'], codes: ['197'] }), note('newer', { payers: ['aetna'] }, 2), note('not', { codes: ['16'] })]).map(({ id }) => id)).toEqual(['code', 'newer', 'payer']);
});

describe('the playbook for a claim', () => {
  const book = (id: string, part: Partial<About>) => ({ id, body: { title: id, about: about(part), steps: ['Do it'], evidence: [], who: '', typicalResult: '' } });
  it('is the practice\'s own for payer and code, before that for the category', () => {
    expect(playbooksFor(topics, [book('category', { categories: ['prior-authorization'] }), book('both', { payers: ['aetna'], codes: ['197'] })]).map(({ id }) => id)).toEqual(['both', 'category']);
  });
  it('is the one that came with Overturn where the practice has none, and claims no result', () => {
    const [shipped, ...more] = playbooksFor(topics, [book('other', { payers: ['cigna'] })]);
    expect(more).toEqual([]);
    expect(shipped).toMatchObject({ isOwn: false, typicalResult: '' });
    expect(shipped?.steps.length).toBeGreaterThan(1);
    expect(shipped?.who).not.toBe('');
  });
});
