import { practiceSettings } from '../rules/domain/practice.ts';
import type { PracticeSettings } from '../rules/domain/practice.ts';
import { ok } from '../rules/protocol/result.ts';
import type { Result } from '../rules/protocol/result.ts';
import type { OverturnDatabase } from './db.ts';
import { commitChange, withWriter } from './write.ts';
import type { WriteContext } from './write.ts';

/** What holds until the practice decides otherwise. An empty time zone means the computer's own. */
export const DEFAULT_SETTINGS: PracticeSettings = {
  timeZone: '', idleMinutes: 15, notifications: true, followUpDays: 30, pill: { side: 'right', top: 160 }, theme: 'system',
  workingDays: [1, 2, 3, 4, 5], quietHours: { from: 18 * 60, to: 7 * 60 }, digestAt: 8 * 60, escalateAfterDays: 1, staleAfterDays: 365,
  // Ten years is the longest a payer's contract commonly asks for (Medicare Advantage, 42 CFR 422.504(d)); six is what HIPAA asks of its records (45 CFR 164.316(b)(2)).
  caseYears: 10, trailYears: 6, cover: 'member',
};

/** The practice's settings; a stored value of an unknown shape gives way to the default, setting by setting. */
export async function readSettings(db: OverturnDatabase): Promise<PracticeSettings> {
  const stored = new Map((await db.settings.toArray()).map((row) => [row.key, row.value]));
  const kept = Object.entries(practiceSettings.shape).flatMap(([key, shape]) => {
    const parsed = shape.safeParse(stored.get(key));
    return parsed.success ? [[key, parsed.data] as const] : [];
  });
  return { ...DEFAULT_SETTINGS, ...Object.fromEntries(kept) };
}

/** What the trail says of a change, `{"idleMinutes":[15,60]}`: no setting tells of a patient. Where nothing differs, which were saved. */
function changedWords(before: PracticeSettings, rows: readonly { key: string; value: unknown }[]): string {
  const changed = rows.flatMap(({ key, value }) => {
    const was: unknown = before[key as keyof PracticeSettings];
    return JSON.stringify(was) === JSON.stringify(value) ? [] : [[key, [was, value]] as const];
  });
  return changed.length === 0 ? rows.map(({ key }) => key).join(',') : JSON.stringify(Object.fromEntries(changed));
}

/** Saves the settings given and leaves the others. */
export async function saveSettings(ctx: WriteContext, change: { [K in keyof PracticeSettings]?: PracticeSettings[K] | undefined }): Promise<Result<Record<string, never>>> {
  const rows = Object.entries(change).filter(([, value]) => value !== undefined).map(([key, value]) => ({ key, value: value }));
  await withWriter(ctx.db, async () => commitChange(ctx, { command: 'settings:save', subject: changedWords(await readSettings(ctx.db), rows), outcome: 'done' }, [ctx.db.settings],
    async () => ctx.db.settings.bulkPut(rows)));
  return ok({});
}

/**
 * Where the pill stands, moved by hand in a portal page. Works while locked: it is neither a patient's datum nor
 * worth a row of the trail.
 */
export async function savePillPlace(db: OverturnDatabase, pill: PracticeSettings['pill']): Promise<void> {
  await withWriter(db, async () => db.settings.put({ key: 'pill', value: pill }));
}

/** Name of the practice, and the portals chosen at the first run. */
export type PracticeProfile = { name: string; portals: string[] };

export async function readPracticeProfile(db: OverturnDatabase): Promise<PracticeProfile | null> {
  const value = (await db.meta.get('practice'))?.value as PracticeProfile | undefined;
  return value ?? null;
}
