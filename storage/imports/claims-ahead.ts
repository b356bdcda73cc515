import type { ClaimFacts } from '../../rules/domain/denial-case.ts';
import type { Vault } from '../vault/vault.ts';
import { decisionId, factsOfFileClaim } from './file-claim.ts';
import type { NumberedClaim } from './file-claim.ts';

/** A claim of a file with what can be worked out without the store. `id` is that of the decision. */
export type PreparedClaim = NumberedClaim & { facts: ClaimFacts; id: string };

/** Claims prepared in one go, a millisecond or two: answers of the store that arrive meanwhile do not wait longer. */
const SLICE = 16;

/**
 * The claims read and not yet committed, in the order of the file. Preparing one takes as long as writing it, so the next
 * batch is prepared while the browser writes the one before.
 */
export class ClaimsAhead {
  readonly #vault: Vault;
  #read: NumberedClaim[] = [];
  #prepared: PreparedClaim[] = [];

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  get length(): number {
    return this.#prepared.length + this.#read.length;
  }

  add(claim: NumberedClaim): void {
    this.#read.push(claim);
  }

  /** The next claims, at most `count`. */
  take(count: number): PreparedClaim[] {
    this.#prepareTo(count);
    return this.#prepared.splice(0, count);
  }

  /** Prepares the next `count` claims in slices, letting other work go on between them. */
  async prepare(count: number): Promise<void> {
    while (this.#prepared.length < count && this.#read.length > 0) {
      this.#prepareTo(Math.min(count, this.#prepared.length + SLICE));
      await new Promise((resolve) => setTimeout(resolve));
    }
  }

  clear(): void {
    this.#read = [];
    this.#prepared = [];
  }

  #prepareTo(count: number): void {
    for (const one of this.#read.splice(0, Math.max(0, count - this.#prepared.length))) {
      this.#prepared.push({ ...one, facts: factsOfFileClaim(one), id: decisionId(this.#vault, one) });
    }
  }
}
