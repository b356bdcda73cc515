import { lazy, Suspense, useCallback, useDeferredValue, useEffect, useEffectEvent, useRef, useState } from 'react';
import { Filter, MessageCircleQuestion } from 'lucide-react';
import { NarrowedLine, narrowedWords } from '../../../../components/queue/NarrowedLine.tsx';
import { OrderReasons } from '../../../../components/queue/OrderReasons.tsx';
import { QueueList, rowAfterKey } from '../../../../components/queue/QueueList.tsx';
import { SearchBox } from '../../../../components/queue/SearchBox.tsx';
import { Tiles } from '../../../../components/queue/Tiles.tsx';
import type { DueFilter } from '../../../../components/queue/Tiles.tsx';
import { Button } from '../../../../components/ui/Button.tsx';
import { EmptyState } from '../../../../components/ui/EmptyState.tsx';
import { IconButton } from '../../../../components/ui/IconButton.tsx';
import { KeyHint } from '../../../../components/ui/KeyHint.tsx';
import { Notice } from '../../../../components/ui/Notice.tsx';
import { holdKeys, letKeysGo } from '../../../../components/ui/held-keys.ts';
import { useKeys } from '../../../../components/ui/use-keys.ts';
import { errorWords } from '../../../../components/words/error-words.ts';
import type { QueueFilter } from '../../../../rules/domain/queue-filter.ts';
import { listPayers } from '../../../../storage/payers.ts';
import { listUsers } from '../../../../storage/people.ts';
import { MorningPane } from './MorningPane.tsx';
import type { OpenVault } from '../open-vault.ts';
import { useOfferedCommands } from '../offered-commands.ts';
import { useQuery } from '../use-query.ts';
import { useMinute } from '../use-minute.ts';
import { useToday } from '../use-today.ts';
import { useQueueRows } from '../use-queue-rows.ts';
import { SHORTEST_SEARCH } from '../../../../storage/queries/search-cases.ts';
import { countAsked, isPlain } from '../../../../storage/queries/queue-page.ts';
import { tiles } from '../../../../storage/queries/tiles.ts';

const QueueTools = lazy(async () => ({ default: (await import('./QueueTools.tsx')).QueueTools }));

export type QueuePaneProps = {
  session: OpenVault; areKeysOn: boolean;
  /** Cases are worked one by one beside this list: its own keys for that rest. */
  isFocused?: boolean;
  /** Begins to work through the present view, one case at a time. */
  onFocus: () => void;
  /** Raised by one each time the search shall take the focus. */
  searchCall: number;
  /** Where the person was when they left the queue. */
  place: QueuePlace; onPlace: (place: QueuePlace) => void;
  onOpen: (caseId: string) => void; onImport: () => void; onManual: () => void;
};
export type QueuePlace = { active: number; text: string; filter: QueueFilter };

