/** A field of a draft that changed in one window: what it was when that window last knew it, and what it is now. */
export type FieldChange = { was: unknown; now: unknown };

const same = (left: unknown, right: unknown): boolean => JSON.stringify(left ?? null) === JSON.stringify(right ?? null);

/** Where words go that two windows typed into one field at the same time. */
export const TYPED_ELSEWHERE = 'typedElsewhere';

/**
 * The changes of one window put into what is kept, which another window may have changed meanwhile: each field for itself, lists of
 * moments joined. Where both changed the same words, the newer stand in the field and the others are kept under `typedElsewhere`.
 */
export function mergeDraft(kept: Readonly<Record<string, unknown>>, changes: Readonly<Record<string, FieldChange>>): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...kept };
  const lost: string[] = [];
  for (const [field, { was, now }] of Object.entries(changes)) {
    const there = kept[field];
    if (!same(there, was) && !same(there, now)) {
      if (isRecord(there) && isRecord(now)) {
        merged[field] = mergeDraft(there, Object.fromEntries([...new Set([...Object.keys(now), ...Object.keys(isRecord(was) ? was : {})])].flatMap((key) => (same(isRecord(was) ? was[key] : undefined, now[key]) ? [] : [[key, { was: isRecord(was) ? was[key] : undefined, now: now[key] }]]))));
        continue;
      }
      if (Array.isArray(there) && Array.isArray(now)) {
        const before: unknown[] = Array.isArray(was) ? was : [];
        const [mine, theirs]: [unknown[], unknown[]] = [now, there];
        const taken = before.filter((one) => !mine.some((other) => same(one, other)));
        merged[field] = [...theirs.filter((one) => !taken.some((other) => same(one, other))), ...mine.filter((one) => !theirs.some((other) => same(one, other)) && !before.some((other) => same(one, other)))];
        continue;
      }
      // Words that only go on from those kept lose nothing.
      if (typeof there === 'string' && there.trim() !== '' && typeof now === 'string' && !now.startsWith(there)) lost.push(there);
    }
    merged[field] = now;
  }
  const before = Array.isArray(kept[TYPED_ELSEWHERE]) ? (kept[TYPED_ELSEWHERE] as unknown[]) : [];
  if (lost.length > 0) merged[TYPED_ELSEWHERE] = [...before, ...lost.filter((text) => !before.includes(text))].slice(-20);
  // What one window took away, as a claim out of a call, is gone.
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
