import { currentStoreName } from '../../storage/current-store.ts';
import { TRAINING_DATABASE_NAME } from '../../storage/database-names.ts';
import { isTraining } from './training-mode.ts';

/** The name of the database that is in use: that of practice mode while it is on, else the practice's own, which may be a restored one. Brings Dexie in. */
export async function databaseInUse(): Promise<string> {
  return (await isTraining()) ? TRAINING_DATABASE_NAME : currentStoreName();
}
