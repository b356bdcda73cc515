import { NO_DAY } from '../../rules/domain/day-number.ts';
import type { ClaimFacts } from '../../rules/domain/denial-case.ts';
import type { CaseFile, ClockView, PayerCard } from '../../rules/work/case-file.ts';
import type { QueueItem, Tiles } from '../../rules/work/queue-item.ts';

/** Invented people and payers for looking at the interface. `TODAY` is Saturday 11/21/2026. */
export const TODAY = 20_778;
const NOON = TODAY * 86_400_000 + 43_200_000;

const people = ['Rivera, Marisol', 'Okafor, Daniel', 'Lindqvist, Astrid', 'Tran, Bao', 'Haddad, Samira', 'Whitfield, June', 'Petrov, Anton', 'Nakamura, Emi', 'Dubois, Claire', 'Mensah, Kofi', 'Castellano, Rosa', 'Park, Joon'];
const payers = [['cedar-valley', 'Cedar Valley Health'], ['harborlight', 'Harborlight Health Plan'], ['prairie-mutual', 'Prairie Mutual'], ['summit-ridge', 'Summit Ridge Advantage']] as const;
const reasons = ['prior-authorization', 'eligibility', 'timely-filing', 'medical-necessity', 'coding', 'coordination-of-benefits', 'documentation', 'duplicate', 'bundling', 'claim-data'];
const kinds = ['appeal-level-1', 'corrected-claim', 'reconsideration', 'follow-up', 'timely-filing'];
const pick = <T>(list: readonly T[], at: number) => list[at % list.length] as T;

export function sampleItem(index: number, part: Partial<QueueItem> = {}): QueueItem {
  const days = index < 2 ? index - 3 : index === 2 ? 0 : Math.floor(index * 1.7);
  const undated = index % 9 === 7;
  const [payerKey, payerName] = pick(payers, index);
  const cents = 4_215 + ((index * 7_919_77) % 892_311);
  return {
    id: `case-${String(index).padStart(8, '0')}`, rev: 1, ownerId: 'user-0001', open: true, state: index % 4 === 0 ? 'working' : 'identified', nextAction: pick(['appeal', 'correct-and-resubmit', 'call-payer', 'send-records'], index), payerKey, payerName,
    category: pick(reasons, index), path: 'appeal', payerStatus: index % 5 === 0 ? 'partially-denied' : 'denied', deniedCents: cents, chargeCents: cents + (index % 5 === 0 ? 12_000 : 0),
    nextDay: undated ? NO_DAY : TODAY + days, nextKind: pick(kinds, index), safeDay: undated ? NO_DAY : TODAY + days, dueDay: undated ? NO_DAY : TODAY + days + 2, undated: undated ? pick(['needs', 'unknown-payer', 'conflict'], index) : '',
    followUpDay: NO_DAY, snoozedUntilDay: NO_DAY, touchedMs: NOON - index * 3_600_000, priority: 47_500 - TODAY - days + 16, score: { pressure: 47_500 - TODAY - days, value: 16 },
    patientName: pick(people, index * 5), claimControlNumber: `26${String(310_000_000 + index * 7_717)}`, patientControlNumber: `AC-${10_400 + index}`, ...part,
  };
}

export const sampleItems = (count: number) => Array.from({ length: count }, (_, index) => sampleItem(index));
export const sampleTiles: Tiles = { dueSoon: 12, overdue: 2, undated: 5, openCases: 143, openCents: 21_844_912 };

export const blankFacts: ClaimFacts = {
  payerName: null, claimControlNumber: null, patientControlNumber: null, patientName: null, memberId: null, provider: null, serviceFrom: null, serviceTo: null, receivedOn: null, finalizedOn: null, remittanceOn: null,
  paymentOn: null, noticeReceivedOn: null, charge: null, allowed: null, paid: null, patientResponsibility: null, paymentNumber: null, status: null, statusCodes: [], adjustments: [], rarcs: [], payerCodes: [], lines: [],
  claimType: null, network: null, lineOfBusiness: null, state: null, mac: null,
};

const clock = (part: Partial<ClockView>): ClockView => ({
  action: 'appeal-level-1', name: 'Appeal', kind: 'dated', raw: null, due: null, safe: null, daysLeft: null, rule: null, version: null, confidence: null, source: null, steps: [], warnings: [], needs: [], why: null, conflict: [], overriddenBy: null, letterOn: null, ...part,
});

export const sampleClocks: ClockView[] = [
  clock({
    action: 'corrected-claim', name: 'Corrected claim', raw: '2026-11-28', due: '2026-11-30', safe: '2026-11-27', daysLeft: 6, rule: 'cvh-corrected', version: 1, confidence: 'medium', source: { title: 'Provider manual 2026, corrected claims', url: 'https://provider.example/manual' },
    steps: ['Service from 08/30/2026.', '90 calendar days from the date of service.', 'Ends Saturday 11/28/2026; the payer moves weekends to Monday 11/30/2026.', 'Safe day: the last business day before, Friday 11/27/2026.'], warnings: ['The manual was last checked eight months ago. Confirm the window on the call.'],
  }),
  clock({
    action: 'appeal-level-1', name: 'Appeal', raw: '2027-04-06', due: '2027-04-06', safe: '2027-04-06', daysLeft: 136, rule: 'cvh-appeal-1', version: 2, confidence: 'high', source: { title: 'Provider manual 2026, claim disputes', url: 'https://provider.example/manual', citation: 'section 9.4' },
    steps: ['Remittance dated 10/08/2026.', '180 calendar days from the remittance.', 'Ends Tuesday 04/06/2027.'],
  }),
  clock({ action: 'reconsideration', name: 'Reconsideration', kind: 'conflict', why: 'Two sources of the same weight give different days.', conflict: [{ rule: 'a', due: '2026-12-07', source: { title: 'Provider manual', url: 'https://provider.example/manual' } }, { rule: 'b', due: '2027-01-06', source: { title: 'Network notice 14', url: 'https://provider.example/notice' } }] }),
  clock({ action: 'peer-to-peer', name: 'Peer to peer', kind: 'needs', needs: ['noticeReceivedDate'] }),
  clock({ action: 'external-review', name: 'External review', kind: 'not-open', why: 'Opens when the last appeal inside the plan is decided.' }),
];

