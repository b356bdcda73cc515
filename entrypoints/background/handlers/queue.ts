import { planMany } from '../../../storage/cases/bulk-plan.ts';
import { rescoreOpenCases, setWeights } from '../../../storage/cases/rescore.ts';
import { recordRootCause } from '../../../storage/cases/root-cause.ts';
import { setAsideCase } from '../../../storage/cases/set-aside.ts';
import { addMemberRecord } from '../../../storage/member-records.ts';
import { deleteView, saveView } from '../../../storage/saved-views.ts';
import type { Handlers } from '../handler.ts';
import { needWriteContext } from '../services.ts';

/** The order of the queue, its views, and what is done to many cases at once. */
export const queueHandlers: Pick<Handlers, 'case:root-cause' | 'case:set-aside' | 'member-record:add' | 'queue:bulk' | 'queue:set-weights' | 'view:save' | 'view:delete'> = {
  'case:root-cause': async (request) => recordRootCause(await needWriteContext(), request),
  'case:set-aside': async (request) => setAsideCase(await needWriteContext(), request),
  'member-record:add': async (request) => addMemberRecord(await needWriteContext(), request),
  'queue:bulk': async (request) => planMany(await needWriteContext(), request),
  'queue:set-weights': async (request) => {
    const ctx = await needWriteContext();
    const set = await setWeights(ctx, request);
    // The reply does not wait: places move in batches, and what a stopped worker leaves is put right when a case is next written.
    if (set.ok) void rescoreOpenCases(ctx).catch(() => undefined);
    return set;
  },
  'view:save': async (request) => saveView(await needWriteContext(), request),
  'view:delete': async ({ id }) => deleteView(await needWriteContext(), id),
};
