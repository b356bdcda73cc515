import { useEffect, useState } from 'react';
import { Phone, PhoneOff, Pause, RotateCcw } from 'lucide-react';
import { callTimes, clockText, movedTo } from '../../rules/calls/call-timers.ts';
import type { CallMoment, CallPhase } from '../../rules/domain/contact.ts';
import { Button } from '../ui/Button.tsx';
import { KeyHint } from '../ui/KeyHint.tsx';
import { phaseWords } from '../words/call-words.ts';

/** What the one key does next: from nothing to waiting, to talk, to wrap-up. */
export function nextPhase(moments: readonly CallMoment[]): CallPhase | null {
  const phase = moments.at(-1)?.phase;
  return phase === undefined ? 'hold' : phase === 'hold' ? 'talk' : phase === 'talk' ? 'wrap' : null;
}

const does: Record<CallPhase, string> = { hold: 'Dialing', talk: 'They answered', wrap: 'Hung up' };

/** Runs the clock on the screen; what counts are the moments. */
function useNow(now: () => number, isOn: boolean): number {
  const [atMs, setAtMs] = useState(now);
  useEffect(() => {
    if (!isOn) return undefined;
    const timer = setInterval(() => setAtMs(now()), 1000);
    return () => clearInterval(timer);
  }, [isOn, now]);
  return Math.max(atMs, 0);
}

/** Hold, talk, wrap-up: one key goes on to the next. */
export function CallTimers({ moments, onMoments, now }: { moments: readonly CallMoment[]; onMoments: (moments: CallMoment[]) => void; now: () => number }) {
  const shownAt = useNow(now, moments.length > 0);
  const times = callTimes(moments, Math.max(shownAt, moments.at(-1)?.atMs ?? 0));
  const next = nextPhase(moments);
  const move = (phase: CallPhase) => onMoments(movedTo(moments, phase, now()));
  return (
    <section aria-label="Call timer" className="flex flex-wrap items-center gap-x-2 gap-y-1.5 rounded-md border border-line bg-sunken px-2.5 py-2">
      <p className="flex min-w-24 flex-col">
        <span className="text-small font-medium text-ink-2">{times.phase === null ? 'Call timer' : phaseWords(times.phase)}</span>
        <span className="figures text-lead font-semibold" aria-hidden={times.phase === null}>{clockText(times.runningSeconds)}</span>
      </p>
      <span className="flex-1" />
      {next !== null && <Button size="small" icon={next === 'wrap' ? <PhoneOff aria-hidden className="size-3.5" /> : <Phone aria-hidden className="size-3.5" />} onPress={() => move(next)}>{does[next]} <KeyHint keys="F8" /></Button>}
      {times.phase === 'talk' && <Button size="small" icon={<Pause aria-hidden className="size-3.5" />} onPress={() => move('hold')}>Hold</Button>}
      {times.phase === 'hold' && <Button size="small" icon={<PhoneOff aria-hidden className="size-3.5" />} onPress={() => move('wrap')}>Hung up</Button>}
      {times.phase === 'wrap' && <Button size="small" kind="quiet" icon={<RotateCcw aria-hidden className="size-3.5" />} onPress={() => onMoments(moments.slice(0, -1))}>Not over yet</Button>}
      {moments.length > 0 && (
        <p className="figures w-full text-small text-ink-2">
          Hold {clockText(times.holdSeconds)} · talk {clockText(times.talkSeconds)} · wrap-up {clockText(times.wrapSeconds)}
          {times.isDoubtful && <span className="block text-soon">This ran for hours while nobody was here, so its times will not be counted.</span>}
        </p>
      )}
    </section>
  );
}
