import type { Table } from 'dexie';
import { failed, ok } from '../../rules/protocol/result.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { cutTrail } from '../audit.ts';
import { openCaseOrNull } from '../cases/open-case.ts';
import type { OverturnDatabase } from '../db.ts';
import type { CaseRow } from '../schema/v3.ts';
import { checkPassphrase } from '../vault/unlock.ts';
import { commitChange, withWriter } from '../write.ts';
import type { WriteContext } from '../write.ts';
import { isoToDayNumber } from '../../rules/domain/day-number.ts';
import { heldCases, isHeldWhole } from './legal-hold.ts';
import { casesToPurge, firstKept, trailToPurge } from './purge-plan.ts';
import type { Keeping } from './purge-plan.ts';
import { markOfCase, putPurged } from './purged-cases.ts';
import { purgeUnfiled } from './unfiled.ts';

/** What was looked at in the preview: other numbers by now, and nothing is purged. */
export type PurgeRequest = { cases: number | null; trailRows: number | null; passphrase: string };
export type Purged = { cases: number; rows: number; unfiled: number; trailRows: number };

/**
 * Deletes closed cases whose time is over with everything that hangs on them, what is under no case and as old, and the oldest part of the trail. A lead's command, after
 * a preview, with the passphrase asked once more. Each case leaves a row in the trail under its opaque id, and the purge one more with its counts; a stop
 * anywhere leaves every case either whole or gone. The trail keeps the hash it was cut at, sealed, and holds from there on.
 *
 * Fails with `on-hold`, `changed-meanwhile` (the preview is out of date), `wrong-passphrase`, `backed-off`.
 */
export async function purge(ctx: WriteContext, keeping: Omit<Keeping, 'today'>, request: PurgeRequest): Promise<Result<Purged>> {
  const { db } = ctx;
  if (await isHeldWhole(db)) return refuse(ctx, 'on-hold');
  const before = firstKept(ctx.today, keeping.caseYears);
  const trailBefore = firstKept(ctx.today, keeping.trailYears);
  const { rows } = await casesToPurge(db, before);
  const trail = await trailToPurge(db, trailBefore);
  if ((request.cases !== null && request.cases !== rows.length) || (request.trailRows !== null && request.trailRows !== trail.rows)) return failed('changed-meanwhile');
  const opened = await checkPassphrase(ctx, request.passphrase);
  if (!opened.ok) return opened;

  const done: Purged = { cases: 0, rows: 0, unfiled: 0, trailRows: 0 };
  for (const row of request.cases === null ? [] : rows) {
    const gone = await withWriter(db, async () => purgeCase(ctx, row));
    if (gone === null) continue;
    done.cases += 1;
    done.rows += gone;
  }
  // After the cases, whose own filings are under no case now.
  if (request.cases !== null && !(await isHeldWhole(db))) done.unfiled = await purgeUnfiled(ctx, isoToDayNumber(before));
  if (request.trailRows !== null && trail.rows > 0) {
    done.trailRows = await withWriter(db, async () => ((await isHeldWhole(db)) ? 0 : cutTrail(ctx, Math.min(trail.upTo, (await trailToPurge(db, trailBefore)).upTo))));
  }
  await withWriter(db, async () => commitChange(ctx, {
    command: 'retention:purge', outcome: 'done',
    subject: [...(request.cases === null ? [] : [`${done.cases} cases before ${before}`, ...(done.unfiled === 0 ? [] : [`${done.unfiled} records under no case`])]), ...(request.trailRows === null ? [] : [`${done.trailRows} rows of the trail before ${trailBefore}`])].join(', '),
  }, [], () => Promise.resolve()));
  return ok(done);
}

async function refuse(ctx: WriteContext, code: 'on-hold'): Promise<Result<never>> {
  await withWriter(ctx.db, async () => commitChange(ctx, { command: 'retention:purge', subject: '', outcome: code }, [], () => Promise.resolve()));
  return failed(code);
}

/** Tables whose rows belong to one case by a column of that name; new ones are found by their index. */
function tablesOfCase(db: OverturnDatabase): Table[] {
  return db.tables.filter(({ schema, name }) => name !== 'remittanceClaims' && [...schema.indexes, schema.primKey].some(({ keyPath }) => keyPath === 'caseId' || (Array.isArray(keyPath) && keyPath[0] === 'caseId')));
}

async function keysOf(table: Table, caseId: string): Promise<unknown[]> {
  const plain = table.schema.indexes.some(({ keyPath }) => keyPath === 'caseId');
  const compound = table.schema.indexes.find(({ keyPath }) => Array.isArray(keyPath) && keyPath[0] === 'caseId');
  if (plain) return table.where('caseId').equals(caseId).primaryKeys();
  return compound === undefined ? [] : table.where(compound.name).between([caseId, -Infinity], [caseId, []], true, true).primaryKeys();
}

/** One case with all that hangs on it, in one transaction; what stays is a mark that tells nothing, so that no file of before brings it back. Null where it was opened again, put on hold or is gone meanwhile. Inside `withWriter`. */
export async function purgeCase(ctx: WriteContext, seen: CaseRow): Promise<number | null> {
  const { db } = ctx;
  const { id } = seen;
  const row = await db.cases.get(id);
  if (row === undefined || row.open !== 0 || row.rev !== seen.rev) return null;
  // The list was looked at before the first case went: a hold set since then counts, and so does one that stands in the case alone or on the case it is part of.
  const held = await heldCases(db);
  const sealed = await openCaseOrNull(ctx.vault, row);
  if ((await isHeldWhole(db)) || held.has(id) || sealed?.legalHold != null || held.has(sealed?.mergedInto ?? '')) return null;
  const tables = tablesOfCase(db);
  const keys = await Promise.all(tables.map(async (table) => keysOf(table, id)));
  const [documents, contacts, regroupings, drafts] = await Promise.all([
    db.documents.where('caseId').equals(id).primaryKeys(), db.contacts.where('caseIds').equals(id).toArray(), db.regroupings.where('otherId').equals(id).primaryKeys(),
    db.drafts.toCollection().primaryKeys(),
  ]);
  const parts = await db.documentParts.where('documentId').anyOf(documents).primaryKeys();
  const ownDrafts = drafts.filter((key) => key.includes(id));
  let gone = 1;
  await commitChange(ctx, { command: 'retention:case-purged', subject: id, outcome: 'done' }, [...tables, db.cases, db.documentParts, db.contacts, db.regroupings, db.drafts, db.remittanceClaims, db.numbersDue, db.caseVersions], async () => {
    for (const [index, table] of tables.entries()) {
      await table.bulkDelete(keys[index] as never[]);
      gone += keys[index]?.length ?? 0;
    }
    await db.documentParts.bulkDelete(parts);
    // A call about several claims is kept for the others.
    for (const contact of contacts) {
      const others = contact.caseIds.filter((one) => one !== id);
      if (others.length === 0) await db.contacts.delete(contact.id);
      else await db.contacts.update(contact.id, { caseIds: others });
    }
    await db.regroupings.bulkDelete(regroupings);
    await db.drafts.bulkDelete(ownDrafts);
    // The claim of the file stays counted, without the case it led to.
    await db.remittanceClaims.where('caseId').equals(id).modify({ caseId: '' });
    // What was written down of it for other computers stands under its own id.
    await db.caseVersions.delete(id);
    await db.cases.delete(id);
    await putPurged(db, [[markOfCase(id), row.touchedMs]]);
    await db.numbersDue.put({ id });
    gone += parts.length + contacts.length + regroupings.length + ownDrafts.length;
  });
  return gone;
}
