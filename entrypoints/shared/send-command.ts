import { browser } from 'wxt/browser';
import type { CommandName, CommandReply, CommandRequest, Envelope } from '../../rules/protocol/commands.ts';
import { failed } from '../../rules/protocol/result.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { isTraining } from './training-mode.ts';

/** The mode this page was opened in; it loads itself anew when that changes. */
let startedInTraining: boolean | null = null;
const started = isTraining().then((is) => (startedInTraining = is));

/**
 * Sends a command to the background and gives its result; never throws. `context-gone` means the extension was updated
 * or reloaded under this page, or no background answers: reload the page.
 */
export async function sendCommand<N extends CommandName>(command: N, request: CommandRequest<N>): Promise<Result<CommandReply<N>>> {
  try {
    // Sent at once where the mode is known: a page that goes away has no second turn.
    const training = startedInTraining ?? (await started);
    const reply: unknown = await browser.runtime.sendMessage({ overturn: 1, command, request, training } satisfies Envelope);
    return isResult(reply) ? (reply as Result<CommandReply<N>>) : failed('context-gone');
  } catch {
    return failed('context-gone'); // the browser's text ("Receiving end does not exist", "context invalidated") says no more
  }
}

function isResult(reply: unknown): boolean {
  return typeof reply === 'object' && reply !== null && typeof (reply as { ok?: unknown }).ok === 'boolean';
}
