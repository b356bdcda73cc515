import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { RedatePreviewView } from '../../../components/library/RedatePreviewView.tsx';
import { Button } from '../../../components/ui/Button.tsx';
import { Dialog } from '../../../components/ui/Dialog.tsx';
import { Notice } from '../../../components/ui/Notice.tsx';
import { TextField } from '../../../components/ui/TextField.tsx';
import { errorWords } from '../../../components/words/error-words.ts';
import type { LibraryItem } from '../../../rules/library/library-entry.ts';
import type { Result } from '../../../rules/protocol/result.ts';
import { previewRedate } from '../../../storage/library/preview-redate.ts';
import type { RedatePreview } from '../../../storage/library/preview-redate.ts';
import { storageErrorCode } from '../../../storage/storage-fault.ts';
import type { OpenVault } from '../../shared/pages/open-vault.ts';
import { useDraft } from '../../shared/pages/use-draft.ts';
import type { Reader } from './use-reader.ts';

type Words = { reason: string; evidence: string };
const restored = (kept: unknown): Words | null => (typeof kept === 'object' && kept !== null && typeof (kept as Words).reason === 'string' && typeof (kept as Words).evidence === 'string' ? (kept as Words) : null);

/** What is about to be done, and how it is sent. `stamp` is null where the change has no rules. */
export type Confirmation = {
  title: string; action: string; items: readonly LibraryItem[]; given: Words;
  /** What has to be said: both, the reason alone, or nothing. */
  asks: 'reason-and-evidence' | 'reason' | 'nothing'; draftKey: string; body?: ReactNode;
  send: (words: Words, stamp: number | null) => Promise<Result<unknown>>;
  /** A second way out, such as declining what was proposed. */
  other?: { label: string; send: (words: Words) => Promise<Result<unknown>>; done: string };
  done: string;
};

/** The last look before the library changes: what it is, why, and which open cases it would date otherwise. */
export function ConfirmChange({ session, reader, confirmation, onClose, onDone }: { session: OpenVault; reader: Reader; confirmation: Confirmation; onClose: () => void; onDone: (text: string) => void }) {
  const { items, asks, given } = confirmation;
  const draft = useDraft<Words>(session, `library:${confirmation.draftKey}`.replaceAll(/[^A-Za-z0-9:_-]/gu, '-').slice(0, 110), restored, () => given);
  const [preview, setPreview] = useState<RedatePreview | null>(null);
  const [progress, setProgress] = useState({ done: 0, of: 0 });
  const [problem, setProblem] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  const [isBusy, setBusy] = useState(false);
  const hasRules = items.some(({ kind }) => kind === 'rule');
  const { db, vault } = session;
  const { todayIso } = reader;

  useEffect(() => {
    if (!hasRules) return undefined;
    const stopper = new AbortController();
    previewRedate(db, vault, items, { today: todayIso, signal: stopper.signal, onProgress: (done, of) => setProgress({ done, of }) }).then(
      (found) => { if (!stopper.signal.aborted) setPreview(found); },
      (error: unknown) => {
        const code = storageErrorCode(error);
        if (code === null) throw error;
        if (!stopper.signal.aborted) setProblem(errorWords(code));
      },
    );
    return () => stopper.abort();
  }, [db, vault, items, todayIso, hasRules, round]);

  if (draft === null) return null;
  const words = draft.value;
  const isSaid = asks === 'nothing' || (words.reason.trim() !== '' && (asks === 'reason' || words.evidence.trim() !== ''));
  const isReady = isSaid && (!hasRules || preview !== null) && !isBusy;
  const finish = async (work: Promise<Result<unknown>>, done: string) => {
    setBusy(true);
    const reply = await work;
    setBusy(false);
    if (reply.ok) {
      await draft.drop();
      onDone(done);
      return;
    }
    setProblem(errorWords(reply.error.code));
    if (reply.error.code === 'changed-meanwhile') {
      // The rules are other ones by now: the dates are worked out again, and looked at again.
      setPreview(null);
      setRound((before) => before + 1);
    }
  };
  const trimmed = () => ({ reason: words.reason.trim(), evidence: words.evidence.trim() });
  const { other } = confirmation;
  return (
    <Dialog
      wide title={confirmation.title} isOpen onClose={onClose}
      footer={(
        <>
          <Button kind="quiet" onPress={onClose}>Cancel</Button>
          {other !== undefined && <Button isDisabled={isBusy || !isSaid} onPress={() => void finish(other.send(trimmed()), other.done)}>{other.label}</Button>}
          <Button kind="primary" isDisabled={!isReady} isPending={isBusy} onPress={() => void finish(confirmation.send(trimmed(), preview?.stamp ?? null), confirmation.done)}>{confirmation.action}</Button>
        </>
      )}
    >
      <div className="flex flex-col gap-3">
        {confirmation.body}
        {asks !== 'nothing' && <TextField label="Why" value={words.reason} onChange={(reason) => draft.change({ ...words, reason })} maxLength={300} isRequired aside="No patient names" />}
        {asks === 'reason-and-evidence' && <TextField label="Proof" rows={2} value={words.evidence} onChange={(evidence) => draft.change({ ...words, evidence })} maxLength={2000} isRequired hint="Name the page, letter or call it rests on." />}
        {hasRules && <RedatePreviewView preview={preview} done={progress.done} of={progress.of} today={reader.today} />}
        {problem !== null && <Notice tone="problem">{problem}</Notice>}
      </div>
    </Dialog>
  );
}
