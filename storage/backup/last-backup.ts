/** Row of `meta`: when the last backup was made, for the reminder. Epoch milliseconds. */
export const LAST_BACKUP = 'last-backup';
