import type { Found, ReadingClaim, Value } from '../../reading/reading.ts';
import type { LabelKey } from './label-data.ts';
import { labelWords } from './label-words.ts';
import { rankOf, readTexts, settle } from './found-values.ts';
import type { Ranked } from './found-values.ts';
import { hasSection, isForeign } from './grid-kinds.ts';
import { readAccountNumber, readClaimNumber, readMemberId, readPayerName, readPaymentNumber, readPersonName, readReference, readShortClaimNumber, sameIdentifier } from './identifiers.ts';
import { readMoney } from './money.ts';
import { bothDays, readFieldDate, readFieldSpan } from './page-dates.ts';
import type { Section, SectionKind } from './sections.ts';
import { foldText } from './shown-text.ts';
import type { StatusWord } from './status-words.ts';
import { statusCodes, statusOf } from './claim-status.ts';
import type { Finding } from './findings.ts';

export type Candidates = { field: string; values: Found<string | number>[] }[];
/** What one claim's findings give, before amounts decide a status. */
export type ClaimValues = { claim: ReadingClaim; word: Found<string> | null; state: StatusWord | null; candidates: Candidates; support: number };

/** `Total paid (plan year)`: a sum over time, not one claim's. */
const OF_A_TIME = /\b(?:ytd|year|month|quarter|to date|so far|accumulat\w*|life ?time|all claims)\b/i;

/** The kinds of the sections something stands in. Findings of one row or card share their sections, so each is gathered once. */
function kindsOf(sections: readonly Section[]): ReadonlySet<SectionKind | null> {
  let kinds = gathered.get(sections);
  if (kinds === undefined) gathered.set(sections, kinds = new Set(sections.map((section) => section.kind)));
  return kinds;
}

const gathered = new WeakMap<readonly Section[], ReadonlySet<SectionKind | null>>();

/** Which sections a field may not be taken from, and which make it doubtful. */
export function admissible(finding: Finding): number {
  const { key, sections } = finding;
  const kinds = kindsOf(sections);
  if (isForeign(sections)) return -1;
  const money = key === 'charge' || key === 'allowed' || key === 'paid' || key === 'patResp';
  if (money && OF_A_TIME.test(finding.label)) return -1;
  const isPayment = kinds.has('payment');
  // A trace number alone may be the inquiry's.
  const isTrace = key === 'payNumber' && finding.weak && !isPayment && !kinds.has('remittance') && /trace/i.test(finding.label);
  if (kinds.size === 0) return isTrace ? 3 : 0;
  const dates = key === 'dos' || key === 'dosFrom' || key === 'dosTo' || key === 'received' || key === 'finalized' || key === 'payDate' || key === 'remitDate';
  const name = key === 'patientName' || key === 'patientFirst' || key === 'patientLast' || key === 'patientMiddle' || key === 'nameOnly' || key === 'firstOnly' || key === 'lastOnly';
  if (kinds.has('cob') && (money || dates || key === 'payer' || key === 'memberId' || key === 'status' || key === 'payNumber' || key === 'ccn')) return -1;
  if (kinds.has('legend') || kinds.has('plb')) return -1;
  if (kinds.has('eligibility') && (dates || key === 'status' || money || name && finding.weak)) return -1;
  if (kinds.has('provider') && (name || key === 'status' || key === 'memberId' && finding.weak || key === 'pcn' && finding.weak)) return -1;
  if (kinds.has('payer') && key === 'memberId' && finding.weak) return -1;
  if (kinds.has('subscriber') && (key === 'nameOnly' || key === 'firstOnly' || key === 'lastOnly')) return -1;
  if (kinds.has('appeal') && (key === 'status' || key === 'received' || key === 'finalized' || key === 'finalization')) return -1;
  if (isPayment && (key === 'status' && !/claim/i.test(finding.label))) return -1;
  if (isTrace) return 3;
  // Amounts in a payment section may be the whole check.
  if ((isPayment || kinds.has('remittance')) && (key === 'paid' && !/claim|plan|benefit/i.test(finding.label))) return /payment amount|^payments?$|check|eft/i.test(finding.label) ? 4 : 2;
  return 0;
}

export function ranked<T extends string | number>(findings: readonly Finding[], keys: readonly LabelKey[], read: (text: string, finding: Finding) => T | null, bonus: (finding: Finding) => number = () => 0): Ranked<T>[] {
  const out: Ranked<T>[] = [];
  for (const finding of findings) {
    if (!keys.includes(finding.key)) continue;
    const penalty = admissible(finding);
    if (penalty < 0) continue;
    const found = readTexts(finding.texts, (text) => read(text, finding));
    if (found === null) continue;
    out.push({ found: { value: found.value, raw: found.raw, label: cleanLabel(finding.label), confidence: 'certain' }, rank: rankOf(finding) - penalty + bonus(finding), at: finding.at });
  }
  return out;
}

