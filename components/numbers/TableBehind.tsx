import type { ReactNode } from 'react';
import { classes } from '../ui/classes.ts';

/** The table behind a chart: the same values in words. It is there for everybody, not only for screen readers. `texts`: headings of columns that are read, not compared. */
export function TableBehind({ caption, headings, rows, isFirstNumber = false, texts = [] }: { caption: string; headings: readonly string[]; rows: readonly { key: string; cells: readonly ReactNode[] }[]; isFirstNumber?: boolean; texts?: readonly string[] }) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-edge text-small text-ink-2">
            {headings.map((heading, at) => <th key={heading} scope="col" className={classes('py-1 pr-4 font-medium last:pr-0', (at > 0 || isFirstNumber) && !texts.includes(heading) && 'text-right')}>{heading}</th>)}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key} className="border-b border-line align-top">
              {cells.map((cell, at) => (at === 0
                ? <th key={headings[at]} scope="row" className="foreign min-w-36 py-1 pr-4 font-normal">{cell}</th>
                : <td key={headings[at]} className={texts.includes(headings[at] ?? '') ? 'foreign py-1 pr-4 last:pr-0' : 'figures py-1 pr-4 text-right last:pr-0'}>{cell}</td>))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
