import { z } from 'zod';
import {
  CLOCK_STARTS, DEADLINE_ACTIONS, FILING_PARTIES, LIMIT_UNITS, LINES_OF_BUSINESS, MONTH_ANCHORS,
} from './payer-rule.ts';
import type { PayerRule } from './payer-rule.ts';
import { parseCalendarDay } from '../calendar/calendar-day.ts';

const calendarDate = z.string().refine((text) => parseCalendarDay(text) !== null, 'not a date that exists');
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens');
const slugs = z.array(slug).min(1);

/** The schema of one rule, closed: an unknown key is a slip, not an extension. */
export const payerRuleSchema = z.strictObject({
  id: slug,
  version: z.int().positive(),
  payer: z.string().trim().min(1),
  payerAliases: z.array(z.string().trim().min(1)).min(1),
  lineOfBusiness: z.enum(LINES_OF_BUSINESS),
  state: z.string().regex(/^[A-Z]{2}$/).optional(),
  action: z.enum(DEADLINE_ACTIONS),
  actionName: z.string().min(1).optional(),
  party: z.enum(FILING_PARTIES),
  scope: z.string().min(1).optional(),
  appliesWhen: z.strictObject({
    serviceMonthDay: z.string().regex(/^\d{2}-\d{2}$/).optional(),
    claimType: z.enum(['professional', 'institutional']).optional(),
    network: z.enum(['in', 'out']).optional(),
    payerOrder: z.enum(['primary', 'secondary', 'tertiary']).optional(),
    expedited: z.boolean().optional(),
    disputeKind: slugs.optional(),
    filingException: slugs.optional(),
    reopeningReason: slugs.optional(),
    correctionKind: slugs.optional(),
    claimKind: slugs.optional(),
  }).refine((conditions) => Object.keys(conditions).length > 0, 'conditions without a condition').optional(),
  limit: z.strictObject({ value: z.int().positive(), unit: z.enum(LIMIT_UNITS) }),
  clockStartsFrom: z.enum(CLOCK_STARTS),
  clockNote: z.string().min(1).optional(),
  monthAnchor: z.enum(MONTH_ANCHORS).optional(),
  presumedReceiptDays: z.int().positive().optional(),
  mailingDaysAdded: z.int().positive().optional(),
  filedWhen: z.enum(['received-by-payer', 'sent', 'postmark']).optional(),
  roll: z.strictObject({
    lastDayNonBusiness: z.literal('next-business-day').optional(),
    holidayCalendar: z.enum(['us-federal', 'tmhp-published-list']),
    authority: z.literal('case-law-9th-cir-only').optional(),
  }).optional(),
  holidayCalendar: z.literal('us-federal').optional(),
  combine: z.enum(['latest-of', 'shared-window']).optional(),
  combineGroup: slug.optional(),
  role: z.literal('cap').optional(),
  computable: z.boolean().optional(),
  equivalent: z.string().min(1).optional(),
  amountInControversy: z.int().nonnegative().optional(),
  amountInControversyYear: z.int().min(2000).max(2199).optional(),
  effectiveFrom: calendarDate.optional(),
  effectiveTo: calendarDate.optional(),
  supersededBy: slug.optional(),
  notes: z.string().trim().min(1),
  source: z.strictObject({ title: z.string().min(1), url: z.url(), citation: z.string().min(1).optional() }),
  asOf: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/),
  confidence: z.enum(['high', 'medium', 'low']),
}).superRefine((rule, context) => {
  if ((rule.combine === undefined) !== (rule.combineGroup === undefined)) {
    context.addIssue({ code: 'custom', path: ['combineGroup'], message: 'combine and combineGroup come together' });
  }
  if (rule.presumedReceiptDays !== undefined && rule.clockStartsFrom !== 'notice-receipt') {
    context.addIssue({ code: 'custom', path: ['presumedReceiptDays'], message: 'a presumption needs a clock that starts on receipt' });
  }
  if (rule.clockStartsFrom === 'other' && rule.clockNote === undefined) {
    context.addIssue({ code: 'custom', path: ['clockNote'], message: 'say in words what starts the clock' });
  }
  if (rule.effectiveFrom !== undefined && rule.effectiveTo !== undefined && rule.effectiveFrom > rule.effectiveTo) {
    context.addIssue({ code: 'custom', path: ['effectiveTo'], message: 'ends before it begins' });
  }
});

/**
 * What is wrong with a list of rules of unknown origin, one line per problem with its rule and field; empty when sound.
 * Beyond each rule's own shape: ids are unique and `supersededBy` names a rule of the list.
 */
export function payerRuleProblems(rules: readonly unknown[]): string[] {
  const problems: string[] = [];
  const seen = new Set<string>();
  const sound: PayerRule[] = [];
  rules.forEach((candidate, index) => {
    const parsed = payerRuleSchema.safeParse(candidate);
    if (!parsed.success) {
      for (const issue of parsed.error.issues) {
        problems.push(`rule ${index} ${issue.path.map(String).join('.')}: ${issue.message}`);
      }
      return;
    }
    const rule = parsed.data as PayerRule;
    if (seen.has(rule.id)) problems.push(`rule ${index} id: ${rule.id} is there twice`);
    seen.add(rule.id);
    sound.push(rule);
  });
  for (const rule of sound) {
    if (rule.supersededBy !== undefined && !seen.has(rule.supersededBy)) {
      problems.push(`rule ${rule.id} supersededBy: no rule ${rule.supersededBy}`);
    }
  }
  return problems;
}
