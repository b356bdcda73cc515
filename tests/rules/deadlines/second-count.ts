/**
 * A second counting of every date, written from the written description alone: plain day numbers, no Temporal, nothing of the
 * product's own calendar or engine. The property test holds the two against each other; where they differ one of them is wrong.
 */

export type CountedRule = {
  id: string;
  action: string;
  limit: { value: number; unit: 'calendar-days' | 'business-days' | 'months' | 'years' };
  clockStartsFrom: string;
  presumedReceiptDays?: number | undefined;
  mailingDaysAdded?: number | undefined;
  monthAnchor?: string | undefined;
  roll?: { lastDayNonBusiness?: string | undefined; holidayCalendar?: string | undefined; authority?: string | undefined } | undefined;
  combine?: string | undefined;
  combineGroup?: string | undefined;
  appliesWhen?: { serviceMonthDay?: string | undefined } | undefined;
};

export type CountedFacts = Record<string, string>;
export type Counted = { raw: string; due: string; safe: string };
export type ServiceBasis = 'through' | 'through-if-institutional' | undefined;

type Ymd = { y: number; m: number; d: number };

const isLeap = (y: number): boolean => (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
const monthLength = (y: number, m: number): number => (m === 2 ? (isLeap(y) ? 29 : 28) : [4, 6, 9, 11].includes(m) ? 30 : 31);

/** Days since 1 March of year 0, by the well-known civil-calendar formula. */
function numberOf({ y, m, d }: Ymd): number {
  const year = m <= 2 ? y - 1 : y;
  const month = m <= 2 ? m + 9 : m - 3;
  return 365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + Math.floor((153 * month + 2) / 5) + d - 1;
}

function ymdOf(n: number): Ymd {
  let y = Math.floor(n / 365.2425) + 1;
  while (numberOf({ y, m: 1, d: 1 }) > n) y -= 1;
  let m = 12;
  while (numberOf({ y, m, d: 1 }) > n) m -= 1;
  return { y, m, d: n - numberOf({ y, m, d: 1 }) + 1 };
}

function parse(text: string): number {
  const [y, m, d] = text.split('-').map(Number);
  return numberOf({ y: y ?? 0, m: m ?? 0, d: d ?? 0 });
}

function print(n: number): string {
  const { y, m, d } = ymdOf(n);
  return `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

/** 0 Sunday to 6 Saturday; 1 March of year 0 was a Wednesday. */
const weekday = (n: number): number => (((n + 3) % 7) + 7) % 7;

function nth(y: number, m: number, day: number, which: number): number {
  let n = numberOf({ y, m, d: 1 });
  while (weekday(n) !== day) n += 1;
  return n + 7 * (which - 1);
}

function lastMonday(y: number, m: number): number {
  let n = numberOf({ y, m, d: monthLength(y, m) });
  while (weekday(n) !== 1) n -= 1;
  return n;
}

/** 5 U.S.C. 6103(a) on the dates themselves; 19 June since 2021. Good from 1986 on. */
function holidays(y: number): number[] {
  return [
    numberOf({ y, m: 1, d: 1 }), nth(y, 1, 1, 3), nth(y, 2, 1, 3), lastMonday(y, 5), ...(y >= 2021 ? [numberOf({ y, m: 6, d: 19 })] : []), numberOf({ y, m: 7, d: 4 }),
    nth(y, 9, 1, 1), nth(y, 10, 1, 2), numberOf({ y, m: 11, d: 11 }), nth(y, 11, 4, 4), numberOf({ y, m: 12, d: 25 }),
  ];
}

function isHoliday(n: number, observed: boolean): boolean {
  const { y } = ymdOf(n);
  const near = [...holidays(y), ...holidays(y + 1)];
  if (near.includes(n)) return true;
  if (!observed) return false;
  return near.some((day) => (weekday(day) === 6 && day - 1 === n) || (weekday(day) === 0 && day + 1 === n));
}

const isClosed = (n: number, observed: boolean): boolean => weekday(n) === 0 || weekday(n) === 6 || isHoliday(n, observed);

function addMonths(n: number, months: number): { y: number; m: number; d: number; missing: boolean } {
  const { y, m, d } = ymdOf(n);
  const index = y * 12 + (m - 1) + months;
  const target = { y: Math.floor(index / 12), m: (index % 12) + 1 };
  const last = monthLength(target.y, target.m);
  return { ...target, d: Math.min(d, last), missing: d > last };
}

function addLimit(rule: CountedRule, start: number): number {
  // "No later than 365 calendar days", "more than 12 months": the notes say to use the earlier.
  return ['premera-timely-filing', 'premera-ak-timely-filing'].includes(rule.id) ? Math.min(addOne(rule, start), start + 365) : addOne(rule, start);
}

function addOne(rule: CountedRule, start: number): number {
  const { value, unit } = rule.limit;
  if (rule.monthAnchor === 'dec-31-of-year-after-service') return numberOf({ y: ymdOf(start).y + 1, m: 12, d: 31 });
  if (rule.monthAnchor === 'dec-31-of-third-year-after-service') return numberOf({ y: ymdOf(start).y + 3, m: 12, d: 31 });
  if (unit === 'calendar-days') return start + value;
  if (unit === 'business-days') {
    let n = start;
    for (let left = value; left > 0;) {
      n += 1;
      if (!isClosed(n, true)) left -= 1;
    }
    return n;
  }
  const target = addMonths(start, unit === 'years' ? value * 12 : value);
  if (rule.monthAnchor === 'end-of-target-month' || rule.monthAnchor === 'end-of-service-month') return numberOf({ ...target, d: monthLength(target.y, target.m) });
  if (rule.monthAnchor === 'same-day-number-else-first-of-next-month' && target.missing) return numberOf({ ...target, d: monthLength(target.y, target.m) }) + 1;
  return numberOf(target);
}

const STAND_INS = ['remittanceDate', 'noticeDate', 'denialDate', 'priorDecisionDate'];

/** The date of the event a step counts from: its own fact, or in a first step the one date given under another name. */
function eventDate(rule: CountedRule, own: string, facts: CountedFacts): string | null {
  if (facts[own] !== undefined) return facts[own];
  // What a secondary claim's filing waits for is the first payer's decision; its own remittance is the answer to the filing.
  if (own === 'priorDecisionDate' && rule.action === 'timely-filing' && facts['payerOrder'] === 'secondary') return null;
  // Four first appeals are second steps by their payers' words: they answer the decision on a reconsideration.
  const isSecondStep = ['aetna-appeal-payment', 'anthem-me-appeal', 'ambetter-fl-dispute', 'bcbstx-claim-review-2'].includes(rule.id);
  const isLater = /[2-5]$/.test(rule.action) || rule.action === 'external-review' || isSecondStep;
  let names = STAND_INS;
  if (isLater && own !== 'remittanceDate') {
    // A later step answers a decision: the remittance that opened the dispute is another event.
    const decision = facts['priorDecisionDate'] ?? facts['noticeDate'];
    if (decision !== undefined) return decision;
    names = isSecondStep ? [] : ['denialDate'];
  }
  // The window two steps share is counted from the first determination, never from the decision on the first step.
  if (rule.combine === 'shared-window' && rule.action !== 'reconsideration') names = names.filter((name) => name !== 'priorDecisionDate');
  const given = new Set(names.map((name) => facts[name]).filter((date) => date !== undefined));
  return given.size === 1 ? [...given][0] ?? null : null;
}

/** The day number on which the clock starts, and the days presumed for the mail; null where the facts do not say. */
function startOf(rule: CountedRule, facts: CountedFacts, basis: ServiceBasis): { start: number; presumed: number } | null {
  const plain = (text: string | null | undefined): { start: number; presumed: number } | null => (text === null || text === undefined ? null : { start: parse(text), presumed: 0 });
  switch (rule.clockStartsFrom) {
    case 'date-of-service': {
      const { serviceFrom: from, serviceThrough: through } = facts;
      const takesThrough = basis === 'through' || (basis === 'through-if-institutional' && facts['claimType'] === 'institutional');
      if (takesThrough) return plain(through ?? from);
      // The last day alone cannot stand for the first where the payer says that the first one counts.
      if (from === undefined) return basis === 'through-if-institutional' && facts['claimType'] === 'professional' ? null : plain(through);
      return plain(through === undefined || from < through ? from : through);
    }
    case 'notice-receipt': {
      const received = facts['noticeReceivedDate'] ?? facts['receivedDate'];
      if (received !== undefined) return plain(received);
      const dated = eventDate(rule, 'noticeDate', facts);
      // California's comp rule presumes from the postmark; elsewhere it serves where nothing else is known.
      const notice = facts['postmarkDate'] !== undefined && (dated === null || rule.id.startsWith('wc-')) ? facts['postmarkDate'] : dated;
      return notice === null ? null : { start: parse(notice), presumed: rule.presumedReceiptDays ?? 0 };
    }
    case 'notice-date': return plain(eventDate(rule, 'noticeDate', facts));
    case 'remittance-date': return plain(eventDate(rule, 'remittanceDate', facts));
    case 'prior-decision-date': return plain(eventDate(rule, 'priorDecisionDate', facts));
    case 'eligibility-posted': return plain(facts['eligibilityPostedDate']);
    // An event the rule names in words: only the notice that tells of it can stand for it.
    default: return plain(facts['clockStartDate'] ?? facts['noticeDate']);
  }
}

function due(rule: CountedRule, raw: number, facts: CountedFacts): number {
  if (rule.roll?.lastDayNonBusiness !== 'next-business-day') return raw;
  if (rule.roll.authority === 'case-law-9th-cir-only' && facts['circuit'] !== '9') return raw;
  if (rule.id === 'mcr-ffs-redetermination' && facts['mac'] === 'palmetto') return raw;
  // A text that says only "Federal holiday" leaves the observed day open; a text of federal workdays closes it.
  const observed = rule.id !== 'aca-external-review';
  let n = raw;
  // The list a Texas contractor publishes holds the federal holidays themselves; whether their observed days, it has to say.
  while (isClosed(n, rule.roll.holidayCalendar === 'us-federal' && observed)) n += 1;
  return n;
}

function finish(rule: CountedRule, raw: number, facts: CountedFacts): Counted {
  let safe = raw - (facts['filingMethod'] === 'mail' ? 5 : 0);
  while (isClosed(safe, true)) safe -= 1;
  return { raw: print(raw), due: print(due(rule, raw, facts)), safe: print(safe) };
}

function rawOf(rule: CountedRule, facts: CountedFacts, basis: ServiceBasis): number | null {
  const from = startOf(rule, facts, basis);
  if (from !== null && rule.appliesWhen?.serviceMonthDay !== undefined && print(from.start).slice(5) !== rule.appliesWhen.serviceMonthDay) return null;
  return from === null ? null : addLimit(rule, from.start + from.presumed) + (rule.mailingDaysAdded ?? 0);
}

/** One rule counted; `legs` are the other rules of its latest-of group. Null where no date can be counted. */
export function countRule(rule: CountedRule, facts: CountedFacts, basisOf: (rule: CountedRule) => ServiceBasis, legs: readonly CountedRule[] = []): Counted | null {
  const counted = [rule, ...(rule.combine === 'latest-of' ? legs : [])].map((leg) => rawOf(leg, facts, basisOf(leg))).filter((raw) => raw !== null);
  return counted.length === 0 ? null : finish(rule, Math.max(...counted), facts);
}
