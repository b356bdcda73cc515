import { callTimes, hungUpAtMs } from '../../rules/calls/call-timers.ts';
import { givenAnswers, listFor } from '../../rules/calls/question-list.ts';
import type { QuestionList } from '../../rules/calls/question-list.ts';
import type { CallMoment, ChannelField, Contact, ContactClaim, PromiseState } from '../../rules/domain/contact.ts';
import type { Channel, ContactOutcome, NextAction, NoReferenceReason } from '../../rules/domain/vocabulary.ts';

/** What is said of one claim, as it stands while it is typed. */
export type ClaimDraft = {
  outcome: ContactOutcome | null; promise: string; promisedFor: string | null;
  /** Null while the proposed date and action stand. */
  followUpOn: string | null; nextAction: NextAction | null;
  note: string; answers: Record<string, string>;
};

/**
 * A call as it stands while it is typed. Kept on every keystroke, so it may be half filled in any way. What is said of the claim it was
 * opened from stands in it; `others` are further claims of the same call, by case.
 */
export type CallDraft = ClaimDraft & {
  channel: Channel; representative: string; representativeId: string; department: string; numberDialled: string; reference: string; noReferenceReason: NoReferenceReason | null;
  callbackNumber: string; callbackExtension: string; callbackOn: string | null;
  /** When the call went from waiting to talk to wrap-up: moments, so that nothing is lost while nobody looks. */
  moments: CallMoment[]; dropped: boolean;
  channelFields: Partial<Record<ChannelField, string>>;
  /** Names of the identifiers that were shown or copied. */
  identifiersGiven: string[];
  others: Record<string, ClaimDraft & { reference: string }>;
  /** What this contact told of earlier promises, by promise. */
  promises: Record<string, PromiseState>;
  /** Words another window wrote into the same field at the same time. */
  typedElsewhere: string[];
  startedAtMs: number;
};

export const blankClaim = (): ClaimDraft => ({ outcome: null, promise: '', promisedFor: null, followUpOn: null, nextAction: null, note: '', answers: {} });
export const blankCall = (startedAtMs: number): CallDraft => ({
  ...blankClaim(), channel: 'phone', representative: '', representativeId: '', department: '', numberDialled: '', reference: '', noReferenceReason: null, callbackNumber: '', callbackExtension: '', callbackOn: null,
  moments: [], dropped: false, channelFields: {}, identifiersGiven: [], others: {}, promises: {}, typedElsewhere: [], startedAtMs,
});

/** A kept draft of any age, or null where it is none: what comes back from the store is checked like everything else. */
export function restoredCall(kept: unknown): CallDraft | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { startedAtMs, channel, note } = kept as Partial<CallDraft>;
  // A draft that two windows began holds only the fields that were changed.
  if ((startedAtMs !== undefined && typeof startedAtMs !== 'number') || (channel !== undefined && typeof channel !== 'string') || (note !== undefined && typeof note !== 'string') || Object.keys(kept).length === 0 || Array.isArray(kept)) return null;
  const blank = blankCall(startedAtMs ?? 0);
  const usable = Object.entries(kept).filter(([field, value]) => Object.hasOwn(blank, field) && Array.isArray(value) === Array.isArray(blank[field as keyof CallDraft]));
  return { ...blank, ...(Object.fromEntries(usable) as Partial<CallDraft>) };
}

/** Whether anything was typed that would be missed. */
export const isTouched = (draft: CallDraft) => [draft.representative, draft.reference, draft.promise, draft.note, draft.numberDialled].some((text) => text.trim() !== '') || draft.outcome !== null || draft.promisedFor !== null || draft.moments.length > 0;

/** A call in which somebody waits or talks at this moment. */
export const isRunning = (draft: CallDraft): boolean => draft.moments.length > 0 && hungUpAtMs(draft.moments) === null;

export function claimOf(draft: CallDraft, caseId: string): ClaimDraft {
  return Object.hasOwn(draft.others, caseId) ? draft.others[caseId] ?? draft : draft;
}

/** The draft with something changed about one of its claims. */
export function withClaim(draft: CallDraft, caseId: string, part: Partial<ClaimDraft>): CallDraft {
  const other = draft.others[caseId];
  return other === undefined ? { ...draft, ...part } : { ...draft, others: { ...draft.others, [caseId]: { ...other, ...part } } };
}

