/** Days are laid out so that the near ones have room: half of the axis is the first weeks, a year still fits. */
const NEAR_DAYS = 10;

/** Where a day lies on an axis of `span` days, 0 (today) to 1 (the last). Days outside are drawn at its ends. */
export function placeOnAxis(days: number, span: number): number {
  if (span <= 0) return 0;
  const at = Math.log1p(Math.max(0, Math.min(days, span)) / NEAR_DAYS) / Math.log1p(span / NEAR_DAYS);
  return Math.min(1, at);
}

const TICKS = [{ days: 7, word: '1 wk' }, { days: 14, word: '2 wk' }, { days: 30, word: '1 mo' }, { days: 91, word: '3 mo' }, { days: 182, word: '6 mo' }, { days: 365, word: '1 yr' }, { days: 730, word: '2 yr' }, { days: 1461, word: '4 yr' }] as const;
/** Least distance between two words on the axis. */
const APART = 0.2;

/** The words on the axis that have room, the far ones first where two would meet. */
export function axisTicks(span: number): { days: number; word: string }[] {
  const kept: { days: number; word: string }[] = [];
  for (const tick of [...TICKS].reverse()) {
    const at = placeOnAxis(tick.days, span);
    if (tick.days > span || at < APART) continue;
    const before = kept.at(-1);
    if (before === undefined || placeOnAxis(before.days, span) - at >= APART) kept.push({ ...tick });
  }
  return kept.reverse();
}
