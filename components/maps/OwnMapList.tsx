import type { ReactNode } from 'react';
import type { PortalMap } from '../../rules/portals/maps/portal-map.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { momentWords } from '../words/day-words.ts';
import { hookWords, mapFieldWords, mapStateWords, pageKindWords } from '../words/map-words.ts';

export type OwnMapRow = { id: string; state: 'proposed' | 'approved' | 'retired'; version: number; author: string; decider: string | null; atMs: number; decidedMs: number | null; isMine: boolean; map: PortalMap | null };

/** The practice's own maps: who proposed what, what it says in words, and what a lead may do with it. */
export function OwnMapList({ rows, mayDecide, onApprove, onRetire, onExport }: { rows: readonly OwnMapRow[]; mayDecide: boolean; onApprove: (id: string) => void; onRetire: (id: string) => void; onExport: (row: OwnMapRow) => void }) {
  if (rows.length === 0) return <p className="text-ink-3">None yet. Open a claim in the portal, then press “Teach Overturn this page” in the side panel.</p>;
  return (
    <ul aria-label="Own maps" className="flex flex-col">
      {rows.map((row) => (
        <li key={row.id} className="border-b border-line py-2.5">
          <div className="flex items-center gap-2">
            <div className="min-w-0 flex-1">
              <p className="foreign truncate font-medium">{row.map?.name ?? 'A damaged map'}</p>
              <p className="foreign text-small text-ink-3">Version {row.version}, proposed by {row.author} on {momentWords(row.atMs)}{row.decidedMs !== null && row.decider !== null ? `; ${row.state === 'approved' ? 'approved' : 'taken out of use'} by ${row.decider}` : ''}</p>
            </div>
            <Chip tone={row.state === 'approved' ? 'good' : row.state === 'proposed' ? 'accent' : 'plain'}>{row.state === 'proposed' && row.isMine ? 'Proposed, your trial' : mapStateWords(row.state)}</Chip>
            {row.map !== null && <Button size="small" kind="quiet" onPress={() => onExport(row)}>Export</Button>}
            {row.state !== 'retired' && (mayDecide || (row.isMine && row.state === 'proposed')) && <Button size="small" kind="quiet" onPress={() => onRetire(row.id)}>{row.state === 'approved' ? 'Take out of use' : 'Drop'}</Button>}
            {row.state === 'proposed' && mayDecide && row.map !== null && <Button size="small" onPress={() => onApprove(row.id)}>Approve</Button>}
          </div>
          {row.map !== null && <MapInWords map={row.map} />}
        </li>
      ))}
    </ul>
  );
}

/** What a map says, one line a field, so that a lead can judge it without opening a file. */
function MapInWords({ map }: { map: PortalMap }) {
  const lines: { key: string; words: ReactNode }[] = [
    ...map.pages.flatMap((page) => page.fields.flatMap(({ field, hooks }) => hooks.map((hook, at) => ({ key: `${page.name}${field}${at}`, words: <><b className="font-medium">{mapFieldWords(field)}</b> {hookWords(hook)}</> })))),
    ...map.labels.map(({ text, means }) => ({ key: `l${text}`, words: <>“{text}” means <b className="font-medium">{mapFieldWords(means)}</b></> })),
    ...map.statuses.map(({ word, means }) => ({ key: `s${word}`, words: <>Status “{word}” means {means.replaceAll('-', ' ')}</> })),
  ];
  return (
    <Disclosure title={<span className="text-small font-normal text-ink-2">{[map.hosts.join(', '), ...map.pages.map(({ kind }) => pageKindWords(kind).toLowerCase())].join(' · ')}</span>} aside={<span className="text-small">{lines.length === 1 ? '1 entry' : `${lines.length} entries`}</span>} level={3}>
      <ul className="foreign flex flex-col gap-0.5 text-small">{lines.map(({ key, words }) => <li key={key} className="break-words">{words}</li>)}</ul>
    </Disclosure>
  );
}
