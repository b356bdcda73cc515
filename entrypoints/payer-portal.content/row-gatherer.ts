import type { FrameReading } from '../../rules/portals/reader/read-document.ts';
import { holdsRows, joinRows, MOST_ROWS, pickRows } from '../../rules/portals/seen-list.ts';
import type { Reading } from '../../rules/reading/reading.ts';
import { clippedBox, RowAnchors } from './row-anchors.ts';

/** How long a list may take to draw what somebody scrolled to. */
const DRAWS_MS = 1500;

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
  /** Somebody scrolled, and what that drew may not have been read yet. */
  #wasScrolled = false;
  #waiting = 0;
  /** How often something was scrolled. */
  scrolls = 0;

  constructor() {
    document.addEventListener('scroll', () => {
      this.scrolls += 1;
      this.#wasScrolled = true;
      this.#calmSoon();
    }, { capture: true, passive: true });
  }

  /** Rows that change later than this changed for another reason, unless they have not been read since. */
  #calmSoon(): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => { if (this.#anchors.areAsFound()) this.#wasScrolled = false; }, DRAWS_MS) as unknown as number;
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
      && (this.#wasScrolled || holdsRows(drawn, this.#drawn));
    const joined = goesOn ? joinRows(before, drawn) : drawn.claims.length > MOST_ROWS ? joinRows(drawn, drawn) : drawn;
    // More rows than the list says it has: they are of two lists.
    const isOne = drawn.seen?.of === null || drawn.seen?.of === undefined || joined.claims.length <= drawn.seen.of;
    this.#gathered = isOne ? joined : drawn;
    this.#drawn = drawn;
    this.#place = place;
    if (this.#wasScrolled) this.#calmSoon();
    return { ...frame, reading: this.#gathered };
  }

  /** Without the rows that are drawn, but cut off by the box they scroll in; only where the list has more rows than it draws. */
  #inView(reading: Reading): Reading {
    const anchors = this.#anchors.find(reading);
    const { seen } = reading;
    if (seen === null || seen.of === null || seen.of <= reading.claims.length) return reading;
    const rows = reading.claims.flatMap((_claim, row) => {
      const text = anchors[row] ?? null;
      return text === null || clippedBox(text) !== null ? [row] : [];
    });
    return rows.length === reading.claims.length ? reading : pickRows(reading, rows);
  }
}
