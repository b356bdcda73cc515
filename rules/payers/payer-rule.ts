/**
 * One deadline rule of the library, as its JSON files write it. Types only; the schema that checks the files is
 * payer-rule-schema.ts, which brings zod and is for tests, the build and imported packs.
 */
export const LINES_OF_BUSINESS = [
  'commercial', 'medicaid', 'medicare-advantage', 'medicare-ffs', 'tricare', 'va', 'workers-comp', 'erisa',
] as const;
export type LineOfBusiness = (typeof LINES_OF_BUSINESS)[number];

export const DEADLINE_ACTIONS = [
  'timely-filing', 'corrected-claim', 'reopening', 'reconsideration', 'peer-to-peer', 'appeal-level-1', 'appeal-level-2',
  'appeal-level-3', 'appeal-level-4', 'appeal-level-5', 'external-review',
] as const;
export type DeadlineAction = (typeof DEADLINE_ACTIONS)[number];

export const FILING_PARTIES = ['provider', 'member', 'non-contract-provider'] as const;
export type FilingParty = (typeof FILING_PARTIES)[number];

export const CLOCK_STARTS = [
  'date-of-service', 'remittance-date', 'prior-decision-date', 'notice-receipt', 'notice-date', 'eligibility-posted', 'other',
] as const;
export type ClockStart = (typeof CLOCK_STARTS)[number];

export const LIMIT_UNITS = ['calendar-days', 'business-days', 'months', 'years'] as const;
export type LimitUnit = (typeof LIMIT_UNITS)[number];

export const MONTH_ANCHORS = [
  'end-of-service-month', 'end-of-target-month', 'same-day-number-else-first-of-next-month',
  'dec-31-of-year-after-service', 'dec-31-of-third-year-after-service',
] as const;
export type MonthAnchor = (typeof MONTH_ANCHORS)[number];

export type RuleConfidence = 'high' | 'medium' | 'low';

/** Conditions a query's facts must meet. A list is met by any of its members; `serviceMonthDay` follows from the date. */
export type RuleConditions = {
  serviceMonthDay?: string;
  claimType?: 'professional' | 'institutional';
  network?: 'in' | 'out';
  payerOrder?: 'primary' | 'secondary' | 'tertiary';
  expedited?: boolean;
  disputeKind?: string[];
  filingException?: string[];
  reopeningReason?: string[];
  correctionKind?: string[];
  claimKind?: string[];
};

export type RuleRoll = {
  lastDayNonBusiness?: 'next-business-day';
  holidayCalendar: 'us-federal' | 'tmhp-published-list';
  /** The roll holds only where this authority does. */
  authority?: 'case-law-9th-cir-only';
};

export type RuleSource = { title: string; url: string; citation?: string };

export type PayerRule = {
  id: string;
  version: number;
  payer: string;
  payerAliases: string[];
  lineOfBusiness: LineOfBusiness;
  /** Two-letter code where the rule holds in one state only. */
  state?: string;
  action: DeadlineAction;
  actionName?: string;
  party: FilingParty;
  /** Prose limit of the rule; `appliesWhen` is its closed form where there is one. */
  scope?: string;
  appliesWhen?: RuleConditions;
  limit: { value: number; unit: LimitUnit };
  clockStartsFrom: ClockStart;
  clockNote?: string;
  monthAnchor?: MonthAnchor;
  presumedReceiptDays?: number;
  /** Days for mailing that the rule adds to the limit, always. */
  mailingDaysAdded?: number;
  filedWhen?: 'received-by-payer' | 'sent' | 'postmark';
  roll?: RuleRoll;
  /** Calendar that counts business days where the limit is in them. */
  holidayCalendar?: 'us-federal';
  combine?: 'latest-of' | 'shared-window';
  combineGroup?: string;
  /** A cap limits what states may set; it never gives a date. */
  role?: 'cap';
  computable?: boolean;
  equivalent?: string;
  /** Whole dollars that must be in controversy, for requests filed in `amountInControversyYear`. */
  amountInControversy?: number;
  amountInControversyYear?: number;
  effectiveFrom?: string;
  effectiveTo?: string;
  supersededBy?: string;
  notes: string;
  source: RuleSource;
  asOf: string;
  confidence: RuleConfidence;
};
