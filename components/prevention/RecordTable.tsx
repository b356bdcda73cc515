import type { ReactNode } from 'react';
import { Pencil } from 'lucide-react';
import { Button } from '../ui/Button.tsx';

export type RecordLine = { id: string; name: string; cells: readonly ReactNode[] };

/** Records of one kind, the newest first. The last column opens one (`onOpen`, null where it cannot be) and holds what else can be done. */
export function RecordTable({ caption, headings, rows, onOpen, extra, empty }: { caption: string; headings: readonly string[]; rows: readonly RecordLine[]; onOpen: ((id: string) => void) | null; extra?: (id: string) => ReactNode; empty: string }) {
  if (rows.length === 0) return <p className="max-w-2xl text-ink-2">{empty}</p>;
  const hasActions = onOpen !== null || extra !== undefined;
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-edge text-small text-ink-2">
            {headings.map((heading) => <th key={heading} scope="col" className="min-w-28 py-1 pr-4 font-medium">{heading}</th>)}
            {hasActions && <th scope="col" className="w-0 py-1 font-medium print:hidden"><span className="sr-only">Actions</span></th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, cells }) => (
            <tr key={id} className="border-b border-line align-top">
              {cells.map((cell, at) => (at === 0
                ? <th key={headings[at]} scope="row" className="foreign max-w-96 min-w-40 py-1.5 pr-4 font-normal">{cell}</th>
                : <td key={headings[at]} className="foreign max-w-96 py-1.5 pr-4">{cell}</td>))}
              {hasActions && (
                <td className="py-1 text-right whitespace-nowrap print:hidden">
                  {extra?.(id)}
                  {onOpen !== null && <Button size="small" kind="quiet" icon={<Pencil aria-hidden className="size-3.5" />} aria-label={`Change: ${name}`} onPress={() => onOpen(id)}>Change</Button>}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
