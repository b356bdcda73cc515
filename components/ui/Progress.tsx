import { ProgressBar } from 'react-aria-components/ProgressBar';
import { Label } from 'react-aria-components/Label';

/** How far something long has come; `text` says it in words. */
export function Progress({ label, value, max, text }: { label: string; value: number; max: number; text: string }) {
  return (
    <ProgressBar value={value} maxValue={Math.max(1, max)} valueLabel={text} className="flex flex-col gap-1">
      {({ percentage }) => (
        <>
          <span className="flex justify-between gap-2 text-small"><Label className="font-medium">{label}</Label><span className="figures text-ink-2">{text}</span></span>
          <span className="h-1.5 overflow-hidden rounded-full bg-line"><span className="block h-full bg-accent forced-colors:bg-[Highlight]" style={{ width: `${percentage ?? 0}%` }} /></span>
        </>
      )}
    </ProgressBar>
  );
}
