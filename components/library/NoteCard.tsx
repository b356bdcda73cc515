import { lazy, Suspense } from 'react';
import type { ReactNode } from 'react';
import { Chip } from '../ui/Chip.tsx';
import { momentWords } from '../words/day-words.ts';
import { noteKindWords } from '../words/library-words.ts';

// The parser of Markdown comes when the first note is drawn.
const MarkdownText = lazy(async () => ({ default: (await import('./MarkdownText.tsx')).MarkdownText }));

export type ShownNote = { id: string; kind: string; title: string; text: string; userName: string; atMs: number };

/** A note of the practice: what kind, what it says, who wrote it. */
export function NoteCard({ note, tags, actions }: { note: ShownNote; tags?: readonly string[]; actions?: ReactNode }) {
  return (
    <article className="border-l-2 border-line pl-2.5">
      <div className="flex items-start gap-2">
        <p className="min-w-0 flex-1">
          {note.kind !== 'general' && <span className="mr-1.5"><Chip tone="accent">{noteKindWords(note.kind)}</Chip></span>}
          <span className="foreign font-semibold">{note.title}</span>
        </p>
        {actions}
      </div>
      <Suspense fallback={<p className="foreign whitespace-pre-line">{note.text}</p>}><MarkdownText text={note.text} /></Suspense>
      <p className="figures mt-0.5 flex flex-wrap items-center gap-1.5 text-small text-ink-3">
        <span><span className="foreign">{note.userName}</span>, {momentWords(note.atMs)}</span>
        {(tags ?? []).map((tag) => <Chip key={tag}>{tag}</Chip>)}
      </p>
    </article>
  );
}
