import type { GroupCode } from '../reading/reading.ts';

/** Who bears an adjusted amount. The group decides as much as the reason: PR-96 is the patient's, CO-96 the provider's. */
export type GroupMeaning = { code: GroupCode; name: string; meaning: string; billPatient: 'yes' | 'no' | 'not-said' };

const groups: Record<GroupCode, GroupMeaning> = {
  CO: { code: 'CO', name: 'Contractual obligation', meaning: 'The provider bears it under contract or law; the patient may not be billed.', billPatient: 'no' },
  PR: { code: 'PR', name: 'Patient responsibility', meaning: 'The patient owes it and may be billed.', billPatient: 'yes' },
  OA: { code: 'OA', name: 'Other adjustment', meaning: 'The payer gives it to neither the provider nor the patient, often because another payer or claim is concerned.', billPatient: 'not-said' },
  PI: { code: 'PI', name: 'Payer-initiated reduction', meaning: 'The payer cut it without a contract that says so; the patient may not be billed and the cut can be questioned.', billPatient: 'no' },
  CR: { code: 'CR', name: 'Correction or reversal', meaning: 'It changes an earlier decision on the same claim (retired from current remittances).', billPatient: 'not-said' },
};

/** The meaning of a claim adjustment group code, whatever its case; null for a text that is none. */
export function explainGroup(text: string): GroupMeaning | null {
  const code = text.trim().toUpperCase();
  return Object.hasOwn(groups, code) ? groups[code as GroupCode] : null;
}
