import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';

export type StoreFigures = { usedBytes: number | null; quotaBytes: number | null; isKept: boolean; isNarrow: boolean; isRefused?: boolean };

const sized = (bytes: number | null) => (bytes === null ? 'not known' : bytes >= 1_000_000_000 ? `${(bytes / 1_000_000_000).toFixed(1)} GB` : `${(bytes / 1_000_000).toFixed(1)} MB`);

/** Whether the browser promised to keep the store, and how full it is. `onKeep` asks the browser for that promise. */
export function StoreState({ figures, onKeep }: { figures: StoreFigures; onKeep?: () => void }) {
  const share = figures.usedBytes === null || figures.quotaBytes === null || figures.quotaBytes === 0 ? null : Math.round((figures.usedBytes / figures.quotaBytes) * 100);
  return (
    <div className="flex max-w-md flex-col gap-2">
      <dl className="grid grid-cols-[9rem_1fr] gap-y-1">
        <dt className="text-ink-3">Used on this disk</dt>
        <dd className="figures">{sized(figures.usedBytes)}</dd>
        <dt className="text-ink-3">Room there is</dt>
        <dd className="figures">{sized(figures.quotaBytes)}{share !== null && ` (${share < 1 ? 'less than 1' : share}% used)`}</dd>
        <dt className="text-ink-3">Kept by the browser</dt>
        <dd>{figures.isKept ? 'Promised: it does not clear this store by itself' : 'Not promised. It may clear this store when the disk is full'}</dd>
      </dl>
      {figures.isRefused === true && <div role="status"><Notice>The browser does not promise it; it decides by itself. Make backups.</Notice></div>}
      {!figures.isKept && figures.isRefused !== true && onKeep !== undefined && <div><Button size="small" onPress={onKeep}>Ask the browser to keep it</Button></div>}
      {figures.isNarrow && <Notice tone="caution" title="The disk is nearly full">Make room soon: once it is full nothing more can be saved.</Notice>}
    </div>
  );
}
