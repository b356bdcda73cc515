import { practicePayer } from '../rules/domain/practice.ts';
import type { ContractWindow, PracticePayer } from '../rules/domain/practice.ts';
import { ok } from '../rules/protocol/result.ts';
import type { Result } from '../rules/protocol/result.ts';
import type { OverturnDatabase } from './db.ts';
import { roleOf } from './people.ts';
import type { PayerRow } from './schema/v1.ts';
import { commitChange, refusedInside, withWriter } from './write.ts';
import type { WriteContext } from './write.ts';

/** The payers the practice deals with, by name. */
export async function listPayers(db: OverturnDatabase): Promise<PracticePayer[]> {
  return (await db.payers.toArray()).map(payerOfRow).sort((a, b) => a.name.localeCompare(b.name));
}

export async function findPayer(db: OverturnDatabase, key: string): Promise<PracticePayer | null> {
  const row = await db.payers.get(key);
  return row === undefined ? null : payerOfRow(row);
}

/** A row as the domain has it; what an older or damaged row lacks becomes "not known". */
function payerOfRow(row: PayerRow): PracticePayer {
  const parsed = practicePayer.safeParse(row);
  return parsed.success ? parsed.data : { key: row.key, name: row.name, libraryPayer: row.libraryPayer, lineOfBusiness: null, state: null, network: null, aliases: [] };
}

/** A payer as it is stored. */
export function rowOfPayer({ contractWindows, ...payer }: PracticePayer): PayerRow {
  return contractWindows === undefined ? payer : { ...payer, contractWindows };
}

/**
 * Adds or changes a payer; its key never changes, since cases are filed under it. A window of the practice's own contract moves the
 * dates of every case of that payer, so a lead decides about it: from anybody else it is `role-forbids`, and nothing is saved.
 */
export async function savePayer(ctx: WriteContext, payer: PracticePayer): Promise<Result<Record<string, never>>> {
  return withWriter(ctx.db, async () => {
    const before = await findPayer(ctx.db, payer.key);
    const signed = signWindows(payer, before, ctx);
    if (!sameWindows(signed, before) && (await roleOf(ctx.db, ctx.userId)) !== 'lead') return refusedInside(ctx, { command: 'payer:save', subject: payer.key, outcome: 'role-forbids' }, 'contractWindows');
    await commitChange(ctx, { command: 'payer:save', subject: payer.key, outcome: 'done' }, [ctx.db.payers], async () => ctx.db.payers.put(rowOfPayer(signed)));
    return ok({});
  });
}

const words = ({ action, value, unit, startsFrom, evidence }: ContractWindow): string => JSON.stringify([action, value, unit, startsFrom, evidence]);

function sameWindows(one: PracticePayer, other: PracticePayer | null): boolean {
  const listed = (payer: PracticePayer | null): string => (payer?.contractWindows ?? []).map(words).sort().join('\n');
  return listed(one) === listed(other);
}

/** A window that is new or changed bears the name of whoever typed it; one left as it was keeps the name it had. */
function signWindows(payer: PracticePayer, before: PracticePayer | null, who: Pick<WriteContext, 'userId' | 'nowMs'>): PracticePayer {
  if (payer.contractWindows === undefined) return payer;
  const known = new Map((before?.contractWindows ?? []).map((window) => [words(window), window]));
  return { ...payer, contractWindows: payer.contractWindows.map((window) => known.get(words(window)) ?? { ...window, byUser: who.userId, atMs: who.nowMs }) };
}
