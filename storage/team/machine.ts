import type { OverturnDatabase } from '../db.ts';
import { RESTORED_MARK } from '../backup/restored-mark.ts';
import type { RestoredMark } from '../backup/restored-mark.ts';
import type { MetaRow } from '../schema/v1.ts';
import { readPracticeProfile } from '../settings.ts';
import { StorageFault } from '../storage-fault.ts';

/** Rows of `meta`, in clear: which computer this is among those of the practice, which practice, and whose bundles were taken in before. */
const MACHINE = 'team-machine';
const PRACTICE = 'team-practice';
const OTHERS = 'team-practices-known';

type MachineRow = { id: string; restoredMs: number };
export type PracticeMark = { id: string; name: string };

/** When the backup was made that this database was restored from; 0 where it was not. */
async function restoredMs(db: OverturnDatabase): Promise<number> {
  return ((await db.meta.get(RESTORED_MARK))?.value as RestoredMark | undefined)?.madeMs ?? 0;
}

/**
 * This computer's name among the writings of a case. A restored backup would count its writings on from an earlier number, and two
 * computers may be restored from one backup: each gets a new name.
 */
export async function readMachine(db: OverturnDatabase): Promise<string | null> {
  const row = (await db.meta.get(MACHINE))?.value as MachineRow | undefined;
  return row !== undefined && row.restoredMs === (await restoredMs(db)) ? row.id : null;
}

/** Rows of `meta` that have to be written with whatever is written next, in the same transaction; none where all is known. */
export type NewMarks = { rows: MetaRow[] };

/** The same, or a new name where there is none. Inside `withWriter`; writes nothing itself. */
export async function machineOrNew(db: OverturnDatabase): Promise<NewMarks & { id: string }> {
  const known = await readMachine(db);
  if (known !== null) return { id: known, rows: [] };
  const row: MachineRow = { id: crypto.randomUUID(), restoredMs: await restoredMs(db) };
  return { id: row.id, rows: [{ key: MACHINE, value: row }] };
}

/** The practice's id, or a new one where it has none: given with the practice itself; one from before that gets it at the next sign-in. It never changes: two computers restored from one backup are of one practice. Inside `withWriter`; writes nothing itself. */
export async function practiceIdOrNew(db: OverturnDatabase): Promise<NewMarks & { id: string }> {
  const known = await readPracticeId(db);
  if (known !== null) return { id: known, rows: [] };
  const id = crypto.randomUUID();
  return { id, rows: [{ key: PRACTICE, value: id }] };
}

/** The practice whose work this is. @throws StorageFault `not-found` where nobody signed in since practices have ids */
export async function readPractice(db: OverturnDatabase): Promise<PracticeMark> {
  const id = await readPracticeId(db);
  if (id === null) throw new StorageFault('not-found');
  return { id, name: (await readPracticeProfile(db))?.name ?? '' };
}

export async function readPracticeId(db: OverturnDatabase): Promise<string | null> {
  const value = (await db.meta.get(PRACTICE))?.value;
  return typeof value === 'string' ? value : null;
}

/** Practices a person here said are this one, set up on another computer. */
export async function readKnownPractices(db: OverturnDatabase): Promise<PracticeMark[]> {
  return ((await db.meta.get(OTHERS))?.value as PracticeMark[] | undefined) ?? [];
}

/** Only table calls. */
export async function putKnownPractice(db: OverturnDatabase, practice: PracticeMark): Promise<void> {
  const others = (await readKnownPractices(db)).filter(({ id }) => id !== practice.id);
  await db.meta.put({ key: OTHERS, value: [...others, practice].slice(-50) });
}
