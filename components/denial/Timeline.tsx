import type { TimelineEntry } from '../../rules/work/case-file.ts';
import { factOfField, MANY_PARTS } from './covered-field.ts';
import { maskedValue } from './masked-value.ts';
import { factWords } from '../words/fact-words.ts';
import { momentWords, usDates } from '../words/day-words.ts';

/**
 * Everything that happened to a case, newest first. Corrections are additions; nothing is taken back. `covered`: facts of which the end
 * alone is shown, also where an old value stands beside a new one; `cover` does the same to a sentence, and to a value that has numbers among other words.
 */
export function Timeline({ entries, covered, cover }: { entries: readonly TimelineEntry[]; covered: ReadonlySet<string>; cover: (text: string) => string }) {
  const shown = (field: string, value: string): string => {
    if (!covered.has(factOfField(field))) return field.endsWith('Cents') ? value : cover(usDates(value));
    return MANY_PARTS.has(field) ? maskedValue('') : maskedValue(usDates(value));
  };
  if (entries.length === 0) return <p className="text-ink-2">Nothing has happened yet.</p>;
  return (
    <ol className="flex flex-col">
      {[...entries].sort((a, b) => b.atMs - a.atMs).map((entry) => (
        <li key={entry.id} className="relative pb-3 pl-4 last:pb-0">
          <span aria-hidden className="absolute top-2 bottom-0 left-[0.1875rem] w-px bg-line [li:last-child>&]:hidden" />
          <span aria-hidden className="absolute top-1.5 left-0 size-[0.4375rem] rounded-full border border-edge bg-ground" />
          <p className="foreign font-medium">{cover(entry.title)}</p>
          <p className="figures text-small text-ink-3">{momentWords(entry.atMs)} · {entry.userName}</p>
          {entry.detail !== null && <p className="foreign mt-0.5 whitespace-pre-line text-ink-2">{cover(entry.detail)}</p>}
          {entry.changes.length > 0 && (
            <ul className="mt-0.5 flex flex-col text-small">
              {entry.changes.map((change) => (
                <li key={change.field} className="foreign figures text-ink-2">
                  {factWords(change.field)}: {change.was !== null && <><del className="text-ink-3"><span className="sr-only">was </span>{shown(change.field, change.was)}</del> </>}
                  <ins className="no-underline"><span className="sr-only">now </span>{change.now === null ? 'removed' : shown(change.field, change.now)}</ins>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}
