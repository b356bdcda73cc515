import { notPatient } from '../situation.ts';
import type { Situation } from '../situation.ts';

/** Was it allowed beforehand, and was this provider allowed to do it. */
const numberExists = { path: 'correct-and-resubmit', because: 'If a valid authorization exists: put its number on the claim, with matching codes, dates and place.' } as const;

export const authorizationSituations: readonly Situation[] = [
  {
    id: 'no-authorization', carc: ['197', '243', '62', '38'], group: notPatient, category: 'prior-authorization', path: 'appeal', avoidable: 'yes',
    because: 'No approval on file: appeal with the authorization, or with why it could not be had in time (emergency, coverage added later), and ask for one after the fact.', appeal: 'yes',
    from: 'Authorization practice', alternatives: [numberExists, { path: 'write-off', because: 'If none was asked for and nothing excuses it; the patient may not be billed.' }],
  },
  {
    id: 'no-authorization-patient', carc: ['197', '198', '210', '243'], group: ['PR'], category: 'prior-authorization', path: 'bill-patient', avoidable: 'yes',
    because: 'Here it was the member\'s duty to get approval, so the payer gives the amount to the patient.', appeal: 'possible', from: 'Group PR', alternatives: [numberExists, { path: 'appeal', because: 'With the patient\'s consent, if approval was obtained.' }],
  },
  {
    id: 'authorization-exceeded', carc: ['198', '287', '302'], group: notPatient, category: 'prior-authorization', path: 'appeal', avoidable: 'yes',
    because: 'More was done, or later, than approved: ask for an extension after the fact and appeal with the record that shows the need.', appeal: 'yes', from: 'Authorization practice', alternatives: [numberExists],
  },
  {
    id: 'authorization-late', carc: ['210'], group: notPatient, category: 'prior-authorization', path: 'appeal', avoidable: 'yes', because: 'Approval was asked for too late: appeal with the reason for the delay and the need for the service.', appeal: 'yes', from: 'Authorization practice',
  },
  {
    id: 'authorization-refused', carc: ['39'], category: 'prior-authorization', origin: 'clinical', path: 'appeal', avoidable: 'yes', because: 'Approval was asked for and refused: the refusal itself has to be overturned, with the clinical record.', appeal: 'yes', from: 'Authorization practice',
  },
  {
    id: 'authorization-does-not-fit', carc: ['15', '284', '296'], category: 'prior-authorization', origin: 'billing', path: 'correct-and-resubmit', avoidable: 'yes', because: 'The number exists but does not fit the codes, dates or provider billed: bring claim and approval into line.', appeal: 'possible', from: 'Authorization practice',
  },
  {
    id: 'no-referral', carc: ['288'], category: 'prior-authorization', path: 'correct-and-resubmit', avoidable: 'yes', because: 'No referral is on the claim: get it from the primary care provider, put its number on, send again.', appeal: 'possible', from: 'Referral practice', alternatives: [{ path: 'appeal', because: 'If no referral was needed for this service.' }],
  },
  {
    id: 'out-of-network', carc: ['242', '279'], group: notPatient, category: 'network', path: 'appeal', avoidable: 'yes', because: 'The payer takes you as outside its network: appeal with your contract\'s effective date, or with emergency or lack of a network provider.', appeal: 'yes', from: 'Network practice', alternatives: [{ path: 'call-payer', because: 'If you are in the network: have the provider file corrected and the claim reprocessed.' }],
  },
  {
    id: 'out-of-network-patient', carc: ['242', '279'], group: ['PR'], category: 'network', path: 'bill-patient', avoidable: 'yes', because: 'The patient went outside the network and the plan gives the amount to them; surprise billing law may forbid it for emergencies.', appeal: 'possible', from: 'Group PR; No Surprises Act',
  },
  {
    id: 'not-certified', carc: ['B7'], category: 'provider-enrollment', path: 'appeal', avoidable: 'yes', because: 'The payer had the provider as not certified or not enrolled on that day: appeal with proof of the effective date.', appeal: 'yes', from: 'Enrollment practice', alternatives: [{ path: 'correct-and-resubmit', because: 'If the wrong provider number was billed.' }, { path: 'write-off', because: 'If the provider was not yet effective.' }],
  },
  {
    id: 'not-certified-medicare', carc: ['B7'], lineOfBusiness: ['medicare-ffs'], category: 'provider-enrollment', path: 'correct-and-resubmit', avoidable: 'yes', because: 'Medicare had no active enrollment for the number billed on that day: check the enrollment and its effective date, bill the right number or certificate.', appeal: 'possible', from: 'Medicare enrollment practice', alternatives: [{ path: 'appeal', because: 'If the enrollment was effective on the service date.' }],
  },
  {
    id: 'provider-type', carc: ['170', '171', '299'], group: notPatient, category: 'provider-enrollment', path: 'correct-and-resubmit', avoidable: 'yes', because: 'This type of provider or place is not paid for the service: check that the right rendering provider, taxonomy and place were billed.', appeal: 'possible', from: 'Code meaning', alternatives: [{ path: 'write-off', because: 'If it was billed as it happened.' }],
  },
  {
    id: 'provider-type-medicare', carc: ['170', '171'], lineOfBusiness: ['medicare-ffs'], group: notPatient, category: 'provider-enrollment', path: 'write-off', avoidable: 'yes', because: 'Medicare does not pay this kind of provider for the service, whatever the record says, and the patient may not be billed without notice.', appeal: 'possible', from: 'Medicare benefit rules', alternatives: [{ path: 'correct-and-resubmit', because: 'If another provider performed it or the specialty on file is wrong.' }],
  },
  {
    id: 'provider-type-patient', carc: ['170', '171'], group: ['PR'], category: 'provider-enrollment', path: 'bill-patient', avoidable: 'yes', because: 'The plan does not pay this kind of provider and gives the amount to the patient.', appeal: 'possible', from: 'Group PR',
  },
  {
    id: 'may-not-order', carc: ['183', '184', '185', '283'], category: 'provider-enrollment', origin: 'billing', path: 'correct-and-resubmit', avoidable: 'yes', because: 'The referring, ordering or rendering provider named may not do this in the payer\'s file: name the right person and number, then send again.', appeal: 'possible', from: 'Ordering and referring rules', alternatives: [{ path: 'call-payer', because: 'If the provider is enrolled and the payer\'s file is behind.' }],
  },
  {
    id: 'npi', carc: ['206', '207', '208'], category: 'claim-data', origin: 'billing', path: 'correct-and-resubmit', avoidable: 'yes', because: 'An NPI is missing, malformed or not on file: correct the number or its registration, then send again.', appeal: 'possible', from: 'Code meaning',
  },
  {
    id: 'managed-care-contract', carc: ['256', '222', '147', '95'], group: notPatient, category: 'contractual', path: 'appeal', avoidable: 'undecided', because: 'The payer says the contract does not pay this: read the contract, and dispute with its clause if it does.', appeal: 'yes', from: 'Contract practice', alternatives: [{ path: 'write-off', because: 'If the contract says so.' }],
  },
];
