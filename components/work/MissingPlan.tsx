import { CircleHelp } from 'lucide-react';
import { isPool } from '../../rules/queue/queue-board.ts';
import type { QueueItem } from '../../rules/work/queue-item.ts';
import { Button } from '../ui/Button.tsx';
import { KeyHint } from '../ui/KeyHint.tsx';

/** What an open case should have and this one has not, in one line that asks for it: an owner, a step somebody decided on. Its day always stands above. */
export function MissingPlan({ item, onTake, onPlan }: { item: Pick<QueueItem, 'open' | 'ownerId' | 'nextAction'>; onTake: () => void; onPlan: () => void }) {
  const hasNoOwner = isPool(item.ownerId);
  const hasNoStep = item.nextAction === 'review';
  if (!item.open || (!hasNoOwner && !hasNoStep)) return null;
  return (
    <div role="group" aria-label="Still to be decided" className="flex flex-wrap items-center gap-x-2 gap-y-1 rounded-md border border-line px-2.5 py-1.5">
      <CircleHelp aria-hidden className="size-4 shrink-0 text-ink-3" />
      {hasNoOwner && <><span>Nobody owns it yet.</span><Button size="small" onPress={onTake}>Take it</Button></>}
      {hasNoStep && <><span>No step is decided.</span><Button size="small" onPress={onPlan}>Decide <KeyHint keys="t" /></Button></>}
    </div>
  );
}
