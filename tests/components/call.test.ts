import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankCall, finishedCall, isTouched, restoredCall } from '../../components/call/call-draft.ts';
import { proposeFollowUp } from '../../components/call/call-proposal.ts';
import { dayOfIso, isoOfDay } from '../../components/words/day-words.ts';
import { NO_DAY } from '../../rules/domain/day-number.ts';
import { contact } from '../../rules/domain/contact.ts';
import { cadenceOf } from '../../rules/work/payer-cadence.ts';
import { CONTACT_OUTCOMES } from '../../rules/domain/vocabulary.ts';

const friday = dayOfIso('2026-11-20') ?? 0;
const usual = (days: number) => ({ days, why: `The practice's usual ${days} days.` });
const proposal = { followUpOn: '2026-12-01', nextAction: 'check-status' as const };

describe('the follow-up proposed after a call', () => {
  it('is never in the past, never past the first clock, and on a working day unless the clock ends before', () => {
    fc.assert(fc.property(fc.constantFrom(null, ...CONTACT_OUTCOMES), fc.option(fc.integer({ min: -30, max: 90 })), fc.integer({ min: 1, max: 120 }), fc.option(fc.integer({ min: 0, max: 200 })), fc.integer({ min: 20_000, max: 23_000 }), (outcome, promised, cadence, safe, today) => {
      const safeDay = safe === null ? NO_DAY : today + safe;
      const day = dayOfIso(proposeFollowUp(outcome, promised === null ? null : isoOfDay(today + promised), today, usual(cadence), safeDay).followUpOn) ?? -1;
      expect(day).toBeGreaterThanOrEqual(today);
      expect(day).toBeLessThanOrEqual(safeDay);
      const weekday = (day + 4) % 7;
      if (day !== safeDay) expect([0, 6]).not.toContain(weekday);
    }));
  });
  it('is the working day after what was promised', () => expect(proposeFollowUp('in-process', '2026-11-20', friday, usual(30), NO_DAY).followUpOn).toBe('2026-11-23'));
  it('is the payer\'s own cadence where the practice keeps one, and says so', () => {
    const proposed = proposeFollowUp('in-process', null, friday, cadenceOf({ name: 'Cedar Valley Health', answersWithinDays: 12 }, 30), NO_DAY);
    expect(proposed).toMatchObject({ followUpOn: '2026-12-02', why: 'Cedar Valley Health usually answers within 12 days.' });
    expect(cadenceOf({ name: 'Cedar Valley Health', answersWithinDays: null }, 30)).toEqual(usual(30));
    expect(cadenceOf(null, 14)).toEqual(usual(14));
  });
  it('takes no promise that is over', () => expect(proposeFollowUp('in-process', '2026-11-01', friday, usual(10), NO_DAY).followUpOn).toBe('2026-11-30'));
});

describe('a call', () => {
  it('needs an outcome and a reference or the reason why none', () => {
    const finished = finishedCall(blankCall(0), proposal, 60_000);
    expect('faults' in finished && finished.faults.map((one) => one.field)).toEqual(['outcome', 'reference']);
  });
  it('is a contact the contract takes, with the proposal where nothing else was chosen', () => {
    const finished = finishedCall({ ...blankCall(0), outcome: 'in-process', reference: ' 7741-09 ', noReferenceReason: 'refused', representative: ' Keisha ' }, proposal, 60_000);
    expect('call' in finished && contact.parse(finished.call.contact)).toMatchObject({ reference: '7741-09', noReferenceReason: null, representative: 'Keisha', endedAtMs: 60_000 });
    expect('call' in finished && [finished.call.followUpOn, finished.call.nextAction]).toEqual(['2026-12-01', 'check-status']);
  });
  it('keeps the reason where there is no number', () => {
    const finished = finishedCall({ ...blankCall(0), outcome: 'disconnected', noReferenceReason: 'cut-off' }, proposal, 1);
    expect('call' in finished && contact.parse(finished.call.contact)).toMatchObject({ reference: null, noReferenceReason: 'cut-off' });
  });
  it('comes back from a draft of any age, and is blank where the draft is of no use', () => {
    const draft = { ...blankCall(5), note: 'half a sen' };
    expect(restoredCall(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
    for (const useless of [null, undefined, 7, 'x', [], {}, { startedAtMs: 'soon', channel: 'phone', note: '' }]) expect(restoredCall(useless)).toBeNull();
  });
  it('knows whether anything would be missed', () => expect([isTouched(blankCall(1)), isTouched({ ...blankCall(1), note: 'x' })]).toEqual([false, true]));
});
