import { isoOfDay, weekdayName } from '../calendar/calendar-day.ts';
import type { CalendarDay } from '../calendar/calendar-day.ts';
import type { PayerRule } from '../payers/payer-rule.ts';
import afterReconsideration from '../payers/after-reconsideration.json' with { type: 'json' };
import secondaryClaimStarts from '../payers/secondary-claim-starts.json' with { type: 'json' };
import serviceDateBases from '../payers/service-date-bases.json' with { type: 'json' };
import type { DateFact, DeadlineFacts } from './deadline-query.ts';

/** Which date of a span the rule's text counts from; where it says nothing, the earlier. */
type ServiceDateBasis = 'earlier' | 'through' | 'through-if-institutional';

const BASES = serviceDateBases as Readonly<Record<string, ServiceDateBasis>>;
/** Filing limits whose source counts a secondary claim from the primary payer's decision, with the words that say so. */
const SECONDARY_STARTS = secondaryClaimStarts as Readonly<Record<string, string>>;

export const countsSecondaryFromPrimary = (ruleId: string): boolean => Object.hasOwn(SECONDARY_STARTS, ruleId);

/** Whether an appeal's text counts from the decision of a reconsideration: it is not open before that, however old the remittance. */
export const isAfterReconsideration = (ruleId: string): boolean => Object.hasOwn(afterReconsideration, ruleId);

/** The day a clock starts: `day` is day 0 of the count, `notice` the date that chooses the version of the rule. */
export type ClockStartDay = {
  day: CalendarDay;
  notice: CalendarDay;
  from: DateFact;
  /** Days presumed between notice and receipt, where receipt was not shown. */
  presumed: number;
  warnings: string[];
};
export type ClockStartResult = ClockStartDay | { needs: DateFact[] };

const NOTICE_LIKE = ['remittanceDate', 'noticeDate', 'denialDate', 'priorDecisionDate'] as const;
type NoticeLike = (typeof NOTICE_LIKE)[number];

const FACT_WORDS: Readonly<Record<DateFact, string>> = {
  serviceFrom: 'the first date of service', serviceThrough: 'the last date of service', noticeDate: 'the notice date',
  noticeReceivedDate: 'the day the notice was received', remittanceDate: 'the remittance date',
  priorDecisionDate: 'the date of the decision before', postmarkDate: 'the postmark date',
  eligibilityPostedDate: 'the day eligibility was posted', denialDate: 'the denial date',
  clockStartDate: 'the day that starts the clock',
};

export const factInWords = (fact: DateFact): string => FACT_WORDS[fact];

/** `2026-10-10 (Saturday)`. */
export const dayInWords = (day: CalendarDay): string => `${isoOfDay(day)} (${weekdayName(day)})`;

/**
 * Later steps answer a decision of their own: the remittance that opened the dispute is another event and never stands in
 * for it. In a first step all four name the same event.
 */
function isLaterStep(rule: PayerRule): boolean {
  return /^appeal-level-[2-5]$/.test(rule.action) || rule.action === 'external-review' || isAfterReconsideration(rule.id);
}

