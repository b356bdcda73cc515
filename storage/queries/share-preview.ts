import { isoOfDay } from '../../rules/calendar/calendar-day.ts';
import type { DayNumber } from '../../rules/domain/day-number.ts';
import { canTakeWork } from '../../rules/domain/person.ts';
import type { QueueFilter } from '../../rules/domain/queue-filter.ts';
import { loadOf } from '../../rules/queue/team-load.ts';
import { shareOut } from '../../rules/queue/share-out.ts';
import type { ShareBy, SharePlan } from '../../rules/queue/share-out.ts';
import { minutesOf } from '../../rules/queue/worth.ts';
import type { OverturnDatabase } from '../db.ts';
import { listPeople } from '../people.ts';
import { readBoard } from '../queue/queue-board.ts';
import { readWeights } from '../scoring.ts';
import { queueIds } from './queue-page.ts';

/** What somebody would get: cases by why they fit, and their open cases and minutes of work then. */
export type PersonShare = { personId: string; name: string; gets: number; cents: number; fits: { skill: number; payer: number; pool: number }; casesThen: number; minutesThen: number };
export type SharePreview = { plan: SharePlan; steps: { caseId: string; rev: number; ownerId: string }[]; people: PersonShare[]; considered: number; outOf: number };

/**
 * Who would get which of the cases a view shows, the first `most` in its order. Nothing is written; the steps carry the revision they
 * were worked out from, so that a case somebody takes meanwhile is left alone.
 */
export async function sharePreview(db: OverturnDatabase, filter: QueueFilter, by: ShareBy, toIds: readonly string[], today: DayNumber, most: number): Promise<SharePreview> {
  const weights = await readWeights(db);
  const minutes = (category: string): number => minutesOf(weights, category);
  const load = new Map(loadOf(await readBoard(db), today, weights.untouchedDays, minutes).owners.map((owner) => [owner.ownerId, owner]));
  const people = (await listPeople(db)).filter((person) => toIds.includes(person.id) && canTakeWork(person, isoOfDay(today)));
  const ids = await queueIds(db, filter, today);
  const rows = (await db.cases.bulkGet(ids.slice(0, most))).filter((row) => row !== undefined);
  const plan = shareOut(
    rows.map((row) => ({ id: row.id, ownerId: row.ownerId, payerKey: row.payerKey, category: row.category, cents: row.deniedCents, minutes: minutes(row.category) })),
    people.map((person) => ({ ...person, minutes: load.get(person.id)?.minutes ?? 0 })), by,
  );
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return {
    plan, considered: rows.length, outOf: ids.length,
    steps: plan.steps.flatMap(({ caseId, toId }) => { const row = rowOf.get(caseId); return row === undefined ? [] : [{ caseId, rev: row.rev, ownerId: toId }]; }),
    people: people.map(({ id, name }) => {
      const mine = plan.steps.filter(({ toId }) => toId === id);
      const taken = mine.flatMap(({ caseId }) => rowOf.get(caseId) ?? []);
      const count = (fit: 'skill' | 'payer' | 'pool'): number => mine.filter(({ fits }) => fits.includes(fit)).length;
      return {
        personId: id, name, gets: mine.length, cents: taken.reduce((sum, { deniedCents }) => sum + deniedCents, 0), fits: { skill: count('skill'), payer: count('payer'), pool: count('pool') },
        casesThen: (load.get(id)?.cases ?? 0) + mine.length, minutesThen: (load.get(id)?.minutes ?? 0) + taken.reduce((sum, { category }) => sum + minutes(category), 0),
      };
    }),
  };
}
