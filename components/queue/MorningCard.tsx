import { useState } from 'react';
import { ChevronDown, ChevronRight, Sunrise, X } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { digestLines } from '../../rules/reminders/digest-words.ts';
import type { Digest } from '../../rules/reminders/digest-words.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';

export type MorningView = 'overdue' | 'soon' | 'pool' | 'team';

/**
 * How the day stands, once a morning, until it is put away: one line over the rows, which opens to all of it and to what leads there.
 * `since` is the day in words from which on what passed is counted.
 */
export function MorningCard({ digest, since, onShow, onPrevention = null, onDone }: { digest: Digest; since: string | null; onShow: (view: MorningView) => void; onPrevention?: (() => void) | null; onDone: () => void }) {
  const [isOpen, setOpen] = useState(false);
  const lines = digestLines(digest, since);
  const views: { view: MorningView; label: string; isThere: boolean }[] = [
    { view: 'overdue', label: 'Show overdue', isThere: digest.overdue > 0 }, { view: 'soon', label: 'Show due', isThere: digest.dueToday + digest.dueSoon > 0 },
    { view: 'pool', label: 'Show the pool', isThere: digest.pool > 0 }, { view: 'team', label: 'Show whose', isThere: digest.escalated > 0 },
  ];
  const Mark = isOpen ? ChevronDown : ChevronRight;
  return (
    <section aria-label="Your day" className="border-b border-line bg-sunken">
      <div className="flex items-center pr-2">
        <h2 className="min-w-0 flex-1">
          <AriaButton aria-expanded={isOpen} onPress={() => setOpen(!isOpen)} className="flex h-8 w-full min-w-0 items-center gap-2 pl-3 text-left data-[focus-visible]:-outline-offset-2 data-[hovered]:bg-hover">
            <Sunrise aria-hidden className="size-4 shrink-0 text-ink-3" />
            <span className="shrink-0 font-medium">Your day</span>
            <span className="figures min-w-0 flex-1 truncate font-normal text-ink-2">{isOpen ? '' : lines.length === 0 ? 'Nothing is due within 7 days.' : lines.join(' · ')}</span>
            <Mark aria-hidden className="size-3.5 shrink-0 text-ink-3" />
          </AriaButton>
        </h2>
        <IconButton label="Put away until tomorrow" icon={<X aria-hidden className="size-4" />} onPress={onDone} />
      </div>
      {isOpen && (
        <div className="pr-3 pb-2 pl-9">
          {lines.length === 0 ? <p className="text-ink-2">Nothing is due within 7 days.</p> : <ul className="figures text-ink-2">{lines.map((line) => <li key={line}>{line}</li>)}</ul>}
          <div className="mt-1 -ml-2 flex flex-wrap gap-1">
            {views.filter(({ isThere }) => isThere).map(({ view, label }) => <Button key={view} size="small" kind="quiet" onPress={() => onShow(view)}>{label}</Button>)}
            {digest.prevention > 0 && onPrevention !== null && <Button size="small" kind="quiet" onPress={onPrevention}>Show prevention</Button>}
          </div>
        </div>
      )}
    </section>
  );
}
