import type { ReactNode } from 'react';
import { classes } from './classes.ts';

export type ChipTone = 'plain' | 'accent' | 'soon' | 'over' | 'good';
const look: Record<ChipTone, string> = {
  plain: 'bg-sunken text-ink-2', accent: 'bg-accent-soft text-accent', soon: 'bg-soon-soft text-soon', over: 'bg-over-soft text-over', good: 'bg-good-soft text-good',
};

/** A word or two of state. The words carry the meaning. */
export function Chip({ tone = 'plain', icon, children }: { tone?: ChipTone; icon?: ReactNode; children: ReactNode }) {
  return <span className={classes('inline-flex h-5 max-w-full shrink-0 items-center gap-1 rounded-sm border border-transparent px-1.5 text-small font-medium whitespace-nowrap', look[tone])}>{icon}<span className="truncate">{children}</span></span>;
}
