import type { DenialRow, DenominatorSource, SubmittedFact } from './denial-row.ts';
import type { Asked, Figure, Look, Metric, NoFigure } from './metric.ts';
import { isWholeMonths, isWithin, monthsOf } from './period.ts';

const EMPTY: Figure = { value: null, why: 'nothing', top: 0, bottom: null, n: 0, mean: null, parts: [], open: null, beside: [], denominator: null };

/** The middle of a list of numbers; of two in the middle, half-way. Null of nothing. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] ?? null : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
}

/** The value at or below which a share of the list lies (nearest rank). */
export function percentile(values: readonly number[], share: number): number | null {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}

/**
 * A metric of what was asked. A share, a rate or a middle of fewer than the practice's minimum has no value, only its counts;
 * a sum of money always has one. What is still open and left out is named.
 */
export function figureOf(metric: Metric, asked: Asked): Figure {
  const look: Look = { period: asked.period, today: asked.today, settings: asked.settings };
  const figure = measured(metric, asked, look);
  const open = { claims: 0, cents: 0 };
  const beside = (metric.beside ?? []).map(({ label, unit }) => ({ label, unit, value: 0 }));
  if (metric.leftOpen !== undefined || beside.length > 0) {
    for (const row of asked.rows) {
      if (metric.leftOpen?.(row, look) === true) {
        open.claims += 1;
        open.cents += row.deniedCents;
      }
      metric.beside?.forEach((part, at) => { const sum = beside[at]; if (sum !== undefined) sum.value += part.of(row, look); });
    }
  }
  return { ...figure, open: metric.leftOpen === undefined ? null : open, beside };
}

/** The claims a figure is made of: those that count, and of these the ones in its numerator. */
export function claimsOf(metric: Metric, asked: Pick<Asked, 'rows' | 'period' | 'today' | 'settings'>): { counted: DenialRow[]; top: DenialRow[] } {
  const look: Look = { period: asked.period, today: asked.today, settings: asked.settings };
  const { measure } = metric;
  if (measure.kind === 'contacts' || measure.kind === 'promises' || measure.kind === 'typed') return { counted: [], top: [] };
  const counted = asked.rows.filter((row) => measure.counts(row, look));
  return { counted, top: measure.kind === 'share' ? counted.filter((row) => measure.top(row, look) > 0) : counted };
}

/** One call or promise behind a figure, with the claims it was about. `isTop`: it is in the numerator; null: nobody has looked yet whether the promise was kept. */
export type ContactBehind = { key: string; day: number; payerKey: string; userId: string; caseIds: readonly string[]; isTop: boolean | null };

/** The contacts or promises a figure of them is made of, newest first; none for figures of claims. */
export function contactsBehind({ measure }: Metric, asked: Pick<Asked, 'contacts' | 'promises' | 'period' | 'today' | 'settings'>): ContactBehind[] {
  const look: Look = { period: asked.period, today: asked.today, settings: asked.settings };
  const newest = (one: ContactBehind, other: ContactBehind): number => other.day - one.day;
  if (measure.kind === 'contacts') {
    return asked.contacts.filter((contact) => measure.counts(contact, look))
      .map((contact) => ({ key: contact.id, day: contact.day, payerKey: contact.payerKey, userId: contact.userId, caseIds: contact.caseIds, isTop: measure.hit(contact, look) })).sort(newest);
  }
  if (measure.kind !== 'promises') return [];
  // A promise that is due and not looked into is no part of the figure, but somebody should look.
  return asked.promises.filter(({ dueDay, kept }) => isWithin(dueDay, asked.period) && (kept !== null || dueDay < asked.today))
    .map(({ caseId, dueDay, payerKey, userId, kept }, at) => ({ key: `${at} ${caseId}`, day: dueDay, payerKey, userId, caseIds: [caseId], isTop: kept })).sort(newest);
}

