import { isoOfDay, parseCalendarDay } from '../calendar/calendar-day.ts';
import { actionInWords } from '../deadlines/claim-clocks.ts';
import type { Appeal, AppealLevel, AppealRequest } from '../domain/appeal.ts';
import type { ClaimFacts, SealedCase } from '../domain/denial-case.ts';
import type { CaseFile } from '../work/case-file.ts';
import { adjustmentText, moneyText } from '../work/fact-text.ts';
import type { MemberRecord } from '../domain/member-record.ts';
import type { PracticeDetails } from '../calls/work-text.ts';
import { billedAuthorization, isApprovalOfClaim, matchedApproval } from '../work/authorization-match.ts';
import { coverageOn } from '../work/coverage-on.ts';
import { mismatchList } from '../work/mismatch-list.ts';
import { isLetterField } from './letter-fields.ts';
import type { LetterFact, LetterFacts, LetterField } from './letter-fields.ts';

/** Where each fact of the claim was last read, in words; from the looks that are kept. Absent: nobody knows, so the letter says nothing of it. */
export type FactSources = Readonly<Partial<Record<keyof ClaimFacts | 'patientBirthDate', string>>>;

export type PreviousLevel = { level: AppealLevel; outcome: string; on: string; reference: string | null };
export type LetterInput = {
  appeal: Pick<Appeal, 'letterDate' | 'signer' | 'signerTitle' | 'request' | 'requestedCents' | 'typedFacts' | 'payerNumber'>; level: AppealLevel;
  file: Pick<CaseFile, 'clocks' | 'filings' | 'contacts' | 'explanation'> & { sealed: SealedCase; deniedCents: number; payerName: string };
  /** What is kept of the member, the newest first, and the numbers under which the practice bills. */
  records?: readonly MemberRecord[]; practice?: PracticeDetails;
  sources: FactSources; practiceName: string; address: LetterFact | null; previous: PreviousLevel | null;
};

/** What is asked for, as it stands in a sentence after "We ask you to". */
export const REQUEST_WORDS: Readonly<Record<AppealRequest, string>> = {
  'pay-in-full': 'reverse the decision and pay the claim', 'pay-denied-lines': 'reverse the decision and pay the denied services', reprocess: 'reverse the decision and process the claim',
  'records-reviewed': 'review the enclosed records and pay the claim', 'return-taken-back': 'reverse the decision and return what was taken back',
};
const OUTCOME_WORDS: Readonly<Record<string, string>> = { upheld: 'upheld', overturned: 'reversed', 'partly-overturned': 'reversed in part', dismissed: 'dismissed', withdrawn: 'withdrawn' };

/** A date as it stands in a US letter, `11/20/2026`. */
export function letterDay(iso: string): string {
  const day = parseCalendarDay(iso);
  if (day === null) return iso;
  const [year = '', month = '', date = ''] = isoOfDay(day).split('-');
  return `${month}/${date}/${year}`;
}

/**
 * Every fact a letter may name, with its source. What has no source is not in it: a fact of the claim that no look holds and nobody
 * typed stays a blank.
 */
