import type { MapField } from '../../rules/portals/maps/map-fields.ts';
import type { Hook } from '../../rules/portals/maps/portal-map.ts';
import { wordOf } from './word-of.ts';

/** What a value of a page can be named, the most frequent first. */
const fields: Record<MapField, string> = {
  claimControlNumber: 'Claim number', status: 'Claim status', patientName: 'Patient', serviceDates: 'Dates of service', charge: 'Billed', paid: 'Paid', allowed: 'Allowed', patientResponsibility: 'Patient share',
  patientControlNumber: 'Your account number', memberId: 'Member ID', serviceFrom: 'Service from', serviceTo: 'Service to', receivedOn: 'Received on', finalizedOn: 'Finalized on', remittanceOn: 'Remittance date', paymentOn: 'Payment date',
  paymentNumber: 'Check or EFT number', checkAmount: 'Amount of the whole check', payer: 'Payer', reasonCodes: 'Reason codes (CARC)', remarkCodes: 'Remark codes (RARC)', reasonAndRemarkCodes: 'Reason and remark codes', groupCode: 'Group code',
  payerCodes: "Payer's own codes", statusCategory: 'Status category (277)', statusCode: 'Status code (277)', adjustmentAmount: 'Adjustment amount', procedure: 'Procedure', modifiers: 'Modifiers', units: 'Units', lineNumber: 'Line number', revenueCode: 'Revenue code',
  appealNumber: 'Appeal number', appealLevel: 'Appeal level', appealStatus: 'Appeal status', appealOutcome: 'Appeal decision', appealReceivedOn: 'Appeal received on', appealDecidedOn: 'Appeal decided on',
  confirmation: 'Confirmation number', reference: 'Another reference number', 'not-ours': 'None of these: leave it alone',
};
export const mapFieldWords = (field: string) => wordOf(fields, field);
export const mapFieldOptions = (Object.keys(fields) as MapField[]).map((value) => ({ value, label: fields[value] }));

const kinds: Record<string, string> = { 'claim-detail': 'One claim', 'claim-list': 'A list of claims', remittance: 'A remittance', 'appeal-status': 'An appeal', confirmation: 'A confirmation', none: 'No claim page' };
export const pageKindWords = (kind: string) => wordOf(kinds, kind);
export const pageKindOptions = (['claim-detail', 'claim-list', 'remittance', 'appeal-status', 'confirmation'] as const).map((value) => ({ value, label: wordOf(kinds, value) }));

/** Where a value is looked for, in words. */
export function hookWords(hook: Hook): string {
  switch (hook.by) {
    case 'label': return `beside “${hook.is}”`;
    case 'column': return `in the column “${hook.is}”`;
    case 'testid': case 'id-suffix': return `in the element “${hook.is}”`;
    case 'aria-label': return `in the part named “${hook.is}”`;
    case 'place': return `${hook.nth === 1 ? 'right' : `${hook.nth} texts`} after “${hook.after}”`;
  }
}

const states: Record<string, string> = { proposed: 'Proposed', approved: 'In use', retired: 'Out of use' };
export const mapStateWords = (state: string) => wordOf(states, state);

const reaches: Record<string, string> = { hooks: 'Places and words', words: 'Words', general: 'General reader alone' };
export const mapReachWords = (reach: string) => wordOf(reaches, reach);

const healthFields: Record<string, string> = { page: 'The page itself', sums: 'Lines adding up to the claim' };
export const healthFieldWords = (field: string) => (Object.hasOwn(healthFields, field) ? wordOf(healthFields, field) : mapFieldWords(field));
