import { GraduationCap } from 'lucide-react';

/** Stands above every page while practice mode is on, so that nobody takes the invented for the real. */
export function TrainingBanner({ onOpen }: { onOpen: () => void }) {
  return (
    <aside aria-label="Practice mode" className="training-banner fixed inset-x-0 top-0 z-40 flex h-7 items-center gap-2 border-b border-soon bg-soon-soft px-3 text-small text-ink print:hidden">
      <GraduationCap aria-hidden className="size-3.5 shrink-0 text-soon" />
      <p className="min-w-0 flex-1 truncate"><strong>Practice mode.</strong> Every patient is invented.</p>
      <button type="button" className="shrink-0 rounded-sm px-1 font-medium underline underline-offset-2" onClick={onOpen}>Exercises<span className="max-[30rem]:sr-only"> and leaving</span></button>
    </aside>
  );
}
