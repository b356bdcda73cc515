import { useEffect, useMemo, useState } from 'react';
import { CaptureCard } from '../../../components/capture-card/CaptureCard.tsx';
import { SavedCard } from '../../../components/capture-card/SavedCard.tsx';
import type { SavedClaim } from '../../../components/capture-card/SavedCard.tsx';
import { EmptyState } from '../../../components/ui/EmptyState.tsx';
import { errorWords } from '../../../components/words/error-words.ts';
import type { CommandReply } from '../../../rules/protocol/commands.ts';
import type { ErrorCode } from '../../../rules/protocol/error-codes.ts';
import type { Reading } from '../../../rules/reading/reading.ts';
import { keepReview, reapplyReview } from '../../../rules/review/kept-review.ts';
import { claimsOfDraft } from '../../../rules/review/review-draft.ts';
import type { ReviewDraft } from '../../../rules/review/review-draft.ts';
import { sendCommand } from '../send-command.ts';
import { useIsCovered } from './use-is-covered.ts';
import { useKeptDraft } from './use-kept-draft.ts';
import { useOnLock } from './use-on-lock.ts';

type Pending = CommandReply<'capture:pending'>;

/**
 * The review of one capture. Gets and sends everything by command: a framed extension page may see an empty database,
 * so this pane never opens one. Serves the card in the portal page, the popup and the side panel alike.
 */
export function ReviewPane({ captureId, onDone }: { captureId: string; onDone: () => void }) {
  const [pending, setPending] = useState<Pending | null>(null);
  const [failure, setFailure] = useState<ErrorCode | null>(null);
  const [draft, setDraft] = useState<ReviewDraft | null>(null);
  const [saved, setSaved] = useState<SavedClaim[] | null>(null);
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const isCovered = useIsCovered();
  const kept = useKeptDraft(captureId);

  useEffect(() => {
    let isGone = false;
    void sendCommand('capture:pending', { captureId }).then((reply) => {
      if (isGone) return;
      if (!reply.ok) {
        setFailure(reply.error.code);
        return;
      }
      const reading = reply.value.reading as Reading;
      setPending(reply.value);
      setDraft(reapplyReview(reply.value.draft, reading, reply.value.payerKey));
    });
    return () => {
      isGone = true;
    };
  }, [captureId]);

  // Locked: nothing of the claim stays on the screen, in whatever page this stands.
  useOnLock(() => {
    kept.forget();
    setPending(null);
    setDraft(null);
    setSaved(null);
    setFailure('vault-locked');
  });

  const checked = useMemo(() => (pending === null || draft === null ? null : claimsOfDraft(draft, pending.reading as Reading)), [pending, draft]);

  const change = (next: ReviewDraft) => {
    setDraft(next);
    setProblem(null);
    if (pending !== null) kept.keep(keepReview(next, pending.reading as Reading, pending.payerKey));
  };

  const close = () => {
    void sendCommand('capture:close', { captureId });
    onDone();
  };

  const save = async () => {
    setTried(true);
    if (checked === null || draft === null || draft.payerKey === null || checked.faults.length > 0) return;
    setBusy(true);
    const reply = await sendCommand('capture:save', { captureId, payerKey: draft.payerKey, claims: checked.claims });
    setBusy(false);
    if (reply.ok) {
      kept.forget();
      setSaved(reply.value.saved);
    }
    else setProblem(errorWords(reply.error.code));
  };

  if (failure !== null) return <main className="flex h-dvh flex-col justify-center"><EmptyState title={failure === 'vault-locked' ? 'Overturn is locked' : 'Nothing to review'}>{failure === 'vault-locked' ? 'Unlock it from the toolbar button, then read the page again. What you typed is kept.' : errorWords(failure)}</EmptyState></main>;
  if (pending === null || draft === null) return <main aria-busy="true" className="h-dvh" />;
  if (saved !== null) return <SavedCard saved={saved} onClose={close} />;
  return (
    <CaptureCard
      reading={pending.reading as Reading} host={pending.host} payers={pending.payers} known={pending.known} draft={draft} faults={tried ? (checked?.faults ?? []) : []} problem={problem ?? kept.problem} isBusy={isBusy} isCovered={isCovered}
      onDraft={change} onSave={() => void save()} onClose={close}
      onPoint={(field) => void sendCommand('capture:highlight', { captureId, raw: field?.evidence?.raw ?? null, label: field?.evidence?.label ?? null })}
    />
  );
}
