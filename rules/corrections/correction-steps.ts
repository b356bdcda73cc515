import type { CorrectionKind, CorrectionState } from '../domain/correction.ts';

const AFTER: Readonly<Record<CorrectionState, readonly CorrectionState[]>> = {
  draft: ['sent', 'withdrawn'], sent: ['accepted', 'in-process', 'rejected', 'paid', 'denied', 'voided', 'withdrawn'], accepted: ['in-process', 'rejected', 'paid', 'denied', 'voided'],
  'in-process': ['rejected', 'paid', 'denied', 'voided'],
  // A rejected one is mended and sent again under the same heading.
  rejected: ['sent', 'withdrawn'],
  // Decisions can be taken back by the payer, so a person may say that it goes on.
  paid: ['in-process', 'denied'], denied: ['in-process', 'paid'], voided: [], withdrawn: [],
};

/** The steps that may follow. Only a void is voided; records are received, read and decided, never paid as a claim of their own. */
export function nextSteps(kind: CorrectionKind, state: CorrectionState): CorrectionState[] {
  return AFTER[state].filter((next) => (next === 'voided' ? kind === 'void' : next === 'paid' ? kind !== 'void' : true));
}

export function stepAllowed(kind: CorrectionKind, from: CorrectionState, to: CorrectionState): boolean {
  return nextSteps(kind, from).includes(to);
}
