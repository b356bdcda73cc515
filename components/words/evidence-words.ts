import type { RevealReason } from '../../rules/domain/vocabulary.ts';
import type { ChainVerdict } from '../../rules/evidence/case-evidence.ts';
import type { EVIDENCE_SOURCES } from '../../rules/evidence/evidence-entry.ts';
import type { EvidenceVerdict } from '../../rules/evidence/evidence-file.ts';
import { wordOf } from './word-of.ts';

/** Words for the evidence of a case: where a look came from, on what kind of page, and how far a check goes. */
const sources: Record<(typeof EVIDENCE_SOURCES)[number], string> = { portal: 'Portal page', remittance: 'Payer file', paste: 'Pasted text', form: 'Typed by hand', 'sent-file': 'Claim as sent' };
const said: Record<keyof typeof sources, string> = { portal: 'What the portal said', remittance: "What the payer's file said", paste: 'What was pasted', form: 'What was typed by hand', 'sent-file': 'What the practice sent' };
const pages: Record<string, string> = {
  'claim-detail': 'claim page', 'claim-list': 'list of claims', remittance: 'remittance page', 'appeal-status': 'appeal page', confirmation: 'confirmation page', none: 'page of no known kind',
};
export const lookSourceWords = (source: string) => wordOf(sources, source);
export const lookTitle = (source: string) => wordOf(said, source);
export const pageKindWords = (kind: string) => (Object.hasOwn(pages, kind) ? pages[kind] ?? kind : kind);

const reasons: Record<RevealReason, string> = {
  'appeal-exhibit': 'Exhibit for an appeal', 'payer-request': 'The payer asked for it', 'legal-request': 'Legal or records request', audit: 'Audit', checking: 'Checking the values', other: 'Another reason',
};
export const revealReasonOptions = (Object.keys(reasons) as RevealReason[]).map((value) => ({ value, label: reasons[value] }));

/** The practice's own chain, in a sentence. */
export function chainWords(chain: ChainVerdict): string {
  if (chain.whole) return chain.looks === 1 ? 'The one entry stands as it was written.' : `${chain.looks === 2 ? 'Both' : `All ${chain.looks}`} entries stand as they were written.`;
  return chain.why === 'cut-off' ? `Entry ${chain.n} is missing: the end of the chain was cut off.` : `Entry ${chain.n} is not as it was written: changed, missing or moved.`;
}

/** A checked file, in a sentence and one on what that means. */
export function fileVerdictWords(verdict: EvidenceVerdict): { title: string; text: string } {
  if (verdict.whole) {
    const entries = verdict.file.count === 1 ? '1 entry' : `${verdict.file.count} entries`;
    if (verdict.seal === 'practice') return { title: `Whole, and sealed with this practice's key: ${entries}.`, text: 'The file is byte for byte what this practice exported, and every entry was written with its key.' };
    if (verdict.seal === 'other-key') return { title: `The chain is whole: ${entries}. Its seal cannot be checked here.`, text: "The seal was made with another practice's key. Nothing was changed by accident or by halves; somebody who rebuilt the whole file would not be noticed here. The practice that exported it can check the seal." };
    return { title: `The chain is whole: ${entries}. It has no seal.`, text: 'Nothing was changed by accident or by halves; somebody who rebuilt the whole file would not be noticed.' };
  }
  const title = 'This file is not as it was exported.';
  const entry = verdict.entry === null ? '' : ` ${verdict.entry}`;
  switch (verdict.where) {
    case 'text': return { title, text: 'It is not a whole text of this kind: a byte was changed or a part is missing, or it is another file.' };
    case 'form': return { title, text: verdict.line === null ? `Its form is not the one Overturn writes${entry === '' ? '' : `, at entry${entry}`}.` : `Line ${verdict.line} is not in the form Overturn writes: something was added or changed there.` };
    case 'entry': return { title, text: `The chain breaks at entry${entry}: it was changed, taken out, put in or moved. The entries before it hold.` };
    case 'head': return { title, text: 'The entries hold one by one, but their number or their end is another: the end was cut off or altered.' };
    case 'file': return { title, text: 'The entries hold, but something around them was changed: the practice, the export or the seal.' };
    case 'seal': return { title, text: "The chain holds in itself, but it is not the one that was sealed with this practice's key." };
  }
}
