import type { ClaimFacts } from '../domain/denial-case.ts';

/** A claim of which nothing is known. */
export function blankFacts(): ClaimFacts {
  return {
    payerName: null, claimControlNumber: null, patientControlNumber: null, patientName: null, memberId: null, provider: null,
    serviceFrom: null, serviceTo: null, receivedOn: null, finalizedOn: null, remittanceOn: null, paymentOn: null, noticeReceivedOn: null,
    charge: null, allowed: null, paid: null, patientResponsibility: null, paymentNumber: null, status: null, statusCodes: [], adjustments: [], rarcs: [],
    payerCodes: [], lines: [], claimType: null, network: null, lineOfBusiness: null, state: null, mac: null,
  };
}
