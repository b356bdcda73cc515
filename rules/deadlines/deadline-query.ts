import { parseCalendarDay } from '../calendar/calendar-day.ts';
import type { CalendarDay } from '../calendar/calendar-day.ts';
import { DEADLINE_ACTIONS, FILING_PARTIES, LINES_OF_BUSINESS } from '../payers/payer-rule.ts';
import type { DeadlineAction, FilingParty, LineOfBusiness } from '../payers/payer-rule.ts';
import { lettersApart, stateCode } from '../payers/payer-name.ts';
import { oddDates } from './odd-dates.ts';

export const DATE_FACTS = [
  'serviceFrom', 'serviceThrough', 'noticeDate', 'noticeReceivedDate', 'remittanceDate', 'priorDecisionDate', 'postmarkDate',
  'eligibilityPostedDate', 'denialDate',
  /** For the few clocks that start on an event of their own (the rule's `clockNote` says which). */
  'clockStartDate',
] as const;
export type DateFact = (typeof DATE_FACTS)[number];

/** Facts with a closed list of values. */
const CLOSED_FACTS = {
  claimType: ['professional', 'institutional'],
  network: ['in', 'out'],
  filingMethod: ['portal', 'fax', 'mail'],
  payerOrder: ['primary', 'secondary', 'tertiary'],
} as const;

/** Facts whose value is a word of the library's; other words are taken, and met by no rule. */
const WORD_FACTS = {
  disputeKind: ['payment', 'coding', 'clinical', 'medical-necessity', 'experimental', 'overpayment'],
  filingException: [
    'administrative-error', 'retroactive-entitlement', 'retroactive-disenrollment', 'medicaid-recoupment',
    'delay-outside-control', 'retroactive-approval',
  ],
  reopeningReason: ['good-cause', 'clerical-error'],
  correctionKind: ['drg-upward', 'snf-hipps'],
  claimKind: ['medicare-crossover', 'original'],
  mac: ['noridian', 'palmetto', 'ngs', 'novitas', 'first-coast', 'cgs', 'wps'],
} as const;

/** The facts of a query, checked: dates as day numbers, words folded. */
export type DeadlineFacts = { [Fact in DateFact]?: CalendarDay } & {
  claimType?: 'professional' | 'institutional';
  network?: 'in' | 'out';
  filingMethod?: 'portal' | 'fax' | 'mail';
  payerOrder?: 'primary' | 'secondary' | 'tertiary';
  disputeKind?: string;
  filingException?: string;
  reopeningReason?: string;
  correctionKind?: string;
  claimKind?: string;
  mac?: string;
  circuit?: string;
  expedited?: boolean;
  amountInControversyCents?: number;
};

export type DeadlineQuery = {
  payer: string;
  lineOfBusiness: LineOfBusiness;
  /** Two-letter code, or null where the query gives none. */
  state: string | null;
  action: DeadlineAction;
  party: FilingParty;
  facts: DeadlineFacts;
};

export type ReadQuery =
  | { query: DeadlineQuery; warnings: string[] }
  | { needs: string[] }
  | Refusal;

type Refusal = { error: { code: string; fact: string; accepted?: string[] } };
const refuse = (code: string, fact: string, accepted?: readonly string[]): Refusal => ({ error: { code, fact, ...(accepted === undefined ? {} : { accepted: [...accepted] }) } });

const CIRCUITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', 'dc', 'federal'] as const;
const A_DATE = ['YYYY-MM-DD'];

/** What may stand in each part of a query and in each fact, for the command's help and for answers to a value nobody knows. */
export const ACCEPTED_VALUES: { query: Readonly<Record<string, readonly string[]>>; facts: Readonly<Record<string, readonly string[]>> } = {
  query: { lineOfBusiness: LINES_OF_BUSINESS, action: DEADLINE_ACTIONS, party: FILING_PARTIES, state: ['a state by its two letters or its name'] },
  facts: {
    ...Object.fromEntries(DATE_FACTS.map((fact) => [fact, A_DATE])), ...CLOSED_FACTS, ...WORD_FACTS,
    circuit: CIRCUITS, expedited: ['true', 'false'], amountInControversyCents: ['whole cents, 0 or more'],
  },
};

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isAbsent = (value: unknown): boolean => value === undefined || value === null || value === '';

function foldWord(text: string): string {
  return text.trim().toLowerCase().replaceAll(/[\s_]+/g, '-');
}

/** MAC names as contractors write them, to the library's short ones. */
function foldMac(text: string): string {
  const word = foldWord(text);
  if (word === 'fcso' || word.startsWith('first-coast')) return 'first-coast';
  if (word.startsWith('national-government')) return 'ngs';
  if (word.startsWith('wisconsin-physician')) return 'wps';
  return WORD_FACTS.mac.find((mac) => word === mac || word.startsWith(`${mac}-`)) ?? word;
}

/** "9", 9, "9th", "ninth" → "9". */
function foldCircuit(value: unknown): string | null {
  if (typeof value === 'number') return Number.isInteger(value) && value >= 1 && value <= 11 ? String(value) : null;
  if (typeof value !== 'string') return null;
  const word = foldWord(value).replace(/-?circuit$/, '');
  const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh'];
  const spelled = ordinals.indexOf(word);
  if (spelled >= 0) return String(spelled + 1);
  const numbered = /^(\d{1,2})(st|nd|rd|th)?$/.exec(word);
  if (numbered !== null) {
    const number = Number(numbered[1]);
    return number >= 1 && number <= 11 ? String(number) : null;
  }
  return ['dc', 'federal', 'fed'].includes(word) ? word : null;
}

