import type { LabelKey } from '../reader/label-data.ts';

/**
 * The closed vocabulary of maps: what a label of a portal may mean. `key` is the reader's own name for it.
 * `not-ours` keeps a label's value away from every field, `reference` keeps it beside the claim under the portal's own label.
 */
export const MAP_FIELDS = {
  claimControlNumber: 'ccn', patientControlNumber: 'pcn', patientName: 'patientName', memberId: 'memberId',
  serviceDates: 'dos', serviceFrom: 'dosFrom', serviceTo: 'dosTo', receivedOn: 'received', finalizedOn: 'finalized', remittanceOn: 'remitDate', paymentOn: 'payDate',
  charge: 'charge', allowed: 'allowed', paid: 'paid', patientResponsibility: 'patResp', paymentNumber: 'payNumber', status: 'status',
  payer: 'payer', checkAmount: 'checkAmount', statusCategory: 'category', statusCode: 'statusCode',
  groupCode: 'group', reasonCodes: 'carc', remarkCodes: 'rarc', reasonAndRemarkCodes: 'codes', payerCodes: 'payerCode', adjustmentAmount: 'adjAmount',
  procedure: 'procedure', modifiers: 'modifier', units: 'units', lineNumber: 'lineNo', revenueCode: 'revenue',
  appealNumber: 'appealNumber', appealLevel: 'appealLevel', appealStatus: 'appealStatus', appealOutcome: 'appealOutcome', appealReceivedOn: 'appealReceived', appealDecidedOn: 'appealDecided',
  confirmation: 'confirmation', reference: 'refLabel', 'not-ours': 'other',
} as const satisfies Record<string, LabelKey>;

export type MapField = keyof typeof MAP_FIELDS;

/** The fields that a hook can name on a page of one claim: a value each, of a shape that can be checked. */
export const HOOK_FIELDS = [
  'claimControlNumber', 'patientControlNumber', 'patientName', 'memberId', 'serviceDates', 'serviceFrom', 'serviceTo', 'receivedOn', 'finalizedOn', 'remittanceOn', 'paymentOn',
  'charge', 'allowed', 'paid', 'patientResponsibility', 'paymentNumber', 'status',
] as const satisfies readonly MapField[];

export type HookField = (typeof HOOK_FIELDS)[number];

/** The values of a claim that stand for themselves: keys of a claim in a reading. */
export type ClaimField = Exclude<HookField, 'serviceDates'>;

/** The values of a claim that hooks and labels may say, in the order a card shows them. */
export const CLAIM_FIELDS = [
  'claimControlNumber', 'patientControlNumber', 'patientName', 'memberId', 'serviceFrom', 'serviceTo', 'receivedOn', 'finalizedOn', 'remittanceOn', 'paymentOn',
  'charge', 'allowed', 'paid', 'patientResponsibility', 'paymentNumber', 'status',
] as const satisfies readonly ClaimField[];
