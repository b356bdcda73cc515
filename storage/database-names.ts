/** The practice's database. */
export const DATABASE_NAME = 'overturn';
/** The invented practice of practice mode: a database of its own, never the practice's. */
export const TRAINING_DATABASE_NAME = 'overturn-training';
/** A further client of a billing company: a practice in a database of its own. */
export const CLIENT_DATABASE = /^overturn-client-[a-z0-9-]{8,40}$/u;
/** A practice's database as it was before an update changed it. */
export const BEFORE_UPDATE = 'overturn-before-update.';
export const copyNameOf = (database: string): string => `${BEFORE_UPDATE}${database}`;
