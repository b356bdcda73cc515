import type { PracticeCalendar } from '../rules/domain/practice-calendar.ts';
import { failed, ok } from '../rules/protocol/result.ts';
import type { Result } from '../rules/protocol/result.ts';
import { CALENDAR_SETTING, datingChanged } from './dating.ts';
import { commitChange, withWriter } from './write.ts';
import type { WriteContext } from './write.ts';

/** Saves the practice's closed days and pauses; every open case is to be dated anew afterwards. `bad-request` (`pauses`) for one that ends before it begins. */
export async function savePracticeCalendar(ctx: WriteContext, calendar: PracticeCalendar): Promise<Result<Record<string, never>>> {
  if (calendar.pauses.some(({ from, to }) => to < from)) return failed('bad-request', 'pauses');
  const inOrder: PracticeCalendar = {
    ...calendar,
    closedDays: [...calendar.closedDays].sort((a, b) => (a.on < b.on ? -1 : 1)), pauses: [...calendar.pauses].sort((a, b) => (a.from < b.from ? -1 : 1)),
  };
  await withWriter(ctx.db, async () => commitChange(ctx, { command: 'calendar:save', subject: CALENDAR_SETTING, outcome: 'done' }, [ctx.db.settings, ctx.db.meta], async () => {
    await ctx.db.settings.put({ key: CALENDAR_SETTING, value: inOrder });
    await datingChanged(ctx.db);
  }));
  return ok({});
}
