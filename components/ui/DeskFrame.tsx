import { useId } from 'react';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';

export type DeskLink = { id: string; label: string; icon: ReactNode };
/** Links that belong together, under a name. */
export type DeskGroup = { name: string; links: readonly DeskLink[] };

/** The frame of the long-work page: where one can go on the left, the work on the right. */
export function DeskFrame({ practice, user, groups, current, actions, children }: { practice: string; user: string; groups: readonly DeskGroup[]; current: string; actions: ReactNode; children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col md:flex-row">
      <nav aria-label="Desk" className="flex shrink-0 flex-col border-b border-line bg-sunken print:hidden px-2 py-3 md:sticky md:top-0 md:h-dvh md:w-52 md:border-r md:border-b-0">
        <p className="px-2 text-lead font-semibold">Overturn</p>
        <p className="foreign mb-3 shrink-0 truncate px-2 text-small text-ink-3">{practice}</p>
        {/* On a narrow page, as at 200% zoom, they stand side by side, so that the work is not pushed out of sight; on a low one they scroll, and what stands below them stays in sight. */}
        <div className="flex flex-wrap md:min-h-0 md:flex-1 md:flex-col md:flex-nowrap md:gap-3 md:overflow-y-auto md:pb-3">
          {groups.map((group) => <LinkGroup key={group.name} group={group} current={current} />)}
        </div>
        <div className="shrink-0 px-2 pt-2">
          <p className="foreign truncate text-small text-ink-3">{user}</p>
          <div className="mt-1">{actions}</div>
        </div>
      </nav>
      <main className="min-w-0 flex-1 px-4 py-4 md:px-8 md:py-6" id="desk-main">{children}</main>
    </div>
  );
}

function LinkGroup({ group, current }: { group: DeskGroup; current: string }) {
  const heading = useId();
  return (
    <div role="group" aria-labelledby={heading} className="flex flex-wrap md:flex-col md:flex-nowrap">
      <p id={heading} className="sr-only px-2 pb-0.5 text-small text-ink-3 md:not-sr-only md:px-2 md:pb-0.5">{group.name}</p>
      {group.links.map((link) => (
        <a key={link.id} href={`#/${link.id}`} aria-current={link.id === current ? 'page' : undefined} className={classes('flex h-7.5 shrink-0 items-center gap-2 rounded-md px-2 no-underline hover:bg-hover', link.id === current ? 'bg-accent-soft font-medium text-accent' : 'text-ink-2')}>
          {link.icon}
          {link.label}
        </a>
      ))}
    </div>
  );
}
