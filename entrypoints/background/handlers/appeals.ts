import { decideAppeal, escalateAppeal, recordPeerTalk, stopAppeal } from '../../../storage/appeals/decide-appeal.ts';
import { beginDocument, finishDocument, markDocumentViewed, putDocumentPart, removeDocument } from '../../../storage/appeals/documents.ts';
import { editPacket } from '../../../storage/appeals/edit-packet.ts';
import { exportPacket } from '../../../storage/appeals/export-packet.ts';
import { saveLetterText } from '../../../storage/appeals/letter-texts.ts';
import { checkAppeal, moveAppeal, sendAppeal } from '../../../storage/appeals/move-appeal.ts';
import { startAppeal, startBatch } from '../../../storage/appeals/start-appeal.ts';
import type { APPEAL_COMMANDS } from '../../../rules/protocol/appeal-commands.ts';
import type { Handlers } from '../handler.ts';
import { needWriteContext } from '../services.ts';

/** Appeals, their packets and what goes into them. */
export const appealHandlers: Pick<Handlers, keyof typeof APPEAL_COMMANDS> = {
  'appeal:start': async (request) => startAppeal(await needWriteContext(), request),
  'appeal:start-batch': async (request) => startBatch(await needWriteContext(), request),
  'appeal:edit': async (request) => editPacket(await needWriteContext(), request),
  'appeal:move': async (request) => moveAppeal(await needWriteContext(), request),
  'appeal:check': async (request) => checkAppeal(await needWriteContext(), request),
  'appeal:send': async (request) => sendAppeal(await needWriteContext(), request),
  'appeal:decide': async (request) => decideAppeal(await needWriteContext(), request),
  'appeal:stop': async (request) => stopAppeal(await needWriteContext(), request),
  'appeal:escalate': async (request) => escalateAppeal(await needWriteContext(), request),
  'appeal:peer-talk': async (request) => recordPeerTalk(await needWriteContext(), request),
  'document:begin': async (request) => beginDocument(await needWriteContext(), request),
  'document:part': async (request) => putDocumentPart(await needWriteContext(), request),
  'document:done': async (request) => finishDocument(await needWriteContext(), request),
  'document:remove': async (request) => removeDocument(await needWriteContext(), request),
  'document:viewed': async (request) => markDocumentViewed(await needWriteContext(), request),
  'appeal:export': async (request) => exportPacket(await needWriteContext(), request),
  'letter-text:save': async (request) => saveLetterText(await needWriteContext(), request),
};
