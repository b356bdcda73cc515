import { saveMapping } from '../../../storage/worklists/worklist-mappings.ts';
import { saveWorklist } from '../../../storage/worklists/save-worklist.ts';
import type { Handlers } from '../handler.ts';
import { needWriteContext } from '../services.ts';

/** Lists of claims from the practice's own system. */
export const worklistHandlers: Pick<Handlers, 'worklist:import' | 'worklist:save-mapping'> = {
  'worklist:import': async (request) => saveWorklist(await needWriteContext(), request),
  'worklist:save-mapping': async (request) => saveMapping(await needWriteContext(), request),
};
