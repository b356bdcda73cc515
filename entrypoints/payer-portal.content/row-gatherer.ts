import type { FrameReading } from '../../rules/portals/reader/read-document.ts';
import { holdsRows, joinRows, MOST_ROWS, pickRows } from '../../rules/portals/seen-list.ts';
import type { Reading } from '../../rules/reading/reading.ts';
import { clippedBox, RowAnchors } from './row-anchors.ts';

/** Rows that change this soon after somebody scrolled changed because of it. */
const SCROLLED_MS = 3000;

/**
 * The rows of a list that draws only what is in view, over the time in which somebody scrolls through it.
 *
 * A row counts once it was in view; rows such a list draws ahead of the view wait until they are. A row that is gone without
 * anybody having scrolled (a filter, another page, a new search) means another list: what was seen of the old one is dropped.
 */
export class RowGatherer {
  readonly #anchors = new RowAnchors();
  #gathered: Reading | null = null;
  #drawn: Reading | null = null;
  #place = '';
  #scrolledAt = Number.NEGATIVE_INFINITY;

  constructor() {
    document.addEventListener('scroll', () => { this.#scrolledAt = performance.now(); }, { capture: true, passive: true });
  }

  take(frame: FrameReading): FrameReading {
    const { reading } = frame;
    if (reading.kind !== 'claim-list' || reading.claims.length < 2 && this.#gathered === null) {
      this.#gathered = this.#drawn = null;
      return frame;
    }
    const drawn = this.#inView(reading);
    const place = location.pathname + location.search + location.hash;
    const before = this.#gathered;
    const goesOn = before !== null && this.#drawn !== null && place === this.#place && before.seen?.of === drawn.seen?.of
      && (performance.now() - this.#scrolledAt < SCROLLED_MS || holdsRows(drawn, this.#drawn));
    const joined = goesOn ? joinRows(before, drawn) : drawn.claims.length > MOST_ROWS ? joinRows(drawn, drawn) : drawn;
    // More rows than the list says it has: they are of two lists.
    const isOne = drawn.seen?.of === null || drawn.seen?.of === undefined || joined.claims.length <= drawn.seen.of;
    this.#gathered = isOne ? joined : drawn;
    this.#drawn = drawn;
    this.#place = place;
    return { ...frame, reading: this.#gathered };
  }

  /** Without the rows that are drawn, but cut off by the box they scroll in; only where the list has more rows than it draws. */
  #inView(reading: Reading): Reading {
    const { seen } = reading;
    if (seen === null || seen.of === null || seen.of <= reading.claims.length) return reading;
    const anchors = this.#anchors.find(reading);
    const rows = reading.claims.flatMap((_claim, row) => {
      const text = anchors[row] ?? null;
      return text === null || clippedBox(text) !== null ? [row] : [];
    });
    return rows.length === reading.claims.length ? reading : pickRows(reading, rows);
  }
}
