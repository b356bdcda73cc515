import type { CallMoment, CallPhase } from '../domain/contact.ts';

export type CallTimes = {
  /** Null before the call began. */
  phase: CallPhase | null;
  holdSeconds: number; talkSeconds: number; wrapSeconds: number;
  /** Seconds of the phase that runs. */
  runningSeconds: number;
  /** A phase that lasted longer than anybody waits: the machine was closed in the middle of it. Its times are not to be counted. */
  isDoubtful: boolean;
};

/** Longer than the longest wait anybody reported (four hours a day in all). */
export const LONGEST_PHASE_MS = 4 * 3600_000;

/** How long each phase of a call lasted until `nowMs`, from the moments at which it changed. Moments out of order are put in order. */
export function callTimes(moments: readonly CallMoment[], nowMs: number): CallTimes {
  const ordered = [...moments].sort((a, b) => a.atMs - b.atMs);
  const sums: Record<CallPhase, number> = { hold: 0, talk: 0, wrap: 0 };
  let isDoubtful = false;
  ordered.forEach(({ phase, atMs }, index) => {
    const lasted = Math.max(0, (ordered[index + 1]?.atMs ?? nowMs) - atMs);
    if (lasted > LONGEST_PHASE_MS) isDoubtful = true;
    sums[phase] += lasted;
  });
  const last = ordered.at(-1);
  const seconds = (ms: number): number => Math.round(ms / 1000);
  return {
    phase: last?.phase ?? null, holdSeconds: seconds(sums.hold), talkSeconds: seconds(sums.talk), wrapSeconds: seconds(sums.wrap),
    runningSeconds: last === undefined ? 0 : seconds(Math.max(0, nowMs - last.atMs)), isDoubtful,
  };
}

/** The moments with a change to `phase`; unchanged where that phase runs already, so that a key held down counts once. */
export function movedTo(moments: readonly CallMoment[], phase: CallPhase, atMs: number): CallMoment[] {
  return moments.at(-1)?.phase === phase ? [...moments] : [...moments, { phase, atMs }];
}

/** Moment at which somebody hung up, or null while nobody did. */
export function hungUpAtMs(moments: readonly CallMoment[]): number | null {
  const last = moments.at(-1);
  return last?.phase === 'wrap' ? last.atMs : null;
}

/** `4:07`, `1:02:09`. */
export function clockText(seconds: number): string {
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0'));
  const hours = Math.floor(seconds / 3600);
  return hours > 0 ? `${hours}:${parts.join(':')}` : `${Math.floor(seconds / 60)}:${parts[1] ?? '00'}`;
}
