import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { OverturnDatabase } from './db.ts';
import type { AuditRow } from './schema/v1.ts';
import type { Vault } from './vault/vault.ts';

/**
 * What happened, without a word of the patient: the command, the opaque id it was about, and how it ended
 * (`done`, or an error code).
 */
export type AuditEntry = { command: string; subject: string; outcome: string };

/** Hash before the first row. */
export const AUDIT_GENESIS = '0'.repeat(64);

/** Row count and hash of the newest row, with a keyed seal of the newest row written while the vault was open. */
export type AuditHead = { seq: number; hash: string; anchorSeq: number; anchorHash: string; anchorMac: string };

/**
 * Where a trail begins that was cut after its time: number and hash of the last row that went, sealed with the vault's key, so that nobody
 * without it can cut. Absent in a trail that was never cut.
 */
export type AuditStart = { seq: number; hash: string; mac: string; atMs: number; userId: string };
const START = 'audit-start';

export async function readAuditStart(db: OverturnDatabase): Promise<AuditStart | null> {
  return ((await db.meta.get(START))?.value as AuditStart | undefined) ?? null;
}

const startMac = (vault: Vault, seq: number, hash: string): string => vault.auditMac(`start:${seq}:${hash}`);

/** Takes the rows up to `upTo` away and keeps the hash they ended with. Call inside `withWriter`. Gives how many went. */
export async function cutTrail(ctx: { db: OverturnDatabase; vault: Vault; userId: string; nowMs: number }, upTo: number): Promise<number> {
  const { db, vault } = ctx;
  return db.transaction('rw', [db.audit, db.meta], async () => {
    const last = await db.audit.get(upTo);
    const newest = await db.audit.orderBy('seq').last();
    if (last === undefined || newest === undefined || newest.seq <= upTo) return 0; // the newest row always stays: the next one follows from it
    const gone = await db.audit.where('seq').belowOrEqual(upTo).delete();
    await db.meta.put({ key: START, value: { seq: upTo, hash: last.hash, mac: startMac(vault, upTo, last.hash), atMs: ctx.nowMs, userId: ctx.userId } satisfies AuditStart });
    return gone;
  });
}

const emptyHead: AuditHead = { seq: 0, hash: AUDIT_GENESIS, anchorSeq: 0, anchorHash: AUDIT_GENESIS, anchorMac: '' };

function hashOf(row: Omit<AuditRow, 'hash'>): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify([row.seq, row.atMs, row.userId, row.command, row.subject, row.outcome, row.prev]))));
}

/**
 * Adds one row to the trail. Must run inside a read-write transaction over `audit` and `meta`; hashing is synchronous so
 * that the transaction stays alive. Two writers cannot get the same number: such transactions queue in the browser.
 *
 * Anybody with the disk could compute a plain chain anew, so every row written while the vault is open also seals the
 * head with a key only the vault has.
 */
export async function appendAudit(ctx: { db: OverturnDatabase; vault: Vault | null; userId: string; nowMs: number }, entry: AuditEntry): Promise<void> {
  const { db, vault } = ctx;
  const last = await db.audit.orderBy('seq').last();
  const body = { seq: (last?.seq ?? 0) + 1, atMs: ctx.nowMs, userId: ctx.userId, ...entry, prev: last?.hash ?? AUDIT_GENESIS };
  const hash = hashOf(body);
  await db.audit.add({ ...body, hash });
  const head = ((await db.meta.get('audit-head'))?.value as AuditHead | undefined) ?? emptyHead;
  const anchor = vault === null
    ? { anchorSeq: head.anchorSeq, anchorHash: head.anchorHash, anchorMac: head.anchorMac }
    : { anchorSeq: body.seq, anchorHash: hash, anchorMac: vault.auditMac(`${body.seq}:${hash}`) };
  await db.meta.put({ key: 'audit-head', value: { seq: body.seq, hash, ...anchor } satisfies AuditHead });
}

/** Whether the trail holds; `seq` is the first row that does not, `why` what is wrong there. */
export type AuditVerdict = { ok: true; rows: number } | { ok: false; rows: number; seq: number; why: 'altered' | 'missing' | 'cut-off' | 'rebuilt' };

/**
 * Follows a trail row by row, from its first: for a copy of it that is not in a database. `brokenAt` is the first row that does not
 * fit; it is told where the trail was cut, because that is read after the rows are.
 */
export function auditFollower(): { follow: (row: AuditRow) => void; rows: () => number; brokenAt: (start?: Pick<AuditStart, 'seq' | 'hash'> | null) => number | null } {
  let prev = AUDIT_GENESIS;
  let rows = 0;
  let first: AuditRow | null = null;
  let broken: number | null = null;
  return {
    follow(row) {
      rows += 1;
      if (first === null) {
        first = row;
        prev = row.prev;
      }
      const expected = first.seq + rows - 1;
      if (broken === null && (row.seq !== expected || row.prev !== prev || hashOf(row) !== row.hash)) broken = expected;
      prev = row.hash;
    },
    rows: () => rows,
    brokenAt: (start = null) => {
      if (first !== null && (first.seq !== (start?.seq ?? 0) + 1 || first.prev !== (start?.hash ?? AUDIT_GENESIS))) return (start?.seq ?? 0) + 1;
      return broken;
    },
  };
}

/** Walks the whole trail, from where it was cut after its time. With an open vault it also finds a chain that was rebuilt from scratch, cut at its end, or cut at its beginning by somebody without the key. `rows`: those that are there. */
export async function verifyAudit(db: OverturnDatabase, vault: Vault | null = null): Promise<AuditVerdict> {
  return db.transaction('r', [db.audit, db.meta], async (): Promise<AuditVerdict> => {
    const head = ((await db.meta.get('audit-head'))?.value as AuditHead | undefined) ?? emptyHead;
    const start = ((await db.meta.get(START))?.value as AuditStart | undefined) ?? null;
    const from = start?.seq ?? 0;
    let prev = start?.hash ?? AUDIT_GENESIS;
    let rows = 0;
    let fault: AuditVerdict | null = null;
    let anchored = head.anchorSeq <= (start?.seq ?? 0);
    await db.audit.orderBy('seq').until(() => fault !== null).each((row) => {
      if (fault !== null) return;
      rows += 1;
      if (row.seq !== from + rows) fault = { ok: false, rows, seq: from + rows, why: 'missing' };
      else if (row.prev !== prev || hashOf(row) !== row.hash) fault = { ok: false, rows, seq: row.seq, why: 'altered' };
      if (row.seq === head.anchorSeq) anchored = row.hash === head.anchorHash;
      prev = row.hash;
    });
    if (fault !== null) return fault;
    if (from + rows < head.seq) return { ok: false, rows, seq: from + rows + 1, why: 'cut-off' };
    if (from + rows > head.seq || prev !== head.hash || !anchored) return { ok: false, rows, seq: Math.max(head.anchorSeq, 1), why: 'rebuilt' };
    if (vault !== null && head.anchorSeq > 0 && vault.auditMac(`${head.anchorSeq}:${head.anchorHash}`) !== head.anchorMac) {
      return { ok: false, rows, seq: head.anchorSeq, why: 'rebuilt' };
    }
    if (vault !== null && start !== null && startMac(vault, start.seq, start.hash) !== start.mac) return { ok: false, rows, seq: from + 1, why: 'missing' };
    // Nobody writes without the vault but the lock screen; a trail whose seal was wiped away was rebuilt.
    if (vault !== null && head.anchorSeq === 0 && rows > 0) return { ok: false, rows, seq: 1, why: 'rebuilt' };
    return { ok: true, rows };
  });
}
