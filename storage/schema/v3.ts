/**
 * Schema version 3: the work after a denial is known. Frozen once released.
 *
 * A table of an earlier version that gets another index is repeated here whole; a table that stays as it is, is not named.
 */
export const SCHEMA_V3 = 3;

export const TABLES_V3 = {} as const;
