import type { ClosedDays } from '../rules/calendar/business-days.ts';
import { isoToDayNumber } from '../rules/domain/day-number.ts';
import { ruleSetDating } from '../rules/work/dating.ts';
import { practiceCalendar } from '../rules/domain/practice-calendar.ts';
import type { PracticeCalendar } from '../rules/domain/practice-calendar.ts';
import type { CaseDating } from '../rules/work/dating.ts';
import type { OverturnDatabase } from './db.ts';
import { readScoring } from './scoring.ts';
import { buildKeptLibrary } from './library/rule-set.ts';

/** Counts the changes of what dates are worked out by: rules, packs, closed days. Live queries that date depend on it. */
export const DATING_VERSION = 'dating-version';
/** The setting that holds the practice's closed days and pauses. */
export const CALENDAR_SETTING = 'calendar';

const remembered = new WeakMap<OverturnDatabase, { version: number; dating: CaseDating }>();

/** The practice's own closed days and pauses; empty where none were kept or the row is of an unknown shape. */
export async function readPracticeCalendar(db: OverturnDatabase): Promise<PracticeCalendar> {
  const parsed = practiceCalendar.safeParse((await db.settings.get(CALENDAR_SETTING))?.value);
  return parsed.success ? parsed.data : practiceCalendar.parse({});
}

/** The days on which nobody works, beyond weekends and federal holidays. */
export async function readClosedDays(db: OverturnDatabase): Promise<ClosedDays> {
  const { closedDays } = await readPracticeCalendar(db);
  return new Set(closedDays.filter(({ list }) => list === 'everywhere').map(({ on }) => isoToDayNumber(on)));
}

/**
 * The rules and the calendar that every date of this practice is worked out by: the shipped library with the practice's
 * own rules over it, extra closed days, pauses. One small read where nothing changed; the same object comes back, so that
 * what the engine remembers of a library stays good. Read it inside the writer's lock when the dates are kept.
 */
export async function readDating(db: OverturnDatabase): Promise<CaseDating> {
  const version = await datingVersion(db);
  const known = remembered.get(db);
  const scoring = await readScoring(db);
  // What the engine remembers of a library is remembered by the library itself, so a new chance costs nothing there.
  if (known?.version === version) return known.dating.scoring === scoring ? known.dating : remember(db, version, { ...known.dating, scoring });
  return remember(db, version, { ...ruleSetDating(await buildKeptLibrary(db), await readPracticeCalendar(db)), scoring });
}

function remember(db: OverturnDatabase, version: number, dating: CaseDating): CaseDating {
  remembered.set(db, { version, dating });
  return dating;
}

export async function datingVersion(db: OverturnDatabase): Promise<number> {
  const value = (await db.meta.get(DATING_VERSION))?.value;
  return typeof value === 'number' ? value : 0;
}

/** To be called inside the transaction (with `meta`) that changes rules or calendar; open cases are dated anew afterwards. */
export async function datingChanged(db: OverturnDatabase): Promise<void> {
  await db.meta.put({ key: DATING_VERSION, value: (await datingVersion(db)) + 1 });
}
