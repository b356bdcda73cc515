import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { browser } from 'wxt/browser';
import { blankManual, restoredManual } from '../../../../components/capture/manual-draft.ts';
import { CaptureCard } from '../../../../components/capture-card/CaptureCard.tsx';
import { PasteBox } from '../../../../components/paste/PasteBox.tsx';
import type { PasteOutcome } from '../../../../components/paste/PasteBox.tsx';
import { Button } from '../../../../components/ui/Button.tsx';
import { Notice } from '../../../../components/ui/Notice.tsx';
import type { StatusMessage } from '../../../../components/ui/StatusLine.tsx';
import { errorWords } from '../../../../components/words/error-words.ts';
import { MOST_TEXT } from '../../../../rules/portals/paste/pasted-lines.ts';
import { claimsOfDraft, startDraft } from '../../../../rules/review/review-draft.ts';
import { knownCases, payerOfReading } from '../../../../storage/cases/pending-capture.ts';
import { readDraft } from '../../../../storage/drafts.ts';
import { listPayers } from '../../../../storage/payers.ts';
import { sendCommand } from '../../send-command.ts';
import type { OpenVault } from '../open-vault.ts';
import { useDraft } from '../use-draft.ts';
import { useQuery } from '../use-query.ts';
import { ManualPane } from './ManualPane.tsx';
import { blankPaste, restoredPaste } from './paste-draft.ts';
import type { PasteDraft } from './paste-draft.ts';
import { readClipboard } from './read-clipboard.ts';

/** As much of a pasted text as is kept with the claim as proof (`case:record`). */
const MOST_PROOF = 20_000;
/** As much of it as stands in the box: the draft travels to the background with every change. */
const MOST_KEPT = 200_000;
/** The draft of a review of a PDF; apart from that of the paste box, so that neither pushes the other out. */
export const PDF_REVIEW = 'pdf-review';
const nothing = () => undefined;
const keyWords = /Mac|iPhone|iPad/u.test(navigator.userAgent) ? '⌘' : 'Ctrl';

/**
 * The way in where no script may run: a copied page is pasted, read here, and reviewed in the same card as a captured one.
 * Where nothing could be read, the form by hand takes over, with the text along. Nothing typed or pasted is lost on the way.
 */
