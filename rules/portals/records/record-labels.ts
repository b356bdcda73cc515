import type { MemberField, MemberReading } from '../../reading/member-reading.ts';
import { labelWords } from '../reader/label-words.ts';

/** What a label of such a page means. `weak`: only where no clearer label speaks. `dates`: both ends in one value. */
export type RecordLabel = { field: MemberField | 'dates'; weak: boolean };
type Phrases = readonly (readonly [field: RecordLabel['field'], weak: boolean, form: RegExp])[];

const OF_COVERAGE = '(?:(?:coverage|eligibility|plan|policy|enrollment|benefit|member|insurance|medical|medicaid|medical coverage|member eligibility|plan coverage) )';
const OF_APPROVAL = '(?:(?:authorization|authorized|certification|certified|approved|approval|precertification) (?:service )?)';

/** Labels in plain words (see `labelWords`); the first that fits counts. */
const COVERAGE: Phrases = [
  ['otherPayer', false, /^other (?:health )?(?:payer|insurance|carrier|coverage|insurer)(?: company)?(?: name)?$/],
  ['status', false, new RegExp(`^${OF_COVERAGE}status$`)],
  ['status', true, /^(?:status|eligibility|coverage)$/],
  ['dates', false, new RegExp(`^${OF_COVERAGE}(?:date|period|span|date range|effective date range|date span)$`)],
  ['from', false, new RegExp(`^${OF_COVERAGE}(?:effective|begin|beginning|start|from|effective from)(?: date)?$|^effective date of coverage$`)],
  ['from', true, /^(?:effective|begin|beginning|start|from|effective from)(?: date)?$/],
  ['to', false, new RegExp(`^${OF_COVERAGE}(?:term|termination|end|ending|to|expiration|effective to)(?: date)?$`)],
  ['to', true, /^(?:(?:term|termination|end|expiration) date|term|end|to|effective to)$/],
  ['plan', false, /^(?:(?:benefit|health|medical|insurance) )?plan (?:name|description|product)$|^product name$|^benefit package(?: name)?$/],
  ['plan', true, /^(?:benefit plan|plan|product|insurance plan|health plan)$/],
  ['order', false, /^(?:(?:payer|cob|coverage|insurance|payment|coordination of benefit) (?:order|rank|sequence|position|responsibility)|order of (?:payer|coverage|benefit)|payer responsibility)$/],
  ['reference', false, /^(?:(?:eligibility|inquiry|verification|response|call) )?(?:reference|confirmation|verification) (?:number|id)$/],
  ['reference', true, /^(?:(?:eligibility|inquiry|response) )?(?:transaction|inquiry|trace|tracking) (?:number|id)$/],
  ['asOf', false, /^(?:(?:eligibility|coverage) )?as of(?: date)?$|^(?:date of service|service date|dos)$/],
];

const AUTHORIZATION: Phrases = [
  ['number', false, /^(?:referral )?(?:prior |pre ?)?(?:authorization|certification|precertification|preauthorization|precert)(?: referral| certification| reference| case| request)? (?:number|id)$/],
  ['number', false, /^(?:prior authorization|authorization)$/],
  ['number', true, /^(?:(?:case|request|service request|referral) )?(?:reference|case|request)(?: (?:number|id))?$/],
  ['status', false, /^(?:(?:prior )?authorization|certification|precertification|overall|request|case|service request|review) (?:status|decision|determination|outcome)$|^certification action$/],
  ['status', true, /^(?:status|decision|determination|outcome)$/],
  ['units', false, /^(?:total )?(?:approved|authorized|certified) (?:unit|visit|quantity|day|session)$|^(?:unit|visit|quantity|day|session) (?:approved|authorized|certified)$/],
  ['units', true, /^(?:unit|visit|quantity)$/],
  ['codes', false, /^(?:(?:approved|authorized|service) )?(?:procedure|cpt|hcpcs|cpt hcpcs|hcpcs cpt|service|procedure service)(?: code)?$|^code$/],
  ['dates', false, new RegExp(`^${OF_APPROVAL}(?:date|period|span|date range|date span)$`)],
  ['dates', true, /^(?:service date|date of service|dos|valid|valid date|date range|service date range)$/],
  ['from', false, new RegExp(`^(?:${OF_APPROVAL}|valid |service date )(?:effective|valid|begin|beginning|start|from)(?: date)?$`)],
  ['from', true, /^(?:service )?(?:effective|begin|start|from)(?: date)?$/],
  ['to', false, new RegExp(`^(?:${OF_APPROVAL}|valid |service date )(?:expiration|expire|end|ending|to|until)(?: date)?$`)],
  ['to', true, /^(?:service )?(?:expiration|expire|end|to)(?: date)?$/],
  ['provider', false, /^(?:servicing|rendering|service|performing|treating|authorized) (?:provider|physician|practitioner)(?: name)?$/],
  ['provider', true, /^(?:provider|physician)(?: name)?$/],
  ['place', false, /^(?:(?:servicing|service|treating|authorized) )?(?:facility|service location|place of service)(?: name)?$/],
];

const memo = { coverage: new Map<string, RecordLabel | null>(), authorization: new Map<string, RecordLabel | null>() };

/** What a label as shown means on a page of this kind, or null. What was requested is not what was approved: such labels mean nothing here. */
export function recordLabel(kind: MemberReading['kind'], text: string): RecordLabel | null {
  const known = memo[kind].get(text);
  if (known !== undefined) return known;
  const words = text.length > 70 || !/^[A-Za-z]/.test(text) ? '' : labelWords(text);
  const found = words === '' ? undefined : (kind === 'coverage' ? COVERAGE : AUTHORIZATION).find(([, , form]) => form.test(words));
  const label = found === undefined ? null : { field: found[0], weak: found[1] };
  if (memo[kind].size > 2000) memo[kind].clear();
  memo[kind].set(text, label);
  return label;
}
