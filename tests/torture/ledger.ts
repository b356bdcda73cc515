/**
 * What the product said it had kept. Each thing was acknowledged (it must be there, once) or was on its way when something
 * died (it may be there, once, or not). After each look what was on its way is settled by what was found; what nobody ever answered (its page was
 * closed, the background went on) may still come in after that look, and is settled by the next.
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

  /** What was asked since the last look and never answered: follow-up days by case, drafts' texts by key, texts of notes and calls. */
  readonly late = { followUps: new Map<string, Set<number>>(), drafts: new Map<string, Set<string | null>>(), texts: new Set<string>() };

  caseIds(): string[] {
    return [...new Set([...this.claims.values()].filter((id) => id !== null))];
  }
}
