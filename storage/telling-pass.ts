import type { PracticeSettings } from '../rules/domain/practice.ts';
import { tellingNow } from '../rules/reminders/telling-hours.ts';
import type { PracticeMoment } from '../rules/reminders/telling-hours.ts';
import type { OverturnDatabase } from './db.ts';
import { planTelling, readDigestMark, readTellingHours } from './telling.ts';
import type { Telling } from './telling.ts';
import { withWriter } from './write.ts';

/*
 * Which cases have to be looked at for reminders. Every change of a case asks for a sweep, and a practice may have tens of thousands of
 * clocks past their day: once all of them were looked at on a day, only what was written since can bring a new reminder before midnight.
 */

const CHANGED = 'cases-changed';
const PASS = 'telling-pass';
/** With more than these, everything is looked at once more. */
const MOST = 500;

/** Ids of cases written since the last pass, or that there were too many. */
type Changed = { ids: string[]; isMany: boolean };
/** Whom a pass was made for, and by which settings. */
type Pass = string;

/** Inside the transaction that writes cases. */
export async function noteCasesChanged(db: OverturnDatabase, ids: readonly string[]): Promise<void> {
  const before = ((await db.meta.get(CHANGED))?.value as Changed | undefined) ?? { ids: [], isMany: false };
  if (before.isMany) return;
  const now = new Set([...before.ids, ...ids]);
  await db.meta.put({ key: CHANGED, value: (now.size > MOST ? { ids: [], isMany: true } : { ids: [...now], isMany: false }) satisfies Changed });
}

/** What a user is to be told now, by looking at as little as can bring news. `done` is to be called once it was told, or where there was nothing. */
export async function planNews(db: OverturnDatabase, userId: string, moment: PracticeMoment, settings: PracticeSettings): Promise<{ telling: Telling | null; done: () => Promise<void> }> {
  const hours = await readTellingHours(db, settings);
  // At a quiet hour nothing is looked at, so nothing is done with either.
  if (tellingNow(moment, hours, (await readDigestMark(db, userId))?.lastDay ?? null) === 'nothing') return { telling: null, done: () => Promise.resolve() };
  const pass: Pass = JSON.stringify([userId, moment.day, settings.workingDays, [...hours.working.closed]]);
  const [known, changed] = await Promise.all([db.meta.get(PASS), db.meta.get(CHANGED)]);
  const { ids, isMany } = (changed?.value as Changed | undefined) ?? NONE;
  if (known?.value === pass && !isMany) {
    return { telling: await planTelling(db, userId, moment, settings, ids), done: () => withWriter(db, () => forget(db, ids)) };
  }
  // Begun anew before anything is read, so that what is written meanwhile is looked at by the next one; not made until it was told.
  await withWriter(db, async () => db.meta.bulkPut([{ key: PASS, value: '' }, { key: CHANGED, value: NONE }]));
  return { telling: await planTelling(db, userId, moment, settings), done: () => withWriter(db, async () => { await db.meta.put({ key: PASS, value: pass }); }) };
}

const NONE: Changed = { ids: [], isMany: false };

/** These were looked at; what was written since stays. */
async function forget(db: OverturnDatabase, looked: readonly string[]): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    const now = ((await db.meta.get(CHANGED))?.value as Changed | undefined) ?? NONE;
    const seen = new Set(looked);
    await db.meta.put({ key: CHANGED, value: { ids: now.ids.filter((id) => !seen.has(id)), isMany: now.isMany } satisfies Changed });
  });
}
