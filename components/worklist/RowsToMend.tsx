import { useState } from 'react';
import type { RowProblem } from '../../rules/worklists/read-row.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import { rowProblemWords } from '../words/worklist-words.ts';

export type RowToMend = { row: number; cells: readonly string[]; problems: readonly RowProblem[] };

const SHOWN = 25;

/** Rows that cannot be taken as they are: each cell in question can be put right here, and the row is read again at once. */
export function RowsToMend({ headers, rows, named, onMend, onLeaveOut }: {
  headers: readonly string[]; rows: readonly RowToMend[];
  /** Columns that tell a person which row it is. */
  named: readonly number[];
  onMend: (row: number, column: number, text: string) => void; onLeaveOut: (row: number) => void;
}) {
  const [shown, setShown] = useState(SHOWN);
  return (
    <div className="flex flex-col gap-2">
      <ul className="flex flex-col gap-2">
        {rows.slice(0, shown).map(({ row, cells, problems }) => (
          <li key={row} className="rounded-md border border-line bg-raised px-3 py-2">
            <div className="flex items-start justify-between gap-3">
              <p className="min-w-0"><span className="figures text-ink-3">Row {row}</span> <span className="foreign text-ink-2" dir="auto">{named.map((column) => cells[column] ?? '').filter((cell) => cell !== '').join(' · ')}</span></p>
              <Button size="small" kind="quiet" onPress={() => onLeaveOut(row)}>Leave out</Button>
            </div>
            <div className="mt-1 flex flex-wrap items-start gap-3">
              {problems.map(({ code, column }) => column === null
                ? <p key={code} className="text-over">{rowProblemWords[code]}</p>
                : <div key={`${code}:${column}`} className="w-56"><Cell label={headers[column] === '' ? `Column ${column + 1}` : headers[column] ?? ''} text={cells[column] ?? ''} error={rowProblemWords[code]} onMend={(text) => onMend(row, column, text)} /></div>)}
            </div>
          </li>
        ))}
      </ul>
      {rows.length > shown && <div><Button size="small" onPress={() => setShown(shown + 100)}>Show more ({(rows.length - shown).toLocaleString('en-US')})</Button></div>}
    </div>
  );
}

/** Taken when the person leaves the field, so that a half-typed day is not called wrong. */
function Cell({ label, text, error, onMend }: { label: string; text: string; error: string; onMend: (text: string) => void }) {
  const [typed, setTyped] = useState(text);
  return <TextField label={label} value={typed} onChange={setTyped} error={typed === text ? error : ''} maxLength={2000} onBlur={() => { if (typed !== text) onMend(typed); }} onKeyDown={(event) => { if (event.key === 'Enter' && typed !== text) onMend(typed); }} />;
}
