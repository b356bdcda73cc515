import { parseCalendarDay } from '../calendar/calendar-day.ts';
import type { Classification } from '../denials/classification.ts';
import type { DayNumber } from '../domain/day-number.ts';
import { NO_DAY } from '../domain/day-number.ts';
import type { SealedCase } from '../domain/denial-case.ts';

/** What kind of work a case is, as the queue's first question. */
export const WORK_KINDS = ['rejection', 'denial', 'pend', 'no-response', 'correction', 'appeal', 'recoupment', 'other'] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

/** What lists and counts need of a case beyond its dates; all of it can stand in clear. */
export type CaseTraits = {
  workKind: WorkKind;
  /** The day the age of a denial counts from: when the payer decided, else when we learnt of it. */
  ageDay: DayNumber;
  /** How it ended, '' while it is open; the day, and the cents the payer then paid. */
  outcome: string; endReason: string; resolvedDay: DayNumber; recoveredCents: number;
  /** The first preventable error, '' where nobody looked for it yet: then origin and avoidable are those of the denial's kind. */
  cause: string; subReason: string; originStep: string; avoidable: string;
};
/** Values of a case that lists narrow by and that are kept as keyed hashes only. */
export type CaseNames = { provider: string | null; location: string | null; specialty: string | null; group: string };

const MS_PER_DAY = 86_400_000;

/** `createdDay` where neither remittance nor page said when the payer decided. */
export function traitsOf(sealed: SealedCase, state: string, open: boolean, classification: Classification, createdDay: DayNumber): CaseTraits {
  const { facts, resolution } = sealed;
  const found = sealed.rootCauses?.at(-1);
  const decided = facts.remittanceOn ?? facts.finalizedOn;
  return {
    workKind: workKindOf(sealed, state, classification),
    ageDay: (decided === null ? null : parseCalendarDay(decided)) ?? createdDay,
    outcome: open ? '' : resolution?.outcome ?? '', endReason: open ? '' : resolution?.endReason ?? '',
    resolvedDay: open || resolution === null ? NO_DAY : (resolution.on == null ? null : parseCalendarDay(resolution.on)) ?? Math.floor(resolution.atMs / MS_PER_DAY),
    recoveredCents: open ? 0 : resolution?.recoveredCents ?? 0,
    cause: found?.category ?? '', subReason: found?.subReason ?? '', originStep: found?.origin ?? classification.originStep, avoidable: found?.avoidable ?? classification.avoidable,
  };
}

function workKindOf(sealed: SealedCase, state: string, { nature }: Classification): WorkKind {
  const last = sealed.submissions.at(-1);
  if (nature === 'reversal' || (sealed.letters ?? []).some(({ kind, answeredOn }) => answeredOn === null && (kind === 'recoupment-demand' || kind === 'refund-request'))) return 'recoupment';
  if (state === 'correction-sent' || (last !== undefined && last.decision === undefined && (last.action === 'corrected-claim' || last.action === 'reopening'))) return 'correction';
  if (state === 'appeal-sent' || (last !== undefined && last.decision === undefined && (last.action === 'reconsideration' || last.action === 'external-review' || last.action.startsWith('appeal-')))) return 'appeal';
  if (nature === 'rejection') return 'rejection';
  if (nature === 'denial' || nature === 'partial-denial') return 'denial';
  if (nature === 'pending' || nature === 'information-request') return 'pend';
  if (nature === 'not-found' || nature === 'forwarded' || (nature === 'unknown' && sealed.unanswered !== undefined)) return 'no-response';
  return 'other';
}

/** What like denials share: payer, leading reason and the service it stands on. */
export function namesOf(sealed: SealedCase, payerKey: string, classification: Classification): CaseNames {
  const { facts } = sealed;
  const { lead } = classification;
  const reason = lead === null ? classification.category : `${lead.groupCode ?? ''}${lead.carc}`;
  const lines = lead === null || lead.lines.length === 0 ? facts.lines : facts.lines.filter(({ line }) => lead.lines.includes(line));
  const service = [...lines].sort((a, b) => (b.charge ?? 0) - (a.charge ?? 0))[0]?.procedure ?? facts.lines[0]?.procedure ?? '';
  return { provider: facts.provider, location: facts.location ?? null, specialty: facts.specialty ?? null, group: [payerKey, reason, service].join('|') };
}
