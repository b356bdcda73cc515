import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statusNoteText } from '../../components/note/status-note-text.ts';
import { rowAfterKey } from '../../components/queue/QueueList.tsx';
import { errorWords } from '../../components/words/error-words.ts';
import { moneyWords, shortMoney } from '../../components/words/money-words.ts';
import { questionFor } from '../../components/words/fact-words.ts';
import { nextDayWords } from '../../components/words/queue-words.ts';
import { claimFacts } from '../../rules/domain/denial-case.ts';
import { NO_DAY } from '../../rules/domain/day-number.ts';
import { ERROR_CODES } from '../../rules/protocol/error-codes.ts';
import { blankFacts, sampleFile, sampleItem, TODAY } from './sample-cases.ts';

describe('moving in a list', () => {
  it('never leaves it', () => {
    fc.assert(fc.property(fc.constantFrom('ArrowDown', 'j', 'ArrowUp', 'k', 'Home', 'End', 'PageDown', 'PageUp'), fc.integer({ min: 1, max: 100_000 }), fc.nat(), fc.integer({ min: 1, max: 30 }), (key, count, seed, page) => {
      const to = rowAfterKey(key, seed % count, count, page);
      expect(to).toBeGreaterThanOrEqual(0);
      expect(to).toBeLessThan(count);
    }));
  });
  it('has no place in an empty list, and leaves other keys alone', () => expect([rowAfterKey('j', 0, 0, 5), rowAfterKey('x', 0, 9, 5)]).toEqual([null, null]));
});

describe('the words of a row', () => {
  it('say the date, or why there is none', () => {
    expect(nextDayWords({ nextDay: TODAY + 12, nextKind: 'appeal-level-1', undated: '' }, TODAY)).toBe('Appeal in 12 days');
    // Saturday the last day, Friday the day to work to: on Saturday nothing is over yet.
    expect(nextDayWords({ nextDay: TODAY - 1, safeDay: TODAY - 1, dueDay: TODAY, nextKind: 'appeal-level-1', undated: '' }, TODAY)).toBe('Appeal: last day today');
    expect(nextDayWords({ nextDay: TODAY - 1, safeDay: TODAY - 1, dueDay: TODAY, payerDay: TODAY + 1, nextKind: 'appeal-level-1', undated: '' }, TODAY)).toBe('Appeal 1 day over');
    expect(nextDayWords({ nextDay: TODAY - 1, safeDay: TODAY - 1, dueDay: TODAY + 1, nextKind: 'appeal-level-1', undated: '' }, TODAY)).toBe('Appeal: last day tomorrow');
    expect(nextDayWords({ nextDay: TODAY - 2, safeDay: TODAY - 2, dueDay: TODAY - 1, nextKind: 'appeal-level-1', undated: '' }, TODAY)).toBe('Appeal 2 days over');
    expect(nextDayWords({ nextDay: NO_DAY, nextKind: '', undated: 'conflict' }, TODAY)).toBe('Sources disagree');
    expect(nextDayWords({ nextDay: TODAY + 30, nextKind: 'follow-up', undated: 'unknown-payer' }, TODAY)).toBe('No date, look again in 30 days');
    expect(nextDayWords({ nextDay: TODAY + 30, nextKind: 'follow-up', undated: 'not-open' }, TODAY)).toBe('Follow-up in 30 days');
  });
  it('write money without a float', () => expect([123_450, -1410, 0, 5, 100_000_000_00].map(moneyWords)).toEqual(['$1,234.50', '-$14.10', '$0.00', '$0.05', '$100,000,000.00']));
  it('never promise more money in a tile than there is', () => expect([99_99, 1_234_567, 12_399_00, 218_449_12, 1_999_999_00].map(shortMoney)).toEqual(['$99', '$12.3K', '$12.3K', '$218K', '$1.9M']));
});

describe('the status note', () => {
  it('carries payer, claim, codes, the last contact and what is next', () => {
    const spoken = { id: 'c', atMs: 0, userName: 'Dana', channel: 'phone' as const, numberDialled: '', representative: 'Keisha', reference: '7741-09', noReferenceReason: null, outcome: 'in-process' as const, promise: 'Call back', promisedFor: '2026-11-24', note: '', startedAtMs: 0, endedAtMs: null, holdSeconds: null };
    const note = statusNoteText({ ...sampleFile, contacts: [spoken] }, TODAY, 'Dana Whitlock');
    for (const part of ['11/21/2026', 'Cedar Valley Health', '26310048812', 'CO-197', '$1,240.00', 'with Keisha, ref 7741-09', 'Promised: Call back by 11/24/2026', 'Next: Correct and resubmit', 'DW']) expect(note).toContain(part);
  });
  it('leaves out what is not known and invents nothing', () => {
    const bare = statusNoteText({ ...sampleFile, item: sampleItem(3, { nextDay: NO_DAY, dueDay: NO_DAY }), sealed: { ...sampleFile.sealed, facts: blankFacts }, explanation: { ...sampleFile.explanation, codes: [] } }, TODAY, '');
    expect(bare).not.toMatch(/null|undefined|NaN|claim ,|DOS|, \./u);
  });
});

describe('sentences', () => {
  it('exist for every error, say what to do, and for an unknown one as well', () => {
    for (const code of [...ERROR_CODES, 'something-new', 'constructor']) expect(errorWords(code)).toMatch(/^[A-Z].+\.$/u);
    expect(new Set(ERROR_CODES.map(errorWords)).size).toBe(ERROR_CODES.length);
  });
  it('ask only for facts the contract takes', () => {
    for (const need of ['serviceFrom', 'serviceThrough', 'noticeReceivedDate', 'noticeDate', 'remittanceDate', 'denialDate', 'priorDecisionDate', 'claimType', 'network', 'lineOfBusiness', 'state', 'mac']) {
      const asked = questionFor([need]);
      expect(asked, need).not.toBeNull();
      const value = asked?.kind === 'date' ? '2026-11-21' : asked?.kind === 'state' ? 'CO' : (asked?.options?.[0]?.value ?? '');
      expect(claimFacts.partial().safeParse({ [asked?.field ?? '']: value }).success, need).toBe(true);
    }
    expect(questionFor(['filingException'])).toBeNull();
  });
});
