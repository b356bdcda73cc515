import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import type { CommandReply } from '../../rules/protocol/commands.ts';
import type { FrameReading } from '../../rules/portals/reader/read-document.ts';
import { isStillLoading } from '../../rules/portals/reader/still-loading.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { ask } from './ask.ts';
import { PacedReader } from './frame-reading.ts';

export type Offer = CommandReply<'capture:offer'>;
export type Answered = (reply: Result<Offer>, frame: FrameReading) => void;

const STILL_MS = 400;
const MOST_WAITS = 15;
const SOON = 3;
/** Readings that never agree are waited for ever longer, up to this. */
const LONGEST_MS = 10_000;

/**
 * Offers what this frame says to the background: a page without a claim at once, a claim when two readings in a row agree,
 * since portals fill their cards one by one. Nothing is decided here.
 */
export class Offering {
  readonly #ctx: ContentScriptContext;
  readonly #answered: Answered;
  readonly #unchanged: () => void;
  readonly #reader: PacedReader;
  /** A new one per document and per return from the back/forward cache, so that a view that was left is never taken for the one in front. */
  #pageId = crypto.randomUUID();
  #lastGiven = '';
  #isChecking = false;
  #isDue = false;
  #waits = 0;

  constructor(ctx: ContentScriptContext, { changes, answered, unchanged }: { changes: () => number | null; answered: Answered; unchanged: () => void }) {
    this.#ctx = ctx;
    this.#reader = new PacedReader(changes);
    this.#answered = answered;
    this.#unchanged = unchanged;
  }

  /** Looks whether the page says something else than was offered last. */
  async look(): Promise<void> {
    if (this.#ctx.isInvalid || this.#isChecking || this.#isDue) return;
    if (this.#reader.rest > 0) {
      this.#isDue = true;
      this.#ctx.setTimeout(() => {
        this.#isDue = false;
        if (document.visibilityState === 'visible') void this.look();
      }, this.#reader.rest);
      return;
    }
    const frame = await this.#reader.read();
    if (JSON.stringify(frame) === this.#lastGiven) this.#unchanged();
    else if (frame.reading.kind === 'none' && frame.reading.member === undefined) await this.#give(frame);
    else this.#giveWhenStill(frame);
  }

  /** As `look`, and offers again what did not change: the answer may be another one by now. */
  async again(): Promise<void> {
    this.#lastGiven = '';
    this.#reader.forget();
    await this.look();
  }

  /** Reads and offers at once, whether or not anything changed: somebody waits for it. */
  async lookNow(): Promise<void> {
    if (!this.#ctx.isInvalid) await this.#give(await this.#reader.read());
  }

  withdraw(): void {
    void ask('capture:withdraw', { pageId: this.#pageId });
  }

  /** The document came back from the back/forward cache, after it had been withdrawn. */
  comeBack(): void {
    this.#pageId = crypto.randomUUID();
    this.#lastGiven = '';
    void this.look();
  }

  #giveWhenStill(before: FrameReading): void {
    this.#isChecking = true;
    const longer = STILL_MS * 2 ** Math.max(0, this.#waits - MOST_WAITS);
    // The first readings follow one another soon; a page that still does not settle is given its rest.
    const wait = this.#waits < SOON || this.#reader.isFresh ? STILL_MS : Math.max(Math.min(longer, LONGEST_MS), this.#reader.rest);
    this.#ctx.setTimeout(() => void this.#lookAgain(before), wait);
  }

  async #lookAgain(before: FrameReading): Promise<void> {
    this.#isChecking = false;
    // Nobody sees the page any more; it is looked at anew when somebody does.
    if (document.visibilityState !== 'visible') return;
    const now = await this.#reader.read();
    this.#waits += 1;
    // A page that says it is still loading is believed for a while; some spin for ever.
    const isWhole = this.#waits >= MOST_WAITS || !isStillLoading(document);
    if (isWhole && JSON.stringify(now) === JSON.stringify(before)) await this.#give(now);
    else this.#giveWhenStill(now);
  }

  async #give(frame: FrameReading): Promise<void> {
    this.#waits = 0;
    this.#lastGiven = JSON.stringify(frame);
    const { reading, context } = frame;
    this.#answered(await ask('capture:offer', { reading, context, pageId: this.#pageId }), frame);
  }
}
