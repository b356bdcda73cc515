import type { FrameReading } from '../../rules/portals/reader/read-document.ts';
import { worthReading } from '../../rules/portals/reader/worth-reading.ts';
import { blankReading } from '../../rules/reading/blank-reading.ts';
import { readerInFrame } from './reader-in-frame.ts';
import type { RowGatherer } from './row-gatherer.ts';

const NOTHING_TO_LEND: FrameReading['context'] = { patientName: null, memberId: null, claimControlNumber: null, patientControlNumber: null, payer: null, title: null };
/** For each millisecond of reading this many of rest, so that a page that never rests loses at most a twentieth of its time to us. */
const REST = 20;

/** Reads this frame, and knows how long to leave the page in peace after that. */
export class PacedReader {
  #restUntil = 0;
  #rows: RowGatherer | null = null;

  /** Milliseconds until the next look is due at the earliest. A person who presses is not kept waiting for it. */
  get rest(): number {
    return Math.max(0, this.#restUntil - performance.now());
  }

  /** Most pages of a portal end at the cheap question, without the reader ever being brought in. */
  async read(): Promise<FrameReading> {
    let started = performance.now();
    const isWorth = worthReading(document);
    let spent = performance.now() - started;
    const readFrame = isWorth ? await readerInFrame() : null;
    started = performance.now();
    const read = readFrame?.(document, { source: location.host, now: () => performance.now() }) ?? { reading: blankReading(location.host), context: NOTHING_TO_LEND };
    if (globalThis.overturnRows !== undefined) this.#rows ??= new globalThis.overturnRows.RowGatherer();
    const frame = this.#rows?.take(read) ?? read;
    spent += performance.now() - started;
    this.#restUntil = performance.now() + spent * REST;
    return frame;
  }
}
