import type { Found, Reading, ReadingClaim } from '../../reading/reading.ts';
import { portalWordKey } from '../reader/portal-words.ts';
import { putValue, sameValue, valueOf } from './hook-values.ts';
import { CLAIM_FIELDS, MAP_FIELDS } from './map-fields.ts';
import type { ClaimField, MapField } from './map-fields.ts';

type Rival = Found<string | number>;

const LINE_FIELDS = ['procedure', 'units', 'charge', 'allowed', 'paid', 'status', 'serviceFrom', 'serviceTo'] as const;
type LineField = (typeof LINE_FIELDS)[number];

/** The rivals a reading keeps for a field of a claim. */
export function rivalsOf(reading: Reading, claim: number, field: string): Rival[] {
  return reading.candidates.filter((entry) => entry.claim === claim && entry.field === field).flatMap(({ values }) => values);
}

/** Two values where there should be one: neither is asserted, both are kept for the person to choose from. */
export function doubt(reading: Reading, claim: number, field: ClaimField, rivals: readonly Rival[]): void {
  const target = reading.claims[claim];
  if (target === undefined) return;
  const kept: Rival[] = [];
  for (const rival of [...rivalsOf(reading, claim, field), ...rivals]) if (!kept.some((known) => sameValue(field, known.value, rival.value))) kept.push({ ...rival, confidence: 'likely' });
  putValue(target, field, null);
  reading.candidates = [...reading.candidates.filter((entry) => entry.claim !== claim || entry.field !== field), { claim, field, values: kept }];
  const { map } = reading;
  if (map !== undefined && !map.doubtful.includes(field)) map.doubtful.push(field);
}

/** Asserts a value and drops the rivals it settles. */
export function assert(reading: Reading, claim: number, field: ClaimField, found: Rival): void {
  const target = reading.claims[claim];
  if (target === undefined) return;
  putValue(target, field, found);
  reading.candidates = reading.candidates.filter((entry) => entry.claim !== claim || entry.field !== field);
}

/** What a map says of a field, laid beside what is there: new, confirmed, settled among rivals, or doubtful. */
export function layBeside(reading: Reading, claim: number, field: ClaimField, said: Rival): void {
  const target = reading.claims[claim];
  if (target === undefined) return;
  const present = valueOf(target, field);
  if (present !== null) {
    if (sameValue(field, present.value, said.value)) putValue(target, field, { ...present, confidence: said.confidence === 'certain' ? 'certain' : present.confidence });
    else doubt(reading, claim, field, [said, present]);
    return;
  }
  const rivals = rivalsOf(reading, claim, field);
  if (rivals.length > 0 && !rivals.some((rival) => sameValue(field, rival.value, said.value))) doubt(reading, claim, field, [said]);
  else assert(reading, claim, field, said);
}

const SINGLE_MEANING: Readonly<Partial<Record<MapField, readonly ClaimField[]>>> = { serviceDates: ['serviceFrom', 'serviceTo'] };

/** Whether the portal's own words say that a label means something else than the field the general reader took it for. */
function isOverruled(found: Rival | null, field: ClaimField | LineField, labels: ReadonlyMap<string, MapField>): boolean {
  const means = found?.label === null || found === null ? undefined : labels.get(portalWordKey(found.label));
  return means !== undefined && MAP_FIELDS[means] !== MAP_FIELDS[field] && !(SINGLE_MEANING[means] ?? []).some((one) => one === field);
}

/**
 * The reading with the portal's own words, checked by the one without: where both see a value and differ, none is asserted.
 * What the general reader read under a label that has another meaning in this portal does not count.
 */
export function settleReadings(worded: Reading, general: Reading, labels: ReadonlyMap<string, MapField>): Reading {
  if (worded.kind === 'none' && general.kind === 'none') return worded;
  const base = structuredClone(worded.kind === 'none' ? general : worded);
  if (worded.map !== undefined) base.map = worded.map;
  const pairs = worded.claims.length === general.claims.length;
  if (worded.kind !== 'none' && general.kind !== 'none' && !pairs) {
    // They do not even agree on how many claims there are: what is said is at best likely.
    for (const claim of base.claims) for (const field of CLAIM_FIELDS) likely(claim, field);
    base.warnings.push({ code: 'map-and-reader-differ', place: null });
  }
  base.claims.forEach((claim, at) => {
    const other = worded.kind === 'none' ? null : pairs ? general.claims[at] ?? null : null;
    for (const field of CLAIM_FIELDS) {
      const mine = valueOf(claim, field);
      if (worded.kind === 'none') {
        if (isOverruled(mine, field, labels)) putValue(claim, field, null);
        continue;
      }
      const theirs = other === null ? null : valueOf(other, field);
      // What was worked out from amounts is worked out again once they are settled.
      if (field === 'status' && mine?.derived === true && theirs?.derived === true && mine.raw === theirs.raw) continue;
      if (theirs === null || isOverruled(theirs, field, labels)) {
        const rivals = other === null ? [] : rivalsOf(general, at, field).filter((rival) => !isOverruled(rival, field, labels));
        if (mine !== null && rivals.length > 0 && !rivals.some((rival) => sameValue(field, rival.value, mine.value))) doubt(base, at, field, [mine, ...rivals]);
        continue;
      }
      if (mine === null) {
        if (rivalsOf(base, at, field).length > 0) doubt(base, at, field, [theirs]);
        else putValue(claim, field, { ...theirs, confidence: 'likely' });
      } else if (!sameValue(field, mine.value, theirs.value)) doubt(base, at, field, [mine, theirs]);
    }
    if (other !== null && worded.kind !== 'none') settleLines(claim, other, labels);
  });
  return base;
}

function likely(claim: ReadingClaim, field: ClaimField): void {
  const found = valueOf(claim, field);
  if (found !== null) putValue(claim, field, { ...found, confidence: 'likely' });
}

/** Values of a line that differ are not asserted; lines have no candidates. */
function settleLines(claim: ReadingClaim, other: ReadingClaim, labels: ReadonlyMap<string, MapField>): void {
  if (claim.lines.length !== other.lines.length) return;
  claim.lines.forEach((line, at) => {
    for (const field of LINE_FIELDS) {
      const theirs = other.lines[at]?.[field] ?? null;
      const mine = line[field];
      if (mine !== null && theirs !== null && mine.value !== theirs.value && !isOverruled(theirs, field, labels)) Object.assign(line, { [field]: null });
    }
  });
}
