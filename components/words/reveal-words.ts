import { CASE_REVEAL_REASONS } from '../../rules/domain/vocabulary.ts';
import type { CaseRevealReason } from '../../rules/domain/vocabulary.ts';

const reasons: Record<CaseRevealReason, string> = {
  'working-claim': 'Working the claim', 'on-call': 'On a call about it', 'patient-question': "The patient's question", 'record-request': 'Records are asked for', audit: 'Audit or check',
};

/** Why identifiers of a case are shown: the commonest first, which Enter takes. */
export const caseRevealOptions = CASE_REVEAL_REASONS.map((value) => ({ value, label: reasons[value] }));
