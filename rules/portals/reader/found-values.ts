import type { Found, Value } from '../../reading/reading.ts';
import type { Finding } from './findings.ts';

export type Confidence = 'certain' | 'likely';

/**
 * Reads the first text that has the shape wanted: the whole value, else exactly one of its pieces
 * (several different pieces that fit contradict each other, and then there is no value).
 */
export function readTexts<T extends string | number>(texts: readonly string[], read: (text: string) => T | null): { value: T; raw: string } | null {
  const whole = texts[0];
  if (whole === undefined) return null;
  const value = read(whole);
  if (value !== null) return { value, raw: whole.replace(/\n/g, ' ') };
  const parts = texts.slice(1).map((raw) => ({ raw, value: read(raw) })).filter((part): part is { raw: string; value: T } => part.value !== null);
  const first = parts[0];
  return first !== undefined && parts.every((part) => part.value === first.value) ? first : null;
}

export type Ranked<T extends string | number> = { found: Found<T>; rank: number; at: number };

/** A rank for evidence: clear labels before vague ones, the page's body before its banner, pairs before headings. */
export function rankOf(finding: Finding): number {
  return (finding.weak && finding.key !== 'patientName' ? 2 : 4) - (finding.banner ? 1 : 0) - (finding.via === 'heading' ? 1 : 0) - (finding.open ? 1 : 0);
}

/** Below this, evidence is a candidate and no value. */
const LEAST_RANK = 0.5;

/**
 * The value that stands when all evidence is laid side by side: the best rank, if it speaks with one voice.
 * Otherwise null, with the rivals.
 */
export function settle<T extends string | number>(ranked: readonly Ranked<T>[], same: (a: T, b: T) => boolean = (a, b) => a === b): { value: Value<T>; rivals: Found<T>[] } {
  if (ranked.length === 0) return { value: null, rivals: [] };
  if (ranked.every((entry) => entry.rank < LEAST_RANK)) return { value: null, rivals: [{ ...(ranked[0] as Ranked<T>).found, confidence: 'likely' }] };
  const best = Math.max(...ranked.map((entry) => entry.rank));
  const top = ranked.filter((entry) => entry.rank === best);
  const first = top[0];
  if (first === undefined) return { value: null, rivals: [] };
  if (top.every((entry) => same(entry.found.value, first.found.value))) {
    const disagreed = ranked.some((entry) => !same(entry.found.value, first.found.value));
    return { value: { ...first.found, confidence: best >= 4 && !disagreed ? 'certain' : 'likely' }, rivals: [] };
  }
  const rivals: Found<T>[] = [];
  for (const entry of top) if (!rivals.some((known) => same(known.value, entry.found.value))) rivals.push({ ...entry.found, confidence: 'likely' });
  return { value: null, rivals };
}
