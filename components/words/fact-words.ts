import type { ClaimFacts } from '../../rules/domain/denial-case.ts';
import { wordOf } from './word-of.ts';

/** Words for the facts of a claim, as field names. */
const facts: Record<keyof ClaimFacts, string> = {
  payerName: 'Payer', claimControlNumber: 'Claim number', patientControlNumber: 'Account number', patientName: 'Patient', memberId: 'Member ID', provider: 'Provider', location: 'Location', specialty: 'Specialty', birthDate: 'Birth date', plan: 'Plan', serviceFrom: 'Service from',
  serviceTo: 'Service to', receivedOn: 'Received', finalizedOn: 'Finalized', remittanceOn: 'Remittance date', paymentOn: 'Payment date', noticeReceivedOn: 'Notice received', charge: 'Billed',
  allowed: 'Allowed', paid: 'Paid', patientResponsibility: 'Patient share', paymentNumber: 'Check or EFT', status: 'Payer status', statusCodes: 'Status codes', adjustments: 'Adjustments',
  rarcs: 'Remark codes', payerCodes: "Payer's own codes", lines: 'Service lines', claimType: 'Claim type', network: 'Network', lineOfBusiness: 'Line of business', state: 'State', mac: 'Medicare contractor',
};
export const factWords = (field: string) => wordOf(facts, field);

/** The facts a deadline may wait for, as the one question to ask and the fact that answers it. */
export type FactQuestion = { field: keyof ClaimFacts; kind: 'date' | 'choice' | 'state'; question: string; why: string; options?: readonly { value: string; label: string }[] };

const remittance: FactQuestion = { field: 'remittanceOn', kind: 'date', question: 'When was the denial issued?', why: 'The date on the remittance or letter starts the clock.' };
const questions: Record<string, FactQuestion> = {
  serviceFrom: { field: 'serviceFrom', kind: 'date', question: 'When was the service?', why: 'This window counts from the date of service.' },
  serviceThrough: { field: 'serviceTo', kind: 'date', question: 'When did the service end?', why: 'This window counts from the last day of service.' },
  noticeReceivedDate: { field: 'noticeReceivedOn', kind: 'date', question: 'When did the denial reach you?', why: 'This window counts from the day the notice arrived.' },
  noticeDate: remittance, remittanceDate: remittance, denialDate: remittance, priorDecisionDate: { ...remittance, question: 'When was the last decision issued?' },
  claimType: { field: 'claimType', kind: 'choice', question: 'Which kind of claim is it?', why: 'The payer has different windows for the two.', options: [{ value: 'professional', label: 'Professional (CMS-1500)' }, { value: 'institutional', label: 'Institutional (UB-04)' }] },
  network: { field: 'network', kind: 'choice', question: 'Is the provider in this network?', why: 'The window depends on it.', options: [{ value: 'in', label: 'In network' }, { value: 'out', label: 'Out of network' }] },
  lineOfBusiness: {
    field: 'lineOfBusiness', kind: 'choice', question: 'What kind of plan is it?', why: 'Each kind of plan has its own windows.',
    options: [
      { value: 'commercial', label: 'Commercial' }, { value: 'erisa', label: 'Employer plan (ERISA)' }, { value: 'medicare-advantage', label: 'Medicare Advantage' }, { value: 'medicare-ffs', label: 'Medicare' },
      { value: 'medicaid', label: 'Medicaid' }, { value: 'tricare', label: 'TRICARE' }, { value: 'va', label: 'VA' }, { value: 'workers-comp', label: "Workers' comp" },
    ],
  },
  state: { field: 'state', kind: 'state', question: 'Which state does the plan belong to?', why: 'State rules decide this window.' },
  mac: {
    field: 'mac', kind: 'choice', question: 'Which Medicare contractor handles it?', why: 'Contractors treat the last day differently.',
    options: ['noridian', 'palmetto', 'ngs', 'novitas', 'cgs', 'wps', 'fcso'].map((value) => ({ value, label: { noridian: 'Noridian', palmetto: 'Palmetto GBA', ngs: 'NGS', novitas: 'Novitas', cgs: 'CGS', wps: 'WPS', fcso: 'First Coast' }[value] ?? value })),
  },
};

/** The first missing fact that a person can answer here, or null where none of them is of that kind. */
export function questionFor(needs: readonly string[]): FactQuestion | null {
  for (const need of needs) {
    const question = Object.hasOwn(questions, need) ? questions[need] : undefined;
    if (question !== undefined) return question;
  }
  return null;
}

const needed: Record<string, string> = {
  receivedDate: 'the day of receipt', nextPayer: 'who pays after this payer', clockStartDate: 'the day of the event that starts the clock', postmarkDate: 'the postmark date', eligibilityPostedDate: 'the day eligibility was posted', payerOrder: 'whether this payer is primary', disputeKind: 'the kind of dispute', filingException: 'the reason for late filing',
  reopeningReason: 'the reason for reopening', correctionKind: 'the kind of correction', claimKind: 'the kind of claim', circuit: 'the federal circuit', filingMethod: 'how it is filed', expedited: 'whether it is expedited',
  amountInControversyCents: 'the amount in dispute', payer: 'the payer', serviceFrom: 'the date of service', serviceThrough: 'the last day of service', noticeReceivedDate: 'the day the notice arrived', noticeDate: 'the date of the notice',
  remittanceDate: 'the remittance date', denialDate: 'the date of the denial', priorDecisionDate: 'the date of the last decision', claimType: 'the claim type', network: 'the network status', lineOfBusiness: 'the kind of plan', state: 'the state', mac: 'the Medicare contractor',
};
/** A missing fact inside a sentence. */
export const neededWords = (need: string) => (Object.hasOwn(needed, need) ? needed[need] ?? need : need);

/** A warning that names another rule by its id, as files and commands need it, in words: what tells it apart is its window and when it holds. */
function withoutRuleId(sentence: string): string {
  const named = /^Another rule, [a-z0-9-]+, of (.+?)(; say so by .*)?\.$/u.exec(sentence);
  if (named === null) return sentence;
  const [, rest = '', ask] = named;
  return ask === undefined ? `Another rule of ${rest}.` : `Another rule of ${rest.replaceAll(/(?<=[a-z])-(?=[a-z])/gu, ' ')}: this date does not count on it.`;
}

/** A sentence of the deadline rules with its names of facts, such as `priorDecisionDate`, in words. One-word names are words already. */
export const plainFacts = (sentence: string) => withoutRuleId(sentence).replaceAll(/\b[a-z]+(?:[A-Z][a-z]+)+\b/gu, (name) => neededWords(name));
