import { browser } from 'wxt/browser';
import type { CommandReply, CommandRequest } from '../../rules/protocol/commands.ts';
import type { PortalCommand } from '../../rules/protocol/portal-messages.ts';
import type { Result } from '../../rules/protocol/result.ts';

/**
 * Sends a command to the background. Only types are imported from the contract, so that no schema is bundled here.
 * After an update or a reload of the extension every call throws: that becomes `context-gone`, never an exception in the portal.
 */
export async function ask<N extends PortalCommand>(command: N, request: CommandRequest<N>): Promise<Result<CommandReply<N>>> {
  try {
    const reply: unknown = await browser.runtime.sendMessage({ overturn: 1, command, request });
    if (reply === undefined || reply === null) return { ok: false, error: { code: 'context-gone' } };
    return reply as Result<CommandReply<N>>;
  } catch {
    // The only reason to throw here is a context that is gone; what exactly happened helps nobody on this page.
    return { ok: false, error: { code: 'context-gone' } };
  }
}