export const sampleFacts: ClaimFacts = {
  ...blankFacts, payerName: 'Cedar Valley Health', claimControlNumber: '26310048812', patientControlNumber: 'AC-10412', patientName: 'Rivera, Marisol', memberId: 'CVH 448 120 937', provider: 'Tessa Okonjo', serviceFrom: '2026-08-30', serviceTo: '2026-08-30',
  receivedOn: '2026-09-04', finalizedOn: '2026-10-06', remittanceOn: '2026-10-08', charge: 124_000, allowed: 0, paid: 0, patientResponsibility: 0, status: 'denied', lineOfBusiness: 'commercial', network: 'in', state: 'IA', claimType: 'professional',
};

export const sampleFile: CaseFile = {
  item: sampleItem(4, { category: 'prior-authorization', path: 'correct-and-resubmit', nextAction: 'correct-and-resubmit', nextKind: 'corrected-claim', nextDay: TODAY + 6, deniedCents: 124_000, chargeCents: 124_000 }),
  sealed: { facts: sampleFacts, references: [{ label: 'Portal inquiry', value: 'INQ-88 4120', atMs: NOON }], classification: null, overrides: [], submissions: [], resolution: null },
  payer: { key: 'cedar-valley', name: 'Cedar Valley Health', libraryPayer: 'Cedar Valley Health', lineOfBusiness: 'commercial', state: 'IA', network: 'in', aliases: [] }, ownerName: 'Dana Whitlock',
  explanation: {
    summary: 'The payer says the authorization was missing, or not for this service.', category: 'prior-authorization', originStep: 'scheduling', avoidable: 'yes', path: 'correct-and-resubmit',
    pathReason: 'An authorization on file only needs its number on the claim. A corrected claim is faster than an appeal, and its window ends first.', appealable: true, appealReason: 'If no authorization was on file, appeal with the records that show the urgency.',
    isRejection: false, codes: [{ code: 'CO-197', meaning: 'Authorization, precertification or notification is missing' }, { code: 'N54', meaning: 'Claim data do not match what was authorized' }], steps: ['Look up the authorization and compare code, units and dates.', 'Send a replacement claim with its number.'], overridden: null,
  },
  clocks: sampleClocks, traps: ['An appeal does not stop the corrected-claim window: it ends on 11/27/2026 whatever becomes of the appeal.'],
  timeline: [
    { id: 'e3', atMs: NOON - 3_600_000, userName: 'Dana Whitlock', kind: 'contact', title: 'Called Cedar Valley Health', detail: 'In process, past the usual time. Reference 7741-09. Promised a call back by 11/24/2026.', changes: [] },
    { id: 'e2', atMs: NOON - 5 * 86_400_000, userName: 'Dana Whitlock', kind: 'observation', title: 'Read from the portal', detail: null, changes: [{ field: 'status', was: 'Pending', now: 'Denied' }, { field: 'finalizedOn', was: null, now: '10/06/2026' }] },
    { id: 'e1', atMs: NOON - 40 * 86_400_000, userName: 'Dana Whitlock', kind: 'observation', title: 'Came in with a remittance', detail: null, changes: [] },
  ],
  expected: [
    { id: 'promise-1', kind: 'promise', title: 'Promised on the phone', day: '2026-11-24', isPast: false, why: 'A supervisor calls back with the authorization on file.', source: null },
    { id: 'answer-reconsideration', kind: 'payer-answer', title: 'Answer to the reconsideration', day: '2027-01-12', isPast: false, why: 'Do not chase it before. Sent on 2026-11-13; the payer has 60 calendar days to answer.', source: null },
  ],
  contacts: [], filings: [], observations: [],
};

export const samplePayerCard: PayerCard = {
  payer: sampleFile.payer ?? { key: 'x', name: 'x', libraryPayer: null, lineOfBusiness: null, state: null, network: null, aliases: [] },
  rules: [
    { id: 'cvh-appeal-1', action: 'appeal-level-1', name: 'Appeal', window: '180 days', startsFrom: 'the remittance date', confidence: 'high', source: { title: 'Provider manual 2026', url: 'https://provider.example/manual' }, asOf: '2026-03-14', notes: 'One level only for claims under contract.' },
    { id: 'cvh-corrected', action: 'corrected-claim', name: 'Corrected claim', window: '90 days', startsFrom: 'the date of service', confidence: 'medium', source: { title: 'Provider manual 2026', url: 'https://provider.example/manual' }, asOf: '2026-03-14', notes: '' },
  ],
  notes: [{ id: 'n1', text: 'Press 4, then 2, then say "claims". The morning queue is short before 8:30.', tags: ['phone'], atMs: NOON - 9 * 86_400_000, userName: 'Dana Whitlock' }],
};
