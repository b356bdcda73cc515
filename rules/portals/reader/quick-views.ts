import type { ClaimValues } from './claim-fields.ts';
import { sameIdentifier } from './identifiers.ts';

const MORE = ['patientControlNumber', 'patientName', 'memberId', 'receivedOn', 'finalizedOn', 'remittanceOn', 'paymentOn', 'paymentNumber', 'patientResponsibility', 'allowed'] as const;

/**
 * A list with a panel beside it that says a little more of the row that is chosen (`Quick view`): the list is the page, and the panel
 * fills in what its row leaves open. Null where the one claim outside of the list is more than such a panel: it gives what it was
 * charged, how it stands or its services, or no row of the list has its number. `isBehind`: the panel stands behind the list.
 */
export function quickView(details: readonly ClaimValues[], rows: readonly ClaimValues[], isBehind: boolean): ClaimValues[] | null {
  const [panel] = details;
  const number = panel?.claim.claimControlNumber?.value;
  if (panel === undefined || number === undefined || details.length !== 1 || rows.length < 2 || !isBehind) return null;
  if (panel.claim.charge !== null || panel.claim.paid !== null || panel.word !== null || panel.state !== null || panel.claim.lines.length > 0 || panel.candidates.length > 0) return null;
  const own = rows.filter(({ claim }) => claim.claimControlNumber !== null && sameIdentifier(claim.claimControlNumber.value) === sameIdentifier(number));
  const [row] = own;
  if (row === undefined || own.length !== 1 || !rows.every(({ claim }) => claim.charge !== null && claim.patientName !== null)) return null;
  for (const field of MORE) row.claim[field] ??= panel.claim[field] as never;
  if (row.claim.adjustments.length === 0) row.claim.adjustments = panel.claim.adjustments;
  if (row.claim.rarcs.length === 0) row.claim.rarcs = panel.claim.rarcs;
  if (row.claim.payerCodes.length === 0) row.claim.payerCodes = panel.claim.payerCodes;
  return [...rows];
}
