import { TriangleAlert } from 'lucide-react';
import { noteParts } from '../../rules/notes/render-note.ts';
import type { Vagueness } from '../../rules/notes/vague-note.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { vagueWords } from '../words/call-words.ts';

export type NotePreviewProps = { text: string; maxLength: number | null; vague: readonly Vagueness[]; onCopy: (text: string, part: number) => void | Promise<void>; formatName: string };

/** The note as it will stand in the practice system, written anew with every key; and what a reader will miss in it. */
export function NotePreview({ text, maxLength, vague, onCopy, formatName }: NotePreviewProps) {
  const parts = noteParts(text, maxLength);
  return (
    <section aria-label="Note to post" className="flex flex-col gap-1.5">
      <div className="flex items-baseline justify-between gap-2">
        <h2 className="text-small font-semibold text-ink-2">Note, ready to post</h2>
        <span className="text-small text-ink-3">{formatName}</span>
      </div>
      {parts.map((part, index) => (
        <div key={index} className="flex flex-col gap-1">
          <p data-note-part={index + 1} className="foreign figures rounded-md border border-line bg-sunken px-2.5 py-2 break-words whitespace-pre-line">{part}</p>
          <div className="flex items-center justify-between gap-2">
            <CopyButton label={parts.length === 1 ? 'Copy note' : `Copy part ${index + 1} of ${parts.length}`} words={parts.length === 1 ? 'Copy note' : `Copy part ${index + 1}`} onCopy={() => onCopy(part, index)} />
            {maxLength !== null && <span className="figures text-small text-ink-3">{part.length} of {maxLength}</span>}
          </div>
        </div>
      ))}
      {vague.length > 0 && (
        <ul aria-label="What a reader will miss" className="flex flex-col gap-0.5 text-small text-ink-2">
          {vague.map((why) => <li key={why} className="flex items-start gap-1.5"><TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0 text-soon" />{vagueWords(why)}</li>)}
        </ul>
      )}
    </section>
  );
}
