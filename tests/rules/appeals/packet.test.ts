import { describe, expect, it, test } from 'vitest';
import { duplicateOf, levelChoices } from '../../../rules/appeals/appeal-level.ts';
import { blockText, buildLetter } from '../../../rules/appeals/build-letter.ts';
import { nextEscalation } from '../../../rules/appeals/escalation-path.ts';
import { fileLimits } from '../../../rules/appeals/file-limits.ts';
import { gradeProofs } from '../../../rules/appeals/filing-proofs.ts';
import { isLetterField, LETTER_FIELDS } from '../../../rules/appeals/letter-fields.ts';
import type { LetterFact, LetterField } from '../../../rules/appeals/letter-fields.ts';
import { faultOfTemplateText, fieldsIn, letterTemplateFile, SHIPPED_TEMPLATES, templateFor } from '../../../rules/appeals/letter-template.ts';
import type { KeptTemplate, LetterTemplate } from '../../../rules/appeals/letter-template.ts';
import { answerLook, receiptLook, sentLook } from '../../../rules/appeals/next-look.ts';
import { checklistOf } from '../../../rules/appeals/packet-checklist.ts';
import { parseCalendarDay } from '../../../rules/calendar/calendar-day.ts';
import { DENIAL_CATEGORIES } from '../../../rules/codes/vocabulary.ts';
import type { ProofKind } from '../../../rules/domain/appeal.ts';
import type { ClockView } from '../../../rules/work/case-file.ts';

const usual = (days: number) => ({ days, why: `The practice's usual ${days} days.` });
const fact = (value: string): LetterFact => ({ value, source: 'Remittance file, 2026-03-02 (look 1)' });
const frame = templateFor('frame', 'aetna', []).template;
const template = (category: 'prior-authorization' | 'medical-necessity' = 'prior-authorization') => templateFor(category, 'aetna', []).template;
const facts = (...fields: [LetterField, string][]) => new Map(fields.map(([field, value]) => [field, fact(value)]));
const clock = (action: string, more: Partial<ClockView>): ClockView => ({ action, name: action, kind: 'dated', raw: null, due: null, safe: null, daysLeft: 10, rule: null, version: null, confidence: null, source: null, steps: [], warnings: [], needs: [], why: null, conflict: [], overriddenBy: null, letterOn: null, ...more });

