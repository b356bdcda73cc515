import { lostDeviceCollector } from '../../rules/health/lost-device.ts';
import type { LostDeviceReport } from '../../rules/health/lost-device.ts';
import { readHealth } from '../capture-health.ts';
import { LAST_BACKUP } from '../backup/last-backup.ts';
import { verifyAudit } from '../audit.ts';
import type { OverturnDatabase } from '../db.ts';
import { listPeople } from '../people.ts';
import { readSettings } from '../settings.ts';
import type { Vault } from '../vault/vault.ts';
import { isLeaving } from './leaving.ts';
import { findDamage } from './damaged-rows.ts';

const TABLES = ['users', 'wraps', 'settings', 'meta', 'cases', 'contacts', 'observations', 'documents', 'remittanceClaims', 'audit'] as const;
const PAGE = 2000;

/** What this computer holds, as the report of a lost one would say it. Reads clear columns only. */
export async function lostDeviceReport(db: OverturnDatabase): Promise<LostDeviceReport> {
  const { take, report } = lostDeviceCollector(isLeaving);
  for (const name of TABLES) {
    const table = db.table(name);
    for (let offset: unknown = null; ;) {
      const rows = await (offset === null ? table.orderBy(':id') : table.where(':id').above(offset)).limit(PAGE).toArray() as Record<string, unknown>[];
      take(name, rows);
      if (rows.length < PAGE) break;
      offset = rows.at(-1)?.[table.schema.primKey.keyPath as string];
    }
  }
  return report();
}

const MOST_REFUSALS = 200;

/** What the diagnostics file says of the store. No record is opened but to see whether it opens. */
export async function storeFacts(db: OverturnDatabase, vault: Vault) {
  const [counts, people, wraps, backup, settings, verdict, damage, health] = await Promise.all([
    Promise.all(db.tables.map(async (table) => [table.name, await table.count()] as const)), listPeople(db), db.wraps.toArray(), db.meta.get(LAST_BACKUP), readSettings(db), verifyAudit(db, vault), findDamage(db, vault), readHealth(db),
  ]);
  const refusals = new Map<string, { command: string; outcome: string; times: number }>();
  await db.audit.each(({ command, outcome }) => {
    if (outcome === 'done') return;
    const key = `${command.split('+')[0] ?? ''} ${outcome}`;
    refusals.set(key, { command, outcome, times: (refusals.get(key)?.times ?? 0) + 1 });
  });
  const [kdf] = wraps.map(({ kdf: { memoryKiB, iterations } }) => ({ memoryKiB, iterations })).sort((a, b) => a.memoryKiB * a.iterations - b.memoryKiB * b.iterations);
  const { idleMinutes, notifications, caseYears, trailYears, cover, workingDays } = settings;
  return {
    schema: db.verno, tables: Object.fromEntries(counts), people: people.map(({ role, standing }) => ({ role, left: standing === 'left' })), hasRecoveryKey: wraps.some(({ kind }) => kind === 'recovery'), kdf: kdf ?? null,
    lastBackupDay: typeof backup?.value === 'number' ? Temporal.Instant.fromEpochMilliseconds(backup.value).toString().slice(0, 10) : null,
    settings: { idleMinutes, notifications, caseYears, trailYears, cover, weekdays: workingDays.length },
    refusals: [...refusals.values()].sort((a, b) => b.times - a.times).slice(0, MOST_REFUSALS), trail: { rows: verdict.rows, holds: verdict.ok, brokenAt: verdict.ok ? null : verdict.seq },
    damage: { columns: damage.columns, sealedCases: damage.sealedCases }, portals: health.map(({ portal, kind, field, missing, fell }) => ({ portal, kind, field, missing, fell: fell === 1 })),
  };
}
