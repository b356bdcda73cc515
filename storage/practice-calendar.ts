import type { PracticeCalendar } from '../rules/domain/practice-calendar.ts';
import { mergeCalendar } from '../rules/work/merge-calendar.ts';
import { failed, ok } from '../rules/protocol/result.ts';
import type { Result } from '../rules/protocol/result.ts';
import { CALENDAR_SETTING, datingChanged, readPracticeCalendar } from './dating.ts';
import { commitChange, withWriter } from './write.ts';
import type { WriteContext } from './write.ts';

/**
 * Takes into the practice's closed days and pauses what a person changed (`was` to `now`); every open case is to be dated anew afterwards.
 * What somebody else changed meanwhile stays. `bad-request` (`pauses`) for one that ends before it begins, `changed-meanwhile` where both
 * changed the same thing.
 */
export async function savePracticeCalendar(ctx: WriteContext, { was, now }: { was: PracticeCalendar; now: PracticeCalendar }): Promise<Result<Record<string, never>>> {
  if (now.pauses.some(({ from, to }) => to < from)) return failed('bad-request', 'pauses');
  return withWriter(ctx.db, async () => {
    const merged = mergeCalendar(await readPracticeCalendar(ctx.db), was, now);
    if (merged === null) return failed('changed-meanwhile');
    await commitChange(ctx, { command: 'calendar:save', subject: CALENDAR_SETTING, outcome: 'done' }, [ctx.db.settings, ctx.db.meta], async () => {
      await ctx.db.settings.put({ key: CALENDAR_SETTING, value: merged });
      await datingChanged(ctx.db);
    });
    return ok({});
  });
}
