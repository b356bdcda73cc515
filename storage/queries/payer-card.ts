import type { PayerCard } from '../../rules/work/case-file.ts';
import { rulesOfPayer } from '../../rules/work/describe-case.ts';
import { libraryOf } from '../cases/find-cases.ts';
import type { OverturnDatabase } from '../db.ts';
import { readDating } from '../dating.ts';
import { readPayerNotes } from '../payer-notes.ts';
import { findPayer } from '../payers.ts';
import { userNames } from '../people.ts';
import type { Vault } from '../vault/vault.ts';

/** What the practice and the rule library know of a payer; null for an unknown key. */
export async function payerCard(db: OverturnDatabase, vault: Vault, payerKey: string): Promise<PayerCard | null> {
  const payer = await findPayer(db, payerKey);
  if (payer === null) return null;
  const [notes, users] = await Promise.all([readPayerNotes(db, vault, payerKey), userNames(db)]);
  return {
    payer, rules: rulesOfPayer(libraryOf(payer), (await readDating(db)).library),
    notes: notes.map(({ id, text, tags, atMs, userId }) => ({ id, text, tags, atMs, userName: users.get(userId) ?? '' })),
  };
}
