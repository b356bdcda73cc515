import type { Page } from '@playwright/test';
import type { CommandName, CommandReply, CommandRequest } from '../../rules/protocol/commands.ts';
import type { Result } from '../../rules/protocol/result.ts';

/** Sends a command as the extension page `page` would, and insists that it works. */
export async function sendFrom<N extends CommandName>(page: Page, command: N, request: CommandRequest<N>): Promise<CommandReply<N>> {
  const reply = await page.evaluate(
    ([name, body]) => (globalThis as unknown as { chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } } }).chrome.runtime.sendMessage({ overturn: 1, command: name, request: body }),
    [command, request] as const,
  ) as Result<CommandReply<N>>;
  if (!reply.ok) throw new Error(`${command}: ${reply.error.code}`);
  return reply.value;
}

/** Gives a file to the desk's import page and waits until it is read. */
export async function importFile(desk: Page, file: string): Promise<void> {
  await desk.locator('input[type=file]').setInputFiles(file);
  await desk.getByText('Claims read').first().waitFor({ timeout: 60_000 });
}
