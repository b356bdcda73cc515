import type { ReactNode } from 'react';
import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import { classes } from './classes.ts';

type Tone = 'note' | 'caution' | 'problem';
const look: Record<Tone, string> = { note: 'bg-sunken text-ink', caution: 'bg-soon-soft text-ink', problem: 'bg-over-soft text-ink' };
const mark: Record<Tone, string> = { note: 'text-ink-3', caution: 'text-soon', problem: 'text-over' };

/** A sentence in place that must not be missed; `problem` is announced. */
export function Notice({ tone = 'note', title, children, action }: { tone?: Tone; title?: string; children?: ReactNode; action?: ReactNode }) {
  const Mark = tone === 'note' ? Info : tone === 'caution' ? TriangleAlert : CircleAlert;
  return (
    <div {...(tone === 'problem' ? { role: 'alert' } : {})} className={classes('flex items-start gap-2 rounded-md border border-line px-2.5 py-2', look[tone])}>
      <Mark aria-hidden className={classes('mt-0.5 size-4 shrink-0', mark[tone])} />
      <div className="min-w-0 flex-1">
        {title !== undefined && <p className="font-medium">{title}</p>}
        {children !== undefined && <div className="text-ink-2">{children}</div>}
        {action !== undefined && <div className="mt-2">{action}</div>}
      </div>
    </div>
  );
}
