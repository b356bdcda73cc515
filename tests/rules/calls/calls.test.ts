import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callTimes, clockText, hungUpAtMs, LONGEST_PHASE_MS, movedTo } from '../../../rules/calls/call-timers.ts';
import { bare, isNpi, valueForms } from '../../../rules/calls/caller-fields.ts';
import { saidToQuestions } from '../../../rules/calls/contradictions.ts';
import { ENOUGH_PER_HOUR, holdMap, median, timedCalls } from '../../../rules/calls/hold-map.ts';
import { askedQuestions, givenAnswers, listFor, questionList, SHIPPED_QUESTION_LISTS } from '../../../rules/calls/question-list.ts';
import { textsInForce } from '../../../rules/calls/work-text.ts';
import { contact } from '../../../rules/domain/contact.ts';
import { CONTACT_OUTCOMES } from '../../../rules/domain/vocabulary.ts';

describe('the timers of a call', () => {
  const moments = [{ phase: 'hold' as const, atMs: 0 }, { phase: 'talk' as const, atMs: 600_000 }, { phase: 'hold' as const, atMs: 700_000 }, { phase: 'talk' as const, atMs: 760_000 }, { phase: 'wrap' as const, atMs: 900_000 }];
  it('add up every wait, every talk and the wrap-up', () => expect(callTimes(moments, 930_000)).toEqual({ phase: 'wrap', holdSeconds: 660, talkSeconds: 240, wrapSeconds: 30, runningSeconds: 30, isDoubtful: false }));
  it('come from moments alone, so nothing is lost however long nobody looked', () => {
    fc.assert(fc.property(fc.array(fc.record({ phase: fc.constantFrom('hold' as const, 'talk' as const, 'wrap' as const), atMs: fc.integer({ min: 0, max: 3_600_000 }) }), { minLength: 1, maxLength: 12 }), (all) => {
      const end = 3_600_000;
      const { holdSeconds, talkSeconds, wrapSeconds } = callTimes(all, end);
      const whole = (end - Math.min(...all.map(({ atMs }) => atMs))) / 1000;
      expect(Math.abs(holdSeconds + talkSeconds + wrapSeconds - whole)).toBeLessThan(2);
    }));
  });
  it('of a call that ran on over night are not believed', () => expect(callTimes([{ phase: 'hold', atMs: 0 }], LONGEST_PHASE_MS + 1).isDoubtful).toBe(true));
  it('take a key pressed twice once', () => expect(movedTo(movedTo([], 'hold', 1), 'hold', 5)).toEqual([{ phase: 'hold', atMs: 1 }]));
  it('know when somebody hung up, and that a call taken up again is not over', () => expect([hungUpAtMs(moments), hungUpAtMs(moments.slice(0, 4))]).toEqual([900_000, null]));
  it('are shown as a clock', () => expect([clockText(7), clockText(247), clockText(3729)]).toEqual(['0:07', '4:07', '1:02:09']));
});

describe('the forms of the caller card', () => {
  it('have no stray blank, visible or not', () => {
    expect(bare(' XQJ\u00A0881\u200B204 \t')).toBe('XQJ881204');
    expect(valueForms('member-id', ' xqj-881 204\u2060 ').map(({ text }) => text)).toEqual(['xqj-881204', 'XQJ881204', '881204', '1204']);
  });
  it('give dates and amounts as portals and as phone keys want them', () => {
    expect(valueForms('birth-date', '1957-03-09').map(({ text }) => text)).toEqual(['03/09/1957', '03091957', '03/09/57', '1957-03-09']);
    expect(valueForms('charge', '124050').map(({ text }) => text)).toEqual(['1240.50', '124050']);
    expect(valueForms('service-dates', '2026-02-03/2026-02-05').map(({ text }) => text)).toEqual(['02/03/2026', '02032026', '02/03/26', '2026-02-03', '02/05/2026', '02052026', '02/05/26', '2026-02-05']);
    expect(valueForms('tax-id', '123456789').map(({ text }) => text)).toEqual(['12-3456789', '123456789', '6789']);
  });
  it('are none where nothing is known', () => expect([valueForms('npi', null), valueForms('member-id', ' \u200B')]).toEqual([[], []]));
  it('know a provider number by its check digit', () => expect(['1234567893', '1234567890', '3234567893', '123456789', ''].map(isNpi)).toEqual([true, false, false, false, false]));
});

