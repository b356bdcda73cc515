import type { Contact } from '../../rules/domain/contact.ts';
import type { Channel, ContactOutcome, NextAction, NoReferenceReason } from '../../rules/domain/vocabulary.ts';

/** A call as it stands while it is typed. Kept on every keystroke, so it may be half filled in any way. */
export type CallDraft = {
  channel: Channel; representative: string; numberDialled: string; reference: string; noReferenceReason: NoReferenceReason | null; outcome: ContactOutcome | null;
  promise: string; promisedFor: string | null;
  /** Null while the proposed date and action stand. */
  followUpOn: string | null; nextAction: NextAction | null;
  note: string; startedAtMs: number;
};

export const blankCall = (startedAtMs: number): CallDraft => ({
  channel: 'phone', representative: '', numberDialled: '', reference: '', noReferenceReason: null, outcome: null, promise: '', promisedFor: null, followUpOn: null, nextAction: null, note: '', startedAtMs,
});

/** A kept draft of any age, or null where it is none: what comes back from the store is checked like everything else. */
export function restoredCall(kept: unknown): CallDraft | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { startedAtMs, channel, note } = kept as Partial<CallDraft>;
  if (typeof startedAtMs !== 'number' || typeof channel !== 'string' || typeof note !== 'string') return null;
  return { ...blankCall(startedAtMs), ...(kept as Partial<CallDraft>) };
}

/** Whether anything was typed that would be missed. */
export const isTouched = (draft: CallDraft) => [draft.representative, draft.reference, draft.promise, draft.note, draft.numberDialled].some((text) => text.trim() !== '') || draft.outcome !== null || draft.promisedFor !== null;

export type SavedCall = { contact: Contact; outcome: ContactOutcome; followUpOn: string; nextAction: NextAction };

export type CallFault = { field: 'outcome' | 'reference' | 'followUpOn'; text: string };

/** The call as it is saved, or what is still missing. */
export function finishedCall(draft: CallDraft, proposed: { followUpOn: string; nextAction: NextAction }, endedAtMs: number): { call: SavedCall } | { faults: CallFault[] } {
  const reference = draft.reference.trim();
  const faults: CallFault[] = [];
  if (draft.outcome === null) faults.push({ field: 'outcome', text: 'Choose what came of it.' });
  if (reference === '' && draft.noReferenceReason === null) faults.push({ field: 'reference', text: 'Give the number, or say why there is none.' });
  if (draft.outcome === null || faults.length > 0) return { faults };
  return {
    call: {
      outcome: draft.outcome, followUpOn: draft.followUpOn ?? proposed.followUpOn, nextAction: draft.nextAction ?? proposed.nextAction,
      contact: {
        channel: draft.channel, numberDialled: draft.numberDialled.trim(), representative: draft.representative.trim(), reference: reference === '' ? null : reference,
        noReferenceReason: reference === '' ? draft.noReferenceReason : null, outcome: draft.outcome, promise: draft.promise.trim(), promisedFor: draft.promisedFor,
        note: draft.note.trim(), startedAtMs: draft.startedAtMs, endedAtMs, holdSeconds: null,
      },
    },
  };
}
