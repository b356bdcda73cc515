import { describe, expect, it } from 'vitest';
import { clocksOfClaim } from '../../../rules/deadlines/claim-clocks.ts';
import type { ClaimClocks, ClaimForClocks } from '../../../rules/deadlines/claim-clocks.ts';
import { explainTraps } from '../../../rules/deadlines/explain-traps.ts';

const today = Temporal.PlainDate.from('2026-04-01');
const claim = (over: Partial<ClaimForClocks>): ClaimForClocks => ({
  payer: 'NOVITAS SOLUTIONS', lineOfBusiness: 'medicare-ffs', state: 'TX', status: 'denied',
  facts: { serviceFrom: '2026-01-05', serviceThrough: '2026-01-05', remittanceDate: '2026-02-02', claimType: 'professional' }, ...over,
});
const clocks = (over: Partial<ClaimForClocks>, on = today): ClaimClocks => clocksOfClaim(claim(over), { today: on });
const actions = (of: ClaimClocks): string[] => of.clocks.map((clock) => clock.action);
const clock = (of: ClaimClocks, action: string): ClaimClocks['clocks'][number] => {
  const found = of.clocks.find((entry) => entry.action === action);
  if (found === undefined) throw new Error(`no ${action}`);
  return found;
};

describe('the clocks of a denied Medicare claim', () => {
  const all = clocks({});
  it('put the one that kills first on top', () => {
    expect(actions(all).slice(0, 3)).toEqual(['appeal-level-1', 'timely-filing', 'reopening']);
    // 2 Feb 2026 + 125 = 7 June, a Sunday; due 8 June where the contractor rolls.
    expect(clock(all, 'appeal-level-1')).toMatchObject({ answer: { raw: '2026-06-07', due: '2026-06-08', safe: '2026-06-05' }, state: 'live', daysLeft: 68 });
    expect(clock(all, 'appeal-level-1').name).toContain('Redetermination');
  });
  it('name the levels that wait for a decision, and none the payer lacks', () => {
    expect(all.waiting.map((step) => step.action)).toEqual(['appeal-level-2', 'appeal-level-3', 'appeal-level-4', 'appeal-level-5']);
    expect(clocks({ payer: 'Cigna', lineOfBusiness: 'commercial', state: null }).waiting.map((step) => step.action)).toEqual(['appeal-level-2', 'external-review']);
  });
  it('say the trap in words', () => {
    expect(explainTraps(all).join(' ')).toContain('does not stop the filing limit for a corrected claim, which ends January 5, 2027');
    expect(explainTraps(all, 'reopening').join(' ')).toContain('does not stop the appeal clock, which ends June 8, 2026');
    expect(explainTraps(all, 'peer-to-peer')).toEqual([]);
  });
});

describe('an upheld decision', () => {
  const steps = [{ action: 'appeal-level-1', filedOn: '2026-03-02', outcome: 'upheld', decidedOn: '2026-04-20' }] as const;
  const later = clocks({ steps }, Temporal.PlainDate.from('2026-05-01'));
  it('opens the next level with its own start, never the first remittance', () => {
    // 20 April 2026 + 185.
    expect(clock(later, 'appeal-level-2')).toMatchObject({ answer: { raw: '2026-10-22' }, state: 'live' });
    expect(later.waiting[0]).toEqual({ action: 'appeal-level-3', after: 'appeal-level-2' });
  });
  it('leaves the level filed in time as filed', () => expect(clock(later, 'appeal-level-1').state).toBe('filed'));
  it('that was overturned opens nothing', () =>
    expect(actions(clocks({ steps: [{ ...steps[0], outcome: 'overturned' }] }))).not.toContain('appeal-level-2'));
});

describe('a filing after the due date', () => {
  it('is kept and flagged, not lost', () =>
    expect(clock(clocks({ steps: [{ action: 'appeal-level-1', filedOn: '2026-07-01', outcome: 'pending', decidedOn: null }] }, Temporal.PlainDate.from('2026-07-02')), 'appeal-level-1').state).toBe('filed-late'));
});

describe('states of a clock by day', () => {
  it.each([['2026-06-05', 'live'], ['2026-06-06', 'last-days'], ['2026-06-08', 'last-days'], ['2026-06-09', 'ended']] as const)('on %s: %s', (on, state) =>
    expect(clock(clocks({}, Temporal.PlainDate.from(on)), 'appeal-level-1').state).toBe(state));
  it('an ended clock stands below those that run', () =>
    expect(actions(clocks({}, Temporal.PlainDate.from('2026-06-09'))).at(-1)).toBe('appeal-level-1'));
});

