import type { ClaimFacts } from '../domain/denial-case.ts';
import type { CoverageCheck, MemberRecord } from '../domain/member-record.ts';

export type CoverageVerdict = { kind: 'active' | 'not-active' | 'unclear'; check: CoverageCheck };

/**
 * What the newest check that says anything of the days of service says of them; null where no check is kept. "Active" today is no
 * word on an earlier day: without the first day of coverage the verdict is `unclear`. Nor is it one on a later day: without a last day
 * only a check made on or after the service says that the member was covered then.
 */
export function coverageOn(records: readonly MemberRecord[], { serviceFrom, serviceTo }: Pick<ClaimFacts, 'serviceFrom' | 'serviceTo'>): CoverageVerdict | null {
  const checks = records.filter((record): record is CoverageCheck => record.kind === 'coverage');
  const last = serviceTo ?? serviceFrom;
  const judged = checks.map((check): CoverageVerdict => {
    const { from, to, status, checkedOn } = check;
    if (serviceFrom === null || last === null) return { kind: 'unclear', check };
    if (from !== null && last < from || to !== null && serviceFrom > to) return { kind: 'not-active', check };
    const isWithin = from !== null && from <= serviceFrom && (to === null ? status === 'active' && checkedOn >= last : last <= to);
    return { kind: isWithin ? 'active' : 'unclear', check };
  });
  return judged.find(({ kind }) => kind !== 'unclear') ?? judged[0] ?? null;
}
