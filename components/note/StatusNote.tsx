import { CopyButton } from '../ui/CopyButton.tsx';

/** The finished status note for the practice system: read it, copy it, whole or with its numbers covered. */
export function StatusNote({ text, onCopy, onCopyCovered }: { text: string; onCopy: () => void | Promise<void>; onCopyCovered: () => void | Promise<void> }) {
  return (
    <div className="flex flex-col gap-2">
      <p className="foreign figures rounded-md border border-line bg-sunken px-2.5 py-2 whitespace-pre-line">{text}</p>
      <div className="flex flex-wrap gap-2"><CopyButton label="Copy status note" words="Copy note" onCopy={onCopy} /><CopyButton label="Copy status note with its numbers covered" words="Copy, numbers covered" onCopy={onCopyCovered} /></div>
    </div>
  );
}
