import { caseOfFields } from './case-fields.ts';
import { shownFields } from './case-document.ts';
import type { CaseDocument } from './case-document.ts';

/** Whether a case that comes is worked on or held somewhere: then a purge of an older state of it here does not keep it out. */
export function isInUse(document: CaseDocument): boolean {
  const state = caseOfFields(shownFields(document.fields));
  return state !== null && (state.open || state.sealed.legalHold != null);
}