describe('the question lists', () => {
  it('are sound, and there is one for every outcome', () => {
    for (const list of SHIPPED_QUESTION_LISTS) expect(questionList.safeParse(list).error?.issues ?? [], list.id).toEqual([]);
    for (const outcome of CONTACT_OUTCOMES) expect(SHIPPED_QUESTION_LISTS.filter(({ outcomes }) => outcomes.includes(outcome)), outcome).toHaveLength(1);
  });
  it('follow the answer: what is not asked any more is not counted, and comes back with its answer', () => {
    const denied = listFor('denied', SHIPPED_QUESTION_LISTS);
    if (denied === null) throw new Error('no list');
    const asked = (answers: Record<string, string>) => askedQuestions(denied, answers).map(({ key }) => key);
    expect(asked({})).not.toContain('authorization-on-file');
    expect(asked({ 'denied-for': 'authorization' })).toContain('authorization-on-file');
    expect(asked({ 'denied-for': 'authorization', 'authorization-on-file': 'yes' })).toContain('authorization-mismatch');
    // The middle question fell away, so what hung on its answer does too.
    expect(asked({ 'denied-for': 'duplicate', 'authorization-on-file': 'yes' })).not.toContain('authorization-mismatch');
    expect(givenAnswers(denied, { 'denied-for': 'duplicate', 'authorization-on-file': 'yes', 'duplicate-of': ' C-77 ' }).map(({ key, value }) => [key, value])).toEqual([['denied-for', 'duplicate'], ['duplicate-of', 'C-77']]);
  });
  it('of a practice are refused where a condition hangs on no earlier question, or can never hold', () => {
    const base = { id: 'x', title: 'X', outcomes: ['paid'], questions: [{ key: 'a', ask: 'A?', kind: 'yes-no' }] };
    const faults = (question: object) => questionList.safeParse({ ...base, questions: [...base.questions, question] }).error?.issues.map(({ message }) => message);
    expect(faults({ key: 'b', ask: 'B?', kind: 'text', when: { key: 'zzz', is: ['yes'] } })).toEqual(['condition-on-no-earlier-question']);
    expect(faults({ key: 'b', ask: 'B?', kind: 'text', when: { key: 'a', is: ['maybe'] } })).toEqual(['condition-that-never-holds']);
    expect(faults({ key: 'a', ask: 'B?', kind: 'text' })).toEqual(['twice-the-same-key']);
  });
  it('of the practice stand in place of the shipped one, and give way to it again', () => {
    const own = { ...SHIPPED_QUESTION_LISTS[0], title: 'Ours' };
    const id = own.id ?? '';
    expect(textsInForce([{ key: `questions:${id}`, n: 3, body: own }]).questions.find(({ value }) => value.id === id)).toMatchObject({ n: 3, isShipped: false, value: { title: 'Ours' } });
    expect(textsInForce([{ key: `questions:${id}`, n: 4, body: null }]).questions.find(({ value }) => value.id === id)).toMatchObject({ n: 4, isShipped: true });
  });
});

const call = (more: object) => contact.parse({ channel: 'phone', numberDialled: '', representative: 'Ana', reference: 'R1', noReferenceReason: null, outcome: 'in-process', promise: '', promisedFor: null, note: '', startedAtMs: 0, endedAtMs: 1, holdSeconds: null, ...more });
const received = (value: string) => ({ key: 'received-on', question: 'Received on?', kind: 'date', value });

describe('what each contact said', () => {
  it('stands side by side, and a fact that changed is marked', () => {
    const contacts = [{ ...call({ answers: [received('2026-03-02')] }), id: 'one', atMs: 1 }, { ...call({ representative: 'Bo', answers: [received('2026-02-11')] }), id: 'two', atMs: 2 }];
    expect(saidToQuestions(contacts, 'case')).toMatchObject([{ key: 'received-on', isContradicted: true, said: [{ representative: 'Bo' }, { representative: 'Ana' }] }]);
  });
  it('is no contradiction where only the spelling differs, or the question is about what changes', () => {
    const said = (key: string, ...values: string[]) => saidToQuestions(values.map((value, at) => ({ ...call({ answers: [{ key, question: '?', kind: 'text', value }] }), id: String(at), atMs: at })), 'case')[0]?.isContradicted;
    expect([said('payer-id', 'ABC-12', 'abc 12'), said('pended-for', 'records', 'nothing'), said('payer-id', 'ABC12', 'ABC13')]).toEqual([false, false, true]);
  });
  it('of a contact about several claims counts for its own claim alone', () => {
    const claims = [{ caseId: 'case-0001', outcome: 'paid', followUpOn: '2026-04-01', nextAction: 'review', answers: [received('2026-01-01')], note: '', promise: '', promisedFor: null, reference: null }];
    const one = { ...call({ answers: [received('2026-02-02')], claims }), id: 'one', atMs: 1 };
    expect([saidToQuestions([one], 'case-0001')[0]?.said[0]?.value, saidToQuestions([one], 'case-0002')[0]?.said[0]?.value]).toEqual(['2026-01-01', '2026-02-02']);
  });
});

describe('the map of waits', () => {
  const at = (hour: number, minutes: number, n: number) => Array.from({ length: n }, () => ({ weekday: 2, hour, holdSeconds: minutes * 60, talkSeconds: 200, dropped: false }));
  it('hides hours with too few calls', () => expect(holdMap([...at(9, 30, ENOUGH_PER_HOUR - 1), ...at(14, 10, ENOUGH_PER_HOUR)]).cells.map(({ hour, n, medianHoldSeconds }) => [hour, n, medianHoldSeconds])).toEqual([[14, 5, 600]]));
  it('names a best hour only with enough calls and a clear difference', () => {
    expect(holdMap([...at(9, 30, 10), ...at(14, 10, 9)]).best).toBeNull();
    expect(holdMap([...at(9, 30, 12), ...at(14, 10, 10)]).best).toMatchObject({ hour: 14 });
    expect(holdMap([...at(9, 30, 12), ...at(14, 28, 10)]).best).toBeNull();
  });
  it('takes only timed calls, in the practice\'s own zone', () => {
    const startedAtMs = Date.parse('2026-03-03T15:10:00Z');
    const calls = timedCalls([call({ startedAtMs, holdSeconds: 60 }), call({ startedAtMs, holdSeconds: null }), call({ startedAtMs, channel: 'chat', reference: 'x', holdSeconds: 60 })], 'America/Chicago');
    expect(calls).toEqual([{ weekday: 2, hour: 9, holdSeconds: 60, talkSeconds: null, dropped: false }]);
    expect(median([3, 1, 2, 10])).toBe(2.5);
  });
});
