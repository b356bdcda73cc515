const YEARS_BACK = 3;
const YEARS_AHEAD = 10;

/** The first and the last day a person may set by hand, `YYYY-MM-DD`, seen from `today`: three years back, ten years ahead. */
export function handSetRange(today: string): { first: string; last: string } {
  const date = Temporal.PlainDate.from(today);
  return { first: date.subtract({ years: YEARS_BACK }).toString(), last: date.add({ years: YEARS_AHEAD }).toString() };
}

/**
 * Whether a last day set by hand can be meant. No payer's window is longer, so anything else is a slip of the keys, and a
 * date outside the calendar of the clocks would be kept and yet count for nothing.
 * @param date `YYYY-MM-DD`
 * @param today `YYYY-MM-DD`
 */
export function isHandSetDay(date: string, today: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(date)) return false;
  const { first, last } = handSetRange(today);
  return date >= first && date <= last;
}
