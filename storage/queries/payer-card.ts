import type { PayerCard } from '../../rules/work/case-file.ts';
import { rulesOfPayer } from '../../rules/work/describe-case.ts';
import { payerKeysOf } from '../../rules/library/about-claim.ts';
import { libraryOf } from '../cases/find-cases.ts';
import type { OverturnDatabase } from '../db.ts';
import { readDating } from '../dating.ts';
import { readEntries } from '../library/read-entries.ts';
import { ownSource, readOwnWindows } from '../library/window-changes.ts';
import { readPayerNotes } from '../payer-notes.ts';
import { findPayer } from '../payers.ts';
import { userNames } from '../people.ts';
import type { Vault } from '../vault/vault.ts';

/** What the practice and the rule library know of a payer; null for an unknown key. */
export async function payerCard(db: OverturnDatabase, vault: Vault, payerKey: string): Promise<PayerCard | null> {
  const payer = await findPayer(db, payerKey);
  if (payer === null) return null;
  const keys = payerKeysOf(payer);
  const [notes, users, profiles] = await Promise.all([readPayerNotes(db, vault, keys), userNames(db), readEntries(db, vault, 'profile', keys)]);
  const rules = rulesOfPayer(libraryOf(payer) ?? payer.name, (await readDating(db)).library);
  const own = await readOwnWindows(db, vault, rules.map(({ id }) => id), users);
  return {
    payer, rules: rules.map((rule) => { const one = own.get(rule.id); return one?.isOldSource === true ? { ...rule, source: ownSource(one), confidence: 'own', notes: one.change.before?.notes === one.rule.notes ? '' : rule.notes } : rule; }),
    notes: notes.map(({ id, text, tags, kind, atMs, userId }) => ({ id, text, tags, kind, atMs, userName: users.get(userId) ?? '' })),
    profile: keys.map((key) => profiles.find((one) => one.payerKey === key)).find((one) => one !== undefined)?.body ?? null,
  };
}
