import { aboutWords, auditOutcomeWords, triedWords } from '../words/audit-words.ts';
import type { NameOf } from '../words/audit-words.ts';
import { momentWords } from '../words/day-words.ts';

export type TrailRow = { seq: number; atMs: number; userName: string; command: string; subject: string; outcome: string };

/** Rows of the trail: when, who, what in plain words, about what, and how it ended. `brokenAt`: the first row that does not fit. */
export function TrailTable({ rows, caption, nameOf, brokenAt = null, onSubject }: { rows: readonly TrailRow[]; caption: string; /** People and pools by id. */ nameOf: NameOf; brokenAt?: number | null; onSubject?: (subject: string) => void }) {
  const cell = 'py-1.5 pr-4 align-top';
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-line text-small text-ink-3">
            <th scope="col" className={`${cell} font-medium`}>Row</th><th scope="col" className={`${cell} font-medium`}>When</th><th scope="col" className={`${cell} font-medium`}>Who</th>
            <th scope="col" className={`${cell} font-medium`}>What</th><th scope="col" className={`${cell} font-medium`}>About</th><th scope="col" className={`${cell} font-medium`}>Outcome</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.seq} className={`border-b border-line ${row.seq === brokenAt ? 'bg-over-soft' : ''}`}>
              <td className={`${cell} figures text-ink-3`}>{row.seq}{row.seq === brokenAt && <span className="block font-medium text-over">broken here</span>}</td>
              <td className={`${cell} figures whitespace-nowrap`}>{momentWords(row.atMs)}</td>
              <td className={`${cell} foreign max-w-48 wrap-anywhere`}>{row.userName}</td>
              <td className={cell}>{triedWords(row, nameOf)}</td>
              <td className={`${cell} foreign max-w-56 text-small text-ink-2 wrap-anywhere`}>
                {onSubject !== undefined && /^[0-9a-f-]{36}$/u.test(row.subject) ? <button type="button" className="text-left underline" aria-label={`Only rows about ${nameOf(row.subject) ?? row.subject}`} onClick={() => onSubject(row.subject)}>{nameOf(row.subject) ?? row.subject.slice(0, 8)}</button> : aboutWords(row, nameOf)}
              </td>
              <td className={`${cell} ${row.outcome === 'done' ? 'text-ink-2' : 'font-medium text-over'}`}>{auditOutcomeWords(row.outcome)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