export function cleanLabel(label: string): string {
  const shown = foldText(label);
  return (shown.endsWith(':') || shown.endsWith('*') ? shown.replace(/\s*[:*]+\s*$/, '') : shown).slice(0, 80);
}

/** How surely a label names the payer's own number. */
export function claimNumberRank(label: string): number {
  const words = labelWords(label);
  if (/^payer|^health plan|^plan|^insur|^carrier/.test(words)) return 2;
  if (/reference|^claim id$|claim hash|tracking/.test(words)) return -1;
  return 0;
}

const sameId = (a: string, b: string): boolean => a === b || sameIdentifier(a) === sameIdentifier(b);
const sameName = (a: string, b: string): boolean => a === b || nameKey(a) === nameKey(b);

/** `LINDQVIST, ODA` and `Oda Lindqvist` are one person. */
export function nameKey(name: string): string {
  return name.toUpperCase().replace(/[^\p{L}]+/gu, ' ').trim().split(' ').filter((part) => part.length > 1).sort().join(' ');
}

/** Lays all findings of one claim side by side and fills in what they agree on. */
export function fillClaim(claim: ReadingClaim, findings: readonly Finding[], clearinghouse: boolean): ClaimValues {
  const candidates: Candidates = [];
  findings = withoutCheckTotals(withoutMedicare(atThePlan(findings)));
  const put = <T extends string | number>(field: string, entries: Ranked<T>[], same?: (a: T, b: T) => boolean): Value<T> => {
    const { value, rivals } = settle(entries, same);
    if (value === null && rivals.length > 0) candidates.push({ field, values: rivals });
    return value;
  };
  const numberRank = (finding: Finding): number => claimNumberRank(finding.label) - (clearinghouse && !/payer|icn|dcn|tcn|plan/i.test(finding.label) ? 5 : 0);
  const numbers = ranked(findings, ['ccn'], (text, finding) => readClaimNumber(text) ?? (!finding.weak && finding.via === 'grid' ? readShortClaimNumber(text) : null), numberRank).filter((entry) => !clearinghouse || entry.rank > 0);
  claim.claimControlNumber = put('claimControlNumber', numbers, sameId);
  claim.patientControlNumber = put('patientControlNumber', ranked(findings, ['pcn'], readAccountNumber), sameId);
  claim.memberId = put('memberId', ranked(findings, ['memberId'], readMemberId, (finding) => (/patient|member id|beneficiary|medicare|medicaid/i.test(finding.label) ? 0.5 : 0) + (patientSection(finding) ? 0.5 : hasSection(finding.sections, 'subscriber') ? -1 : 0)), sameId);
  claim.patientName = put('patientName', patientNames(findings), sameName);
  readDates(claim, findings, put);
  weakEnds(claim, findings, candidates);
  for (const [field, key] of [['charge', 'charge'], ['allowed', 'allowed'], ['paid', 'paid'], ['patientResponsibility', 'patResp']] as const) {
    claim[field] = put(field, ranked(findings, [key], (text, finding) => amountOf(text, finding), (finding) => moneyRank(finding, key, findings)));
  }
  claim.paymentNumber = put('paymentNumber', ranked(findings, ['payNumber'], readPaymentNumber), sameId);
  const { word, state, rivals } = statusOf(findings);
  if (rivals.length > 0) candidates.push({ field: 'status', values: rivals });
  statusCodes(claim, findings);
  const filled = [claim.patientName, claim.memberId, claim.serviceFrom, claim.charge, claim.paid, claim.allowed, claim.receivedOn, claim.finalizedOn, claim.patientControlNumber, claim.patientResponsibility].filter((value) => value !== null).length;
  return { claim, word, state, candidates, support: filled + (word !== null || state !== null ? 1 : 0) + (claim.statusCodes.length > 0 ? 1 : 0) };
}

/** Names of states that are names of amounts too: a bare number beside one counts claims. */
const COUNTABLE = /^(?:total )?(?:claims? )?(?:paid|billed|charged|allowed|approved|submitted|eligible|covered|plan paid|payments?|net paid)(?: claims?)?$/;

/** An amount in cents; a bare number beside a word that could be a state is none, unless it stands in the row of a claim. */
function amountOf(text: string, finding: Finding): number | null {
  const money = readMoney(text);
  if (money === null || !money.marked && (finding.via !== 'grid' || finding.counted === true) && COUNTABLE.test(labelWords(finding.label))) return null;
  return money.cents;
}