type Proposal = { followUpOn: string; nextAction: NextAction };
export type SavedCall = { contact: Contact; outcome: ContactOutcome; followUpOn: string; nextAction: NextAction };
export type CallFault = { field: 'outcome' | 'reference' | 'followUpOn' | 'claims'; text: string };

/** What further claims and question lists add to a call that is saved. `proposals` by case. */
export type CallContext = { lists: readonly QuestionList[]; versions: ReadonlyMap<string, number>; proposals: ReadonlyMap<string, Proposal> };
const NOTHING: CallContext = { lists: [], versions: new Map(), proposals: new Map() };

/** The call as it is saved, or what is still missing. */
export function finishedCall(draft: CallDraft, proposed: Proposal, endedAtMs: number, { lists, versions, proposals }: CallContext = NOTHING): { call: SavedCall } | { faults: CallFault[] } {
  const reference = draft.reference.trim();
  const faults: CallFault[] = [];
  if (draft.outcome === null) faults.push({ field: 'outcome', text: 'Choose what came of it.' });
  if (reference === '' && draft.noReferenceReason === null) faults.push({ field: 'reference', text: 'Give the number, or say why there is none.' });
  const others = Object.entries(draft.others);
  if (others.some(([, { outcome }]) => outcome === null)) faults.push({ field: 'claims', text: 'Say for each claim what came of it.' });
  if (draft.outcome === null || faults.length > 0) return { faults };
  const claims = others.flatMap(([caseId, claim]): ContactClaim[] => {
    const { outcome } = claim;
    if (outcome === null) return [];
    const proposal = proposals.get(caseId) ?? proposed;
    const own = claim.reference.trim();
    return [{ caseId, outcome, followUpOn: claim.followUpOn ?? proposal.followUpOn, nextAction: claim.nextAction ?? proposal.nextAction, answers: answersOf(claim, lists), note: claim.note.trim(), promise: claim.promise.trim(), promisedFor: claim.promisedFor, reference: own === '' ? null : own }];
  });
  const list = listFor(draft.outcome, lists);
  const answers = answersOf(draft, lists);
  const times = callTimes(draft.moments, endedAtMs);
  const isTimed = draft.moments.length > 0 && !times.isDoubtful;
  const fields = Object.fromEntries(Object.entries(draft.channelFields).map(([field, value]): [string, string] => [field, value.trim()]).filter(([, value]) => value !== ''));
  return {
    call: {
      outcome: draft.outcome, followUpOn: draft.followUpOn ?? proposed.followUpOn, nextAction: draft.nextAction ?? proposed.nextAction,
      contact: {
        channel: draft.channel, numberDialled: draft.numberDialled.trim(), representative: draft.representative.trim(), reference: reference === '' ? null : reference,
        noReferenceReason: reference === '' ? draft.noReferenceReason : null, outcome: draft.outcome, promise: draft.promise.trim(), promisedFor: draft.promisedFor,
        note: draft.note.trim(), startedAtMs: draft.moments[0]?.atMs ?? draft.startedAtMs, endedAtMs: hungUpAtMs(draft.moments) ?? endedAtMs, holdSeconds: isTimed ? times.holdSeconds : null,
        ...(draft.moments.length === 0 ? {} : { moments: draft.moments, talkSeconds: isTimed ? times.talkSeconds : null, wrapSeconds: isTimed ? times.wrapSeconds : null }),
        ...(draft.dropped || draft.outcome === 'disconnected' ? { dropped: true } : {}),
        ...(draft.representativeId.trim() === '' ? {} : { representativeId: draft.representativeId.trim() }), ...(draft.department.trim() === '' ? {} : { department: draft.department.trim() }),
        ...([draft.callbackNumber, draft.callbackExtension].every((text) => text.trim() === '') && draft.callbackOn === null ? {} : { callback: { number: draft.callbackNumber.trim(), extension: draft.callbackExtension.trim(), on: draft.callbackOn } }),
        ...(answers.length === 0 || list === null ? {} : { questionList: { id: list.id, version: versions.get(list.id) ?? 0 }, answers }),
        ...(draft.identifiersGiven.length === 0 ? {} : { identifiersGiven: [...new Set(draft.identifiersGiven)].slice(0, 40) }),
        ...(Object.keys(fields).length === 0 ? {} : { channelFields: fields }), ...(claims.length === 0 ? {} : { claims }),
      },
    },
  };
}

function answersOf(claim: ClaimDraft, lists: readonly QuestionList[]) {
  const list = claim.outcome === null ? null : listFor(claim.outcome, lists);
  return list === null ? [] : givenAnswers(list, claim.answers);
}
