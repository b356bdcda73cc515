import type { FrameReading, ReadingSlices } from '../../rules/portals/reader/read-document.ts';

/** Reading holds the page up no longer than this in one go; the least pause of the reader is far below it. */
const SLICE_MS = 10;
/** A page that changed while it was read is read anew; one that never rests is read in one go after so many tries. */
const MOST_TRIES = 3;

/** Gives the page its turn; where the browser can, it comes back at once. */
function yieldToPage(): Promise<void> {
  const scheduler = (globalThis as { scheduler?: Partial<Scheduler> }).scheduler;
  return scheduler?.yield?.() ?? new Promise((resolve) => { setTimeout(resolve); });
}

/**
 * Reads in pieces, between which the page has its turn. What was begun on a page that changed or moved meanwhile is dropped:
 * a reading is of one moment or it is none.
 *
 * @param begin a new reading; gets a clock in milliseconds that stands still in the pauses, for the reader's own limit of time, and
 *   whether to hurry: a page that never rests is held up for all of its reading
 * @param moment what is another as soon as the page changed, scrolled or was resized; null where that is not known
 * @returns the reading and the milliseconds it took without the pauses
 */
export async function readInSlices(begin: (clock: () => number, hurried: boolean) => ReadingSlices, moment: () => string | null): Promise<{ frame: FrameReading; spent: number }> {
  let spent = 0;
  for (let tries = 0; ; tries += 1) {
    const before = moment();
    const inOneGo = before === null || tries >= MOST_TRIES;
    let started = performance.now();
    const slices = begin(() => spent + performance.now() - started, inOneGo && before !== null);
    let hadTurn = false;
    for (;;) {
      const step = slices.next(hadTurn);
      const now = performance.now();
      if (step.done === true) return { frame: step.value, spent: spent + now - started };
      hadTurn = false;
      if (inOneGo || now - started < SLICE_MS) continue;
      spent += now - started;
      await yieldToPage();
      if (moment() !== before) break;
      hadTurn = true;
      started = performance.now();
    }
  }
}