function measured({ measure }: Metric, asked: Asked, look: Look): Figure {
  const { rows, settings } = asked;
  switch (measure.kind) {
    case 'share': {
      let top = 0; let bottom = 0; let n = 0;
      for (const row of rows) {
        if (!measure.counts(row, look)) continue;
        n += measure.size?.(row, look) ?? 1;
        top += measure.top(row, look);
        bottom += measure.bottom(row, look);
      }
      return { ...EMPTY, ...share(top, bottom, n, settings.minimumN) };
    }
    case 'per-submitted': {
      let top = 0; let n = 0;
      for (const row of rows) {
        if (!measure.counts(row, look)) continue;
        n += 1;
        top += measure.top(row, look);
      }
      const under = submittedIn(asked, measure.of);
      if ('why' in under) return { ...EMPTY, top, n, why: under.why, denominator: under.why === 'no-denominator' ? { sources: [], missing: under.missing } : null };
      // The size of a rate is what it is a rate of: the claims submitted.
      const size = measure.of === 'claims' ? under.total : submittedTotal(asked, 'claims') ?? n;
      return { ...EMPTY, ...share(top, under.total, size, settings.minimumN), denominator: { sources: under.sources, missing: [] } };
    }
    case 'middle': {
      const days: number[] = [];
      for (const row of rows) {
        const one = measure.counts(row, look) ? measure.days(row, look) : null;
        if (one !== null) days.push(one);
      }
      const enough = days.length >= settings.minimumN;
      const top = days.reduce((sum, one) => sum + one, 0);
      return { ...EMPTY, value: enough ? median(days) : null, mean: enough ? top / days.length : null, why: days.length === 0 ? 'nothing' : enough ? null : 'too-few', top, bottom: days.length, n: days.length };
    }
    case 'total': {
      const parts = new Map((measure.parts ?? []).map((part) => [part, { part, cents: 0, claims: 0 }]));
      let top = 0; let n = 0;
      for (const row of rows) {
        if (!measure.counts(row, look)) continue;
        const cents = measure.cents(row, look);
        n += 1;
        top += cents;
        if (measure.part === undefined) continue;
        const name = measure.part(row);
        const part = parts.get(name) ?? { part: name, cents: 0, claims: 0 };
        part.cents += cents;
        part.claims += 1;
        parts.set(name, part);
      }
      return { ...EMPTY, value: top, why: null, top, n, parts: [...parts.values()] };
    }
    case 'cost': return costOf(measure, asked, look);
    case 'contacts': {
      let top = 0; let n = 0;
      for (const contact of asked.contacts) {
        if (!measure.counts(contact, look)) continue;
        n += 1;
        if (measure.hit(contact, look)) top += 1;
      }
      return { ...EMPTY, ...share(top, n, n, settings.minimumN) };
    }
    case 'promises': {
      const due = asked.promises.filter(({ dueDay }) => isWithin(dueDay, asked.period));
      const known = due.filter(({ kept }) => kept !== null);
      const notYet = due.filter(({ kept, dueDay }) => kept === null && dueDay < asked.today).length;
      return { ...EMPTY, ...share(known.filter(({ kept }) => kept === true).length, known.length, known.length, settings.minimumN), parts: notYet === 0 ? [] : [{ part: 'not-yet', cents: 0, claims: notYet }] };
    }
    case 'typed': return typedOf(measure.what, asked);
  }
}

function share(top: number, bottom: number, n: number, minimum: number): Pick<Figure, 'value' | 'why' | 'top' | 'bottom' | 'n'> {
  if (n === 0 || bottom === 0) return { value: null, why: 'nothing', top, bottom, n };
  if (n < minimum) return { value: null, why: 'too-few', top, bottom, n };
  return { value: (top / bottom) * 100, why: null, top, bottom, n };
}

/** One figure per month and payer: what a person typed for the whole practice or a payer stands before what files add up to. */
function usable(asked: Asked): { facts: Map<number, SubmittedFact[]>; why: NoFigure | null } {
  // The claims sent are known at once, the denials among them bit by bit: their share would be of a part.
  if (asked.submitted.unusable === 'working-in') return { facts: new Map(), why: 'working-in' };
  if (asked.submitted.unusable !== null) return { facts: new Map(), why: 'not-by-this' };
  if (!isWholeMonths(asked.period)) return { facts: new Map(), why: 'part-months' };
  return { facts: Map.groupBy(asked.submitted.facts, ({ month }) => month), why: null };
}

type Under = { total: number; sources: DenominatorSource[] } | { why: NoFigure; missing: number[] };

