import { Button } from '../ui/Button.tsx';

/** Offered once after a page was read: let Overturn recognise claims there by itself. */
export function GrantRow({ name, onAllow, onDecline }: { name: string; onAllow: () => void; onDecline: () => void }) {
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 border-b border-line bg-sunken px-3 py-1.5">
      <p className="foreign min-w-0 flex-1 basis-48">Recognize claims at <span className="font-medium">{name}</span> by itself? Nothing is saved unless you save it.</p>
      <span className="flex gap-1"><Button size="small" onPress={onAllow}>Allow</Button><Button size="small" kind="quiet" onPress={onDecline}>Not now</Button></span>
    </div>
  );
}
