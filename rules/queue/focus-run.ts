/** Why a case is passed over for now. */
export const SKIP_REASONS = ['waits-for-somebody', 'needs-a-lead', 'information-missing', 'payer-closed', 'not-now'] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

/**
 * Working through a view one case at a time: ids only. `ahead` is what comes, the case in front first; `skipped` comes back once, when
 * nothing else is ahead. `again`: cases that were brought back, which may be skipped for good.
 */
export type FocusRun = { total: number; done: number; ahead: readonly string[]; skipped: readonly { id: string; reason: SkipReason }[]; again: readonly { id: string; reason: SkipReason }[]; passed: number };

export function startFocus(ids: readonly string[]): FocusRun {
  return { total: ids.length, done: 0, ahead: [...ids], skipped: [], again: [], passed: 0 };
}

/** The case in front; null once the run is over. */
export function caseInFocus({ ahead }: FocusRun): string | null {
  return ahead[0] ?? null;
}

/** Why the case in front was skipped before; null where it comes for the first time. */
export function skippedBefore(run: FocusRun): SkipReason | null {
  return run.again.find(({ id }) => id === run.ahead[0])?.reason ?? null;
}

/** What is skipped comes back after everything else. */
function bringBack(run: FocusRun): FocusRun {
  return run.ahead.length > 0 || run.skipped.length === 0 ? run : { ...run, ahead: run.skipped.map(({ id }) => id), again: [...run.again, ...run.skipped], skipped: [] };
}

/** The case in front is worked; the next one comes. */
export function workedInFocus(run: FocusRun): FocusRun {
  return run.ahead.length === 0 ? run : bringBack({ ...run, done: run.done + 1, ahead: run.ahead.slice(1) });
}

/** The case in front is passed over: it comes back at the end, and skipped then once more it is left for another day. */
export function skipInFocus(run: FocusRun, reason: SkipReason): FocusRun {
  const [id, ...ahead] = run.ahead;
  if (id === undefined) return run;
  if (skippedBefore(run) !== null) return bringBack({ ...run, ahead, passed: run.passed + 1 });
  return bringBack({ ...run, ahead, skipped: [...run.skipped, { id, reason }] });
}

/** A case that is gone (closed or handed on meanwhile) is in nobody's way. */
export function dropFromFocus(run: FocusRun, id: string): FocusRun {
  return bringBack({ ...run, ahead: run.ahead.filter((one) => one !== id), skipped: run.skipped.filter((one) => one.id !== id), total: run.total - 1 });
}

export function isFocusRun(value: unknown): value is FocusRun {
  const run = value as Partial<FocusRun> | null;
  return typeof run === 'object' && run !== null && typeof run.total === 'number' && typeof run.done === 'number' && Array.isArray(run.ahead) && Array.isArray(run.skipped) && Array.isArray(run.again);
}
