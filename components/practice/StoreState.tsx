import { Notice } from '../ui/Notice.tsx';

export type StoreFigures = { usedBytes: number | null; isKept: boolean; isNarrow: boolean };

/** Whether the browser promised to keep the store, and how full it is. */
export function StoreState({ figures }: { figures: StoreFigures }) {
  const used = figures.usedBytes === null ? 'not known' : `${(figures.usedBytes / 1_000_000).toFixed(1)} MB`;
  return (
    <div className="flex max-w-md flex-col gap-2">
      <dl className="grid grid-cols-[9rem_1fr] gap-y-1">
        <dt className="text-ink-3">Used on this disk</dt>
        <dd className="figures">{used}</dd>
        <dt className="text-ink-3">Kept by the browser</dt>
        <dd>{figures.isKept ? 'Promised: it does not clear this store by itself' : 'Not promised. It may clear this store when the disk is full'}</dd>
      </dl>
      {figures.isNarrow && <Notice tone="caution" title="The disk is nearly full">Make room soon: once it is full nothing more can be saved.</Notice>}
    </div>
  );
}
