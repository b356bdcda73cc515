import { fits } from '../reader/field-shapes.ts';
import { labelWords } from '../reader/label-words.ts';
import { readClaimNumber, sameIdentifier } from '../reader/identifiers.ts';
import { labelsOf } from './pasted-lines.ts';
import type { PastedLine } from './pasted-lines.ts';

/**
 * Cuts the lines into what stands before all claims and the stretch of each claim. The claim number may be the second or third
 * field of each: then the labels above it repeat with it, and a stretch begins with the first of them. A page of one claim is one stretch.
 */
export function claimStretches(lines: readonly PastedLine[]): PastedLine[][] {
  const signs = lines.map((line) => labelsOf(line).map(({ label }) => labelWords(label)).join('|'));
  const starts: { at: number; sign: string; id: string }[] = [];
  lines.forEach((line, at) => {
    const number = labelsOf(line).find(({ key }) => key === 'ccn');
    if (number === undefined) return;
    const value = readClaimNumber(number.value ?? lines[at + 1]?.cells[0] ?? '');
    if (value !== null) starts.push({ at, sign: signs[at] ?? '', id: sameIdentifier(value) });
  });
  const counting = mostRepeated(starts);
  if (counting.length < 2) return [[...lines]];
  const above = sharedAbove(counting.map(({ at }) => at), signs);
  const cuts = counting.map(({ at }) => above(at));
  const stretches: PastedLine[][] = [];
  let from = 0;
  for (const cut of cuts) {
    if (cut > from) stretches.push(lines.slice(from, cut));
    from = cut;
  }
  stretches.push(lines.slice(from));
  return stretches;
}

/** The places of the label line that names the most different claims; the same claim named again right after is not a new one. */
function mostRepeated(starts: readonly { at: number; sign: string; id: string }[]): { at: number; id: string }[] {
  const bySign = new Map<string, { at: number; id: string }[]>();
  for (const start of starts) {
    const list = bySign.get(start.sign) ?? [];
    if (list[list.length - 1]?.id !== start.id) list.push(start);
    bySign.set(start.sign, list);
  }
  let best: { at: number; id: string }[] = [];
  for (const list of bySign.values()) if (new Set(list.map(({ id }) => id)).size > new Set(best.map(({ id }) => id)).size) best = list;
  return best;
}

/** How far above a claim number its claim begins: as many labelled lines as stand in the same order above every one of them. */
function sharedAbove(places: readonly number[], signs: readonly string[]): (at: number) => number {
  const back = (at: number, count: number): number | null => {
    let place = at;
    for (let left = count; left > 0; left -= 1) {
      place -= 1;
      while (place >= 0 && at - place < 40 && signs[place] === '') place -= 1;
      if (place < 0 || at - place >= 40) return null;
    }
    return place;
  };
  let shared = 0;
  for (let count = 1; count <= 8; count += 1) {
    const first = back(places[0] ?? 0, count);
    const sign = first === null ? null : signs[first];
    const all = sign !== null && places.every((at, index) => {
      const place = back(at, count);
      return place !== null && signs[place] === sign && (index === 0 || place > (places[index - 1] ?? 0));
    });
    if (!all) break;
    shared = count;
  }
  return (at) => back(at, shared) ?? at;
}

/** Whether a stretch still holds several claims: two claim numbers, and two patients, members or accounts. Where one ends is not known. */
export function holdsSeveral(lines: readonly PastedLine[]): boolean {
  const seen = new Map<string, Set<string>>();
  lines.forEach((line, at) => {
    for (const { key, value } of labelsOf(line)) {
      if (key !== 'ccn' && key !== 'patientName' && key !== 'memberId' && key !== 'pcn') continue;
      const text = value ?? lines[at + 1]?.cells[0] ?? '';
      if (!fits(key, text)) continue;
      seen.set(key, (seen.get(key) ?? new Set()).add(sameIdentifier(text)));
    }
  });
  const count = (key: string): number => seen.get(key)?.size ?? 0;
  return count('ccn') > 1 && (count('patientName') > 1 || count('memberId') > 1 || count('pcn') > 1);
}