function noticeLikeDate(rule: PayerRule, wanted: NoticeLike, facts: DeadlineFacts): { day: CalendarDay; from: NoticeLike; warning: string | null } | null {
  const own = facts[wanted];
  if (own !== undefined) return { day: own, from: wanted, warning: differentlyDated(rule, wanted, own, facts) };
  // A filing is counted from another payer's decision: the remittance, notice or denial of this claim is our own payer's answer to it.
  if (rule.action === 'timely-filing' && facts.payerOrder === 'secondary' && wanted === 'priorDecisionDate') return null;
  let others = NOTICE_LIKE.filter((fact) => fact !== wanted && facts[fact] !== undefined);
  if (isLaterStep(rule) && rule.clockStartsFrom !== 'remittance-date') {
    // The decision appealed and the notice of it are one event here; the remittance is an older one.
    const decision = facts.priorDecisionDate ?? facts.noticeDate;
    if (decision !== undefined) return { day: decision, from: wanted === 'noticeDate' ? 'priorDecisionDate' : 'noticeDate', warning: null };
    // After a reconsideration a denial is the first determination too, like the remittance.
    others = isAfterReconsideration(rule.id) ? [] : others.filter((fact) => fact === 'denialDate');
  }
  if (rule.combine === 'shared-window' && wanted === 'remittanceDate') {
    // The window is counted from the first determination; a decision inside it does not move its end.
    others = others.filter((fact) => fact !== 'priorDecisionDate' || rule.action === 'reconsideration');
  }
  const [first] = others;
  if (first === undefined) return null;
  const day = facts[first];
  if (day === undefined || others.some((fact) => facts[fact] !== day)) return null;
  return { day, from: first, warning: `The rule counts from ${factInWords(wanted)}; ${factInWords(first)} stands in for it, being the only one given.` };
}

/** Two dates of what should be one event: the rule's own is counted from, and the other is said, since it may be of another decision. */
function differentlyDated(rule: PayerRule, wanted: NoticeLike, own: CalendarDay, facts: DeadlineFacts): string | null {
  const ofOneEvent: readonly NoticeLike[] = isLaterStep(rule) ? ['noticeDate', 'priorDecisionDate'] : ['remittanceDate', 'noticeDate', 'denialDate'];
  if (!ofOneEvent.includes(wanted)) return null;
  const other = ofOneEvent.find((fact) => facts[fact] !== undefined && facts[fact] !== own);
  const day = other === undefined ? undefined : facts[other];
  return other === undefined || day === undefined ? null : `Counted from ${factInWords(wanted)}; ${factInWords(other)} is another day, ${dayInWords(day)}: check that both are of the same decision.`;
}

/** A secondary claim under a rule that counts it from the primary payer's decision; null where that decision is not given. */
function primaryDecision(rule: PayerRule, facts: DeadlineFacts): ClockStartDay | null {
  if (facts.payerOrder !== 'secondary' || !countsSecondaryFromPrimary(rule.id)) return null;
  const day = facts.priorDecisionDate;
  if (day === undefined) return null;
  return {
    day, notice: day, from: 'priorDecisionDate', presumed: 0,
    warnings: [`A secondary claim is counted from the primary payer's decision here (${SECONDARY_STARTS[rule.id] ?? ''}): ${factInWords('priorDecisionDate')} is taken for the day of it.`],
  };
}

function serviceStart(rule: PayerRule, facts: DeadlineFacts): ClockStartResult {
  const { serviceFrom, serviceThrough, claimType } = facts;
  const ofPrimary = primaryDecision(rule, facts);
  if (ofPrimary !== null) return ofPrimary;
  const basis = BASES[rule.id] ?? 'earlier';
  const isSpan = serviceFrom !== undefined && serviceThrough !== undefined && serviceFrom !== serviceThrough;
  const counted = (day: CalendarDay, from: DateFact, warnings: string[] = []): ClockStartDay => ({ day, notice: day, from, presumed: 0, warnings });
  const throughCounts = basis === 'through' || (basis === 'through-if-institutional' && claimType === 'institutional');
  if (serviceFrom === undefined && serviceThrough === undefined) return { needs: [throughCounts ? 'serviceThrough' : 'serviceFrom'] };
  if (throughCounts) {
    if (serviceThrough !== undefined) return counted(serviceThrough, 'serviceThrough');
    if (serviceFrom !== undefined) return counted(serviceFrom, 'serviceFrom', ['The rule counts from the last date of service; only the first was given, which is never later.']);
  }
  if (serviceFrom === undefined || serviceThrough === undefined) {
    if (serviceFrom !== undefined) return counted(serviceFrom, 'serviceFrom');
    if (basis === 'through-if-institutional' && claimType === 'professional') return { needs: ['serviceFrom'] };
    return counted(serviceThrough ?? 0, 'serviceThrough', ['Only the last date of service was given; if the service began earlier, the limit may end earlier.']);
  }
  const warnings = isSpan && basis === 'through-if-institutional' && claimType === undefined
    ? ['Counted from the first date of service; an institutional claim counts from the last (claimType was not given).'] : [];
  if (isSpan && basis === 'earlier') warnings.push('The rule does not say which date of a span counts: the earlier is used.');
  const earlier = Math.min(serviceFrom, serviceThrough);
  return counted(earlier, earlier === serviceFrom ? 'serviceFrom' : 'serviceThrough', warnings);
}

