import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { CaptureCard } from '../../../components/capture-card/CaptureCard.tsx';
import { SavedCard } from '../../../components/capture-card/SavedCard.tsx';
import type { SavedClaim } from '../../../components/capture-card/SavedCard.tsx';
import { AboutClaim } from '../../../components/library/AboutClaim.tsx';
import { EmptyState } from '../../../components/ui/EmptyState.tsx';
import { Section } from '../../../components/ui/Section.tsx';
import { errorWords } from '../../../components/words/error-words.ts';
import type { CommandReply } from '../../../rules/protocol/commands.ts';
import type { ErrorCode } from '../../../rules/protocol/error-codes.ts';
import type { Reading } from '../../../rules/reading/reading.ts';
import { keepReview, reapplyReview } from '../../../rules/review/kept-review.ts';
import { carryDraft, comparePage } from '../../../rules/review/page-now.ts';
import type { PageNow, Taken } from '../../../rules/review/page-now.ts';
import { claimsOfDraft } from '../../../rules/review/review-draft.ts';
import type { ReviewDraft } from '../../../rules/review/review-draft.ts';
import { sendCommand } from '../send-command.ts';
import type { MemberReading } from '../../../rules/reading/member-reading.ts';
import { RecordPane } from './RecordPane.tsx';
import { useAboutCapture } from './use-about-capture.ts';
import { useCardKeys } from './use-card-keys.ts';
import { useIsCovered } from './use-is-covered.ts';
import { useKeptDraft } from './use-kept-draft.ts';
import { useOnLock } from './use-on-lock.ts';
import { useSessionEnding } from './use-session-ending.ts';
import { usePageNow } from './use-page-now.ts';

type Pending = CommandReply<'capture:pending'>;

const SAME: PageNow = { state: 'same' };
const clockTime = (atMs: number): string => new Date(atMs).toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit' });

/**
 * The review of one capture. Gets and sends everything by command: a framed extension page may see an empty database,
 * so this pane never opens one. Serves the card in the portal page, the popup and the side panel alike.
 *
 * What it shows does not change beneath the person: a page that says something else meanwhile is told of, and what a
 * person takes over is then saved with the newer look as its evidence.
 */
export function ReviewPane({ captureId: firstId, onDone }: { captureId: string; onDone: () => void }) {
  const [captureId, setCaptureId] = useState(firstId);
  const [pending, setPending] = useState<Pending | null>(null);
  const [failure, setFailure] = useState<ErrorCode | null>(null);
  const [draft, setDraft] = useState<ReviewDraft | null>(null);
  const [saved, setSaved] = useState<SavedClaim[] | null>(null);
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const isCovered = useIsCovered();
  const kept = useKeptDraft(captureId);
  const now = usePageNow(captureId, pending?.tabId ?? null);
  const about = useAboutCapture(captureId, draft?.payerKey ?? null, pending !== null);
  const ending = useSessionEnding(captureId, pending?.tabId ?? null);
  const flush = useEffectEvent(() => void kept.flush());
  // Whatever was typed is kept before the page can go away.
  useEffect(() => {
    if (ending !== null) flush();
  }, [ending]);
  /** Set when a newer look is taken over: the card goes on with it and does not start anew. */
  const carried = useRef<string | null>(null);

  useEffect(() => {
    if (carried.current === captureId) return undefined;
    let isGone = false;
    void sendCommand('capture:pending', { captureId }).then((reply) => {
      if (isGone) return;
      if (!reply.ok) {
        setFailure(reply.error.code);
        return;
      }
      const reading = reply.value.reading as Reading;
      setPending(reply.value);
      setDraft(reapplyReview(reading.member === undefined ? reply.value.draft : null, reading, reply.value.payerKey));
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
  const pageNow = useMemo(() => (pending === null || now === null ? SAME : comparePage(pending.reading as Reading, now.reading)), [pending, now]);

  const change = (next: ReviewDraft) => {
    setDraft(next);
    setProblem(null);
    if (pending !== null) kept.keep(keepReview(next, pending.reading as Reading, pending.payerKey));
    // The page may be taken away at any moment: not a quarter of a second is waited.
    if (ending !== null) void kept.flush();
  };

  const close = () => {
    void sendCommand('capture:close', { captureId });
    onDone();
  };

  const take = async (taken: Taken) => {
    if (pending === null || draft === null || isBusy || now === null || now.captureId === null || now.captureId === captureId) return;
    setBusy(true);
    const reply = await sendCommand('capture:pending', { captureId: now.captureId, instead: captureId });
    setBusy(false);
    if (!reply.ok) {
      setProblem(reply.error.code === 'not-found' ? 'The page changed again. Try once more.' : errorWords(reply.error.code));
      return;
    }
    const reading = reply.value.reading as Reading;
    const next = carryDraft(draft, pending.reading as Reading, reading, taken);
    carried.current = now.captureId;
    setCaptureId(now.captureId);
    setPending(reply.value);
    setDraft(next);
    setProblem(null);
    kept.keep(keepReview(next, reading, reply.value.payerKey), now.captureId);
  };

  /** Another claim: what was typed about this one is kept for when its page is opened again. */
  const reviewNow = async () => {
    if (now === null || now.captureId === null) return;
    await kept.flush();
    setTried(false);
    setProblem(null);
    setPending(null);
    setDraft(null);
    setCaptureId(now.captureId);
  };

  const save = async () => {
    if (isBusy || isCovered || saved !== null || pending?.reading.member !== undefined) return;
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
  useCardKeys({ isDrawn: pending !== null && draft !== null && pending.reading.member === undefined, onSave: () => void save(), onClose: () => { if (pending?.reading.member === undefined) close(); } });

  if (failure !== null) return <main className="flex h-dvh flex-col justify-center"><EmptyState title={failure === 'vault-locked' ? 'Overturn is locked' : 'Nothing to review'}>{failure === 'vault-locked' ? 'Unlock it from the toolbar button, then read the page again. What you typed is kept.' : errorWords(failure)}</EmptyState></main>;
  if (pending === null || draft === null) return <main aria-busy="true" className="h-dvh" />;
  const { member } = pending.reading;
  if (member !== undefined) return <RecordPane key={captureId} captureId={captureId} pending={pending} reading={member as MemberReading} pageMoved={now !== null && now.captureId !== captureId} onClose={close} />;
  if (saved !== null) return <SavedCard saved={saved} what={saved.length === 1 ? (draft.claims.find(({ index }) => index === saved[0]?.index)?.texts['claimControlNumber'] ?? null) : null} onClose={close} />;
  return (
    <CaptureCard
      reading={pending.reading as Reading} host={pending.clientName === null ? pending.host : `${pending.clientName}, from ${pending.host}`} payers={pending.payers} known={pending.known} draft={draft} faults={tried ? (checked?.faults ?? []) : []} problem={problem ?? kept.problem} isBusy={isBusy} isCovered={isCovered}
      pageNow={pageNow} readAt={clockTime(pending.atMs)} ending={ending} onTake={(taken) => void take(taken)} onReviewNow={() => void reviewNow()}
      onDraft={change} onSave={() => void save()} onClose={close}
      about={about === null || (about.notes.length === 0 && about.playbooks.length === 0 && about.asks === 0) ? null : <Section title="What your library says"><AboutClaim about={about} isPlaybookOpen={about.playbooks[0]?.isOwn === true} onAsks={null} /></Section>}
      onPoint={(field) => void sendCommand('capture:highlight', { captureId, raw: field?.evidence?.raw ?? null, label: field?.evidence?.label ?? null })}
    />
  );
}
