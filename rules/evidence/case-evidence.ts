import type { FactChange } from '../work/merge-facts.ts';
import type { EVIDENCE_SOURCES, EvidenceContent } from './evidence-entry.ts';

/** One look at a claim as it was kept, opened. `content` is null where the record is damaged or of a form this version cannot show. */
export type EvidenceLook = {
  n: number; id: string; source: (typeof EVIDENCE_SOURCES)[number]; atMs: number; userName: string; hash: string; content: EvidenceContent | null;
  /** Against the look before. */
  differences: FactChange[];
};

/** Whether the practice's own chain of a case holds; `n` is the first look that does not. */
export type ChainVerdict = { whole: true; looks: number } | { whole: false; n: number; why: 'altered' | 'cut-off' };

export type CaseEvidence = { caseId: string; looks: EvidenceLook[]; chain: ChainVerdict };
