import { filing as filingSchema } from '../../rules/domain/filing.ts';
import type { ClaimFacts } from '../../rules/domain/denial-case.ts';
import { isFilingOf } from '../../rules/work/filing-proof.ts';
import type { FilingView } from '../../rules/work/filing-proof.ts';
import { identityTokens } from '../cases/find-cases.ts';
import type { OverturnDatabase } from '../db.ts';
import { StorageFault } from '../storage-fault.ts';
import type { Vault } from '../vault/vault.ts';

/** An account can have hundreds of visits; more than these are not opened to find its own. */
const OPENED = 300;

/** What was sent of a claim and how its arrival was answered, oldest first. */
export async function filingsOfCase(db: OverturnDatabase, vault: Vault, facts: ClaimFacts): Promise<FilingView[]> {
  const tokens = identityTokens(vault, { payer: '', library: null, facts });
  if (tokens.length === 0) return [];
  const rows = await db.filings.where('blind').anyOf(tokens).distinct().limit(OPENED).toArray();
  const opened = await Promise.all(rows.map(async (row): Promise<FilingView[]> => {
    try {
      const parsed = filingSchema.safeParse(await vault.open('filings', row.id, row.sealed));
      const isSure = parsed.success ? isFilingOf(facts, parsed.data) : null;
      return parsed.success && isSure !== null ? [{ ...parsed.data, id: row.id, atMs: row.atMs, isSure }] : [];
    } catch (error) {
      if (error instanceof StorageFault) return []; // a damaged one is passed over, the case must still be readable
      throw error;
    }
  }));
  return opened.flat().sort((one, other) => (one.on ?? '').localeCompare(other.on ?? '') || one.atMs - other.atMs);
}
