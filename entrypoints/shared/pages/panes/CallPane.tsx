import { useState } from 'react';
import { blankCall, restoredCall } from '../../../../components/call/call-draft.ts';
import type { CallDraft, SavedCall } from '../../../../components/call/call-draft.ts';
import { LogCallForm } from '../../../../components/call/LogCallForm.tsx';
import { Money } from '../../../../components/ui/Money.tsx';
import type { StatusMessage } from '../../../../components/ui/StatusLine.tsx';
import { dayOfIso, weekdayDay } from '../../../../components/words/day-words.ts';
import { patientWords } from '../../../../components/words/queue-words.ts';
import { NO_DAY } from '../../../../rules/domain/day-number.ts';
import { openItems } from '../../../../storage/queries/open-items.ts';
import { readSettings } from '../../../../storage/settings.ts';
import { sendCommand } from '../../send-command.ts';
import type { OpenVault } from '../open-vault.ts';
import { KeepHalfTyped } from '../KeepHalfTyped.tsx';
import { useDraft } from '../use-draft.ts';
import { useQuery } from '../use-query.ts';
import { useToday } from '../use-today.ts';

const now = () => Date.now();
const blank = () => blankCall(now());

/** Logs a call about one case. The draft outlives the popup, the browser and a lock. */
export function CallPane({ session, caseId, onDone, onMessage }: { session: OpenVault; caseId: string; onDone: () => void; onMessage: (message: StatusMessage) => void }) {
  const { db, vault } = session;
  const today = useToday();
  const draft = useDraft<CallDraft>(session, `contact:${caseId}`, restoredCall, blank);
  const about = useQuery(async () => {
    const row = await db.cases.get(caseId);
    const { followUpDays } = await readSettings(db);
    return { item: row === undefined ? null : ((await openItems(db, vault, [row]))[0] ?? null), followUpDays };
  }, [db, vault, caseId]);
  const [isSaving, setSaving] = useState(false);
  const [errorCode, setErrorCode] = useState<string | null>(null);
  if (draft === null || about.state !== 'ready') return <div aria-busy="true" className="flex-1" />;
  const { item, followUpDays } = about.value;

  const save = async (call: SavedCall) => {
    setSaving(true);
    setErrorCode(null);
    const reply = await sendCommand('contact:log', { caseIds: [caseId], contact: call.contact, outcome: call.outcome, followUpOn: call.followUpOn, nextAction: call.nextAction });
    setSaving(false);
    if (!reply.ok) {
      setErrorCode(reply.error.code);
      return;
    }
    await draft.drop();
    onMessage({ tone: 'done', text: `Call saved. Follow up ${weekdayDay(dayOfIso(call.followUpOn) ?? today)}. Press n to copy the note.` });
    onDone();
  };
  return (
    <>
      {item !== null && (
        <p className="flex items-baseline justify-between gap-3 border-b border-line px-3 pb-2">
          <span className="foreign min-w-0 truncate"><span className="font-semibold">{patientWords(item.patientName)}</span><span className="text-ink-2"> · {item.payerName}</span></span>
          <Money cents={item.deniedCents} />
        </p>
      )}
      <KeepHalfTyped session={session} draftKey={`contact:${caseId}`}><LogCallForm draft={draft.value} onDraft={draft.change} onSave={(call) => void save(call)} onBack={onDone} today={today} now={now} cadenceDays={followUpDays} safeDay={item?.safeDay ?? NO_DAY} isSaving={isSaving} errorCode={errorCode} /></KeepHalfTyped>
    </>
  );
}
