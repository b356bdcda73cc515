import { describe, expect, it } from 'vitest';
import { contact } from '../../../rules/domain/contact.ts';
import { correction, FREQUENCY_CODES } from '../../../rules/domain/correction.ts';

const before = {
  channel: 'phone', numberDialled: '8005550100', representative: 'Dana R.', reference: 'CALL-889', noReferenceReason: null, outcome: 'in-process', promise: 'Reprocessed', promisedFor: '2026-04-09',
  note: '', startedAtMs: 1, endedAtMs: 2, holdSeconds: 120,
};

describe('a contact', () => {
  it('of an older version is read as it was', () => expect(contact.parse(before)).toEqual(before));
  it('needs a reference number or the reason why there is none', () => expect(contact.safeParse({ ...before, reference: null }).success).toBe(false));
  it('says of each claim what was said of it', () => {
    const claims = [{ caseId: 'case-one-0001', outcome: 'paid', followUpOn: '2026-04-01', nextAction: 'review', answers: [{ key: 'paid-on', question: 'On which day?', kind: 'date', value: '2026-03-30' }], note: '', promise: '', promisedFor: null, reference: null }];
    const moments = [{ phase: 'hold', atMs: 1 }, { phase: 'talk', atMs: 2 }];
    expect(contact.parse({ ...before, claims, moments, channelFields: { pages: '4' } })).toMatchObject({ claims, moments, channelFields: { pages: '4' } });
  });
  it('takes no field of a channel that nobody knows', () => expect(contact.safeParse({ ...before, channelFields: { colour: 'red' } }).success).toBe(false));
});

describe('a correction', () => {
  it('replaces with frequency code 7, voids with 8, sends again with 1; records have none', () => expect(FREQUENCY_CODES).toEqual({ replacement: '7', void: '8', resubmission: '1', records: null }));
  it('names only fields a claim has', () => {
    const change = { field: 'authorization-number', was: '', now: 'AU-1', why: 'Left off' };
    const whole = { kind: 'replacement', originalClaimNumber: 'C-1', changes: [change], reason: '', records: [], requestReference: null, statusCheck: null, duplicateReason: null, steps: [] };
    expect(correction.parse(whole)).toEqual(whole);
    expect(correction.safeParse({ ...whole, changes: [{ ...change, field: 'weather' }] }).success).toBe(false);
  });
});
