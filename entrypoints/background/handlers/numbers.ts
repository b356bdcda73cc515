import { isoToDayNumber } from '../../../rules/domain/day-number.ts';
import { ok } from '../../../rules/protocol/result.ts';
import { rollUpNumbers } from '../../../storage/numbers/roll-up.ts';
import { noteDefinitions, saveMonthFigures, saveNumbersSettings } from '../../../storage/numbers/save-numbers.ts';
import { saveRecord } from '../../../storage/prevention/prevention-records.ts';
import { readSettings } from '../../../storage/settings.ts';
import { commitChange, withWriter } from '../../../storage/write.ts';
import type { Handlers } from '../handler.ts';
import { dateInZone, needWriteContext } from '../services.ts';

/** How long one call works; the page asks again while cases are left, and shows how many. */
const AT_A_TIME_MS = 1500;

export const numbersHandlers: Pick<Handlers, 'numbers:refresh' | 'numbers:save-settings' | 'numbers:save-figures' | 'numbers:report' | 'prevention:save'> = {
  'numbers:refresh': async () => {
    const ctx = await needWriteContext();
    const { timeZone } = await readSettings(ctx.db);
    await noteDefinitions(ctx);
    return ok(await rollUpNumbers({ ...ctx, dayOf: (ms) => isoToDayNumber(dateInZone(timeZone, ms)) }, AT_A_TIME_MS, () => performance.now()));
  },
  'numbers:save-settings': async (settings) => saveNumbersSettings(await needWriteContext(), settings),
  'numbers:save-figures': async (figures) => saveMonthFigures(await needWriteContext(), figures),
  'numbers:report': async ({ what, form, from, to }) => {
    const ctx = await needWriteContext();
    await withWriter(ctx.db, async () => commitChange(ctx, { command: `report:${what}`, subject: `${form}, ${from} to ${to}`, outcome: 'done' }, [], () => Promise.resolve()));
    return ok({});
  },
  'prevention:save': async ({ id, rev, record }) => saveRecord(await needWriteContext(), id, rev, record),
};