describe('what was never determined', () => {
  it.each([
    ['rejected by status', { status: 'rejected' }], ['MA130', { rarcs: ['MA130'] }], ['A3', { statusCategories: ['A3'] }], ['A6', { statusCategories: ['a6'] }],
    ['A7', { statusCategories: ['A7'] }], ['A8', { statusCategories: ['A8'] }],
  ] as const)('(%s) has the filing clock only', (_name, over) => {
    const rejected = clocks(over);
    expect(actions(rejected)).toEqual(['timely-filing']);
    expect(rejected.closed.length).toBeGreaterThan(5);
    expect(rejected.closed[0]?.why).toMatch(/rejected, not denied/);
  });
  it('is a pending claim too, whose filing clock still warns', () => expect(actions(clocks({ status: 'pending' }))).toEqual(['timely-filing']));
  it('is a Medicare denial for late filing: no appeal, with the reason', () => {
    const late = clocks({ adjustments: [{ groupCode: 'CO', carc: '29' }] });
    expect(actions(late)).toEqual(['timely-filing']);
    expect(late.closed.find((entry) => entry.action === 'appeal-level-1')?.why).toMatch(/no initial determination/);
  });
  it('but another payer\'s late-filing denial can be disputed', () =>
    expect(actions(clocks({ payer: 'Cigna', lineOfBusiness: 'commercial', state: null, adjustments: [{ groupCode: 'CO', carc: '29' }] }))).toContain('appeal-level-1'));
});

describe('overrides', () => {
  const letter = { action: 'appeal-level-1', kind: 'letter', date: '2026-05-20', author: 'Rosa', reason: 'printed on page 1', evidence: 'letter of 4 February', recordedOn: '2026-03-01' } as const;
  it('the date on the letter beats the library, which stays as a dissent', () => {
    const overridden = clock(clocks({ overrides: [letter] }), 'appeal-level-1');
    expect(overridden).toMatchObject({ override: { author: 'Rosa', reason: 'printed on page 1' }, answer: { rule: 'override-letter', due: '2026-05-20', dissents: [{ rule: 'mcr-ffs-redetermination', raw: '2026-06-07' }] } });
  });
  it('the letter beats a contract, the later record an earlier one, and no impossible date wins', () => {
    const contract = { ...letter, kind: 'contract', date: '2026-05-01', recordedOn: '2026-03-20' } as const;
    const newer = { ...letter, date: '2026-05-22', recordedOn: '2026-03-05' } as const;
    const impossible = { ...letter, date: '2026-02-30', recordedOn: '2026-03-09' } as const;
    expect(clock(clocks({ overrides: [contract, letter, newer, impossible] }), 'appeal-level-1').dueDay).toBe(clock(clocks({ overrides: [newer] }), 'appeal-level-1').dueDay);
  });
  it('gives a clock to a payer the library does not know', () => {
    const unknown = clocks({ payer: 'Qxwv Mutual', lineOfBusiness: 'commercial', overrides: [letter] });
    expect(actions(unknown)).toEqual(['appeal-level-1']);
  });
});

describe('what is not known', () => {
  it('is asked in one question for an unknown payer', () =>
    expect(clocks({ payer: 'Qxwv Mutual', lineOfBusiness: 'commercial' })).toMatchObject({ clocks: [], question: { unknown: 'payer' } }));
  it('keeps a clock without a date in the list, below those with one', () => {
    const uhc = clocks({ payer: 'UHC', lineOfBusiness: 'commercial', state: null });
    expect(clock(uhc, 'timely-filing')).toMatchObject({ state: 'undated', dueDay: null, answer: { unverified: { rule: 'uhc-timely-filing-3p' } } });
    expect(uhc.clocks[0]?.state).toBe('live');
    expect(explainTraps(uhc, 'reconsideration').join(' ')).toMatch(/share one window, which ends February 2, 2027/);
  });
  it('offers the member\'s right where the provider has none', () => {
    const advantage = clocks({ payer: 'Humana', lineOfBusiness: 'medicare-advantage', state: null });
    expect(clock(advantage, 'appeal-level-1')).toMatchObject({ party: 'member', answer: { rule: 'humana-ma-appeal-member' } });
  });
});

describe('always', () => {
  it('the same claim, library and day give the same clocks', () => expect(clocks({})).toEqual(clocks({})));
  it('the appeal does not stop a corrected-claim window, which is said with its end', () => {
    const allwell = clocks({ payer: 'Wellcare By Allwell', lineOfBusiness: 'medicare-advantage', state: 'KS' });
    expect(explainTraps(allwell, 'reconsideration').join(' ')).toContain('The appeal does not stop the corrected-claim window, which ends August 1, 2026.');
  });
});
