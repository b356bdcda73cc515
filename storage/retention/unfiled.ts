import { NO_DAY } from '../../rules/domain/day-number.ts';
import { memberRecord } from '../../rules/domain/member-record.ts';
import type { OverturnDatabase } from '../db.ts';
import type { Vault } from '../vault/vault.ts';
import { commitChange, withWriter } from '../write.ts';
import type { WriteContext } from '../write.ts';

/**
 * What files and portal pages said that belongs to no case: claims as sent and their acknowledgments, what a portal page showed of
 * a member, and the faults of imports (which can quote a line of the file). It is kept as long as closed cases are, and as long as
 * any case of the claim or the member is here.
 */
const MS_PER_DAY = 86_400_000;
const AT_ONCE = 200;

type Unfiled = { filings: string[]; memberRecords: string[]; faults: string[] };

const isOver = (day: number, beforeDay: number): boolean => day === NO_DAY || day < beforeDay;

/** Whether any case here is found under one of these keyed hashes. */
async function hasCase(db: OverturnDatabase, tokens: readonly string[]): Promise<boolean> {
  return tokens.length > 0 && (await db.cases.where('blind').anyOf([...tokens]).limit(1).count()) > 0;
}

/** Whose time is over by the clear columns alone. `beforeDay`: the first day that is kept. */
async function oldRows(db: OverturnDatabase, beforeDay: number) {
  const beforeMs = beforeDay * MS_PER_DAY;
  const [filings, records, imports] = await Promise.all([
    db.filings.filter((row) => row.atMs < beforeMs && isOver(row.day, beforeDay)).toArray(),
    db.memberRecords.where('caseId').equals('').filter((row) => row.atMs < beforeMs && isOver(row.endDay, beforeDay)).toArray(),
    db.imports.where('startedMs').below(beforeMs).primaryKeys(),
  ]);
  return { filings, records, faults: await db.faults.where('importId').anyOf(imports).primaryKeys() };
}

/** Ids of what may go. A record of a member that does not open is tied to nobody any more, and goes. */
export async function unfiledToPurge(db: OverturnDatabase, vault: Vault, beforeDay: number): Promise<Unfiled> {
  const { filings, records, faults } = await oldRows(db, beforeDay);
  const found: Unfiled = { filings: [], memberRecords: [], faults };
  for (const { id, blind } of filings) if (!(await hasCase(db, blind))) found.filings.push(id);
  for (const { id, sealed } of records) {
    const opened = memberRecord.safeParse(await vault.open('memberRecords', id, sealed).catch(() => null));
    const token = opened.success ? vault.blindExact('number', opened.data.memberId) : null;
    if (token === null || !(await hasCase(db, [token]))) found.memberRecords.push(id);
  }
  return found;
}

export const countUnfiled = ({ filings, memberRecords, faults }: Unfiled): number => filings.length + memberRecords.length + faults.length;

/** Deletes what may go, a few hundred rows at a time, each time with a row of the trail. Gives how many rows went. */
export async function purgeUnfiled(ctx: WriteContext, beforeDay: number): Promise<number> {
  const { db } = ctx;
  const { filings, memberRecords, faults } = await unfiledToPurge(db, ctx.vault, beforeDay);
  const all = [...filings.map((id) => [db.filings, id] as const), ...memberRecords.map((id) => [db.memberRecords, id] as const), ...faults.map((id) => [db.faults, id] as const)];
  for (let at = 0; at < all.length; at += AT_ONCE) {
    const some = all.slice(at, at + AT_ONCE);
    await withWriter(db, async () => commitChange(ctx, { command: 'retention:unfiled-purged', subject: `${some.length} records under no case`, outcome: 'done' }, [db.filings, db.memberRecords, db.faults],
      async () => Promise.all(some.map(async ([table, id]) => table.delete(id)))));
  }
  return all.length;
}
