import type { Reading, ReadingClaim } from '../reading/reading.ts';

/** Rows of one list that are kept at most: as many as a person can save at once. */
export const MOST_ROWS = 500;

/** What tells one row of a list from another: the claim's numbers, its days and its charge. A status may change under it. */
export function rowKey(claim: ReadingClaim): string {
  return JSON.stringify([claim.claimControlNumber, claim.patientControlNumber, claim.patientName, claim.serviceFrom, claim.serviceTo, claim.charge].map((found) => found?.value ?? null));
}

/** The rows at the given places, in that order; candidates go with their rows. `seen` counts them. */
export function pickRows(reading: Reading, rows: readonly number[]): Reading {
  return {
    ...reading, claims: rows.flatMap((row) => reading.claims[row] ?? []),
    candidates: rows.flatMap((row, at) => reading.candidates.filter((one) => one.claim === row).map((one) => ({ ...one, claim: at }))),
    seen: reading.seen === null ? null : { ...reading.seen, rows: rows.length },
  };
}

/**
 * A list of which only a part is drawn at a time, further on: the rows seen before and those drawn now, in the list's order,
 * each as it was seen last. Rows that were never drawn are not in it. Where it grows beyond `most`, the rows farthest from
 * those drawn now give way.
 */
export function joinRows(before: Reading, now: Reading, most = MOST_ROWS): Reading {
  type Row = { key: string; from: Reading; at: number };
  const rowsOf = (from: Reading): Row[] => from.claims.map((claim, at) => ({ key: rowKey(claim), from, at }));
  const drawn = rowsOf(now);
  const isDrawn = new Set(drawn.map(({ key }) => key));
  const earlier = rowsOf(before);
  // Rows drawn now stand right before or behind those among them that were known; what was known before keeps its order around them.
  const rows: Row[] = [];
  let fresh: Row[] = [];
  let next = 0;
  const known = new Map(earlier.map(({ key }, at) => [key, at]));
  for (const row of drawn) {
    const place = known.get(row.key);
    if (place === undefined || place < next) {
      fresh.push(row);
      continue;
    }
    rows.push(...earlier.slice(next, place).filter(({ key }) => !isDrawn.has(key)), ...fresh, row);
    fresh = [];
    next = place + 1;
  }
  rows.push(...fresh);
  const rest = earlier.slice(next).filter(({ key }) => !isDrawn.has(key));
  // A window without a row in common: scrolled past in one go, downwards as lists are read.
  const all = next === 0 ? [...rest, ...rows] : [...rows, ...rest];
  const kept = nearest(all, isDrawn, most);
  const claims = kept.map(({ from, at }) => from.claims[at]).filter((claim) => claim !== undefined);
  return {
    ...now, claims,
    candidates: kept.flatMap(({ from, at }, place) => from.candidates.filter((one) => one.claim === at).map((one) => ({ ...one, claim: place }))).slice(0, 500),
    seen: now.seen === null ? null : { ...now.seen, rows: claims.length },
  };
}

function nearest<T extends { key: string }>(rows: readonly T[], isDrawn: ReadonlySet<string>, most: number): readonly T[] {
  if (rows.length <= most) return rows;
  const first = Math.max(0, rows.findIndex(({ key }) => isDrawn.has(key)));
  const start = Math.max(0, Math.min(first - Math.floor(most / 2), rows.length - most));
  return rows.slice(start, start + most);
}

/** Whether all rows of one reading are among those of another. */
export function holdsRows(whole: Reading, part: Reading): boolean {
  const keys = new Set(whole.claims.map(rowKey));
  return part.claims.every((claim) => keys.has(rowKey(claim)));
}