const SENDER = /\b(?:at|from|by) (?:the |your )?(?:clearing ?house|vendor|gateway|submitter)\b|^clearing ?house\b/i;
const PLAN = /\b(?:at|from|by) (?:the |your )?(?:plan|payer|health plan|carrier|insurance)\b|^payer\b|^plan\b/i;

/** Where one part of a page says how a claim fared at the clearinghouse and another how at the plan, only the plan's is the claim's. */
function atThePlan(findings: readonly Finding[]): readonly Finding[] {
  const within = (finding: Finding, form: RegExp): boolean => finding.sections.some((section) => form.test(section.text));
  const settled = findings.some((finding) => finding.key === 'ccn' && within(finding, PLAN) && !within(finding, SENDER));
  return settled ? findings.filter((finding) => !within(finding, SENDER) || finding.key === 'ccn' || finding.key === 'refLabel') : findings;
}

const OF_MEDICARE = /^medicare\b/i;
const SECOND = /medicaid|crossover|recipient|client|medigap|secondary|supplement|\btpl\b|coordination/i;

/**
 * `Medicare paid amount` is this payer's only where this payer is Medicare: where the page has an amount of its own, or speaks of
 * Medicaid, a crossover or a second payer, it says what Medicare did before.
 */
function withoutMedicare(findings: readonly Finding[]): readonly Finding[] {
  if (!findings.some((finding) => OF_MEDICARE.test(finding.label))) return findings;
  const second = findings.some((finding) => SECOND.test(finding.label) || finding.sections.some((section) => SECOND.test(section.text)));
  // A page of a supplement gives Medicare's number of the person beside its own policy's.
  const besides = findings.some((finding) => /^medicare (?:claim|icn|paid|approved|allowed)\b/i.test(finding.label) || finding.key !== 'memberId' && /^(?:policy|certificate|contract) (?:id|number|no\.?|#)/i.test(finding.label));
  const before = (finding: Finding): boolean => (finding.key === 'paid' || finding.key === 'allowed' || finding.key === 'finalized' || finding.key === 'payDate' || finding.key === 'ccn' || finding.key === 'memberId' && besides) && OF_MEDICARE.test(finding.label)
    && (second || findings.some((other) => other.key === finding.key && !OF_MEDICARE.test(other.label)));
  return findings.filter((finding) => !before(finding));
}

function innermost(finding: Finding): Section | undefined {
  return finding.sections[finding.sections.length - 1];
}

/** Whether a finding stands in the part of the page that names the claim; null where no part does. */
function besideNumber(finding: Finding, findings: readonly Finding[]): boolean | null {
  const numbers = findings.filter((other) => other.key === 'ccn' && !other.banner);
  return numbers.length === 0 ? null : numbers.some((number) => number.via !== 'heading' && innermost(number)?.text === innermost(finding)?.text);
}

/** `Total paid` in a card about the check is the check's, whatever it is called elsewhere. */
function withoutCheckTotals(findings: readonly Finding[]): readonly Finding[] {
  const ofCheck = (finding: Finding): boolean => {
    const section = innermost(finding);
    return (finding.key === 'charge' || finding.key === 'paid' || finding.key === 'allowed') && section !== undefined && section.level !== 1 && (section.kind === 'payment' || section.kind === 'remittance')
      && /^(?:grand |check |remittance )?total/i.test(finding.label.trim()) && !/claim|plan|benefit/i.test(finding.label) && besideNumber(finding, findings) === false;
  };
  return findings.filter((finding) => !ofCheck(finding));
}

function moneyRank(finding: Finding, key: LabelKey, findings: readonly Finding[]): number {
  const words = labelWords(finding.label);
  // A total beats a plain name only beside the claim's number: elsewhere it may be the total of something else, and then the two contradict each other.
  if (/total|claim/.test(words)) return besideNumber(finding, findings) === false && findings.some((other) => other.key === key && other !== finding && besideNumber(other, findings) === true) ? 0 : 0.5;
  // `Paid` beside `Amount paid to provider`: both are the payer's; a bare `Payment` is the vaguest.
  return key === 'paid' && /^(?:payment|plan payment)/.test(words) ? -0.5 : 0;
}

function patientNames(findings: readonly Finding[]): Ranked<string>[] {
  const whole = ranked(findings, ['patientName'], readPersonName, (finding) => (/^(?:member|client)/i.test(finding.label) && findings.some((other) => other.key === 'patientName' && /^patient/i.test(other.label)) ? -1 : 0));
  const sectioned = ranked(findings.filter((finding) => finding.key === 'nameOnly' && patientSection(finding)), ['nameOnly'], readPersonName, () => 2);
  const parts = (lastKeys: readonly LabelKey[], firstKeys: readonly LabelKey[], list: readonly Finding[]): Ranked<string>[] => {
    const last = settle(ranked(list, lastKeys, readPersonName, () => 2)).value;
    const first = settle(ranked(list, firstKeys, readPersonName, () => 2)).value;
    const middle = settle(ranked(list, ['patientMiddle'], (text) => (/^[A-Za-z][A-Za-z.'-]{0,20}$/.test(text) ? text : null), () => 2)).value;
    if (last === null || first === null) return [];
    const value = `${last.value}, ${first.value}${middle === null ? '' : ` ${middle.value}`}`;
    return [{ found: { value, raw: value, label: last.label, confidence: 'certain', derived: true }, rank: 4, at: 0 }];
  };
  const named = whole.length > 0 ? whole : [...parts(['patientLast'], ['patientFirst'], findings)];
  const inSection = findings.filter(patientSection);
  if (named.length > 0 || sectioned.length > 0) return named.length > 0 ? named : sectioned;
  const own = parts(['lastOnly'], ['firstOnly'], inSection);
  return own.length > 0 ? own : parts(['lastOnly'], ['firstOnly'], besideMember(findings)).map((entry) => ({ ...entry, found: { ...entry.found, confidence: 'likely' as const }, rank: 2 }));
}

/** `Last Name` and `First Name` side by side among the claim's own fields, with the one member number of the page: whose name it is goes without saying. */
function besideMember(findings: readonly Finding[]): Finding[] {
  const names = findings.filter((finding) => finding.key === 'lastOnly' || finding.key === 'firstOnly');
  const [one, two] = names;
  if (names.length !== 2 || one === undefined || two === undefined || one.key === two.key || findings.indexOf(two) !== findings.indexOf(one) + 1) return [];
  const around = findings.filter((finding) => sameSection(finding, one));
  const kind = [...one.sections].reverse().find((section) => section.kind !== null)?.kind ?? 'claim';
  const somebodyElse = around.some((finding) => /\b(?:subscriber|insured|relationship|sponsor|guarantor|provider|physician|user|contact)\b/i.test(finding.label));
  return kind === 'claim' && sameSection(one, two) && !somebodyElse && around.some((finding) => finding.key === 'ccn') && around.filter((finding) => finding.key === 'memberId').length === 1 ? names : [];
}

function sameSection(a: Finding, b: Finding): boolean {
  return a.sections.length === b.sections.length && a.sections.every((section, at) => section.text === b.sections[at]?.text);
}

function patientSection(finding: Finding): boolean {
  const last = [...finding.sections].reverse().find((section) => section.kind !== null);
  return last?.kind === 'patient';
}

function readDates(claim: ReadingClaim, findings: readonly Finding[], put: <T extends string | number>(field: string, entries: Ranked<T>[]) => Value<T>): void {
  // A span is one value while it is compared, so that the two ends never come from two places.
  const spans = ranked(findings, ['dos'], (text) => {
    const span = readFieldSpan(text);
    return span === null ? null : `${span.from} ${span.to ?? ''}`;
  });
  const pairs = findings.filter((finding) => finding.key === 'dos' && finding.texts.length === 3).map((finding) => ({ ...finding, texts: [`${finding.texts[1] ?? ''} - ${finding.texts[2] ?? ''}`] }));
  const both = [...spans, ...(spans.length > 0 ? [] : ranked(pairs, ['dos'], (text) => { const span = readFieldSpan(text); return span === null ? null : `${span.from} ${span.to ?? ''}`; }))];
  const span = put('serviceFrom', both);
  if (span === null) put('serviceFrom', eitherDay(findings, ['dos', 'dosFrom']));
  const from = put('serviceFrom', ranked(findings, ['dosFrom'], readFieldDate, dateSection));
  const to = put('serviceTo', ranked(findings, ['dosTo'], readFieldDate, (finding) => (finding.weak && followsFrom(finding, findings) ? 1 : dateSection(finding))));
  if (span !== null) {
    const [first = '', last = ''] = span.value.split(' ');
    const agrees = (from === null || from.value === first) && (to === null || last === '' || to.value === last);
    if (agrees) {
      claim.serviceFrom = { ...span, value: first };
      claim.serviceTo = last === '' ? to ?? { ...span, value: first, derived: true } : { ...span, value: last };
    }
  } else {
    claim.serviceFrom = from;
    claim.serviceTo = to;
  }
  if (claim.serviceFrom !== null && claim.serviceTo !== null && claim.serviceTo.value < claim.serviceFrom.value) {
    claim.serviceFrom = null;
    claim.serviceTo = null;
  }
  // The last visit of a patient is no end of a service that has no beginning.
  if (claim.serviceFrom === null && claim.serviceTo !== null && /^last\b/i.test(claim.serviceTo.label ?? '')) claim.serviceTo = null;
  claim.receivedOn = put('receivedOn', [...ranked(findings, ['received'], readFieldDate), ...eitherDay(findings, ['received'])]);
  // `Date decided` is the claim's own where nothing speaks of an appeal.
  const appealed = findings.some((finding) => finding.key.startsWith('appeal') && (finding.key !== 'appealDecided' && finding.key !== 'appealOutcome' || /appeal|dispute|reconsider|redeterm|grievance|case/i.test(finding.label)) || hasSection(finding.sections, 'appeal'));
  claim.finalizedOn = put('finalizedOn', ranked(findings, appealed ? ['finalized', 'finalization'] : ['finalized', 'finalization', 'appealDecided'], readFieldDate, (finding) => (finding.key === 'appealDecided' ? -1 : 0)));
  claim.remittanceOn = put('remittanceOn', ranked(findings, ['remitDate'], readFieldDate));
  claim.paymentOn = put('paymentOn', ranked(findings, ['payDate'], readFieldDate));
}

/** A bare `Thru Date` is too weak to be read, and strong enough that nothing else may be taken for the end: it is left to choose. */
function weakEnds(claim: ReadingClaim, findings: readonly Finding[], candidates: Candidates): void {
  for (const [field, key] of [['serviceFrom', 'dosFrom'], ['serviceTo', 'dosTo']] as const) {
    if (claim[field] !== null || candidates.some((entry) => entry.field === field)) continue;
    const values = ranked(findings.filter((finding) => finding.weak), [key], readFieldDate).map(({ found }) => ({ ...found, confidence: 'likely' as const }));
    if (values.length > 0) candidates.push({ field, values });
  }
}

/** A date whose month and day cannot be told apart is either of two: rivals to choose from, and no value. */
function eitherDay(findings: readonly Finding[], keys: readonly LabelKey[]): Ranked<string>[] {
  const open = findings.filter((finding) => keys.includes(finding.key) && !finding.weak && admissible(finding) >= 0);
  return open.flatMap((finding) => bothDays(finding.texts[0] ?? '').map((value) => ({ found: { value, raw: finding.texts[0] ?? '', label: cleanLabel(finding.label), confidence: 'likely' as const }, rank: 4, at: finding.at })));
}

/** `Statement from … Thru …`: the second label is as clear as the one it stands behind. */
function followsFrom(finding: Finding, findings: readonly Finding[]): boolean {
  const before = findings.filter((other) => other.at < finding.at).reduce<Finding | null>((last, other) => (last === null || other.at >= last.at ? other : last), null);
  return before !== null && before.key === 'dosFrom' && !before.weak;
}

/** A bare `From` counts as a date of service only where the section speaks of the claim or its services. */
function dateSection(finding: Finding): number {
  if (!finding.weak) return 0;
  const section = [...finding.sections].reverse().find((entry) => entry.kind !== null);
  if (section !== undefined && /service|dos|statement|claim/i.test(section.text)) return 1;
  return finding.sections.some((entry) => /service|claim|statement/i.test(entry.text)) ? 0 : -4;
}

/** Numbers that are somebody else's: kept beside the claim under their own labels. */
export function referencesOf(findings: readonly Finding[], claim: ReadingClaim): ReadingClaim['references'] {
  const out: ReadingClaim['references'] = [];
  for (const finding of findings) {
    const other = finding.key === 'refLabel' || finding.key === 'confirmation' || finding.key === 'ccn';
    if (!other || hasSection(finding.sections, 'plb') || isForeign(finding.sections) && !hasSection(finding.sections, 'related') && !hasSection(finding.sections, 'original')) continue;
    const found = readTexts(finding.texts, readReference);
    if (found === null || claim.claimControlNumber !== null && sameIdentifier(claim.claimControlNumber.value) === sameIdentifier(found.value)) continue;
    const label = cleanLabel(finding.label);
    if (!out.some((known) => known.value === found.value && known.label === label) && out.length < 24) out.push({ label, value: found.value });
  }
  return out;
}

export { readPayerName };
