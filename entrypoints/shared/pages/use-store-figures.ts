import { useCallback, useEffect, useState } from 'react';

/** What the browser says of the room this extension takes. */
export type StoreFigures = { usedBytes: number | null; quotaBytes: number | null; isKept: boolean; isNarrow: boolean; /** The browser was asked to keep it and did not promise. */ isRefused: boolean };

/** Share of the allowance from which the pages say that space runs out; the background's sweep uses the same. */
const NARROW_FROM = 0.8;

async function ask(): Promise<StoreFigures> {
  const [{ usage, quota }, isKept] = await Promise.all([navigator.storage.estimate(), navigator.storage.persisted()]);
  return { usedBytes: usage ?? null, quotaBytes: quota ?? null, isKept, isNarrow: usage !== undefined && quota !== undefined && quota > 0 && usage / quota >= NARROW_FROM, isRefused: false };
}

/** How full the store is and whether the browser promised to keep it, asked when the page is shown; `keep` asks the browser for that promise. */
export function useStoreFigures(): { figures: StoreFigures | null; keep: () => Promise<void> } {
  const [figures, setFigures] = useState<StoreFigures | null>(null);
  useEffect(() => {
    void ask().then(setFigures);
  }, []);
  const keep = useCallback(async () => {
    const isKept = await navigator.storage.persist();
    setFigures({ ...(await ask()), isRefused: !isKept });
  }, []);
  return { figures, keep };
}
