import { cleanLabel } from './claim-fields.ts';
import { readTexts, settle } from './found-values.ts';
import { hasSection, isForeign } from './grid-kinds.ts';
import { readAccountNumber, readClaimNumber, readMemberId, readPayerName, readPersonName, sameIdentifier } from './identifiers.ts';
import type { LabelKey } from './label-data.ts';
import type { Value } from '../../reading/reading.ts';
import type { Finding } from './findings.ts';

/** What a frame that is no claim page itself may lend to the claim in a frame inside it. */
export type FrameContext = {
  patientName: Value<string>; memberId: Value<string>; claimControlNumber: Value<string>; patientControlNumber: Value<string>; payer: Value<string>; title: string | null;
};

/** Collects the few facts that portals draw around the frame of a claim. */
export function frameContext(findings: readonly Finding[], headings: readonly string[]): FrameContext {
  const usable = findings.filter((finding) => !isForeign(finding.sections) && !hasSection(finding.sections, 'provider') && !hasSection(finding.sections, 'subscriber') && !hasSection(finding.sections, 'cob') && !hasSection(finding.sections, 'eligibility'));
  const one = (keys: readonly LabelKey[], read: (text: string) => string | null, same: (a: string, b: string) => boolean = (a, b) => a === b): Value<string> => settle(usable.filter((finding) => keys.includes(finding.key)).flatMap((finding) => {
    const found = readTexts(finding.texts, read);
    return found === null ? [] : [{ found: { value: found.value, raw: found.raw, label: cleanLabel(finding.label), confidence: 'likely' as const }, rank: 4, at: finding.at }];
  }), same).value;
  const sameId = (a: string, b: string): boolean => sameIdentifier(a) === sameIdentifier(b);
  return {
    patientName: one(['patientName'], readPersonName), memberId: one(['memberId'], readMemberId, sameId), claimControlNumber: one(['ccn'], readClaimNumber, sameId),
    patientControlNumber: one(['pcn'], readAccountNumber, sameId), payer: one(['payer', 'payerAndId'], readPayerName), title: headings[0] ?? null,
  };
}