export function PastePane({ session, document = null, given = null, onSaved, onBack, onMessage }: {
  session: OpenVault;
  /** The name of the file whose text it is; null for what was pasted. */
  document?: string | null;
  /** What was selected on a page and is read at once, unless something stands in the box already that is not the same. */
  given?: { text: string; html: string | null } | null; onSaved: (caseId: string) => void; onBack: () => void; onMessage: (message: StatusMessage) => void;
}) {
  const { db, vault, userId } = session;
  const draft = useDraft<PasteDraft>(session, document === null ? 'paste-box' : PDF_REVIEW, restoredPaste, blankPaste);
  const [isByHand, setByHand] = useState(false);
  const [outcome, setOutcome] = useState<PasteOutcome>('not-read');
  const [isLong, setLong] = useState(false);
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const reading = draft?.value.reading ?? null;
  const review = draft?.value.review ?? null;
  const payers = useQuery(async () => listPayers(db), [db]);
  const known = useQuery(async () => (reading === null ? [] : knownCases({ db, vault }, reading, review?.payerKey ?? null)), [db, vault, reading, review?.payerKey]);
  const checked = useMemo(() => (reading === null || review === null ? null : claimsOfDraft(review, reading)), [reading, review]);

  const read = async (next: string, html: string | null) => {
    if (draft === null) return;
    const found = readClipboard(next, html);
    const kept = next.slice(0, MOST_KEPT);
    setLong(next.length > MOST_TEXT);
    setTried(false);
    setProblem(null);
    if (found.claims.length === 0) {
      draft.change({ text: kept, reading: null, review: null });
      setOutcome(next.trim() === '' ? 'not-read' : found.warnings.some(({ code }) => code === 'looks-like-edi') ? 'looks-like-edi' : 'nothing-read');
      return;
    }
    setOutcome('not-read');
    const payer = await payerOfReading(db, found).catch(() => null); // the person chooses then
    draft.change({ text: kept, reading: found, review: startDraft(found, payer?.key ?? null) });
  };

  // What stands in the box is the person's: a selection does not push it out unasked.
  const [isGivenOpen, setGivenOpen] = useState(given !== null);
  const isReady = draft !== null && payers.state !== 'loading' && !isByHand;
  const isFull = draft !== null && draft.value.text.trim() !== '' && draft.value.text !== given?.text;
  const takeGiven = useEffectEvent(() => {
    if (given === null || !isGivenOpen || isFull) return;
    setGivenOpen(false);
    void read(given.text, given.html);
  });
  useEffect(() => {
    if (!isReady) return undefined;
    const timer = setTimeout(() => takeGiven());
    return () => clearTimeout(timer);
  }, [isReady]);

  if (isByHand) return <ManualPane session={session} onSaved={onSaved} onBack={() => setByHand(false)} onMessage={onMessage} />;
  if (draft === null || payers.state === 'loading') return <div aria-busy="true" className="flex-1" />;
  const { text } = draft.value;

  const byHand = async () => {
    // The form keeps a draft of its own; a text that stands there already is the person's and stays.
    const before = restoredManual((await readDraft(db, vault, userId, 'manual-claim').catch(() => null))?.value ?? null) ?? blankManual();
    if (text.trim() !== '' && before.pasted.trim() === '') await sendCommand('draft:keep', { key: 'manual-claim', value: { ...before, pasted: text.slice(0, MOST_PROOF) } });
    setByHand(true);
  };

  const save = async () => {
    setTried(true);
    if (reading === null || review === null || review.payerKey === null || checked === null || checked.faults.length > 0) return;
    setBusy(true);
    setProblem(null);
    let rest = review;
    let added = 0;
    let last = '';
    for (const claim of checked.claims) {
      const reply = await sendCommand('case:record', { payerKey: review.payerKey, claim, source: 'paste', pasted: text.slice(0, MOST_PROOF) });
      if (!reply.ok) {
        // What was saved is not offered again; what was not stays as it was typed.
        draft.change({ ...draft.value, review: rest });
        setProblem(errorWords(reply.error.code));
        setBusy(false);
        return;
      }
      rest = { ...rest, claims: rest.claims.map((one) => (one.index === claim.index ? { ...one, chosen: false } : one)) };
      if (reply.value.isNew) added += 1;
      last = reply.value.caseId;
    }
    setBusy(false);
    await draft.drop();
    const count = checked.claims.length;
    onMessage({ tone: 'done', text: count === 1 ? (added === 1 ? 'Claim saved as a new case.' : 'Claim known already: added to its history.') : `${added} new, ${count - added} brought up to date.` });
    if (count === 1) onSaved(last);
    else onBack();
  };

  if (given !== null && isGivenOpen && isFull) {
    const take = () => {
      setGivenOpen(false);
      void read(given.text, given.html);
    };
    return (
      <div className="p-3">
        <Notice tone="caution" title={document === null ? 'An unfinished claim stands in the paste box' : 'A review of another PDF is unfinished'} action={<span className="flex gap-2"><Button size="small" onPress={() => setGivenOpen(false)}>Go on with it</Button><Button size="small" kind="quiet" onPress={take}>{document === null ? 'Replace it with the selection' : 'Replace it with this one'}</Button></span>}>{document === null ? 'Save or drop it first, or replace it with what you selected on the page.' : 'Save it first, or replace it with this one.'}</Notice>
      </div>
    );
  }
  if (reading !== null && review !== null) {
    return (
      <CaptureCard
        isInPane closeWords={document === null ? 'Paste again' : 'Leave it'} reading={reading} host={document ?? 'Pasted text'} payers={payers.state === 'ready' ? payers.value : []} known={known.state === 'ready' ? known.value : []} draft={review}
        faults={isTried ? (checked?.faults ?? []) : []} problem={problem} isBusy={isBusy} isCovered={false}
        onDraft={(next) => { setProblem(null); draft.change({ ...draft.value, review: next }); }} onPoint={nothing} onSave={() => void save()}
        onClose={() => { if (document === null) { setOutcome('not-read'); draft.change({ ...draft.value, reading: null, review: null }); } else onBack(); }}
      />
    );
  }
  return (
    <PasteBox
      isDocument={document !== null}
      text={text} outcome={outcome} isLong={isLong} keyWords={keyWords}
      onText={(next) => { setOutcome('not-read'); setLong(false); draft.change({ text: next, reading: null, review: null }); }} onPaste={({ text: next, html }) => void read(next, html)} onRead={() => void read(text, null)}
      onByHand={() => void byHand()} onImport={() => void browser.tabs.create({ url: browser.runtime.getURL('/desk.html#/import' as '/') })} onBack={onBack}
    />
  );
}
