import type { ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';

/** `isEnd`: figures, which stand at the right. */
export type FigureColumn = { title: string; isEnd?: boolean };

/** The frame of what stands behind a figure: how many there are, the columns, and more on demand. `children` are its rows. */
export function FigureTable({ caption, columns, hasMore, onMore, children }: { caption: string; columns: readonly FigureColumn[]; hasMore: boolean; onMore: () => void; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-2">
      <div className="overflow-x-auto">
        <table className="w-full border-collapse text-left">
          <caption className="pb-1 text-left text-ink-2">{caption}</caption>
          <thead>
            <tr className="border-b border-edge text-small text-ink-2">
              {columns.map(({ title, isEnd }) => <th key={title} scope="col" className={`py-1 pr-3 font-medium ${isEnd === true ? 'text-right' : ''}`}>{title}</th>)}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </div>
      {hasMore && <div><Button size="small" onPress={onMore}>Show more</Button></div>}
    </div>
  );
}