describe('letters', () => {
  it('the shipped templates hold to their schema, and there is one for every reason of denial or the one for any other', () => {
    expect(letterTemplateFile.safeParse(SHIPPED_TEMPLATES).error?.issues ?? []).toEqual([]);
    expect(new Set(SHIPPED_TEMPLATES.map(({ category }) => category)).size).toBe(SHIPPED_TEMPLATES.length);
    for (const category of DENIAL_CATEGORIES) expect(templateFor(category, 'aetna', []).template.argument.length).toBeGreaterThan(0);
  });
  it('every fact stands in the letter with its source, and what nobody knows is a visible blank', () => {
    const letter = buildLetter(frame, template(), [], facts(['claim-number', 'E26061234500'], ['authorization-number', 'AU-5512']));
    const text = letter.blocks.map(blockText).join('\n');
    expect(text).toContain('E26061234500');
    expect(text).toContain('[patient name?]');
    expect(letter.blanks).toContain('patient-name');
    expect(letter.blanks).not.toContain('claim-number');
    expect(letter.facts.find(({ field }) => field === 'claim-number')?.source).toContain('look 1');
    for (const one of letter.facts) expect(one.source).not.toBe('');
  });
  it('an optional paragraph is left out where its fact is missing, and says what it would have needed', () => {
    const letter = buildLetter(frame, template(), [], facts());
    expect(letter.leftOut.some(({ needs }) => needs.includes('account-number'))).toBe(true);
    expect(letter.blanks).not.toContain('account-number');
  });
  it("a biller's own paragraph stands apart; a number in it that the case does not know needs its source", () => {
    const own = { id: 'own-00001', text: 'The nurse confirmed on 04/01/2026 that $310.00 is owed for E26061234500.', source: '', byUser: 'user-ada-0001', atMs: 1 };
    const letter = buildLetter(frame, template(), [own], facts(['claim-number', 'E26061234500']));
    expect(letter.blocks.filter(({ from }) => from === 'own').map(({ id }) => id)).toEqual(['own-00001']);
    expect(letter.unconfirmed.map(({ what }) => what).sort()).toEqual(['$310.00', '04/01/2026']);
    expect(buildLetter(frame, template(), [{ ...own, source: 'Call of 1 April' }], facts()).unconfirmed).toEqual([]);
  });
  it('a merge field typed into an own paragraph stays words', () => {
    const letter = buildLetter(frame, template(), [{ id: 'own-00001', text: '{{claim-number}}', source: '', byUser: 'user-ada-0001', atMs: 1 }], facts(['claim-number', 'E26061234500']));
    expect(letter.blocks.filter(({ from }) => from === 'own').map(blockText)).toEqual(['{{claim-number}}']);
  });
  it('a template may hold no unknown field, no lone brace and no fact of somebody', () => {
    expect(faultOfTemplateText('Claim {{claim-number}} of {{service-dates}}.')).toBeNull();
    expect(faultOfTemplateText('{{social-security}}')?.fault).toBe('unknown-field');
    expect(faultOfTemplateText('{{claim-number}')?.fault).toBe('lone-brace');
    expect(faultOfTemplateText('We paid $300 on it')?.fault).toBe('typed-fact');
    expect(faultOfTemplateText('Claim 2026061234')?.fault).toBe('typed-fact');
    expect(faultOfTemplateText('Seen on 03/02/2026')?.fault).toBe('typed-fact');
    for (const field of SHIPPED_TEMPLATES.flatMap(({ before, argument, after }) => [...before, ...argument, ...after]).flatMap(({ text }) => fieldsIn(text))) expect(isLetterField(field), field).toBe(true);
    expect(new Set(LETTER_FIELDS).size).toBe(LETTER_FIELDS.length);
  });
  it("the payer's own template comes before the practice's, and that before the shipped one", () => {
    const kept = (payerKey: string | null): KeptTemplate => ({ id: `x:${payerKey ?? ''}`, version: 1, payerKey, template: { ...template(), title: payerKey ?? 'practice' } });
    expect(templateFor('prior-authorization', 'aetna', [kept(null), kept('aetna')]).template.title).toBe('aetna');
    expect(templateFor('prior-authorization', 'cigna', [kept(null), kept('aetna')]).template.title).toBe('practice');
    expect(templateFor('prior-authorization', 'cigna', []).version).toBe(0);
  });
});

describe('the packet', () => {
  const letter = { blocks: [], blanks: [], leftOut: [], facts: [], unconfirmed: [] };
  const part = (kind: 'cover-letter' | 'authorization' | 'remittance', documentId: string | null = null) => ({ id: `part-${kind}-0001`, kind, title: kind, why: 'Because', documentId });
  const document = (id: string, more = {}) => ({ id, name: 'a.pdf', type: 'application/pdf' as const, bytes: 1000, pages: 3, sha256: 'a'.repeat(64), done: true, ...more });
  const base = { letter, templates: [frame, template()] as LetterTemplate[], limits: fileLimits(''), hasPrevious: false, hasProof: null };

  it('a missing required part keeps it from being ready and says why it belongs in', () => {
    const { faults, items } = checklistOf({ ...base, parts: [part('cover-letter')], documents: [] });
    expect(faults.map((one) => (one.code === 'missing-part' ? one.kind : one.code)).sort()).toEqual(['authorization', 'remittance']);
    for (const item of items) expect(item.why.length).toBeGreaterThan(10);
  });
  it('with every required part, each with its document and reason, nothing is missing', () => {
    const parts = [part('cover-letter'), part('remittance', 'document-1'), part('authorization', 'document-2')];
    expect(checklistOf({ ...base, parts, documents: [document('document-1'), document('document-2')] }).faults).toEqual([]);
    expect(checklistOf({ ...base, parts, documents: [document('document-1'), document('document-2', { done: false })] }).faults.map(({ code }) => code)).toContain('not-whole');
    expect(checklistOf({ ...base, parts: parts.map((one) => ({ ...one, why: ' ' })), documents: [document('document-1'), document('document-2')] }).faults.filter(({ code }) => code === 'no-why')).toHaveLength(3);
  });
  it('a later level needs the decision of the level before', () => {
    expect(checklistOf({ ...base, parts: [], documents: [], hasPrevious: true }).faults.some((one) => one.code === 'missing-part' && one.kind === 'prior-decision')).toBe(true);
  });
  it("is held against the payer's own limits of pages and size", () => {
    const parts = [part('cover-letter'), part('remittance', 'document-1'), part('authorization', 'document-2')];
    const documents = [document('document-1', { pages: 60, bytes: 9_000_000 }), document('document-2', { pages: 39, bytes: 9_000_000 })];
    const faults = checklistOf({ ...base, parts, documents, limits: fileLimits('PDF only, up to 10 MB, at most 100 pages') }).faults.map(({ code }) => code);
    expect(faults).toEqual(['too-many-pages', 'too-large']);
    // 98 pages of documents, a letter of one page and the index are 100; the font counts too.
    const near = [document('document-1', { pages: 60, bytes: 4_900_000 }), document('document-2', { pages: 38, bytes: 5_200_000 })];
    const short = { ...letter, blocks: [{ id: 'a', from: 'own' as const, spans: [{ kind: 'words' as const, text: 'Pay.' }], ownSource: null, byUser: null }] };
    const whole = checklistOf({ ...base, letter: short, parts, documents: near, limits: fileLimits('PDF only, up to 10 MB, at most 100 pages') });
    expect([whole.pages, whole.faults.map(({ code }) => code)]).toEqual([100, ['too-large']]);
    expect(fileLimits('PDF only, up to 10 MB, at most 100 pages')).toMatchObject({ pages: 100, bytes: 10 * 1024 * 1024 });
    expect(fileLimits('Ask first')).toMatchObject({ pages: null, bytes: null });
  });
});

