import { callerCardUsed, setBirthDate } from '../../../storage/calls/caller-card.ts';
import { markPosted, writeCaseNote } from '../../../storage/calls/case-notes.ts';
import { settlePromise } from '../../../storage/calls/promises.ts';
import { saveWorkText } from '../../../storage/calls/work-texts.ts';
import { logContact } from '../../../storage/cases/log-contact.ts';
import { beginCorrection, changeCorrection, checkStatusFirst, stepCorrection } from '../../../storage/corrections/change-correction.ts';
import { mergeDraftFields } from '../../../storage/drafts.ts';
import type { CALL_COMMANDS } from '../../../rules/protocol/call-commands.ts';
import type { Handlers } from '../handler.ts';
import { needWriteContext } from '../services.ts';

/** Contacts, promises, notes to post, the practice's texts, corrections: each command is one change of the store. */
export const callHandlers: Pick<Handlers, keyof typeof CALL_COMMANDS> = {
  'contact:log': async (request) => logContact(await needWriteContext(), request),
  'promise:settle': async (request) => settlePromise(await needWriteContext(), request),
  'case-note:posted': async (request) => markPosted(await needWriteContext(), request),
  'case-note:write': async (request) => writeCaseNote(await needWriteContext(), request),
  'caller-card:used': async (request) => callerCardUsed(await needWriteContext(), request),
  'case:birth-date': async (request) => setBirthDate(await needWriteContext(), request),
  'work-text:save': async (request) => saveWorkText(await needWriteContext(), request),
  'draft:merge': async ({ key, fields }) => mergeDraftFields(await needWriteContext(), key, fields),
  'correction:begin': async (request) => beginCorrection(await needWriteContext(), request),
  'correction:change': async (request) => changeCorrection(await needWriteContext(), request),
  'correction:check-status': async (request) => checkStatusFirst(await needWriteContext(), request),
  'correction:step': async (request) => stepCorrection(await needWriteContext(), request),
};
