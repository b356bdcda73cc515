import type { DayNumber } from '../domain/day-number.ts';
import type { Dimension, NumbersFilter } from '../numbers/dimensions.ts';
import { valueOf } from '../numbers/dimensions.ts';
import type { DenialRow } from '../numbers/denial-row.ts';
import { binomialUpper, discoveries } from './binomial.ts';

/** Days that are looked at, and days before them that they are held against. */
export const RECENT_DAYS = 28;
export const BASE_DAYS = 182;
/** A pattern is never called of fewer claims than this, whatever the chance. */
export const FEWEST = 5;
/** Of the patterns called, at most this share may be chance. */
export const FALSE_SHARE = 0.05;
/** Less growth than this is not worth anybody's time, however sure. */
const SMALLEST_GROWTH = 1.5;

export type PatternKind = 'new' | 'rising' | 'spreading';
export type Pattern = {
  key: string; kind: PatternKind; filter: NumbersFilter;
  recent: number; recentCents: number;
  /** Of the days before: claims, and how many would be expected in the recent days had nothing changed. */
  base: number; expected: number;
  /** The chance of so many or more had nothing changed. */
  chance: number;
  /** Where it spreads: by what, and to which values. */
  by: Dimension | null; values: string[];
};
export type PatternsFound = { patterns: Pattern[]; looked: number; recentClaims: number; baseClaims: number; dispersion: number };

const CELLS: readonly (readonly Dimension[])[] = [['payer', 'reason'], ['reason', 'provider'], ['reason', 'location'], ['reason', 'service'], ['payer', 'code']];
const SPREADS: readonly (readonly [Dimension, Dimension])[] = [['reason', 'payer'], ['reason', 'provider'], ['reason', 'location']];

/**
 * Patterns among the denials of the last four weeks, held against the half year before.
 *
 * For each cell (payer and reason, reason and provider, …) the recent claims, given recent and earlier ones together, are binomial
 * with the share that all other denials have in the recent weeks: a busier month or a large import moves every cell alike and
 * is no pattern (the conditional test of two Poisson rates; Przyborowski and Wilenski 1940). Denials come in batches, so counts are
 * first divided by how much more than chance the earlier four-week stretches differed (quasi-likelihood dispersion, never below 1).
 * Spreading is a partial conjunction: at least two values of payer, provider or location have risen (Benjamini and Heller 2008).
 * All findings together are held to a false discovery share of 5%, and none is called of fewer than five claims.
 */
export function findPatterns(rows: readonly DenialRow[], today: DayNumber): PatternsFound {
  const from = today - RECENT_DAYS + 1;
  const denied = rows.filter(({ first, deniedDay }) => first !== 'rejection' && deniedDay > from - 1 - BASE_DAYS && deniedDay <= today);
  const recentAll = denied.filter(({ deniedDay }) => deniedDay >= from).length;
  const baseAll = denied.length - recentAll;
  const dispersion = dispersionOf(denied, from);
  const candidates: Pattern[] = [];
  if (baseAll >= FEWEST) {
    for (const dimensions of CELLS) for (const cell of cellsOf(denied, dimensions)) { const found = risen(cell, from, recentAll, baseAll, dispersion); if (found !== null) candidates.push(found); }
    for (const [pattern, by] of SPREADS) candidates.push(...spreading(denied, pattern, by, from, recentAll, baseAll, dispersion));
  }
  const stand = discoveries(candidates.map(({ chance }) => chance), FALSE_SHARE);
  const called = candidates.filter((one, at) => stand[at] === true && one.recent >= FEWEST && one.recent >= one.expected * SMALLEST_GROWTH);
  return { patterns: withoutDoubles(called).sort((one, other) => other.recentCents - one.recentCents || (one.key < other.key ? -1 : 1)), looked: candidates.length, recentClaims: recentAll, baseClaims: baseAll, dispersion };
}

type Cell = { filter: NumbersFilter; rows: DenialRow[] };

function cellsOf(rows: readonly DenialRow[], dimensions: readonly Dimension[]): Cell[] {
  const known = rows.filter((row) => dimensions.every((dimension) => valueOf(row, dimension) !== ''));
  return [...Map.groupBy(known, (row) => dimensions.map((dimension) => valueOf(row, dimension)).join('\u0000')).values()].flatMap((group): Cell[] => {
    const [first] = group;
    return first === undefined ? [] : [{ filter: Object.fromEntries(dimensions.map((dimension) => [dimension, valueOf(first, dimension)])), rows: group }];
  });
}

const keyOf = (kind: string, filter: NumbersFilter, by = ''): string => [kind, by, ...Object.entries(filter).map(([dimension, value]) => `${dimension}=${value}`)].join('|');