function readOneFact(name: string, value: unknown, facts: DeadlineFacts, warnings: string[]): Refusal | null {
  if (DATE_FACTS.includes(name as DateFact)) {
    const day = typeof value === 'string' ? parseCalendarDay(value) : null;
    if (day === null) return refuse('malformed-date', name, A_DATE);
    facts[name as DateFact] = day;
    return null;
  }
  if (Object.hasOwn(CLOSED_FACTS, name)) {
    const allowed: readonly string[] = CLOSED_FACTS[name as keyof typeof CLOSED_FACTS];
    const word = typeof value === 'string' ? foldWord(value) : '';
    if (!allowed.includes(word)) return refuse('unknown-value', name, allowed);
    Object.assign(facts, { [name]: word });
    return null;
  }
  if (Object.hasOwn(WORD_FACTS, name)) {
    const known: readonly string[] = WORD_FACTS[name as keyof typeof WORD_FACTS];
    if (typeof value !== 'string' || value.length > 60) return refuse('unknown-value', name, known);
    const word = name === 'mac' ? foldMac(value) : foldWord(value);
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(word)) return refuse('unknown-value', name, known);
    if (!known.includes(word)) warnings.push(`No rule of the library knows ${name} "${word}"; it knows ${known.join(', ')}.`);
    Object.assign(facts, { [name]: word });
    return null;
  }
  if (name === 'expedited') {
    if (typeof value !== 'boolean') return refuse('unknown-value', name, ['true', 'false']);
    facts.expedited = value;
    return null;
  }
  if (name === 'amountInControversyCents') {
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) return refuse('malformed-amount', name, ACCEPTED_VALUES.facts.amountInControversyCents);
    facts.amountInControversyCents = value;
    return null;
  }
  if (name === 'circuit') {
    const circuit = foldCircuit(value);
    if (circuit === null) return refuse('unknown-value', name, CIRCUITS);
    facts.circuit = circuit;
    return null;
  }
  const near = Object.keys(ACCEPTED_VALUES.facts).find((fact) => lettersApart(fact.toLowerCase(), name.toLowerCase()) <= 2);
  warnings.push(`A fact this program does not know was left out of account${near === undefined ? '.' : `: ${near} is meant?`}`);
  return null;
}

/**
 * Reads a query of unknown origin. Malformed facts come back as `error` with a code and the fact's name, never its value;
 * missing parts as `needs`; odd but possible ones as warnings.
 */
export function readDeadlineQuery(input: unknown): ReadQuery {
  if (!isRecord(input)) return refuse('malformed-query', 'query');
  const given = isAbsent(input.facts) ? {} : input.facts;
  if (!isRecord(given)) return refuse('malformed-facts', 'facts');
  const facts: DeadlineFacts = {};
  const warnings: string[] = [];
  for (const name of Object.keys(given)) {
    if (name === 'receivedDate') continue;
    const value = given[name];
    if (isAbsent(value)) continue;
    const refusal = readOneFact(name, value, facts, warnings);
    if (refusal !== null) return refusal;
  }
  if (!isAbsent(given.receivedDate)) {
    const day = typeof given.receivedDate === 'string' ? parseCalendarDay(given.receivedDate) : null;
    if (day === null) return refuse('malformed-date', 'receivedDate', A_DATE);
    if (facts.noticeReceivedDate !== undefined && facts.noticeReceivedDate !== day) {
      warnings.push('receivedDate and noticeReceivedDate differ; the earlier is used.');
      facts.noticeReceivedDate = Math.min(facts.noticeReceivedDate, day);
    } else facts.noticeReceivedDate = day;
  }

  for (const name of ['payer', 'lineOfBusiness', 'action', 'party', 'state'] as const) {
    const value = input[name];
    if (!isAbsent(value) && (typeof value !== 'string' || value.length > 2000)) return refuse('malformed-text', name);
  }
  const text = (name: string): string => (typeof input[name] === 'string' ? input[name].trim() : '');
  const lineOfBusiness = foldWord(text('lineOfBusiness'));
  const action = foldWord(text('action'));
  const party = text('party') === '' ? 'provider' : foldWord(text('party'));
  const state = text('state') === '' ? null : stateCode(text('state'));
  if (lineOfBusiness !== '' && !LINES_OF_BUSINESS.includes(lineOfBusiness as LineOfBusiness)) return refuse('unknown-value', 'lineOfBusiness', LINES_OF_BUSINESS);
  if (action !== '' && !DEADLINE_ACTIONS.includes(action as DeadlineAction)) return refuse('unknown-value', 'action', DEADLINE_ACTIONS);
  if (!FILING_PARTIES.includes(party as FilingParty)) return refuse('unknown-value', 'party', FILING_PARTIES);
  if (text('state') !== '' && state === null) return refuse('unknown-value', 'state', ACCEPTED_VALUES.query.state);
  const needs = ['payer', 'lineOfBusiness', 'action'].filter((name) => text(name) === '');
  if (needs.length > 0) return { needs };
  return {
    query: {
      payer: text('payer'), lineOfBusiness: lineOfBusiness as LineOfBusiness, state,
      action: action as DeadlineAction, party: party as FilingParty, facts,
    },
    warnings: [...warnings, ...oddDates(facts)],
  };
}
