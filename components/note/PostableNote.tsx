import { noteParts } from '../../rules/notes/render-note.ts';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { momentWords } from '../words/day-words.ts';

export type PostableNoteProps = {
  note: { id: string; text: string; atMs: number; state: 'unposted' | 'posted' | 'not-needed' }; about?: string; maxLength: number | null;
  onCopy: (text: string) => void | Promise<void>; onState: (state: 'posted' | 'not-needed' | 'unposted') => void;
};

const words = { unposted: 'Not posted yet', posted: 'Posted', 'not-needed': 'Not needed' } as const;

/** A finished note on its way into the practice system: copied, then ticked. Its text is never changed. */
export function PostableNote({ note, about, maxLength, onCopy, onState }: PostableNoteProps) {
  const parts = noteParts(note.text, maxLength);
  return (
    <li className="flex flex-col gap-1.5 border-b border-line py-2 last:border-b-0">
      <p className="flex items-baseline justify-between gap-2 text-small text-ink-2"><span className="foreign min-w-0 truncate">{about ?? momentWords(note.atMs)}</span><span className="shrink-0">{words[note.state]}{about === undefined ? '' : ` · ${momentWords(note.atMs)}`}</span></p>
      {parts.map((part, index) => (
        <div key={index} className="flex items-start gap-1">
          <p className="foreign figures min-w-0 flex-1 rounded-md border border-line bg-sunken px-2.5 py-1.5 break-words whitespace-pre-line">{part}</p>
          <CopyButton label={parts.length === 1 ? 'Copy this note' : `Copy part ${index + 1} of ${parts.length}`} onCopy={() => onCopy(part)} />
        </div>
      ))}
      <div className="flex gap-1.5">
        {note.state === 'unposted' && <Button size="small" onPress={() => onState('posted')}>Posted</Button>}
        {note.state === 'unposted' && <Button size="small" kind="quiet" onPress={() => onState('not-needed')}>Not needed</Button>}
        {note.state !== 'unposted' && <Button size="small" kind="quiet" onPress={() => onState('unposted')}>Not posted after all</Button>}
      </div>
    </li>
  );
}