/** The chance of a cell's recent claims, or null where there are too few to ask. The cell itself is no part of what it is held against. */
function chanceOf(rows: readonly DenialRow[], from: DayNumber, recentAll: number, baseAll: number, dispersion: number): { recent: number; base: number; expected: number; chance: number } | null {
  const recent = rows.filter(({ deniedDay }) => deniedDay >= from).length;
  const base = rows.length - recent;
  const others = { recent: recentAll - recent, base: baseAll - base };
  if (others.recent + others.base < 2 * FEWEST || others.base === 0) return null;
  const share = Math.max(others.recent, 0.5) / (Math.max(others.recent, 0.5) + others.base);
  const chance = binomialUpper(Math.floor(recent / dispersion), Math.max(Math.floor(recent / dispersion), Math.round((recent + base) / dispersion)), share);
  return { recent, base, expected: (base * share) / (1 - share), chance };
}

function risen({ filter, rows }: Cell, from: DayNumber, recentAll: number, baseAll: number, dispersion: number): Pattern | null {
  const found = chanceOf(rows, from, recentAll, baseAll, dispersion);
  // Chosen by the total alone, which says nothing of when: so the chance below stays honest.
  if (found === null || found.recent + found.base < FEWEST) return null;
  const kind = found.base === 0 ? 'new' : 'rising';
  return { key: keyOf(kind === 'new' ? 'rising' : kind, filter), kind, filter, ...found, recentCents: recentCents(rows, from), by: null, values: [] };
}

const recentCents = (rows: readonly DenialRow[], from: DayNumber): number => rows.reduce((sum, row) => sum + (row.deniedDay >= from ? row.deniedCents : 0), 0);

function spreading(rows: readonly DenialRow[], pattern: Dimension, by: Dimension, from: DayNumber, recentAll: number, baseAll: number, dispersion: number): Pattern[] {
  return cellsOf(rows, [pattern]).flatMap((cell): Pattern[] => {
    const places = cellsOf(cell.rows, [by]).flatMap(({ filter, rows: own }) => {
      const found = own.length < 3 ? null : chanceOf(own, from, recentAll, baseAll, dispersion);
      return found === null ? [] : [{ value: filter[by] ?? '', own, ...found }];
    }).sort((one, other) => one.chance - other.chance);
    const second = places[1];
    if (second === undefined) return [];
    const affected = places.filter(({ chance, recent, expected }) => chance <= second.chance && recent > expected);
    const sum = (pick: (place: (typeof places)[number]) => number): number => affected.reduce((total, place) => total + pick(place), 0);
    return [{
      key: keyOf('spreading', cell.filter, by), kind: 'spreading', filter: cell.filter, by, values: affected.map(({ value }) => value), recent: sum(({ recent }) => recent), base: sum(({ base }) => base), expected: sum(({ expected }) => expected),
      recentCents: sum(({ own }) => recentCents(own, from)), chance: Math.min(1, (places.length - 1) * second.chance),
    }];
  });
}

/** How much more than chance counts of payer and reason differed between the four-week stretches before: mean squared Pearson residual. */
function dispersionOf(rows: readonly DenialRow[], from: DayNumber): number {
  const stretches = Math.floor(BASE_DAYS / RECENT_DAYS);
  const stretchOf = (day: DayNumber): number => Math.floor((from - 1 - day) / RECENT_DAYS);
  const base = rows.filter(({ deniedDay }) => deniedDay < from && stretchOf(deniedDay) < stretches);
  const totals = Array.from({ length: stretches }, (_, at) => base.filter(({ deniedDay }) => stretchOf(deniedDay) === at).length);
  let squares = 0; let degrees = 0;
  for (const { rows: own } of cellsOf(base, ['payer', 'reason'])) {
    if (own.length < stretches) continue; // expected below one a stretch: residuals say nothing there
    degrees += stretches - 1;
    totals.forEach((total, at) => {
      const expected = (own.length * total) / Math.max(1, base.length);
      const seen = own.filter(({ deniedDay }) => stretchOf(deniedDay) === at).length;
      if (expected > 0) squares += (seen - expected) ** 2 / expected;
    });
  }
  return degrees === 0 ? 1 : Math.max(1, squares / degrees);
}

/** A reason and its only code, or a payer's reason and the provider behind all of it, are one pattern: the one that says most stays. */
function withoutDoubles(patterns: readonly Pattern[]): Pattern[] {
  const size = ({ filter }: Pattern): number => Object.keys(filter).length;
  return patterns.filter((one, at) => !patterns.some((other, place) => place !== at && other.kind !== 'spreading' && one.kind !== 'spreading' && other.recent === one.recent && other.recentCents === one.recentCents && other.base === one.base && (size(other) > size(one) || (size(other) === size(one) && place < at))));
}
