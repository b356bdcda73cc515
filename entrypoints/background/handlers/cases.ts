import { addNote, noteCopied } from '../../../storage/cases/add-note.ts';
import { answerCase } from '../../../storage/cases/answer-case.ts';
import { classifyCase } from '../../../storage/cases/classify-case.ts';
import { markViewed } from '../../../storage/cases/mark-viewed.ts';
import { overrideDeadline } from '../../../storage/cases/override-deadline.ts';
import { planCase } from '../../../storage/cases/plan-case.ts';
import { recordCase } from '../../../storage/cases/record-case.ts';
import { recordSubmission } from '../../../storage/cases/record-submission.ts';
import { changeSubmission } from '../../../storage/cases/change-submission.ts';
import { answerLetter, nameNextPayer, recordLetter } from '../../../storage/cases/record-letter.ts';
import { reopenCase } from '../../../storage/cases/reopen-case.ts';
import { resolveCase } from '../../../storage/cases/resolve-case.ts';
import { snoozeCase } from '../../../storage/cases/snooze-case.ts';
import { noticeWindowsOf, textsOfRecord } from '../../../storage/library/radar-texts.ts';
import type { Handlers } from '../handler.ts';
import { needWriteContext } from '../services.ts';

/** The work on a case: each command is one change of the store, with its row of the trail. */
export const caseHandlers: Pick<
  Handlers,
  | 'case:record' | 'case:viewed' | 'case:plan' | 'case:snooze' | 'case:answer' | 'case:classify' | 'case:override-deadline' | 'case:record-submission' | 'case:change-submission'
  | 'case:record-letter' | 'case:answer-letter' | 'case:next-payer' | 'case:resolve' | 'case:reopen' | 'case:add-note' | 'note:copied'
> = {
  'case:record': async (request) => {
    const ctx = await needWriteContext();
    const recorded = await recordCase(ctx, request);
    if (recorded.ok) await noticeWindowsOf(ctx, request.payerKey, textsOfRecord(request));
    return recorded;
  },
  'case:viewed': async (request) => markViewed(await needWriteContext(), request),
  'case:plan': async (request) => planCase(await needWriteContext(), request),
  'case:snooze': async (request) => snoozeCase(await needWriteContext(), request),
  'case:answer': async (request) => answerCase(await needWriteContext(), request),
  'case:classify': async (request) => classifyCase(await needWriteContext(), request),
  'case:override-deadline': async (request) => overrideDeadline(await needWriteContext(), request),
  'case:record-submission': async (request) => recordSubmission(await needWriteContext(), request),
  'case:record-letter': async (request) => recordLetter(await needWriteContext(), request),
  'case:change-submission': async (request) => changeSubmission(await needWriteContext(), request),
  'case:answer-letter': async (request) => answerLetter(await needWriteContext(), request),
  'case:next-payer': async (request) => nameNextPayer(await needWriteContext(), request),
  'case:resolve': async (request) => resolveCase(await needWriteContext(), request),
  'case:reopen': async (request) => reopenCase(await needWriteContext(), request),
  'case:add-note': async (request) => addNote(await needWriteContext(), request),
  'note:copied': async (request) => noteCopied(await needWriteContext(), request),
};
