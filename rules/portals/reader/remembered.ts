/**
 * What was worked out of a text, kept for as long as it is asked for: of two halves the older one is let go when the newer is full, so
 * that a page with more texts than there is room for does not throw everything away over and over.
 */
export class Remembered<T> {
  private readonly most: number;
  private fresh = new Map<string, T>();
  private old = new Map<string, T>();

  /** @param most texts in each half */
  constructor(most: number) {
    this.most = most;
  }

  /** Undefined where it is not known. */
  get(text: string): T | undefined {
    const known = this.fresh.get(text);
    if (known !== undefined) return known;
    const before = this.old.get(text);
    if (before !== undefined) this.set(text, before);
    return before;
  }

  set(text: string, value: T): void {
    if (this.fresh.size >= this.most) {
      this.old = this.fresh;
      this.fresh = new Map();
    }
    this.fresh.set(text, value);
  }
}
