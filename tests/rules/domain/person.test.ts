import { describe, expect, it } from 'vitest';
import { absenceOn, canTakeWork, person, poolKey } from '../../../rules/domain/person.ts';
import { isSensitive } from '../../../rules/domain/sensitive.ts';

const ines = { id: 'person-0001', name: 'Inez Farrow', role: 'biller' as const, skills: ['coding'], payerKeys: [], pools: ['pool'], away: [{ from: '2026-12-21', to: '2026-12-31', coverId: null }], standing: 'here' as const, leftMs: null, needsOwnPassphrase: false };

describe('a person of the practice', () => {
  it('is away on the first and the last day of an absence, and on no day around it', () => {
    expect(['2026-12-20', '2026-12-21', '2026-12-31', '2027-01-01'].map((day) => absenceOn(ines, day) !== null)).toEqual([false, true, true, false]);
  });

  it('takes no work while away, after leaving, or as an auditor', () => {
    expect(canTakeWork(ines, '2026-12-20')).toBe(true);
    expect(canTakeWork(ines, '2026-12-25')).toBe(false);
    expect(canTakeWork({ ...ines, standing: 'left' }, '2026-12-20')).toBe(false);
    expect(canTakeWork({ ...ines, role: 'auditor' }, '2026-12-20')).toBe(false);
    expect(canTakeWork({ ...ines, standing: 'elsewhere' }, '2026-12-20')).toBe(true);
  });

  it('cannot come back before going', () => {
    expect(person.safeParse(ines).success).toBe(true);
    expect(person.safeParse({ ...ines, away: [{ from: '2026-12-31', to: '2026-12-21', coverId: null }] }).success).toBe(false);
  });

  it('owns through pools whose keys no person can have', () => {
    expect(['pool', 'pool-therapy', 'pool-x', '68a3dbb4-1246-43b5-b635-709a36674988'].map((key) => poolKey.safeParse(key).success)).toEqual([true, true, false, false]);
  });
});

it('a case is sensitive only while a person has marked it so', () => {
  expect([isSensitive({}), isSensitive({ sensitive: null }), isSensitive({ sensitive: { kind: 'substance-use', reason: '', byUser: 'person-0001', atMs: 1 } })]).toEqual([false, false, true]);
});
