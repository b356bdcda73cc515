import type { ReactNode } from 'react';

/** What stands where nothing is: why it is empty, and the one thing to do about it. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="flex flex-col items-center justify-center gap-2 px-8 py-10 text-center">
      <p className="text-lead font-semibold">{title}</p>
      {children !== undefined && <div className="max-w-72 text-ink-2">{children}</div>}
      {action !== undefined && <div className="mt-2">{action}</div>}
    </div>
  );
}
