import { Check } from 'lucide-react';
import { Button } from '../ui/Button.tsx';

/** What keeping a record came to. */
export function KeptRecord({ kind, isNew, onClose }: { kind: 'coverage' | 'authorization'; isNew: boolean; onClose: () => void }) {
  const what = kind === 'coverage' ? 'coverage check' : 'authorization';
  return (
    <main className="flex h-dvh flex-col items-center justify-center gap-3 bg-ground px-8 text-center">
      <Check aria-hidden className="size-8 text-good" />
      <h1 className="text-title font-semibold" tabIndex={-1} ref={(heading) => { if (document.hasFocus()) heading?.focus(); }}>{isNew ? `Kept the ${what}` : 'Kept already'}</h1>
      <p className="text-ink-2">{isNew ? 'It stands at every claim of this member, with the words of the page.' : `The same ${what} was kept less than a day ago. Nothing was added.`}</p>
      <Button kind="primary" onPress={onClose}>Back to the page</Button>
    </main>
  );
}
