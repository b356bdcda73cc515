import { useId } from 'react';
import type { ReactNode } from 'react';

/** A named part of a page. */
export function Section({ title, aside, children, level = 2 }: { title: string; aside?: ReactNode; children: ReactNode; level?: 2 | 3 }) {
  const id = useId();
  const Title = level === 2 ? 'h2' : 'h3';
  return (
    <section aria-labelledby={id} className="px-3 py-3">
      <div className="mb-1.5 flex items-baseline justify-between gap-2">
        <Title id={id} className="text-small font-semibold text-ink-2">{title}</Title>
        {aside !== undefined && <span className="text-small text-ink-3">{aside}</span>}
      </div>
      {children}
    </section>
  );
}
