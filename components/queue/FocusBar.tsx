import { useState } from 'react';
import { SKIP_REASONS, skippedBefore } from '../../rules/queue/focus-run.ts';
import type { FocusRun, SkipReason } from '../../rules/queue/focus-run.ts';
import { Button } from '../ui/Button.tsx';
import { KeyHint } from '../ui/KeyHint.tsx';
import { useKeys } from '../ui/use-keys.ts';

const reasons: Record<SkipReason, string> = { 'waits-for-somebody': 'Waits for somebody', 'needs-a-lead': 'Needs a lead', 'information-missing': 'Information missing', 'payer-closed': 'Payer is closed', 'not-now': 'Not now' };
export const skipWords = (reason: SkipReason): string => reasons[reason];

/** Progress of working through a view case by case. `w` goes on, `x` and a number skips with a reason, Escape leaves. */
export function FocusBar({ run, isAway, areKeysOn, onDone, onSkip, onLeave, onBack }: { run: FocusRun; /** Something else than the case in front is shown. */ isAway: boolean; areKeysOn: boolean; onDone: () => void; onSkip: (reason: SkipReason) => void; onLeave: () => void; onBack: () => void }) {
  const [isAsking, setAsking] = useState(false);
  const before = skippedBefore(run);
  const skip = (reason: SkipReason) => { setAsking(false); onSkip(reason); };
  useKeys({ w: onDone, x: () => setAsking(!isAsking) }, areKeysOn && !isAway);
  useKeys(Object.fromEntries(SKIP_REASONS.map((reason, index) => [String(index + 1), () => skip(reason)])), areKeysOn && isAsking);
  const here = run.done + run.passed + 1;
  return (
    <section aria-label="Focus" className="border-b border-line bg-accent-soft px-3 py-1.5">
      <div className="flex items-center gap-2">
        <p role="status" className="figures min-w-0 flex-1 truncate font-medium">{Math.min(here, run.total)} of {run.total}{run.skipped.length > 0 && <span className="font-normal text-ink-2"> · {run.skipped.length} skipped, coming back</span>}</p>
        {isAway
          ? <Button size="small" kind="primary" onPress={onBack}>Go on</Button>
          : <><Button size="small" kind="primary" onPress={onDone}>Next <KeyHint keys="w" /></Button><Button size="small" aria-expanded={isAsking} onPress={() => setAsking(!isAsking)}>Skip <KeyHint keys="x" /></Button></>}
        <Button size="small" kind="quiet" onPress={onLeave}>Leave</Button>
      </div>
      <progress className="sr-only" aria-label="Cases worked" max={run.total} value={run.done} />
      <span aria-hidden className="mt-1 block h-1 rounded-sm bg-ground"><span className="block h-1 rounded-sm bg-accent forced-colors:bg-[Highlight]" style={{ width: `${run.total === 0 ? 0 : Math.round((run.done / run.total) * 100)}%` }} /></span>
      {before !== null && !isAsking && <p className="pt-1 text-ink-2">Skipped before: {skipWords(before).toLowerCase()}. Skip it again to leave it for another day.</p>}
      {isAsking && (
        <div role="group" aria-label="Why skip it" className="flex flex-wrap gap-1 pt-1.5">
          {SKIP_REASONS.map((reason, index) => <Button key={reason} size="small" onPress={() => skip(reason)}>{skipWords(reason)} <KeyHint keys={String(index + 1)} /></Button>)}
        </div>
      )}
    </section>
  );
}
