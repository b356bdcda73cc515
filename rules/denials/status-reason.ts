import { explainEntity } from '../codes/entity-codes.ts';
import { explainStatusCategory, explainStatusCode } from '../codes/explain.ts';
import type { DenialCategory, StatusOutcome, StatusTopic } from '../codes/vocabulary.ts';

export type StatusTriple = { category: string; status: string | null; entity: string | null };

const topicCategory: Readonly<Record<StatusTopic, DenialCategory>> = {
  ack: 'other', authorization: 'prior-authorization', bundling: 'bundling', cob: 'coordination-of-benefits', coding: 'coding', denied: 'non-covered',
  duplicate: 'duplicate', eligibility: 'eligibility', enrollment: 'provider-enrollment', finalized: 'other', info: 'claim-data', necessity: 'medical-necessity',
  paid: 'other', pending: 'other', records: 'documentation', reject: 'claim-data', system: 'other', timely: 'timely-filing',
};

/** Status codes whose topic is wider than what they say: wrong identifiers and persons, not coverage or enrollment. */
const narrower: Readonly<Record<string, DenialCategory>> = {
  '29': 'patient-data', '30': 'patient-data', '31': 'patient-data', '32': 'patient-data', '33': 'patient-data', '34': 'patient-data', '53': 'patient-data',
  '158': 'patient-data', '164': 'patient-data', '156': 'patient-data', '145': 'claim-data', '562': 'claim-data', '544': 'claim-data', '35': 'other',
  '258': 'coding', '259': 'coding', '102': 'bundling', '718': 'timely-filing', '95': 'documentation', '123': 'documentation', '59': 'documentation', '60': 'documentation',
};

/** People whose data is the front desk's, wherever a status code about a name or number carries them. */
const persons: ReadonlySet<string> = new Set(['IL', 'QC', '74', 'GB']);

/** A 277 status in words, with what it says of the claim and where its cause lies. */
export type StatusReason = { outcome: StatusOutcome; category: DenialCategory; words: string; code: string };

/** Reads a category / status / entity triple; null when the category is not in the list. */
export function statusReason(triple: StatusTriple): StatusReason | null {
  const category = explainStatusCategory(triple.category);
  if (category === null) return null;
  const status = triple.status === null ? null : explainStatusCode(triple.status);
  const entity = triple.entity === null ? null : explainEntity(triple.entity);
  const aboutPerson = triple.entity !== null && persons.has(triple.entity.trim().toUpperCase());
  const usual = status === null ? 'other' : (narrower[status.code] ?? topicCategory[status.topic]);
  const code = [category.code, triple.status, triple.entity].filter((part) => part !== null && part !== '').join(':');
  const detail = status === null ? '' : `: ${status.meaning.charAt(0).toLowerCase()}${status.meaning.slice(1)}${entity === null ? '' : ` (${entity})`}`;
  return { outcome: category.outcome, category: aboutPerson && usual === 'claim-data' ? 'patient-data' : usual, words: `${category.meaning}${detail}`, code };
}

const order: readonly StatusOutcome[] = [
  'rejected', 'finalized-denied', 'request-for-information', 'not-found', 'finalized-outcome-by-amounts', 'finalized-paid', 'pending', 'accepted', 'error',
];

/** The weightiest of several 277 statuses: a rejection before a denial before a request, and so on. */
export function leadingStatus(triples: readonly StatusTriple[]): StatusReason | null {
  const read = triples.flatMap((triple) => statusReason(triple) ?? []);
  const sorted = read.sort((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome) || Number(a.category === 'other') - Number(b.category === 'other'));
  return sorted[0] ?? null;
}
