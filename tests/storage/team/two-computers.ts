import { openDatabase } from '../../../storage/db.ts';
import { savePayer } from '../../../storage/payers.ts';
import { readBundle } from '../../../storage/team/bundle-file.ts';
import { beginBundle, writeBundle } from '../../../storage/team/make-bundle.ts';
import { takePractice } from '../../../storage/team/take-practice.ts';
import { beginTaking, takeCase, takePart } from '../../../storage/team/take-bundle.ts';
import { Vault } from '../../../storage/vault/vault.ts';
import type { WriteContext } from '../../../storage/write.ts';
import { AETNA, CIGNA, NOW, TODAY } from '../cases/practice.ts';

/** Computers of one practice, set up apart from each other: own keys, own users. All people are invented. */
/** How long closed cases are kept on all of them. */
export const CASE_YEARS = 10;
export type Computer = { name: string; ctx: WriteContext; at: (minutes: number) => WriteContext };
export const WORDS = 'seven grey herons wade slowly';
/** The least Argon2id takes; the real cost is that of backups. */
const CHEAP = { memoryKiB: 64, iterations: 1, parallelism: 1 };

export async function computer(name: string, userName: string, seed: number): Promise<Computer> {
  const db = await openDatabase(`team-${name}-${crypto.randomUUID()}`);
  const vault = await Vault.fromKey(new Uint8Array(32).fill(seed));
  const userId = `user-${name}-000${seed}`;
  await db.users.put({ id: userId, name: userName, role: 'lead', createdMs: seed });
  await db.meta.put({ key: 'practice', value: { name: 'Riverbend Billing', portals: [] } });
  const ctx: WriteContext = { db, vault, userId, nowMs: NOW, today: TODAY };
  for (const payer of [AETNA, CIGNA]) await savePayer(ctx, payer);
  return { name, ctx, at: (minutes) => ({ ...ctx, nowMs: NOW + minutes * 60_000 }) };
}

/** A hand-over file of these cases. */
export async function bundleOf(from: Computer, caseIds: readonly string[], { minutes = 0, withDocuments = false, words = '' } = {}): Promise<Blob> {
  const ctx = from.at(minutes);
  const begun = await beginBundle(ctx, { caseIds: [...caseIds], passphrase: WORDS });
  if (!begun.ok) throw new Error(`${begun.error.code} ${begun.error.field ?? ''}`);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  await writeBundle(ctx, { bundleId: begun.value.bundleId, caseIds: begun.value.caseIds, withDocuments, passphrase: WORDS, words, cost: CHEAP }, async (bytes) => { parts.push(bytes.slice()); return Promise.resolve(); });
  return new Blob(parts);
}

export type Taken = { fresh: number; merged: number; same: number; purged: number; choices: number; gone: number };

/** Takes a file in as the page does: looked through first, then case by case. */
export async function takeIn(to: Computer, file: Blob, { minutes = 0, ownerId = to.ctx.userId } = {}): Promise<Taken> {
  const ctx = to.at(minutes);
  const counts: Taken = { fresh: 0, merged: 0, same: 0, purged: 0, choices: 0, gone: 0 };
  for await (const part of readBundle(file, WORDS)) if (part.kind === 'head') await throwIf(beginTaking(ctx, { head: part.signed, signerName: part.head.by.name, samePractice: true }, []));
  let head = { text: '', signature: '' };
  for await (const part of readBundle(file, WORDS)) {
    if (part.kind === 'head') head = part.signed;
    else if (part.kind === 'part') await throwIf(takePart(ctx, part));
    else if (part.kind === 'practice') counts.gone += (await throwIf(takePractice(ctx, { head, part: part.signed }, CASE_YEARS))).gone;
    else {
      const { outcome, choices } = await throwIf(takeCase(ctx, { head, case: part.signed, ownerId }));
      counts[outcome === 'new' ? 'fresh' : outcome] += 1;
      counts.choices += choices;
    }
  }
  return counts;
}

export async function throwIf<T>(done: Promise<{ ok: true; value: T } | { ok: false; error: { code: string; field?: string } }>): Promise<T> {
  const result = await done;
  if (!result.ok) throw new Error(`${result.error.code} ${result.error.field ?? ''}`);
  return result.value;
}
