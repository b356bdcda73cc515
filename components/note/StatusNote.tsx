import { CopyButton } from '../ui/CopyButton.tsx';

/** The finished status note for the practice system: read it, copy it. */
export function StatusNote({ text, onCopy }: { text: string; onCopy: () => void | Promise<void> }) {
  return (
    <div className="flex flex-col gap-2">
      <p className="foreign figures rounded-md border border-line bg-sunken px-2.5 py-2 whitespace-pre-line">{text}</p>
      <div><CopyButton label="Copy status note" words="Copy note" onCopy={onCopy} /></div>
    </div>
  );
}
