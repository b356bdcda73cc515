import { Check } from 'lucide-react';
import { shownDate } from '../../rules/review/typed-date.ts';
import { Button } from '../ui/Button.tsx';

export type SavedClaim = { index: number; caseId: string; isNew: boolean; changed: string[]; dueIso: string | null };

/** What saving came to: new or brought up to date, what changed, and the next date or the honest lack of one. */
export function SavedCard({ saved, what, onClose }: { saved: readonly SavedClaim[]; /** Which claim it was, where it is one. */ what: string | null; onClose: () => void }) {
  const added = saved.filter((claim) => claim.isNew).length;
  const next = saved.map((claim) => claim.dueIso).filter((iso) => iso !== null).sort()[0];
  return (
    <main className="flex h-dvh flex-col items-center justify-center gap-3 bg-ground px-8 text-center">
      <Check aria-hidden className="size-8 text-good" />
      <h1 className="text-title font-semibold" tabIndex={-1} ref={(heading) => { if (document.hasFocus()) heading?.focus(); }}>{saved.length === 1 ? (added === 1 ? 'In your queue' : 'Brought up to date') : `${added} new, ${saved.length - added} brought up to date`}</h1>
      {what !== null && <p className="foreign max-w-full truncate text-ink-2">{what}</p>}
      {saved.length === 1 && !saved[0]?.isNew && <p className="text-ink-2">{saved[0]?.changed.length === 0 ? 'Nothing changed since the last look. The look itself is kept.' : `${saved[0]?.changed.length ?? 0} changed since the last look.`}</p>}
      <p className="text-ink-2">{next === undefined ? 'No date is known yet. The case says which fact is missing.' : <>File by <strong className="figures text-ink">{shownDate(next)}</strong></>}</p>
      <Button kind="primary" onPress={onClose}>Back to the page</Button>
    </main>
  );
}
