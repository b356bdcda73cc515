import type { OverturnDatabase } from '../db.ts';
import { RESTORED_MARK } from '../backup/restored-mark.ts';
import type { RestoredMark } from '../backup/restored-mark.ts';
import { readPracticeProfile } from '../settings.ts';

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

/** The same, made where there is none. Inside `withWriter`. */
export async function ensureMachine(db: OverturnDatabase): Promise<string> {
  const known = await readMachine(db);
  if (known !== null) return known;
  const row: MachineRow = { id: crypto.randomUUID(), restoredMs: await restoredMs(db) };
  await db.meta.put({ key: MACHINE, value: row });
  return row.id;
}

/** The practice whose work this is. Its id never changes: two computers restored from one backup are of one practice. Inside `withWriter`. */
export async function ensurePractice(db: OverturnDatabase): Promise<PracticeMark> {
  const id = await readPracticeId(db);
  const name = (await readPracticeProfile(db))?.name ?? '';
  if (id !== null) return { id, name };
  const made = crypto.randomUUID();
  await db.meta.put({ key: PRACTICE, value: made });
  return { id: made, name };
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
