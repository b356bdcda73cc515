import type { CommandName, CommandReply, CommandRequest } from '../../rules/protocol/commands.ts';
import type { Result } from '../../rules/protocol/result.ts';
import type { Caller } from './caller.ts';

/** One command, done. Its request is parsed and its sender checked before; an expected failure may be returned or thrown as a StorageFault. */
export type Handler<N extends CommandName> = (request: CommandRequest<N>, caller: Caller) => Promise<Result<CommandReply<N>>>;
export type Handlers<N extends CommandName = CommandName> = { [K in N]: Handler<K> };
