import { useEffect, useRef } from 'react';

/** Something a person can have done, as the palette lists it. */
export type OfferedCommand = { id: string; label: string; group: string; shortcut?: string; onChoose: () => void };

/** What the panes on the page offer now, each for itself; the palette asks when it is opened. */
const offers = new Set<() => readonly OfferedCommand[]>();

/** Offers commands as long as the pane stands. */
export function useOfferedCommands(commands: readonly OfferedCommand[]): void {
  const newest = useRef(commands);
  useEffect(() => { newest.current = commands; });
  useEffect(() => {
    const offer = () => newest.current;
    offers.add(offer);
    return () => { offers.delete(offer); };
  }, []);
}

/** Everything offered, the pane that came last first. */
export function offeredCommands(): OfferedCommand[] {
  const seen = new Set<string>();
  return [...offers].reverse().flatMap((offer) => [...offer()]).filter(({ id }) => !seen.has(id) && seen.add(id) !== undefined);
}
