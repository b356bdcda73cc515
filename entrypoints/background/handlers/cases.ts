import type { CommandName, CommandReply, CommandRequest } from '../../../rules/protocol/commands.ts';
import { failed, ok } from '../../../rules/protocol/result.ts';
import type { Result } from '../../../rules/protocol/result.ts';
import type { Reading } from '../../../rules/reading/reading.ts';
import type { WriteContext } from '../../../storage/write.ts';
import type { Handlers } from '../handler.ts';

type CaseCommand = Extract<CommandName, `case:${string}` | 'contact:log' | 'note:copied'>;

type CaptureStore = {
  knownCases(ctx: WriteContext, reading: Reading): Promise<CommandReply<'capture:pending'>['known']>;
  saveCapture(ctx: WriteContext, request: CommandRequest<'capture:save'>, reading: Reading, host: string): Promise<Result<CommandReply<'capture:save'>>>;
};

export const captureStore = {
  knownCases: (): Promise<CommandReply<'capture:pending'>['known']> => Promise.resolve([]),
  saveCapture: (): Promise<Result<CommandReply<'capture:save'>>> => Promise.resolve(failed('unknown-command')),
} as CaptureStore;

const notYet = (): Promise<Result<never>> => Promise.resolve(failed('unknown-command'));
export const caseHandlers: Pick<Handlers, CaseCommand> = {
  'case:record': notYet, 'case:viewed': notYet, 'case:plan': notYet, 'case:snooze': notYet, 'case:answer': notYet, 'case:classify': notYet, 'case:override-deadline': notYet,
  'case:record-submission': notYet, 'case:resolve': notYet, 'case:reopen': notYet, 'case:add-note': notYet, 'contact:log': notYet,
  'note:copied': () => Promise.resolve(ok({})),
};
