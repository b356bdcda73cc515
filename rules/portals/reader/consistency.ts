import type { Found, Reading, ReadingClaim } from '../../reading/reading.ts';

/**
 * The consistency stage: amounts and dates that cannot be true together are not asserted.
 * What is taken back stays a candidate; the biller chooses.
 */
export function checkConsistency(claim: ReadingClaim, index: number, reading: Reading): void {
  const doubt = (field: 'charge' | 'paid' | 'patientResponsibility' | 'allowed' | 'receivedOn' | 'finalizedOn' | 'paymentNumber' | 'paymentOn', value: Found<string | number>): void => {
    reading.candidates.push({ claim: index, field, values: [{ ...value, confidence: 'likely' }] });
    claim[field] = null;
    reading.warnings.push({ code: 'values-disagree', place: field });
  };
  // `Plan pays` says what will be paid: of a claim that is not decided that is a forecast, not a payment.
  const undecided = claim.status !== null && /^(?:pending|acknowledged|information-requested|rejected|forwarded|not-found)$/.test(claim.status.value);
  const forecast = (value: Found<number> | null): boolean => undecided && value !== null && value.value !== 0 && /\b(?:pays?|will pay|owes?|may (?:bill|owe)|estimated|expected)\b/i.test(value.label ?? '');
  // Nor does a page that says nothing of a decision know what was paid.
  const open = claim.status === null && claim.finalizedOn === null && claim.paymentOn === null && claim.paymentNumber === null && reading.kind !== 'remittance';
  if (open && claim.paid !== null && claim.paid.value !== 0 && /\bpays?$/i.test(claim.paid.label ?? '')) doubt('paid', claim.paid);
  for (const field of ['paid', 'patientResponsibility'] as const) {
    const value = claim[field];
    if (value !== null && forecast(value)) doubt(field, value);
  }
  // Of a claim that is still open the payment beside it is another one's.
  if (undecided && reading.kind === 'claim-detail') for (const field of ['paymentNumber', 'paymentOn', 'paid'] as const) {
    const value = claim[field];
    if (value !== null && value.value !== 0 && !/to be paid|payment|approved/i.test(claim.status?.raw ?? '')) doubt(field, value);
  }
  for (const line of claim.lines) if (forecast(line.paid)) line.paid = null;
  const { charge, paid } = claim;
  const sum = claim.lines.length > 0 && claim.lines.every((line) => line.charge !== null) ? claim.lines.reduce((all, line) => all + (line.charge?.value ?? 0), 0) : null;
  const sumPaid = claim.lines.length > 0 && claim.lines.every((line) => line.paid !== null) ? claim.lines.reduce((all, line) => all + (line.paid?.value ?? 0), 0) : null;
  if (charge !== null && paid !== null && charge.value >= 0 && paid.value > charge.value) {
    // More paid than charged is rare; the amount that the lines bear out stays.
    if (sum === charge.value && sumPaid !== paid.value) doubt('paid', paid);
    else if (sumPaid === paid.value && sum !== charge.value) doubt('charge', charge);
    else if (sum !== charge.value || sumPaid !== paid.value) {
      doubt('charge', charge);
      doubt('paid', paid);
    }
  }
  for (const line of claim.lines) {
    if (line.charge !== null && line.paid !== null && line.charge.value >= 0 && line.paid.value > line.charge.value * 3 && line.paid.value > claim.lines.reduce((all, other) => Math.max(all, other.charge?.value ?? 0), 0)) line.paid = null;
  }
  if (claim.receivedOn !== null && claim.serviceFrom !== null && claim.receivedOn.value < claim.serviceFrom.value) doubt('receivedOn', claim.receivedOn);
  if (claim.finalizedOn !== null && claim.serviceFrom !== null && claim.finalizedOn.value < claim.serviceFrom.value) doubt('finalizedOn', claim.finalizedOn);
}
