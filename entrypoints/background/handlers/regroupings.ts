import { keepApart, mergeCases, splitCase, undoRegrouping } from '../../../storage/cases/regroup-cases.ts';
import type { Handlers } from '../handler.ts';
import { needWriteContext } from '../services.ts';

/** Which looks are of one claim, where a person knows better. */
export const regroupingHandlers: Pick<Handlers, 'case:merge' | 'case:split' | 'case:undo-regrouping' | 'case:keep-apart'> = {
  'case:merge': async (request) => mergeCases(await needWriteContext(), request),
  'case:split': async (request) => splitCase(await needWriteContext(), request),
  'case:undo-regrouping': async (request) => undoRegrouping(await needWriteContext(), request),
  'case:keep-apart': async (request) => keepApart(await needWriteContext(), request),
};
