import type { FrameReading } from '../../rules/portals/reader/read-document.ts';
import { worthReading } from '../../rules/portals/reader/worth-reading.ts';
import { blankReading } from '../../rules/reading/blank-reading.ts';
import { readInSlices } from './read-in-slices.ts';
import { readerInFrame } from './reader-in-frame.ts';
import type { RowGatherer } from './row-gatherer.ts';

const NOTHING_TO_LEND: FrameReading['context'] = { patientName: null, memberId: null, claimControlNumber: null, patientControlNumber: null, payer: null, title: null };
/** For each millisecond of reading this many of rest, so that a page that never rests loses at most a twentieth of its time to us. */
const REST = 20;
const LONGEST_REST_MS = 15_000;
const COSTLY_MS = 50;
/** As many rows of a list as a person can save at once. */
const MOST_ROWS = 500;
/** And of one that never rests, so that it is not held up for long. */
const HURRIED_ROWS = 100;

/** Reads this frame, and knows how long to leave the page in peace after that. */
export class PacedReader {
  readonly #changes: () => number | null;
  #restUntil = 0;
  #last: { frame: FrameReading; changes: number; view: string } | null = null;
  #rows: RowGatherer | null = null;
  #latest: Promise<FrameReading> = Promise.resolve({ reading: blankReading(''), context: NOTHING_TO_LEND });

  /** @param changes how often the page has changed so far; null where that is not known. */
  constructor(changes: () => number | null) {
    this.#changes = changes;
  }

  /** Milliseconds until the next look is due at the earliest. A person who presses is not kept waiting for it. */
  get rest(): number {
    return Math.max(0, this.#restUntil - performance.now());
  }

  /** Whether reading now costs nothing, because the page says what it said at the last costly reading. */
  get isFresh(): boolean {
    const changes = this.#changes();
    return this.#last !== null && changes !== null && this.#last.changes === changes && this.#last.view === this.#view;
  }

  /** The same page may read otherwise by now: a map was laid beside the reader, or taken away. */
  forget(): void {
    this.#last = null;
  }

  /** What is in view moves without a change of the page. */
  get #view(): string {
    return `${innerWidth}x${innerHeight} ${this.#rows?.scrolls ?? 0}`;
  }

  /**
   * Most pages of a portal end at the cheap question, without the reader ever being brought in. A very large page that has
   * not changed since is not read again.
   */
  read(): Promise<FrameReading> {
    // One after the other: what one reading learned the next one need not find out again.
    const next = () => this.#read();
    this.#latest = this.#latest.then(next, next);
    return this.#latest;
  }

  async #read(): Promise<FrameReading> {
    if (this.#last !== null && this.isFresh) return this.#last.frame;
    const started = performance.now();
    const isWorth = worthReading(document);
    const asking = performance.now() - started;
    const readingSlices = isWorth ? await readerInFrame() : null;
    const changes = this.#changes();
    const view = this.#view;
    const read = readingSlices === null ? null : await readInSlices((now, hurried) => readingSlices(document, { source: location.host, now, rows: hurried ? HURRIED_ROWS : MOST_ROWS }), () => this.#moment());
    if (globalThis.overturnRows !== undefined) this.#rows ??= new globalThis.overturnRows.RowGatherer();
    const joining = performance.now();
    const whole = read?.frame ?? { reading: blankReading(location.host), context: NOTHING_TO_LEND };
    const frame = this.#rows?.take(whole) ?? whole;
    const spent = asking + (read?.spent ?? 0) + performance.now() - joining;
    this.#restUntil = performance.now() + Math.min(spent * REST, LONGEST_REST_MS);
    this.#last = changes === null || spent < COSTLY_MS ? null : { frame, changes, view };
    return frame;
  }

  /** Another one as soon as what was read so far may no longer be so. */
  #moment(): string | null {
    const changes = this.#changes();
    return changes === null ? null : `${changes} ${this.#view} ${scrollX},${scrollY}`;
  }
}
