/**
 * Which texts are adjustment reason codes and remark codes at all, as ranges: small enough for the script in the
 * portal page, which must not carry the tables with the meanings. Tests hold the ranges equal to the tables.
 */

/** Highest number of each CARC series; all series are without gaps. A starts at 0, the rest at 1. */
const highestCarc: Readonly<Record<string, number>> = { '': 308, A: 8, B: 23, D: 23, P: 32, W: 9, Y: 3 };
/** Highest number of each RARC series. */
const highestRarc: Readonly<Record<string, number>> = { M: 144, MA: 134, N: 940 };
/** Numbers inside the ranges that were never given out. */
const rarcGaps: ReadonlySet<string> = new Set(['N813', 'N814']);

/**
 * The code as the tables write it (`045` -> `45`, `b07` -> `B7`), or null when the text is no code of the list.
 * Expects the bare code; a group prefix such as `CO-` is the caller's to take off.
 */
export function normalizeCarc(text: string): string | null {
  const parts = /^([ABDPWY]?)0{0,3}(\d{1,3})$/i.exec(text.trim());
  const series = parts?.[1]?.toUpperCase();
  const number = Number(parts?.[2]);
  const highest = series === undefined ? undefined : highestCarc[series];
  if (series === undefined || highest === undefined || number > highest) return null;
  return number === 0 && series !== 'A' ? null : `${series}${number}`;
}

/** The remark code as the tables write it (`ma1` -> `MA01`, `N0290` -> `N290`), or null when the text is no code of the list. */
export function normalizeRarc(text: string): string | null {
  const parts = /^(MA|M|N)0{0,3}(\d{1,3})$/i.exec(text.trim());
  const series = parts?.[1]?.toUpperCase();
  const number = Number(parts?.[2]);
  const highest = series === undefined ? undefined : highestRarc[series];
  if (series === undefined || highest === undefined || number < 1 || number > highest) return null;
  const code = series === 'MA' ? `MA${String(number).padStart(2, '0')}` : `${series}${number}`;
  return rarcGaps.has(code) ? null : code;
}

/** Whether the text is a claim adjustment reason code, retired ones included. */
export function isCarc(text: string): boolean {
  return normalizeCarc(text) !== null;
}

/** Whether the text is a remittance advice remark code, retired ones included. */
export function isRarc(text: string): boolean {
  return normalizeRarc(text) !== null;
}