const RECEIPT_UNKNOWN =
  'The clock starts on receipt and the rule presumes no day for it: counted from the date of the notice, which is never later.';

function receiptStart(rule: PayerRule, facts: DeadlineFacts): ClockStartResult {
  const received = facts.noticeReceivedDate;
  const dated = noticeLikeDate(rule, 'noticeDate', facts);
  if (received !== undefined) {
    return { day: received, notice: dated?.day ?? received, from: 'noticeReceivedDate', presumed: 0, warnings: [] };
  }
  const presumed = rule.presumedReceiptDays ?? 0;
  // A presumption that runs from the mailing runs from the postmark where it is known (8 CCR 9792.5.5).
  if (facts.postmarkDate !== undefined && (dated === null || rule.lineOfBusiness === 'workers-comp')) {
    return { day: facts.postmarkDate + presumed, notice: facts.postmarkDate, from: 'postmarkDate', presumed, warnings: presumed > 0 ? [] : [RECEIPT_UNKNOWN] };
  }
  if (dated === null) return { needs: [isAfterReconsideration(rule.id) ? 'priorDecisionDate' : 'noticeDate'] };
  const warnings = dated.warning === null || dated.from === 'remittanceDate' ? [] : [dated.warning];
  if (presumed === 0) warnings.push(RECEIPT_UNKNOWN);
  return { day: dated.day + presumed, notice: dated.day, from: dated.from, presumed, warnings };
}

function otherStart(rule: PayerRule, facts: DeadlineFacts): ClockStartResult {
  if (facts.clockStartDate !== undefined) {
    return { day: facts.clockStartDate, notice: facts.clockStartDate, from: 'clockStartDate', presumed: 0, warnings: [] };
  }
  // A notice may be the one that tells of the event; a remittance or denial is another event and would date it too early or too late.
  const { noticeDate } = facts;
  if (noticeDate === undefined) return { needs: ['clockStartDate'] };
  return {
    day: noticeDate, notice: noticeDate, from: 'noticeDate', presumed: 0,
    warnings: [`The clock starts on the ${rule.clockNote ?? 'event the rule names'}: ${factInWords('noticeDate')} is taken for it; check.`],
  };
}

/** When the clock of a rule starts under these facts, or the fact without which that cannot be said. */
export function clockStart(rule: PayerRule, facts: DeadlineFacts): ClockStartResult {
  switch (rule.clockStartsFrom) {
    case 'date-of-service': return serviceStart(rule, facts);
    case 'notice-receipt': return receiptStart(rule, facts);
    case 'other': return otherStart(rule, facts);
    case 'eligibility-posted': {
      const day = facts.eligibilityPostedDate;
      return day === undefined ? { needs: ['eligibilityPostedDate'] } : { day, notice: day, from: 'eligibilityPostedDate', presumed: 0, warnings: [] };
    }
    case 'remittance-date':
    case 'notice-date':
    case 'prior-decision-date': {
      const wanted = ({ 'remittance-date': 'remittanceDate', 'notice-date': 'noticeDate', 'prior-decision-date': 'priorDecisionDate' } as const)[rule.clockStartsFrom];
      const dated = noticeLikeDate(rule, wanted, facts);
      return dated === null
        ? { needs: [wanted] }
        : { day: dated.day, notice: dated.day, from: dated.from, presumed: 0, warnings: dated.warning === null ? [] : [dated.warning] };
    }
  }
}
