import { z } from 'zod';
import { claimStatus } from '../domain/denial-case.ts';

/** What a column of a worklist can mean. */
export const WORKLIST_FIELDS = [
  'payer', 'claimControlNumber', 'patientControlNumber', 'patientName', 'memberId', 'serviceFrom', 'serviceTo', 'remittanceOn', 'noticeReceivedOn',
  'charge', 'paid', 'status', 'reason', 'remark', 'procedure', 'provider', 'location', 'specialty', 'paymentNumber', 'note',
] as const;
export type WorklistField = (typeof WORKLIST_FIELDS)[number];

/** The order of day and month where a day is written in figures with the year last. */
export const DATE_ORDERS = ['month-first', 'day-first'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** Which column means what, and what holds for every row. Kept by the headers, so that the same list needs no second asking. */
export const worklistMapping = z.object({
  fields: z.array(z.enum(WORKLIST_FIELDS).nullable()).max(200),
  dateOrder: z.enum(DATE_ORDERS),
  /** The payer of every row, where no column names one. */
  payerKey: z.string().max(80).nullable(),
  /** What the payer did with every claim, where no column says it. */
  statusForAll: claimStatus.nullable(),
});
export type WorklistMapping = z.infer<typeof worklistMapping>;

/** Headers as practice systems write them, most telling first: a header is given the first meaning that fits and is not taken. A meaning can stand twice, with the words that say it less clearly (a balance is taken for the charge where no charge is listed). */
const HEADERS: readonly [WorklistField, RegExp][] = [
  ['claimControlNumber', /^(?:payer|insurance|carrier|plan)?\s*(?:claim|icn|dcn|tcn|ccn)\s*(?:control)?\s*(?:#|no|num|number|id|nbr)?$|^(?:icn|dcn|tcn|ccn|original ref)\b|payer claim/],
  ['patientControlNumber', /account|acct|encounter|visit|^pcn$|patient control|invoice|ticket|control (?:no|num|#)/],
  ['memberId', /member|subscriber|policy|insured id|insurance id|^hicn?$|^mbi$/],
  ['patientName', /^(?:patient|pt|member|client|resident)?\s*(?:full\s*)?name$|^patient$|^pt$|patient name|last name, first/],
  ['serviceFrom', /^(?:dos|date of service|service date|svc date|from date|from dos|dos from|service from|start date|visit date|first dos)\b/],
  ['serviceTo', /^(?:to date|to dos|dos to|service to|through|thru|end date|last dos)\b/],
  ['noticeReceivedOn', /^(?:letter|notice) received|received letter/],
  ['remittanceOn', /denial date|denied (?:on|date)|date denied|era date|eob date|remit(?:tance)? date|check date|posted|processed|adjudicat|finali[sz]ed|notice date/],
  ['paid', /paid|payment amount|pmt|insurance payment/],
  ['charge', /charge|billed/],
  ['charge', /amount|balance|\bbal\b|\bamt\b|total|\$/],
  ['reason', /carc|reason|adj(?:ustment)? code|denial code|denial|group code/],
  ['remark', /rarc|remark/],
  ['status', /status|disposition|outcome/],
  ['procedure', /cpt|hcpcs|procedure|proc code|service code/],
  ['specialty', /special(?:i)?ty/],
  ['location', /^(?:service |svc )?(?:location|site|clinic|facility)(?: name)?$|place of service|^office$/],
  ['provider', /provider|physician|doctor|rendering|clinician|npi/],
  ['paymentNumber', /check|eft|trace|remit(?:tance)? (?:no|num|#)/],
  ['payer', /payer|payor|insurance|carrier|plan|ins\b|financial class/],
  ['note', /note|comment|memo|action|follow|next step/],
];

export function plainHeader(header: string): string {
  return header.normalize('NFKC').toLowerCase().replaceAll(/[_.:*]+|\s+/gu, ' ').trim();
}

/** A proposal from the headers alone; each meaning is given once, to the header that says it best. */
export function proposedFields(headers: readonly string[]): (WorklistField | null)[] {
  const plain = headers.map(plainHeader);
  const fields = headers.map((): WorklistField | null => null);
  for (const [field, pattern] of HEADERS) {
    if (fields.includes(field)) continue;
    const at = plain.findIndex((header, index) => fields[index] === null && header !== '' && pattern.test(header));
    if (at >= 0) fields[at] = field;
  }
  return fields;
}

/** Fields of a claim that say something only when they are in their own column. */
export const DATE_FIELDS: readonly WorklistField[] = ['serviceFrom', 'serviceTo', 'remittanceOn', 'noticeReceivedOn'];
