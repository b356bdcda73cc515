import { Sunrise, X } from 'lucide-react';
import { digestLines } from '../../rules/reminders/digest-words.ts';
import type { Digest } from '../../rules/reminders/digest-words.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';

export type MorningView = 'overdue' | 'soon' | 'pool' | 'team';

/** How the day stands, once a morning, until it is put away. `since` is the day in words from which on what passed is counted. */
export function MorningCard({ digest, since, onShow, onPrevention = null, onDone }: { digest: Digest; since: string | null; onShow: (view: MorningView) => void; onPrevention?: (() => void) | null; onDone: () => void }) {
  const lines = digestLines(digest, since);
  const views: { view: MorningView; label: string; isThere: boolean }[] = [
    { view: 'overdue', label: 'Show overdue', isThere: digest.overdue > 0 }, { view: 'soon', label: 'Show due', isThere: digest.dueToday + digest.dueSoon > 0 },
    { view: 'pool', label: 'Show the pool', isThere: digest.pool > 0 }, { view: 'team', label: "Show whose", isThere: digest.escalated > 0 },
  ];
  return (
    <section aria-label="Your day" className="flex items-start gap-2 border-b border-line bg-sunken px-3 py-2">
      <Sunrise aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-3" />
      <div className="min-w-0 flex-1">
        <h2 className="font-medium">Your day</h2>
        {lines.length === 0 ? <p className="text-ink-2">Nothing is due within 7 days.</p> : <ul className="figures text-ink-2">{lines.map((line) => <li key={line}>{line}</li>)}</ul>}
        <div className="mt-1 flex flex-wrap gap-1">
          {views.filter(({ isThere }) => isThere).map(({ view, label }) => <Button key={view} size="small" kind="quiet" onPress={() => onShow(view)}>{label}</Button>)}
          {digest.prevention > 0 && onPrevention !== null && <Button size="small" kind="quiet" onPress={onPrevention}>Show prevention</Button>}
        </div>
      </div>
      <IconButton label="Put away until tomorrow" icon={<X aria-hidden className="size-4" />} onPress={onDone} />
    </section>
  );
}
