import { auditFollower } from '../audit.ts';
import type { AuditStart } from '../audit.ts';
import { lostDeviceCollector } from '../../rules/health/lost-device.ts';
import type { LostDeviceReport } from '../../rules/health/lost-device.ts';
import { isLeaving } from '../health/leaving.ts';
import type { AuditRow, Sealed } from '../schema/v1.ts';
import { StorageFault } from '../storage-fault.ts';
import type { Vault } from '../vault/vault.ts';
import { readBackup } from './read-backup.ts';
import { rowOfText } from './row-text.ts';
import { PROBE } from './write-backup.ts';
import type { BackupFacts } from './write-backup.ts';

/**
 * What a check of a backup found. `trail`: the first row of the audit trail that does not follow from those before, or null.
 * `sealed`: of a backup of this very practice, how many sealed records there are and how many of them do not open; null where
 * it is another practice's or nothing is unlocked, so that they cannot be tried.
 */
export type BackupCheck = { facts: BackupFacts; trail: { rows: number; brokenAt: number | null }; sealed: { records: number; damaged: number } | null; /** What the computer held on which it was made. */ lost: LostDeviceReport; practice: string };

/**
 * Reads a backup to its end and writes nothing: every byte is authenticated, every row counted, the audit trail followed,
 * and with the practice's vault every sealed record opened.
 *
 * @throws BackupFault
 */
export async function verifyBackup(file: Blob, passphrase: string, vault: Vault | null, onProgress?: (bytes: number, total: number) => void): Promise<BackupCheck> {
  let facts: BackupFacts | null = null;
  let key: Vault | null = null;
  const sealed = { records: 0, damaged: 0 };
  const trail = auditFollower();
  let start: AuditStart | null = null;
  let practice = '';
  const lost = lostDeviceCollector(isLeaving);
  for await (const part of readBackup(file, passphrase)) {
    if (part.kind === 'head') {
      facts = part.facts;
      key = vault !== null && (await opensProbe(vault, part.probe)) ? vault : null;
      continue;
    }
    lost.take(part.table, part.rows);
    if (part.table === 'meta') practice = (part.rows.find((row) => row['key'] === 'practice')?.['value'] as { name?: string } | undefined)?.name ?? practice;
    if (part.table === 'meta') start = (part.rows.find((row) => row['key'] === 'audit-start')?.['value'] as AuditStart | undefined) ?? start;
    if (part.table === 'audit') for (const row of part.rows) trail.follow(row as unknown as AuditRow);
    if (key !== null) {
      const tried = await trySealed(key, part.table, part.rows);
      sealed.records += tried.records;
      sealed.damaged += tried.damaged;
    }
    onProgress?.(part.bytes, file.size);
  }
  if (facts === null) throw new StorageFault('storage-failed'); // a file without a head does not get here
  return { facts, trail: { rows: trail.rows(), brokenAt: trail.brokenAt(start) }, sealed: key === null ? null : sealed, lost: lost.report(), practice };
}

async function opensProbe(vault: Vault, probe: string): Promise<boolean> {
  const sealed = rowOfText(probe);
  if (sealed === null) return false;
  try {
    return (await vault.open(PROBE.table, PROBE.id, sealed as unknown as Sealed)) === PROBE.value;
  } catch {
    return false; // sealed with another practice's key
  }
}

async function trySealed(vault: Vault, table: string, rows: readonly Record<string, unknown>[]): Promise<{ records: number; damaged: number }> {
  const withSeal = rows.filter((row) => typeof row['sealed'] === 'object' && row['sealed'] !== null);
  const opened = await Promise.all(withSeal.map(async (row) => {
    const id = row['id'] ?? row['key'];
    try {
      await vault.open(table, typeof id === 'string' ? id : '', row['sealed'] as Sealed);
      return true;
    } catch {
      return false; // counted, and said
    }
  }));
  return { records: withSeal.length, damaged: opened.filter((one) => !one).length };
}
