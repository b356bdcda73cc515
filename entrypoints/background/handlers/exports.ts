import { beginExport } from '../../../storage/exports/begin-export.ts';
import type { Handlers } from '../handler.ts';
import { needWriteContext } from '../services.ts';

/** Whether a file may leave, and its row of the trail. The page writes it afterwards. */
export const exportHandlers: Pick<Handlers, 'export:begin'> = {
  'export:begin': async (request) => beginExport(await needWriteContext(), request),
};
