import type { ClaimValues } from './claim-fields.ts';
import type { Finding, Scan } from './findings.ts';
import { isForeign } from './grid-kinds.ts';

const FACTS: ReadonlySet<string> = new Set(['ccn', 'patientName', 'memberId', 'pcn', 'dos', 'dosFrom', 'dosTo', 'charge', 'allowed', 'paid', 'patResp', 'status', 'received', 'finalized']);
const TALK = /\b(?:inbox|messages?|conversation|reply|replies|calls?|call(?:er|back)|tickets?|representative|chat|emails?)\b/i;

/**
 * Somebody speaks of a claim (`Hello, claim number: 70011882, patient: …`): everything that is known of it stands as pairs in one
 * running text, and nothing of what a claim page is opened for (a day, an amount, a state, a service) was read; or there is some of
 * it, on a page that is headed as messages or calls.
 */
export function isSpokenOf(values: ClaimValues, scan: Scan): boolean {
  const { claim } = values;
  const facts = scan.findings.filter((finding) => FACTS.has(finding.key) && finding.via !== 'heading' && !isForeign(finding.sections));
  const first = facts[0]?.boxes[0];
  if (first === undefined || first.kids.length > 0 || !facts.every((finding: Finding) => finding.via === 'inline' && finding.boxes.length === 1 && finding.boxes[0] === first)) return false;
  if (claim.lines.length > 0 || claim.adjustments.length > 0 || claim.statusCodes.length > 0) return false;
  const bare = claim.serviceFrom === null && claim.charge === null && claim.paid === null && claim.allowed === null && claim.receivedOn === null && claim.finalizedOn === null && values.word === null && claim.status === null;
  return bare || scan.headings.some((heading) => TALK.test(heading.text));
}
