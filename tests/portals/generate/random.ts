/** Seeded numbers: the same seed gives the same page on every machine. */
export type Random = {
  /** 0 <= x < 1. */
  next(): number;
  /** Whole number from low to high, both included. */
  int(low: number, high: number): number;
  chance(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  some<T>(list: readonly T[], count: number): T[];
  shuffle<T>(list: readonly T[]): T[];
  digits(count: number): string;
  letters(count: number): string;
};

export function seeded(seed: number): Random {
  let state = (seed * 2654435761) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = state;
    x = Math.imul(x ^ (x >>> 15), x | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
  };
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(list: readonly T[]): T => {
    const one = list[int(0, list.length - 1)];
    if (one === undefined) throw new Error('nothing to pick from');
    return one;
  };
  const shuffle = <T>(list: readonly T[]): T[] => {
    const out = [...list];
    for (let at = out.length - 1; at > 0; at--) {
      const other = int(0, at);
      const held = out[at] as T;
      out[at] = out[other] as T;
      out[other] = held;
    }
    return out;
  };
  return {
    next, int, pick, shuffle, chance: (share) => next() < share, some: (list, count) => shuffle(list).slice(0, count),
    digits: (count) => Array.from({ length: count }, (_, at) => String(at === 0 ? int(3, 9) : int(0, 9))).join(''),
    letters: (count) => Array.from({ length: count }, () => 'ABCDEFGHJKLMNPQRTUVWXY'.charAt(int(0, 21))).join(''),
  };
}
