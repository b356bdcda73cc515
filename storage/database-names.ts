/** The practice's database. */
export const DATABASE_NAME = 'overturn';
/** The invented practice of practice mode: a database of its own, never the practice's. */
export const TRAINING_DATABASE_NAME = 'overturn-training';
