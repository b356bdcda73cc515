import type { FrameReading } from '../../rules/portals/reader/read-document.ts';
import { worthReading } from '../../rules/portals/reader/worth-reading.ts';
import { blankReading } from '../../rules/reading/blank-reading.ts';
import { readerInFrame } from './reader-in-frame.ts';
import type { RowGatherer } from './row-gatherer.ts';

const NOTHING_TO_LEND: FrameReading['context'] = { patientName: null, memberId: null, claimControlNumber: null, patientControlNumber: null, payer: null, title: null };
/** For each millisecond of reading this many of rest, so that a page that never rests loses at most a twentieth of its time to us. */
const REST = 20;
const LONGEST_REST_MS = 15_000;
const COSTLY_MS = 50;

/** Reads this frame, and knows how long to leave the page in peace after that. */
export class PacedReader {
  readonly #changes: () => number | null;
  #restUntil = 0;
  #last: { frame: FrameReading; changes: number; view: string } | null = null;
  #rows: RowGatherer | null = null;

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
  async read(): Promise<FrameReading> {
    if (this.#last !== null && this.isFresh) return this.#last.frame;
    const changes = this.#changes();
    const view = this.#view;
    let started = performance.now();
    const isWorth = worthReading(document);
    let spent = performance.now() - started;
    const readFrame = isWorth ? await readerInFrame() : null;
    started = performance.now();
    const read = readFrame?.(document, { source: location.host, now: () => performance.now() }) ?? { reading: blankReading(location.host), context: NOTHING_TO_LEND };
    if (globalThis.overturnRows !== undefined) this.#rows ??= new globalThis.overturnRows.RowGatherer();
    const frame = this.#rows?.take(read) ?? read;
    spent += performance.now() - started;
    this.#restUntil = performance.now() + Math.min(spent * REST, LONGEST_REST_MS);
    this.#last = changes === null || spent < COSTLY_MS ? null : { frame, changes, view };
    return frame;
  }
}
