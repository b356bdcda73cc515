import { blankClaim } from '../../reading/blank-reading.ts';
import type { ReadingClaim } from '../../reading/reading.ts';
import { saysSubmitted } from '../page-kind.ts';
import type { ClaimValues } from './claim-fields.ts';
import { isForeign } from './grid-kinds.ts';
import { readClaimNumber, readReference } from './identifiers.ts';
import type { Scan } from './findings.ts';

const IN_SENTENCE = /\b((?:confirmation|reference|tracking|submission|ticket|case|receipt|request|appeal|dispute|transaction)\s+(?:number|no\.?|id|#|code)|(?:confirmation|ticket|reference|case|tracking)\s*#)\s*(?:is|was|of|:|-)?\s*:?\s*#?\s*([A-Z0-9][A-Z0-9-]{3,29})\b/i;

export function confirmationNumbers(scan: Scan, words: readonly string[]): { label: string; value: string }[] {
  const out: { label: string; value: string }[] = [];
  const add = (label: string, value: string): void => {
    if (!out.some((known) => known.value === value)) out.push({ label, value });
  };
  for (const finding of scan.findings) {
    if (finding.key !== 'confirmation' && finding.key !== 'appealNumber' && finding.key !== 'refLabel' || isForeign(finding.sections)) continue;
    const value = readReference(finding.texts[0] ?? '') ?? finding.texts.slice(1).map(readReference).find((text) => text !== null) ?? null;
    if (value !== null) add(finding.label.replace(/\s*:+\s*$/, ''), value);
  }
  if (out.length > 0) return out;
  const said = words.findIndex((text) => saysSubmitted([text]));
  // What follows the sentence is about it; what stands before it may be an older notice.
  const after = words.slice(Math.max(0, said), said + 20);
  const before = words.slice(Math.max(0, said - 3), Math.max(0, said));
  for (const [at, text] of [...after, after.join(' '), ...before].entries()) {
    if (out.length > 0) break;
    const found = IN_SENTENCE.exec(text);
    // Before it only the bare number with its name counts: a sentence around one tells of something else.
    if (found !== null && at > after.length && found[0].length * 2 < text.length) continue;
    if (found !== null && /\d/.test(found[2] ?? '')) add(found[1] ?? '', found[2] ?? '');
  }
  return out;
}

/** A claim named in running text: `your appeal for claim 26H0041177`. */
const CLAIM_NAMED = /\bclaim\s*(?:(?:control |reference )?(?:number|no\.?|id)|#|icn)?\s*(?:is|was|of|:|-|\()?\s*#?\s*([A-Z0-9][A-Z0-9-]{5,29})\b/i;

/** The claim about which something was filed. `words`: the page's short texts, for a number that stands in a sentence. */
export function confirmed(values: ClaimValues | undefined, references: readonly { label: string; value: string }[], words: readonly string[]): ClaimValues {
  const claim: ReadingClaim = values?.claim ?? blankClaim();
  if (claim.claimControlNumber === null && (values?.candidates.every((entry) => entry.field !== 'claimControlNumber') ?? true)) {
    // `… your documents to claim` + `8T…` in bold: the sentence goes over two pieces.
    const spoken = words.flatMap((text, at) => (/\bclaim(?: number| no\.?| #| id)?:?$/i.test(text) && text.length > 12 && /^[A-Z0-9-]{6,30}$/.test(words[at + 1] ?? '') ? [`claim ${words[at + 1] ?? ''}`] : []));
    const named = new Set([...words, ...spoken].map((text) => (text.length > 260 ? null : readClaimNumber(CLAIM_NAMED.exec(text)?.[1] ?? ''))).filter((value) => value !== null && references.every((entry) => entry.value !== value)));
    const only = [...named][0];
    if (named.size === 1 && only !== undefined && only !== null) claim.claimControlNumber = { value: only, raw: only, label: 'claim', confidence: 'likely' };
  }
  const number = claim.claimControlNumber?.value;
  claim.references = [...references.filter((entry) => entry.value !== number)];
  claim.appeal = null;
  return values === undefined ? { claim, word: null, state: null, candidates: [], support: 0 } : { ...values, claim };
}