test('something recorded late is followed up from the day it was sent, and never before today', () => {
  const today = parseCalendarDay('2026-11-28') ?? 0;
  expect(sentLook('2026-11-28', null, usual(30), today)).toEqual({ day: '2026-12-28', why: "The practice's usual 30 days." });
  expect(sentLook('2026-11-18', null, usual(30), today).day).toBe('2026-12-18');
  // Medicare's redetermination: 60 days from 19 October end on 18 December.
  expect(sentLook('2026-10-19', 'mcr-ffs-redetermination', usual(30), today)).toMatchObject({ day: '2026-12-19', why: expect.stringContaining('60 calendar days') as string });
  expect(sentLook('2026-10-01', null, usual(30), today)).toMatchObject({ day: '2026-11-28', why: expect.stringContaining('2026-10-31: ask now') as string });
});

describe('the right level and no second appeal', () => {
  it('offers the first level that is open, and refuses one that is closed for the claim', () => {
    const choices = levelChoices([clock('reconsideration', { kind: 'not-open', why: 'Not for this plan.' }), clock('appeal-level-1', { due: '2026-08-29' }), clock('appeal-level-2', { kind: 'not-open', why: 'Opens later.' })], [], []);
    expect(choices.map(({ level, kind }) => [level, kind])).toEqual([['reconsideration', 'refused'], ['appeal-level-1', 'right'], ['appeal-level-2', 'refused']]);
  });
  it('a level without a known date is offered as unsure and never as the right one', () => {
    expect(levelChoices([clock('appeal-level-1', { kind: 'unknown' })], [], [])[0]?.kind).toBe('unsure');
    expect(levelChoices([clock('appeal-level-1', { daysLeft: -3 })], [], [])[0]?.kind).toBe('unsure');
  });
  it('refuses a second appeal in preparation, with the payer, decided, recorded as sent, or below one that went on', () => {
    const one = (level: 'appeal-level-1' | 'appeal-level-2', state: 'draft' | 'sent' | 'upheld' | 'withdrawn' | 'closed') => [{ id: 'a', level, state }];
    expect(duplicateOf('appeal-level-1', one('appeal-level-1', 'draft'), [])).toContain('being prepared');
    expect(duplicateOf('appeal-level-1', one('appeal-level-1', 'sent'), [])).toContain('with the payer');
    expect(duplicateOf('appeal-level-1', one('appeal-level-1', 'upheld'), [])).toContain('decided');
    expect(duplicateOf('appeal-level-2', one('appeal-level-1', 'sent'), [])).toContain('still open');
    expect(duplicateOf('appeal-level-1', one('appeal-level-2', 'closed'), [])).toContain('went on');
    expect(duplicateOf('appeal-level-1', [], [{ action: 'appeal-level-1', on: '2026-03-01' }])).toContain('2026-03-01');
    expect(duplicateOf('appeal-level-1', one('appeal-level-1', 'withdrawn'), [])).toBeNull();
    expect(duplicateOf('appeal-level-2', one('appeal-level-1', 'upheld'), [])).toBeNull();
  });
});