/** The queue of the signed-in person: search, four numbers, the rows. */
export function QueuePane({ session, areKeysOn, isFocused = false, onFocus, searchCall, place, onPlace, onOpen, onImport, onManual }: QueuePaneProps) {
  const { db } = session;
  const today = useToday();
  const { active, text, filter } = place;
  useMinute();
  const typed = useDeferredValue(text.trim());
  const wanted = typed.length < SHORTEST_SEARCH ? '' : typed;
  const [isWhyOpen, setWhyOpen] = useState(false);
  const [areFiltersOpen, setFiltersOpen] = useState(false);
  const rowsBox = useRef<HTMLDivElement>(null);
  const closeFilters = () => {
    setFiltersOpen(false);
    // Back to where the arrow keys are; in a low window the list was out of sight.
    requestAnimationFrame(() => rowsBox.current?.querySelector<HTMLElement>('[role=listbox]')?.focus({ preventScroll: true }));
  };
  const toggleFilters = () => (areFiltersOpen ? closeFilters() : setFiltersOpen(true));
  const counts = useQuery(async () => tiles(db, filter.ownerId, today), [db, filter.ownerId, today]);
  const lists = useQuery(async () => ({ payers: await listPayers(db), people: await listUsers(db) }), [db]);
  const { count, itemAt, onRange, isReady, isCut, isCurrent, code } = useQueueRows(session, filter, wanted, today);
  const at = Math.min(active, Math.max(0, count - 1));
  const item = itemAt(at);
  const isSearching = wanted !== '';

  const setActive = useCallback((next: number) => onPlace({ ...place, active: next }), [onPlace, place]);
  const narrow = (next: QueueFilter) => onPlace({ ...place, active: 0, filter: next });
  const setDue = (due: DueFilter) => {
    const next = { ...filter };
    delete next.escalated;
    if (due === null) delete next.due;
    else next.due = due;
    onPlace({ text: '', active: 0, filter: next });
  };
  const open = (index: number) => {
    const chosen = itemAt(index);
    if (chosen !== null) onOpen(chosen.id);
  };
  // Hands are faster than a search: Enter waits for the rows of what was typed, and never opens one of the list before.
  const isSettled = isCurrent && typed === text.trim();
  const awaited = useRef<string | null>(null);
  const openAwaited = useEffectEvent(() => {
    if (awaited.current === null || !isSettled) return;
    const isWanted = awaited.current === text;
    awaited.current = null;
    if (isWanted && count > 0) open(0);
    else letKeysGo();
  });
  useEffect(() => openAwaited(), [isSettled]);
  const onListKey = (key: string) => {
    if (key === 'Enter' && !isSettled) {
      awaited.current = text;
      holdKeys(); // what is typed on is meant for the case
    } else if (key === 'Enter') open(at);
    else setActive(rowAfterKey(key, at, count, 6) ?? at);
  };
  useKeys({
    j: () => onListKey('j'), k: () => onListKey('k'), y: () => setWhyOpen(!isWhyOpen), f: toggleFilters, ...(isFocused ? {} : { w: () => open(0), F: onFocus,
    '1': () => setDue('soon'), '2': () => setDue('overdue'), '3': () => setDue('undated'), '0': () => setDue(null) }),
  }, areKeysOn);
  useOfferedCommands([
    { id: 'queue-next', label: 'Work next: the first case of this view', group: 'Queue', shortcut: 'w', onChoose: () => open(0) },
    { id: 'queue-focus', label: 'Focus: work this view case by case', group: 'Queue', shortcut: 'Shift F', onChoose: onFocus },
    { id: 'queue-filters', label: 'Filters, saved views, change all', group: 'Queue', shortcut: 'f', onChoose: () => setFiltersOpen(true) },
    { id: 'queue-soon', label: 'Show what is due in 7 days', group: 'Queue', shortcut: '1', onChoose: () => setDue('soon') },
    { id: 'queue-overdue', label: 'Show what is overdue', group: 'Queue', shortcut: '2', onChoose: () => setDue('overdue') },
    { id: 'queue-undated', label: 'Show cases without a date', group: 'Queue', shortcut: '3', onChoose: () => setDue('undated') },
    { id: 'queue-no-response', label: 'Show claims without a response', group: 'Queue', onChoose: () => narrow({ ownerId: filter.ownerId, sort: 'priority', kind: 'no-response' }) },
    { id: 'queue-unset', label: 'Show cases without an owner', group: 'Queue', onChoose: () => narrow({ ownerId: null, sort: 'priority', unset: 'owner' }) },
    { id: 'queue-no-day', label: 'Show cases without a day', group: 'Queue', onChoose: () => narrow({ ownerId: filter.ownerId, sort: 'priority', unset: 'date' }) },
    { id: 'queue-asked', label: 'Show what is asked of me', group: 'Queue', onChoose: () => narrow({ ownerId: null, sort: 'priority', asked: session.userId, showSnoozed: true }) },
    { id: 'queue-everybody', label: "Show everybody's queue", group: 'Queue', onChoose: () => narrow({ ownerId: null, sort: 'priority' }) },
    { id: 'queue-own', label: 'Show my queue', group: 'Queue', shortcut: '0', onChoose: () => narrow({ ownerId: session.userId, sort: 'priority' }) },
    { id: 'queue-import', label: 'Import a file', group: 'Queue', onChoose: onImport },
    { id: 'queue-manual', label: 'Paste or type a claim', group: 'Queue', onChoose: onManual },
  ]);
  // What was pressed while the page opened, as `w` or `/` and half a name, acts now.
  const isThere = isReady || code !== null;
  useEffect(() => { if (isThere) letKeysGo(); }, [isThere]);

  const asked = useQuery(async () => countAsked(db, session.userId), [db, session.userId]);
  const asks = asked.state === 'ready' ? asked.value : 0;
  const showAsked = () => narrow({ ownerId: null, sort: 'priority', asked: session.userId, showSnoozed: true });
  const isNarrowed = !isPlain(filter);
  const narrowed = narrowedWords(filter, lists.state === 'ready' ? lists.value.payers : []);
  const everybody = filter.ownerId === null;
  return (
    <>
      <div className="flex items-center">
        <div className="min-w-0 flex-1"><SearchBox text={text} onText={(next) => onPlace({ ...place, text: next, active: 0 })} onListKey={onListKey} focusCall={searchCall} /></div>
        <div className="pr-2"><IconButton label="Filters" shortcut="f" isActive={areFiltersOpen || isNarrowed} icon={<Filter aria-hidden className="size-4" />} aria-expanded={areFiltersOpen} onPress={toggleFilters} /></div>
      </div>
      {areFiltersOpen && <Suspense><QueueTools session={session} filter={filter} count={isSearching ? 0 : count} isCurrent={isCurrent} today={today} onFilter={narrow} payers={lists.state === 'ready' ? lists.value.payers : []} people={lists.state === 'ready' ? lists.value.people : []} onClose={closeFilters} /></Suspense>}
      <div ref={rowsBox} className={areFiltersOpen ? 'contents short:hidden' : 'contents'}>
      {!areFiltersOpen && !isSearching && narrowed.length > 0 && <NarrowedLine words={narrowed} count={isReady && isCurrent ? count : null} onOpen={toggleFilters} onClear={() => narrow({ ownerId: filter.ownerId, sort: 'priority' })} />}
      <Tiles tiles={counts.state === 'ready' ? counts.value : null} due={isSearching ? null : filter.due ?? null} onDue={setDue} />
      {!isSearching && !isNarrowed && <MorningPane session={session} onShow={(next) => onPlace({ text: '', active: 0, filter: next })} />}
      {!isSearching && asks > 0 && filter.asked === undefined && <div className="border-b border-line bg-sunken px-1 py-0.5"><Button size="small" kind="quiet" wide icon={<MessageCircleQuestion aria-hidden className="size-3.5 shrink-0" />} onPress={showAsked}><span className="min-w-0 flex-1 truncate text-left">{asks === 1 ? 'Asked of you on 1 case' : `Asked of you on ${asks} cases`}</span></Button></div>}
      {code !== null && <div className="p-3"><Notice tone="problem">{errorWords(code)}</Notice></div>}
      <p role="status" className="sr-only">{!isReady ? '' : isSearching ? `${count} found${isCut ? ', and more: type on' : ''}` : `${count} in the queue`}</p>
      {isReady && count === 0 && (isSearching
        ? <EmptyState title="Nothing found">Search by the beginning of a claim, reference or account number, or of a name.</EmptyState>
        : isNarrowed
          ? <EmptyState title="Nothing here" action={<Button onPress={() => narrow({ ownerId: filter.ownerId, sort: filter.sort })}>Show all</Button>}>No open case fits this view.</EmptyState>
          : <EmptyState title={everybody ? 'The queue is empty' : 'Your queue is empty'} action={<div className="flex flex-col gap-2"><Button kind="primary" onPress={onImport}>Import a remittance</Button><Button kind="quiet" onPress={onManual}>Enter a claim by hand</Button></div>}>Denials come in from a remittance file, or from a claim you read in a portal.</EmptyState>)}
      {count > 0 && <QueueList key={`${JSON.stringify(filter)}${isSearching ? wanted : ''}`} showsOwner={everybody} label={isSearching ? 'Search results' : filter.escalated !== undefined ? 'Claims of others past their day' : everybody ? 'Queue of everybody' : 'My queue'} count={count} itemAt={itemAt} today={today} active={at} onActive={setActive} onOpen={open} onRange={onRange} takesFocus={searchCall === 0} />}
      {isSearching && isCut && <p className="border-t border-line bg-sunken px-3 py-1.5 text-ink-2">The first {count} are shown and more fit. Type on to narrow.</p>}
      {item !== null && count > 0 && !isSearching && (
        <div className="border-t border-line">
          {isWhyOpen && <div className="border-b border-line bg-sunken px-3 py-2"><OrderReasons item={item} place={at + 1} today={today} /></div>}
          <div className="flex items-center gap-1 px-2 py-1.5">
            <Button size="small" kind="quiet" aria-expanded={isWhyOpen} onPress={() => setWhyOpen(!isWhyOpen)}>Why here <KeyHint keys="y" /></Button>
            {item.groupToken !== undefined && item.groupToken !== '' && <Button size="small" kind="quiet" isDisabled={filter.group === item.groupToken} onPress={() => narrow({ ownerId: filter.ownerId, sort: filter.sort, group: item.groupToken })}>Like this one</Button>}
            <span className="flex-1" />
            <Button size="small" kind="quiet" onPress={onFocus} aria-keyshortcuts="Shift+F">Focus</Button>
            <Button size="small" kind="primary" onPress={() => open(0)}>Work next</Button>
            <KeyHint keys="w" />
          </div>
        </div>
      )}
      </div>
    </>
  );
}
