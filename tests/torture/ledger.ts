/** For how many looks something that was never answered may still come in: the background goes on with what a closed page asked, behind others that write. */
const LOOKS = 3;

/** Values by key that nobody answered for. */
class Late<T> {
  #waiting: { key: string; value: T; looks: number }[] = [];

  add(key: string, value: T): void {
    this.#waiting.push({ key, value, looks: LOOKS });
  }

  of(key: string): T[] {
    return this.#waiting.filter((one) => one.key === key).map(({ value }) => value);
  }

  looked(): void {
    this.#waiting = this.#waiting.map((one) => ({ ...one, looks: one.looks - 1 })).filter(({ looks }) => looks > 0);
  }
}

/**
 * What the product said it had kept. Each thing was acknowledged (it must be there, once) or was on its way when something
 * died (it may be there, once, or not). After each look what was on its way is settled by what was found; what nobody ever answered (its page was
 * closed, the background went on) may still come in after that look, and is settled by one of the next.
 */
export class Ledger {
  /** Text of each note and contact: a case's id. */
  readonly notes = new Map<string, { caseId: string; sure: boolean }>();
  readonly contacts = new Map<string, { caseId: string; sure: boolean }>();
  /** Claim number: the case it belongs to, null while nobody knows whether it came about. */
  readonly claims = new Map<string, string | null>();
  /** Case: the follow-up days that it may have; one where sure. */
  readonly followUps = new Map<string, Set<number>>();
  /** Draft's key: the texts that it may hold. */
  readonly drafts = new Map<string, Set<string | null>>();
  /** File name of a remittance that was read to its end: its claims. */
  readonly remittances = new Map<string, number>();

  /** What was asked and never answered: follow-up days by case, drafts' texts by key, texts of notes and calls. */
  readonly late = { followUps: new Late<number>(), drafts: new Late<string | null>(), texts: new Late<true>() };

  caseIds(): string[] {
    return [...new Set([...this.claims.values()].filter((id) => id !== null))];
  }
}
