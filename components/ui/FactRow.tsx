import type { ReactNode } from 'react';

/** A name and its value on one line, for lists of facts. Stands inside `<dl>`. */
export function FactRow({ name, children, actions }: { name: string; children: ReactNode; actions?: ReactNode }) {
  return (
    <div className="flex min-h-8 items-center gap-2 border-b border-line py-1 last:border-b-0">
      <dt className="w-28 shrink-0 text-small text-ink-3">{name}</dt>
      <dd className="foreign min-w-0 flex-1">{children}</dd>
      {actions !== undefined && <dd className="flex shrink-0 items-center">{actions}</dd>}
    </div>
  );
}
