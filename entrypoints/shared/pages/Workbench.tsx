import { lazy, Suspense, useCallback, useEffect, useEffectEvent, useState } from 'react';
import { ArrowLeft, CircleQuestionMark, GraduationCap, Lock, PanelRight, ScanText, SquareArrowOutUpRight } from 'lucide-react';
import { browser } from 'wxt/browser';
import { GrantRow } from '../../../components/capture/GrantRow.tsx';
import { TabClaim } from '../../../components/capture/TabClaim.tsx';
import { IconButton } from '../../../components/ui/IconButton.tsx';
import { StatusLine } from '../../../components/ui/StatusLine.tsx';
import type { StatusMessage } from '../../../components/ui/StatusLine.tsx';
import { errorWords } from '../../../components/words/error-words.ts';
import { dropKeys, holdKeys, holdKeysForField, letKeysGo } from '../../../components/ui/held-keys.ts';
import { useKeys } from '../../../components/ui/use-keys.ts';
import { queuePage } from '../../../storage/queries/queue-page.ts';
import { readSettings } from '../../../storage/settings.ts';
import { keepPanelIntent } from '../panel-intent.ts';
import { POOL } from '../../../rules/domain/vocabulary.ts';
import { sendCommand } from '../send-command.ts';
import { openPanelNow } from '../open-panel.ts';
import type { OpenVault } from './open-vault.ts';
import { QueuePane } from './panes/QueuePane.tsx';
import type { QueuePlace } from './panes/QueuePane.tsx';
import { usePanelIntent } from './use-panel-intent.ts';
import { FocusBar } from '../../../components/queue/FocusBar.tsx';
import { useOfferedCommands } from './offered-commands.ts';
import { RunningCalls } from './RunningCalls.tsx';
import { useFocus } from './use-focus.ts';
import { usePaletteKey } from './use-palette-key.ts';
import { usePlace } from './use-place.ts';
import { askForGrant, finishGrant } from './portal-grant.ts';
import { useQuery } from './use-query.ts';
import { useSingleKeys } from './use-single-keys.ts';
import { useFrontTab } from './use-tab.ts';
import { useTabOffer } from './use-tab-offer.ts';
import { useTheme } from './use-theme.ts';
import { setPracticeZone, useToday } from './use-today.ts';
import { isDrawnLater, queueView, viewBefore } from './view.ts';
import type { View } from './view.ts';

// The queue must stand at once; what is opened from it is fetched when it is first wanted, or when the page has nothing else to do.
const loadCase = () => import('./panes/CasePane.tsx');
const loadCall = () => import('./panes/CallPane.tsx');
const CasePane = lazy(async () => ({ default: (await loadCase()).CasePane }));
const CallPane = lazy(async () => ({ default: (await loadCall()).CallPane }));
const PayerPane = lazy(async () => ({ default: (await import('./panes/PayerPane.tsx')).PayerPane }));
const PastePane = lazy(async () => ({ default: (await import('./panes/PastePane.tsx')).PastePane }));
const TabAbout = lazy(async () => ({ default: (await import('./panes/TabAbout.tsx')).TabAbout }));
const TrainerPane = lazy(async () => ({ default: (await import('./panes/TrainerPane.tsx')).TrainerPane }));
const ReviewPane = lazy(async () => ({ default: (await import('../review/ReviewPane.tsx')).ReviewPane }));
const loadPalette = () => import('./Palette.tsx');
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }));
const KeyHelp = lazy(async () => ({ default: (await import('../../../components/help/KeyHelp.tsx')).KeyHelp }));

/** Whose queue it is, where it is not one's own. */
const queueTitle = (ownerId: string | null): string | null => (ownerId === null ? "Everybody's queue" : ownerId === POOL ? 'The pool' : null);
const titles: Record<View['name'], string> = { queue: 'My queue', case: 'Case', call: 'Log a call', payer: 'Payer', manual: 'Paste or type a claim', trainer: 'Teach this page', review: 'Review' };
/** The desk's pages as the palette names them. */
const DESK_LINKS = [['queue', 'queue'], ['workload', 'workload'], ['appeals', 'appeals'], ['calls', 'calls and notes'], ['import', 'remittances'], ['worklists', 'worklists'], ['exports', 'exports'], ['payers', 'payers'], ['library', 'library'], ['numbers', 'numbers'], ['portals', 'portals'], ['settings', 'settings']] as const;
const MESSAGE_MS = 6000;
/** Long enough not to jump while somebody flicks through tabs. */
const FOLLOW_MS = 200;

function openDesk(route: string): void {
  void browser.tabs.create({ url: browser.runtime.getURL(`/desk.html#/${route}` as '/') });
}

