import type { DenialRow } from './denial-row.ts';
import { figureOf } from './figure.ts';
import type { Asked, Figure, Metric } from './metric.ts';
import { monthOf } from './period.ts';

/** What figures are looked at by. */
export const DIMENSIONS = ['payer', 'reason', 'code', 'specialty', 'location', 'provider', 'service', 'owner', 'step'] as const;
export type Dimension = (typeof DIMENSIONS)[number];
export type NumbersFilter = Partial<Record<Dimension, string>>;

const column: Readonly<Record<Dimension, keyof DenialRow & ('payerKey' | 'category' | 'code' | 'specialty' | 'location' | 'provider' | 'service' | 'ownerId' | 'step')>> = {
  payer: 'payerKey', reason: 'category', code: 'code', specialty: 'specialty', location: 'location', provider: 'provider', service: 'service', owner: 'ownerId', step: 'step',
};

/** The value of a row under a dimension; '' where it is not known. */
export const valueOf = (row: DenialRow, dimension: Dimension): string => row[column[dimension]];

/** Rows, contacts and denominators as far as a filter lets them through. What is known only by payer cannot be cut finer. */
export function filtered<A extends Pick<Asked, 'rows' | 'contacts' | 'promises' | 'submitted'>>(asked: A, filter: NumbersFilter): A {
  const wanted = Object.entries(filter).filter(([, value]) => value !== undefined) as [Dimension, string][];
  if (wanted.length === 0) return asked;
  const rows = asked.rows.filter((row) => wanted.every(([dimension, value]) => valueOf(row, dimension) === value));
  const finer = wanted.some(([dimension]) => dimension !== 'payer');
  const payer = filter.payer;
  // A contact belongs to a payer and a person, not to a reason or a place: narrowed by one of those, none is left rather than all.
  const other = wanted.some(([dimension]) => dimension !== 'payer' && dimension !== 'owner');
  const isOf = (one: { payerKey: string; userId: string }): boolean => !other && (payer === undefined || one.payerKey === payer) && (filter.owner === undefined || one.userId === filter.owner);
  const contacts = asked.contacts.filter(isOf);
  const promises = asked.promises.filter(isOf);
  const facts = payer === undefined ? asked.submitted.facts : asked.submitted.facts.filter(({ payerKey }) => payerKey === payer);
  return { ...asked, rows, contacts, promises, submitted: { facts, unusable: finer ? 'filtered' : asked.submitted.unusable } };
}

export type GroupFigure = { value: string; figure: Figure };

/** A metric by the values of a dimension, the largest numerator first. */
export function byDimension(metric: Metric, asked: Asked, dimension: Dimension): GroupFigure[] {
  const rows = Map.groupBy(asked.rows, (row) => valueOf(row, dimension));
  const by = (one: { payerKey: string; userId: string }): string | null => (dimension === 'payer' ? one.payerKey : dimension === 'owner' ? one.userId : null);
  const contacts = Map.groupBy(asked.contacts, by);
  const promises = Map.groupBy(asked.promises, by);
  const values = new Set([...rows.keys(), ...contacts.keys(), ...promises.keys()].filter((value) => value !== null));
  return [...values].map((value): GroupFigure => ({
    value,
    figure: figureOf(metric, {
      ...asked, rows: rows.get(value) ?? [], contacts: contacts.get(value) ?? [], promises: promises.get(value) ?? [],
      submitted: dimension === 'payer' ? { ...asked.submitted, facts: asked.submitted.facts.filter(({ payerKey }) => payerKey === value) } : { facts: [], unusable: 'grouped' },
    }),
  })).filter(({ figure }) => figure.n > 0).sort((one, other) => other.figure.top - one.figure.top || other.figure.n - one.figure.n || (one.value < other.value ? -1 : 1));
}

/** Values of a dimension that occur, for a filter, the most frequent first. */
export function valuesOf(rows: readonly DenialRow[], dimension: Dimension): { value: string; claims: number }[] {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(valueOf(row, dimension), (counts.get(valueOf(row, dimension)) ?? 0) + 1);
  return [...counts].map(([value, claims]) => ({ value, claims })).sort((one, other) => other.claims - one.claims || (one.value < other.value ? -1 : 1));
}

/** Denied dollars by payer and reason, crossed: the payers and reasons with most money, the rest together under ''. */
export function crossTable(rows: readonly DenialRow[], period: Asked['period'], most = 8): { payers: string[]; reasons: string[]; cents: number[][]; claims: number[][] } {
  const inPeriod = rows.filter((row) => row.first !== 'rejection' && row.deniedDay >= period.from && row.deniedDay <= period.to);
  const leading = (dimension: Dimension): string[] => {
    const sums = new Map<string, number>();
    for (const row of inPeriod) sums.set(valueOf(row, dimension), (sums.get(valueOf(row, dimension)) ?? 0) + row.deniedCents);
    const ordered = [...sums].sort((one, other) => other[1] - one[1]).map(([value]) => value);
    return ordered.length > most ? [...ordered.slice(0, most), ''] : ordered;
  };
  const payers = leading('payer');
  const reasons = leading('reason');
  const cents = payers.map(() => reasons.map(() => 0));
  const claims = payers.map(() => reasons.map(() => 0));
  const at = (list: string[], value: string): number => (list.includes(value) ? list.indexOf(value) : list.indexOf(''));
  for (const row of inPeriod) {
    const line = at(payers, row.payerKey);
    const place = at(reasons, row.category);
    const centsLine = cents[line];
    const claimsLine = claims[line];
    if (centsLine === undefined || claimsLine === undefined) continue;
    centsLine[place] = (centsLine[place] ?? 0) + row.deniedCents;
    claimsLine[place] = (claimsLine[place] ?? 0) + 1;
  }
  return { payers, reasons, cents, claims };
}

/** The first and the newest month there is anything about. */
export function monthsKnown(rows: readonly DenialRow[]): { first: number; last: number } | null {
  let first = Infinity;
  let last = -Infinity;
  for (const row of rows) {
    first = Math.min(first, row.deniedDay);
    last = Math.max(last, row.deniedDay, row.closedDay ?? -Infinity);
  }
  return Number.isFinite(first) ? { first: monthOf(first), last: monthOf(last) } : null;
}
