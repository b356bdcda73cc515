import { useDeferredValue, useEffect, useEffectEvent, useRef, useState } from 'react';
import { CommandPalette } from '../../../components/ui/CommandPalette.tsx';
import type { PaletteGroup } from '../../../components/ui/CommandPalette.tsx';
import { moneyWords } from '../../../components/words/money-words.ts';
import { patientWords } from '../../../components/words/queue-words.ts';
import { searchCases, SHORTEST_SEARCH } from '../../../storage/queries/search-cases.ts';
import { offeredCommands } from './offered-commands.ts';
import type { OpenVault } from './open-vault.ts';
import { useQuery } from './use-query.ts';

const MOST_CASES = 8;

/** Whether every word typed begins a word of the label. */
export function fitsWords(label: string, typed: string): boolean {
  const words = label.toLowerCase().split(/[\s,/]+/u);
  return typed.toLowerCase().split(/\s+/u).filter((word) => word !== '').every((part) => words.some((word) => word.startsWith(part)));
}

/** The palette with its search: cases as the queue's search finds them, and whatever the page offers. */
export function Palette({ session, onCase, onClose }: { session: OpenVault; onCase: (caseId: string) => void; onClose: () => void }) {
  const { db, vault } = session;
  const [text, setText] = useState('');
  const [commands] = useState(offeredCommands);
  const typed = useDeferredValue(text.trim());
  const isLong = typed.length >= SHORTEST_SEARCH;
  const found = useQuery(async () => ({ typed, items: isLong ? await searchCases(db, vault, typed, MOST_CASES + 1) : [] }), [db, vault, typed, isLong]);
  const items = found.state === 'ready' && found.value.typed === typed && typed === text.trim() ? found.value.items : [];
  const isLooking = text.trim().length >= SHORTEST_SEARCH && (typed !== text.trim() || found.state !== 'ready' || found.value.typed !== typed);
  // At once, never a moment later: the arrow key after the last letter must find the rows of that letter.
  const fitting = commands.filter(({ label }) => fitsWords(label, text.trim()));
  const cases = { name: 'Cases', entries: items.slice(0, MOST_CASES).map((item) => ({ id: `case-${item.id}`, label: `${patientWords(item.patientName)} · ${item.payerName}`, hint: moneyWords(item.deniedCents), isForeign: true, onChoose: () => onCase(item.id) })) };
  const groups: PaletteGroup[] = [cases, ...[...new Set(fitting.map(({ group }) => group))].map((name) => ({ name, entries: fitting.filter(({ group }) => group === name) }))].filter(({ entries }) => entries.length > 0);
  const note = isLooking ? 'Looking…' : items.length > MOST_CASES ? 'More cases fit. Type on to narrow.' : groups.length === 0 ? 'Nothing found. Cases are found by the beginning of a name or number.' : '';
  // Hands are faster than a search: Enter waits for what was typed to be looked up, and takes the first of that.
  const isSettled = typed === text.trim() && !isLooking;
  const awaited = useRef<string | null>(null);
  const chooseFirst = () => {
    const first = groups[0]?.entries[0];
    awaited.current = null;
    if (first === undefined) return;
    onClose();
    first.onChoose();
  };
  const chooseAwaited = useEffectEvent(() => { if (isSettled && awaited.current === text) chooseFirst(); });
  useEffect(() => chooseAwaited(), [isSettled]);
  const onEnter = () => {
    if (text.trim() === '') return;
    if (isSettled) chooseFirst();
    else awaited.current = text;
  };
  return <CommandPalette isOpen text={text} groups={groups} note={note} onText={setText} onEnter={onEnter} onClose={onClose} />;
}
