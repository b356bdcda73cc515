/**
 * Schema version 2: maps of portals, the practice's own payer library, and the work around appeals. Frozen once released.
 *
 * A table of version 1 that gets another index is repeated here whole; a table that stays as it is, is not named.
 */
export const SCHEMA_V2 = 2;

export const TABLES_V2 = {
} as const;
