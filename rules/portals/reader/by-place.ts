/** What stands in a stretch of the page, looked up by halving: pages hold thousands of claims, and a look at all of them for each is a minute. */

/** The first place in a list in document order that stands at `at` or behind it. */
export function firstFrom(sorted: readonly { at: number }[], at: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.at ?? Infinity) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The entries of a list in document order that stand in a stretch of the page. */
export function between<T extends { at: number }>(sorted: readonly T[], from: number, to: number): T[] {
  return sorted.slice(firstFrom(sorted, from), firstFrom(sorted, to + 1));
}

/** Entries in any order, asked for by stretch of the page; they come in the order they had. */
export class ByPlace<T extends { at: number }> {
  readonly #sorted: readonly { at: number; order: number; entry: T }[];

  constructor(entries: readonly T[]) {
    this.#sorted = entries.map((entry, order) => ({ at: entry.at, order, entry })).sort((one, other) => one.at - other.at);
  }

  in(from: number, to: number): T[] {
    return between(this.#sorted, from, to).sort((one, other) => one.order - other.order).map(({ entry }) => entry);
  }

  isAnyIn(from: number, to: number): boolean {
    const first = this.#sorted[firstFrom(this.#sorted, from)];
    return first !== undefined && first.at <= to;
  }
}

/** Stretches of the page, which may overlap. */
export class Stretches {
  readonly #starts: readonly { at: number; /** Where the farthest stretch ends that began up to here. */ reach: number }[];

  constructor(stretches: readonly { from: number; to: number }[]) {
    let reach = -Infinity;
    this.#starts = [...stretches].sort((one, other) => one.from - other.from).map(({ from, to }) => {
      reach = Math.max(reach, to);
      return { at: from, reach };
    });
  }

  /** Whether a place lies in any of them. */
  hold(at: number): boolean {
    const last = this.#starts[firstFrom(this.#starts, at + 1) - 1];
    return last !== undefined && last.reach >= at;
  }
}
