import { EDI_FAULTS } from '../../rules/remittance/faults.ts';

/** What a fault of a file means, in our own words; a code without words is shown as it is. */
export function faultWords(code: string): string {
  return (EDI_FAULTS as Record<string, string>)[code] ?? `Not understood (${code}).`;
}
