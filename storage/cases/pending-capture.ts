import type { ClaimFacts } from '../../rules/domain/denial-case.ts';
import type { PracticePayer } from '../../rules/domain/practice.ts';
import type { Reading } from '../../rules/reading/reading.ts';
import { factsFromReading } from '../../rules/work/facts-from-reading.ts';
import { matchPracticePayer } from '../../rules/work/payer-match.ts';
import type { OverturnDatabase } from '../db.ts';
import type { Vault } from '../vault/vault.ts';
import { listPayers } from '../payers.ts';
import { findCandidates, identityOfCase, identityTokens, judge, libraryOf } from './find-cases.ts';

export type KnownCase = { index: number; caseId: string; facts: ClaimFacts; lastSeenMs: number };

/** The practice's payer a reading is about, or null where a person has to say. */
export async function payerOfReading(db: OverturnDatabase, reading: Reading): Promise<PracticePayer | null> {
  return matchPracticePayer(reading.payer?.value ?? null, await listPayers(db));
}

/** Stands for the payer of a page that names none: an empty one would mean that nobody knows it, and settle nothing. */
const ANY_PAYER = '*';

/** Per claim of a reading, the case it certainly belongs to. Reads only. `payerKey` null: the payer named on the page counts. */
export async function knownCases(ctx: { db: OverturnDatabase; vault: Vault }, reading: Reading, payerKey: string | null): Promise<KnownCase[]> {
  const payers = await listPayers(ctx.db);
  const payer = payerKey === null ? matchPracticePayer(reading.payer?.value ?? null, payers) : payers.find(({ key }) => key === payerKey) ?? null;
  const identities = reading.claims.map((claim) => ({ payer: payer?.key ?? ANY_PAYER, library: libraryOf(payer), facts: factsFromReading(claim, { payerName: reading.payer?.value ?? null }) }));
  const candidates = await findCandidates(ctx.db, ctx.vault, identities.flatMap((identity) => identityTokens(ctx.vault, identity)));
  const byKey = new Map(payers.map((one) => [one.key, one]));
  const judged = [...candidates.values()].map((one) => ({ one, identity: identityOfCase(one.row.payerKey, byKey.get(one.row.payerKey) ?? null, one.sealed) }));
  return identities.flatMap((identity, index) => {
    // A page that does not name its payer is taken to be of the payer of the case it agrees with.
    const { same } = judge(identity, payer === null ? judged.map((one) => ({ one: one.one, identity: { ...one.identity, payer: ANY_PAYER } })) : judged);
    return same === null ? [] : [{ index, caseId: same.row.id, facts: same.sealed.facts, lastSeenMs: same.row.touchedMs }];
  });
}