function submittedIn(asked: Asked, of: 'claims' | 'cents'): Under {
  const { facts, why } = usable(asked);
  if (why !== null) return { why, missing: [] };
  let total = 0;
  const missing: number[] = [];
  const sources = new Set<DenominatorSource>();
  for (const month of monthsOf(asked.period)) {
    const here = (facts.get(month) ?? []).filter((fact) => fact[of] !== null);
    const whole = here.filter(({ source, payerKey }) => source === 'typed' && payerKey === '');
    const sent = here.filter(({ source }) => source !== 'answered');
    // A typed figure of the whole practice contains every payer; figures of single payers add up.
    const taken = whole.length > 0 ? whole : byPayer(sent.length > 0 ? sent : here);
    if (taken.length === 0) missing.push(month);
    for (const fact of taken) {
      total += fact[of] ?? 0;
      sources.add(fact.source);
    }
  }
  if (missing.length > 0) return { why: 'no-denominator', missing };
  return { total, sources: [...sources].sort() };
}

function byPayer(facts: readonly SubmittedFact[]): SubmittedFact[] {
  const taken = new Map<string, SubmittedFact>();
  for (const fact of facts) if (taken.get(fact.payerKey)?.source !== 'typed') taken.set(fact.payerKey, fact);
  return [...taken.values()];
}

function submittedTotal(asked: Asked, of: 'claims' | 'cents'): number | null {
  const under = submittedIn(asked, of);
  return 'why' in under ? null : under.total;
}

function typedOf(what: 'clean-claims' | 'days-in-receivables', asked: Asked): Figure {
  const { facts, why } = usable(asked);
  if (why !== null) return { ...EMPTY, why };
  const months = monthsOf(asked.period);
  const all = months.map((month) => (facts.get(month) ?? []).filter(({ source }) => source === 'typed'));
  if (what === 'clean-claims') {
    const typed = all.map((list) => list.filter((fact) => fact.cleanClaims !== null && fact.claims !== null));
    if (typed.some((list) => list.length === 0)) return { ...EMPTY, why: 'no-denominator', denominator: { sources: [], missing: months.filter((_, at) => typed[at]?.length === 0) } };
    const flat = typed.flat();
    const bottom = flat.reduce((sum, { claims }) => sum + (claims ?? 0), 0);
    return { ...EMPTY, ...share(flat.reduce((sum, { cleanClaims }) => sum + (cleanClaims ?? 0), 0), bottom, bottom, asked.settings.minimumN), denominator: { sources: ['typed'], missing: [] } };
  }
  // Receivables stand at a month's end, so of several months the last one tells.
  const last = all.at(-1)?.findLast((fact) => fact.receivablesCents !== null && (fact.dailyChargesCents ?? 0) > 0);
  if (last === undefined) return { ...EMPTY, why: 'no-denominator', denominator: { sources: [], missing: months.slice(-1) } };
  const top = last.receivablesCents ?? 0;
  const bottom = last.dailyChargesCents ?? 1;
  return { ...EMPTY, value: top / bottom, why: null, top, bottom, n: 1, denominator: { sources: ['typed'], missing: [] } };
}

/** Tools and fees of the months a period touches, by its days, so that a week carries a week's part. */
function feesIn(asked: Asked): number {
  const monthly = asked.settings.monthlyFeesCents ?? 0;
  if (isWholeMonths(asked.period)) return monthly * monthsOf(asked.period).length;
  return Math.round((monthly * 12 * (asked.period.to - asked.period.from + 1)) / 365.25);
}

function costOf(measure: { what: 'per-denial' | 'net'; counts(row: DenialRow, look: Look): boolean }, asked: Asked, look: Look): Figure {
  let minutes = 0; let timed = 0; let n = 0; let recovered = 0;
  for (const row of asked.rows) {
    if (!measure.counts(row, look)) continue;
    n += 1;
    recovered += row.recoveredCents;
    if (row.minutes === null) continue;
    timed += 1;
    minutes += row.minutes;
  }
  const { hourlyCostCents, minimumN } = asked.settings;
  const beside: Figure['parts'] = [{ part: 'minutes', cents: minutes, claims: timed }];
  if (hourlyCostCents === null) return { ...EMPTY, why: 'no-cost', n, parts: beside };
  if (n === 0) return { ...EMPTY, n };
  if (timed === 0) return { ...EMPTY, why: 'no-minutes', n, parts: beside };
  const labour = Math.round((minutes * hourlyCostCents) / 60) + feesIn(asked);
  if (measure.what === 'net') return { ...EMPTY, value: recovered - labour, why: null, top: recovered, bottom: labour, n, parts: beside };
  return { ...EMPTY, value: n < minimumN ? null : Math.round(labour / n), why: n < minimumN ? 'too-few' : null, top: labour, bottom: n, n, parts: beside };
}
