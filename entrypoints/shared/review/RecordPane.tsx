import { useState } from 'react';
import { KeptRecord } from '../../../components/capture-card/KeptRecord.tsx';
import { RecordCard } from '../../../components/capture-card/RecordCard.tsx';
import { errorWords } from '../../../components/words/error-words.ts';
import type { CommandReply } from '../../../rules/protocol/commands.ts';
import type { MemberReading } from '../../../rules/reading/member-reading.ts';
import { keptRecordReview, recordOfTexts, textsOfReading } from '../../../rules/review/record-review.ts';
import type { KeptRecordReview } from '../../../rules/review/record-review.ts';
import { sendCommand } from '../send-command.ts';
import { useCardKeys } from './use-card-keys.ts';
import { useIsCovered } from './use-is-covered.ts';
import { useKeptDraft } from './use-kept-draft.ts';

type Pending = CommandReply<'capture:pending'>;

/** The review of a coverage check or an authorization: kept by a person's gesture, with the words of the page as its evidence. */
export function RecordPane({ captureId, pending, reading, pageMoved, onClose }: { captureId: string; pending: Pending; reading: MemberReading; pageMoved: boolean; onClose: () => void }) {
  const [review, setReview] = useState<KeptRecordReview>(() => keptRecordReview.safeParse(pending.draft).data ?? { payerKey: pending.payerKey, texts: textsOfReading(reading) });
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [kept, setKept] = useState<{ isNew: boolean } | null>(null);
  const isCovered = useIsCovered();
  const draft = useKeptDraft(captureId);
  const { record, faults } = recordOfTexts(reading.kind, review.texts, Temporal.PlainDate.from(new Date(pending.atMs).toLocaleDateString('sv')).toString());
  const shown = tried ? { ...faults, ...(review.payerKey === null ? { payer: 'Choose the payer.' } : {}) } : {};

  const save = async () => {
    if (isBusy || isCovered || kept !== null) return;
    setTried(true);
    if (record === null || review.payerKey === null) return;
    setBusy(true);
    const reply = await sendCommand('member-record:keep', { captureId, payerKey: review.payerKey, record });
    setBusy(false);
    if (!reply.ok) {
      setProblem(errorWords(reply.error.code));
      return;
    }
    draft.forget();
    setKept(reply.value);
  };
  // What was typed a moment ago is kept before the page may take the card, and with it the capture, away.
  const close = () => void draft.flush().then(onClose);
  useCardKeys({ isDrawn: true, onSave: () => void save(), onClose: close });

  if (kept !== null) return <KeptRecord kind={reading.kind} isNew={kept.isNew} onClose={onClose} />;
  return (
    <RecordCard
      reading={reading} host={pending.host} payers={pending.payers} review={review} faults={shown} problem={problem ?? draft.problem} pageMoved={pageMoved} isBusy={isBusy} isCovered={isCovered}
      onChange={(next) => {
        setReview(next);
        setProblem(null);
        draft.keep(next);
      }}
      onPoint={(evidence) => void sendCommand('capture:highlight', { captureId, raw: evidence?.raw ?? null, label: evidence?.label ?? null })}
      onSave={() => void save()} onClose={close}
    />
  );
}