describe('proof of filing', () => {
  const named = (kind: ProofKind, more = {}) => ({ id: `proof-${kind}`, kind, on: '2026-02-10', reference: 'R1', namesClaim: true, documentId: null, byUser: 'user-ada-0001', atMs: 1, ...more });
  const grade = (kind: ProofKind, more = {}, limit: string | null = '2026-05-04') => gradeProofs([], [named(kind, more)], limit)[0];
  it("the payer's 277CA counts, a 999 and a TA1 never do", () => {
    expect(grade('payer-acceptance-277ca')?.grade).toBe('counts');
    expect(grade('functional-ack-999')?.grade).toBe('does-not-count');
    expect(grade('interchange-ack-ta1')?.grade).toBe('does-not-count');
  });
  it('grades the others as a person who does appeals would', () => {
    expect(grade('clearinghouse-payer-report')?.grade).toBe('counts');
    expect(grade('portal-receipt')?.grade).toBe('counts');
    expect(grade('clearinghouse-277ca')?.grade).toBe('supports');
    expect(grade('portal-screenshot')?.grade).toBe('supports');
    expect(grade('certified-mail')?.grade).toBe('supports');
    expect(grade('clearinghouse-batch-report')?.grade).toBe('weak');
    expect(grade('practice-system-screenshot')?.grade).toBe('weak');
    expect(grade('claim-copy-only')?.grade).toBe('does-not-count');
  });
  it('a proof that names no claim or has no day carries less, and one after the last day does not count', () => {
    expect(grade('payer-acceptance-277ca', { namesClaim: false })?.grade).toBe('weak');
    expect(grade('payer-acceptance-277ca', { on: null })?.grade).toBe('weak');
    expect(grade('portal-screenshot', { namesClaim: false, on: null })?.grade).toBe('does-not-count');
    expect(grade('payer-acceptance-277ca', { on: '2026-05-05' })).toMatchObject({ grade: 'does-not-count', isLate: true });
    expect(grade('payer-acceptance-277ca', { on: '2026-05-05' }, null)).toMatchObject({ grade: 'counts', isLate: null });
  });
  it('the strongest stands first', () => {
    expect(gradeProofs([], [named('functional-ack-999'), named('portal-screenshot'), named('payer-acceptance-277ca')], null).map(({ grade: one }) => one)).toEqual(['counts', 'supports', 'does-not-count']);
  });
});

describe('when to look again', () => {
  it('asks for receipt after business days by channel, over a holiday and a weekend', () => {
    expect(receiptLook('2026-07-02', 'portal')?.day).toBe('2026-07-07'); // Friday the 3rd is observed
    expect(receiptLook('2026-03-02', 'fax')?.day).toBe('2026-03-05');
  });
  it("waits for the payer's own time where a source gives it, else the practice's", () => {
    expect(answerLook('2026-03-02', 'mcr-ffs-redetermination', usual(30))?.day).toBe('2026-05-02');
    expect(answerLook('2026-03-02', 'no-such-rule', usual(30))).toMatchObject({ day: '2026-04-01' });
    expect(answerLook('2026-03-02', null, usual(14))?.why).toContain('14 days');
  });
  it('escalation goes one step at a time, each after its own wait', () => {
    const taken = (step: 'supervisor' | 'regulator', answerBy: string | null) => [{ step, on: '2026-03-02', to: '', reference: null, answerBy, note: '', byUser: 'user-ada-0001', atMs: 1 }];
    expect(nextEscalation([], '2026-03-01')?.step.step).toBe('supervisor');
    expect(nextEscalation(taken('supervisor', null), null)).toMatchObject({ from: '2026-03-09', step: { step: 'payer-representative' } });
    expect(nextEscalation(taken('supervisor', '2026-03-20'), null)?.from).toBe('2026-03-20');
    expect(nextEscalation(taken('regulator', null), null)).toBeNull();
  });
});
