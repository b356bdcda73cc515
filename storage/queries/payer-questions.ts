import type { PracticePayer } from '../../rules/domain/practice.ts';
import type { OverturnDatabase } from '../db.ts';
import { listPayers } from '../payers.ts';

/** A payer about which one answer would date many claims. */
export type PayerToAsk = { payer: PracticePayer; openCases: number };

/** Rows looked at; of more, the counts say less than there are and the question is the same. */
const MOST_ROWS = 20_000;

/**
 * Payers whose open claims have no date for want of one answer about the payer: which payer of the library it is, or which
 * kind of plan. The one with the most claims first. Clear columns only.
 */
export async function payersToAsk(db: OverturnDatabase): Promise<PayerToAsk[]> {
  const payers = new Map((await listPayers(db)).map((payer) => [payer.key, payer]));
  const counts = new Map<string, number>();
  const count = (payerKey: string): void => { counts.set(payerKey, (counts.get(payerKey) ?? 0) + 1); };
  await db.cases.where('[open+undated]').equals([1, 'unknown-payer']).limit(MOST_ROWS).each(({ payerKey }) => count(payerKey));
  await db.cases.where('[open+undated]').equals([1, 'needs']).limit(MOST_ROWS).each(({ payerKey }) => {
    if (payers.get(payerKey)?.lineOfBusiness === null) count(payerKey);
  });
  return [...counts].flatMap(([key, openCases]) => {
    const payer = payers.get(key);
    return payer === undefined ? [] : [{ payer, openCases }];
  }).sort((left, right) => right.openCases - left.openCases || left.payer.name.localeCompare(right.payer.name, 'en-US'));
}
