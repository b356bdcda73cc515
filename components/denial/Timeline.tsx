import type { TimelineEntry } from '../../rules/work/case-file.ts';
import { factWords } from '../words/fact-words.ts';
import { momentWords, usDates } from '../words/day-words.ts';

/** Everything that happened to a case, newest first. Corrections are additions; nothing is taken back. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  if (entries.length === 0) return <p className="text-ink-2">Nothing has happened yet.</p>;
  return (
    <ol className="flex flex-col">
      {[...entries].sort((a, b) => b.atMs - a.atMs).map((entry) => (
        <li key={entry.id} className="relative pb-3 pl-4 last:pb-0">
          <span aria-hidden className="absolute top-2 bottom-0 left-[0.1875rem] w-px bg-line [li:last-child>&]:hidden" />
          <span aria-hidden className="absolute top-1.5 left-0 size-[0.4375rem] rounded-full border border-edge bg-ground" />
          <p className="foreign font-medium">{entry.title}</p>
          <p className="figures text-small text-ink-3">{momentWords(entry.atMs)} · {entry.userName}</p>
          {entry.detail !== null && <p className="foreign mt-0.5 whitespace-pre-line text-ink-2">{entry.detail}</p>}
          {entry.changes.length > 0 && (
            <ul className="mt-0.5 flex flex-col text-small">
              {entry.changes.map((change) => (
                <li key={change.field} className="foreign figures text-ink-2">
                  {factWords(change.field)}: {change.was !== null && <><del className="text-ink-3"><span className="sr-only">was </span>{usDates(change.was)}</del> </>}
                  <ins className="no-underline"><span className="sr-only">now </span>{change.now === null ? 'removed' : usDates(change.now)}</ins>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}