export function letterFacts({ appeal, level, file, sources, records = [], practice, practiceName, address, previous }: LetterInput): LetterFacts {
  const found = new Map<LetterField, LetterFact>();
  const put = (field: LetterField, value: string | null | undefined, source: string | null | undefined): void => {
    const [text, from] = [(value ?? '').trim(), (source ?? '').trim()];
    if (text !== '' && from !== '') found.set(field, { value: text, source: from });
  };
  const { sealed } = file;
  const { facts } = sealed;
  put('letter-date', letterDay(appeal.letterDate), 'Date chosen for this letter');
  put('practice-name', practiceName, 'Settings of this practice');
  put('signer', appeal.signer, 'Chosen for this letter');
  put('signer-title', appeal.signerTitle, 'Chosen for this letter');
  put('payer-name', facts.payerName ?? file.payerName, sources.payerName ?? 'Payers of this practice');
  put('payer-address', address?.value, address?.source);
  put('level', actionInWords(level), 'Level of this appeal');
  put('payer-appeal-number', appeal.payerNumber, 'Given by the payer, recorded with this appeal');
  put('patient-name', facts.patientName, sources.patientName);
  const born = sealed.patientBirthDate ?? null;
  put('birth-date', born === null ? null : letterDay(born), sources.patientBirthDate ?? 'Typed for this case');
  put('member-id', facts.memberId, sources.memberId);
  put('claim-number', facts.claimControlNumber, sources.claimControlNumber);
  put('account-number', facts.patientControlNumber, sources.patientControlNumber);
  put('provider', facts.provider, sources.provider);
  put('service-dates', daysText(facts.serviceFrom, facts.serviceTo), sources.serviceFrom);
  put('procedures', [...new Set(facts.lines.flatMap(({ procedure, modifiers }) => (procedure === null ? [] : [[procedure, ...modifiers].join('-')])))].join(', '), sources.lines);
  put('charge', facts.charge === null ? null : moneyText(Math.abs(facts.charge)), sources.charge);
  put('paid', facts.paid === null ? null : moneyText(facts.paid), sources.paid);
  put('denied-amount', file.deniedCents > 0 ? moneyText(file.deniedCents) : null, sources.adjustments ?? sources.charge);
  put('requested-amount', appeal.requestedCents === null ? null : moneyText(appeal.requestedCents), 'Chosen for this appeal');
  put('request', REQUEST_WORDS[appeal.request], 'Chosen for this appeal');
  put('denial-codes', codesText(facts), sources.adjustments ?? sources.statusCodes ?? sources.lines);
  // The meaning of the payer's codes alone: what they mean for us is not for the payer's eyes.
  const named = new Set(codesText(facts).split(', '));
  put('denial-reason', file.explanation.codes.filter(({ code }) => named.has(code)).map(({ meaning }) => meaning.replace(/\.$/u, '')).join('; '), found.has('denial-codes') ? `${found.get('denial-codes')?.source ?? ''}; meaning in Overturn's own words` : null);
  const decided = facts.remittanceOn ?? facts.paymentOn ?? facts.finalizedOn;
  put('denial-date', decided === null ? null : letterDay(decided), facts.remittanceOn !== null ? sources.remittanceOn : facts.paymentOn !== null ? sources.paymentOn : sources.finalizedOn);
  put('payment-number', facts.paymentNumber, sources.paymentNumber);
  put('received-date', facts.receivedOn === null ? null : letterDay(facts.receivedOn), sources.receivedOn);
  const clock = file.clocks.find(({ action, kind }) => action === level && (kind === 'dated' || kind === 'stopped'));
  // A doubtful date is for the biller's eyes; a letter asserts only what is sure, and never a date that has passed.
  if (clock?.due != null && clock.source !== null && clock.confidence === 'high' && appeal.letterDate <= clock.due) {
    put('due-date', letterDay(clock.due), `Clock of this case, rule ${clock.rule ?? ''}`);
    put('due-rule', clock.source.citation ?? clock.source.title, clock.source.title);
  }
  putPractice(put, practice, facts.provider);
  const billedNumber = billedAuthorization(sealed.references);
  put('authorization-number', billedNumber, billedNumber === null ? null : `Reference of the case, “${sealed.references.find(({ value }) => value === billedNumber)?.label ?? ''}”`);
  const match = matchedApproval(records, facts, billedNumber);
  // An approval with another number, of another member or without a yes is nothing a letter may lean on.
  if (match !== null && isApprovalOfClaim(match)) {
    const { record } = match;
    const source = recordSource('Authorization', record);
    put('authorization-number', record.number, source);
    put('authorization-dates', record.from === null || record.to === null ? null : `${letterDay(record.from)} to ${letterDay(record.to)}`, source);
    put('approved-services', record.codes.length === 0 ? null : `${record.codes.join(', ')}${record.units === null ? '' : `, ${String(record.units)} units`}`, source);
  }
  const coverage = coverageOn(records, facts);
  if (coverage?.kind === 'active' && coverage.check.from !== null) put('coverage-dates', `${letterDay(coverage.check.from)} ${coverage.check.to === null ? 'with no end given' : `to ${letterDay(coverage.check.to)}`}`, recordSource('Coverage check', coverage.check));
  if (coverage?.kind === 'active') put('other-payer', coverage.check.otherPayer, recordSource('Coverage check', coverage.check));
  const filings = file.filings.filter(({ isSure }) => isSure);
  const sent = filings.filter(({ step, on }) => step === 'sent' && on !== null).sort(byDay)[0];
  put('first-filed', sent?.on == null ? null : letterDay(sent.on), '837 claim file kept with the case');
  const accepted = filings.filter(({ step, on }) => step === 'accepted' && on !== null).sort(byDay)[0];
  put('filing-accepted', accepted?.on == null ? null : `${accepted.by ?? 'the payer'} on ${letterDay(accepted.on)}`, '277CA answer kept with the case');
  put('filing-reference', accepted?.claimControlNumber ?? accepted?.references[0]?.value, '277CA answer kept with the case');
  if (previous !== null) {
    put('previous-level', actionInWords(previous.level), 'The appeal before this one');
    put('previous-decision', `${OUTCOME_WORDS[previous.outcome] ?? previous.outcome} on ${letterDay(previous.on)}${previous.reference === null ? '' : `, ${previous.reference}`}`, 'Outcome recorded with the appeal before this one');
  }
  const call = file.contacts.find(({ reference }) => reference !== null);
  put('call-reference', call?.reference, call === undefined ? null : `Contact logged by ${call.userName}`);
  for (const { field, value, source } of appeal.typedFacts) if (isLetterField(field)) put(field, value, `${source} (typed)`);
  return found;
}

