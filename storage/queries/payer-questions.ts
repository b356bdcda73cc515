import Dexie from 'dexie';
import type { PracticePayer } from '../../rules/domain/practice.ts';
import type { OverturnDatabase } from '../db.ts';
import { listPayers } from '../payers.ts';

/** A payer about which one answer would date many claims. */
export type PayerToAsk = { payer: PracticePayer; openCases: number };

/**
 * Payers whose open claims have no date for want of one answer about the payer: which payer of the library it is, or which
 * kind of plan. The one with the most claims first. Only keys of one index are counted, one count a payer, so that it costs
 * the same with a hundred thousand cases as with ten.
 */
export async function payersToAsk(db: OverturnDatabase): Promise<PayerToAsk[]> {
  const [payers, unknown, short] = await Promise.all([listPayers(db), countByPayer(db, 'unknown-payer'), countByPayer(db, 'needs')]);
  return payers.flatMap((payer): PayerToAsk[] => {
    const openCases = (unknown.get(payer.key) ?? 0) + (payer.lineOfBusiness === null ? short.get(payer.key) ?? 0 : 0);
    return openCases === 0 ? [] : [{ payer, openCases }];
  }).sort((left, right) => right.openCases - left.openCases || left.payer.name.localeCompare(right.payer.name, 'en-US'));
}

async function countByPayer(db: OverturnDatabase, undated: string): Promise<ReadonlyMap<string, number>> {
  const index = '[open+undated+payerKey]';
  const found = await db.cases.where(index).between([1, undated, Dexie.minKey], [1, undated, Dexie.maxKey]).uniqueKeys();
  const keys = found.map((key) => (key as unknown as [number, string, string])[2]);
  const counts = await Promise.all(keys.map((key) => db.cases.where(index).equals([1, undated, key]).count()));
  return new Map(keys.map((key, at) => [key, counts[at] ?? 0]));
}
