/** Row of `meta` that says a restored database stands whole; without it nobody switches to it. */
export const RESTORED_MARK = 'restored';

/** When the backup was made, its schema, its rows. */
export type RestoredMark = { madeMs: number; schema: number; rows: number };