/** Everything behind the lock in popup and panel: one view at a time, a bar above it, one line of news below. */
export function Workbench({ session, place }: { session: OpenVault; place: 'popup' | 'panel' }) {
  const isPanel = place === 'panel';
  const [view, show] = usePlace(isPanel);
  const [queuePlace, setQueuePlace] = useState<QueuePlace>({ active: 0, text: '', filter: { ownerId: session.userId, sort: 'priority' } });
  const [message, setMessage] = useState<StatusMessage | null>(null);
  const [searchCall, setSearchCall] = useState(0);
  const [pasted, setPasted] = useState<{ text: string; html: string | null; atMs: number } | null>(null);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [areKeysOn, setKeysOn] = useSingleKeys();
  const today = useToday();
  const tab = useFrontTab();
  const { offer, capture, isReading, read, grant, dropGrant } = useTabOffer(session, tab?.tabId ?? null);
  const settings = useQuery(async () => readSettings(session.db), [session.db]);
  const zone = settings.state === 'ready' ? settings.value.timeZone : null;
  useTheme(session.db);
  useEffect(() => { if (zone !== null) setPracticeZone(zone); }, [zone]);
  useEffect(() => {
    if (message?.tone !== 'done') return undefined;
    const timer = setTimeout(() => setMessage(null), MESSAGE_MS);
    return () => clearTimeout(timer);
  }, [message]);
  useEffect(() => {
    const timer = setTimeout(() => void Promise.all([loadCase(), loadCall(), loadPalette()]), 400);
    return () => clearTimeout(timer);
  }, []);

  useEffect(() => void finishGrant(), []);

  const go = useCallback((next: View) => {
    setMessage(null);
    if (next.name !== 'queue') setSearchCall(0);
    if (isDrawnLater(next, view)) holdKeys();
    show(next);
  }, [show, view]);
  useEffect(() => { if (!isDrawnLater(view, queueView) && view.name !== 'queue') letKeysGo(); }, [view]);
  const back = () => go(viewBefore(view));
  const openPanel = () => {
    if (isPanel || tab === null) return;
    void openPanelNow(tab.tabId, tab.windowId).then((isOpen) => {
      if (isOpen) window.close();
      else setMessage({ tone: 'problem', text: 'The browser did not open the side panel here. Open it from the browser\'s own menu.' });
    });
  };
  const review = () => {
    if (capture === null) return;
    if (isPanel || tab === null) {
      go({ name: 'review', captureId: capture.captureId });
      return;
    }
    const opened = openPanelNow(tab.tabId, tab.windowId); // first, while the press still counts as a gesture
    void opened.then(async (isOpen) => {
      if (!isOpen) {
        go({ name: 'review', captureId: capture.captureId });
        return;
      }
      await keepPanelIntent({ show: 'capture', tabId: tab.tabId, captureId: capture.captureId, atMs: Date.now() });
      window.close();
    });
  };
  /** Pointing needs the page beside it, and a popup goes away with the first click there. */
  const teach = () => {
    if (tab === null) return;
    if (isPanel) {
      go({ name: 'trainer', tabId: tab.tabId });
      return;
    }
    void openPanelNow(tab.tabId, tab.windowId).then(async (isOpen) => {
      if (!isOpen) {
        go({ name: 'trainer', tabId: tab.tabId });
        return;
      }
      await keepPanelIntent({ show: 'trainer', tabId: tab.tabId, captureId: null, atMs: Date.now() });
      window.close();
    });
  };
  const readSelection = async () => {
    if (tab === null) return;
    const reply = await sendCommand('portal:read-selection', { tabId: tab.tabId });
    if (!reply.ok) {
      setMessage({ tone: 'problem', text: reply.error.code === 'no-claim-here' ? 'Nothing is selected on the page. Drag over the claim there, then press again.' : errorWords(reply.error.code) });
      return;
    }
    setPasted({ ...reply.value, atMs: Date.now() });
    go({ name: 'manual' });
  };
  const lock = () => void sendCommand('vault:lock', {});
  const openCase = (caseId: string) => go({ name: 'case', caseId });
  const { caseId: knownCaseId } = offer.kind === 'pending' ? offer : { caseId: null };
  // A panel that was led to a case by the tab goes on following the tab; one that was led by hand keeps its place.
  const [isFollowing, setFollowing] = useState(false);
  const follow = useEffectEvent((caseId: string) => { if (isFollowing && view.name === 'case' && view.caseId !== caseId) openCase(caseId); });
  useEffect(() => {
    if (knownCaseId === null) return undefined;
    const timer = setTimeout(() => follow(knownCaseId), FOLLOW_MS);
    return () => clearTimeout(timer);
  }, [knownCaseId]);
  /** Opens the case after (or before) the one in front; after a call it may have moved, then the one in its place is next. */
  const step = (by: 1 | -1) => {
    if (view.name !== 'case') return;
    const here = view.caseId;
    holdKeys(); // or the next key would act on the case that is being left
    void (async () => {
      const { rows } = await queuePage(session.db, queuePlace.filter, today, Math.max(0, queuePlace.active - 1), 3);
      const place = rows.findIndex((row) => row.id === here);
      const offset = Math.max(0, queuePlace.active - 1);
      const wanted = place === -1 ? queuePlace.active - offset + (by === 1 ? 0 : -1) : place + by;
      const next = rows[wanted];
      if (next === undefined) {
        dropKeys();
        setMessage({ tone: 'done', text: by === 1 ? 'That was the last case of this queue.' : 'This is the first case of the queue.' });
        return;
      }
      setFollowing(false);
      setQueuePlace({ ...queuePlace, text: '', active: offset + wanted });
      openCase(next.id);
    })();
  };
  usePanelIntent((intent) => {
    if (intent.show === 'capture' && intent.captureId !== null) go({ name: 'review', captureId: intent.captureId });
    else if (intent.show === 'capture') read();
    else if (intent.show === 'trainer') { if (intent.tabId !== null) go({ name: 'trainer', tabId: intent.tabId }); }
    else if (intent.show === 'paste') {
      if (intent.text !== undefined) setPasted({ text: intent.text, html: intent.html ?? null, atMs: intent.atMs });
      go({ name: 'manual' });
    }
    else if (view.name === 'case') go({ name: 'call', caseId: view.caseId });
    else if (knownCaseId !== null) go({ name: 'call', caseId: knownCaseId });
    else setMessage({ tone: 'problem', text: 'Open the case the call is about, then press c.' });
  });

  const isQueue = view.name === 'queue';
  const focus = useFocus(session, { place: queuePlace, openCase: (caseId) => { setFollowing(false); openCase(caseId); }, onEmpty: () => show(queueView), onMessage: setMessage });
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  usePaletteKey(() => {
    if (!isPaletteOpen) holdKeysForField(); // it is fetched when it is first wanted; what is typed meanwhile is meant for it
    setPaletteOpen(true);
  });
  useOfferedCommands([
    { id: 'search', label: 'Search the queue', group: 'Overturn', shortcut: '/', onChoose: () => { if (!isQueue) go(queueView); setSearchCall((call) => call + 1); } },
    { id: 'read', label: 'Read the page in this tab', group: 'Overturn', shortcut: 'r', onChoose: read },
    ...(isPanel ? [] : [{ id: 'panel', label: 'Open the side panel', group: 'Overturn', shortcut: 'p', onChoose: openPanel }]),
    ...(isQueue ? [] : [{ id: 'queue', label: 'Back to the queue', group: 'Overturn', shortcut: 'Esc', onChoose: () => go(queueView) }, { id: 'manual', label: 'Paste or type a claim', group: 'Overturn', onChoose: () => go({ name: 'manual' }) }]),
    ...DESK_LINKS.map(([id, label]) => ({ id: `desk-${id}`, label: `Desk: ${label}`, group: 'Desk', ...(id === 'queue' ? { shortcut: 'd' } : {}), onChoose: () => openDesk(id) })),
    { id: 'lock', label: 'Lock, or switch user', group: 'Overturn', shortcut: 'Shift L', onChoose: lock }, { id: 'keys', label: 'All keys', group: 'Overturn', shortcut: '?', onChoose: () => setHelpOpen(true) },
  ]);
  useKeys({
    '/': () => { if (!isQueue) go(queueView); setSearchCall((call) => call + 1); },
    ...(view.name === 'case' && focus.run === null ? { j: () => step(1), k: () => step(-1), w: () => step(1) } : {}),
    r: read, p: openPanel, d: () => openDesk('queue'), L: lock, u: lock, '?': () => setHelpOpen(true),
  }, areKeysOn && !isHelpOpen && !isPaletteOpen);
  useKeys({ Escape: () => { if (!isQueue) back(); } }, !isHelpOpen && !isPaletteOpen);

  return (
    <div className="flex h-full min-h-0 flex-col">
      <header className="flex h-11 shrink-0 items-center gap-0.5 pr-2 pl-3">
        {!isQueue && <span className="-ml-1.5"><IconButton label="Back" shortcut="Esc" icon={<ArrowLeft aria-hidden className="size-4" />} onPress={back} /></span>}
        {isQueue || view.name === 'call' || view.name === 'manual' || view.name === 'trainer' ? <h1 className="min-w-0 flex-1 truncate text-lead font-semibold">{isQueue ? queueTitle(queuePlace.filter.ownerId) ?? titles[view.name] : titles[view.name]}</h1> : <span className="min-w-0 flex-1 truncate text-ink-2">{titles[view.name]}</span>}
        <IconButton label="Read the page in this tab" shortcut="r" isDisabled={tab === null || isReading} icon={<ScanText aria-hidden className="size-4" />} onPress={read} />
        <IconButton label="Teach Overturn this page" isDisabled={tab === null} icon={<GraduationCap aria-hidden className="size-4" />} onPress={teach} />
        {!isPanel && <IconButton label="Side panel" shortcut="p" isDisabled={tab === null} icon={<PanelRight aria-hidden className="size-4" />} onPress={openPanel} />}
        <IconButton label="Desk" shortcut="d" icon={<SquareArrowOutUpRight aria-hidden className="size-4" />} onPress={() => openDesk('queue')} />
        <IconButton label="Keys" shortcut="?" icon={<CircleQuestionMark aria-hidden className="size-4" />} onPress={() => setHelpOpen(true)} />
        <IconButton label="Lock" shortcut="Shift L" icon={<Lock aria-hidden className="size-4" />} onPress={lock} />
      </header>
      {view.name !== 'review' && view.name !== 'manual' && view.name !== 'trainer' && <TabClaim offer={offer.kind === 'pending' && view.name === 'case' && knownCaseId === view.caseId ? { kind: 'none' } : offer} isReading={isReading} onReview={review} onOpenCase={(caseId) => { setFollowing(true); openCase(caseId); }} onPayer={(payerKey) => go({ name: 'payer', payerKey, from: view })} onManual={() => go({ name: 'manual' })} onSelection={() => void readSelection()} onTeach={teach} />}
      {isQueue && capture !== null && offer.kind === 'pending' && <Suspense><TabAbout session={session} capture={capture} payerKey={offer.payerKey} /></Suspense>}
      {focus.run !== null && (isQueue || view.name === 'case') && <FocusBar run={focus.run} isAway={isQueue} areKeysOn={areKeysOn && !isHelpOpen && !isPaletteOpen && view.name === 'case'} onDone={focus.next} onSkip={focus.skip} onLeave={focus.leave} onBack={focus.back} />}
      {view.name !== 'review' && view.name !== 'manual' && <RunningCalls session={session} besides={view.name === 'call' ? view.caseId : null} onOpen={(caseId) => go({ name: 'call', caseId })} />}
      {grant !== null && <GrantRow name={grant.name} onDecline={dropGrant} onAllow={() => void askForGrant(grant).then((isGiven) => { dropGrant(); setMessage(isGiven ? { tone: 'done', text: 'Allowed. Take it back any time on the desk, under Portals.' } : { tone: 'problem', text: 'The browser did not allow it.' }); })} />}
      <main className="flex min-h-0 flex-1 flex-col overflow-y-auto">
        {isQueue
          ? <QueuePane session={session} areKeysOn={areKeysOn && !isHelpOpen && !isPaletteOpen} onFocus={focus.start} searchCall={searchCall} place={queuePlace} onPlace={setQueuePlace} onOpen={(caseId) => { setFollowing(false); openCase(caseId); }} onImport={() => openDesk('import')} onManual={() => go({ name: 'manual' })} />
          : (
            <Suspense fallback={<div aria-busy="true" className="flex-1" />}>
              {view.name === 'case' && <CasePane key={view.caseId} session={session} caseId={view.caseId} areKeysOn={areKeysOn && !isHelpOpen && !isPaletteOpen} onCall={() => go({ name: 'call', caseId: view.caseId })} onPayer={(payerKey) => go({ name: 'payer', payerKey, from: view })} onCase={(caseId) => go({ name: 'case', caseId })} onMessage={setMessage} />}
              {view.name === 'call' && <CallPane key={view.caseId} session={session} caseId={view.caseId} onDone={() => { holdKeys(); show({ name: 'case', caseId: view.caseId }); }} onMessage={setMessage} />}
              {view.name === 'payer' && <PayerPane session={session} payerKey={view.payerKey} onMessage={setMessage} />}
              {view.name === 'trainer' && <TrainerPane key={view.tabId} session={session} tabId={view.tabId} onMessage={setMessage} onDone={back} />}
              {view.name === 'manual' && <PastePane key={pasted?.atMs ?? 0} session={session} given={pasted} onSaved={(caseId) => show({ name: 'case', caseId })} onBack={back} onMessage={setMessage} />}
              {view.name === 'review' && <ReviewPane key={view.captureId} captureId={view.captureId} onDone={back} />}
            </Suspense>
          )}
      </main>
      <StatusLine message={message} />
      {isPaletteOpen && <Suspense><Palette session={session} onCase={openCase} onClose={() => setPaletteOpen(false)} /></Suspense>}
      {isHelpOpen && <Suspense><KeyHelp isOpen onClose={() => setHelpOpen(false)} areSingleKeysOn={areKeysOn} onSingleKeys={setKeysOn} /></Suspense>}
    </div>
  );
}
