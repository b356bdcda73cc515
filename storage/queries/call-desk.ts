import type { WorkTexts } from '../../rules/calls/work-text.ts';
import type { ClaimFacts } from '../../rules/domain/denial-case.ts';
import type { ProfileBody } from '../../rules/library/library-entry.ts';
import type { QueueItem } from '../../rules/work/queue-item.ts';
import { openPromises } from '../calls/promises.ts';
import type { PromiseView } from '../calls/promises.ts';
import { readWorkTexts } from '../calls/work-texts.ts';
import { openCase } from '../cases/open-case.ts';
import type { OverturnDatabase } from '../db.ts';
import { StorageFault } from '../storage-fault.ts';
import type { Vault } from '../vault/vault.ts';
import { itemOf, openItems } from './open-items.ts';
import { payerCard } from './payer-card.ts';

export type CallCase = { item: QueueItem; facts: ClaimFacts; birthDate: string | null };

/** Cases as a call needs them, by id; a damaged one is left out. */
export async function callCases(db: OverturnDatabase, vault: Vault, ids: readonly string[]): Promise<Map<string, CallCase>> {
  const rows = (await db.cases.bulkGet([...ids])).filter((row) => row !== undefined);
  const payers = new Map((await db.payers.bulkGet([...new Set(rows.map(({ payerKey }) => payerKey))])).flatMap((payer) => (payer === undefined ? [] : [[payer.key, payer.name] as const])));
  const found = await Promise.all(rows.map(async (row) => {
    try {
      const sealed = await openCase(vault, row);
      return [[row.id, { item: itemOf(row, payers.get(row.payerKey) ?? row.payerKey, sealed), facts: sealed.facts, birthDate: sealed.patientBirthDate ?? null }] as const];
    } catch (error) {
      if (error instanceof StorageFault) return [];
      throw error;
    }
  }));
  return new Map(found.flat());
}

/** Further claims that are offered for one call; a call takes ten at most anywhere. */
const OFFERED = 200;

/** Open cases of a payer by urgency, for one more claim in the same call. */
export async function claimsToAdd(db: OverturnDatabase, vault: Vault, payerKey: string, besides: readonly string[]): Promise<QueueItem[]> {
  const rows = await db.cases.where('[open+payerKey]').equals([1, payerKey]).limit(2000).toArray();
  return openItems(db, vault, rows.filter(({ id }) => !besides.includes(id)).sort((a, b) => b.priority - a.priority).slice(0, OFFERED));
}

export type CallPayer = { texts: WorkTexts; profile: ProfileBody | null; promises: PromiseView[] };

/** What a call to a payer needs beside the claims: lists, formats, numbers, and promises whose day has come. `today` is a day number. */
export async function callPayer(db: OverturnDatabase, vault: Vault, payerKey: string, caseIds: readonly string[], today: number): Promise<CallPayer> {
  const [texts, card, rows] = [await readWorkTexts(db, vault), await payerCard(db, vault, payerKey), await db.promises.where('caseId').anyOf([...caseIds]).toArray()];
  return { texts, profile: card?.profile ?? null, promises: await openPromises(vault, rows.filter(({ state, dueDay }) => state === 'open' && dueDay <= today)) };
}