type Put = (field: LetterField, value: string | null | undefined, source: string | null | undefined) => void;

/** Address and phone of the practice; NPI and tax id only where it is plain which of its providers bills: there is one, or one of the claim's name. */
function putPractice(put: Put, practice: PracticeDetails | undefined, provider: string | null): void {
  if (practice === undefined) return;
  const source = 'Practice details in the settings of calls';
  put('practice-address', practice.address, source);
  put('practice-phone', practice.phone, source);
  const named = practice.identities.filter(({ label }) => provider !== null && mismatchList({ sent: { provider }, record: { provider: label } }).some(({ what, verdict }) => what === 'provider' && verdict === 'same'));
  const [billing, more] = practice.identities.length === 1 ? practice.identities : named;
  if (billing === undefined || more !== undefined) return;
  put('npi', billing.npi, `${source}, ${billing.label}`);
  put('tax-id', billing.taxId, `${source}, ${billing.label}`);
}

function recordSource(what: string, { evidence, channel, reference }: MemberRecord): string {
  return `${what} ${evidence === undefined ? `kept by hand (${channel.replaceAll('-', ' ')})` : `read from ${evidence.host}`}${reference === null ? '' : `, reference ${reference}`}`;
}

const byDay = (left: { on: string | null }, right: { on: string | null }): number => ((left.on ?? '') < (right.on ?? '') ? -1 : 1);

function daysText(from: string | null, to: string | null): string | null {
  if (from === null) return null;
  return to === null || to === from ? letterDay(from) : `${letterDay(from)} to ${letterDay(to)}`;
}

/** Group, reason and remark codes as they stand on the decision, each once. */
function codesText(facts: ClaimFacts): string {
  const adjustments = [...facts.adjustments, ...facts.lines.flatMap((line) => line.adjustments)].filter(({ groupCode }) => groupCode !== 'PR');
  const codes = adjustments.map((one) => adjustmentText(one));
  const rarcs = [...facts.rarcs, ...facts.lines.flatMap((line) => line.rarcs)];
  return [...new Set([...codes, ...rarcs])].join(', ');
}
