import type { Transaction } from 'dexie';
import { SCHEMA_V1, TABLES_V1 } from '../schema/v1.ts';
import { SCHEMA_V2, TABLES_V2 } from '../schema/v2.ts';
import { SCHEMA_V3, TABLES_V3 } from '../schema/v3.ts';

/**
 * One version of the database: its tables, and how rows of the version before become rows of this one.
 *
 * A step is frozen once released. It imports only `storage/schema/`, never living code, so that a later change of the
 * product cannot change what an old database is turned into. An upgrade runs while the vault is locked and inside an
 * IndexedDB transaction, so it touches clear columns only; a sealed value of an older shape is read as it is and gets
 * its new shape when it is next sealed. A primary key cannot be changed by a step (copy into a new table instead).
 */
export type MigrationStep = { version: number; tables: Record<string, string | null>; upgrade?: (transaction: Transaction) => Promise<void> };

export const MIGRATION_STEPS: readonly MigrationStep[] = [
  { version: SCHEMA_V1, tables: TABLES_V1 },
  { version: SCHEMA_V2, tables: TABLES_V2 },
  { version: SCHEMA_V3, tables: TABLES_V3 },
];
