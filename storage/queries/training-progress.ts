import { EXERCISES } from '../../rules/training/exercises.ts';
import { openCase } from '../cases/open-case.ts';
import type { OverturnDatabase } from '../db.ts';
import type { Vault } from '../vault/vault.ts';

/** How far each exercise is. `outcome` is how it was closed. */
export type ExerciseProgress = { id: string; state: 'not-captured' | 'open' | 'closed'; caseId: string | null; outcome: string | null; closedMs: number | null };
export type TrainingProgress = { startedMs: number | null; exercises: ExerciseProgress[] };

/** Progress through the guided list, read from the cases themselves. Meant for the practice database, which holds a handful. */
export async function trainingProgress(db: OverturnDatabase, vault: Vault): Promise<TrainingProgress> {
  const rows = await db.cases.toArray();
  const [first] = await db.users.toCollection().sortBy('createdMs');
  const opened = await Promise.all(rows.map(async (row) => ({ row, sealed: await openCase(vault, row) })));
  return {
    startedMs: first?.createdMs ?? null,
    exercises: EXERCISES.map(({ id, claimNumber }): ExerciseProgress => {
      const found = opened.find(({ sealed }) => sealed.facts.claimControlNumber === claimNumber);
      if (found === undefined) return { id, state: 'not-captured', caseId: null, outcome: null, closedMs: null };
      const { resolution } = found.sealed;
      return { id, state: found.row.open === 1 ? 'open' : 'closed', caseId: found.row.id, outcome: resolution?.outcome ?? null, closedMs: resolution?.atMs ?? null };
    }),
  };
}
