import { useEffect, useState } from 'react';
import { dropKeys, holdKeys, letKeysGo } from '../../../../components/ui/held-keys.ts';
import { blankCall, blankClaim, claimOf, restoredCall } from '../../../../components/call/call-draft.ts';
import type { CallDraft, SavedCall } from '../../../../components/call/call-draft.ts';
import { proposeFollowUp } from '../../../../components/call/call-proposal.ts';
import { LogCallForm } from '../../../../components/call/LogCallForm.tsx';
import type { Cockpit } from '../../../../components/call/LogCallForm.tsx';
import { contactNoteValues } from '../../../../components/note/contact-note-values.ts';
import { EmptyState } from '../../../../components/ui/EmptyState.tsx';
import { Money } from '../../../../components/ui/Money.tsx';
import type { StatusMessage } from '../../../../components/ui/StatusLine.tsx';
import { dayOfIso, isKnownDay, isoOfDay, weekdayDay } from '../../../../components/words/day-words.ts';
import { moneyWords } from '../../../../components/words/money-words.ts';
import { patientWords } from '../../../../components/words/queue-words.ts';
import { CALLER_FIELDS } from '../../../../rules/calls/caller-fields.ts';
import type { CallerField } from '../../../../rules/calls/caller-fields.ts';
import { askedQuestions, listFor } from '../../../../rules/calls/question-list.ts';
import { NO_DAY } from '../../../../rules/domain/day-number.ts';
import { renderNote } from '../../../../rules/notes/render-note.ts';
import { vaguenessOf } from '../../../../rules/notes/vague-note.ts';
import { cadenceOf } from '../../../../rules/work/payer-cadence.ts';
import type { QueueItem } from '../../../../rules/work/queue-item.ts';
import { findPayer } from '../../../../storage/payers.ts';
import { callCases, callPayer, claimsToAdd } from '../../../../storage/queries/call-desk.ts';
import type { CallCase } from '../../../../storage/queries/call-desk.ts';
import { readSettings } from '../../../../storage/settings.ts';
import { sendCommand } from '../../send-command.ts';
import type { OpenVault } from '../open-vault.ts';
import { useCopy } from '../use-copy.ts';
import { useQuery } from '../use-query.ts';
import { useSharedDraft } from '../use-shared-draft.ts';
import { useToday } from '../use-today.ts';

const now = () => Date.now();
const blank = () => blankCall(now());
const begun = ['startedAtMs'] as const;

const titleOf = (item: QueueItem) => patientWords(item.patientName);
const detailOf = (item: QueueItem) => `${item.claimControlNumber ?? item.patientControlNumber ?? 'no number'} · ${moneyWords(item.deniedCents)}`;

