/** The truth about a demo claim, as far as a page shows it. */
import type { DemoClaim, DemoLine } from '../demo-claims.ts';
import type { TruthClaim, TruthLine } from '../truth.ts';
import { name } from '../format.ts';

export type LineParts = { adjustments?: 'with-cents' | 'codes' | 'codes-only-carc' | 'none'; rarcs?: boolean; allowed?: boolean; dates?: boolean; units?: boolean; payerCodes?: boolean };

/** What a line table of the given make says of one line. */
export function truthLine(line: DemoLine, claim: DemoClaim, parts: LineParts): TruthLine {
  const kind = parts.adjustments ?? 'with-cents';
  const decided = claim.payment !== null;
  return {
    procedure: line.procedure, modifiers: line.modifiers, units: parts.units === false ? null : line.units, charge: line.charge,
    allowed: decided && parts.allowed !== false ? line.allowed : null, paid: decided ? line.paid : null,
    serviceFrom: parts.dates ? claim.serviceFrom : null,
    adjustments: !decided || kind === 'none' ? [] : line.adjustments.map(({ groupCode, carc, cents }) => ({
      groupCode: kind === 'codes-only-carc' ? null : groupCode, carc, cents: kind === 'with-cents' ? cents : null,
    })),
    rarcs: parts.rarcs === false ? [] : line.rarcs,
    payerCodes: parts.payerCodes ? line.payerCodes : [],
  };
}

type Field = 'patientControlNumber' | 'patientName' | 'memberId' | 'receivedOn' | 'finalizedOn' | 'charge' | 'allowed' | 'paid' | 'patientResponsibility' | 'paymentNumber' | 'paymentOn' | 'status' | 'statusCodes';

/** Claim number, first service date and the named fields. `range` says that the end of service is shown too. */
export function truthClaim(claim: DemoClaim, fields: Field[], parts: { range?: boolean; lines?: LineParts | false; single?: 'derived' | 'none' } = {}): TruthClaim {
  const truth: TruthClaim = { claimControlNumber: claim.claimControlNumber, optional: {} };
  if (parts.single !== 'none') {
    truth.serviceFrom = claim.serviceFrom;
    if (parts.range) truth.serviceTo = claim.serviceTo;
    else truth.optional = { serviceTo: [claim.serviceFrom] };
  }
  for (const field of fields) {
    switch (field) {
      case 'patientName': truth.patientName = name(claim); break;
      case 'paymentNumber': truth.paymentNumber = claim.payment?.number ?? null; break;
      case 'paymentOn': truth.paymentOn = claim.payment?.date ?? null; break;
      case 'statusCodes': truth.statusCodes = claim.statusCodes.map(({ category, status, entity }) => [category, status, entity].filter((one) => one !== null).join(':')); break;
      case 'status': truth.status = claim.status; break;
      case 'charge': truth.charge = claim.charge; break;
      case 'allowed': truth.allowed = claim.allowed; break;
      case 'paid': truth.paid = claim.paid; break;
      case 'patientResponsibility': truth.patientResponsibility = claim.patientResponsibility; break;
      default: truth[field] = claim[field];
    }
  }
  if (parts.lines) truth.lines = claim.lines.map((one) => truthLine(one, claim, parts.lines as LineParts));
  return truth;
}

/**
 * A word that only says "decided", without codes beside it: something paid may be called paid or partly denied,
 * because nothing on the page tells why the rest was not paid.
 */
export function withoutCodes(truth: TruthClaim, claim: DemoClaim): TruthClaim {
  if (claim.status !== 'partially-denied' || !/^(finalized|processed|adjudicated)$/i.test(claim.statusWord)) return truth;
  return { ...truth, status: null, optional: { ...truth.optional, status: ['partially-denied', 'paid'] } };
}