/** Logs a call about one case or several. The draft outlives the popup, the browser and a lock, and two windows may write it at once. */
export function CallPane({ session, caseId, onDone, onMessage }: { session: OpenVault; caseId: string; onDone: () => void; onMessage: (message: StatusMessage) => void }) {
  const { db, vault, userId } = session;
  const today = useToday();
  const draft = useSharedDraft<CallDraft>(session, `contact:${caseId}`, restoredCall, blank, begun);
  const ids = [caseId, ...Object.keys(draft?.value.others ?? {})];
  const about = useQuery(async () => {
    const all = ids.length === 0 ? [] : ids;
    const cases = await callCases(db, vault, all);
    const payerKey = cases.get(caseId)?.item.payerKey ?? '';
    return {
      cases, payer: await callPayer(db, vault, payerKey, all, today), candidates: await claimsToAdd(db, vault, payerKey, all), settings: await readSettings(db), ownPayer: await findPayer(db, payerKey), userName: (await db.users.get(userId))?.name ?? '',
    };
  }, [db, vault, caseId, today, userId, ids.join(',')]);
  const [activeId, setActiveId] = useState(caseId);
  const [identity, setIdentity] = useState(0);
  const [isSaving, setSaving] = useState(false);
  const [errorCode, setErrorCode] = useState<string | null>(null);
  const copy = useCopy(session, onMessage);
  const isThere = draft !== null && about.state !== 'loading';
  useEffect(() => { if (isThere) letKeysGo(); }, [isThere]);
  if (draft === null || about.state === 'loading') return <div aria-busy="true" className="flex-1" />;
  if (draft.isGone) return <EmptyState title="Saved in another window">This call was saved or put away there. Go back to the case.</EmptyState>;
  if (about.state === 'failed') return <EmptyState title="This call cannot be shown">Lock and unlock, then try again. What was typed is kept.</EmptyState>;
  const { cases, payer, candidates, settings, ownPayer, userName } = about.value;
  const cadence = cadenceOf(ownPayer, settings.followUpDays);
  const { texts, profile } = payer;
  const call = draft.value;
  const active = cases.get(activeId) === undefined ? caseId : activeId;
  const first = cases.get(caseId) ?? null;
  const lists = texts.questions.map(({ value }) => value);
  const format = (texts.formats.find(({ value }) => value.id === texts.details.value.noteFormatId) ?? texts.formats[0]) ?? null;
  const proposalOf = (id: string) => { const claim = claimOf(call, id); return proposeFollowUp(claim.outcome, claim.promisedFor, today, cadence, cases.get(id)?.item.safeDay ?? NO_DAY); };
  const context = { lists, versions: new Map(texts.questions.map(({ value, n }) => [value.id, n])), proposals: new Map(ids.map((id) => [id, proposalOf(id)])) };

  const noteOf = (id: string, draftNow: CallDraft = call): string => {
    const one = cases.get(id);
    if (one === undefined || format === null) return '';
    const claim = claimOf(draftNow, id);
    const proposed = proposalOf(id);
    const own = id === caseId ? '' : draftNow.others[id]?.reference.trim() ?? '';
    return renderNote(format.value, contactNoteValues({
      draft: own === '' ? draftNow : { ...draftNow, reference: own }, claim, facts: one.facts, payerName: one.item.payerName, deniedCents: one.item.deniedCents, lastDay: isKnownDay(one.item.dueDay) ? isoOfDay(one.item.dueDay) : null,
      followUpOn: claim.followUpOn ?? proposed.followUpOn, nextAction: claim.nextAction ?? proposed.nextAction, userName, lists, format: format.value, today: isoOfDay(today), nowMs: now(),
    })).text;
  };
  const used = (field: CallerField, how: 'shown' | 'copied') => {
    void sendCommand('caller-card:used', { caseId: active, field, how });
    if (!call.identifiersGiven.includes(field)) draft.change({ ...call, identifiersGiven: [...call.identifiersGiven, field] });
  };
  const claim = claimOf(call, active);
  const list = claim.outcome === null ? null : listFor(claim.outcome, lists);
  const answered = list === null ? 0 : askedQuestions(list, claim.answers).filter(({ key }) => (claim.answers[key] ?? '').trim() !== '').length;

  const cockpit: Cockpit = {
    lists, context, phones: profile?.phones ?? [], promises: payer.promises.map(({ id, text, dueDay }) => ({ id, text, dueDay })),
    card: {
      values: CALLER_FIELDS.map((field) => ({ field, value: valueOf(field, cases.get(active) ?? null, texts.details.value.identities[identity] ?? null) })), identities: texts.details.value.identities, identity, onIdentity: setIdentity, today,
      onReveal: (field) => used(field, 'shown'), onCopy: async (field, text) => { if (await copy(text, 'Copied.')) used(field, 'copied'); },
      onBirthDate: (birthDate) => void sendCommand('case:birth-date', { caseId: active, birthDate }),
    },
    claims: {
      claims: ids.flatMap((id) => { const one = cases.get(id); return one === undefined ? [] : [{ caseId: id, title: titleOf(one.item), detail: detailOf(one.item), isAnswered: claimOf(call, id).outcome !== null }]; }),
      activeId: active, onChoose: setActiveId, limit: profile?.claimsPerCall ?? null, candidates: candidates.map((item) => ({ caseId: item.id, title: titleOf(item), detail: detailOf(item) })),
      onAdd: (id) => { draft.change({ ...call, others: { ...call.others, [id]: { ...blankClaim(), reference: '' } } }); setActiveId(id); },
      onRemove: (id) => { draft.change({ ...call, others: Object.fromEntries(Object.entries(call.others).filter(([other]) => other !== id)) }); setActiveId(caseId); },
    },
    note: {
      text: noteOf(active), maxLength: format?.value.maxLength ?? null, formatName: format?.value.name ?? '',
      vague: vaguenessOf({ note: claim.note, answers: answered, representative: call.representative, channel: call.channel, outcome: claim.outcome, hasFollowUp: true, promise: claim.promise, promisedFor: claim.promisedFor }),
      onCopy: async (text) => { await copy(text, 'Note copied.'); },
    },
  };

  const save = async (saved: SavedCall) => {
    setSaving(true);
    setErrorCode(null);
    holdKeys(); // what is typed on is meant for the case
    const notes = format === null ? [] : ids.flatMap((id) => { const text = noteOf(id); return text === '' ? [] : [{ caseId: id, text, formatId: format.value.id, formatVersion: format.n }]; });
    const promises = payer.promises.flatMap(({ id }) => { const state = call.promises[id]; return state === undefined || state === 'open' ? [] : [{ promiseId: id, state, how: '' }]; });
    const reply = await sendCommand('contact:log', {
      caseIds: ids, contact: saved.contact, outcome: saved.outcome, followUpOn: saved.followUpOn, nextAction: saved.nextAction, notes, promises, callId: `${caseId.slice(0, 50)}-${call.startedAtMs.toString(36)}`,
    });
    setSaving(false);
    if (!reply.ok) {
      setErrorCode(reply.error.code);
      dropKeys();
      return;
    }
    await draft.drop();
    onMessage({ tone: 'done', text: `Call saved${ids.length > 1 ? ` for ${ids.length} claims` : ''}. Follow up ${weekdayDay(dayOfIso(saved.followUpOn) ?? today)}. The note waits under Notes to post.` });
    onDone();
  };
  return (
    <>
      {first !== null && (
        <p className="flex items-baseline justify-between gap-3 border-b border-line px-3 pb-2">
          <span className="foreign min-w-0 truncate"><span className="font-semibold">{titleOf(first.item)}</span><span className="text-ink-2"> · {first.item.payerName}</span></span>
          <Money cents={first.item.deniedCents} />
        </p>
      )}
      <LogCallForm
        draft={call} onDraft={draft.change} onSave={(saved) => void save(saved)} onBack={onDone} today={today} now={now} cadence={cadence}
        safeDay={cases.get(active)?.item.safeDay ?? NO_DAY} firstSafeDay={first?.item.safeDay ?? NO_DAY} isSaving={isSaving} errorCode={errorCode} cockpit={cockpit}
      />
    </>
  );
}

/** A value of the caller card as valueForms takes it. */
function valueOf(field: CallerField, one: CallCase | null, identity: { npi: string; taxId: string } | null): string | null {
  const facts = one?.facts ?? null;
  const filled = (text: string | undefined) => (text === undefined || text === '' ? null : text);
  switch (field) {
    case 'npi': return filled(identity?.npi);
    case 'tax-id': return filled(identity?.taxId);
    case 'member-id': return facts?.memberId ?? null;
    case 'birth-date': return one?.birthDate ?? null;
    case 'patient-name': return facts?.patientName ?? null;
    case 'service-dates': return facts?.serviceFrom == null ? null : `${facts.serviceFrom}/${facts.serviceTo ?? facts.serviceFrom}`;
    case 'charge': return facts?.charge == null ? null : String(facts.charge);
    case 'claim-number': return facts?.claimControlNumber ?? null;
    case 'account-number': return facts?.patientControlNumber ?? null;
  }
}
